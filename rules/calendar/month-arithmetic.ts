import { civilOfDay, dayOfCivil, daysInMonth } from './calendar-day.ts';
import type { CalendarDay } from './calendar-day.ts';

function targetMonth(start: CalendarDay, months: number): { year: number; month: number; day: number } {
  const { year, month, day } = civilOfDay(start);
  const index = year * 12 + (month - 1) + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1, day };
}

/** Same day number `months` later; a missing day is clamped back to the month's last (31 Aug + 6 = 28 Feb). */
export function addMonths(start: CalendarDay, months: number): CalendarDay {
  const target = targetMonth(start, months);
  return dayOfCivil(target.year, target.month, Math.min(target.day, daysInMonth(target.year, target.month)));
}

/** Same day number `months` later; a missing day becomes the first of the next month (45 CFR 147.136: 30 Oct → 1 Mar). */
export function addMonthsElseFirstOfNext(start: CalendarDay, months: number): CalendarDay {
  const target = targetMonth(start, months);
  const length = daysInMonth(target.year, target.month);
  return target.day <= length
    ? dayOfCivil(target.year, target.month, target.day)
    : dayOfCivil(target.year, target.month, length) + 1;
}

/** Last day of the `months`-th month after the month of `start`, whatever the day in it. */
export function endOfMonthAfter(start: CalendarDay, months: number): CalendarDay {
  const target = targetMonth(start, months);
  return dayOfCivil(target.year, target.month, daysInMonth(target.year, target.month));
}

/** 31 December of the `years`-th year after the year of `start`. */
export function endOfYearAfter(start: CalendarDay, years: number): CalendarDay {
  return dayOfCivil(civilOfDay(start).year + years, 12, 31);
}
