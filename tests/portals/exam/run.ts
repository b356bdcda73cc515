/**
 * Examines the reader on the exam pages: checks each truth in the browser, reads the page, prints right, absent and wrong per page.
 * `node tests/portals/exam/run.ts [--only part-of-name] [--quiet] [--strict] [--json file] [--folder pages] [--checkout project]`.
 * `--checkout` takes the reader of another checkout of this project.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Reading } from '../../../rules/reading/reading.ts';
import { openBrowser } from '../browser.ts';
import { score, table } from '../score.ts';
import type { Miss } from '../score.ts';
import type { ReadPage } from '../score-run.ts';
import { servePortals } from '../serve.ts';
import { checkShown } from './check-shown.ts';
import { examPages, examReplies } from './exam-pages.ts';
import type { ExamTruth } from './exam-pages.ts';

/** What the scorer leaves out: a payer by another name, a payment or provider adjustments where the page has none. */
function more(truth: ExamTruth, reading: Reading): Miss[] {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wrong = (field: string, expected: unknown, got: unknown): Miss => ({ field, verdict: 'wrong', expected: JSON.stringify(expected), got: JSON.stringify(got), certain: true });
  const { payer, payment, providerAdjustments } = reading;
  return [
    ...(truth.payer && payer && !truth.payer.some((one) => plain(one) === plain(payer.value)) ? [wrong('payer', truth.payer, payer.value)] : []),
    ...(!truth.payment && payment && truth.payment === null && (payment.number ?? payment.date ?? payment.amount) ? [wrong('payment', null, payment.number?.value ?? payment.amount?.value)] : []),
    ...(!truth.providerAdjustments && truth.payment === null && providerAdjustments.length ? [wrong('providerAdjustments', [], providerAdjustments)] : []),
  ];
}

const { values } = parseArgs({ options: { only: { type: 'string' }, folder: { type: 'string', default: import.meta.dirname }, checkout: { type: 'string', default: path.resolve(import.meta.dirname, '../../..') }, json: { type: 'string' }, quiet: { type: 'boolean' }, strict: { type: 'boolean' } } });
const { readPage } = await import(pathToFileURL(path.resolve(values.checkout, 'tests/read-page.ts')).href) as { readPage: ReadPage };
const server = await servePortals({ today: '2026-06-15', pages: await examReplies(path.resolve(values.folder)) });
const browser = await openBrowser();
const say = (text: string): void => { process.stdout.write(`${text}\n`); };
const scored = [];
let bad = 0;
try {
  for (const { truth } of examPages(path.resolve(values.folder)).filter(({ truth: { id } }) => !values.only || id.includes(values.only))) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const untrue = await checkShown(page, server.origin, truth);
    const start = performance.now();
    const reading = await readPage(page);
    const ms = Math.round(performance.now() - start);
    await page.close();
    const one = score(truth, reading);
    const misses = [...one.misses, ...more(truth, reading)];
    const count = (verdict: string): number => misses.filter((miss) => miss.verdict === verdict).length;
    const right = [...one.fields.values()].reduce((sum, tally) => sum + tally.right, 0);
    if (count('wrong') || (truth.kind === 'none' && reading.claims.length)) bad += 1;
    scored.push({ truth, score: one, misses, ms });
    say(`${truth.id.padEnd(34)} right ${String(right).padStart(3)}  absent ${String(count('absent')).padStart(3)}  wrong ${String(count('wrong')).padStart(3)}  claims ${reading.claims.length}/${truth.claims.length}  ${ms} ms${one.kindRight ? '' : `  KIND ${reading.kind} for ${truth.kind}`}`);
    for (const problem of untrue) say(`    UNTRUE ${problem}`);
    if (!values.quiet) for (const miss of misses) say(`    ${miss.verdict} ${miss.field}: expected ${miss.expected}, got ${miss.got}${miss.verdict === 'wrong' && !miss.certain ? ' (likely)' : ''}`);
  }
} finally {
  await browser.close();
  await server.close();
}
if (values.json) writeFileSync(values.json, JSON.stringify(scored.map(({ truth, misses, ms }) => ({ id: truth.id, misses, ms }))));
say(table(scored));
if (values.strict && bad) process.exitCode = 1;
