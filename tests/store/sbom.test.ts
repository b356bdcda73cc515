import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { billOfMaterials } from '../commands/sbom.ts';

type Lock = { packages: Record<string, { version?: string; integrity?: string; link?: boolean }> };
type Bill = { bomFormat: string; specVersion: string; metadata: { component: { name: string; version: string } }; components: { name: string; version: string; purl: string; hashes?: { alg: string; content: string }[] }[] };

test('the bill of materials names every package of the lock file, at its version, with its hash', () => {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as Lock;
  const bill = JSON.parse(billOfMaterials()) as Bill;
  expect([bill.bomFormat, bill.specVersion, bill.metadata.component.name]).toEqual(['CycloneDX', '1.5', 'overturn']);
  const named = new Map(bill.components.map((one) => [decodeURIComponent(one.purl.split('?')[0] ?? ''), one]));
  const missing: string[] = [];
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === '' || entry.integrity === undefined) continue;
    const name = place.split('node_modules/').at(-1) ?? '';
    const real = (entry as { name?: string }).name ?? name;
    const found = [real, name].map((one) => named.get(`pkg:npm/${one}@${entry.version ?? ''}`)).find((one) => one !== undefined);
    const hash = Buffer.from(entry.integrity.replace(/^sha512-/u, ''), 'base64').toString('hex');
    if (found === undefined) missing.push(`${name}@${entry.version ?? ''}`);
    else if (!(found.hashes ?? []).some(({ alg, content }) => alg === 'SHA-512' && content === hash)) missing.push(`${name}@${entry.version ?? ''}: hash`);
  }
  expect(missing).toEqual([]);
  expect(named.size).toBeGreaterThan(100);
});
