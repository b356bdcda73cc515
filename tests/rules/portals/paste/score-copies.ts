/**
 * Copies pages in Chromium as a person does (Ctrl+A, Ctrl+C), pastes them, reads the copy and scores it beside the page's truth:
 * `node tests/rules/portals/paste/score-copies.ts --count 200 [--from SEED] [--text] [--misses] [--show]`. `--text` leaves the HTML flavour out.
 * Where a copy cannot hold a value (in frames, cut by the window) it is absent; a wrong value is what matters.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import type { Reading } from '../../../../rules/reading/reading.ts';
import { openBrowser } from '../../../portals/browser.ts';
import { bundle } from '../../../portals/bundle.ts';
import { generatePage } from '../../../portals/generate.ts';
import { reach } from '../../../portals/page-state.ts';
import type { Reply } from '../../../portals/portal.ts';
import { score, table } from '../../../portals/score.ts';
import { servePortals } from '../../../portals/serve.ts';

type Flavours = { text: string; html: string };
type PasteWindow = typeof globalThis & { pasted: Flavours | null; readClipboard: (text: string, html: string | null) => Reading };

/** What Ctrl+A, Ctrl+C in `page` leaves for Ctrl+V in `target`. */
async function copied(page: Page, target: Page): Promise<Flavours> {
  await page.bringToFront();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await target.bringToFront();
  await target.evaluate(() => {
    (globalThis as PasteWindow).pasted = null;
    document.querySelector('textarea')?.focus();
  });
  await target.keyboard.press('Control+V');
  return await target.evaluate(() => (globalThis as PasteWindow).pasted) ?? { text: '', html: '' };
}

const { values } = parseArgs({ options: { count: { type: 'string', default: '100' }, from: { type: 'string', default: '0' }, text: { type: 'boolean' }, misses: { type: 'boolean' }, show: { type: 'boolean' } } });
const from = Number(values.from);
const generated = Array.from({ length: Number(values.count) }, (_, at) => generatePage(from + at));
const server = await servePortals({ today: '2026-06-15', pages: new Map<string, Reply>(generated.flatMap((made) => [...made.files])) });
const browser = await openBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  const target = await context.newPage();
  await target.goto(server.origin);
  await target.setContent('<textarea></textarea>');
  await target.evaluate(() => {
    document.addEventListener('paste', (event) => {
      event.preventDefault();
      (globalThis as PasteWindow).pasted = { text: event.clipboardData?.getData('text/plain') ?? '', html: event.clipboardData?.getData('text/html') ?? '' };
    });
  });
  await target.addScriptTag({ type: 'module', content: await bundle(new URL('paste-page.ts', import.meta.url)) });
  await target.waitForFunction(() => typeof (globalThis as PasteWindow).readClipboard === 'function');
  const page = await context.newPage();
  const scored = [];
  for (const made of generated) {
    await reach(page, server.origin, made.expectation, { settle: true });
    const { text, html } = await copied(page, target);
    const reading = await target.evaluate(([plain, rich]) => (globalThis as PasteWindow).readClipboard(plain, rich), [text, values.text === true || html === '' ? null : html] as const);
    if (values.show === true) process.stdout.write(`${JSON.stringify(text.slice(0, 3000))}\n${JSON.stringify(html.slice(0, 30_000))}\n`);
    const one = { truth: made.expectation, layout: made.layout, score: score(made.expectation, reading) };
    scored.push(one);
    const wrong = one.score.misses.filter(({ verdict }) => verdict === 'wrong');
    if (values.misses === true && wrong.length > 0) process.stdout.write(`${made.expectation.id} ${made.layout} ${reading.kind} for ${made.expectation.kind}\n${wrong.map((miss) => `  ${miss.field}: expected ${miss.expected}, got ${miss.got}`).join('\n')}\n`);
  }
  process.stdout.write(`${table(scored)}\n`);
} finally {
  await browser.close();
  await server.close();
}
