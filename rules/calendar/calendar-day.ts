/**
 * Civil dates as day numbers: whole days since 1970-01-01, no time, no zone.
 *
 * Counting runs on these integers because one `Temporal.PlainDate.add` costs about 1.5 microseconds and a re-dating
 * run adds, backs up and compares several times for each of 100,000 clocks. Both forms agree for every date
 * (tests/rules/calendar/calendar-day.test.ts compares them).
 */
export type CalendarDay = number;

/** A date in parts; `month` and `day` count from 1. */
export type CivilDate = { year: number; month: number; day: number };

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Number of days of a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Day number of a date that exists. Years are counted from March, so that a leap day comes last. */
export function dayOfCivil(year: number, month: number, day: number): CalendarDay {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilOfDay(day: CalendarDay): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** 1 = Monday … 7 = Sunday, as ISO 8601 and Temporal count. */
export function weekdayOf(day: CalendarDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function weekdayName(day: CalendarDay): string {
  return WEEKDAYS[weekdayOf(day) - 1] ?? '';
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Day number of a `YYYY-MM-DD` text, or null where the text has another shape or names a day that does not exist
 * (30 February), or a year outside 1900–2199, which on a claim is a slip of the keyboard.
 */
export function parseCalendarDay(text: string): CalendarDay | null {
  const match = ISO_DATE.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayOfCivil(year, month, day);
}

/** `YYYY-MM-DD` of a day number. */
export function isoOfDay(day: CalendarDay): string {
  const { year, month, day: dayOfMonth } = civilOfDay(day);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`;
}

export function dayOfPlainDate(date: Temporal.PlainDate): CalendarDay {
  return dayOfCivil(date.year, date.month, date.day);
}

export function plainDateOfDay(day: CalendarDay): Temporal.PlainDate {
  const civil = civilOfDay(day);
  return Temporal.PlainDate.from(civil);
}
