import { expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, lastWorkingDays, restAfter } from '../../../rules/calendar/working-days.ts';
import type { WorkingDays } from '../../../rules/calendar/working-days.ts';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import { isoOfDay } from '../../../rules/calendar/calendar-day.ts';

const week: WorkingDays = { weekdays: [1, 2, 3, 4, 5], closed: new Set() };
const day = isoToDayNumber;

test('weekends, federal holidays, observed days and days of the practice are no working days', () => {
  expect(['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-07-03'].map((iso) => isWorkingDay(day(iso), week))).toEqual([true, false, true, false, false]);
  expect(isWorkingDay(day('2026-11-27'), { ...week, closed: new Set([day('2026-11-27')]) })).toBe(false);
  expect(isWorkingDay(day('2026-11-28'), { ...week, weekdays: [6] })).toBe(true);
});

test('a rest is what follows a day until somebody works again', () => {
  expect(restAfter(day('2026-11-24'), week)).toBe(0);
  expect(restAfter(day('2026-11-25'), week)).toBe(1);
  expect(restAfter(day('2026-11-27'), week)).toBe(2);
  expect(restAfter(day('2026-09-04'), week)).toBe(3); // Labor Day behind a weekend
});

test.each([['2026-11-25', 1, '2026-11-27'], ['2026-11-25', 3, '2026-12-01'], ['2026-11-28', 1, '2026-11-30'], ['2026-11-25', 0, '2026-11-25']])('%s and %i working days is %s', (from, count, to) => {
  expect(isoOfDay(addWorkingDays(day(from), count, week))).toBe(to);
});

test('backwards the same days are counted', () => {
  expect(isoOfDay(lastWorkingDays(day('2026-11-30'), 1, week))).toBe('2026-11-27');
  expect(isoOfDay(lastWorkingDays(day('2026-11-27'), 1, week))).toBe('2026-11-25');
  expect(isoOfDay(lastWorkingDays(day('2026-11-30'), 0, week))).toBe('2026-11-30');
});

test('a practice that says it never works does not hang anything', () => {
  expect(restAfter(day('2026-11-25'), { weekdays: [], closed: new Set() })).toBe(31);
  expect(addWorkingDays(day('2026-11-25'), 2, { weekdays: [], closed: new Set() })).toBeGreaterThan(day('2026-11-25'));
  expect(lastWorkingDays(day('2026-11-25'), 2, { weekdays: [], closed: new Set() })).toBeLessThan(day('2026-11-25'));
});
