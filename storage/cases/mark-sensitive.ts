import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { isSensitive } from '../../rules/domain/sensitive.ts';
import { recordsOfMember } from '../member-records.ts';
import { filingsOfCase } from '../queries/filings-of-case.ts';
import { openCaseOrNull } from './open-case.ts';
import type { OverturnDatabase } from '../db.ts';
import type { CaseRow } from '../schema/v1.ts';
import type { Vault } from '../vault/vault.ts';
import { roleOf } from '../people.ts';
import { refused } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';

const words = { 'substance-use': 'substance use (42 CFR part 2)', psychotherapy: 'psychotherapy notes', other: "the practice's own reason" } as const;

/**
 * Marks a case as one that needs more care, which anybody may who works it; to change a mark that stands, or to take it away, is a lead's,
 * with a reason. Kind and reason are sealed with the case and its history; the trail says that a mark was set, changed or taken away.
 * Fails with `role-forbids` (kept in the trail), `bad-request` (no reason), `changed-meanwhile` (no mark stands).
 */
export async function markSensitive(ctx: WriteContext, { caseId, kind, reason }: CommandRequest<'case:mark-sensitive'>): Promise<Result<Record<string, never>>> {
  const isLead = (await roleOf(ctx.db, ctx.userId)) === 'lead';
  const done = await changeCase(ctx, caseId, 'case:mark-sensitive', (draft) => {
    const isMarked = isSensitive(draft.sealed);
    if (!isMarked && kind === null) return { refuse: 'changed-meanwhile', field: 'kind' };
    if (isMarked && !isLead) return { refuse: 'role-forbids' };
    if (isMarked && reason.trim() === '') return { refuse: 'bad-request', field: 'reason' };
    return {
      command: `case:mark-sensitive+${kind === null ? 'ended' : isMarked ? 'changed' : 'set'}`,
      draft: { ...draft, sealed: { ...draft.sealed, sensitive: kind === null ? null : { kind, reason, byUser: ctx.userId, atMs: ctx.nowMs } } },
      events: [{ kind: 'sensitive', title: kind === null ? 'No longer marked sensitive' : `${isMarked ? 'Mark changed, now' : 'Marked'} sensitive: ${words[kind]}`, detail: reason === '' ? null : reason }],
    };
  });
  return !done.ok && done.error.code === 'role-forbids' ? refused(ctx, { command: `case:mark-sensitive+${kind === null ? 'ended' : 'changed'}`, subject: caseId, outcome: 'role-forbids' }) : done;
}

/** Whether a row's record is marked sensitive. One that does not open counts as such: what cannot be looked at does not leave by itself. */
export async function isSensitiveRow(vault: Vault, row: Pick<CaseRow, 'id' | 'sealed'>): Promise<boolean> {
  try {
    return isSensitive((await vault.open('cases', row.id, row.sealed)) as { sensitive?: never });
  } catch {
    return true;
  }
}

/** Ids of all cases that are marked sensitive (or do not open). Opens every case. */
async function sensitiveIds(db: OverturnDatabase, vault: Vault): Promise<Set<string>> {
  const found = new Set<string>();
  const ids = await db.cases.toCollection().primaryKeys();
  for (let at = 0; at < ids.length; at += 500) {
    const rows = (await db.cases.bulkGet(ids.slice(at, at + 500))).filter((row) => row !== undefined);
    const marks = await Promise.all(rows.map(async (row) => isSensitiveRow(vault, row)));
    rows.forEach((row, index) => { if (marks[index] === true) found.add(row.id); });
  }
  return found;
}

/**
 * Ids of everything that stays out with the sensitive cases: theirs, those of their documents, whose pieces name the document alone, and
 * what stands under no case but is of their claim or their member: filings, coverage checks and approvals.
 */
export async function sensitiveWithAll(db: OverturnDatabase, vault: Vault): Promise<Set<string>> {
  const ids = await sensitiveIds(db, vault);
  const out = new Set([...ids, ...(await db.documents.where('caseId').anyOf([...ids]).primaryKeys())]);
  for (const row of await db.cases.bulkGet([...ids])) {
    const sealed = row === undefined ? null : await openCaseOrNull(vault, row);
    if (sealed === null) continue; // damaged: nobody can tell what is of its claim
    const { facts } = sealed;
    const [filings, records] = await Promise.all([filingsOfCase(db, vault, facts), facts.memberId === null ? [] : recordsOfMember(db, vault, facts.memberId)]);
    for (const { id } of [...filings, ...records]) out.add(id);
  }
  return out;
}
