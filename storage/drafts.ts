import { failed, ok } from '../rules/protocol/result.ts';
import type { Result } from '../rules/protocol/result.ts';
import { mergeDraft } from '../rules/work/merge-draft.ts';
import type { FieldChange } from '../rules/work/merge-draft.ts';
import type { OverturnDatabase } from './db.ts';
import type { Vault } from './vault/vault.ts';
import { withWriter } from './write.ts';
import type { WriteContext } from './write.ts';

/** A draft's key is in clear: made by us of a subject and opaque ids (`contact:<case>`), never of what was typed. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9:_-]{0,119}$/u;

function rowKey(userId: string, key: string): string {
  return `${userId}/${key}`;
}

/**
 * Keeps what a person typed and has not saved yet, sealed, one per user and key. Not a row of the trail: it is written
 * every few keystrokes and says nothing until it is saved.
 */
export async function keepDraft(ctx: WriteContext, key: string, value: unknown): Promise<Result<Record<string, never>>> {
  if (!KEY.test(key)) return failed('bad-request', 'key');
  const at = rowKey(ctx.userId, key);
  await withWriter(ctx.db, async () => {
    const sealed = await ctx.vault.seal('drafts', at, value ?? null);
    await ctx.db.drafts.put({ key: at, userId: ctx.userId, atMs: ctx.nowMs, sealed });
  });
  return ok({});
}

/**
 * Puts the fields of one window into a kept draft, which another window of the same person may have written to meanwhile. Neither
 * loses a field to the other. A damaged draft is begun anew: it must not stand in the way.
 */
export async function mergeDraftFields(ctx: WriteContext, key: string, fields: Readonly<Record<string, FieldChange>>): Promise<Result<Record<string, never>>> {
  if (!KEY.test(key)) return failed('bad-request', 'key');
  const at = rowKey(ctx.userId, key);
  await withWriter(ctx.db, async () => {
    const row = await ctx.db.drafts.get(at);
    const kept = row === undefined ? null : await ctx.vault.open('drafts', at, row.sealed).catch(() => null); // damaged: see above
    const sealed = await ctx.vault.seal('drafts', at, mergeDraft(typeof kept === 'object' && kept !== null ? kept as Record<string, unknown> : {}, fields));
    await ctx.db.drafts.put({ key: at, userId: ctx.userId, atMs: ctx.nowMs, sealed });
  });
  return ok({});
}

export async function dropDraft(ctx: Pick<WriteContext, 'db' | 'userId'>, key: string): Promise<Result<Record<string, never>>> {
  await withWriter(ctx.db, async () => ctx.db.drafts.delete(rowKey(ctx.userId, key)));
  return ok({});
}

/** The draft of a user under a key; null when there is none. @throws StorageFault `damaged-record` */
export async function readDraft(db: OverturnDatabase, vault: Vault, userId: string, key: string): Promise<{ atMs: number; value: unknown } | null> {
  const row = await db.drafts.get(rowKey(userId, key));
  return row === undefined ? null : { atMs: row.atMs, value: await vault.open('drafts', row.key, row.sealed) };
}
