import { inBrowser } from './in-browser.ts';
import type { Measured } from './numbers-in-page.ts';
import { printTable, ratio } from './print-table.ts';

/** Every question of the Numbers page in Chromium, beside a bare cursor over the same cases: `node tests/bench/numbers.bench.ts [cases]`. */
const CASES = Number(process.argv[2] ?? 100_000);

await inBrowser('numbers-in-page.ts', async (page) => {
  const { rollUpMs, oneCaseMs, rows } = await page.evaluate<{ rollUpMs: number; oneCaseMs: number; rows: Measured[] }>(`Bench.measure(${CASES})`);
  printTable(`Chromium: the Numbers page at ${CASES.toLocaleString('en-US')} cases, ms`, ['question', 'ms', 'bare cursor over the cases', 'of it'], rows.map(({ name, ms, bareMs }) => [name, ms.toFixed(1), bareMs.toFixed(1), ratio(ms, bareMs)]));
  console.log(`Working all of them in, once: ${(rollUpMs / 1000).toFixed(1)} s. One case that changed: ${oneCaseMs.toFixed(1)} ms.`);
});
