import { dayOfCivil, weekdayOf } from './calendar-day.ts';
import type { CalendarDay } from './calendar-day.ts';
import { holidayOn, holidayOrObservedOn } from './federal-holidays.ts';

/**
 * Which days are closed:
 * - `federal-workdays`: weekends, federal holidays and their observed days ("non-workday for federal employees");
 * - `federal-holiday-dates`: weekends and the dates of 5 U.S.C. 6103(a) only, for texts that say "Federal holiday".
 */
export type BusinessCalendar = 'federal-workdays' | 'federal-holiday-dates';

/** Extra closed days: executive orders, a practice's own list, a list a payer publishes. */
export type ClosedDays = ReadonlySet<CalendarDay>;

const NONE: ClosedDays = new Set();

/** Why a day is closed in this calendar, in words, or null for a business day. */
export function closedBecause(day: CalendarDay, calendar: BusinessCalendar, extra: ClosedDays = NONE): string | null {
  const weekday = weekdayOf(day);
  if (weekday === 6) return 'Saturday';
  if (weekday === 7) return 'Sunday';
  if (extra.has(day)) return 'an extra closed day';
  return calendar === 'federal-workdays' ? holidayOrObservedOn(day) : holidayOn(day);
}

/** Days of a century, each looked at once: re-dating asks for the same few hundred days a hundred thousand times. */
const FIRST_KEPT = dayOfCivil(1990, 1, 1);
const LAST_KEPT = dayOfCivil(2090, 1, 1);
const OPEN = 1;
const CLOSED = 2;
const kept = new Uint8Array(LAST_KEPT - FIRST_KEPT);

export function isFederalBusinessDay(day: CalendarDay, extra: ClosedDays = NONE): boolean {
  if (extra.size > 0 && extra.has(day)) return false;
  if (day < FIRST_KEPT || day >= LAST_KEPT) return closedBecause(day, 'federal-workdays') === null;
  const at = day - FIRST_KEPT;
  if (kept[at] === 0) kept[at] = closedBecause(day, 'federal-workdays') === null ? OPEN : CLOSED;
  return kept[at] === OPEN;
}

/** The day itself or the last federal business day before it; observed days are closed. */
export function lastFederalBusinessDay(day: CalendarDay, extra: ClosedDays = NONE): CalendarDay {
  let candidate = day;
  while (!isFederalBusinessDay(candidate, extra)) candidate -= 1;
  return candidate;
}

/** The day itself or the first business day after it. */
export function nextBusinessDay(day: CalendarDay, calendar: BusinessCalendar, extra: ClosedDays = NONE): CalendarDay {
  let candidate = day;
  if (calendar === 'federal-workdays') while (!isFederalBusinessDay(candidate, extra)) candidate += 1;
  else while (closedBecause(candidate, calendar, extra) !== null) candidate += 1;
  return candidate;
}

/** The `count`-th federal business day after `start`; `start` is day 0 and never counts itself. */
export function addFederalBusinessDays(start: CalendarDay, count: number, extra: ClosedDays = NONE): CalendarDay {
  let day = start;
  let left = count;
  while (left > 0) {
    day += 1;
    if (isFederalBusinessDay(day, extra)) left -= 1;
  }
  return day;
}
