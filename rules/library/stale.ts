import { parseCalendarDay } from '../calendar/calendar-day.ts';
import type { DayNumber } from '../domain/day-number.ts';

/**
 * The day a rule was last looked at in its source: the day somebody here checked it, else the library's own `asOf`
 * (`2024`, `2024-06` or a day; the last day it can mean is taken, so that nothing is called stale too early). Null where
 * the text is no such date.
 */
export function lastLookDay(asOf: string, checkedOn: string | null): DayNumber | null {
  const days = [checkedOn, asOf.length === 4 ? `${asOf}-12-31` : asOf.length === 7 ? lastOfMonth(asOf) : asOf].map((text) => (text === null ? null : parseCalendarDay(text))).filter((day) => day !== null);
  return days.length === 0 ? null : Math.max(...days);
}

function lastOfMonth(text: string): string {
  const last = [31, 30, 29, 28].find((day) => parseCalendarDay(`${text}-${day}`) !== null);
  return `${text}-${last ?? 28}`;
}

/** Whether a rule was last looked at longer ago than the practice allows; one without a date is. */
export function isStale(asOf: string, checkedOn: string | null, today: DayNumber, staleAfterDays: number): boolean {
  const day = lastLookDay(asOf, checkedOn);
  return day === null || today - day > staleAfterDays;
}
