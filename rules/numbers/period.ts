import { civilOfDay, dayOfCivil, daysInMonth } from '../calendar/calendar-day.ts';
import type { DayNumber } from '../domain/day-number.ts';

/** A stretch of days, both ends included. */
export type Period = { from: DayNumber; to: DayNumber };

export const PERIODS = ['this-month', 'last-month', 'last-3-months', 'last-12-months', 'this-week', 'last-week', 'last-4-weeks', 'all'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** Months since year 0, so that the month before is one less. */
export type MonthNumber = number;

const months = new Map<DayNumber, MonthNumber>();

/** The month of a day. Kept, because a page asks for the same few thousand days again and again. */
export function monthOf(day: DayNumber): MonthNumber {
  const known = months.get(day);
  if (known !== undefined) return known;
  const { year, month } = civilOfDay(day);
  const found = year * 12 + month - 1;
  months.set(day, found);
  return found;
}

export function periodOfMonth(month: MonthNumber): Period {
  const year = Math.floor(month / 12);
  const ofYear = (month % 12) + 1;
  return { from: dayOfCivil(year, ofYear, 1), to: dayOfCivil(year, ofYear, daysInMonth(year, ofYear)) };
}

/** `YYYY-MM` of a month. */
export function isoMonth(month: MonthNumber): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The month of `YYYY-MM`; null where it is none. */
export function monthOfIso(iso: string): MonthNumber | null {
  const match = /^(\d{4})-(\d{2})$/u.exec(iso);
  const month = Number(match?.[2] ?? 0);
  return match === null || month < 1 || month > 12 ? null : Number(match[1]) * 12 + month - 1;
}

/** Months a period touches, oldest first. */
export function monthsOf(period: Period): MonthNumber[] {
  const first = monthOf(period.from);
  return Array.from({ length: monthOf(period.to) - first + 1 }, (_, index) => first + index);
}

/** Whether a period is made of whole months: only then can a denominator that is known by the month be used. */
export function isWholeMonths(period: Period): boolean {
  return period.from === periodOfMonth(monthOf(period.from)).from && period.to === periodOfMonth(monthOf(period.to)).to;
}

/** The period of a name. Weeks begin on Monday. `firstDay` is the oldest day there is, for `all`. */
export function periodNamed(name: PeriodName, today: DayNumber, firstDay: DayNumber): Period {
  const month = monthOf(today);
  const monday = today - ((((today + 3) % 7) + 7) % 7);
  switch (name) {
    case 'this-month': return periodOfMonth(month);
    case 'last-month': return periodOfMonth(month - 1);
    case 'last-3-months': return { from: periodOfMonth(month - 3).from, to: periodOfMonth(month - 1).to };
    case 'last-12-months': return { from: periodOfMonth(month - 12).from, to: periodOfMonth(month - 1).to };
    case 'this-week': return { from: monday, to: monday + 6 };
    case 'last-week': return { from: monday - 7, to: monday - 1 };
    case 'last-4-weeks': return { from: today - 27, to: today };
    // Whole months, so that what was submitted can be used.
    case 'all': return { from: periodOfMonth(monthOf(Math.min(firstDay, today))).from, to: periodOfMonth(month).to };
  }
}

/** The period of the same length before: as many months where it is made of months, else as many days. */
export function periodBefore(period: Period): Period {
  if (isWholeMonths(period)) {
    const count = monthsOf(period).length;
    const first = monthOf(period.from);
    return { from: periodOfMonth(first - count).from, to: periodOfMonth(first - 1).to };
  }
  const days = period.to - period.from + 1;
  return { from: period.from - days, to: period.from - 1 };
}

export const isWithin = (day: DayNumber | null, period: Period): boolean => day !== null && day >= period.from && day <= period.to;
