import { dayOfPlainDate, parseCalendarDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { Letter } from '../domain/denial-case.ts';
import type { ClockKind } from '../domain/vocabulary.ts';
import type { DeadlineAction } from '../payers/payer-rule.ts';
import type { ClaimStatus } from '../reading/reading.ts';
import { answerDeadlineQuery } from './answer-deadline-query.ts';
import type { DeadlineOptions } from './decide-deadline.ts';
import { overriddenAnswer, overrideFor } from './clock-override.ts';
import type { ClockOverride } from './clock-override.ts';
import { isAfterReconsideration } from './clock-start.ts';
import { isDated } from './deadline-answer.ts';
import type { DeadlineAnswer } from './deadline-answer.ts';

/** A step the practice took on the claim. `filedOn` is the day it reached the payer, as far as known. */
export type ClaimStep = {
  action: DeadlineAction;
  filedOn: string | null;
  outcome: 'pending' | 'upheld' | 'partly-overturned' | 'overturned' | 'dismissed';
  decidedOn: string | null;
  noticeReceivedDate?: string | null;
};

/** What is known of a claim for its clocks. `facts` are the facts of the deadline contract; dates are `YYYY-MM-DD`. */
export type ClaimForClocks = {
  payer: string;
  lineOfBusiness: string;
  state: string | null;
  party?: string;
  facts: Readonly<Record<string, unknown>>;
  status: ClaimStatus | null;
  adjustments?: readonly { groupCode: string | null; carc: string }[];
  rarcs?: readonly string[];
  /** 277 status categories, such as A3. */
  statusCategories?: readonly string[];
  steps?: readonly ClaimStep[];
  overrides?: readonly ClockOverride[];
};

/**
 * `live` up to the safe date, `last-days` from there to due, `ended` after due, `filed` when the step was taken in time,
 * `filed-late` when after due (kept, with good cause where there is one), `undated` where no date can be given.
 */
export type ClockState = 'live' | 'last-days' | 'ended' | 'filed' | 'filed-late' | 'undated';

export type ClaimClock = {
  action: ClockKind;
  /** The step in a biller's words, with the payer's own name for it. */
  name: string;
  party: string;
  answer: DeadlineAnswer;
  state: ClockState;
  /** Day numbers (days since 1970-01-01) of the safe and the due date; null where undated. */
  safeDay: CalendarDay | null;
  dueDay: CalendarDay | null;
  /** Days from today to the due date, negative once it is past. */
  daysLeft: number | null;
  override: ClockOverride | null;
  /** The letter that started it, for the clocks that letters start. */
  letter?: Letter;
};

export type ClaimClocks = {
  /** The clock that kills first on top; undated ones next, then those that no longer run. */
  clocks: ClaimClock[];
  /** Steps this claim does not have, each with its reason. */
  closed: { action: DeadlineAction; why: string }[];
  /** Steps that open when another is decided. */
  waiting: { action: DeadlineAction; after: DeadlineAction }[];
  /** Where the payer itself is not known or the query is short of a fact for every step: the one question to ask. */
  question: DeadlineAnswer | null;
};

export type ClockContext = DeadlineOptions & { today: Temporal.PlainDate };

const ACTION_NAMES: Readonly<Record<ClockKind, string>> = {
  'records-request': 'Records asked for', 'recoupment-demand': 'Appeal that holds recoupment', 'refund-request': 'Answer to a refund request', 'overpayment-found': 'Report and return an overpayment', 'next-payer': 'Next payer, first filing',
  'timely-filing': 'Filing limit', 'corrected-claim': 'Corrected claim', reopening: 'Reopening', reconsideration: 'Reconsideration',
  'peer-to-peer': 'Peer to peer', 'appeal-level-1': 'Appeal, level 1', 'appeal-level-2': 'Appeal, level 2', 'appeal-level-3': 'Appeal, level 3',
  'appeal-level-4': 'Appeal, level 4', 'appeal-level-5': 'Appeal, level 5', 'external-review': 'External review',
};

export const actionInWords = (action: ClockKind): string => ACTION_NAMES[action];

const DISPUTES: readonly DeadlineAction[] = [
  'peer-to-peer', 'corrected-claim', 'reopening', 'reconsideration', 'appeal-level-1', 'appeal-level-2', 'appeal-level-3', 'appeal-level-4',
  'appeal-level-5', 'external-review',
];
const REJECTION_CATEGORIES = new Set(['A3', 'A6', 'A7', 'A8']);
const NOT_DECIDED: readonly (ClaimStatus | null)[] = ['pending', 'acknowledged', 'information-requested', 'forwarded', 'not-found'];

/** True where nothing was determined: the claim never entered adjudication, so only the filing clock runs. */
export function isRejection(claim: Pick<ClaimForClocks, 'status' | 'rarcs' | 'statusCategories'>): boolean {
  return claim.status === 'rejected' || (claim.rarcs ?? []).some((rarc) => rarc.trim().toUpperCase() === 'MA130')
    || (claim.statusCategories ?? []).some((category) => REJECTION_CATEGORIES.has(category.trim().toUpperCase()));
}

/** True for a denial as filed too late (CARC 29 with any group but the patient's). */
function isLateFilingDenial(claim: ClaimForClocks): boolean {
  return (claim.adjustments ?? []).some((adjustment) => adjustment.carc.trim() === '29' && adjustment.groupCode !== 'PR');
}

/** Why a claim has no dispute clocks at all, or null. */
export function whyNoDispute(claim: ClaimForClocks): string | null {
  if (isRejection(claim)) return 'The claim was rejected, not denied: nothing was determined, so there is nothing to appeal. Correct it and file it again inside the filing limit.';
  if (NOT_DECIDED.includes(claim.status)) return 'The payer has not decided the claim yet.';
  if (claim.lineOfBusiness === 'medicare-ffs' && isLateFilingDenial(claim)) {
    return 'Medicare: a denial for late filing is no initial determination and carries no appeal right. Ask for an exception to the filing limit where one applies (42 CFR 424.44(b)).';
  }
  return null;
}

function decided(steps: readonly ClaimStep[], action: DeadlineAction): ClaimStep | null {
  // A decision whose day nobody could say opens the next step too: it is asked for, not taken to be today.
  const decisions = steps.filter((step) => step.action === action && ['upheld', 'partly-overturned', 'dismissed'].includes(step.outcome));
  decisions.sort((left, right) => ((left.decidedOn ?? '') < (right.decidedOn ?? '') ? 1 : -1));
  return decisions[0] ?? null;
}

/** The step whose decision opens this one; null for a step the first determination opens. */
function opener(action: DeadlineAction, steps: readonly ClaimStep[], hasAppeal: boolean): { after: DeadlineAction; decision: ClaimStep | null } | null {
  const level = /^appeal-level-([2-5])$/.exec(action);
  if (level !== null) {
    const after = `appeal-level-${Number(level[1]) - 1}` as DeadlineAction;
    return { after, decision: decided(steps, after) };
  }
  if (action !== 'external-review') return null;
  // External review follows the last internal decision; a reconsideration is that only where the payer has no appeal of its own.
  for (const after of ['appeal-level-2', 'appeal-level-1', ...(hasAppeal ? [] : ['reconsideration' as const])] as const) {
    const decision = decided(steps, after);
    if (decision !== null) return { after, decision };
  }
  return { after: 'appeal-level-1', decision: null };
}

const OF_THE_PATIENT = 'The rule gives this right to the patient. Use it as their representative, with their written consent.';

const FIRST_DETERMINATION = new Set(['remittanceDate', 'denialDate', 'noticeReceivedDate', 'receivedDate', 'postmarkDate']);

function factsFor(action: DeadlineAction, claim: ClaimForClocks, steps: readonly ClaimStep[], opened: ClaimStep | null): Record<string, unknown> {
  if (opened !== null) {
    // The first determination's dates are another event: they must not stand in for the decision now appealed.
    const rest = Object.fromEntries(Object.entries(claim.facts).filter(([fact]) => !FIRST_DETERMINATION.has(fact)));
    return {
      ...rest, noticeDate: opened.decidedOn, priorDecisionDate: opened.decidedOn,
      ...(opened.noticeReceivedDate == null ? {} : { noticeReceivedDate: opened.noticeReceivedDate }),
    };
  }
  // A reconsideration that was upheld opens the appeal that follows it, where the payer counts from that decision.
  const reconsidered = action === 'appeal-level-1' ? decided(steps, 'reconsideration') : null;
  return reconsidered === null ? { ...claim.facts } : { ...claim.facts, priorDecisionDate: reconsidered.decidedOn };
}

function stateOf(answer: DeadlineAnswer, action: DeadlineAction, steps: readonly ClaimStep[], today: CalendarDay): Pick<ClaimClock, 'state' | 'safeDay' | 'dueDay' | 'daysLeft'> {
  if (!isDated(answer)) return { state: 'undated', safeDay: null, dueDay: null, daysLeft: null };
  const safeDay = parseCalendarDay(answer.safe);
  const dueDay = parseCalendarDay(answer.due);
  if (safeDay === null || dueDay === null) return { state: 'undated', safeDay: null, dueDay: null, daysLeft: null };
  const dated = { safeDay, dueDay, daysLeft: dueDay - today };
  const filings = steps.filter((step) => step.action === action && step.filedOn !== null).map((step) => parseCalendarDay(step.filedOn ?? '')).filter((day) => day !== null);
  if (filings.length > 0) return { state: Math.min(...filings) <= dueDay ? 'filed' : 'filed-late', ...dated };
  if (today > dueDay) return { state: 'ended', ...dated };
  return { state: today > safeDay ? 'last-days' : 'live', ...dated };
}

const STATE_ORDER: readonly ClockState[] = ['live', 'last-days', 'undated', 'filed', 'filed-late', 'ended'];

/** Puts the clock that kills first on top; see `ClaimClocks`. */
export function kills(left: ClaimClock, right: ClaimClock): number {
  const rank = (clock: ClaimClock): number => (clock.state === 'last-days' ? 0 : STATE_ORDER.indexOf(clock.state));
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (left.dueDay !== null && right.dueDay !== null && left.dueDay !== right.dueDay) {
    return left.state === 'ended' ? right.dueDay - left.dueDay : left.dueDay - right.dueDay;
  }
  return (left.safeDay ?? 0) - (right.safeDay ?? 0) || DISPUTES.indexOf(left.action as DeadlineAction) - DISPUTES.indexOf(right.action as DeadlineAction);
}

/**
 * Every clock of a claim that the library can speak to, with its answer, its state today and what overrides it. Nothing is
 * read from a clock: `context.today` is the biller's date. The same claim, library and day give the same result.
 */
export function clocksOfClaim(claim: ClaimForClocks, context: ClockContext): ClaimClocks {
  const today = dayOfPlainDate(context.today);
  const steps = claim.steps ?? [];
  const overrides = claim.overrides ?? [];
  const result: ClaimClocks = { clocks: [], closed: [], waiting: [], question: null };
  const noDispute = whyNoDispute(claim);

  const ask = (action: DeadlineAction, party: string, facts: Record<string, unknown>): DeadlineAnswer => answerDeadlineQuery(
    { payer: claim.payer, lineOfBusiness: claim.lineOfBusiness, state: claim.state, action, party, facts }, { ...context, askedOn: today },
  );
  const add = (action: DeadlineAction, opened: ClaimStep | null): void => {
    const facts = factsFor(action, claim, steps, opened);
    let party = claim.party ?? 'provider';
    let answer = ask(action, party, facts);
    if (party === 'provider' && 'unknown' in answer && answer.unknown === 'rule') {
      // The right may be the patient's, whom the practice can stand for with consent.
      const ofMember = ask(action, 'member', facts);
      if (!('unknown' in ofMember)) {
        party = 'member';
        answer = ofMember;
      }
    }
    const override = overrideFor(action, overrides);
    if ('unknown' in answer && override === null) {
      if (answer.unknown === 'payer') result.question = answer;
      return;
    }
    if ('error' in answer) result.question = answer;
    const ruleOfAnswer = 'rule' in answer ? answer.rule ?? '' : '';
    if (override === null && action === 'appeal-level-1' && isAfterReconsideration(ruleOfAnswer) && result.clocks.some((clock) => clock.action === 'reconsideration')) {
      const decision = decided(steps, 'reconsideration');
      if (decision === null) {
        result.waiting.push({ action, after: 'reconsideration' });
        return;
      }
      // The day of the remittance is another event and must not stand in for a day nobody could say.
      if (decision.decidedOn === null) answer = { needs: ['priorDecisionDate'] };
    }
    if (party === 'member' && claim.party !== 'member' && isDated(answer)) answer = { ...answer, warnings: [...answer.warnings, OF_THE_PATIENT] };
    if (override !== null) answer = overriddenAnswer(override, answer, context.closedDays);
    const own = isDated(answer) ? answer.actionName : undefined;
    result.clocks.push({
      action, party, answer, override,
      name: own === undefined ? ACTION_NAMES[action] : `${ACTION_NAMES[action]}: ${own}`,
      ...stateOf(answer, action, steps, today),
    });
  };

  add('timely-filing', null);
  for (const action of DISPUTES) {
    if (noDispute !== null) {
      result.closed.push({ action, why: noDispute });
      continue;
    }
    const opening = opener(action, steps, result.clocks.some((clock) => clock.action === 'appeal-level-1') || result.waiting.some((one) => one.action === 'appeal-level-1'));
    if (opening === null || opening.decision !== null) add(action, opening?.decision ?? null);
    else if (overrideFor(action, overrides) !== null) add(action, null);
    else result.waiting.push({ action, after: opening.after });
  }
  result.waiting = result.waiting.filter(({ action }) => hasRule(ask, action, claim));
  if (result.clocks.some((clock) => isDated(clock.answer))) result.question = null;
  result.clocks.sort(kills);
  return result;
}

/** Whether the library knows a step at all for this claim, so that a biller is not promised a level the payer lacks. */
function hasRule(ask: (action: DeadlineAction, party: string, facts: Record<string, unknown>) => DeadlineAnswer, action: DeadlineAction, claim: ClaimForClocks): boolean {
  const { network, claimType, disputeKind } = claim.facts;
  return ['provider', 'member'].some((party) => !('unknown' in ask(action, party, { network, claimType, disputeKind })));
}
