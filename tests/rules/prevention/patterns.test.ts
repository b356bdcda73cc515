import { expect, test } from 'vitest';
import type { DenialRow } from '../../../rules/numbers/denial-row.ts';
import { binomialLower, binomialUpper, discoveries } from '../../../rules/prevention/binomial.ts';
import { effectOf } from '../../../rules/prevention/change-effect.ts';
import { BASE_DAYS, findPatterns, RECENT_DAYS } from '../../../rules/prevention/patterns.ts';
import { seeded } from '../../remittances/generate-835.ts';
import { day, EXAMPLE_ROWS } from '../numbers/worked-example.ts';

const TODAY = day('7/1');
const row = (change: Partial<DenialRow>): DenialRow => ({ ...(EXAMPLE_ROWS[0] as DenialRow), first: 'denial', deniedCents: 10_000, ...change });
const PAYERS = ['A', 'B', 'C', 'D'];
const REASONS = ['auth', 'coding', 'elig', 'need', 'late', 'data'];
const PLACES = ['north', 'south', 'east'];

type Extra = { payer?: string; reason: string; place?: string; aWeek: number; from: number };
/** Denials of a practice over seven months: so many a week, unevenly spread over payers and reasons, in batches of 1 to `batch`; and what was put in on top. */
function practice(seed: number, aWeek: number, batch: number, extra: Extra[] = []): DenialRow[] {
  const pick = seeded(seed);
  const one = <T>(list: readonly T[]): T => list[Math.min(pick(list.length), pick(list.length))] as T;
  const rows: DenialRow[] = [];
  const add = (change: Partial<DenialRow>) => rows.push(row({ id: String(rows.length), payerKey: one(PAYERS), category: one(REASONS), code: '', provider: `Dr${pick(4)}`, location: one(PLACES), service: `S${pick(5)}`, ...change }));
  for (let at = TODAY - BASE_DAYS - RECENT_DAYS; at <= TODAY; at += 1) {
    // About Poisson: many small chances a day.
    const events = Array.from({ length: 40 }, () => pick(40 * 7 * 10)).filter((n) => n < (aWeek * 10) / ((1 + batch) / 2)).length;
    for (let n = 0; n < events; n += 1) {
      const size = 1 + pick(batch);
      const together = { payerKey: one(PAYERS), category: one(REASONS) };
      for (let k = 0; k < size; k += 1) add({ deniedDay: at, ...together });
    }
    for (const { payer, reason, place, aWeek: more, from } of extra) {
      if (at < TODAY - from) continue;
      for (let n = 0; n < 10; n += 1) if (pick(700) < more * 10) add({ deniedDay: at, category: reason, ...(payer === undefined ? {} : { payerKey: payer }), ...(place === undefined ? {} : { location: place }) });
    }
  }
  return rows;
}

test('the chances are those of the tables', () => {
  expect(binomialUpper(8, 10, 0.5)).toBeCloseTo(56 / 1024, 10); // (45 + 10 + 1) / 1024
  expect(binomialLower(2, 10, 0.5)).toBeCloseTo(56 / 1024, 10);
  expect(binomialUpper(30, 100, 0.2)).toBeCloseTo(0.0112, 3);
  // Benjamini and Hochberg's own example (1995, section 3.2): 15 chances at 5%, the first four stand.
  expect(discoveries([0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1], 0.05).filter(Boolean)).toHaveLength(4);
});

test('a true change is found and noise is not: the rates of 150 invented practices each', () => {
  const RUNS = 150;
  const count = (hits: (seed: number) => boolean): number => Array.from({ length: RUNS }, (_, n) => hits(n + 1)).filter(Boolean).length / RUNS;
  const alarm = (batch: number, aWeek: number) => count((seed) => findPatterns(practice(seed, aWeek, batch), TODAY).patterns.length > 0);
  // The scarcest payer and reason: some 1.5 claims in four weeks before; then so many a week on top.
  const found = (aWeek: number) => count((seed) => findPatterns(practice(seed, 25, 1, [{ payer: 'D', reason: 'data', aWeek, from: RECENT_DAYS }]), TODAY).patterns.some(({ filter, kind }) => kind !== 'spreading' && filter.payer === 'D' && filter.reason === 'data'));
  const spread = count((seed) => findPatterns(practice(seed, 25, 1, PLACES.map((place) => ({ reason: 'late', place, aWeek: 4, from: RECENT_DAYS }))), TODAY).patterns.some(({ filter, kind, by, values }) => kind === 'spreading' && by === 'location' && filter.reason === 'late' && values.length >= 2));
  const busy = count((seed) => findPatterns([...practice(seed, 25, 1), ...practice(seed + 5000, 25, 1).filter(({ deniedDay }) => deniedDay > TODAY - RECENT_DAYS)], TODAY).patterns.length > 0);
  const rates = { 'noise, 25 a week': alarm(1, 25), 'noise, 8 a week': alarm(1, 8), 'noise in batches of 1 to 6': alarm(6, 25), 'everything doubled at once': busy, '2 more a week found': found(2), '4 more a week found': found(4), '8 more a week found': found(8), 'spreading to three places found': spread };
  console.log(Object.entries(rates).map(([name, rate]) => `${name}: ${(rate * 100).toFixed(0)}%`).join('\n'));
  for (const name of ['noise, 25 a week', 'noise, 8 a week', 'noise in batches of 1 to 6', 'everything doubled at once'] as const) expect(rates[name], name).toBeLessThanOrEqual(0.1);
  expect(rates['4 more a week found']).toBeGreaterThanOrEqual(0.8);
  expect(rates['8 more a week found']).toBeGreaterThanOrEqual(0.98);
  expect(rates['spreading to three places found']).toBeGreaterThanOrEqual(0.6);
}, 120_000);

test('what is new is called new, and nothing is called of fewer than five claims', () => {
  const base = practice(7, 25, 1);
  const fresh = (n: number) => findPatterns([...base, ...Array.from({ length: n }, (_, at) => row({ id: `x${at}`, payerKey: 'Z', category: 'duplicate', code: 'CO-18', provider: 'Dr9', location: 'west', service: 'S9', deniedDay: TODAY - at }))], TODAY).patterns;
  expect(fresh(4)).toEqual([]);
  expect(fresh(9)).toEqual([expect.objectContaining({ kind: 'new', recent: 9, base: 0, recentCents: 90_000 })]);
});

test('a change is kept when the pattern fell and the rest did not; not when everything fell', () => {
  const of = (category: string, [before, after]: [number, number]): DenialRow[] => [
    ...Array.from({ length: before }, (_, n) => row({ category, deniedDay: day('4/1') - 1 - (n % 28) })), ...Array.from({ length: after }, (_, n) => row({ category, deniedDay: day('4/1') + (n % 28) })),
  ];
  const change = { filter: { reason: 'auth' }, startDay: day('4/1'), reviewDay: day('4/29'), followed: 'yes' as const, payerRuleMoved: false };
  const effect = (pattern: [number, number], others: [number, number], more = {}, today = day('5/1')) => effectOf([...of('auth', pattern), ...of('coding', others)], { ...change, ...more }, today);
  // 20 to 6 while the others stay at 40: (6 / 20) / (40 / 40).
  expect(effect([20, 6], [40, 40])).toMatchObject({ days: 28, before: { claims: 20 }, after: { claims: 6 }, ratio: 0.3, suggestion: 'keep', why: 'fell' });
  expect(effect([20, 10], [40, 20])).toMatchObject({ ratio: 1, suggestion: 'retire', why: 'no-change' });
  expect(effect([20, 18], [40, 40], { followed: 'partly' })).toMatchObject({ suggestion: 'adjust', why: 'not-followed' });
  expect(effect([20, 18], [40, 40], { payerRuleMoved: true })).toMatchObject({ suggestion: 'adjust', why: 'rule-moved' });
  expect(effect([10, 30], [40, 40])).toMatchObject({ ratio: 3, suggestion: 'retire', why: 'rose' });
  expect(effect([4, 2], [40, 40])).toMatchObject({ suggestion: 'too-early', why: 'too-few' });
  expect(effect([20, 6], [40, 40], {}, day('4/15'))).toMatchObject({ suggestion: 'too-early', why: 'running', days: 14 });
});
