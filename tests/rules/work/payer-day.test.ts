import { expect, test } from 'vitest';
import { dayForRow, nextDayWords } from '../../../components/words/queue-words.ts';
import { NO_DAY } from '../../../rules/domain/day-number.ts';
import { parseCalendarDay } from '../../../rules/calendar/calendar-day.ts';
import { cutOffWords } from '../../../rules/work/cut-off.ts';
import { dayAtPayer } from '../../../rules/work/payer-day.ts';

const day = (iso: string): number => parseCalendarDay(iso) ?? NaN;
const eastern = { minute: 18 * 60, timeZone: 'America/New_York' };
const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

test('eight in the evening in Hawaii is the next day for a payer in the East', () => {
  expect(dayAtPayer(eastern, at('2026-03-02T20:00:00-10:00'))).toBe(day('2026-03-03'));
});
test('the cut-off itself belongs to the next day, the minute before it to this one', () => {
  expect(dayAtPayer(eastern, at('2026-03-02T17:59:00-05:00'))).toBe(day('2026-03-02'));
  expect(dayAtPayer(eastern, at('2026-03-02T18:00:00-05:00'))).toBe(day('2026-03-03'));
});
test('the night on which clocks go forward does not move the day', () => {
  expect(dayAtPayer(eastern, at('2026-03-08T17:59:00-04:00'))).toBe(day('2026-03-08'));
  expect(dayAtPayer(eastern, at('2026-03-08T18:00:00-04:00'))).toBe(day('2026-03-09'));
});
test('without a cut-off on file, or in a zone nobody knows, nothing is assumed', () => {
  expect(dayAtPayer(null, at('2026-03-02T23:00:00Z'))).toBeNull();
  expect(dayAtPayer({ minute: 0, timeZone: 'Mars/Olympus' }, at('2026-03-02T23:00:00Z'))).toBeNull();
});

test('the end of the payer\'s day stands in its own time, or is said to be assumed', () => {
  const payer = { key: 'fcso', name: 'First Coast', libraryPayer: null, lineOfBusiness: 'medicare-ffs' as const, state: null, network: null, aliases: [], cutOff: eastern };
  expect(cutOffWords(payer)).toBe('The payer\'s day ends at 6:00 PM America/New York time; what comes later, or on a closed day, counts for the next business day.');
  expect(cutOffWords({ ...payer, cutOff: { minute: 5, timeZone: 'Pacific/Honolulu' } })).toMatch(/12:05 AM Pacific\/Honolulu/u);
  expect(cutOffWords(null)).toMatch(/not on file: take 5:00 PM at the payer/u);
});

const today = day('2026-03-02');
test('a window that ends today is past where the payer has closed, and the row says so', () => {
  const row = { nextDay: today, nextKind: 'appeal-level-1', undated: '', payerDay: today + 1 };
  expect(dayForRow(row, today)).toBe(today + 1);
  expect(nextDayWords(row, today)).toBe("Appeal today, after the payer's cut-off");
  expect(nextDayWords({ ...row, payerDay: today }, today)).toBe('Appeal today');
  expect(nextDayWords({ ...row, payerDay: null }, today)).toBe('Appeal today');
});
test('an overdue answer does not hide our own window that is near, and our follow-up knows no payer day', () => {
  const row = { nextDay: today - 3, nextKind: 'follow-up', undated: '', safeDay: today + 2, payerDay: today + 1 };
  expect(nextDayWords(row, today)).toBe('Follow-up 3 days over, window in 2 days');
  expect(dayForRow(row, today)).toBe(today);
  expect(nextDayWords({ ...row, safeDay: today + 60 }, today)).toBe('Follow-up 3 days over');
  expect(nextDayWords({ ...row, safeDay: NO_DAY }, today)).toBe('Follow-up 3 days over');
});
