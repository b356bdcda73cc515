import { expect, test } from 'vitest';
import type { DenialRow } from '../../../rules/numbers/denial-row.ts';
import { effectOf } from '../../../rules/prevention/change-effect.ts';
import { seeded } from '../../remittances/generate-835.ts';
import { day, EXAMPLE_ROWS } from '../numbers/worked-example.ts';

const START = day('5/1');
const DAYS = 56;
const TODAY = START + DAYS;
const sample = EXAMPLE_ROWS[0] as DenialRow;

/** Eight weeks before and after a change: so many denials a week of the pattern and of all others, about Poisson. */
function denials(seed: number, pattern: { before: number; after: number }, others: { before: number; after: number }): DenialRow[] {
  const pick = seeded(seed);
  const rows: DenialRow[] = [];
  for (let at = START - DAYS; at < START + DAYS; at += 1) {
    const side = at < START ? 'before' : 'after';
    for (const [category, aWeek] of [['auth', pattern[side]], ['coding', others[side]]] as const) {
      for (let n = 0; n < 30; n += 1) if (pick(2100) < aWeek * 10) rows.push({ ...sample, id: `${rows.length}`, category, first: 'denial', deniedDay: at, deniedCents: 10_000 });
    }
  }
  return rows;
}

test('a change that helped is kept and not thrown away, one that did nothing hardly ever kept: the rates of 1,000 invented changes each', () => {
  const RUNS = 1000;
  const change = { filter: { reason: 'auth' }, startDay: START, reviewDay: TODAY, followed: 'yes' as const, payerRuleMoved: false };
  const suggested = (what: 'keep' | 'retire', pattern: { before: number; after: number }, others: { before: number; after: number }): number => Array.from({ length: RUNS }, (_, n) => effectOf(denials(n + 1, pattern, others), change, TODAY).suggestion === what).filter(Boolean).length / RUNS;
  const same = { before: 20, after: 20 };
  const kept = (pattern: { before: number; after: number }, others: { before: number; after: number }) => suggested('keep', pattern, others);
  const rates = {
    'nothing changed, 4 a week': kept({ before: 4, after: 4 }, same), 'nothing changed, 1 a week': kept({ before: 1, after: 1 }, same), 'everything fell by half': kept({ before: 4, after: 2 }, { before: 20, after: 10 }),
    'fell by half, 4 a week': kept({ before: 4, after: 2 }, same), 'fell by three quarters, 4 a week': kept({ before: 4, after: 1 }, same), 'fell by half while the others doubled': kept({ before: 4, after: 2 }, { before: 10, after: 20 }),
  };
  const retired = {
    'nothing changed, 4 a week': suggested('retire', { before: 4, after: 4 }, same), 'fell by half, 4 a week': suggested('retire', { before: 4, after: 2 }, same), 'fell by half, 2 a week': suggested('retire', { before: 2, after: 1 }, same),
  };
  console.log(Object.entries(rates).map(([name, rate]) => `kept: ${name}: ${(rate * 100).toFixed(1)}%`).join('\n'));
  console.log(Object.entries(retired).map(([name, rate]) => `retired: ${name}: ${(rate * 100).toFixed(1)}%`).join('\n'));
  expect(retired['nothing changed, 4 a week']).toBeGreaterThanOrEqual(0.6);
  expect(retired['fell by half, 4 a week']).toBeLessThanOrEqual(0.15);
  expect(retired['fell by half, 2 a week']).toBeLessThanOrEqual(0.15);
  // The test is at 5%, and is conservative for whole numbers; what is left is the chance of the comparison itself.
  expect(rates['nothing changed, 4 a week']).toBeLessThanOrEqual(0.08);
  expect(rates['nothing changed, 1 a week']).toBeLessThanOrEqual(0.08);
  expect(rates['everything fell by half']).toBeLessThanOrEqual(0.08);
  expect(rates['fell by half, 4 a week']).toBeGreaterThanOrEqual(0.6);
  expect(rates['fell by three quarters, 4 a week']).toBeGreaterThanOrEqual(0.95);
  expect(rates['fell by half while the others doubled']).toBeGreaterThanOrEqual(0.95);
}, 60_000);
