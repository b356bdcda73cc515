import type { Table } from 'dexie';
import type { AuditEntry } from '../audit.ts';
import type { ErrorCode } from '../../rules/protocol/error-codes.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { readDating } from '../dating.ts';
import { findPayer } from '../payers.ts';
import type { CaseRow } from '../schema/v3.ts';
import { storageErrorCode } from '../storage-fault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { composeCase, draftOf, todayOf } from './case-row.ts';
import { openCase } from './open-case.ts';
import type { CaseDraft } from './case-row.ts';
import { sealEvents } from './case-history.ts';
import type { NewEvent } from './case-history.ts';
import { caseTables, putCases } from './put-cases.ts';
import type { CaseWrites } from './put-cases.ts';

/** What a change makes of a case: the draft to write and what the timeline says. `command`: what the trail says, where only the case itself tells (`case:hold+ended`). */
export type CaseChange = { draft: CaseDraft; events: NewEvent[]; command?: string };

/** Turns failures of the store into their code; a programmer's mistake goes on as it is. */
export async function answered<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) throw error;
    return failed(code);
  }
}

/**
 * Changes one case: read, open, `change`, work out, seal, then one transaction with timeline and audit row.
 * `change` gets a draft it may alter and returns what to write, or the code of a refusal.
 */
export async function changeCase(
  ctx: WriteContext, caseId: string, command: string, change: (draft: CaseDraft, row: CaseRow) => CaseChange | { refuse: ErrorCode; field?: string },
): Promise<Result<Record<string, never>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<Record<string, never>>> => {
    const row = await ctx.db.cases.get(caseId);
    if (row === undefined) return failed('not-found', 'caseId');
    const draft = draftOf(row, await openCase(ctx.vault, row), await findPayer(ctx.db, row.payerKey));
    const changed = change({ ...draft, plan: { ...draft.plan }, touchedMs: ctx.nowMs }, row);
    if ('refuse' in changed) return failed(changed.refuse, changed.field);
    const composed = await composeCase(ctx.vault, changed.draft, todayOf(ctx.today, await readDating(ctx.db)));
    const events = await sealEvents(ctx.vault, ctx, caseId, [...changed.events, ...composed.events]);
    await commitCases(ctx, changed.command ?? command, [caseId], { cases: [{ before: row, after: composed.row, clocks: composed.clocks }], observations: [], events });
    return ok({});
  }));
}

/** One transaction: the cases' writes, further rows, and an audit row per case; `audit`: rows of the trail beside them. */
export async function commitCases(ctx: WriteContext, command: string, subjects: readonly string[], writes: CaseWrites, more: { tables: Table[]; audit?: readonly AuditEntry[]; write: () => Promise<void> } | null = null): Promise<void> {
  const tables = more === null ? caseTables(ctx.db) : [...caseTables(ctx.db), ...more.tables];
  await commitChange(ctx, [...subjects.map((subject) => ({ command, subject, outcome: 'done' as const })), ...(more?.audit ?? [])], tables, async () => {
    await putCases(ctx.db, writes);
    if (more !== null) await more.write();
  });
}
