import { answersAbout } from '../../rules/calls/contradictions.ts';
import { contact as contactSchema } from '../../rules/domain/contact.ts';
import type { ContactAnswer } from '../../rules/domain/contact.ts';
import { isoDate } from '../../rules/domain/iso-date.ts';
import { canonicalJson } from '../../rules/evidence/canonical-json.ts';
import type { SealedCase } from '../../rules/domain/denial-case.ts';
import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { dayOrNone } from '../../rules/work/date-case.ts';
import { readDating } from '../dating.ts';
import { listPayers } from '../payers.ts';
import type { ContactRow } from '../schema/v1.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { newCaseNote } from '../calls/case-notes.ts';
import { newPromise, settledPromises } from '../calls/promises.ts';
import type { PromiseRow } from '../schema/v3.ts';
import { sealEvents } from './case-history.ts';
import { composeCase, draftOf, todayOf } from './case-row.ts';
import { openCase } from './open-case.ts';
import { answered, commitCases } from './change-case.ts';
import { stateAfter } from './record-submission.ts';
import type { CaseWrites } from './put-cases.ts';

/** What is sealed of a contact; `on` is the practice's calendar day, since a moment alone does not tell it. */
export type ContactContent = { contact: CommandRequest<'contact:log'>['contact']; on: string };

const DECISIONS: Readonly<Record<string, 'upheld' | 'partly-overturned' | 'overturned'>> = {
  'appeal-upheld': 'upheld', 'appeal-partly-overturned': 'partly-overturned', 'appeal-overturned': 'overturned',
};

/** The question of the shipped lists that asks for the day of a decision. */
const DECIDED_ON = 'decided-on';

/** The day of the decision as it was told: a day the step can have been decided on. Never the day of the call, which is another event. */
function decisionDay(answers: readonly ContactAnswer[], sentOn: string, today: string): string | null {
  const told = answers.find(({ key }) => key === DECIDED_ON)?.value;
  const day = isoDate.safeParse(told);
  return day.success && day.data >= sentOn && day.data <= today ? day.data : null;
}

/** A decision told in a contact belongs to the newest submission that is still pending, or whose day of decision nobody could say. */
function withDecision(sealed: SealedCase, outcome: string, answers: readonly ContactAnswer[], today: string): SealedCase {
  const decided = DECISIONS[outcome];
  const at = sealed.submissions.findLastIndex(({ action, decision }) => (decision === undefined || (decision.on === null && decision.outcome === decided)) && (action.startsWith('appeal-') || action === 'reconsideration'));
  if (decided === undefined || at < 0) return sealed;
  return { ...sealed, submissions: sealed.submissions.map((one, index) => (index === at ? { ...one, decision: { outcome: decided, on: decisionDay(answers, one.on, today) } } : one)) };
}

/** A decided appeal is with the payer no longer: the case is worked again, or waits for the money, unless another step is still out. */
function stateAfterContact(state: string, before: SealedCase, after: SealedCase): string {
  const decided = after.submissions.find(({ decision }, index) => decision !== undefined && before.submissions[index]?.decision === undefined)?.decision;
  if (decided === undefined || state !== 'appeal-sent') return state === 'identified' ? 'working' : state;
  if (after.submissions.some(({ action, decision }) => decision === undefined && stateAfter(action) === 'appeal-sent')) return state;
  return decided.outcome === 'overturned' ? 'waiting-on-payer' : 'working';
}

/** What was said of one claim of the contact: its own words where it was about several. */
function saidOf({ contact, outcome, followUpOn, nextAction }: CommandRequest<'contact:log'>, caseId: string) {
  const own = contact.claims?.find((claim) => claim.caseId === caseId);
  if (own === undefined) return { outcome, followUpOn, nextAction, promise: contact.promise, promisedFor: contact.promisedFor, reference: contact.reference };
  return { ...own, reference: own.reference ?? contact.reference };
}

/** What goes on counting while a call is repeated. */
const COUNTING: ReadonlySet<string> = new Set(['startedAtMs', 'endedAtMs', 'holdSeconds', 'talkSeconds', 'wrapSeconds', 'moments']);

/** Whether a contact that is kept says what is to be logged; moments and seconds go on counting and say nothing. */
async function saysTheSame(ctx: WriteContext, row: ContactRow, { contact, caseIds, outcome }: CommandRequest<'contact:log'>): Promise<boolean> {
  const kept = contactSchema.safeParse(((await ctx.vault.open('contacts', row.id, row.sealed)) as ContactContent).contact);
  const words = (said: ContactContent['contact'], about: readonly string[]): string => canonicalJson({ ...Object.fromEntries(Object.entries(said).filter(([field]) => !COUNTING.has(field))), outcome, about: [...new Set(about)].sort() });
  return kept.success && row.outcome === outcome && words(kept.data, row.caseIds) === words(contact, caseIds);
}

/** Logs one contact for all the cases it was about: each gets its outcome, the next action and the next day, also where nothing changed. */
export async function logContact(ctx: WriteContext, request: CommandRequest<'contact:log'>): Promise<Result<CommandReply<'contact:log'>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<CommandReply<'contact:log'>>> => {
    const { contact, callId } = request;
    const ids = [...new Set(request.caseIds)];
    const before = callId === undefined ? undefined : await ctx.db.contacts.get(callId);
    // Saved before, and the worker was killed before it could say so: the same words once more are the same call.
    if (before !== undefined) return before.userId === ctx.userId && (await saysTheSame(ctx, before, request)) ? ok({ contactId: before.id }) : failed('changed-meanwhile', 'callId');
    const settled = await settledPromises(ctx, request.promises ?? []);
    if (settled === null) return failed('not-found', 'promises');
    const rows = (await ctx.db.cases.bulkGet(ids)).filter((row) => row !== undefined);
    const [first] = rows;
    if (rows.length !== ids.length || first === undefined) return failed('not-found', 'caseIds');
    const payers = new Map((await listPayers(ctx.db)).map((payer) => [payer.key, payer]));
    const today = todayOf(ctx.today, await readDating(ctx.db));
    const contactId = callId ?? crypto.randomUUID();
    const promises: PromiseRow[] = [...settled];
    const writes: CaseWrites = { cases: [], observations: [], events: [] };
    for (const row of rows) {
      const { outcome, followUpOn, nextAction, promise, promisedFor, reference } = saidOf(request, row.id);
      const before = await openCase(ctx.vault, row);
      const draft = draftOf(row, withDecision(before, outcome, answersAbout(contact, row.id), ctx.today), payers.get(row.payerKey) ?? null);
      const plan = draft.open ? { ...draft.plan, nextAction, followUpDay: dayOrNone(followUpOn), state: stateAfterContact(draft.plan.state, before, draft.sealed) } : draft.plan;
      const { row: after, clocks, events } = await composeCase(ctx.vault, { ...draft, plan, touchedMs: ctx.nowMs }, today);
      writes.cases.push({ before: row, after, clocks });
      writes.events.push(...await sealEvents(ctx.vault, ctx, row.id, [{ kind: 'contact', title: `Contact: ${outcome.replaceAll('-', ' ')}`, detail: [contact.representative, reference ?? ''].filter((part) => part !== '').join(', ') || null }, ...events]));
      if (promisedFor !== null) promises.push(await newPromise(ctx, { caseId: row.id, contactId, payerKey: row.payerKey, promise, promisedFor }));
    }
    const content: ContactContent = { contact: { ...contact, outcome: request.outcome }, on: ctx.today };
    const notes = await Promise.all((request.notes ?? []).filter(({ caseId }) => ids.includes(caseId)).map(async (note) => newCaseNote(ctx, { ...note, sourceId: contactId })));
    const references = [contact.reference, ...(contact.claims ?? []).map(({ reference }) => reference)].filter((reference) => reference !== null);
    const row: ContactRow = {
      id: contactId, caseIds: ids, payerKey: first.payerKey, outcome: request.outcome, atMs: ctx.nowMs, userId: ctx.userId,
      blind: [...new Set([...references.flatMap((reference) => ctx.vault.blindTokens('number', reference)), ...ctx.vault.blindTokens('name', contact.representative)])],
      sealed: await ctx.vault.seal('contacts', contactId, content),
    };
    await commitCases(ctx, 'contact:log', ids, writes, {
      tables: [ctx.db.contacts, ctx.db.promises, ctx.db.caseNotes],
      write: async () => { await ctx.db.contacts.add(row); await ctx.db.promises.bulkPut(promises); await ctx.db.caseNotes.bulkAdd(notes); },
    });
    return ok({ contactId });
  }));
}
