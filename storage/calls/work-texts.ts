import { isBodyOf, textsInForce } from '../../rules/calls/work-text.ts';
import type { WorkTexts } from '../../rules/calls/work-text.ts';
import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { answered } from '../cases/change-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { userNames } from '../people.ts';
import type { WorkTextRow } from '../schema/v3.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/** What is sealed of a version: the text (null: as shipped), and why it was changed. */
export type WorkTextContent = { body: unknown; reason: string };

async function opened(vault: Vault, row: WorkTextRow): Promise<WorkTextContent | null> {
  try {
    return (await vault.open('workTexts', row.id, row.sealed)) as WorkTextContent;
  } catch (error) {
    if (error instanceof StorageFault) return null;
    throw error;
  }
}

/** The question lists, note formats and numbers of the practice as they hold now. */
export async function readWorkTexts(db: OverturnDatabase, vault: Vault): Promise<WorkTexts> {
  const newest = new Map<string, WorkTextRow>();
  for (const row of await db.workTexts.toArray()) if (row.n > (newest.get(row.key)?.n ?? 0)) newest.set(row.key, row);
  return textsInForce(await Promise.all([...newest.values()].map(async (row) => ({ key: row.key, n: row.n, body: (await opened(vault, row))?.body ?? null }))));
}

/** Keeps a new version; the ones before stay. Refused where somebody else changed the text meanwhile. */
export async function saveWorkText(ctx: WriteContext, { key, base, body, reason }: CommandRequest<'work-text:save'>): Promise<Result<CommandReply<'work-text:save'>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<CommandReply<'work-text:save'>>> => {
    if (body !== null && !isBodyOf(key, body)) return failed('bad-request', 'body');
    const newest = Math.max(0, ...(await ctx.db.workTexts.where('key').equals(key).toArray()).map(({ n }) => n));
    if (newest !== base) return failed('changed-meanwhile', 'base');
    const n = newest + 1;
    const id = `${key}:${n}`;
    const row: WorkTextRow = { id, key, n, atMs: ctx.nowMs, userId: ctx.userId, sealed: await ctx.vault.seal('workTexts', id, { body, reason } satisfies WorkTextContent) };
    await commitChange(ctx, { command: 'work-text:save', subject: id, outcome: 'done' }, [ctx.db.workTexts], async () => { await ctx.db.workTexts.add(row); });
    return ok({ n });
  }));
}

export type WorkTextVersion = { n: number; atMs: number; userName: string; reason: string; body: unknown };

/** All versions of a text, the newest first. */
export async function workTextHistory(db: OverturnDatabase, vault: Vault, key: string): Promise<WorkTextVersion[]> {
  const rows = (await db.workTexts.where('key').equals(key).toArray()).sort((a, b) => b.n - a.n);
  const names = await userNames(db);
  return Promise.all(rows.map(async (row) => {
    const content = await opened(vault, row);
    return { n: row.n, atMs: row.atMs, userName: names.get(row.userId) ?? '', reason: content?.reason ?? '', body: content?.body ?? null };
  }));
}
