import { describe, expect, test } from 'vitest';
import { byDimension, crossTable, filtered } from '../../../rules/numbers/dimensions.ts';
import { claimsOf, contactsBehind, figureOf } from '../../../rules/numbers/figure.ts';
import type { Asked, Figure, Metric } from '../../../rules/numbers/metric.ts';
import { METRICS, metricOf } from '../../../rules/numbers/metrics.ts';
import { FIRST_NUMBERS_SETTINGS } from '../../../rules/numbers/numbers-settings.ts';
import type { NumbersSettings } from '../../../rules/numbers/numbers-settings.ts';
import { periodOfMonth } from '../../../rules/numbers/period.ts';
import type { Period } from '../../../rules/numbers/period.ts';
import { trendOf } from '../../../rules/numbers/trend.ts';
import { day, EXAMPLE_CONTACTS, EXAMPLE_PROMISES, EXAMPLE_ROWS, EXAMPLE_SUBMITTED } from './worked-example.ts';

const MARCH = periodOfMonth(2026 * 12 + 2);
const asked = (change: Partial<Asked> = {}, settings: Partial<NumbersSettings> = {}): Asked => ({
  rows: EXAMPLE_ROWS, contacts: EXAMPLE_CONTACTS, promises: EXAMPLE_PROMISES, submitted: { facts: EXAMPLE_SUBMITTED, unusable: null }, period: MARCH, today: day('4/10'),
  settings: { ...FIRST_NUMBERS_SETTINGS, minimumN: 3, hourlyCostCents: 3000, monthlyFeesCents: 10_000, ...settings }, ...change,
});
function metric(id: string): Metric {
  const found = metricOf(id);
  if (found === null) throw new Error(id);
  return found;
}
const figure = (id: string, change: Partial<Asked> = {}, settings: Partial<NumbersSettings> = {}): Figure => {
  return figureOf(metric(id), asked(change, settings));
};
const SPRING: Period = { from: day('3/1'), to: day('5/31') };

/**
 * The spreadsheet: each figure worked out by hand from the table of worked-example.ts, by the numbers of its lines.
 * metric | arithmetic | numerator | denominator | n | value
 */
const SHEET: [id: string, arithmetic: string, top: number, bottom: number | null, n: number, value: number][] = [
  ['initial-denial-rate-claims', '01 02 03 04 05 06 (07 was first paid, 08 is a rejection) = 6; 6 / 40', 6, 40, 40, 15],
  ['initial-denial-rate-dollars', '1000 + 500 + 200 + 150 (04: its denied part) + 300 + 800 = 2950; 2950 / 20000', 295_000, 2_000_000, 40, 14.75],
  ['denial-rate-simple', 'the six and 07 = 7; 7 / 40', 7, 40, 40, 17.5],
  ['avoidable-denial-rate', 'decided: 01y 02y 03y 04n 06n; 3 / 5', 3, 5, 5, 60],
  ['avoidable-per-submitted', '3 / 40', 3, 40, 40, 7.5],
  ['denied-dollars', '2950 + 600', 355_000, null, 7, 355_000],
  ['open-denial-dollars', '05: 300 + 06: 800 + 07: 600', 170_000, null, 3, 170_000],
  ['repeat-after-resend', 'first sent in March: 01 04 05 08 11; again: 05 11; 2 / 5', 2, 5, 5, 40],
  ['repeat-pattern', '01 (18 days after 10), 02 (7 after 01), 05 (1 after 04), 07 (19 after 02) = 4 of the 7 denials', 4, 7, 7, 57.142857],
  ['clean-claim-rate', '30 / 40', 30, 40, 40, 75],
  ['days-in-receivables', '90000 / 2000', 9_000_000, 200_000, 1, 45],
  ['recovery-rate-claims', 'ended: 01 02 03 09 10 11 = 6; paid: 01 10; 2 / 6', 2, 6, 6, 33.333333],
  ['recovery-rate-dollars', '(1000 + 450) / (1000 + 500 + 200 + 700 + 900 + 100) = 1450 / 3400', 145_000, 340_000, 6, 42.647059],
  ['recovery-rate-cohort', 'sent in March and denied: 03 04 05 06; paid: 04; 1 / 4', 1, 4, 4, 25],
  ['appeal-overturn-rate', 'decided: 01 overturned, 10 in part, 11 upheld; 2 / 3', 2, 3, 3, 66.666667],
  ['write-off-rate', '(02: 500 + 09: 700) / 3400', 120_000, 340_000, 6, 35.294118],
  ['avoidable-write-offs', '02: 500 + 09: 700', 120_000, null, 2, 120_000],
  ['labour-cost', '(40 + 10 + 5 + 15 + 30 + 25 = 125 min × $30/h = 62.50) + 100 = 162.50; / 6 = 27.08', 16_250, 6, 6, 2708],
  ['net-recovery', '1450 − 162.50', 145_000, 16_250, 6, 128_750],
  ['days-to-resolution', '01 28, 02 16, 03 8, 09 23, 10 34, 11 41: middle of 23 and 28; mean 150 / 6', 150, 6, 6, 25.5],
  ['days-to-action', '01 8, 04 5, 05 2, 11 25: middle of 5 and 8; mean 40 / 4', 40, 4, 4, 6.5],
  ['appeal-rate', 'appealable: 01 02 05 06 07; appealed: 01 05; 2 / 5', 2, 5, 5, 40],
  ['promise-kept-rate', 'kept by 3/20 and 3/25, broken 3/21; 2 / 3', 2, 3, 3, 66.666667],
  ['reference-coverage', 'all but c5: 7; given: c1 c2 c3 c6 c8; 5 / 7', 5, 7, 7, 71.428571],
  ['dropped-calls', 'calls: c1 to c6, c8 = 7; cut off: c5; 1 / 7', 1, 7, 7, 14.285714],
];

test('the calls and promises behind a figure are those it counts, and a promise nobody looked into is shown beside them', () => {
  const refs = contactsBehind(metric('reference-coverage'), asked());
  expect(refs.map(({ key }) => key).sort()).toEqual(['c1', 'c2', 'c3', 'c4', 'c6', 'c7', 'c8']);
  expect(refs.filter(({ isTop }) => isTop === true).flatMap(({ caseIds }) => caseIds).sort()).toEqual(['case1', 'case2', 'case3', 'case6', 'case8']);
  expect(contactsBehind(metric('promise-kept-rate'), asked()).map(({ caseIds, isTop }) => [caseIds[0], isTop])).toEqual([['case of 3/27', null], ['case of 3/25', true], ['case of 3/21', false], ['case of 3/20', true]]);
  expect(contactsBehind(metric('denied-dollars'), asked())).toEqual([]);
});

describe('every metric equals what was worked out by hand', () => {
  test.each(SHEET)('%s: %s', (id, _arithmetic, top, bottom, n, value) => {
    const found = figure(id);
    expect({ top: found.top, bottom: found.bottom, n: found.n }).toEqual({ top, bottom, n });
    expect(found.value).toBeCloseTo(value, 5);
  });

  test('deadlines, March to May: due 01 02 05 06 10 11 (04 is later, 07 not yet); missed 02, 06 and 11, which went out two days late; 3 / 6, $1,400', () => {
    const missed = figure('missed-deadline-rate', { period: SPRING });
    expect({ top: missed.top, n: missed.n, value: missed.value }).toEqual({ top: 3, n: 6, value: 50 });
    expect(missed.beside).toEqual([{ label: 'dollars on missed claims', unit: 'cents', value: 140_000 }, { label: 'open without a known date', unit: 'count', value: 0 }]);
    expect(figure('acted-in-time-rate', { period: SPRING }).value).toBe(50);
  });

  test('the sheet and the deadlines together hold every metric', () => {
    expect([...SHEET.map(([id]) => id), 'missed-deadline-rate', 'acted-in-time-rate'].sort()).toEqual(METRICS.map(({ id }) => id).sort());
  });

  test('what is left out is named: open claims, undecided ones, rejections, the patient\'s part', () => {
    expect(figure('recovery-rate-claims').open).toEqual({ claims: 3, cents: 170_000 }); // 05 06 07
    expect(figure('recovery-rate-claims').beside.map(({ value }) => value)).toEqual([1, 1]); // 01 in full, 10 in part
    expect(figure('recovery-rate-dollars').beside[0]?.value).toBe(20_000); // 03
    expect(figure('recovery-rate-cohort').open).toEqual({ claims: 2, cents: 110_000 }); // 05 06
    expect(figure('recovery-rate-cohort').beside[0]?.value).toBe(1); // 07
    expect(figure('avoidable-denial-rate').beside[0]?.value).toBe(1); // 05
    expect(figure('initial-denial-rate-claims').beside.map(({ value }) => value)).toEqual([295_000, 1, 1]);
    expect(figure('days-to-action').open).toEqual({ claims: 2, cents: 140_000 }); // 06 07
    expect(figure('appeal-overturn-rate').open).toEqual({ claims: 1, cents: 30_000 }); // 05
    expect(figure('open-denial-dollars').parts).toEqual([{ part: 'correction', cents: 60_000, claims: 1 }, { part: 'appeal', cents: 80_000, claims: 1 }, { part: 'payer', cents: 30_000, claims: 1 }, { part: 'decision', cents: 0, claims: 0 }]);
    expect(figure('promise-kept-rate').parts).toEqual([{ part: 'not-yet', cents: 0, claims: 1 }]); // of 3/27
    expect(figure('days-to-resolution').mean).toBe(25);
  });

  test('the settings act on the figures they are named for', () => {
    expect(figure('initial-denial-rate-claims', {}, { partialsCount: false }).value).toBe(12.5); // without 04: 5 / 40
    expect(figure('days-to-resolution', {}, { endPoint: 'payment-or-write-off' })).toMatchObject({ value: 25.5, mean: 25.25, n: 4 }); // 28 16 23 34
    expect(figure('days-to-resolution', {}, { endPoint: 'payment' })).toMatchObject({ value: null, why: 'too-few', n: 2 });
    expect(figure('repeat-pattern', {}, { repeatDays: 7 }).top).toBe(2); // 02 and 05
  });
});

test('below the minimum there is no percentage and no middle, only counts', () => {
  for (const id of ['recovery-rate-claims', 'avoidable-denial-rate', 'days-to-resolution', 'appeal-overturn-rate']) {
    const found = figure(id, {}, { minimumN: 10 });
    expect(found).toMatchObject({ value: null, why: 'too-few' });
    expect(found.n).toBeGreaterThan(0);
  }
  expect(figure('denied-dollars', {}, { minimumN: 10 }).value).toBe(355_000);
});

test('a denominator that is missing is said to be missing, and never guessed', () => {
  expect(figure('initial-denial-rate-claims', { period: { from: day('2/1'), to: day('3/31') } })).toMatchObject({ value: null, why: 'no-denominator', denominator: { missing: [2026 * 12 + 1] } });
  expect(figure('initial-denial-rate-claims', { period: { from: day('3/2'), to: day('3/31') } })).toMatchObject({ value: null, why: 'part-months' });
  expect(figure('initial-denial-rate-claims', { submitted: { facts: EXAMPLE_SUBMITTED, unusable: 'working-in' } })).toMatchObject({ value: null, why: 'working-in' });
  const narrowed = filtered(asked(), { reason: 'auth' });
  expect(figureOf(metric('initial-denial-rate-claims'), narrowed)).toMatchObject({ value: null, why: 'not-by-this' });
  expect(figure('labour-cost', {}, { hourlyCostCents: null })).toMatchObject({ value: null, why: 'no-cost' });
});

test('imported counts add up over payers; a typed figure of a payer stands before them, one of the practice before all', () => {
  const month = 2026 * 12 + 2;
  const fact = (payerKey: string, source: 'imported' | 'typed' | 'answered', claims: number) => ({ month, payerKey, source, claims, cents: 0, cleanClaims: null, receivablesCents: null, dailyChargesCents: null });
  const rate = (facts: ReturnType<typeof fact>[]) => figure('initial-denial-rate-claims', { submitted: { facts, unusable: null } });
  expect(rate([fact('A', 'imported', 12), fact('B', 'imported', 18)])).toMatchObject({ bottom: 30, denominator: { sources: ['imported'] } });
  expect(rate([fact('A', 'imported', 12), fact('B', 'imported', 18), fact('A', 'typed', 22)])).toMatchObject({ bottom: 40, denominator: { sources: ['imported', 'typed'] } });
  expect(rate([fact('A', 'imported', 12), fact('', 'typed', 60)])).toMatchObject({ bottom: 60, denominator: { sources: ['typed'] } });
  // Answers of remittances stand in only for a month without anything sent on file.
  expect(rate([fact('A', 'answered', 50)])).toMatchObject({ bottom: 50, denominator: { sources: ['answered'] } });
  expect(rate([fact('A', 'answered', 50), fact('A', 'imported', 12), fact('B', 'imported', 18)])).toMatchObject({ bottom: 30, denominator: { sources: ['imported'] } });
});

test('by a dimension: denied dollars of March by payer, reason, specialty, location, provider, service, owner and step', () => {
  const dollars = metric('denied-dollars');
  const by = (dimension: Parameters<typeof byDimension>[2]) => Object.fromEntries(byDimension(dollars, asked(), dimension).map(({ value, figure: { top } }) => [value, top / 100]));
  expect(by('payer')).toEqual({ A: 2300, B: 1250 }); // 1000 + 500 + 200 + 600; 150 + 300 + 800
  expect(by('reason')).toEqual({ auth: 2100, need: 800, coding: 450, elig: 200 });
  expect(by('specialty')).toEqual({ ortho: 2750, derm: 800 });
  expect(by('location')).toEqual({ main: 2550, east: 1000 });
  expect(by('provider')).toEqual({ Dr1: 2550, Dr3: 800, Dr2: 200 });
  expect(by('service')).toEqual({ 29881: 2100, 11102: 800, 99214: 450, 99213: 200 });
  expect(by('owner')).toEqual({ u1: 2900, u2: 650 });
  expect(by('step')).toEqual({ scheduling: 2100, clinical: 800, coding: 450, 'front-desk': 200 });
  const cross = crossTable(EXAMPLE_ROWS, MARCH);
  expect(cross.payers).toEqual(['A', 'B']);
  expect(cross.reasons).toEqual(['auth', 'need', 'coding', 'elig']);
  expect(cross.cents).toEqual([[210_000, 0, 0, 20_000], [0, 80_000, 45_000, 0]]);
});

test('the claims behind a figure are those it counted', () => {
  const found = claimsOf(metric('recovery-rate-claims'), asked());
  expect(found.counted.map(({ id }) => id)).toEqual(['01', '02', '03', '09', '10', '11']);
  expect(found.top.map(({ id }) => id)).toEqual(['01', '10']);
});

test('a line breaks in the month in which its definition changed, and older months keep the definition they were reported by', () => {
  const history = [{ fromDay: day('1/1'), settings: asked().settings }, { fromDay: day('3/15'), settings: { ...asked().settings, partialsCount: false } }];
  const line = trendOf(metric('avoidable-denial-rate'), asked(), 2026 * 12 + 2, 3, history, []);
  expect(line.map(({ breaks }) => breaks.length)).toEqual([0, 0, 1]);
  expect(line[2]?.breaks[0]).toEqual({ day: day('3/15'), why: { setting: 'partialsCount' } });
  expect(line[2]?.figure).toMatchObject({ top: 3, n: 4 }); // 04 is partial and left out
  expect(trendOf(metric('write-off-rate'), asked(), 2026 * 12 + 2, 3, history, []).every(({ breaks }) => breaks.length === 0)).toBe(true);
  const versioned = { ...metric('write-off-rate'), version: 2, changed: [{ version: 2, what: 'Leaves small balances out' }] };
  const seen = [{ metricId: 'write-off-rate', version: 1, day: day('1/1') }, { metricId: 'write-off-rate', version: 2, day: day('2/9') }];
  expect(trendOf(versioned, asked(), 2026 * 12 + 2, 3, history, seen).map(({ breaks }) => breaks.map(({ why }) => why))).toEqual([[], [{ version: 2, what: 'Leaves small balances out' }], []]);
});
