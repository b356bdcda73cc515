import { leadingDate, looksLikeDate, readDate } from './page-dates.ts';
import { readMoney } from './money.ts';
import { remembering } from './remembered.ts';
import { foldText, isCutOff, isEmptyMark } from './shown-text.ts';

const PHONE = /^(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}$/;
const MASKED = /[*•●xX]{3,}/;
// A part is a run of letters and digits; portals put single blanks, dashes, dots, slashes or underscores between parts.
const WHOLE = /^[A-Za-z0-9]+(?:[-._/ ][A-Za-z0-9]+)*$/;

function bare(text: string): string | null {
  if (text.includes('\n')) return null; // no number goes over two lines
  // Hyphens that do not break a line are hyphens.
  const value = foldText(text).replace(/[\u2010\u2011]/g, '-').replace(/^[#:]\s*/, '').replace(/[,;]$/, '');
  if (isEmptyMark(value) || isCutOff(value) || MASKED.test(value) || value.length > 40) return null;
  return value;
}

/** Letters and digits only, capitals: for comparing, never for showing. */
export function sameIdentifier(text: string): string {
  return /^[A-Z0-9]*$/.test(text) ? text : text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
}

/** The digits in a text. */
export function digitsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) count += 1;
  }
  return count;
}

/** A payer's claim number: copied as shown. Dates, money, phone numbers, words and masked numbers are refused. */
export function readClaimNumber(text: string): string | null {
  // Nearly every text of a page ends here: a number has six signs at least, three of them digits.
  return text.length < 6 || digitsIn(text) < 3 ? null : asClaimNumber(text);
}

const asClaimNumber = remembering((text): string | null => {
  let value = bare(text);
  if (value === null) return null;
  // `26H0041177 / Professional`, `26H0041177 (original)`: a word after the number says what kind of claim it is.
  value = value.replace(/\s*(?:[/|,–-]\s+|\s\/\s?|\()(?:professional|institutional|dental|medical|facility|hospital|pharmacy|vision|original|adjusted|adjustment|replacement|corrected|void|copy|copied|new|primary|secondary|final|paper|electronic|icn|dcn)\)?$/i, '');
  if (!WHOLE.test(value)) return null;
  const key = sameIdentifier(value);
  const digits = key.replace(/[^0-9]/g, '').length;
  // Samples in help texts count up.
  if (/^(?:0?123456789\d*|9?876543210?|(.)\1+)$/.test(key)) return null;
  if (key.length < 6 || key.length > 30 || digits < 3 || /[a-z]{3}/.test(value)) return null;
  if (value.includes(' ') && /[A-Za-z]{4}/.test(value)) return null;
  if (PHONE.test(value) || looksLikeDate(value) || readDate(value) !== null && !/^\d{8,}$/.test(value) || leadingDate(value)?.length === value.length && value.length !== 8) return null;
  if (/[.,]\d{2}$/.test(value) && readMoney(value) !== null) return null;
  return value;
});

/** A claim number of five signs (`88-100`), only for where the label leaves no doubt: alone such a number could be anything. */
export function readShortClaimNumber(text: string): string | null {
  const value = bare(text);
  return value !== null && /^(?=.{5,6}$)[A-Z0-9]{1,3}-[A-Z0-9]{2,4}$/.test(value) && sameIdentifier(value).length === 5 && (value.match(/\d/g) ?? []).length >= 4 ? value : null;
}

/** A patient account or control number: what the practice gave, so nearly anything with a digit. */
export function readAccountNumber(text: string): string | null {
  const value = bare(text);
  if (value === null || !/^[A-Za-z0-9]+(?:[-._/* ][A-Za-z0-9]+)*$/.test(value) || !/\d/.test(value) || value.length < 2 || value.length > 38) return null;
  if (value.includes(' ') && /[a-z]{3}/.test(value)) return null;
  if (value.includes('/') && (looksLikeDate(value) || readDate(value) !== null) || /[.,]\d{2}$/.test(value)) return null;
  return value;
}

/** A member number as shown; masked ones are absent. */
export function readMemberId(text: string): string | null {
  const value = bare(text);
  if (value === null || !WHOLE.test(value) || /[._/]/.test(value)) return null;
  const key = sameIdentifier(value);
  if (key.length < 5 && !/^[A-Z]{1,2}\d{2,3}$/.test(key) || key.length < 4 || key.length > 22 || key.replace(/[^0-9]/g, '').length < 2 || /[a-z]{3}/.test(value)) return null;
  if (value.includes(' ') && /[A-Za-z]{4}/.test(value) || PHONE.test(value) || looksLikeDate(value) || readDate(value) !== null && !/^\d{8}$/.test(value)) return null;
  return value;
}

/** A check, EFT or trace number; all zeros is none. */
export function readPaymentNumber(text: string): string | null {
  const value = bare(text);
  if (value === null || !WHOLE.test(value)) return null;
  const key = sameIdentifier(value);
  if (key.length < 3 || key.length > 30 || key.replace(/[^0-9]/g, '').length < 3 || /^0+$/.test(key) || /[a-z]{3}/.test(value)) return null;
  if (looksLikeDate(value) || /[/]/.test(value) && readDate(value) !== null || readDate(value) !== null && !/^\d{8}$/.test(value) || /\.\d{2}$/.test(value) || PHONE.test(value)) return null;
  return value;
}

/** A reference, ticket or confirmation number: letters, digits and dashes with a digit in it. */
export function readReference(text: string): string | null {
  const value = bare(text);
  if (value === null || !/^[A-Za-z0-9]+(?:[-_./ ][A-Za-z0-9]+)*$/.test(value) || !/\d/.test(value) || sameIdentifier(value).length < 4) return null;
  if (value.includes(' ') && /[A-Za-z]{4}|[a-z]{2}/.test(value) || looksLikeDate(value) || readDate(value) !== null && !/^\d{8}$/.test(value) || /^\$/.test(value) || PHONE.test(value)) return null;
  return value;
}

const NOT_A_NAME = /\b(?:number|date|amount|status|claim|name|member id|total|paid|denied|billed|code|view|details?|click|select|information|select|search|eligible|active|inactive|payer|provider|not found|loading|retrieve|please|sign in|log ?out)\b/i;

/** A person's name as shown. Hostile text is text; sentences, labels and numbers are no names. */
export const readPersonName = remembering((text): string | null => {
  let value = foldText(text);
  if (value.length > 90 || isEmptyMark(value) || isCutOff(value) || MASKED.test(value)) return null;
  // `LINDQVIST, ODA (F, 44)`, `ODA LINDQVIST | DOB …`, `LINDQVIST, ODA - 1EG4…`: what follows is not the name.
  value = value.replace(/\s*(?:\(|\||•|·|;|\bDOB\b|\bID\b:?|#).*$/i, '').replace(/\s+[-–]\s+[^-–]*\d.*$/, '').replace(/[,\s]+$/, '');
  if (value.length < 2 || value.length > 60 || /\d/.test(value) && !/^\p{L}{2,}\d{1,2}, \p{L}[\p{L} .]*$/u.test(value) || !/\p{L}{2}/u.test(value) && !/^\p{L}[., ]+\p{L}/u.test(value)) return null;
  if (/[:?!=@$%]/.test(value) || NOT_A_NAME.test(value) || value.split(' ').length > 7) return null;
  return value;
});

/** A payer's or plan's name: words, not a number, not a sentence. */
export function readPayerName(text: string): string | null {
  const value = foldText(text).replace(/\s*[([](?:payer\s*)?(?:id\b:?)?\s*[A-Z0-9-]{2,12}[)\]]$/i, '').replace(/\s+[-–]\s+[A-Z]*\d[A-Z0-9]{2,10}$/, '');
  if (value.length < 2 || value.length > 70 || isEmptyMark(value) || isCutOff(value) || !/\p{L}{2}/u.test(value) || /[?!$=]|\d{4}/.test(value) || value.split(' ').length > 9) return null;
  if (/^(?:yes|no|primary|secondary|tertiary|active|all|ppo|hmo|epo|pos|select.*|all payers?|all plans?|medical|dental|paid|denied|pending|individual|family|commercial)$/i.test(value)) return null;
  return value;
}
