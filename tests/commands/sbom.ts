/**
 * `npm run sbom`: the software bill of materials, made by npm from the lock file as CycloneDX 1.5 JSON, in
 * `.output/sbom.cdx.json`. What is only used to build and test carries `cdx:npm:package:development`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '../..');

/** The bill of materials as CycloneDX JSON text. */
export function billOfMaterials(): string {
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' });
  const bill = JSON.parse(text) as { metadata: { component: { name: string } } };
  bill.metadata.component.name = 'overturn'; // npm takes the folder's name
  return `${JSON.stringify(bill, null, 1)}\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = path.join(root, '.output', 'sbom.cdx.json');
  mkdirSync(path.dirname(file), { recursive: true });
  const text = billOfMaterials();
  writeFileSync(file, text);
  const { components } = JSON.parse(text) as { components: unknown[] };
  console.log(`${components.length} packages in ${path.relative(root, file)}`);
}
