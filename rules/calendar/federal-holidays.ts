import { civilOfDay, dayOfCivil, daysInMonth, weekdayOf } from './calendar-day.ts';
import type { CalendarDay } from './calendar-day.ts';

/**
 * The eleven legal public holidays of 5 U.S.C. 6103(a), each from the year its present rule took effect, and the days on
 * which they are observed (6103(b): Saturday → Friday before; Sunday → Monday after). Inauguration Day is a holiday
 * only for federal staff around Washington and is left out.
 */
export type FederalHoliday = { name: string; date: CalendarDay; observed: CalendarDay };

const MONDAY = 1;
const THURSDAY = 4;

function nthWeekday(year: number, month: number, weekday: number, nth: number): CalendarDay {
  const first = dayOfCivil(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
}

function lastWeekday(year: number, month: number, weekday: number): CalendarDay {
  const last = dayOfCivil(year, month, daysInMonth(year, month));
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}

const HOLIDAYS: readonly { name: string; since: number; on: (year: number) => CalendarDay }[] = [
  { name: "New Year's Day", since: 0, on: (year) => dayOfCivil(year, 1, 1) },
  { name: 'Martin Luther King Jr. Day', since: 1986, on: (year) => nthWeekday(year, 1, MONDAY, 3) },
  { name: "Washington's Birthday", since: 1971, on: (year) => nthWeekday(year, 2, MONDAY, 3) },
  { name: 'Memorial Day', since: 1971, on: (year) => lastWeekday(year, 5, MONDAY) },
  { name: 'Juneteenth', since: 2021, on: (year) => dayOfCivil(year, 6, 19) },
  { name: 'Independence Day', since: 0, on: (year) => dayOfCivil(year, 7, 4) },
  { name: 'Labor Day', since: 0, on: (year) => nthWeekday(year, 9, MONDAY, 1) },
  { name: 'Columbus Day', since: 1971, on: (year) => nthWeekday(year, 10, MONDAY, 2) },
  { name: 'Veterans Day', since: 1978, on: (year) => dayOfCivil(year, 11, 11) },
  { name: 'Thanksgiving Day', since: 0, on: (year) => nthWeekday(year, 11, THURSDAY, 4) },
  { name: 'Christmas Day', since: 0, on: (year) => dayOfCivil(year, 12, 25) },
];

function observedDay(date: CalendarDay): CalendarDay {
  const weekday = weekdayOf(date);
  if (weekday === 6) return date - 1;
  return weekday === 7 ? date + 1 : date;
}

/** The holidays whose date lies in `year`, in order. New Year's Day may be observed on 31 December before. */
export function federalHolidaysOf(year: number): FederalHoliday[] {
  return HOLIDAYS.filter((holiday) => year >= holiday.since).map((holiday) => {
    const date = holiday.on(year);
    return { name: holiday.name, date, observed: observedDay(date) };
  });
}

type HolidayTable = { dates: Map<CalendarDay, string>; closed: Map<CalendarDay, string> };

// A pure memo of the table above: same year in, same table out.
const tables = new Map<number, HolidayTable>();

function tableOf(year: number): HolidayTable {
  const known = tables.get(year);
  if (known !== undefined) return known;
  const dates = new Map<CalendarDay, string>();
  const closed = new Map<CalendarDay, string>();
  // The next year's New Year's Day may be observed on this year's 31 December.
  for (const holiday of [...federalHolidaysOf(year), ...federalHolidaysOf(year + 1).slice(0, 1)]) {
    dates.set(holiday.date, holiday.name);
    closed.set(holiday.date, holiday.name);
    if (holiday.observed !== holiday.date) closed.set(holiday.observed, `${holiday.name} (observed)`);
  }
  const table = { dates, closed };
  tables.set(year, table);
  return table;
}

/** Name of the holiday on exactly this date (observed days do not count), or null. */
export function holidayOn(day: CalendarDay): string | null {
  return tableOf(civilOfDay(day).year).dates.get(day) ?? null;
}

/** Name of the holiday on this date or observed on it, or null. */
export function holidayOrObservedOn(day: CalendarDay): string | null {
  return tableOf(civilOfDay(day).year).closed.get(day) ?? null;
}
