import { expect, test } from 'vitest';
import type { DenialRow } from '../../../rules/numbers/denial-row.ts';
import { checklistOf, coachingCards } from '../../../rules/prevention/checklists.ts';
import { costliest, recurringReasons } from '../../../rules/prevention/recurring.ts';
import { hasIdentifiers, withoutIdentifiers } from '../../../rules/prevention/without-identifiers.ts';
import { day, EXAMPLE_ROWS } from '../numbers/worked-example.ts';

const TODAY = day('7/1');
const rows = (count: number, change: Partial<DenialRow>): DenialRow[] => Array.from({ length: count }, (_, n): DenialRow => ({ ...(EXAMPLE_ROWS[0] as DenialRow), id: `${change.category}-${n}`, first: 'denial', avoidable: 'yes', open: false, deniedCents: 10_000, deniedDay: TODAY - 3 - n, step: 'scheduling', provider: 'Dr Amit Sorrel', ...change }));

test('a check list is made of what came three times in half a year and could have been avoided, the most money first', () => {
  const denials = [
    ...rows(4, { category: 'eligibility', payerKey: 'A' }), ...rows(1, { category: 'eligibility', payerKey: 'B' }), ...rows(3, { category: 'prior-authorization', deniedCents: 50_000, service: '29881' }),
    ...rows(2, { category: 'network' }), ...rows(5, { category: 'non-covered', avoidable: 'no' }), ...rows(5, { category: 'patient-data', deniedDay: TODAY - 200 }), ...rows(3, { category: 'coding' }),
  ];
  expect(checklistOf(denials, 'front-desk', TODAY)).toEqual([
    expect.objectContaining({ category: 'prior-authorization', claims: 3, cents: 150_000, services: ['29881'] }),
    expect.objectContaining({ category: 'eligibility', claims: 5, cents: 50_000, payers: [{ payerKey: 'A', claims: 4 }] }),
  ]);
  expect(checklistOf(denials, 'pre-submission', TODAY).map(({ category }) => category)).toEqual(['coding']);
});

test('a coaching card has the pattern, the step and a good example, and neither a name nor a small group', () => {
  const cards = coachingCards([...rows(5, { category: 'prior-authorization' }), ...rows(4, { category: 'eligibility', step: 'front-desk' }), ...rows(9, { category: 'coding', step: 'undecided' })], TODAY, 5);
  expect(cards).toEqual([expect.objectContaining({ role: 'scheduling', category: 'prior-authorization', claims: 5, cents: 50_000 })]);
  expect(cards[0]?.step).toMatch(/\S/u);
  expect(cards[0]?.example).toMatch(/\S/u);
  expect(JSON.stringify(cards)).not.toContain('Sorrel');
});

test('each reason that came three times wants an owner; a rejection is no denial', () => {
  expect(recurringReasons([...rows(3, { category: 'coding', open: true }), ...rows(2, { category: 'network' }), ...rows(6, { category: 'claim-data', first: 'rejection' })], TODAY)).toEqual([{ category: 'coding', claims: 3, cents: 30_000, openCents: 30_000 }]);
});

test('the meeting sees what cost most in the last four weeks, and no group too small to stay unknown', () => {
  const denials = [...rows(5, { category: 'coding', payerKey: 'A' }), ...rows(6, { category: 'coding', payerKey: 'B', deniedCents: 1_000 }), ...rows(4, { category: 'network', payerKey: 'A', deniedCents: 900_000 }), ...rows(9, { category: 'eligibility', payerKey: 'A', deniedDay: TODAY - 40 })];
  expect(costliest(denials, TODAY, 28, 5, 5)).toEqual([{ filter: { payer: 'A', reason: 'coding' }, claims: 5, cents: 50_000 }, { filter: { payer: 'B', reason: 'coding' }, claims: 6, cents: 6_000 }]);
});

test.each([
  ['Claim 77000123456 again', 'Claim [left out] again'],
  ['member W123456789, born 3/4/1961', 'member [left out], born [left out]'],
  ['account RB00012345 of 2026-03-01', 'account [left out] of [left out]'],
  ['call (555) 014-2277 or mail pat@example.org', 'call [left out] or mail [left out]'],
  ['ACC1024-77 was sent twice', '[left out] was sent twice'],
])('numbers and dates of one claim do not leave with a note: %s', (text, left) => {
  expect(withoutIdentifiers(text)).toBe(left);
  expect(hasIdentifiers(text)).toBe(true);
});

test.each(['Procedure 29881 with modifier 59 and CO-197, 14 days ahead', 'Form CMS-1500, box 17 on paper; 2 of 3 in G0439', 'Hold the slot until the approval is on file', 'COVID-19 visits, J1100 x 2, $1,250.00'])('codes, counts and amounts stay: %s', (text) => {
  expect(withoutIdentifiers(text)).toBe(text);
  expect(hasIdentifiers(text)).toBe(false);
});
