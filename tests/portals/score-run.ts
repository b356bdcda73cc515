/**
 * Scores the shipped reader on generated pages and on the demo portals: `node tests/portals/score-run.ts --count 200`.
 * Options: --from SEED, --mutations (each page also in all its mutations), --demo (the demo portals' states too), --exam (the examiner's pages too),
 * --only LAYOUT (part of a layout's name), --cold (read at once, without waiting for late content), --quick (40 ms between two readings instead of 500), --misses (list them),
 * --host HOST (as that portal's map and terms would read them), --json FILE, --strict (exit status 1 when a wrong value is called certain or a claim is offered where there is none).
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import type { Reading } from '../../rules/reading/reading.ts';
import { openBrowser } from './browser.ts';
import { PORTALS } from './demo/portals.ts';
import { generatePage, MUTATIONS } from './generate.ts';
import { reach } from './page-state.ts';
import type { Reply } from './portal.ts';
import { score, table } from './score.ts';
import type { Score } from './score.ts';
import { servePortals } from './serve.ts';
import { examPages, examReplies } from './exam/exam-pages.ts';
import type { Expectation } from './truth.ts';

export type ReadPage = (page: Page, options?: { host?: string; between?: number }) => Promise<Reading>;
export type Scored = { truth: Expectation; layout: string; score: Score; kind: string; ms: number };
export type RunOptions = { count?: number; from?: number; mutations?: boolean; demo?: boolean; exam?: boolean; only?: string; cold?: boolean; quick?: boolean; today?: string; /** Everything is read as this portal's. */ host?: string };

/** Pages read beside each other, each in a window of its own: much of a reading is waiting for a page to come to rest. */
const LANES = 3;
const EXAM = fileURLToPath(new URL('exam', import.meta.url));

/** Opens every page in one headless browser, reads it with `readPage` and scores it. */
export async function scoreRun(readPage: ReadPage, options: RunOptions = {}): Promise<Scored[]> {
  const { count = 100, from = 0, today = '2026-06-15' } = options;
  const kinds: (string | undefined)[] = options.mutations ? [undefined, ...Object.keys(MUTATIONS)] : [undefined];
  const generated = Array.from({ length: count }, (_, at) => kinds.map((kind) => ({ kind, made: generatePage(from + at, kind) }))).flat();
  const wanted: { truth: Expectation; layout: string; host?: string }[] = [
    ...generated.map(({ made, kind }) => ({ truth: made.expectation, layout: `${made.layout}${kind ? `~${kind}` : ''}` })),
    ...(options.demo ? PORTALS.flatMap((portal) => portal.expectations(today).map((truth) => ({ truth, layout: `demo/${truth.id}` }))) : []),
    ...(options.exam ? examPages(EXAM).flatMap(({ truth }) => [undefined, ...(truth.host === undefined ? [] : [truth.host])].map((host) => ({ truth, layout: `exam/${truth.id}${host === undefined ? '' : `@${host}`}`, ...(host === undefined ? {} : { host }) }))) : []),
  ].filter(({ layout }) => !options.only || layout.includes(options.only)).map((one) => (options.host === undefined ? one : { ...one, host: options.host }));
  const server = await servePortals({ today, pages: new Map<string, Reply>([...generated.flatMap(({ made }) => [...made.files]), ...(options.exam ? await examReplies(EXAM) : [])]) });
  const browser = await openBrowser();
  const scored = new Map<number, Scored>();
  const waiting = [...wanted.entries()].reverse();
  const lane = async (): Promise<void> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [at, { truth, layout, host }] = next;
      await reach(page, server.origin, truth, { settle: !options.cold });
      const start = performance.now();
      const reading = await readPage(page, { ...(options.quick ? { between: 40 } : {}), ...(host === undefined ? {} : { host }) });
      scored.set(at, { truth, layout, score: score(truth, reading), kind: reading.kind, ms: Math.round(performance.now() - start) });
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    await browser.close();
    await server.close();
  }
  return [...scored].sort(([one], [other]) => one - other).map(([, result]) => result);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { count: { type: 'string', default: '100' }, from: { type: 'string', default: '0' }, mutations: { type: 'boolean' }, demo: { type: 'boolean' }, exam: { type: 'boolean' }, only: { type: 'string' }, cold: { type: 'boolean' }, quick: { type: 'boolean' }, misses: { type: 'boolean' }, strict: { type: 'boolean' }, json: { type: 'string' }, host: { type: 'string' } } });
  const reader = await import(new URL('../read-page.ts', import.meta.url).href) as { readPage: ReadPage };
  const scored = await scoreRun(reader.readPage, { count: Number(values.count), from: Number(values.from), ...(values.mutations ? { mutations: true } : {}), ...(values.demo ? { demo: true } : {}), ...(values.exam ? { exam: true } : {}), ...(values.only ? { only: values.only } : {}), ...(values.host ? { host: values.host } : {}), ...(values.cold ? { cold: true } : {}), ...(values.quick ? { quick: true } : {}) });
  if (values.misses) for (const one of scored) {
    const bad = one.score.misses;
    if (bad.length || !one.score.kindRight) process.stdout.write(`${one.truth.id} ${one.layout}${one.score.kindRight ? '' : ` KIND ${one.kind} for ${one.truth.kind}`}\n${bad.map((miss) => `  ${miss.verdict} ${miss.field}: expected ${miss.expected}, got ${miss.got}${miss.verdict === 'wrong' && !miss.certain ? ' (likely)' : ''}`).join('\n')}\n`);
  }
  if (values.json) writeFileSync(values.json, JSON.stringify(scored.map((one) => ({ id: one.truth.id, layout: one.layout, kindRight: one.score.kindRight, misses: one.score.misses, ms: one.ms }))));
  process.stdout.write(`${table(scored)}\n`);
  const bad = scored.filter(({ truth, score: one }) => [...one.fields.values()].some(({ wrongCertain }) => wrongCertain > 0) || (truth.kind === 'none' && one.claimsOffered > 0));
  if (values.strict && bad.length) process.exitCode = 1;
}
