import { weekdayOf } from './calendar-day.ts';
import type { CalendarDay } from './calendar-day.ts';
import type { ClosedDays } from './business-days.ts';
import { holidayOrObservedOn } from './federal-holidays.ts';

/** The days on which a practice works: weekdays (1 = Monday … 7 = Sunday), less federal holidays and its own closed days. */
export type WorkingDays = { weekdays: readonly number[]; closed: ClosedDays };

export function isWorkingDay(day: CalendarDay, { weekdays, closed }: WorkingDays): boolean {
  return weekdays.includes(weekdayOf(day)) && !closed.has(day) && holidayOrObservedOn(day) === null;
}

/** No practice is closed longer than this in a row; a calendar that says so is believed no further. */
const LONGEST_REST = 31;

/** How many closed days follow `day` directly, 31 at most. */
export function restAfter(day: CalendarDay, working: WorkingDays): number {
  let count = 0;
  while (count < LONGEST_REST && !isWorkingDay(day + count + 1, working)) count += 1;
  return count;
}

/** The `count`-th working day after `day`, which is day 0 itself. */
export function addWorkingDays(day: CalendarDay, count: number, working: WorkingDays): CalendarDay {
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached += restAfter(reached, working) + 1;
  return reached;
}

/** `day` itself where it is worked on, else the last working day before it, but none before `earliest`. */
export function workingDayUpTo(day: CalendarDay, working: WorkingDays, earliest: CalendarDay): CalendarDay {
  for (let at = day; at >= earliest && at > day - LONGEST_REST; at -= 1) if (isWorkingDay(at, working)) return at;
  return day;
}

/** The first of the last `count` working days before `day`; `day` itself for none. */
export function lastWorkingDays(day: CalendarDay, count: number, working: WorkingDays): CalendarDay {
  let reached = day;
  for (let left = count; left > 0; left -= 1) {
    let back = 1;
    while (back < LONGEST_REST && !isWorkingDay(reached - back, working)) back += 1;
    reached -= back;
  }
  return reached;
}
