/**
 * An X12 decimal in integer cents, read digit by digit: `-12.5` is -1250. Further places, as programs that
 * reckon in binary fractions leave them (`69.69000000000001`), are rounded to the nearest cent, half away from zero.
 * Null for anything that is not a plain decimal, and beyond what an integer can hold exactly.
 */
export function centsOf(text: string): number | null {
  const end = text.length;
  const first = text.charCodeAt(0);
  const negative = first === 45;
  let cents = 0;
  let digits = 0;
  let places = -1;
  let up = false;
  for (let at = negative || first === 43 ? 1 : 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 46 && places < 0) {
      places = 0;
      continue;
    }
    if (code < 48 || code > 57) return null;
    digits += 1;
    if (places >= 2) {
      if (places === 2) up = code >= 53;
      places += 1;
      continue;
    }
    cents = cents * 10 + (code - 48);
    if (places >= 0) places += 1;
  }
  if (digits === 0) return null;
  for (let place = Math.max(places, 0); place < 2; place += 1) cents *= 10;
  if (up) cents += 1;
  if (!Number.isSafeInteger(cents)) return null;
  return cents === 0 ? 0 : negative ? -cents : cents;
}

/** Whether an amount has places beyond the cent that are not zero. */
export function isRounded(text: string): boolean {
  const point = text.indexOf('.');
  return point >= 0 && text.length - point > 3 && /[1-9]/.test(text.slice(point + 3));
}

/** A count or quantity: a plain decimal. Null for anything else. */
export function quantityOf(text: string): number | null {
  return /^[+-]?(\d{1,12}(\.\d{0,6})?|\.\d{1,6})$/.test(text) ? Number(text) : null;
}

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A file names few days, each many times. */
const KNOWN_DAYS = new Map<string, string>();
const KEPT_DAYS = 4_000;

/** `CCYYMMDD` or the old `YYMMDD` (up to 68 is 20xx) as `YYYY-MM-DD`; null when there is no such day. */
export function dateOf(text: string): string | null {
  const known = KNOWN_DAYS.get(text);
  if (known !== undefined) return known;
  if (!/^\d{6}(\d{2})?$/.test(text)) return null;
  const full = text.length === 8 ? text : (text < '69' ? '20' : '19') + text;
  const year = Number(full.slice(0, 4));
  const month = Number(full.slice(4, 6));
  const day = Number(full.slice(6, 8));
  const days = MONTH_DAYS[month - 1];
  if (year === 0 || days === undefined || day < 1 || day > days) return null;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return null;
  const date = `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6, 8)}`;
  if (KNOWN_DAYS.size < KEPT_DAYS) KNOWN_DAYS.set(text, date);
  return date;
}
