import { expect, test } from 'vitest';
import { capacityOf } from '../../../rules/numbers/capacity.ts';
import type { DenialRow } from '../../../rules/numbers/denial-row.ts';
import { holdTimes } from '../../../rules/numbers/hold-times.ts';
import { FIRST_NUMBERS_SETTINGS } from '../../../rules/numbers/numbers-settings.ts';
import { payerScorecard } from '../../../rules/numbers/payer-scorecard.ts';
import { periodOfMonth } from '../../../rules/numbers/period.ts';
import { productivity } from '../../../rules/numbers/productivity.ts';
import { day, EXAMPLE_CONTACTS, EXAMPLE_PROMISES, EXAMPLE_ROWS } from './worked-example.ts';

const MARCH = periodOfMonth(2026 * 12 + 2);

test('time on hold is told from five calls on: 10 20 30 40 90 have the middle 30 and the ninetieth percentile 90', () => {
  expect(holdTimes(EXAMPLE_CONTACTS, MARCH)).toEqual({ times: [{ payerKey: 'A', weekday: 2, hour: 10, calls: 5, median: 30, ninetieth: 90 }], fewer: 1 });
});

test('fair productivity measures against the team on the same reasons, not by volume', () => {
  const [u1, u2] = productivity(EXAMPLE_ROWS, EXAMPLE_CONTACTS, MARCH, 3).sort((one, other) => one.userId.localeCompare(other.userId));
  // u1 closed 01 (40), 02 (10), 10 (30): all auth, whose team median is 30; 90 expected, 80 needed.
  expect(u1).toMatchObject({ userId: 'u1', closed: 3, recoveredCents: 145_000, timed: 3, index: 90 / 80 });
  // u2 closed 03 (5), 09 (15), 11 (25), each the only one of its reason.
  expect(u2).toMatchObject({ userId: 'u2', closed: 3, timed: 3, index: 1, contacts: 2 });
  expect(productivity(EXAMPLE_ROWS, EXAMPLE_CONTACTS, MARCH, 4).every(({ index }) => index === null)).toBe(true);
});

const row = (change: Partial<DenialRow>): DenialRow => ({ ...(EXAMPLE_ROWS[6] as DenialRow), firstActDay: null, ...change });

test('capacity: 24 in and 16 out over eight weeks is 3 a week against 2; at one first step a week the third and fourth date are missed', () => {
  const today = day('4/10'); // a Friday; the whole weeks end on Sunday, April 5
  const opened = Array.from({ length: 24 }, (_, n) => row({ id: `in${n}`, openedDay: day('2/9') + (n % 8) * 7, open: false, closedDay: day('1/1') }));
  const closed = Array.from({ length: 16 }, (_, n) => row({ id: `out${n}`, openedDay: day('1/1'), open: false, closedDay: day('2/10') + (n % 8) * 7, firstActDay: n < 8 ? day('2/10') + n * 7 : null }));
  const waiting = [['4/20', 1], ['4/27', 2], ['4/28', 3], ['4/29', 4], ['7/1', 5]].map(([last, n]) => row({ id: `w${n}`, openedDay: day('1/1'), deniedCents: 10_000, open: true, window: { lastDay: day(String(last)), actedDay: null } }));
  const found = capacityOf([...opened, ...closed, ...waiting], today, day('1/1'));
  expect(found).toMatchObject({ knownWeeks: 8, openedPerWeek: 3, closedPerWeek: 2, balance: 1, backlog: 5, weeksOfBacklog: 2.5, actedPerWeek: 1 });
  // Turns come after 7, 14, 21 and 28 days; the dates leave 11, 18, 19 and 20 (each with its own day).
  expect(found.ahead).toEqual({ weeks: 4, due: 4, dueCents: 40_000, missed: 2, missedCents: 20_000, missedIds: ['w3', 'w4'] });
  // Begun on Monday, March 23: two whole weeks, 6 in and 4 out. The weeks before were not empty, they were not kept.
  expect(capacityOf([...opened, ...closed, ...waiting], today, day('3/23'))).toMatchObject({ knownWeeks: 2, openedPerWeek: 3, closedPerWeek: 2 });
  // Begun this week: nothing can be said of the pace, and no date is called missed.
  expect(capacityOf([...waiting], today, day('4/8'))).toMatchObject({ knownWeeks: 0, weeks: [], weeksOfBacklog: null, ahead: { due: 4, missed: 0 } });
});

test('a payer\'s scorecard: denials and money, days to an answer, recovery, promises, references', () => {
  const asked = { rows: EXAMPLE_ROWS, contacts: EXAMPLE_CONTACTS, promises: EXAMPLE_PROMISES, submitted: { facts: [], unusable: null }, period: MARCH, today: day('4/10'), settings: { ...FIRST_NUMBERS_SETTINGS, minimumN: 2 } };
  const [first, second] = payerScorecard(asked);
  // A: 01 02 03 07 denied; answers after 18 (01) and 23 days (10): middle 20.5; hold 10 20 30 40 90.
  expect(first).toMatchObject({ payerKey: 'A', denials: 4, deniedCents: 230_000, openCents: 60_000, answerDays: { median: 20.5, n: 2 }, holdMinutes: { median: 30, n: 5 } });
  expect(first?.figures['recovery-rate-claims']).toMatchObject({ top: 2, n: 4 });
  expect(first?.figures['reference-coverage']).toMatchObject({ top: 4, n: 5 });
  expect(second).toMatchObject({ payerKey: 'B', denials: 3, answerDays: { median: null, n: 0 } });
});
