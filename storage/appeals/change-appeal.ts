import { isOpenAppeal } from '../../rules/appeals/appeal-states.ts';
import type { Appeal, AppealLevel, AppealState } from '../../rules/domain/appeal.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { ErrorCode } from '../../rules/protocol/error-codes.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { dayOrNone } from '../../rules/work/date-case.ts';
import type { NewEvent } from '../cases/case-history.ts';
import { sealEvents } from '../cases/case-history.ts';
import type { CaseDraft } from '../cases/case-row.ts';
import { composeCase, draftOf, todayOf } from '../cases/case-row.ts';
import { answered, commitCases } from '../cases/change-case.ts';
import { openCase } from '../cases/open-case.ts';
import { readDating } from '../dating.ts';
import { findPayer } from '../payers.ts';
import type { AppealRow } from '../schema/v3.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { openAppeal } from './open-appeal.ts';

/** An appeal about to be changed, with the case it belongs to. */
export type AppealDraft = { row: AppealRow; level: AppealLevel; state: AppealState; appeal: Appeal; draft: CaseDraft };
/** What becomes of it. What is absent stays as it is; `events` are told in the timeline of the case. */
export type AppealChange = { appeal: Appeal; state?: AppealState; nextDay?: number; draft?: CaseDraft; events: NewEvent[] };

/** The row of an appeal with its columns worked out and its content sealed. */
export async function composeAppeal(ctx: WriteContext, row: Omit<AppealRow, 'sealed'>, appeal: Appeal, state: AppealState, nextDay: number, dates: { dueDay: number; safeDay: number }): Promise<AppealRow> {
  const { submission, outcome } = appeal;
  return {
    ...row, state, open: isOpenAppeal(state) ? 1 : 0, nextDay: isOpenAppeal(state) ? nextDay : NO_DAY, ...(submission === null ? dates : {}), sentDay: submission === null ? null : dayOrNone(submission.on), isLate: submission?.isLate == null ? null : submission.isLate ? 1 : 0,
    decidedDay: outcome === null ? null : dayOrNone(outcome.on), requestedCents: appeal.requestedCents, recoveredCents: outcome?.recoveredCents ?? null, rev: row.rev + 1,
    sealed: await ctx.vault.seal('appeals', row.id, appeal),
  };
}

/** Last and safe day of a level, from the clocks of the case. */
export function datesOfLevel(clocks: readonly { action: string; dueDay: number; safeDay: number }[], level: AppealLevel): { dueDay: number; safeDay: number } {
  const clock = clocks.find(({ action }) => action === level);
  return { dueDay: clock?.dueDay ?? NO_DAY, safeDay: clock?.safeDay ?? NO_DAY };
}

/** Changes one appeal and its case in one transaction with timeline and audit row. `change` may read further rows before it answers. */
export async function changeAppeal(
  ctx: WriteContext, appealId: string, command: string, change: (draft: AppealDraft) => AppealChange | { refuse: ErrorCode; field?: string } | Promise<AppealChange | { refuse: ErrorCode; field?: string }>,
): Promise<Result<Record<string, never>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<Record<string, never>>> => {
    const row = await ctx.db.appeals.get(appealId);
    const caseRow = row === undefined ? undefined : await ctx.db.cases.get(row.caseId);
    if (row === undefined || caseRow === undefined) return failed('not-found', 'appealId');
    const draft = draftOf(caseRow, await openCase(ctx.vault, caseRow), await findPayer(ctx.db, caseRow.payerKey));
    const level = row.level as AppealLevel;
    const changed = await change({ row, level, state: row.state as AppealState, appeal: await openAppeal(ctx.vault, row), draft: { ...draft, plan: { ...draft.plan } } });
    if ('refuse' in changed) return failed(changed.refuse, changed.field);
    const composed = await composeCase(ctx.vault, { ...(changed.draft ?? draft), touchedMs: ctx.nowMs }, todayOf(ctx.today, await readDating(ctx.db)));
    const events = await sealEvents(ctx.vault, ctx, caseRow.id, [...changed.events, ...composed.events]);
    const after = await composeAppeal(ctx, row, changed.appeal, changed.state ?? (row.state as AppealState), changed.nextDay ?? row.nextDay, datesOfLevel(composed.clocks, level));
    await commitCases(ctx, command, [appealId], { cases: [{ before: caseRow, after: composed.row, clocks: composed.clocks }], observations: [], events }, {
      tables: [ctx.db.appeals], write: async () => { await ctx.db.appeals.put(after); },
    });
    return ok({});
  }));
}

/** One more step in the appeal's own record. */
export function withStep(ctx: WriteContext, appeal: Appeal, state: AppealState, on: string, note = '', reference: string | null = null): Appeal {
  return { ...appeal, steps: [...appeal.steps, { state, on, note, reference, byUser: ctx.userId, atMs: ctx.nowMs }].slice(-200) };
}
