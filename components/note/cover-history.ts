import type { CaseFile } from '../../rules/work/case-file.ts';
import { factOfField, MANY_PARTS } from '../denial/covered-field.ts';
import { maskedValue } from '../denial/masked-value.ts';
import { usDates } from '../words/day-words.ts';
import { coverAll } from './without-numbers.ts';

/** A word; cents are none that could be a number of anything else. */
const TOKEN = /(?<![\p{L}\p{N}._/#-])(?<!Cents"?[: ])[\p{L}\p{N}][\p{L}\p{N}._/#-]*/gu;
/** A day, with a time behind it, or a span of days. */
const DAY = /^(?:\d{4}-\d{2}-\d{2}(?:T\d{2})?|\d{1,2}\/\d{1,2}\/\d{2,4}(?:-\d{1,2}\/\d{1,2}\/\d{2,4})?)\.?$/u;
const MONEY = /^\d+\.\d{2}\.?$/u;
/** A diagnosis, as S72.001A. */
const DIAGNOSIS = /^[A-Z]\d[\dA-Z]\.[\dA-Z]{1,4}\.?$/u;
const AFTER_BORN = /\b(born|birth date|birthDate|DOB)(:? )(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{2,4})/giu;
const AFTER_MEMBER = /\b(member(?: (?:ID|number))?|memberId)(:? )([\p{L}\p{N}-]*\d[\p{L}\p{N}-]*)/giu;

/** Whether a word is long enough in digits to be a number of a claim, an appeal or a transmission: six, or five beside a letter. Codes of services, remarks and diagnoses are not. */
function isNumber(word: string): boolean {
  if (DAY.test(word) || MONEY.test(word) || DIAGNOSIS.test(word)) return false;
  const digits = word.replaceAll(/\D/gu, '').length;
  return digits > 5 || (digits === 5 && /\p{L}/u.test(word));
}

/**
 * Covers sentences of a case's history. It tells of numbers that were the claim's once, of those of corrections, appeals and calls, and of
 * what people wrote down: so not only what the claim holds today is covered, but every value of a covered field that stands in the history,
 * and, where all numbers are covered, every word that looks like one. `covered`: names of facts, and `reference`; empty covers nothing.
 */
export function coverHistory({ sealed, timeline, contacts }: Pick<CaseFile, 'sealed' | 'timeline' | 'contacts'>, covered: ReadonlySet<string>): (text: string) => string {
  if (covered.size === 0) return (text) => text;
  const { facts } = sealed;
  const now = [
    ...(['claimControlNumber', 'patientControlNumber', 'memberId', 'paymentNumber', 'birthDate'] as const).flatMap((field) => (covered.has(field) ? [facts[field] ?? ''] : [])),
    ...(covered.has('birthDate') ? [sealed.patientBirthDate ?? ''] : []),
    ...(covered.has('reference') ? [...sealed.references.map(({ value }) => value), ...(sealed.alsoNumbers ?? []), ...sealed.submissions.map(({ confirmation }) => confirmation ?? ''), ...contacts.map(({ reference }) => reference ?? '')] : []),
  ];
  const earlier = timeline.flatMap(({ changes }) => changes).filter(({ field }) => covered.has(factOfField(field)) && !MANY_PARTS.has(field)).flatMap(({ was, now: after }) => [was ?? '', after ?? '']).map((value) => /(?:^|, )value ([^,]+)/u.exec(value)?.[1] ?? value);
  const numbers = [...new Set([...now, ...earlier].flatMap((value) => [value, usDates(value)]))];
  return (text) => {
    let said = coverAll(text, numbers);
    if (covered.has('birthDate')) said = said.replaceAll(AFTER_BORN, (_all, word: string, between: string, day: string) => `${word}${between}${maskedValue(day)}`);
    if (covered.has('memberId')) said = said.replaceAll(AFTER_MEMBER, (_all, word: string, between: string, number: string) => `${word}${between}${maskedValue(number)}`);
    return covered.has('reference') ? said.replaceAll(TOKEN, (word) => (isNumber(word) ? maskedValue(word) : word)) : said;
  };
}
