import { addFederalBusinessDays } from '../calendar/business-days.ts';
import { isoOfDay, parseCalendarDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import answerTimes from '../deadlines/answer-times.json' with { type: 'json' };
import { latePay, promptPayDays, promptPayLaw } from '../deadlines/prompt-pay.ts';
import { actionInWords } from '../deadlines/claim-clocks.ts';
import { isDated } from '../deadlines/deadline-answer.ts';
import type { DeadlineOptions } from '../deadlines/decide-deadline.ts';
import type { Contact } from '../domain/contact.ts';
import { NO_DAY } from '../domain/day-number.ts';
import type { DayNumber } from '../domain/day-number.ts';
import type { SealedCase } from '../domain/denial-case.ts';
import type { PracticePayer } from '../domain/practice.ts';
import { BASE_LIBRARY, payersBeyondStateLaw } from '../payers/rule-library.ts';
import type { DatedCase } from './date-case.ts';

/** A day on which somebody else is to move, or we meant to look again. */
export type ExpectedDay = {
  id: string; kind: 'payer-answer' | 'promise' | 'follow-up' | 'prompt-pay'; title: string;
  /** `YYYY-MM-DD`. */
  day: string;
  isPast: boolean; why: string;
  /** The event is over: the day is told, and nothing of it is due any more. */
  isOver?: true;
  source: { title: string; url: string } | null;
};

type AnswerTime = { value: number; unit: 'calendar-days' | 'business-days'; source: { title: string; url: string } | null };
/** How long a payer may take to answer a step, by the rule that dates the step; only where a source says it. */
const ANSWER_TIMES = answerTimes as Readonly<Record<string, AnswerTime>>;

export type ExpectedInput = {
  sealed: SealedCase; dated: DatedCase; contacts: readonly (Pick<Contact, 'promise' | 'promisedFor'> & { id: string; atMs: number; on?: string })[];
  followUpDay: DayNumber; isOpen: boolean; today: CalendarDay;
  payer?: (Pick<PracticePayer, 'lineOfBusiness' | 'state' | 'network'> & Partial<Pick<PracticePayer, 'name' | 'libraryPayer'>>) | null;
  /** What facts were before they became what they are: an earlier denial stands here alone once the claim is paid. */
  earlier?: readonly { field: string; was: string | null }[];
  /** Whether the claim is known to have gone out as a file; null where nobody knows. */
  isElectronic?: boolean | null;
};

/**
 * The payer's overdue or coming answers, what was promised on a call, and our own follow-up, the earliest first. Of a payer
 * whose time to answer no source gives, no answer day is made up: the follow-up the biller chose stands for it.
 */
export function expectedDays(input: ExpectedInput, options: DeadlineOptions = {}): ExpectedDay[] {
  if (!input.isOpen) return [];
  const days = [...answers(input, options), ...promptPay(input, options), ...promises(input), ...followUp(input)];
  return days.sort((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0));
}

function answers({ sealed, dated, today }: ExpectedInput, options: DeadlineOptions): ExpectedDay[] {
  const waiting = new Map(sealed.submissions.filter(({ action, decision }) => action !== 'records' && decision === undefined).map((submission) => [submission.action, submission]));
  return [...waiting.values()].flatMap((submission): ExpectedDay[] => {
    const clock = dated.all.clocks.find(({ action }) => action === submission.action);
    const sent = parseCalendarDay(submission.on);
    if (clock === undefined || sent === null || !isDated(clock.answer) || submission.action === 'records') return [];
    const time = Object.hasOwn(ANSWER_TIMES, clock.answer.rule) ? ANSWER_TIMES[clock.answer.rule] : undefined;
    if (time === undefined) return [];
    const day = time.unit === 'business-days' ? addFederalBusinessDays(sent, time.value, options.closedDays) : sent + time.value;
    const source = time.source ?? (options.library ?? BASE_LIBRARY).ruleById.get(clock.answer.rule)?.rule.source ?? null;
    const isPast = day < today;
    return [{
      id: `answer-${submission.action}`, kind: 'payer-answer', title: `Answer to the ${actionInWords(submission.action).toLowerCase()}`, day: isoOfDay(day), isPast, source,
      why: `${isPast ? 'Overdue: ask for the decision.' : 'Do not chase it before.'} Sent on ${submission.on}; the payer has ${time.value} ${time.unit === 'business-days' ? 'business' : 'calendar'} days to answer.`,
    }];
  });
}

const UNDECIDED: ReadonlySet<string | null> = new Set([null, 'pending', 'acknowledged', 'not-found']);
const inDollars = (cents: number): string => `$${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** Days on which the payer acted on the claim for all we know, and whether it also did on a day nobody knows. */
function actsOf({ sealed: { facts, submissions }, earlier = [] }: ExpectedInput): { days: CalendarDay[]; isActedUndated: boolean; isDecided: boolean } {
  const words = [facts.remittanceOn, facts.finalizedOn, ...earlier.flatMap(({ field, was }) => (field === 'remittanceOn' || field === 'finalizedOn' ? [was] : []))];
  const days = words.flatMap((word) => { const day = word === null ? null : parseCalendarDay(word); return day === null ? [] : [day]; });
  // What is disputed or corrected was decided before; so was what once had another word of decision.
  const isActedUndated = submissions.some(({ action }) => action !== 'timely-filing' && action !== 'records') || earlier.some(({ field, was }) => field === 'status' && !UNDECIDED.has(was));
  const hasAmounts = facts.adjustments.length > 0 || facts.lines.some(({ adjustments }) => adjustments.length > 0) || facts.paymentOn !== null || (facts.paid ?? 0) > 0;
  return { days, isActedUndated, isDecided: days.length > 0 || isActedUndated || hasAmounts };
}

/**
 * What state law gives the insurer to act on the claim, or adds to a payment that came later; only where the library has the law with
 * its source. The law is kept by a payment, a denial or a contest in time: a payment after an appeal is not late by it.
 */
function promptPay(input: ExpectedInput, options: DeadlineOptions): ExpectedDay[] {
  const { sealed: { facts }, payer, isElectronic, today } = input;
  const network = facts.network ?? payer?.network ?? null;
  const law = promptPayLaw({ state: facts.state ?? payer?.state ?? null, lineOfBusiness: facts.lineOfBusiness ?? payer?.lineOfBusiness ?? null, network });
  const received = facts.receivedOn === null ? null : parseCalendarDay(facts.receivedOn);
  if (law === null || received === null) return [];
  const names = [payer?.libraryPayer, payer?.name, facts.payerName, facts.plan];
  if (names.some((name) => typeof name === 'string' && payersBeyondStateLaw(name, options.library ?? BASE_LIBRARY).length > 0)) return [];
  const { earliest, latest } = promptPayDays(law, received, isElectronic ?? null);
  const within = earliest === latest ? `${earliest - received} days` : `${law.days.electronic} days if it was sent electronically (${isoOfDay(earliest)}), ${law.days.paper} on paper (${isoOfDay(latest)})`;
  const isOfNetwork = law.network === null || network === law.network;
  const reach = `Received on ${isoOfDay(received)}; the law gives ${within}. It reaches plans insured in the state, not self-funded ones${isOfNetwork ? '' : ', and contracted providers alone: whether you are one is not on file'}.`;
  const base = { id: law.id, kind: 'prompt-pay' as const, source: law.source, day: isoOfDay(latest) };
  const { days, isActedUndated, isDecided } = actsOf(input);
  if (UNDECIDED.has(facts.status) && !isDecided) {
    const isOverdue = latest < today;
    const isPast = isOverdue && isOfNetwork;
    return [{ ...base, title: `Payer to pay, deny or contest (${law.state} prompt-pay law${isOfNetwork ? '' : ', if you are contracted'})`, isPast, ...(isOverdue && !isPast ? { isOver: true } : {}), why: `${isPast ? 'Overdue: ask for the decision, and for interest with the payment. ' : ''}${reach}` }];
  }
  const paidOn = facts.paymentOn === null ? null : parseCalendarDay(facts.paymentOn);
  if (paidOn === null || facts.paid === null || facts.paid <= 0 || facts.status === 'pending' || isActedUndated) return [];
  const late = latePay(law, latest, Math.min(paidOn, ...days), { paidCents: facts.paid, chargeCents: facts.charge, allowedCents: facts.allowed });
  if (late === null) return [];
  const owed = !isOfNetwork ? 'No penalty is counted while the network status is not known.' : [
    late.penaltyCents === null ? 'A penalty is counted from charge and contracted rate, which are not both known.' : late.penaltyCents > 0 ? `Penalty: ${inDollars(late.penaltyCents)} of the difference between charge and contracted rate.` : '',
    late.interestCents === null ? '' : late.interestCents > 0 ? `Interest: ${inDollars(late.interestCents)} (${law.interest.percentPerYear}% simple a year on the ${law.interest.on}, ${late.daysLate} days).` : '',
  ].filter((part) => part !== '').join(' ');
  return [{ ...base, title: `Paid ${late.daysLate} days late (${law.state} prompt-pay law${isOfNetwork ? '' : ', if you are contracted'})`, isPast: false, isOver: true, why: `${owed} ${isElectronic == null ? 'Counted as if on paper, the least that can be owed. ' : ''}${reach} Where it was denied or contested in time before, nothing is owed. Compare with what was paid before asking for it.` }];
}

/** The newest promise that nothing has come of; a contact after the promised day settles it, kept or not. */
function promises({ contacts, today }: ExpectedInput): ExpectedDay[] {
  const [newest] = contacts.filter(({ promisedFor }) => promisedFor !== null).sort((left, right) => right.atMs - left.atMs);
  if (newest?.promisedFor == null) return [];
  const { promisedFor } = newest;
  if (contacts.some(({ atMs, on, promisedFor: other }) => atMs > newest.atMs && other === null && on !== undefined && on >= promisedFor)) return [];
  const day = parseCalendarDay(promisedFor);
  if (day === null) return [];
  const isPast = day < today;
  return [{ id: `promise-${newest.id}`, kind: 'promise', title: 'Promised on the phone', day: promisedFor, isPast, source: null, why: `${newest.promise.trim() === '' ? 'The call log says no more.' : newest.promise.trim()}${isPast ? ' The day has passed: hold them to it.' : ''}` }];
}

function followUp({ followUpDay, today }: ExpectedInput): ExpectedDay[] {
  if (followUpDay === NO_DAY) return [];
  return [{ id: 'follow-up', kind: 'follow-up', title: 'Our own follow-up', day: isoOfDay(followUpDay), isPast: followUpDay < today, source: null, why: 'The day this practice chose to look again.' }];
}

/** What is to be said beside the clocks of answers that are overdue. */
export function overdueAnswers(expected: readonly ExpectedDay[]): string[] {
  return expected.filter(({ kind, isPast }) => (kind === 'payer-answer' || kind === 'prompt-pay') && isPast).map(({ title, day }) => `${title} was due on ${day} and is overdue: ask for the decision.`);
}
