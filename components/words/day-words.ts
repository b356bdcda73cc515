import type { DayNumber } from '../../rules/domain/day-number.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';

/** How days are written for people in the US. Underneath they stay `YYYY-MM-DD` or day numbers; no time zone is ever involved. */
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const msPerDay = 86_400_000;

type Parts = { year: number; month: number; day: number; weekday: number };

function partsOf(day: DayNumber): Parts {
  const date = new Date(day * msPerDay); // UTC on both sides, so the calendar day cannot move
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() };
}
const two = (figure: number) => String(figure).padStart(2, '0');

/** Day number of `YYYY-MM-DD`, or null where it is no such day. */
export function dayOfIso(iso: string): DayNumber | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso);
  if (found === null) return null;
  const ms = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  const day = Math.round(ms / msPerDay);
  return isoOfDay(day) === iso ? day : null;
}

/** `YYYY-MM-DD` of a day number. */
export function isoOfDay(day: DayNumber): string {
  const { year, month, day: date } = partsOf(day);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

/** `12/03/2026`. */
export function numericDay(day: DayNumber): string {
  const { year, month, day: date } = partsOf(day);
  return `${two(month)}/${two(date)}/${year}`;
}

/** `Thu 12/03/2026`: a date somebody must act on, with its weekday. */
export function weekdayDay(day: DayNumber): string {
  return `${weekdays[partsOf(day).weekday] ?? ''} ${numericDay(day)}`;
}

/** `Dec 3`, with the year where it is not this one: for narrow columns. */
export function shortDay(day: DayNumber, today: DayNumber): string {
  const { year, month, day: date } = partsOf(day);
  return `${months[month - 1] ?? ''} ${date}${year === partsOf(today).year ? '' : `, ${year}`}`;
}

/** `today`, `tomorrow`, `in 5 days`, `3 days over`: for a day something is due. */
export function dueWords(day: DayNumber, today: DayNumber): string {
  const days = day - today;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return '1 day over';
  return days > 0 ? `in ${days} days` : `${-days} days over`;
}

/** `today`, `yesterday`, `5 days ago`: for a day that has been. */
export function agoWords(day: DayNumber, today: DayNumber): string {
  const days = today - day;
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return days > 0 ? `${days} days ago` : dueWords(day, today);
}

/** `11/21/2026, 2:05 PM` in the time zone of this computer: when somebody did something. */
export function momentWords(ms: number): string {
  const date = new Date(ms);
  const hours = date.getHours();
  return `${two(date.getMonth() + 1)}/${two(date.getDate())}/${date.getFullYear()}, ${hours % 12 === 0 ? 12 : hours % 12}:${two(date.getMinutes())} ${hours < 12 ? 'AM' : 'PM'}`;
}

const longMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const writtenDay = new RegExp(`\\b(\\d{4}-\\d{2}-\\d{2})\\b|\\b(${longMonths.join('|')}) (\\d{1,2}), (\\d{4})\\b`, 'gu');

/** A sentence of the rules with its dates (`2026-10-02`, `February 1, 2027`) as they are written everywhere else: `10/02/2026`. What is no such day stays. */
export function usDates(text: string): string {
  return text.replaceAll(writtenDay, (found: string, iso: string | undefined, month: string | undefined, date: string | undefined, year: string | undefined) => {
    const day = dayOfIso(iso ?? `${year ?? ''}-${two(longMonths.findIndex((one) => one === month) + 1)}-${(date ?? '').padStart(2, '0')}`);
    return day === null ? found : numericDay(day);
  });
}

export const isKnownDay = (day: DayNumber) => day !== NO_DAY;

/** How pressing a day is; the words and the mark follow from it, colour only goes along. */
export type Urgency = 'over' | 'today' | 'soon' | 'later' | 'none';
export function urgencyOf(day: DayNumber, today: DayNumber): Urgency {
  if (!isKnownDay(day)) return 'none';
  const days = day - today;
  return days < 0 ? 'over' : days === 0 ? 'today' : days <= 7 ? 'soon' : 'later';
}

/** When a source was seen, as far as it is known: a day, a month (`2024-06`) or only a year (`2024`). */
export function seenWords(asOf: string): string {
  const day = dayOfIso(asOf);
  if (day !== null) return numericDay(day);
  const [, year, month] = /^(\d{4})-(\d{2})$/u.exec(asOf) ?? [];
  return year === undefined || month === undefined ? asOf : `${month}/${year}`;
}
