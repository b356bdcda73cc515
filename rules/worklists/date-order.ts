import { typedDate } from '../review/typed-date.ts';
import type { DateOrder } from './worklist-columns.ts';

/** What the days of a list say about their own order: `shown` are values that prove it, or that could be read both ways. */
export type DateOrderFound = { order: DateOrder; isSure: boolean; shown: string[] };

const FIGURES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:[ T].*)?$/u;

/**
 * Month or day first, from all days of a list: one with a first figure above twelve settles it. Without such a one the US
 * order is taken and said not to be sure. Where both kinds of proof stand in one list neither is sure.
 */
export function dateOrderOf(values: readonly string[]): DateOrderFound {
  const dayFirst: string[] = [];
  const monthFirst: string[] = [];
  const open: string[] = [];
  for (const value of values) {
    const parts = FIGURES.exec(value.trim());
    if (parts === null) continue;
    const [first, second] = [Number(parts[1]), Number(parts[2])];
    if (first > 12 && second <= 12) dayFirst.push(value);
    else if (second > 12 && first <= 12) monthFirst.push(value);
    else if (first !== second) open.push(value);
  }
  if (dayFirst.length > 0 && monthFirst.length > 0) return { order: dayFirst.length > monthFirst.length ? 'day-first' : 'month-first', isSure: false, shown: [dayFirst[0] ?? '', monthFirst[0] ?? ''] };
  if (dayFirst.length > 0) return { order: 'day-first', isSure: true, shown: dayFirst.slice(0, 2) };
  if (monthFirst.length > 0) return { order: 'month-first', isSure: true, shown: monthFirst.slice(0, 2) };
  return { order: 'month-first', isSure: open.length === 0, shown: open.slice(0, 2) };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day of a list as `YYYY-MM-DD`: figures in the list's order, ISO, or with the month's name; a time behind it is dropped. Null where there is no such day. */
export function listedDate(text: string, order: DateOrder): string | null {
  const trimmed = text.trim().replace(/[ T]\d{1,2}:\d{2}.*$/u, '').trim();
  const figures = /^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{2}|\d{4})$/u.exec(trimmed);
  if (figures !== null && order === 'day-first') return typedDate(`${figures[3] ?? ''}/${figures[1] ?? ''}/${figures[4] ?? ''}`);
  const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/u.exec(trimmed);
  if (slashed !== null) return typedDate(`${slashed[2] ?? ''}/${slashed[3] ?? ''}/${slashed[1] ?? ''}`);
  const named = /^(?:(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ ,-]+(\d{2}|\d{4})|([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4}))$/u.exec(trimmed);
  if (named !== null) {
    const month = MONTHS.indexOf((named[2] ?? named[4] ?? '').slice(0, 3).toLowerCase()) + 1;
    return month === 0 ? null : typedDate(`${month}/${named[1] ?? named[5] ?? ''}/${named[3] ?? named[6] ?? ''}`);
  }
  return typedDate(trimmed);
}
