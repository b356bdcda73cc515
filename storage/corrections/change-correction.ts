import { guardFindings, isAppealPending } from '../../rules/corrections/duplicate-guard.ts';
import { stepAllowed } from '../../rules/corrections/correction-steps.ts';
import type { Correction } from '../../rules/domain/correction.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import type { ErrorCode } from '../../rules/protocol/error-codes.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { dayOrNone } from '../../rules/work/date-case.ts';
import { sealEvents } from '../cases/case-history.ts';
import type { NewEvent } from '../cases/case-history.ts';
import { composeCase, draftOf, todayOf } from '../cases/case-row.ts';
import type { CaseDraft } from '../cases/case-row.ts';
import { answered, commitCases } from '../cases/change-case.ts';
import { openCase } from '../cases/open-case.ts';
import { readDating } from '../dating.ts';
import { findPayer } from '../payers.ts';
import { sameServices } from '../queries/same-service.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { openCorrection, rowOfCorrection } from './correction-row.ts';
import type { CorrectionView } from './correction-row.ts';

const NAMES: Readonly<Record<Correction['kind'], string>> = { replacement: 'Corrected claim', void: 'Void', resubmission: 'New submission', records: 'Records' };
const STATES: Readonly<Record<string, string>> = { sent: 'sent', accepted: 'accepted by the payer', 'in-process': 'in process', rejected: 'rejected', paid: 'paid', denied: 'denied again', voided: 'done, the claim is void', withdrawn: 'not sent after all', draft: 'begun' };

type Changed = { content: Correction; draft?: CaseDraft; events: NewEvent[] } | { refuse: ErrorCode; field?: string };
type Target = { caseId: string } | { correctionId: string; rev?: number };

/** Reads case and correction, changes both, and writes them with timeline and trail in one transaction. */
async function change(ctx: WriteContext, command: string, target: Target, work: (draft: CaseDraft, found: CorrectionView | null) => Changed | Promise<Changed>): Promise<Result<{ correctionId: string }>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<{ correctionId: string }>> => {
    const before = 'caseId' in target ? null : await ctx.db.corrections.get(target.correctionId);
    if (before === undefined) return failed('not-found', 'correctionId');
    if (before !== null && 'rev' in target && target.rev !== before.rev) return failed('changed-meanwhile', 'rev');
    const found = before === null ? null : await openCorrection(ctx.vault, before);
    if (before !== null && found === null) return failed('damaged-record', 'correctionId');
    const row = await ctx.db.cases.get(found?.caseId ?? ('caseId' in target ? target.caseId : ''));
    if (row === undefined) return failed('not-found', 'caseId');
    const draft = draftOf(row, await openCase(ctx.vault, row), await findPayer(ctx.db, row.payerKey));
    const changed = await work({ ...draft, plan: { ...draft.plan }, touchedMs: ctx.nowMs }, found);
    if ('refuse' in changed) return failed(changed.refuse, changed.field);
    const head = { id: found?.id ?? crypto.randomUUID(), caseId: row.id, payerKey: row.payerKey, madeMs: found?.madeMs ?? ctx.nowMs, userId: found?.userId ?? ctx.userId, rev: (found?.rev ?? 0) + 1 };
    const kept = await rowOfCorrection(ctx.vault, head, changed.content, ctx.today);
    const composed = await composeCase(ctx.vault, changed.draft ?? { ...draft, touchedMs: ctx.nowMs }, todayOf(ctx.today, await readDating(ctx.db)));
    const events = await sealEvents(ctx.vault, ctx, row.id, [...changed.events, ...composed.events]);
    await commitCases(ctx, command, [row.id], { cases: [{ before: row, after: composed.row, clocks: composed.clocks }], observations: [], events }, { tables: [ctx.db.corrections], write: async () => { await ctx.db.corrections.put(kept); } });
    return ok({ correctionId: head.id });
  }));
}

const without = (reply: Result<{ correctionId: string }>): Result<Record<string, never>> => (reply.ok ? ok({}) : reply);

export async function beginCorrection(ctx: WriteContext, request: CommandRequest<'correction:begin'>): Promise<Result<CommandReply<'correction:begin'>>> {
  const { caseId, ...words } = request;
  return change(ctx, 'correction:begin', { caseId }, (draft) => {
    if (!draft.open) return { refuse: 'bad-request', field: 'caseId' };
    return { content: { ...words, statusCheck: null, duplicateReason: null, steps: [] }, events: [{ kind: 'correction', title: `${NAMES[words.kind]} begun`, detail: words.reason === '' ? null : words.reason }] };
  });
}

/** What is sent is a fact and is not changed any more: only a draft may be. */
export async function changeCorrection(ctx: WriteContext, { correctionId, rev, ...words }: CommandRequest<'correction:change'>): Promise<Result<Record<string, never>>> {
  return without(await change(ctx, 'correction:change', { correctionId, rev }, (_draft, found) => {
    if (found === null || found.state !== 'draft') return { refuse: 'bad-request', field: 'correctionId' };
    return { content: { ...found.content, ...words }, events: [{ kind: 'correction', title: `${NAMES[found.content.kind]}: draft changed` }] };
  }));
}

export async function checkStatusFirst(ctx: WriteContext, { correctionId, check }: CommandRequest<'correction:check-status'>): Promise<Result<Record<string, never>>> {
  return without(await change(ctx, 'correction:check-status', { correctionId }, (_draft, found) => {
    if (found === null) return { refuse: 'not-found' };
    return {
      content: { ...found.content, statusCheck: { ...check, byUser: ctx.userId, atMs: ctx.nowMs } },
      events: [{ kind: 'correction', title: `Status checked before sending: ${check.outcome.replaceAll('-', ' ')}`, detail: check.reference === null ? check.on : `${check.on}, reference ${check.reference}` }],
    };
  }));
}

/** The next step. Sending asks the guard against duplicates once more, with what the store knows by now. */
export async function stepCorrection(ctx: WriteContext, request: CommandRequest<'correction:step'>): Promise<Result<Record<string, never>>> {
  return without(await change(ctx, 'correction:step', { correctionId: request.correctionId, rev: request.rev }, async (draft, found) => {
    if (found === null) return { refuse: 'not-found' };
    const { state, on, channel, confirmation, noConfirmationReason, newClaimNumber, paidCents, note, followUpOn } = request;
    if (!stepAllowed(found.content.kind, found.state, state)) return { refuse: 'bad-request', field: 'state' };
    const step = { state, on, channel, confirmation, noConfirmationReason, newClaimNumber, paidCents, note, byUser: ctx.userId, atMs: ctx.nowMs };
    const content: Correction = { ...found.content, duplicateReason: request.duplicateReason ?? found.content.duplicateReason, steps: [...found.content.steps, step] };
    const name = NAMES[content.kind];
    const event: NewEvent = { kind: 'correction', title: `${name} ${STATES[state] ?? state}`, detail: [on, confirmation === null ? noConfirmationReason ?? '' : `confirmation ${confirmation}`, newClaimNumber === null ? '' : `new claim number ${newClaimNumber}`, note].filter((part) => part !== '').join('; ') };
    const plan = { ...draft.plan, followUpDay: dayOrNone(followUpOn ?? null) === NO_DAY ? draft.plan.followUpDay : dayOrNone(followUpOn ?? null), snoozedUntilDay: NO_DAY };
    if (state === 'sent') {
      if ((confirmation ?? '').trim() === '' && (noConfirmationReason ?? '').trim() === '') return { refuse: 'bad-request', field: 'noConfirmationReason' };
      if (channel === null || followUpOn === null) return { refuse: 'bad-request', field: channel === null ? 'channel' : 'followUpOn' };
      const findings = guardFindings({
        kind: content.kind, facts: draft.sealed.facts, originalClaimNumber: content.originalClaimNumber, changes: content.changes.length, statusCheck: content.statusCheck, today: ctx.today,
        others: await sameServices(ctx.db, ctx.vault, draft.id, draft.sealed.facts, found.id), isAppealPending: isAppealPending(draft.sealed),
      });
      if (findings.some(({ weight }) => weight === 'stop') && (request.duplicateReason ?? '').trim() === '') return { refuse: 'bad-request', field: 'duplicateReason' };
      const lateReason = (request.lateReason ?? '').trim();
      const action = content.kind === 'records' ? 'records' as const : content.kind === 'resubmission' ? 'timely-filing' as const : 'corrected-claim' as const;
      const submission = { action, on, channel, confirmation, noConfirmationReason, byUser: ctx.userId, atMs: ctx.nowMs, ...(lateReason === '' ? {} : { lateReason }) };
      const sealed = { ...draft.sealed, submissions: [...draft.sealed.submissions, submission].slice(-200) };
      return { content, draft: { ...draft, sealed, plan: { ...plan, state: content.kind === 'records' ? 'records-sent' : 'correction-sent', nextAction: 'wait-for-payer' } }, events: [event] };
    }
    const alsoNumbers = newClaimNumber === null || newClaimNumber.trim() === '' ? draft.sealed.alsoNumbers : [...new Set([...(draft.sealed.alsoNumbers ?? []), newClaimNumber.trim()])].slice(-60);
    const sealed = alsoNumbers === undefined ? draft.sealed : { ...draft.sealed, alsoNumbers };
    const nextAction = state === 'rejected' ? 'correct-and-resubmit' : state === 'denied' ? 'appeal' : state === 'paid' || state === 'voided' ? 'review' : draft.plan.nextAction;
    const caseState = ['rejected', 'denied', 'withdrawn', 'paid', 'voided'].includes(state) ? 'working' as const : draft.plan.state;
    return { content, draft: { ...draft, sealed, plan: draft.open ? { ...plan, nextAction, state: caseState } : draft.plan }, events: [event] };
  }));
}
