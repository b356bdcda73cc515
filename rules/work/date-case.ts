import { dayOfPlainDate, parseCalendarDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import { clocksOfClaim, kills } from '../deadlines/claim-clocks.ts';
import type { ClaimClock, ClaimClocks, ClaimStep } from '../deadlines/claim-clocks.ts';
import type { ClockOverride } from '../deadlines/clock-override.ts';
import { isDated } from '../deadlines/deadline-answer.ts';
import type { DeadlineOptions } from '../deadlines/decide-deadline.ts';
import { letterClocks } from '../deadlines/letter-clocks.ts';
import { nextPayerClock } from '../deadlines/next-payer-clock.ts';
import type { Classification } from '../denials/classification.ts';
import { NO_DAY } from '../domain/day-number.ts';
import type { DayNumber } from '../domain/day-number.ts';
import type { ClaimFacts, SealedCase } from '../domain/denial-case.ts';
import type { PracticePayer } from '../domain/practice.ts';
import { LETTER_KINDS } from '../domain/vocabulary.ts';
import type { DeadlineAction } from '../domain/vocabulary.ts';
import { isKnownWithoutRules } from '../payers/payers-without-rules.ts';
import { matchPayer } from '../payers/rule-library.ts';
import type { RuleLibrary } from '../payers/rule-library.ts';
import { contractOverrides } from './contract-windows.ts';
import { libraryPayerOf } from './payer-match.ts';

export type CaseToDate = {
  facts: ClaimFacts; payer: PracticePayer | null; classification: Classification;
  overrides: SealedCase['overrides']; submissions: SealedCase['submissions'];
  letters?: SealedCase['letters'] | undefined; nextPayer?: SealedCase['nextPayer'] | undefined;
};

/** What of an opened case decides about its clocks. */
export function toDate(sealed: SealedCase, payer: PracticePayer | null, classification: Classification): CaseToDate {
  return { facts: sealed.facts, payer, classification, overrides: sealed.overrides, submissions: sealed.submissions, letters: sealed.letters, nextPayer: sealed.nextPayer };
}

/** Why an open case has no date; '' where it has one. `not-open`: nothing to contest yet, so no clock runs. */
export type Undated = '' | 'needs' | 'unknown-payer' | 'unverified' | 'conflict' | 'no-rule' | 'not-open';

export type DatedCase = {
  all: ClaimClocks;
  /** The clocks that decide about this case: those of the advised path, those a person dated, else every dated one. */
  deciding: ClaimClock[];
  /** The clock that runs out first; null where none runs. */
  next: ClaimClock | null;
  safeDay: DayNumber; dueDay: DayNumber;
  undated: Undated;
  /** Nothing to contest yet: what runs only protects the claim. */
  notOpen: boolean;
  /** Every deciding clock has ended. */
  lapsed: boolean;
  /** Facts without which no date can be given, the most useful first: the one question to ask. */
  needs: string[];
};

/** Statuses of a claim that is with the payer, or was never found there. */
const UNDECIDED: ReadonlySet<string> = new Set(['pending', 'acknowledged', 'not-found', 'information-requested']);

/** In the order in which they are taken: sending a later one leaves nothing to ask of the earlier ones. */
const LADDER: readonly DeadlineAction[] = ['peer-to-peer', 'reconsideration', 'appeal-level-1', 'appeal-level-2', 'appeal-level-3', 'appeal-level-4', 'appeal-level-5', 'external-review'];

const isRunning = (clock: ClaimClock): boolean => clock.state === 'live' || clock.state === 'last-days';

/** Every clock of a case and the one that counts now. `today` is the biller's date; `dating` the rules and calendar to date by. */
export function dateCase(one: CaseToDate, today: Temporal.PlainDate, dating: DeadlineOptions = {}): DatedCase {
  const facts = deadlineFacts(one);
  const payer = payerText(one, dating.library);
  // Of a payer the library does not hold no step can be dated; asking for each of them looks for similar names every time.
  const unknown = one.overrides.length === 0 && (one.payer?.contractWindows ?? []).length === 0 && matchPayer(payer, dating.library) === null && !isKnownWithoutRules(payer, lineOfBusinessOf(one) ?? '') && !/^\s*medicaid\s*$/iu.test(payer);
  const all: ClaimClocks = unknown ? { clocks: [], closed: [], waiting: [], question: { unknown: 'payer', candidates: [] } } : clocksOfClaim({
    payer,
    lineOfBusiness: lineOfBusinessOf(one) ?? '', state: one.facts.state ?? one.payer?.state ?? null, facts,
    status: one.facts.status,
    adjustments: [...one.facts.adjustments, ...one.facts.lines.flatMap((line) => line.adjustments)],
    rarcs: [...one.facts.rarcs, ...one.facts.lines.flatMap((line) => line.rarcs)],
    statusCategories: one.facts.status === null || one.facts.status === 'rejected' ? one.facts.statusCodes.map(({ category }) => category) : [],
    steps: one.submissions.flatMap(stepOf), overrides: [...one.overrides.map(overrideOf), ...contractOverrides(one.payer, facts)],
  }, { ...dating, today });
  all.clocks.push(...furtherClocks(one, facts, payer, dayOfPlainDate(today), dating));
  all.clocks.sort(kills);
  const deciding = decidingClocks(all, one);
  const stopped = stoppedBy(one.submissions);
  const running = deciding.filter((clock) => isRunning(clock) && !stopped.has(clock.action)).sort((left, right) => (left.safeDay ?? 0) - (right.safeDay ?? 0) || (left.dueDay ?? 0) - (right.dueDay ?? 0));
  const ended = deciding.filter((clock) => clock.state === 'ended' && !stopped.has(clock.action)).sort((left, right) => (right.dueDay ?? 0) - (left.dueDay ?? 0));
  const filed = deciding.some((clock) => clock.state === 'filed' || clock.state === 'filed-late' || stopped.has(clock.action));
  // A date that passed unused is shown as overdue rather than forgotten; once something is on its way it no longer presses.
  const next = running[0] ?? (filed ? null : ended[0] ?? null);
  const needs = [...new Set(deciding.concat(all.clocks).flatMap((clock) => ('needs' in clock.answer ? clock.answer.needs : [])).concat(all.question !== null && 'needs' in all.question ? all.question.needs : []))];
  return {
    all, deciding, next, safeDay: next?.safeDay ?? NO_DAY, dueDay: next?.dueDay ?? NO_DAY,
    undated: next !== null || filed ? '' : undatedBecause(one, all, deciding),
    notOpen: one.classification.clocks.length === 0,
    lapsed: running.length === 0 && ended.length > 0 && !filed,
    needs: lineOfBusinessOf(one) === null ? ['lineOfBusiness', ...needs.filter((need) => need !== 'lineOfBusiness')] : needs,
  };
}

/** The clocks beside the steps of the rules: letters, and the payer that comes next. */
function furtherClocks(one: CaseToDate, facts: Readonly<Record<string, string | number | boolean>>, payer: string, today: CalendarDay, dating: DeadlineOptions): ClaimClock[] {
  const letters = letterClocks({
    letters: one.letters ?? [], recordsSentOn: one.submissions.filter(({ action }) => action === 'records').map(({ on }) => on), steps: one.submissions.flatMap(stepOf),
    payer, lineOfBusiness: lineOfBusinessOf(one) ?? '', state: one.facts.state ?? one.payer?.state ?? null, today,
  }, dating);
  const next = one.nextPayer ?? null;
  if (next === null && one.classification.path !== 'bill-other-payer') return letters;
  return [...letters, nextPayerClock(next, facts, one.facts.remittanceOn ?? one.facts.paymentOn ?? one.facts.finalizedOn, today, dating)];
}

/** The name to look up: the practice's own where it is enough, for it may name the contractor or the state; else the library's. */
function payerText({ payer, facts }: CaseToDate, library: RuleLibrary | undefined): string {
  if (payer === null) return facts.payerName ?? '';
  return payer.libraryPayer === null || libraryPayerOf(payer.name, library) === payer.libraryPayer ? payer.name : payer.libraryPayer;
}

/** The kind of plan: what the claim itself says, else what the practice knows of the payer. */
function lineOfBusinessOf(one: CaseToDate): string | null {
  return one.facts.lineOfBusiness ?? one.payer?.lineOfBusiness ?? null;
}

/** The facts of the deadline contract. A remittance is the notice of the denial; where there is none, the day the payer decided stands for it. */
function deadlineFacts({ facts, payer, classification }: CaseToDate): Record<string, string | number | boolean> {
  const remittance = facts.remittanceOn ?? facts.paymentOn;
  const given: Record<string, string | number | boolean | null | undefined> = {
    serviceFrom: facts.serviceFrom, serviceThrough: facts.serviceTo, remittanceDate: remittance,
    denialDate: remittance === null ? facts.finalizedOn : null, noticeReceivedDate: facts.noticeReceivedOn,
    claimType: facts.claimType, filingMethod: payer?.filesBy, network: facts.network ?? payer?.network, mac: facts.mac,
    disputeKind: disputeKind(classification.category),
    amountInControversyCents: classification.deniedCents !== null && classification.deniedCents >= 0 ? classification.deniedCents : null,
  };
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string | number | boolean] => entry[1] !== null && entry[1] !== undefined));
}

/** What the dispute is about in the words of the rules; left open where the category does not settle it. */
function disputeKind(category: Classification['category']): string | null {
  switch (category) {
    case 'medical-necessity': return 'medical-necessity';
    case 'coding': case 'bundling': return 'coding';
    case 'timely-filing': case 'duplicate': case 'contractual': case 'eligibility': case 'coordination-of-benefits': case 'claim-data': case 'patient-data': return 'payment';
    default: return null;
  }
}

function stepOf(submission: SealedCase['submissions'][number]): ClaimStep[] {
  if (submission.action === 'records') return [];
  return [{ action: submission.action, filedOn: submission.on, outcome: submission.decision?.outcome ?? 'pending', decidedOn: submission.decision?.on ?? null }];
}

function overrideOf(override: SealedCase['overrides'][number]): ClockOverride {
  // A date typed for this case is the one printed in a letter, or is promised as firmly.
  return { action: override.action, kind: 'letter', date: override.date, author: override.byUser, reason: override.reason, evidence: override.evidence, recordedOn: String(override.atMs).padStart(16, '0') };
}

/** Steps that no longer press because they, or a later step of the ladder, are on their way. */
export function stoppedBy(submissions: SealedCase['submissions']): Set<string> {
  const stopped = new Set<string>();
  for (const { action } of submissions) {
    stopped.add(action);
    const at = LADDER.indexOf(action as DeadlineAction);
    if (at > 1) for (const earlier of LADDER.slice(0, at)) stopped.add(earlier);
  }
  return stopped;
}

function decidingClocks(all: ClaimClocks, one: CaseToDate): ClaimClock[] {
  const wanted = new Set<string>([...one.classification.clocks, ...one.overrides.map(({ action }) => action)]);
  // A decision on an appeal opens the next level, whatever was advised at first.
  for (const { action, decision } of one.submissions) {
    const at = LADDER.indexOf(action as DeadlineAction);
    if (decision !== undefined && decision.outcome !== 'overturned' && at >= 0) for (const later of LADDER.slice(at + 1)) wanted.add(later);
  }
  // A letter is always about this claim; so is the next payer once somebody named it.
  for (const kind of LETTER_KINDS) wanted.add(kind);
  if (one.nextPayer != null) wanted.add('next-payer');
  // A claim the payer has not decided, nor said it received, may yet come back unread: then only the filing limit counts.
  const { status, receivedOn } = one.facts;
  if (status !== null && UNDECIDED.has(status) && receivedOn === null && all.clocks.some((clock) => clock.action === 'timely-filing' && isRunning(clock))) wanted.add('timely-filing');
  const deciding = all.clocks.filter((clock) => wanted.has(clock.action));
  if (deciding.some((clock) => isDated(clock.answer))) return deciding;
  const dated = one.classification.clocks.length === 0 ? [] : all.clocks.filter((clock) => isDated(clock.answer) && clock.action !== 'timely-filing');
  return dated.length > 0 ? dated : deciding;
}

function undatedBecause(one: CaseToDate, all: ClaimClocks, deciding: readonly ClaimClock[]): Undated {
  if (one.classification.clocks.length === 0) return 'not-open';
  if (all.question !== null && 'unknown' in all.question) return 'unknown-payer';
  if (lineOfBusinessOf(one) === null) return 'needs';
  const has = (part: string): boolean => deciding.some((clock) => part in clock.answer);
  if (has('needs')) return 'needs';
  if (has('conflict')) return 'conflict';
  if (has('unverified')) return 'unverified';
  return all.question !== null ? 'needs' : 'no-rule';
}

/** Day number of an ISO date, or NO_DAY. */
export function dayOrNone(iso: string | null): DayNumber {
  return (iso === null ? null : parseCalendarDay(iso)) ?? NO_DAY;
}

