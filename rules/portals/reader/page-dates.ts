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
const SPANISH_MONTHS = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'];
const IN_SPANISH = new RegExp(`^(\\d{1,2})(?:ro|ero)? de (${SPANISH_MONTHS.join('|')}),? (?:del? )?(\\d{4})(?!\\d)`, 'i');

/** In which order a page writes month and day in numbers: months first in the US; where a Spanish page does not prove it, nobody knows. */
export type DateOrder = 'month-first' | 'day-first' | 'unproven';
let order: DateOrder = 'month-first';

/** Does one synchronous piece of work on a page that writes its dates so; afterwards, and after a fault, all is as before. */
export function withDateOrder<T>(next: DateOrder, work: () => T): T {
  const before = order;
  order = next;
  try {
    return work();
  } finally {
    order = before;
  }
}

/** Whether dates are read as everywhere in the US: only then may what a text says be remembered for other pages. */
export function isUsualOrder(): boolean {
  return order === 'month-first';
}

/** A date and nothing else, with a year of a claim: a policy number `25-07-1234` proves nothing. */
const NUMERIC = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(?:199\d|20\d\d|\d\d)$/;
const BETWEEN_TWO = /\s+(?:[–-]|al?|hasta|to)\s+/i;

/** What the dates of a page prove of their order: one with a second part above twelve, or a first. Both or neither prove nothing. */
export function provenOrder(texts: readonly string[]): DateOrder {
  let first = false;
  let second = false;
  for (const text of texts) for (const part of text.length > 40 ? [] : text.trim().split(BETWEEN_TWO)) {
    const [, a = '', b = ''] = NUMERIC.exec(part) ?? [];
    first ||= Number(a) > 12 && Number(a) <= 31 && Number(b) <= 12;
    second ||= Number(b) > 12 && Number(b) <= 31 && Number(a) <= 12;
  }
  return first === second ? 'unproven' : first ? 'day-first' : 'month-first';
}

/** Whether a text has the shape of a date in numbers, whichever way the page writes them: then it is no number of anything. */
export function looksLikeDate(text: string): boolean {
  const [, a = '', b = ''] = NUMERIC.exec(text.trim()) ?? [];
  return a !== '' && Math.min(Number(a), Number(b)) <= 12 && Math.max(Number(a), Number(b)) <= 31;
}

/** Both days that a date of unproven order may mean; none where it can mean only one. */
export function bothDays(text: string): string[] {
  if (order !== 'unproven') return [];
  return (['month-first', 'day-first'] as const).flatMap((way) => {
    const day = withDateOrder(way, () => readDateSpan(text)?.from);
    return day === undefined ? [] : [day];
  }).filter((day, at, all) => all.length === 2 && all[0] !== all[1] && all.indexOf(day) === at);
}

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
  return order === 'month-first' ? rememberedDate(text) : lookForDate(text);
}

type LeadingDate = { readonly iso: string; readonly length: number };

function lookForDate(text: string): LeadingDate | null {
  const spoken = text.includes(' de ') ? IN_SPANISH.exec(text) : null;
  if (spoken !== null) {
    const [all, day = '', month = '', year = ''] = spoken;
    const at = SPANISH_MONTHS.indexOf(month.toLowerCase()) + 1;
    if (Number(day) >= 1 && Number(day) <= daysIn(Number(year), at)) return { iso: `${year}-${String(at).padStart(2, '0')}-${day.padStart(2, '0')}`, length: all.length };
  }
  const weekday = /^\d/.test(text) ? 0 : WEEKDAY.exec(text)?.[0].length ?? 0;
  const rest = text.slice(weekday);
  for (const { form, order: parts } of /^\d/.test(rest) ? BEGINS_WITH_DIGIT : BEGINS_WITH_MONTH) {
    const found = form.exec(rest);
    if (found === null) continue;
    let part = { y: '', m: '', d: '' };
    for (const [at, key] of parts.entries()) part[key] = found[at + 1] ?? '';
    if (order !== 'month-first' && form === BEGINS_WITH_DIGIT[0]?.form && part.m !== part.d) {
      // Where one part can be no month, the other is the month, whatever the page does.
      if (order === 'unproven' && Number(part.m) <= 12 && Number(part.d) <= 12) continue;
      if (order === 'day-first' || Number(part.m) > 12) part = { ...part, m: part.d, d: part.m };
    }
    const year = part.y.length === 2 ? 2000 + Number(part.y) : Number(part.y);
    const month = monthOf(part.m);
    const day = Number(part.d);
    if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) continue;
    const time = TIME.exec(rest.slice(found[0].length))?.[0].length ?? 0;
    return { iso: `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, length: weekday + found[0].length + time };
  }
  return null;
}

const rememberedDate = remembering(lookForDate);

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
