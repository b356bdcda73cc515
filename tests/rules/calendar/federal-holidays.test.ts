import { allForYear } from '@18f/us-federal-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFederalBusinessDays, closedBecause, isFederalBusinessDay, lastFederalBusinessDay, nextBusinessDay,
} from '../../../rules/calendar/business-days.ts';
import { dayOfCivil, isoOfDay, parseCalendarDay } from '../../../rules/calendar/calendar-day.ts';
import { federalHolidaysOf, holidayOn, holidayOrObservedOn } from '../../../rules/calendar/federal-holidays.ts';

const day = (text: string): number => parseCalendarDay(text) ?? NaN;
const anyDay = fc.integer({ min: dayOfCivil(1990, 1, 1), max: dayOfCivil(2090, 12, 31) });

describe('federal holidays', () => {
  it.each(Array.from({ length: 60 }, (_, index) => 2000 + index))('of %d are those of an independent calendar', (year) => {
    const ours = federalHolidaysOf(year);
    expect(ours.map((holiday) => isoOfDay(holiday.date))).toEqual(allForYear(year, { shiftSaturdayHolidays: false, shiftSundayHolidays: false })
      .map((holiday) => holiday.dateString.split('-').map((part) => part.padStart(2, '0')).join('-')));
    expect(ours.map((holiday) => isoOfDay(holiday.observed))).toEqual(allForYear(year, { shiftSaturdayHolidays: true, shiftSundayHolidays: true })
      .map((holiday) => holiday.dateString.split('-').map((part) => part.padStart(2, '0')).join('-')));
  });

  it.each([
    [2025, '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'],
    [2026, '01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25'],
    [2027, '01-01 01-18 02-15 05-31 06-19 07-04 09-06 10-11 11-11 11-25 12-25'],
  ] as const)('of %d as the government prints them', (year, dates) => {
    expect(federalHolidaysOf(year).map((holiday) => isoOfDay(holiday.date).slice(5)).join(' ')).toBe(dates);
  });

  it.each(['2026-07-03', '2027-06-18', '2027-07-05', '2027-12-24', '2027-12-31'])('%s is closed by observance only', (text) => {
    expect(holidayOn(day(text))).toBeNull();
    expect(holidayOrObservedOn(day(text))).toMatch(/observed/);
    expect(isFederalBusinessDay(day(text))).toBe(false);
  });
});

describe('business days', () => {
  it('back up over a long weekend to the last open day', () => {
    expect(isoOfDay(lastFederalBusinessDay(day('2026-07-04')))).toBe('2026-07-02');
    expect(isoOfDay(lastFederalBusinessDay(day('2026-10-12')))).toBe('2026-10-09');
  });

  it('move on past weekends and holidays, with or without observed days', () => {
    expect(isoOfDay(nextBusinessDay(day('2026-07-03'), 'federal-workdays'))).toBe('2026-07-06');
    expect(isoOfDay(nextBusinessDay(day('2026-07-03'), 'federal-holiday-dates'))).toBe('2026-07-03');
    expect(isoOfDay(nextBusinessDay(day('2026-05-23'), 'federal-holiday-dates'))).toBe('2026-05-26');
  });

  it('treat a day the practice closed as closed', () => {
    const closed = new Set([day('2025-12-24'), day('2025-12-26')]);
    expect(isoOfDay(lastFederalBusinessDay(day('2025-12-26'), closed))).toBe('2025-12-23');
    expect(isoOfDay(addFederalBusinessDays(day('2025-12-23'), 1, closed))).toBe('2025-12-29');
    expect(closedBecause(day('2025-12-24'), 'federal-workdays', closed)).toMatch(/extra/);
  });

  it('count exactly the open days', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 70 }), (start, count) => {
      const end = addFederalBusinessDays(start, count);
      let open = 0;
      for (let current = start + 1; current <= end; current += 1) if (isFederalBusinessDay(current)) open += 1;
      return open === count && isFederalBusinessDay(end);
    }));
  });
});
