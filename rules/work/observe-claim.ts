import { NO_DAY } from '../domain/day-number.ts';
import type { DayNumber } from '../domain/day-number.ts';
import type { DeadlineOptions } from '../deadlines/decide-deadline.ts';
import type { ClaimFacts, FactDifference, SealedCase } from '../domain/denial-case.ts';
import type { PracticePayer } from '../domain/practice.ts';
import { actionOfPath, judgeCase } from './case-columns.ts';
import type { CasePlan, Judged } from './case-columns.ts';
import { factText } from './fact-text.ts';
import { isRefused } from './refusal.ts';
import { mergeFacts, setFacts } from './merge-facts.ts';
import type { FactChange, FactName } from './merge-facts.ts';

/** One look at a claim, from wherever it came. */
export type Look = {
  source: 'portal' | 'remittance' | 'status-file' | 'paste' | 'form' | 'worklist' | 'sent-file';
  /** Of a claim sent and not answered: the days it was sent on and to be answered by. */
  unanswered?: { sentOn: string; answerDueOn: string };
  facts: ClaimFacts;
  /** Facts a person changed or typed in this look. */
  edited: readonly string[];
  references: readonly { label: string; value: string }[];
  noReferenceIssued: boolean;
  observationId: string; atMs: number; today: DayNumber; followUpDays: number;
};

export type CaseState = { sealed: SealedCase; plan: CasePlan; open: boolean };
export type LookEvent = { kind: string; title: string; detail: string | null; changes: FactChange[] };
/** `judged`: what the state was judged to be on the way, where it was; good for this very state, payer and day. */
export type Observed = CaseState & { changes: FactChange[]; events: LookEvent[]; judged?: Judged };

const WHERE: Readonly<Record<Look['source'], string>> = {
  portal: 'Captured from the portal', remittance: 'Read from a remittance', 'status-file': 'Read from a status file', paste: 'Recorded from pasted text', form: 'Recorded by hand', worklist: 'Read from a worklist', 'sent-file': 'Sent, and no answer within the payer\'s time',
};
const AGAIN: Readonly<Record<Look['source'], string>> = {
  portal: 'Seen on the portal again', remittance: 'In a remittance again', 'status-file': 'In a status file again', paste: 'Pasted again', form: 'Recorded by hand again', worklist: 'In a worklist again', 'sent-file': 'Still no answer',
};
const REFERENCES_KEPT = 200;
/** What a payer says once it has decided. */
const DECIDED: ReadonlySet<string> = new Set(['paid', 'partially-denied', 'denied', 'rejected', 'finalized']);
const REFUSED: ReadonlySet<string> = new Set(['partially-denied', 'denied', 'rejected']);

function withReferences(known: SealedCase['references'], look: Look): SealedCase['references'] {
  const more = look.references.filter(({ value }) => value.trim() !== '' && !known.some((one) => one.value === value));
  return [...known, ...more.map(({ label, value }) => ({ label, value, atMs: look.atMs }))].slice(-REFERENCES_KEPT);
}

function referenceEvents(before: SealedCase['references'], after: SealedCase['references'], look: Look): LookEvent[] {
  if (look.source !== 'portal' && look.source !== 'form' && look.source !== 'paste') return [];
  const added = after.filter((one) => !before.includes(one));
  const events = added.map(({ label, value }) => ({ kind: 'reference', title: 'Reference recorded', detail: label === '' ? value : `${label}: ${value}`, changes: [] }));
  return look.noReferenceIssued ? [...events, { kind: 'reference', title: 'The page confirms and gives no number', detail: null, changes: [] }] : events;
}

/** What to do next and by when, for a case nobody has planned yet: always an action, and a day where no clock gives one. */
function firstPlan(sealed: SealedCase, { classification, dated: { notOpen } }: Judged, ownerId: string, today: DayNumber, followUpDays: number): CasePlan {
  const paid = sealed.facts.status === 'paid';
  return {
    ownerId, state: 'identified', nextAction: notOpen && !paid && classification.path !== 'send-records' ? 'check-status' : actionOfPath(classification.path),
    followUpDay: notOpen ? today + (paid ? 0 : followUpDays) : NO_DAY, snoozedUntilDay: NO_DAY,
  };
}

/** A claim not known before becomes a case. */
export function startCase(look: Look, payer: PracticePayer | null, ownerId: string, todayDate: Temporal.PlainDate, dating: DeadlineOptions = {}): Observed {
  const references = withReferences([], look);
  const sealed: SealedCase = { facts: look.facts, references, classification: null, overrides: [], submissions: [], resolution: null, ...(look.edited.length === 0 ? {} : { edited: [...look.edited] }) };
  if (look.unanswered !== undefined) sealed.unanswered = { ...look.unanswered, atMs: look.atMs };
  const judged = judgeCase(sealed, payer, todayDate, dating);
  return {
    sealed, judged, plan: look.unanswered === undefined ? firstPlan(sealed, judged, ownerId, look.today, look.followUpDays) : { ownerId, state: 'identified', nextAction: 'check-status', followUpDay: look.today, snoozedUntilDay: NO_DAY }, open: true, changes: [],
    events: [{ kind: 'created', title: WHERE[look.source], detail: look.unanswered === undefined ? null : `Sent on ${look.unanswered.sentOn}; an answer was due by ${look.unanswered.answerDueOn}.`, changes: [] }, ...referenceEvents([], references, look)],
  };
}

/**
 * A new look at a claim that is a case already. Facts are merged, a person's words kept and the difference listed.
 * A reversal changes no fact (its amounts are negative): the case is flagged. "Paid" is proposed, never decided.
 * A new denial of a resolved case opens it again, or its date would run unseen.
 */
export function seeAgain(known: CaseState, look: Look): Observed {
  const references = withReferences(known.sealed.references, look);
  const said = referenceEvents(known.sealed.references, references, look);
  if (look.facts.status === 'reversed') {
    const sealed: SealedCase = { ...known.sealed, references, suggestion: { kind: 'reversed', observationId: look.observationId, atMs: look.atMs } };
    return { ...known, sealed, changes: [], events: [{ kind: 'reversed', title: 'The payer reversed its decision', detail: null, changes: [] }, ...said] };
  }
  const before = known.sealed.facts.status;
  const now = look.facts.status;
  // A page or file that only says "pending" must not silence the clocks of a refusal: the person decides about that.
  const silences = before !== null && REFUSED.has(before) && now !== null && !DECIDED.has(now);
  // An acknowledgement speaks of a claim sent, not of the decision on file.
  const ofAnotherStage = look.source === 'status-file' && before !== null && DECIDED.has(before) && now !== null && (!DECIDED.has(now) || now === 'rejected');
  const merged = mergeFacts(known.sealed.facts, look.facts, {
    edited: [...(known.sealed.edited ?? []), ...(silences && !ofAnotherStage ? ['status'] : [])], confirmed: look.edited, complete: look.source === 'remittance', fillOnly: ofAnotherStage || look.source === 'worklist',
  });
  // A field a person emptied in this look is a word too; merging alone would keep the old value.
  const emptied = Object.fromEntries(look.edited.filter((field) => field in look.facts && look.facts[field as FactName] === null).map((field) => [field, null]));
  const typed = setFacts(merged.facts, emptied);
  const changes = [...merged.changes, ...typed.changes];
  const { facts } = typed;
  const differences = differencesOf(known.sealed.differences ?? [], merged.differences, look, facts);
  const decidedAnew = !merged.older && changes.some(({ field }) => field === 'status' || field === 'remittanceOn' || field === 'adjustments' || field === 'lines');
  const refused = isRefused(facts);
  const paidNow = decidedAnew && (facts.status === 'paid' || (facts.status === 'partially-denied' && !refused));
  const reopens = !known.open && refused && decidedAnew && changes.some(({ field }) => field === 'status' || field === 'remittanceOn');
  let { plan, open } = known;
  let suggestion = known.sealed.suggestion ?? null;
  const events: LookEvent[] = [{ kind: 'seen', title: changes.length === 0 ? `${AGAIN[look.source]}; nothing changed` : AGAIN[look.source], detail: look.source === 'worklist' ? 'A worklist fills gaps and overwrites nothing.' : merged.older ? 'Older than what is known: only gaps were filled.' : null, changes }, ...said];
  if (differences.length > (known.sealed.differences ?? []).length) events.push({ kind: 'difference', title: 'Differs from what a person set; waiting for a decision', detail: null, changes: merged.differences.map(({ field, was, now }) => ({ field, was, now })) });
  if (ofAnotherStage && now === 'rejected' && open) {
    plan = { ...plan, nextAction: 'correct-and-resubmit', followUpDay: Math.min(plan.followUpDay, look.today) };
    events.push({ kind: 'rejected', title: 'What was sent again was rejected', detail: look.facts.statusCodes.map(({ category, status }) => (status === null ? category : `${category}:${status}`)).join(', ') || null, changes: [] });
  }
  if (paidNow && open) {
    suggestion = { kind: 'paid', observationId: look.observationId, atMs: look.atMs };
    plan = { ...plan, nextAction: 'review', followUpDay: Math.min(plan.followUpDay, look.today) };
    events.push({ kind: 'suggested-paid', title: 'Shown as paid: check the payment and close', detail: null, changes: [] });
  } else if (decidedAnew && refused) suggestion = null;
  if (reopens) {
    open = true;
    plan = { ...plan, state: 'identified', nextAction: 'review', snoozedUntilDay: NO_DAY };
    events.push({ kind: 'reopened', title: 'Open again: the payer refused the claim anew', detail: null, changes: [] });
  }
  const edited = [...new Set([...(known.sealed.edited ?? []), ...look.edited])];
  const sealed: SealedCase = { ...known.sealed, facts, references, suggestion, ...(edited.length === 0 ? {} : { edited }), ...(differences.length === 0 ? {} : { differences }), ...(reopens ? { resolution: null } : {}) };
  if (differences.length === 0) delete sealed.differences;
  return { sealed, plan, open, changes, events };
}

/** One open difference per fact, the newest; one that has come true of itself is dropped. */
function differencesOf(known: readonly FactDifference[], found: readonly { field: FactName; was: string | null; now: string | null; value: unknown }[], look: Look, facts: ClaimFacts): FactDifference[] {
  const fresh = found.map(({ field, was, now, value }): FactDifference => ({ field, was, now, value, observationId: look.observationId, atMs: look.atMs }));
  const kept = known.filter((one) => !fresh.some(({ field }) => field === one.field) && !look.edited.includes(one.field) && factText(one.field as FactName, facts) !== one.now);
  return [...kept, ...fresh].slice(-60);
}
