import { isoOfDay } from '../../rules/calendar/calendar-day.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { Judged } from '../../rules/work/case-columns.ts';
import { seeAgain, startCase } from '../../rules/work/observe-claim.ts';
import type { Look } from '../../rules/work/observe-claim.ts';
import { cadenceOf } from '../../rules/work/payer-cadence.ts';
import { plainNumber } from '../../rules/work/same-claim.ts';
import type { CaseRow, EventRow, ObservationRow } from '../schema/v1.ts';
import type { WriteContext } from '../write.ts';
import { composeCase, draftOf } from './case-row.ts';
import type { CaseDraft, Today } from './case-row.ts';
import { chainEnds, FIRST_OBSERVATION, sealEvents, sealObservation } from './case-history.ts';
import type { ObservationContent } from './case-history.ts';
import type { NewEvent } from './case-history.ts';
import { identityOfCase, judge, libraryOf } from './find-cases.ts';
import type { Candidate } from './find-cases.ts';
import type { CaseWrites } from './put-cases.ts';

/** A look at one claim with what is kept of it as evidence. */
export type Observation = {
  facts: ClaimFacts; source: Look['source']; edited: readonly string[]; references: readonly { label: string; value: string }[]; noReferenceIssued: boolean;
  /** The payer's numbers this claim says it replaces. */
  replaces?: readonly string[];
  /** A claim sent that nobody answered: becomes a case with "check status" as its next step. `ownerId`: whose it is. */
  unanswered?: { sentOn: string; answerDueOn: string; ownerId: string };
  evidence: Pick<ObservationContent, 'host' | 'place' | 'reading' | 'pasted' | 'page'>;
  /** The source names no payer; `payer` is only where the claim would be filed. */
  isPayerUnknown?: boolean;
  /** Whether a claim not known becomes a case; a paid claim of a remittance does not. */
  opensCase?: boolean;
};
export type PayerObservation = Observation & { payer: PracticePayer };

/** What became of a look: its case (null where it opened none), whether that is new, and what changed. */
export type SavedLook = { caseId: string | null; isNew: boolean; changed: string[]; dueIso: string | null };

type Working = { draft: CaseDraft; before: CaseRow | undefined; events: NewEvent[]; contents: { id: string; source: ObservationRow['source']; content: ObservationContent }[]; touched: boolean; judged: Judged | undefined };

/** Files a case under its numbers, so that the next look at it in the same batch finds it. */
type Filing = (one: Working) => void;

export type ToObserve = { looks: readonly PayerObservation[]; candidates: ReadonlyMap<string, Candidate>; payers: ReadonlyMap<string, PracticePayer>; followUpDays: number; today: Today };

/**
 * Works out what looks at claims make of the cases: in the order given, so that a second look at the same claim in one
 * batch meets the case the first one made. Seals everything; writes nothing.
 */
export async function observe(ctx: WriteContext, input: ToObserve): Promise<{ saved: SavedLook[]; writes: CaseWrites }> {
  const working = new Set<Working>();
  const byNumber = new Map<string, Set<Working>>();
  const file: Filing = (one) => {
    working.add(one);
    for (const number of [...numbersOf(one.draft.sealed.facts), ...(one.draft.sealed.alsoNumbers ?? []).flatMap((also) => plainNumber(also) ?? [])]) byNumber.set(number, (byNumber.get(number) ?? new Set()).add(one));
  };
  for (const { row, sealed } of input.candidates.values()) {
    file({ draft: draftOf(row, sealed, input.payers.get(row.payerKey) ?? null), before: row, events: [], contents: [], touched: false, judged: undefined });
  }
  const results = input.looks.map((look) => takeLook(ctx, look, input, byNumber, file));
  const touched = [...working].filter((one) => one.touched);
  const ends = await chainEnds(ctx.db, touched.filter(({ before }) => before !== undefined).map(({ draft }) => draft.id));
  const dueById = new Map<string, string | null>();
  const writes: CaseWrites = { cases: [], observations: [], events: [] };
  const sealed = await Promise.all(touched.map(async (one) => {
    let end = ends.get(one.draft.id) ?? { n: 0, hash: FIRST_OBSERVATION };
    const observations: ObservationRow[] = [];
    for (const { id, source, content } of one.contents) {
      const observation = await sealObservation(ctx.vault, ctx, one.draft.id, end, source, content, id);
      observations.push(observation);
      end = observation;
    }
    // The case itself knows where its evidence ends, so that an end that was cut off is missed.
    one.draft.sealed = { ...one.draft.sealed, evidence: { n: end.n, hash: end.hash } };
    const { row, clocks, events: moved } = await composeCase(ctx.vault, one.draft, input.today, one.judged);
    const events: EventRow[] = await sealEvents(ctx.vault, ctx, one.draft.id, [...one.events, ...moved]);
    return { case: { before: one.before, after: row, clocks }, observations, events };
  }));
  for (const one of sealed) {
    writes.cases.push(one.case);
    writes.observations.push(...one.observations);
    writes.events.push(...one.events);
    const { dueDay } = one.case.after;
    dueById.set(one.case.after.id, dueDay === NO_DAY ? null : isoOfDay(dueDay));
  }
  return { saved: results.map((result) => ({ ...result, dueIso: result.caseId === null ? null : dueById.get(result.caseId) ?? null })), writes };
}

function takeLook(ctx: WriteContext, look: PayerObservation, input: ToObserve, byNumber: ReadonlyMap<string, ReadonlySet<Working>>, file: Filing): SavedLook {
  const identity = { payer: look.isPayerUnknown === true ? '' : look.payer.key, library: libraryOf(look.payer), facts: look.facts, replaces: look.replaces ?? [] };
  const near = new Set([...numbersOf(look.facts), ...(look.replaces ?? []).flatMap((number) => plainNumber(number) ?? [])].flatMap((number) => [...(byNumber.get(number) ?? [])]));
  const { same, doubtful } = judge(identity, [...near].map((one) => ({ one, identity: identityOfCase(one.draft.payerKey, one.draft.payer, one.draft.sealed) })));
  const observationId = crypto.randomUUID();
  const asLook: Look = {
    source: look.source, facts: look.facts, edited: look.edited, references: look.references, noReferenceIssued: look.noReferenceIssued, observationId, atMs: ctx.nowMs,
    today: input.today.day, followUpDays: cadenceOf(look.payer, input.followUpDays).days, ...(look.unanswered === undefined ? {} : { unanswered: { sentOn: look.unanswered.sentOn, answerDueOn: look.unanswered.answerDueOn } }),
  };
  if (same === null && look.opensCase === false) return { caseId: null, isNew: false, changed: [], dueIso: null };
  const observed = same === null
    ? startCase(asLook, look.payer, look.unanswered?.ownerId ?? ctx.userId, input.today.date, input.today.dating)
    : seeAgain({ sealed: same.draft.sealed, plan: same.draft.plan, open: same.draft.open }, asLook);
  const one = same ?? newWorking(ctx, look, observed, input.today);
  one.draft = { ...one.draft, sealed: observed.sealed, plan: observed.plan, open: observed.open, touchedMs: ctx.nowMs };
  one.judged = observed.judged; // a second look in the batch takes the first one's judgement away
  one.touched = true;
  file(one);
  one.events.push(...observed.events);
  if (same === null) {
    for (const twin of doubtful.slice(0, 5)) one.events.push({ kind: 'doubtful-twin', title: 'May be the same claim as another case', detail: `${twin.why} Case ${twin.one.draft.id}` });
  }
  const changed: string[] = observed.changes.map(({ field }) => field);
  if (observed.events.some(({ kind }) => kind === 'reversed')) changed.push('status');
  one.contents.push({
    id: observationId, source: look.source === 'status-file' ? 'remittance' : look.source === 'worklist' ? 'paste' : look.source,
    content: { facts: look.facts, edited: [...look.edited], references: [...look.references], changes: observed.changes, ...look.evidence },
  });
  return { caseId: one.draft.id, isNew: same === null, changed, dueIso: null };
}

function newWorking(ctx: WriteContext, look: PayerObservation, observed: ReturnType<typeof startCase>, today: Today): Working {
  const id = crypto.randomUUID();
  return {
    draft: { id, rev: 0, createdMs: ctx.nowMs, createdDay: today.day, touchedMs: ctx.nowMs, open: true, payerKey: look.payer.key, payer: look.payer, plan: observed.plan, sealed: observed.sealed },
    before: undefined, events: [], contents: [], touched: true, judged: undefined,
  };
}

/** What two looks at one claim can share: numbers, else a day of service. */
function numbersOf(facts: ClaimFacts): string[] {
  const numbers = [facts.claimControlNumber, facts.patientControlNumber].flatMap((number) => plainNumber(number) ?? []);
  // Where one of the two has no number: the day, which is compared with the person.
  return facts.serviceFrom === null || facts.patientName === null ? numbers : [...numbers, `day ${facts.serviceFrom}`];
}
