import { civilOfDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import { holidayOn, holidayOrObservedOn } from '../calendar/federal-holidays.ts';
import { closedBecause } from '../calendar/business-days.ts';
import type { PayerRule } from '../payers/payer-rule.ts';
import { lastLookDay } from '../library/stale.ts';
import { countsSecondaryFromPrimary, dayInWords, factInWords } from './clock-start.ts';
import type { ClockStartDay } from './clock-start.ts';
import { alsoPrinted, amountAskedFor, MAIL_ALLOWANCE_DAYS, rollCalendar, rollsByContractorPractice } from './date-rule.ts';
import type { CountingContext, RuleDates } from './date-rule.ts';
import type { DeadlineFacts } from './deadline-query.ts';

const UNIT_WORDS = { 'calendar-days': 'calendar day', 'business-days': 'federal business day', months: 'month', years: 'calendar year' } as const;

function limitInWords({ value, unit }: PayerRule['limit']): string {
  return `${value} ${UNIT_WORDS[unit]}${value === 1 ? '' : 's'}`;
}

function anchorInWords(rule: PayerRule): string {
  switch (rule.monthAnchor) {
    case 'end-of-service-month': return 'counted from the end of the month of service, to the last day of that month';
    case 'end-of-target-month': return 'to the last day of that month';
    case 'same-day-number-else-first-of-next-month': return 'the same day number, or the first of the next month where there is none';
    case 'dec-31-of-year-after-service': return '31 December of the year after the service';
    case 'dec-31-of-third-year-after-service': return '31 December of the third year after the service';
    case undefined: break;
  }
  return rule.limit.unit === 'months' || rule.limit.unit === 'years'
    ? 'the same day number, clamped back to the end of a shorter month' : 'the next day is day 1, the last day counts';
}

/** The counting of one rule in sentences, each with its date. */
export function countingSteps(rule: PayerRule, start: ClockStartDay, dates: RuleDates, facts: DeadlineFacts, context: CountingContext = {}): string[] {
  const mailDays = context.mailDays ?? MAIL_ALLOWANCE_DAYS;
  const steps: string[] = [];
  if (start.presumed > 0) {
    steps.push(`The clock starts on receipt. No day of receipt was shown, so it is presumed ${start.presumed} calendar days after ${factInWords(start.from)}, ${dayInWords(start.day - start.presumed)}: ${dayInWords(start.day)}.`);
  } else if (start.from === 'noticeReceivedDate') {
    steps.push(`The clock starts on receipt, shown as ${dayInWords(start.day)}${rule.presumedReceiptDays === undefined ? '' : '; the shown day takes the place of the presumed one'}.`);
  }
  steps.push(`Day 0 is ${start.presumed > 0 ? 'the presumed day of receipt' : factInWords(start.from)}: ${dayInWords(start.day)}.`);
  const end = dates.raw - dates.pausedDays;
  const mailing = rule.mailingDaysAdded ?? 0;
  const also = alsoPrinted(rule);
  steps.push(also === null
    ? `${limitInWords(rule.limit)} later (${anchorInWords(rule)}): ${dayInWords(end - mailing)}.`
    : `The source prints ${limitInWords(rule.limit)} and ${limitInWords(also)}; the earlier end counts: ${dayInWords(end - mailing)}.`);
  if (mailing > 0) steps.push(`The rule adds ${mailing} calendar days for mailing: ${dayInWords(end)}.`);
  if (dates.pausedDays > 0) steps.push(`An emergency order takes ${dates.pausedDays} days out of the count (${dates.pausedBy.map(({ reason, source }) => (source === undefined ? reason : `${reason}, ${source}`)).join('; ')}): ${dayInWords(dates.raw)}.`);
  if (dates.roll === 'rolled') {
    steps.push(`That day is closed (${closedBecause(dates.raw, rollCalendar(rule) ?? 'federal-workdays') ?? 'an extra closed day'}) and the rule moves it to the next business day: due ${dayInWords(dates.due)}.`);
  } else if (dates.roll === 'contractor-does-not-roll') {
    steps.push(`Palmetto's published dates do not move from a closed day: due ${dayInWords(dates.due)}.`);
  } else {
    steps.push(`${rollCalendar(rule) === null ? 'The rule moves no date from a weekend or holiday' : 'Nothing moves the date'}: due ${dayInWords(dates.due)}.`);
  }
  const allowance = facts.filingMethod === 'mail' ? `Less ${mailDays} calendar days for the mail (${dayInWords(dates.raw - mailDays)}), then the` : 'The';
  steps.push(`${allowance} last federal business day on or before ${facts.filingMethod === 'mail' ? 'that' : 'the raw date'}: file by ${dayInWords(dates.safe)}.`);
  return steps;
}

/** Days Texas offices or federal ones may close beside the federal holidays themselves, which TMHP's list may name. */
function texasHoliday(day: CalendarDay): string | null {
  const { month, day: dayOfMonth } = civilOfDay(day);
  if (month === 12 && (dayOfMonth === 24 || dayOfMonth === 26)) return `${dayOfMonth} December`;
  if (holidayOn(day - 1) === 'Thanksgiving Day') return 'the day after Thanksgiving';
  return holidayOrObservedOn(day);
}

/** Years after which a text may have been replaced without anybody here having seen it. */
const OLD_SOURCE_YEARS = 3;

/** Whole years between the last look at a rule's source and the day that chooses its version; 0 where the look is later. */
function yearsSinceLook(rule: PayerRule, start: ClockStartDay): number {
  const seen = lastLookDay(rule.asOf, null);
  return seen === null || start.notice <= seen ? 0 : Math.floor((start.notice - seen) / 365.25);
}

/** What a biller must know beside the date of one rule. */
export function ruleWarnings(rule: PayerRule, start: ClockStartDay, dates: RuleDates, facts: DeadlineFacts, context: CountingContext): string[] {
  const warnings = [...start.warnings];
  if (rule.confidence === 'medium') {
    warnings.push(`The confidence of this rule is medium (as of ${rule.asOf}): compare it with the payer's own text.`);
  } else {
    const old = yearsSinceLook(rule, start);
    if (old >= OLD_SOURCE_YEARS) warnings.push(`The source was last seen as of ${rule.asOf}, ${old} years before this clock starts: compare it with the payer's current text.`);
  }
  if (rule.scope !== undefined && rule.appliesWhen === undefined) {
    warnings.push(`This rule is for: ${rule.scope}. Check that the claim is one of these.`);
  }
  if (rollsByContractorPractice(rule)) {
    if (rule.action === 'appeal-level-1' && (facts.mac === undefined || !['noridian', 'palmetto'].includes(facts.mac))) {
      warnings.push('Contractors differ: Noridian moves a last day that is closed to the next working day, Palmetto does not; the regulation is silent. Work to the safe date.');
    } else if (rule.action === 'appeal-level-2' && dates.roll === 'rolled') {
      warnings.push('The roll to the next business day is a contractor\'s practice and not in the regulation. Work to the safe date.');
    }
  }
  if (dates.roll === 'circuit-not-ninth' && closedBecause(dates.raw, 'federal-workdays') !== null) {
    warnings.push('The last day is closed. Only the Ninth Circuit (LeGras v. Aetna, 2015) moves it to the next business day; say circuit "9" where that holds.');
  }
  if (rule.roll?.holidayCalendar === 'tmhp-published-list' && context.tmhpHolidays === undefined) {
    const named = texasHoliday(dates.due);
    if (named !== null) warnings.push(`The due date is ${named}: it moves on only if TMHP's list for the year names that day.`);
  }
  const amount = amountAskedFor(rule, dates.safe);
  if (amount !== null) {
    const asked = `$${amount.dollars.toLocaleString('en-US')} in controversy (${amount.year} figure${amount.year === 2026 ? ', Federal Register 2025-21879' : ''}${amount.isOfThatYear ? '' : '; the figure of the filing year is not in the library'})`;
    if (facts.amountInControversyCents === undefined) warnings.push(`This level asks for at least ${asked}; claims may be aggregated to reach it.`);
    else if (facts.amountInControversyCents < amount.dollars * 100) warnings.push(`The amount is below the ${asked}: the request would be dismissed unless claims are aggregated.`);
  }
  if (facts.payerOrder === 'secondary' && countsSecondaryFromPrimary(rule.id)) {
    if (start.from === 'serviceFrom' || start.from === 'serviceThrough') warnings.push('The payer counts a secondary claim from the primary payer\'s decision, which was not given: give its day as priorDecisionDate.');
  } else if (facts.payerOrder === 'secondary' && rule.appliesWhen?.payerOrder === undefined && /secondary|COB|primary payer|other .*insurance/i.test(rule.notes)) {
    warnings.push('The payer treats a secondary claim apart, often from the primary payer\'s decision: read the rule\'s notes.');
  }
  if (rule.clockNote !== undefined && rule.clockStartsFrom !== 'other') warnings.push(`The clock starts on: ${rule.clockNote}.`);
  return warnings;
}
