import { payerNote } from '../rules/domain/practice.ts';
import type { CommandReply, CommandRequest } from '../rules/protocol/commands.ts';
import { failed, ok } from '../rules/protocol/result.ts';
import type { Result } from '../rules/protocol/result.ts';
import type { OverturnDatabase } from './db.ts';
import { StorageFault } from './storage-fault.ts';
import type { Vault } from './vault/vault.ts';
import { commitChange, withWriter } from './write.ts';
import type { WriteContext } from './write.ts';

export type OpenedPayerNote = { id: string; payerKey: string; text: string; tags: string[]; atMs: number; userId: string };

/**
 * Adds a note to a payer, or changes one. Text and tags are sealed as a whole: people write what they like, a name
 * included, so the clear column for tags stays empty.
 */
export async function savePayerNote(ctx: WriteContext, request: CommandRequest<'payer-note:save'>): Promise<Result<CommandReply<'payer-note:save'>>> {
  const { payerKey, text, tags } = request;
  return withWriter(ctx.db, async () => {
    if (request.id !== null && (await ctx.db.payerNotes.get(request.id)) === undefined) return failed('not-found', 'id');
    const id = request.id ?? crypto.randomUUID();
    const row = { id, payerKey, atMs: ctx.nowMs, userId: ctx.userId, tags: [], sealed: await ctx.vault.seal('payerNotes', id, { payerKey, text, tags }) };
    await commitChange(ctx, { command: 'payer-note:save', subject: payerKey, outcome: 'done' }, [ctx.db.payerNotes], async () => ctx.db.payerNotes.put(row));
    return ok({ id });
  });
}

/** The notes of a payer, newest first. A damaged one is left out: the others must still be readable. */
export async function readPayerNotes(db: OverturnDatabase, vault: Vault, payerKey: string): Promise<OpenedPayerNote[]> {
  const rows = await db.payerNotes.where('payerKey').equals(payerKey).toArray();
  const opened = await Promise.all(rows.map(async (row): Promise<OpenedPayerNote[]> => {
    try {
      const note = payerNote.parse(await vault.open('payerNotes', row.id, row.sealed));
      return [{ id: row.id, payerKey: row.payerKey, text: note.text, tags: note.tags, atMs: row.atMs, userId: row.userId }];
    } catch (error) {
      if (error instanceof StorageFault) return [];
      throw error;
    }
  }));
  return opened.flat().sort((a, b) => b.atMs - a.atMs);
}
