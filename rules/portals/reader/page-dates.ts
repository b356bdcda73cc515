import { remembering } from './remembered.ts';
import { foldText } from './shown-text.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
type Form = { form: RegExp; order: readonly ['y' | 'm' | 'd', 'y' | 'm' | 'd', 'y' | 'm' | 'd'] };
const BEGINS_WITH_DIGIT: readonly Form[] = [
  { form: /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)/, order: ['m', 'd', 'y'] },
  { form: /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?!\d)/, order: ['y', 'm', 'd'] },
  { form: /^((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/, order: ['y', 'm', 'd'] },
  { form: new RegExp(`^(\\d{1,2})[ -]${MONTH},?[ -](\\d{4}|\\d{2})(?!\\d)`, 'i'), order: ['d', 'm', 'y'] },
];
const BEGINS_WITH_MONTH: readonly Form[] = [{ form: new RegExp(`^${MONTH}[ -](\\d{1,2})(?:st|nd|rd|th)?,?[ -](\\d{4}|\\d{2})(?!\\d)`, 'i'), order: ['m', 'd', 'y'] }];
const WEEKDAY = /^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?,?\s+/i;
const TIME = /^(?:,|\s+at|T)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2}|[ECMPA][SD]?T)?/i;
const BETWEEN = /^\s*(?:-|–|—|to|thru|through|until|\/|\||→|~)\s*(?:to\s+)?/i;

function monthOf(word: string): number {
  const digits = Number(word);
  return Number.isNaN(digits) ? MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1 : digits;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** One date at the start of the text: its ISO form and how many characters it took. Two-digit years are 20yy. */
export function leadingDate(text: string): LeadingDate | null {
  if (!/^[\djfmasondtw]/i.test(text) || !/\d/.test(text)) return null;
  return lookForDate(text);
}

type LeadingDate = { readonly iso: string; readonly length: number };

const lookForDate = remembering((text): LeadingDate | null => {
  const weekday = /^\d/.test(text) ? 0 : WEEKDAY.exec(text)?.[0].length ?? 0;
  const rest = text.slice(weekday);
  for (const { form, order } of /^\d/.test(rest) ? BEGINS_WITH_DIGIT : BEGINS_WITH_MONTH) {
    const found = form.exec(rest);
    if (found === null) continue;
    const part = { y: '', m: '', d: '' };
    order.forEach((key, at) => { part[key] = found[at + 1] ?? ''; });
    const year = part.y.length === 2 ? 2000 + Number(part.y) : Number(part.y);
    const month = monthOf(part.m);
    const day = Number(part.d);
    if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) continue;
    const time = TIME.exec(rest.slice(found[0].length))?.[0].length ?? 0;
    return { iso: `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, length: weekday + found[0].length + time };
  }
  return null;
});

/** A single date, whole text or nothing; a time of day may follow. */
export function readDate(text: string): string | null {
  if (text.length > 60) return null;
  const folded = foldText(text);
  const found = leadingDate(folded);
  return found !== null && found.length === folded.length ? found.iso : null;
}

/**
 * A date under a label that asks for one: also without any separators, as terminals of Medicare contractors write it
 * (`030226`, `03022026`). Elsewhere six digits are no date.
 */
export function readFieldDate(text: string): string | null {
  const usual = readDate(text);
  if (usual !== null) return usual;
  const found = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(foldText(text));
  return found === null ? null : readDate(`${found[1] ?? ''}/${found[2] ?? ''}/${found[3] ?? ''}`);
}

/** A range under a label that asks for one; `0302 030426` names the year once. */
export function readFieldSpan(text: string): { from: string; to: string | null } | null {
  const usual = readDateSpan(text);
  if (usual !== null) return usual;
  const shown = foldText(text);
  const found = /^(\d{2})(\d{2}) (\d{2})(\d{2})(\d{2})$/.exec(shown) ?? /^(\d{2})(\d{2})\d{2}\s?-\s?(\d{2})(\d{2})(\d{2})$/.exec(shown);
  if (found === null) {
    const one = readFieldDate(shown);
    return one === null ? null : { from: one, to: null };
  }
  const [, fromMonth = '', fromDay = '', toMonth = '', toDay = '', year = ''] = found;
  return readDateSpan(`${fromMonth}/${fromDay}/${year} - ${toMonth}/${toDay}/${year}`);
}

/** One date or a range `a - b`, whole text or nothing. `to` is null where only one date is shown. */
export function readDateSpan(text: string): { from: string; to: string | null } | null {
  if (text.length > 90) return null;
  const folded = foldText(text).replace(/^from:?\s+/i, '');
  const first = leadingDate(folded);
  if (first === null) return null;
  if (first.length === folded.length) return { from: first.iso, to: null };
  const tail = folded.slice(first.length);
  const gap = BETWEEN.exec(tail)?.[0].length ?? (/^\s+\d|^\s+[a-z]{3}/i.test(tail) ? 1 : 0);
  if (gap === 0) return null;
  const second = leadingDate(tail.slice(gap).trimStart());
  if (second === null || second.length !== tail.slice(gap).trimStart().length || second.iso < first.iso) return null;
  return { from: first.iso, to: second.iso };
}

/** Whether any full date stands in the text. */
export function holdsDate(text: string): boolean {
  return /\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2}/.test(text);
}
