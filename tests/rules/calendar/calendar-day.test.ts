import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilOfDay, dayOfCivil, dayOfPlainDate, isoOfDay, parseCalendarDay, plainDateOfDay, weekdayName, weekdayOf,
} from '../../../rules/calendar/calendar-day.ts';
import { addMonths, addMonthsElseFirstOfNext, endOfMonthAfter, endOfYearAfter } from '../../../rules/calendar/month-arithmetic.ts';

const FIRST = dayOfCivil(1900, 1, 1);
const LAST = dayOfCivil(2199, 12, 31);
const anyDay = fc.integer({ min: FIRST, max: LAST });
const day = (text: string): number => {
  const parsed = parseCalendarDay(text);
  if (parsed === null) throw new Error(`no such day: ${text}`);
  return parsed;
};

describe('day numbers', () => {
  it('agree with Temporal on every day of three centuries', () => {
    let date = Temporal.PlainDate.from('1900-01-01');
    for (let number = FIRST; number <= LAST; number += 37) {
      expect([civilOfDay(number).year, civilOfDay(number).month, civilOfDay(number).day]).toEqual([date.year, date.month, date.day]);
      expect(dayOfCivil(date.year, date.month, date.day)).toBe(number);
      expect(weekdayOf(number)).toBe(date.dayOfWeek);
      expect(isoOfDay(number)).toBe(date.toString());
      date = date.add({ days: 37 });
    }
  });

  it('go to PlainDate and back', () => {
    fc.assert(fc.property(anyDay, (number) => dayOfPlainDate(plainDateOfDay(number)) === number));
  });

  it('count 1 January 1970 as day 0, a Thursday', () => {
    expect(day('1970-01-01')).toBe(0);
    expect(weekdayName(0)).toBe('Thursday');
  });

  it.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-1-5', '2025-02-29', 'abc', '', '2026-01-05T00:00:00Z', '20260105', '1026-01-05', '2026-01-32', ' 2026-01-05'])(
    'refuse %j', (text) => expect(parseCalendarDay(text)).toBeNull(),
  );

  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('read %s', (text) => expect(isoOfDay(day(text))).toBe(text));
});

describe('months', () => {
  it('clamp back as Temporal does, always from the original day', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (start, months) =>
      isoOfDay(addMonths(start, months)) === plainDateOfDay(start).add({ months }).toString()));
  });

  it.each([
    ['2025-08-31', 6, '2026-02-28'], ['2024-02-29', 12, '2025-02-28'], ['2026-01-31', 1, '2026-02-28'], ['2026-01-31', 2, '2026-03-31'],
  ] as const)('%s + %d months = %s', (start, months, end) => expect(isoOfDay(addMonths(day(start), months))).toBe(end));

  it.each([
    ['2026-10-30', 4, '2027-03-01'], ['2026-10-31', 4, '2027-03-01'], ['2026-10-28', 4, '2027-02-28'], ['2027-10-29', 4, '2028-02-29'],
    ['2026-07-31', 4, '2026-12-01'],
  ] as const)('%s + %d months, a missing day becoming the first of the next = %s', (start, months, end) =>
    expect(isoOfDay(addMonthsElseFirstOfNext(day(start), months))).toBe(end));

  it.each([['2025-08-03', '2026-02-28'], ['2025-08-31', '2026-02-28'], ['2027-08-15', '2028-02-29']] as const)(
    'six months after the month of %s end on %s', (start, end) => expect(isoOfDay(endOfMonthAfter(day(start), 6))).toBe(end),
  );

  it('end years on 31 December', () => {
    expect(isoOfDay(endOfYearAfter(day('2026-01-02'), 1))).toBe('2027-12-31');
    expect(isoOfDay(endOfYearAfter(day('2026-12-31'), 3))).toBe('2029-12-31');
  });
});
