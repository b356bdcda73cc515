/**
 * Days since 1970-01-01, the form in which dates are stored and indexed.
 * A day number says nothing about a time zone and sorts as an integer.
 */
export type DayNumber = number;

const EPOCH = Temporal.PlainDate.from('1970-01-01');

/** Day number of a calendar date. */
export function toDayNumber(date: Temporal.PlainDate): DayNumber {
  return EPOCH.until(date, { largestUnit: 'days' }).days;
}

/** Day number of an ISO date string `YYYY-MM-DD`; throws a RangeError on anything else. */
export function isoToDayNumber(iso: string): DayNumber {
  return toDayNumber(Temporal.PlainDate.from(iso));
}

/** The calendar date of a day number. */
export function fromDayNumber(day: DayNumber): Temporal.PlainDate {
  return EPOCH.add({ days: day });
}

/**
 * Stands for "no date is known" in indexed columns, because IndexedDB leaves rows without a key out of an index.
 * It lies beyond every real date, so undated work sorts last and never counts as due.
 */
export const NO_DAY: DayNumber = 9_999_999;
