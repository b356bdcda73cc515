import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { printTable } from './print-table.ts';

/**
 * `npm run bench`: the parts of this folder, each in a process of its own, each beside the least that anything could do.
 * `npm run bench -- reader deadlines` runs only those named. What misses its goal is marked; nothing fails, since a busy machine is no fault.
 *
 * `import` and `queries` run only when named: in Node there is just a stand-in for IndexedDB, whose speed says nothing of a browser's.
 * `chromium` times both over the browser's own, with 100,000 cases in it: some ten minutes, most of them to fill the store.
 */
const ONLY_WHEN_NAMED: readonly string[] = ['import', 'queries'];
const root = path.resolve(import.meta.dirname, '../..');
const parts = globSync('*.bench.ts', { cwd: import.meta.dirname }).map((file) => file.replace('.bench.ts', '')).sort();
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = wanted.filter((word) => word !== 'size' && !parts.includes(word));
if (unknown.length > 0) {
  console.error(`No part called ${unknown.join(', ')}: there are ${[...parts, 'size'].join(', ')}.`);
  process.exit(1);
}
const wants = (part: string) => (wanted.length === 0 ? !ONLY_WHEN_NAMED.includes(part) : wanted.includes(part));

/** What runs in portal pages, of the newest builds that are there. */
function sizes(): void {
  const rows = ['chrome', 'edge', 'firefox', 'chrome-demo'].flatMap((build) => ['content-scripts/payer-portal.js', 'portal-reader.js', 'read-once.js'].flatMap((name) => {
    const file = path.join(root, '.output', build, name);
    if (!existsSync(file)) return [];
    const bytes = readFileSync(file);
    return [[build, name, (bytes.length / 1024).toFixed(1), (gzipSync(bytes).length / 1024).toFixed(1)]];
  }));
  if (rows.length === 0) console.log('\nSize: nothing built yet; npm run build first.');
  else printTable('Size of what runs in portal pages', ['build', 'file', 'kB', 'kB gzipped'], rows);
}

const started = Date.now();
console.log(`Node ${process.version}, ${cpus().length} processors: ${cpus()[0]?.model ?? 'unknown'}`);
for (const part of parts.filter(wants)) {
  const { status } = spawnSync(process.execPath, [path.join(import.meta.dirname, `${part}.bench.ts`)], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
if (wants('size')) sizes();
console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} seconds`);
