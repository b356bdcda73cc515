import { expect, test } from 'vitest';
import { parseCalendarDay } from '../../../rules/calendar/calendar-day.ts';
import { latePay, PROMPT_PAY_LAWS, promptPayDays, promptPayLaw } from '../../../rules/deadlines/prompt-pay.ts';

const day = (iso: string): number => parseCalendarDay(iso) ?? NaN;
const law = (state: string, network: 'in' | 'out' | null = 'in') => {
  const found = promptPayLaw({ state, lineOfBusiness: 'commercial', network });
  if (found === null) throw new Error('no law');
  return found;
};
const amounts = { paidCents: 30_000, chargeCents: 45_000, allowedCents: 30_000 };

test('every law carries a source with its section', () => {
  for (const one of PROMPT_PAY_LAWS) expect(one.source).toMatchObject({ url: expect.stringMatching(/^https?:/u) as string, citation: expect.stringMatching(/\d/u) as string });
});
test('Texas gives 30 days to an electronic clean claim and 45 to paper', () => {
  expect(promptPayDays(law('TX'), day('2026-02-10'), true)).toEqual({ earliest: day('2026-03-12'), latest: day('2026-03-12') });
  expect(promptPayDays(law('TX'), day('2026-02-10'), null)).toEqual({ earliest: day('2026-03-12'), latest: day('2026-03-27') });
});
test.each([
  // Due 12 March. Charge less contracted rate is 150.00.
  ['on the day', '2026-03-12', null], ['a day after', '2026-03-13', { daysLate: 1, penaltyCents: 7_500, interestCents: 0 }], ['45 days after', '2026-04-26', { daysLate: 45, penaltyCents: 7_500, interestCents: 0 }],
  ['46 days after', '2026-04-27', { daysLate: 46, penaltyCents: 15_000, interestCents: 0 }], ['90 days after', '2026-06-10', { daysLate: 90, penaltyCents: 15_000, interestCents: 0 }],
  // 150.00 x 18% x 100 / 365 = 7.397...
  ['100 days after', '2026-06-20', { daysLate: 100, penaltyCents: 15_000, interestCents: 740 }],
] as const)('Texas, paid %s', (_when, paidOn, expected) => expect(latePay(law('TX'), day('2026-03-12'), day(paidOn), amounts)).toEqual(expected));
test('the Texas penalty has a top, and needs both amounts', () => {
  expect(latePay(law('TX'), 0, 50, { paidCents: 1, chargeCents: 90_000_000, allowedCents: 10_000_000 })).toMatchObject({ penaltyCents: 20_000_000 });
  expect(latePay(law('TX'), 0, 100, { ...amounts, allowedCents: null })).toEqual({ daysLate: 100, penaltyCents: null, interestCents: null });
});
test('Florida: 12 percent simple on the payment from the first day late', () =>
  expect(latePay(law('FL'), 0, 73, { ...amounts, paidCents: 100_000 })).toEqual({ daysLate: 73, penaltyCents: 0, interestCents: 2_400 }));
test('a provider outside the network has no Texas claim, and another state or line has none at all', () => {
  expect(promptPayLaw({ state: 'TX', lineOfBusiness: 'commercial', network: 'out' })).toBeNull();
  expect(promptPayLaw({ state: 'OH', lineOfBusiness: 'commercial', network: 'in' })).toBeNull();
  expect(promptPayLaw({ state: 'FL', lineOfBusiness: 'medicaid', network: 'in' })).toBeNull();
});
