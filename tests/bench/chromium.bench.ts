import type { Page } from 'playwright-core';
import { inBrowser } from './in-browser.ts';
import type { Mark } from './store-in-page.ts';
import { printTable, ratio } from './print-table.ts';

/**
 * The same code as in the extension, in Chromium over its real IndexedDB: `node tests/bench/chromium.bench.ts [claims] [cases]`.
 * Reading an 835 to claims beside node-x12-edi on the same file (the only published parser that runs in a page; it must be told the
 * separators and gives segments), importing that whole file to committed cases, a file into a full store, and every question of the
 * queue beside a bare cursor. With 0 cases it ends after the whole file.
 */
const CLAIMS = Number(process.argv[2] ?? 120_000);
const CASES = Number(process.argv[3] ?? 100_000);
const PER_FILE = 10_000;

type Read = { megabytes: number; seconds: number; claims: number };
type Imported = Read & { cases: number; heapMB: number; marks: Mark[] };

async function inPage<T>(page: Page, call: string): Promise<T> {
  return page.evaluate<T>(`Bench.${call}`);
}

await inBrowser('store-in-page.ts', async (page, load) => {
  const own = await inPage<Read>(page, `readOnly(${CLAIMS})`);
  const peer = await inPage<Read>(page, `readByPeer(${CLAIMS})`);
  printTable(`Chromium: an 835 of ${own.megabytes.toFixed(0)} MB to claims`, ['', 'claims', 'MB/s', 'ours takes'], [
    ['Overturn', String(own.claims), (own.megabytes / own.seconds).toFixed(1), ''], ['node-x12-edi (segments)', String(peer.claims), (peer.megabytes / peer.seconds).toFixed(1), `${ratio(own.seconds, peer.seconds)} its time`],
  ]);

  const imports: string[][] = [];
  const importOne = async (claims: number, first: number, inStore: string): Promise<Imported> => {
    const one = await inPage<Imported>(page, `importFile(${claims}, ${first})`);
    imports.push([inStore, String(one.claims), String(one.cases), (one.claims / one.seconds).toFixed(0), (one.megabytes / one.seconds).toFixed(2), one.heapMB.toFixed(0)]);
    return one;
  };
  const whole = await importOne(CLAIMS, 1, '0');
  printTable(`Chromium: that file to ${whole.cases.toLocaleString('en-US')} committed cases: ${whole.seconds.toFixed(0)} s, ${(whole.megabytes / whole.seconds).toFixed(2)} MB/s, at most ${whole.heapMB.toFixed(0)} MB of heap`, ['claims in the store', 'claims/s since the line above'],
    whole.marks.map(({ claims, seconds }, at) => [String(claims), ((claims - (whole.marks[at - 1]?.claims ?? 0)) / (seconds - (whole.marks[at - 1]?.seconds ?? 0))).toFixed(0)]));
  if (CASES === 0) return;
  await inPage(page, 'clear()');
  await inPage(page, `seed(${CASES})`);
  await page.reload();
  await load();
  const opened = await inPage<{ rowsMs: number; tilesMs: number }>(page, 'justOpened()');
  printTable(`Chromium: a page just opened at ${CASES.toLocaleString('en-US')} cases, ms`, ['', 'ms'], [['store open, first 40 rows opened', opened.rowsMs.toFixed(0)], ['every column read, the four numbers', opened.tilesMs.toFixed(0)]]);
  const rows = await inPage<{ name: string; ms: number; bareMs: number }[]>(page, `queries(${CASES})`);
  await importOne(PER_FILE, 1_000_000, String(CASES));
  printTable('Chromium: files to committed cases', ['cases in the store', 'claims', 'new cases', 'claims/s', 'MB/s', 'heap MB'], imports);
  printTable(`Chromium: questions of the queue at ${CASES.toLocaleString('en-US')} cases, ms`, ['question', 'ms', 'bare cursor', 'of it'], rows.map(({ name, ms, bareMs }) => [name, ms.toFixed(1), bareMs.toFixed(1), ratio(ms, bareMs)]));
  await inPage(page, 'clear()');
});
