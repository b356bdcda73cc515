import { workingDayUpTo } from '../calendar/working-days.ts';
import { parseCalendarDay } from '../calendar/calendar-day.ts';
import { isDated } from '../deadlines/deadline-answer.ts';
import type { CaseDating } from './dating.ts';
import { classifyDenial } from '../denials/classify.ts';
import { clocksFor } from '../denials/clocks.ts';
import type { Classification } from '../denials/classification.ts';
import { ADVISED_PATHS } from '../denials/vocabulary.ts';
import type { AdvisedPath } from '../denials/vocabulary.ts';
import { NO_DAY } from '../domain/day-number.ts';
import type { DayNumber } from '../domain/day-number.ts';
import type { SealedCase } from '../domain/denial-case.ts';
import type { PracticePayer } from '../domain/practice.ts';
import { NEXT_ACTIONS } from '../domain/vocabulary.ts';
import type { NextAction } from '../domain/vocabulary.ts';
import { isWindowUnknown, priorityOf } from '../queue/priority.ts';
import type { Score } from '../queue/priority.ts';
import { DEFAULT_SCORING, worthOf } from '../queue/worth.ts';
import { namesOf, traitsOf } from './case-traits.ts';
import type { CaseNames, CaseTraits } from './case-traits.ts';
import { dateCase, toDate } from './date-case.ts';
import type { DatedCase } from './date-case.ts';

/** What people planned for a case. */
export type CasePlan = { ownerId: string; state: string; nextAction: string; followUpDay: DayNumber; snoozedUntilDay: DayNumber };

/** The columns of a case that are kept in clear, without look-up tokens and revision. */
export type CaseColumns = CasePlan & CaseTraits & {
  open: 0 | 1; payerKey: string; category: string; path: string; payerStatus: string;
  priority: number; score: Score;
  deniedCents: number; chargeCents: number; paidCents: number;
  nextDay: DayNumber; nextKind: string; safeDay: DayNumber; dueDay: DayNumber; undated: string;
};
/** `letterOn`: the day of the letter that started it; two letters of one kind are two clocks. */
export type ClockColumns = { action: string; letterOn?: string; rawDay: DayNumber; dueDay: DayNumber; safeDay: DayNumber; ruleId: string; ruleVersion: number; confidence: string; overridden: 0 | 1 };

/** What kind of denial a case is, and when. */
export type Judged = { classification: Classification; dated: DatedCase };
/** `names`: what the store keeps as keyed hashes. */
export type WorkedOut = Judged & { columns: CaseColumns; names: CaseNames; clocks: ClockColumns[] };

/** The classification of a case, with a person's own where there is one. */
export function classificationOf(sealed: SealedCase, payer: PracticePayer | null): Classification {
  const lineOfBusiness = sealed.facts.lineOfBusiness ?? payer?.lineOfBusiness ?? null;
  const advised = classifyDenial({ ...sealed.facts, lineOfBusiness });
  const own = sealed.classification;
  if (own === null) return advised;
  const path = (ADVISED_PATHS as readonly string[]).includes(own.path) ? (own.path as AdvisedPath) : advised.path;
  const correction = path === 'correct-and-resubmit' ? advised.correction ?? (lineOfBusiness === 'medicare-ffs' ? 'reopening' : 'replacement-claim') : null;
  return {
    ...advised, path, correction, category: own.category as Classification['category'], avoidable: own.avoidable, pathReason: own.reason,
    clocks: clocksFor({ nature: advised.nature, path, correction, appealable: advised.appealable, peerTalk: advised.clocks.includes('peer-to-peer'), lineOfBusiness }),
  };
}

/** The next action that an advised path means. */
export function actionOfPath(path: string): NextAction {
  return (NEXT_ACTIONS as readonly string[]).includes(path) ? (path as NextAction) : 'review';
}

/**
 * The day a snooze really ends: never later than the first day on which something is due, so that no date comes up or
 * passes out of sight. `NO_DAY` (no snooze) where such a day is today or past. A snooze that is over stays as it is.
 */
export function snoozeEnd(until: DayNumber, days: { safeDay: DayNumber; dueDay: DayNumber; followUpDay: DayNumber }, today: DayNumber, isNotWorkable = false): DayNumber {
  if (until === NO_DAY || until <= today) return until;
  const dates = [days.safeDay, days.dueDay, days.followUpDay];
  // What somebody set aside knowing that its days have passed stays aside; a day still to come brings it back.
  const end = Math.min(until, ...(isNotWorkable ? dates.filter((day) => day > today) : dates));
  return end > today ? end : NO_DAY;
}

/** `dating`: the rules and the practice's calendar to date by; without it the shipped rules. */
export function judgeCase(sealed: SealedCase, payer: PracticePayer | null, today: Temporal.PlainDate, dating: CaseDating = {}): Judged {
  const classification = classificationOf(sealed, payer);
  return { classification, dated: dateCase(toDate(sealed, payer, classification), today, dating) };
}

/**
 * Everything of a case that queries need, worked out from what is known and planned. `createdDay` and `today` are day
 * numbers of the practice's calendar; `judged` spares judging it again where that was just done. The same input gives the
 * same columns. A planned snooze is cut short where a date comes before its end: compare the column with the plan.
 */
export function workOutCase(input: { sealed: SealedCase; payer: PracticePayer | null; payerKey: string; plan: CasePlan; open: boolean; createdDay: DayNumber; today: DayNumber; todayDate: Temporal.PlainDate; dating?: CaseDating | undefined; judged?: Judged | undefined }): WorkedOut {
  const { sealed, payer, plan } = input;
  const { facts } = sealed;
  const { classification, dated } = input.judged ?? judgeCase(sealed, payer, input.todayDate, input.dating);
  const scoring = input.dating?.scoring ?? DEFAULT_SCORING;
  const { weights } = scoring;
  const followsUpFirst = plan.followUpDay < dated.safeDay;
  // Every open case has a day on which something is due: where neither a clock nor a person gives one, the day by which its date shall be found.
  const findsDate = input.open && plan.followUpDay === NO_DAY && dated.safeDay === NO_DAY;
  const nextDay = findsDate ? Math.max(workingDayUpTo(input.createdDay + weights.findDateWithin, { weekdays: OFFICE_WEEK, closed: input.dating?.closedDays ?? NEVER }, input.createdDay), plan.snoozedUntilDay === NO_DAY ? 0 : plan.snoozedUntilDay) : Math.min(dated.safeDay, plan.followUpDay);
  const noClock = dated.undated === '' && dated.next === null;
  const undated = plan.followUpDay !== NO_DAY && dated.undated === 'not-open' ? '' : findsDate && noClock ? 'not-open' : dated.undated;
  const deniedCents = Math.max(0, classification.deniedCents ?? ((facts.paid ?? 0) === 0 ? facts.charge ?? 0 : 0));
  const snoozedUntilDay = snoozeEnd(plan.snoozedUntilDay, { safeDay: dated.safeDay, dueDay: dated.dueDay, followUpDay: plan.followUpDay }, input.today, plan.state === 'not-workable');
  const { priority, score } = priorityOf({
    nextDay, windowUnknown: isWindowUnknown(undated), lapsed: dated.lapsed && !followsUpFirst, createdDay: input.createdDay, today: input.today, snoozedUntilDay, weights,
    worth: worthOf({ deniedCents, payerKey: input.payerKey, category: classification.category }, scoring),
  });
  return {
    classification, dated, names: namesOf(sealed, input.payerKey, classification),
    columns: {
      ...plan, ...traitsOf(sealed, plan.state, input.open, classification, input.createdDay), snoozedUntilDay, open: input.open ? 1 : 0, payerKey: input.payerKey, category: classification.category, path: classification.path, payerStatus: facts.status ?? '',
      priority, score, deniedCents, chargeCents: facts.charge ?? 0, paidCents: facts.paid ?? 0,
      nextDay, nextKind: nextDay === NO_DAY ? '' : findsDate ? 'find-date' : followsUpFirst ? 'follow-up' : dated.next?.action ?? '',
      safeDay: dated.safeDay, dueDay: dated.dueDay, undated,
    },
    clocks: clockColumns(dated),
  };
}

/** A day for finding a date out is never a weekend, a holiday or a closed day of the practice. */
const OFFICE_WEEK: readonly number[] = [1, 2, 3, 4, 5];
const NEVER: ReadonlySet<number> = new Set();

/** The clocks to remind of: those that run, and the one that ran out unused where nothing else runs. */
function clockColumns(dated: DatedCase): ClockColumns[] {
  const filed = dated.next === null;
  if (filed) return [];
  return dated.deciding.filter((clock) => clock === dated.next || ((clock.state === 'live' || clock.state === 'last-days') && (clock.safeDay ?? 0) >= dated.safeDay)).flatMap((clock) => {
    if (!isDated(clock.answer) || clock.safeDay === null || clock.dueDay === null) return [];
    const { rule, version, confidence, raw } = clock.answer;
    return [{
      action: clock.action, ...(clock.letter === undefined ? {} : { letterOn: clock.letter.on }), rawDay: parseCalendarDay(raw) ?? clock.dueDay, dueDay: clock.dueDay, safeDay: clock.safeDay, ruleId: rule, ruleVersion: version, confidence,
      overridden: clock.override === null ? 0 as const : 1 as const,
    }];
  });
}
