import { z } from 'zod';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import { claimFacts, sealedCase } from '../../rules/domain/denial-case.ts';
import type { SealedCase } from '../../rules/domain/denial-case.ts';
import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { startCase } from '../../rules/work/observe-claim.ts';
import { caseWithout, factsOfLooks, mergedCase, withoutRegrouping } from '../../rules/work/regroup-cases.ts';
import { cadenceOf } from '../../rules/work/payer-cadence.ts';
import { readDating } from '../dating.ts';
import { findPayer } from '../payers.ts';
import type { CaseRow, ObservationRow } from '../schema/v1.ts';
import type { RegroupingRow } from '../schema/v2.ts';
import { readSettings } from '../settings.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { FIRST_OBSERVATION, sealEvents, sealObservation } from './case-history.ts';
import type { NewEvent, ObservationContent } from './case-history.ts';
import { attachedTables, attachedTo, moveAttached } from './move-attached.ts';
import type { Attached } from './move-attached.ts';
import { composeCase, draftOf, todayOf } from './case-row.ts';
import type { CaseDraft } from './case-row.ts';
import { answered, changeCase, commitCases } from './change-case.ts';
import { openCase } from './open-case.ts';
import type { CaseWrites } from './put-cases.ts';

/** What is sealed of a regrouping: enough to take it back without losing what came after it, and to know later what was taken back. */
const planned = z.object({ open: z.boolean(), state: z.string(), nextAction: z.string(), followUpDay: z.int() });
export const keptRegrouping = z.object({ reason: z.string(), before: sealedCase, after: sealedCase, other: planned.nullable(), one: planned.optional(),
  /** What was filed under the other case and came along, by table. */
  moved: z.record(z.string(), z.array(z.string())).optional() });

type Changed = { before: CaseRow | undefined; draft: CaseDraft; events: NewEvent[]; observations?: ObservationRow[] };

/** Makes one case of two, by a person's word. The other one stays on file, closed, and can be taken out again. */
export async function mergeCases(ctx: WriteContext, { caseId, otherId, reason }: CommandRequest<'case:merge'>): Promise<Result<CommandReply<'case:merge'>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<CommandReply<'case:merge'>>> => {
    if (caseId === otherId) return failed('bad-request', 'otherId');
    const [one, other] = await Promise.all([opened(ctx, caseId), opened(ctx, otherId)]);
    if (one === null || other === null) return failed('not-found', one === null ? 'caseId' : 'otherId');
    if (one.draft.sealed.mergedInto != null || other.draft.sealed.mergedInto != null) return failed('bad-request', 'otherId');
    // Under a hold nothing may move to where it could be purged.
    if ((one.draft.sealed.legalHold != null) !== (other.draft.sealed.legalHold != null)) return failed('on-hold', 'otherId');
    // A closed case that takes an open one in goes on as that one was planned; its own ending stays in the timeline.
    const reopens = !one.draft.open && other.draft.open;
    const merged = mergedCase(one.draft.sealed, other.draft.sealed);
    const after = reopens ? { ...merged, resolution: null } : merged;
    const plan = reopens ? { ...other.draft.plan, ownerId: one.draft.plan.ownerId } : { ...one.draft.plan, followUpDay: followUpOfBoth(one.draft, other.draft) };
    const moved = await attachedTo(ctx.db, otherId, caseId);
    const id = await write(ctx, 'merge', { ...one, draft: { ...one.draft, sealed: after, plan, open: one.draft.open || other.draft.open }, events: [{ kind: 'merged', title: 'Another case of the same claim was merged into this one', detail: reason }] },
      { ...other, draft: closedInto(other.draft, caseId, reason, ctx), events: [{ kind: 'merged', title: 'Merged into another case of the same claim', detail: reason }] },
      { reason, before: one.draft.sealed, after, other: plannedOf(other.draft), one: plannedOf(one.draft), moved });
    return ok({ regroupingId: id });
  }));
}

/** Makes a case of its own of looks that were of another claim. At least one look must stay behind. */
export async function splitCase(ctx: WriteContext, { caseId, observationIds, reason }: CommandRequest<'case:split'>): Promise<Result<CommandReply<'case:split'>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<CommandReply<'case:split'>>> => {
    const one = await opened(ctx, caseId);
    if (one === null) return failed('not-found', 'caseId');
    if (one.draft.sealed.legalHold != null) return failed('on-hold', 'caseId');
    const aside = new Set([...(one.draft.sealed.setAside ?? []), ...observationIds]);
    const rows = await ctx.db.observations.where('[caseId+n]').between([caseId, 0], [caseId, Number.MAX_SAFE_INTEGER]).toArray();
    const looks = await Promise.all(rows.map(async (row) => {
      const content = (await ctx.vault.open('observations', row.id, row.sealed)) as ObservationContent;
      return { row, content, facts: claimFacts.parse(content.facts), complete: row.source === 'remittance' };
    }));
    const moved = looks.filter(({ row }) => observationIds.includes(row.id));
    const left = factsOfLooks(looks.filter(({ row }) => !aside.has(row.id)));
    const facts = factsOfLooks(moved);
    if (facts === null || left === null) return failed('bad-request', 'observationIds');
    const today = todayOf(ctx.today, await readDating(ctx.db));
    const id = crypto.randomUUID();
    const { followUpDays } = await readSettings(ctx.db);
    const started = startCase({ source: 'form', facts, edited: [], references: moved.flatMap(({ content }) => content.references), noReferenceIssued: false, observationId: id, atMs: ctx.nowMs, today: today.day, followUpDays: cadenceOf(one.draft.payer, followUpDays).days }, one.draft.payer, ctx.userId, today.date, today.dating);
    const observations: ObservationRow[] = [];
    let end = { n: 0, hash: FIRST_OBSERVATION };
    for (const { row, content } of moved) {
      // Whoever saw it saw it then: a look does not become younger, nor somebody else's, by being filed elsewhere.
      const observation = await sealObservation(ctx.vault, { userId: row.userId, nowMs: row.atMs }, id, end, row.source, content);
      observations.push(observation);
      end = observation;
    }
    const after = caseWithout(one.draft.sealed, left, observationIds);
    const fresh: CaseDraft = { ...one.draft, id, rev: 0, createdMs: ctx.nowMs, createdDay: today.day, touchedMs: ctx.nowMs, open: true, plan: { ...started.plan, ownerId: one.draft.plan.ownerId }, sealed: { ...started.sealed, evidence: { n: end.n, hash: end.hash }, notTwins: [caseId], ...(one.draft.sealed.sensitive == null ? {} : { sensitive: one.draft.sealed.sensitive }) } };
    await write(ctx, 'split', { ...one, draft: { ...one.draft, sealed: { ...after, notTwins: [...(after.notTwins ?? []), id] } }, events: [{ kind: 'split', title: 'A look was of another claim and is a case of its own now', detail: reason }] },
      { before: undefined, draft: fresh, observations, events: [{ kind: 'split', title: 'Taken out of another case', detail: reason }] }, { reason, before: one.draft.sealed, after, other: null });
    return ok({ caseId: id });
  }));
}

/** Takes a merge or a split back. What happened to either case since then stays with it. */
export async function undoRegrouping(ctx: WriteContext, { regroupingId }: CommandRequest<'case:undo-regrouping'>): Promise<Result<Record<string, never>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<Record<string, never>>> => {
    const row = await ctx.db.regroupings.get(regroupingId);
    if (row === undefined || row.undone === 1) return failed('not-found', 'regroupingId');
    const [one, other] = await Promise.all([opened(ctx, row.caseId), opened(ctx, row.otherId)]);
    if (one === null || other === null) return failed('not-found', 'regroupingId');
    const { before, after, other: was, one: own, moved } = keptRegrouping.parse(await ctx.vault.open('regroupings', row.id, row.sealed));
    const sealed = withoutRegrouping(one.draft.sealed, before, after);
    // A case that was closed before the merge is closed again, unless something came in since that a person has to see.
    const closesAgain = own?.open === false && one.draft.open && isSameClaimStill(one.draft.sealed, after);
    const goesOn: CaseDraft = closesAgain
      ? { ...one.draft, open: false, plan: { ...one.draft.plan, state: own.state, nextAction: own.nextAction, followUpDay: NO_DAY, snoozedUntilDay: NO_DAY }, sealed: { ...sealed, resolution: before.resolution } }
      : { ...one.draft, sealed };
    const apart = (mine: SealedCase, id: string): SealedCase => ({ ...mine, notTwins: [...new Set([...(mine.notTwins ?? []), id])].slice(-200) });
    const again: CaseDraft = row.kind === 'split' || was === null
      ? closedInto(other.draft, row.caseId, 'The split was taken back', ctx)
      : { ...other.draft, open: was.open, plan: { ...other.draft.plan, state: was.state, nextAction: was.nextAction, followUpDay: was.followUpDay }, sealed: apart({ ...other.draft.sealed, mergedInto: null, resolution: was.open ? null : other.draft.sealed.resolution }, row.caseId) };
    const title = row.kind === 'merge' ? 'The merge was taken back' : 'The split was taken back';
    await write(ctx, 'undo', { ...one, draft: row.kind === 'merge' ? { ...goesOn, sealed: apart(goesOn.sealed, row.otherId) } : goesOn, events: [{ kind: 'regrouping-undone', title }] }, { ...other, draft: again, events: [{ kind: 'regrouping-undone', title }] }, null, { ...row, undone: 1 }, moved);
    return ok({});
  }));
}

/** Two cases that look alike are of two claims, says a person: not asked again. */
export async function keepApart(ctx: WriteContext, { caseId, otherId }: CommandRequest<'case:keep-apart'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, caseId, 'case:keep-apart', (draft) => ({
    draft: { ...draft, sealed: { ...draft.sealed, notTwins: [...new Set([...(draft.sealed.notTwins ?? []), otherId])].slice(-200) } }, events: [{ kind: 'kept-apart', title: 'A similar case is of another claim' }],
  }));
}

async function opened(ctx: WriteContext, caseId: string): Promise<{ before: CaseRow; draft: CaseDraft } | null> {
  const before = await ctx.db.cases.get(caseId);
  return before === undefined ? null : { before, draft: { ...draftOf(before, await openCase(ctx.vault, before), await findPayer(ctx.db, before.payerKey)), touchedMs: ctx.nowMs } };
}

const plannedOf = ({ open, plan: { state, nextAction, followUpDay } }: CaseDraft): z.infer<typeof planned> => ({ open, state, nextAction, followUpDay });

/** The earlier of the two days to look again: the promise that stood on the other case must not pass unseen. */
function followUpOfBoth(one: CaseDraft, other: CaseDraft): number {
  return one.open && other.open ? Math.min(one.plan.followUpDay, other.plan.followUpDay) : one.plan.followUpDay;
}

const isSameClaimStill = (now: SealedCase, then: SealedCase): boolean => JSON.stringify([now.facts, now.submissions, now.letters]) === JSON.stringify([then.facts, then.submissions, then.letters]);

/** Closed, because it is part of another case now. How it had ended before, where it had, stays on file. */
function closedInto(draft: CaseDraft, into: string, reason: string, ctx: WriteContext): CaseDraft {
  return {
    ...draft, open: false, plan: { ...draft.plan, state: 'resolved', followUpDay: NO_DAY, snoozedUntilDay: NO_DAY },
    sealed: { ...draft.sealed, mergedInto: into, suggestion: null, resolution: draft.sealed.resolution ?? { outcome: 'closed', reason: reason.slice(0, 300) || 'Merged into another case', recoveredCents: null, byUser: ctx.userId, atMs: ctx.nowMs, endReason: 'merged' } },
  };
}

async function write(ctx: WriteContext, kind: 'merge' | 'split' | 'undo', one: Changed, other: Changed, sealed: z.infer<typeof keptRegrouping> | null, undone?: RegroupingRow, back?: Attached): Promise<string> {
  const id = undone?.id ?? crypto.randomUUID();
  const writes: CaseWrites = { cases: [], observations: [], events: [] };
  const today = todayOf(ctx.today, await readDating(ctx.db));
  for (const { before, draft, events, observations } of [one, other]) {
    const composed = await composeCase(ctx.vault, draft, today);
    writes.cases.push({ before, after: composed.row, clocks: composed.clocks });
    writes.observations.push(...(observations ?? []));
    writes.events.push(...(await sealEvents(ctx.vault, ctx, draft.id, [...events, ...composed.events])));
  }
  const row: RegroupingRow | undefined = undone ?? (sealed === null || kind === 'undo' ? undefined : { id, kind, caseId: one.draft.id, otherId: other.draft.id, atMs: ctx.nowMs, userId: ctx.userId, undone: 0, sealed: await ctx.vault.seal('regroupings', id, sealed) });
  await commitCases(ctx, `case:${kind === 'undo' ? 'undo-regrouping' : kind}`, [one.draft.id, other.draft.id], writes, {
    tables: [ctx.db.regroupings, ...attachedTables(ctx.db)],
    write: async () => {
      if (row !== undefined) await ctx.db.regroupings.put(row);
      if (kind === 'merge' && sealed?.moved !== undefined) await moveAttached(ctx.db, sealed.moved, other.draft.id, one.draft.id, false);
      if (back !== undefined) await moveAttached(ctx.db, back, one.draft.id, other.draft.id, true);
    },
  });
  return id;
}
