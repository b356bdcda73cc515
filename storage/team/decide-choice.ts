import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { openChoices, setField } from '../../rules/team/case-document.ts';
import { fieldName, valueText } from '../../rules/team/field-name.ts';
import type { Candidate } from '../../rules/team/field-register.ts';
import type { FactChange } from '../../rules/work/merge-facts.ts';
import { answered, commitCases } from '../cases/change-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { openItems } from '../queries/open-items.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { machineOrNew } from './machine.ts';
import { readVersions, readWholeCase, stampedDocument } from './read-document.ts';
import { composeDocument, documentTables, putDocument } from './write-document.ts';

/**
 * A person decides between two values of a field. The one that is not taken stays in the timeline, word by word.
 * Fails with `not-found`, and with `changed-meanwhile` where that choice is no longer open.
 */
export async function decideChoice(ctx: WriteContext, { caseId, path, dot }: CommandRequest<'case:decide'>): Promise<Result<Record<string, never>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<Record<string, never>>> => {
    const read = await readWholeCase(ctx, caseId);
    if (read === null) return failed('not-found', 'caseId');
    const { id: machine, rows: marks } = await machineOrNew(ctx.db);
    const { document } = await stampedDocument(ctx, read, { machine, userId: ctx.userId });
    const open = openChoices(document.fields).find((one) => one.path === path);
    const taken = open?.choice.find((one) => one.dot[0] === dot[0] && one.dot[1] === dot[1]);
    if (open === undefined || taken === undefined) return failed('changed-meanwhile');
    const fields = setField(document.fields, path, { value: taken.value, typed: true }, { machine, atMs: ctx.nowMs, byUser: ctx.userId });
    const changes = open.choice.filter((one) => one !== taken).map((one) => ({ field: fieldName(path), was: valueText(path, one.value), now: valueText(path, taken.value) })) as unknown as FactChange[];
    const writes = await composeDocument(ctx, read, { ...document, fields, touchedMs: ctx.nowMs }, { machine }, { payers: [], events: [{ kind: 'decided', title: 'Decided between two computers', changes }] });
    if (writes === null) return failed('damaged-record');
    await commitCases(ctx, 'case:decide', [caseId], writes.cases, { tables: documentTables(ctx), write: async () => { await ctx.db.meta.bulkPut(marks); await putDocument(ctx, writes); } });
    return ok({});
  }));
}

/** A case of which two computers say different things, with what is open on it. */
export type CaseToDecide = { caseId: string; item: QueueItem | null; choices: { path: string; choice: Candidate[] }[] };

/** Cases that wait for a decision between two computers. */
export async function casesToDecide(db: OverturnDatabase, vault: Vault, limit: number): Promise<{ total: number; cases: CaseToDecide[] }> {
  const waiting = db.caseVersions.where('choices').above(0);
  const [total, rows] = [await waiting.clone().count(), await waiting.clone().limit(limit).toArray()];
  const items = new Map((await openItems(db, vault, (await db.cases.bulkGet(rows.map(({ id }) => id))).filter((row) => row !== undefined))).map((item) => [item.id, item]));
  const cases = await Promise.all(rows.map(async ({ id }): Promise<CaseToDecide> => ({ caseId: id, item: items.get(id) ?? null, choices: openChoices(await versionsOrNone(db, vault, id)) })));
  return { total, cases: cases.filter(({ choices }) => choices.length > 0) };
}

async function versionsOrNone(db: OverturnDatabase, vault: Vault, id: string) {
  try {
    return await readVersions({ db, vault }, id);
  } catch (error) {
    if (error instanceof StorageFault) return new Map<never, never>(); // damaged: there is nothing to choose between
    throw error;
  }
}
