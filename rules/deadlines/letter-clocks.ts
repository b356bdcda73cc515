import { lastFederalBusinessDay } from '../calendar/business-days.ts';
import { isoOfDay, parseCalendarDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { Letter } from '../domain/denial-case.ts';
import type { LetterKind } from '../domain/vocabulary.ts';
import type { RuleConfidence, RuleSource } from '../payers/payer-rule.ts';
import { answerDeadlineQuery } from './answer-deadline-query.ts';
import { actionInWords } from './claim-clocks.ts';
import type { ClaimClock, ClaimStep } from './claim-clocks.ts';
import { dayInWords } from './clock-start.ts';
import type { DatedAnswer, DeadlineAnswer } from './deadline-answer.ts';
import type { DeadlineOptions } from './decide-deadline.ts';
import letterRules from './letter-rules.json' with { type: 'json' };

/** A window that a letter or a finding opens; outside the library's list of steps, so kept beside it. */
export type LetterRule = {
  id: string; version: number; kind: LetterKind; lineOfBusiness: string[]; limit: { value: number; unit: 'calendar-days' };
  confidence: RuleConfidence; notes: string; source: RuleSource;
};

export const LETTER_RULES = letterRules as readonly LetterRule[];

/** What the letters of a claim are dated by. `recordsSentOn`, `steps`: what answered them. */
export type LettersToDate = {
  letters: readonly Letter[]; recordsSentOn: readonly string[]; steps: readonly ClaimStep[];
  payer: string; lineOfBusiness: string; state: string | null; today: CalendarDay;
};

const STARTS: Readonly<Record<LetterKind, string>> = {
  'records-request': 'the date of the request', 'recoupment-demand': 'the date of the demand letter', 'refund-request': 'the date of the request', 'overpayment-found': 'the day it was found',
};

function printedAnswer(letter: Letter, day: CalendarDay, options: DeadlineOptions): DatedAnswer {
  const safe = lastFederalBusinessDay(day, options.closedDays);
  return {
    raw: isoOfDay(day), due: isoOfDay(day), safe: isoOfDay(safe), rule: 'letter', version: 1, confidence: 'high',
    source: { title: letter.evidence === '' ? 'The letter itself' : letter.evidence, url: '' },
    steps: [`The last day printed in the letter: ${dayInWords(day)}. It beats every rule.`, `The last federal business day on or before it: file by ${dayInWords(safe)}.`],
    dissents: [], warnings: [],
  };
}

function ruleAnswer(rule: LetterRule, start: CalendarDay, options: DeadlineOptions): DeadlineAnswer {
  const { value } = rule.limit;
  if (rule.confidence === 'low') return { unverified: { rule: rule.id, source: rule.source, why: `Only a rule of low confidence speaks of it, so no date is given. ${rule.notes}` } };
  const raw = start + value;
  const safe = lastFederalBusinessDay(raw, options.closedDays);
  return {
    raw: isoOfDay(raw), due: isoOfDay(raw), safe: isoOfDay(safe), rule: rule.id, version: rule.version, confidence: rule.confidence, source: rule.source,
    steps: [
      `Day 0 is ${STARTS[rule.kind]}: ${dayInWords(start)}.`, `${value} calendar days later (the next day is day 1, the last day counts): ${dayInWords(raw)}.`,
      'The rule moves no date from a weekend or holiday.', `The last federal business day on or before the raw date: file by ${dayInWords(safe)}.`,
    ],
    dissents: [], warnings: [rule.notes],
  };
}

/** A payer's own rule about refund requests stands in the library as a dispute over an overpayment. */
function refundAnswer(letter: Letter, of: LettersToDate, options: DeadlineOptions): DeadlineAnswer | null {
  const answer = answerDeadlineQuery({
    payer: of.payer, lineOfBusiness: of.lineOfBusiness, state: of.state, action: 'reconsideration',
    facts: { noticeDate: letter.on, disputeKind: 'overpayment', ...(letter.receivedOn === null ? {} : { noticeReceivedDate: letter.receivedOn }) },
  }, options);
  if (!('raw' in answer)) return null;
  const entry = (options.library?.ruleById ?? null)?.get(answer.rule);
  const isAboutRefunds = answer.rule.includes('overpayment') || entry?.rule.appliesWhen?.disputeKind?.includes('overpayment') === true;
  return isAboutRefunds ? answer : null;
}

function answerOf(letter: Letter, of: LettersToDate, options: DeadlineOptions): DeadlineAnswer {
  const printed = letter.lastDay === null ? null : parseCalendarDay(letter.lastDay);
  if (printed !== null) return printedAnswer(letter, printed, options);
  const start = parseCalendarDay(letter.on);
  if (start === null) return { error: { code: 'malformed-date', fact: 'letter' } };
  const refund = letter.kind === 'refund-request' ? refundAnswer(letter, of, options) : null;
  if (refund !== null) return refund;
  const rule = LETTER_RULES.find((one) => one.kind === letter.kind && one.lineOfBusiness.includes(of.lineOfBusiness));
  return rule === undefined
    ? { unknown: 'rule', candidates: [], why: 'No rule of the library speaks of this letter: take the last day printed in it.' } : ruleAnswer(rule, start, options);
}

function answeredOn(letter: Letter, of: LettersToDate): CalendarDay | null {
  const days = [
    letter.answeredOn,
    ...(letter.kind === 'records-request' ? of.recordsSentOn : []),
    ...(letter.kind === 'recoupment-demand' ? of.steps.filter(({ action }) => action === 'appeal-level-1').map(({ filedOn }) => filedOn) : []),
  ].filter((day): day is string => day !== null && day >= letter.on).map((day) => parseCalendarDay(day)).filter((day) => day !== null);
  return days.length === 0 ? null : Math.min(...days);
}

/** Each of these asks for money of its own; a second one takes nothing back of the first. */
const OWN_DEMANDS: readonly LetterKind[] = ['refund-request', 'recoupment-demand'];

/**
 * The letters that count, the oldest first: each demand for money that waits for an answer, else the newest of its kind. Other kinds come again
 * in the place of the one before, and so does a demand recorded twice for one day: what was typed last stands.
 */
export function lettersInForce(letters: readonly Letter[]): readonly Letter[] {
  const last = new Map<string, Letter>();
  const newest = new Map<LetterKind, Letter>();
  for (const letter of [...letters].sort((left, right) => (left.on === right.on ? left.atMs - right.atMs : left.on < right.on ? -1 : 1))) {
    newest.set(letter.kind, letter);
    last.set(`${letter.kind} ${letter.on}`, letter);
  }
  return [...last.values()].filter((letter) => newest.get(letter.kind) === letter || (OWN_DEMANDS.includes(letter.kind) && letter.answeredOn === null));
}

/** The clocks that letters and findings about a claim started; see `lettersInForce`. Two of a kind carry the day of their letter in their name. */
export function letterClocks(of: LettersToDate, options: DeadlineOptions = {}): ClaimClock[] {
  const inForce = lettersInForce(of.letters);
  return inForce.map((letter): ClaimClock => {
    const answer = answerOf(letter, of, options);
    const isOneOfMany = inForce.some((other) => other !== letter && other.kind === letter.kind);
    const base = { action: letter.kind, name: isOneOfMany ? `${actionInWords(letter.kind)}, letter of ${letter.on}` : actionInWords(letter.kind), party: 'provider', answer, override: null, letter };
    if (!('raw' in answer)) return { ...base, state: answeredOn(letter, of) === null ? 'undated' : 'filed', safeDay: null, dueDay: null, daysLeft: null };
    const safeDay = parseCalendarDay(answer.safe) ?? 0;
    const dueDay = parseCalendarDay(answer.due) ?? 0;
    const answered = answeredOn(letter, of);
    const state = answered !== null ? (answered <= dueDay ? 'filed' : 'filed-late') : of.today > dueDay ? 'ended' : of.today > safeDay ? 'last-days' : 'live';
    return { ...base, state, safeDay, dueDay, daysLeft: dueDay - of.today };
  });
}
