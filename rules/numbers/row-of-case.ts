import { parseCalendarDay } from '../calendar/calendar-day.ts';
import type { ClaimClock } from '../deadlines/claim-clocks.ts';
import type { DayNumber } from '../domain/day-number.ts';
import type { ClaimFacts, SealedCase } from '../domain/denial-case.ts';
import type { PracticePayer } from '../domain/practice.ts';
import { classificationOf } from '../work/case-columns.ts';
import type { AppealFact, DenialRow } from './denial-row.ts';

/** What came of a correction that is kept in a table of its own. */
export type SentCorrection = { sentDay: DayNumber | null; state: string; stepDay: DayNumber };

/** Everything about one case that its row is made of, opened. `looks` are what was seen of the claim, oldest first. */
export type CaseSource = {
  id: string; payerKey: string; ownerId: string; open: boolean; state: string; nextAction: string; openedDay: DayNumber;
  sealed: SealedCase; payer: PracticePayer | null; looks: readonly ClaimFacts[]; clocks: readonly Pick<ClaimClock, 'action' | 'dueDay'>[];
  submittedDay: DayNumber | null; corrections: readonly SentCorrection[]; appeals: readonly AppealFact[] | null;
  work: readonly { userId: string; touches: number; minutes: number | null }[]; contacts: number;
  /** The practice's calendar day of a moment. */
  dayOf(ms: number): DayNumber;
};

/** Windows that somebody must use; a talk with the payer's doctor and letters about other things are not among them. */
const DISPUTES: ReadonlySet<string> = new Set(['timely-filing', 'corrected-claim', 'reopening', 'reconsideration', 'appeal-level-1', 'appeal-level-2', 'appeal-level-3', 'appeal-level-4', 'appeal-level-5', 'external-review']);
const isAppeal = (action: string): boolean => action.startsWith('appeal-') || action === 'reconsideration' || action === 'external-review';
const PAID = new Set(['paid', 'overturned', 'corrected-paid']);
const ADVERSE = new Set(['denied', 'partially-denied', 'rejected']);

/** The row of one case; null for one that was merged into another, and for a claim nobody has answered yet: it was not denied. Names and numbers of people are read and left behind. */
export function rowOfCase(source: CaseSource): DenialRow | null {
  const { sealed } = source;
  if ((sealed.mergedInto ?? null) !== null) return null;
  // The newest word of a claim can be "paid": what was denied, and when, stands in the first look that refused it.
  const seen = source.looks.length === 0 ? [sealed.facts] : source.looks;
  const refused = seen.find(({ status }) => ADVERSE.has(status ?? '')) ?? sealed.facts;
  if (sealed.unanswered !== undefined && !ADVERSE.has(refused.status ?? '')) return null;
  const judged = classificationOf({ ...sealed, facts: refused }, source.payer);
  const deniedDay = adverseDay(refused) ?? source.openedDay;
  const deniedCents = Math.max(0, judged.deniedCents ?? ((refused.paid ?? 0) === 0 ? refused.charge ?? 0 : 0));
  const { resolution } = sealed;
  // What a person found to be the first preventable error stands before what codes of this kind usually mean.
  const found = sealed.rootCauses?.at(-1);
  const outcome = source.open ? null : resolution?.outcome ?? 'closed';
  const paidSince = Math.max(0, (sealed.facts.paid ?? 0) - (refused.paid ?? 0));
  const recoveredCents = source.open || outcome === null ? 0 : Math.min(deniedCents, resolution?.recoveredCents ?? (PAID.has(outcome) ? paidSince : 0));
  const acts = sealed.submissions.filter(({ action }) => DISPUTES.has(action)).map(({ on }) => parseCalendarDay(on))
    .concat(source.corrections.map(({ sentDay }) => sentDay)).concat((source.appeals ?? []).map(({ sentDay }) => sentDay)).filter((day) => day !== null);
  const sent = [...new Set(acts)];
  const firstActDay = sent.length === 0 ? null : Math.min(...sent);
  const appeals = source.appeals ?? appealsOf(sealed);
  const again = againDays(source, seen, appeals, firstActDay, refused);
  const lastDays = source.clocks.flatMap(({ action, dueDay }) => (dueDay !== null && DISPUTES.has(action) ? [dueDay] : []));
  const work = source.work.filter(({ touches, minutes }) => touches > 0 || minutes !== null);
  return {
    id: source.id, payerKey: source.payerKey, category: judged.category, code: judged.lead === null ? '' : [judged.lead.groupCode, judged.lead.carc].filter(Boolean).join('-'),
    step: found?.origin ?? judged.originStep, specialty: sealed.facts.specialty ?? '', location: sealed.facts.location ?? '', provider: sealed.facts.provider ?? refused.provider ?? '',
    service: serviceOf(refused, judged.deniedLines), ownerId: source.ownerId,
    first: firstAnswer(seen[0] ?? refused), deniedDay, submittedDay: source.submittedDay, chargeCents: refused.charge ?? 0, deniedCents,
    avoidable: found?.avoidable ?? judged.avoidable, appealable: judged.appealable !== 'no', open: source.open, stage: stageOf(source), outcome,
    closedDay: source.open ? null : resolution === null ? source.openedDay : dayIn(resolution.on ?? null) ?? source.dayOf(resolution.atMs),
    recoveredCents, patientCents: outcome === 'patient-billed' ? deniedCents - recoveredCents : 0, firstActDay,
    window: lastDays.length === 0 ? null : { lastDay: Math.max(...lastDays), actedDay: firstActDay },
    resent: sent.length, deniedAgain: again.length, deniedAgainDay: again.length === 0 ? null : Math.max(...again), appeals,
    touches: work.reduce((sum, { touches }) => sum + touches, 0), contacts: source.contacts,
    minutes: work.some(({ minutes }) => minutes !== null) ? work.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) : null,
    work, openedDay: source.openedDay, sinceSameDays: null,
  };
}

const dayIn = (iso: string | null): DayNumber | null => (iso === null ? null : parseCalendarDay(iso));

function adverseDay(facts: ClaimFacts): DayNumber | null {
  return dayIn(facts.remittanceOn) ?? dayIn(facts.finalizedOn) ?? dayIn(facts.paymentOn) ?? dayIn(facts.noticeReceivedOn);
}

function firstAnswer(facts: ClaimFacts): DenialRow['first'] {
  switch (facts.status) {
    case 'denied': return 'denial';
    case 'partially-denied': return 'partial-denial';
    case 'rejected': return 'rejection';
    default: return 'other';
  }
}

function serviceOf(facts: ClaimFacts, denied: readonly { line: number; cents: number | null }[]): string {
  const [most] = [...denied].sort((one, other) => (other.cents ?? 0) - (one.cents ?? 0));
  return facts.lines.find(({ line }) => line === most?.line)?.procedure ?? facts.lines[0]?.procedure ?? '';
}

function stageOf({ nextAction, state }: CaseSource): DenialRow['stage'] {
  if (state.endsWith('-sent') || state === 'waiting-on-payer') return 'payer';
  if (nextAction === 'appeal') return 'appeal';
  if (nextAction === 'write-off' || nextAction === 'bill-patient') return 'decision';
  return nextAction === 'wait-for-payer' || nextAction === 'check-status' || nextAction === 'call-payer' ? 'payer' : 'correction';
}

function appealsOf(sealed: SealedCase): AppealFact[] {
  return sealed.submissions.flatMap(({ action, on, decision }): AppealFact[] => {
    const sentDay = dayIn(on);
    return sentDay === null || !isAppeal(action) ? [] : [{ level: action, sentDay, decidedDay: dayIn(decision?.on ?? null), result: decision?.outcome ?? null }];
  });
}

/** The days of adverse answers that came after the practice had sent something. */
function againDays(source: CaseSource, seen: readonly ClaimFacts[], appeals: readonly AppealFact[], firstActDay: DayNumber | null, refused: ClaimFacts): DayNumber[] {
  if (firstActDay === null) return [];
  const first = adverseDay(refused);
  const looks = seen.filter(({ status }) => ADVERSE.has(status ?? '')).flatMap((facts) => { const day = adverseDay(facts); return day !== null && day !== first && day > firstActDay ? [day] : []; });
  const decided = appeals.flatMap(({ decidedDay, result }) => (decidedDay !== null && result === 'upheld' ? [decidedDay] : []));
  const corrected = source.corrections.flatMap(({ state, stepDay }) => (state === 'denied' ? [stepDay] : []));
  return [...new Set([...looks, ...decided, ...corrected])];
}
