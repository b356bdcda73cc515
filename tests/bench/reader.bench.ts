import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { openBrowser } from '../portals/browser.ts';
import { readerBundle } from '../read-page.ts';
import { benchPage, PAGE_KINDS } from './bench-pages.ts';
import type { PageKind } from './bench-pages.ts';
import { printTable, ratio } from './print-table.ts';

/**
 * How long one reading of a page takes in Chromium: `node tests/bench/reader.bench.ts`. Beside it one bare walk over the same page, and two
 * readers of whole pages. `cold` is the very first call in a fresh browser, with nothing compiled and no style worked out yet; `longest` is the longest piece of
 * such a first reading between two pauses, as it holds up the page. A page is read again after each change of it: `reader`.
 * On a page that is none of ours the gate alone runs, as in the product: the reader is not even brought in.
 */
const SIZES = [1_000, 10_000, 21_500, 50_000];
const GOALS: Readonly<Record<PageKind, number>> = { claim: 5, 'claim among claims': 5, 'list of claims': 5, 'claim words, no claim': 5, 'none of ours': 2 };
const READ_MS = 1_200;
const PEER_MS = 400;
/** A reading may not hold the page up for longer. */
const LONG_TASK_MS = 50;

type Timing = { first: number; best: number };
type Times = { nodes: number; kind: string; reader: Timing; bare: Timing; readability: Timing; defuddle: Timing };
type Cold = { ms: number; longest: number };

async function peersBundle(): Promise<string> {
  const bundle = await rolldown({ input: fileURLToPath(new URL('page-peers.ts', import.meta.url)), logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', name: 'Peers', minify: true });
  await bundle.close();
  return output[0].code;
}

const IN_PAGE = `(() => {
  const read = () => OverturnReader.readAlone();
  const kind = JSON.parse(read()).kind;
  const gate = Peers.time(() => OverturnReader.gate(), ${PEER_MS});
  const reader = kind === 'none' && !OverturnReader.gate() ? gate : Peers.time(read, ${READ_MS});
  const bare = Peers.time(Peers.bareWalk, ${PEER_MS});
  return { nodes: Peers.countNodes(), kind, reader, bare, readability: Peers.time(Peers.readability, ${PEER_MS}), defuddle: Peers.time(Peers.defuddle, ${PEER_MS}) };
})()`;

const [reader, peers] = await Promise.all([readerBundle(), peersBundle()]);

/** The first reading of all, in a browser of its own: in one go, and in pieces. */
async function cold(html: string): Promise<Cold> {
  const measure = async (expression: string): Promise<number> => {
    const fresh = await openBrowser();
    try {
      const page = await fresh.newPage({ viewport: { width: 1280, height: 900 } });
      await page.setContent(html);
      await page.evaluate(`${reader}\n;0`);
      return await page.evaluate<number>(expression);
    } finally {
      await fresh.close();
    }
  };
  const ms = await measure('(() => { const started = performance.now(); if (OverturnReader.gate()) OverturnReader.readAlone(); return performance.now() - started; })()');
  return { ms, longest: await measure('OverturnReader.gate() ? Math.max(...OverturnReader.pieces()) : 0') };
}

const browser = await openBrowser();
const rows: string[][] = [];
try {
  for (const kind of PAGE_KINDS) {
    for (const size of SIZES) {
      const html = benchPage(kind, size);
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await page.setContent(html);
      await page.evaluate(`${peers}\n;globalThis.Peers = Peers;\n${reader}\n;0`);
      const got = await page.evaluate<Times>(IN_PAGE);
      await page.close();
      const first = await cold(html);
      const { best } = got.reader;
      rows.push([
        kind, String(got.nodes), got.kind, best.toFixed(2), first.ms.toFixed(0), `${first.longest.toFixed(0)}${first.longest > LONG_TASK_MS ? ` (goal ${LONG_TASK_MS})` : ''}`, got.bare.best.toFixed(2), ratio(best, got.bare.best, GOALS[kind]),
        got.readability.best.toFixed(0), ratio(best, got.readability.best), got.defuddle.best.toFixed(0), ratio(best, got.defuddle.best),
      ]);
    }
  }
} finally {
  await browser.close();
}
printTable('Reader in Chromium, ms for one reading; goal at most 5x the bare walk on a claim page, 2x on a page that is none of ours, a twentieth of the others', ['page', 'nodes', 'read as', 'reader', 'cold', 'longest', 'bare', 'of bare', 'readability', 'of it', 'defuddle', 'of it'], rows);
