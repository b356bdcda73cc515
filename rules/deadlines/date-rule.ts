import { addFederalBusinessDays, lastFederalBusinessDay, nextBusinessDay } from '../calendar/business-days.ts';
import type { BusinessCalendar, ClosedDays } from '../calendar/business-days.ts';
import { civilOfDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addMonths, addMonthsElseFirstOfNext, endOfMonthAfter, endOfYearAfter } from '../calendar/month-arithmetic.ts';
import limitsPrintedTwice from '../payers/limits-printed-twice.json' with { type: 'json' };
import type { LimitUnit, PayerRule } from '../payers/payer-rule.ts';
import type { ClockStartDay } from './clock-start.ts';
import type { DeadlineFacts } from './deadline-query.ts';

/** A span of days that an emergency order takes out of the count; both ends belong to it. */
export type DisasterPause = { from: CalendarDay; to: CalendarDay; reason: string; source?: string; state?: string };

export type CountingContext = {
  /** Days closed beyond the federal calendar: executive orders, the practice's own list. */
  closedDays?: ClosedDays;
  /** Holidays TMHP publishes for the year, where somebody has entered them. */
  tmhpHolidays?: ClosedDays;
  pauses?: readonly DisasterPause[];
  /** Calendar days that paper is sent ahead, where the practice set others than the usual. */
  mailDays?: number;
};

/** How `due` came out of `raw`. */
export type RollOutcome = 'none-stated' | 'open-day' | 'rolled' | 'contractor-does-not-roll' | 'circuit-not-ninth';

export type RuleDates = {
  raw: CalendarDay;
  due: CalendarDay;
  safe: CalendarDay;
  roll: RollOutcome;
  /** Days a pause added before raw. */
  pausedDays: number;
  /** The pauses that did. */
  pausedBy: readonly DisasterPause[];
};

const NO_PAUSES: readonly DisasterPause[] = [];

/** Days by which paper is sent ahead, so that it is received in time (deadlines are met on receipt). */
export const MAIL_ALLOWANCE_DAYS = 5;

const NO_CLOSED_DAYS: ClosedDays = new Set();

type Limit = { value: number; unit: LimitUnit };
const PRINTED_TWICE = limitsPrintedTwice as Readonly<Record<string, { printed: Limit; also: Limit }>>;

/**
 * The second figure of a source that prints its limit in two units ("365 days", "12 months"), of which the earlier end counts, or
 * null. A limit that a practice changed is its own word: nothing is laid beside it.
 */
export function alsoPrinted(rule: PayerRule): Limit | null {
  const twice = PRINTED_TWICE[rule.id];
  return twice !== undefined && twice.printed.value === rule.limit.value && twice.printed.unit === rule.limit.unit ? twice.also : null;
}

/** The arithmetic date of a limit counted from `start`, which is day 0; of two figures printed for it, the earlier. */
export function limitEnd(rule: PayerRule, start: CalendarDay, closed: ClosedDays = NO_CLOSED_DAYS): CalendarDay {
  const end = figureEnd(rule, rule.limit, start, closed);
  const also = alsoPrinted(rule);
  return also === null ? end : Math.min(end, figureEnd(rule, also, start, closed));
}

function figureEnd(rule: PayerRule, { value, unit }: Limit, start: CalendarDay, closed: ClosedDays): CalendarDay {
  const months = unit === 'years' ? value * 12 : value;
  switch (rule.monthAnchor) {
    case 'end-of-service-month':
    case 'end-of-target-month': return endOfMonthAfter(start, months);
    case 'same-day-number-else-first-of-next-month': return addMonthsElseFirstOfNext(start, months);
    case 'dec-31-of-year-after-service': return endOfYearAfter(start, 1);
    case 'dec-31-of-third-year-after-service': return endOfYearAfter(start, 3);
    case undefined: break;
  }
  switch (unit) {
    case 'calendar-days': return start + value;
    case 'business-days': return addFederalBusinessDays(start, value, closed);
    case 'months':
    case 'years': return addMonths(start, months);
  }
}

/**
 * Which days push the last day of this rule forward, or null where nothing does. "Federal holiday" in the external review
 * rule means the dates of the statute; Medicare and the courts speak of days nobody works, observed days included. TMHP
 * publishes a list for each year; it names the federal holidays, Columbus Day too, "because the Post Office will not be
 * operating", so their dates are sure and any further day of the list has to be entered.
 */
export function rollCalendar(rule: PayerRule): BusinessCalendar | null {
  if (rule.roll?.lastDayNonBusiness === undefined) return null;
  const isByDatesOnly = rule.roll.holidayCalendar === 'tmhp-published-list' || rule.action === 'external-review';
  return isByDatesOnly ? 'federal-holiday-dates' : 'federal-workdays';
}

/** The redetermination's roll is a contractor's practice: Palmetto publishes dates that do not move. */
export function rollsByContractorPractice(rule: PayerRule): boolean {
  return rule.roll?.lastDayNonBusiness !== undefined && rule.lineOfBusiness === 'medicare-ffs'
    && (rule.action === 'appeal-level-1' || rule.action === 'appeal-level-2');
}

function withPauses(rule: PayerRule, start: CalendarDay, raw: CalendarDay, context: CountingContext): { added: number; by: readonly DisasterPause[] } {
  let added = 0;
  // Two orders over the same days take each of them out once.
  let counted = start;
  const by: DisasterPause[] = [];
  const pauses = (context.pauses ?? []).filter((pause) => pause.state === undefined || pause.state === rule.state);
  for (const pause of [...pauses].sort((left, right) => left.from - right.from)) {
    const first = Math.max(pause.from, counted + 1);
    if (first > raw + added || pause.to < first) continue;
    added += pause.to - first + 1;
    counted = pause.to;
    by.push(pause);
  }
  return { added, by };
}

/** Raw, due and safe date of a rule whose clock start is known. Pure arithmetic: no words, so that re-dating is cheap. */
export function dateRule(rule: PayerRule, start: ClockStartDay, facts: DeadlineFacts, context: CountingContext = {}): RuleDates {
  const closed = context.closedDays ?? NO_CLOSED_DAYS;
  const arithmetic = limitEnd(rule, start.day, closed) + (rule.mailingDaysAdded ?? 0);
  const paused = context.pauses === undefined ? null : withPauses(rule, start.day, arithmetic, context);
  const pausedDays = paused?.added ?? 0;
  const raw = arithmetic + pausedDays;
  const calendar = rollCalendar(rule);
  let due = raw;
  let roll: RollOutcome = 'none-stated';
  if (calendar !== null) {
    if (rule.roll?.authority === 'case-law-9th-cir-only' && facts.circuit !== '9') roll = 'circuit-not-ninth';
    else if (rollsByContractorPractice(rule) && rule.action === 'appeal-level-1' && facts.mac === 'palmetto') roll = 'contractor-does-not-roll';
    else {
      const extra = rule.roll?.holidayCalendar === 'tmhp-published-list' ? (context.tmhpHolidays ?? NO_CLOSED_DAYS) : closed;
      due = nextBusinessDay(raw, calendar, extra);
      roll = due === raw ? 'open-day' : 'rolled';
    }
  }
  const sendBy = facts.filingMethod === 'mail' ? raw - (context.mailDays ?? MAIL_ALLOWANCE_DAYS) : raw;
  return { raw, due, safe: lastFederalBusinessDay(sendBy, closed), roll, pausedDays, pausedBy: paused?.by ?? NO_PAUSES };
}

/** Dollars that must be in controversy for requests filed in a year, level by level (42 CFR 405.1006, published yearly). */
const AMOUNTS_IN_CONTROVERSY: Readonly<Record<number, { hearing: number; court: number }>> = {
  2021: { hearing: 180, court: 1760 },
  2022: { hearing: 180, court: 1760 },
  2024: { hearing: 180, court: 1840 },
  2025: { hearing: 190, court: 1900 },
  2026: { hearing: 200, court: 1960 },
};

/** The amount the rule asks for in the year the request would be filed, and whether that year's figure is known. */
export function amountAskedFor(rule: PayerRule, filedOn: CalendarDay): { dollars: number; year: number; isOfThatYear: boolean } | null {
  const printed = rule.amountInControversy;
  if (printed === undefined || printed === 0) return null;
  const year = civilOfDay(filedOn).year;
  const published = AMOUNTS_IN_CONTROVERSY[year];
  if (published !== undefined) {
    return { dollars: rule.action === 'appeal-level-5' ? published.court : published.hearing, year, isOfThatYear: true };
  }
  return { dollars: printed, year: rule.amountInControversyYear ?? year, isOfThatYear: rule.amountInControversyYear === year };
}
