import { ABOUT_NOTHING } from '../rules/library/library-entry.ts';
import type { CommandReply, CommandRequest } from '../rules/protocol/commands.ts';
import { failed, ok } from '../rules/protocol/result.ts';
import type { Result } from '../rules/protocol/result.ts';
import type { OverturnDatabase } from './db.ts';
import { proposeChange } from './library/change-library.ts';
import { readNotes } from './library/read-entries.ts';
import type { Vault } from './vault/vault.ts';
import type { WriteContext } from './write.ts';

export type OpenedPayerNote = { id: string; payerKey: string; text: string; tags: string[]; kind: string; atMs: number; userId: string };

/**
 * Adds a quick note to a payer, or changes the text of one: a general note of the library, in force at once and with its
 * history. Text and tags are sealed as a whole: people write what they like, a name included.
 */
export async function savePayerNote(ctx: WriteContext, request: CommandRequest<'payer-note:save'>): Promise<Result<CommandReply<'payer-note:save'>>> {
  const { payerKey, text, tags } = request;
  const before = request.id === null ? undefined : (await readNotes(ctx.db, ctx.vault)).find(({ id }) => id === request.id);
  if (request.id !== null && before === undefined) return failed('not-found', 'id');
  const id = before?.id ?? `note:${crypto.randomUUID()}`;
  const title = tags.join(', ').slice(0, 120);
  const body = before === undefined ? { kind: 'general' as const, title, text, about: { ...ABOUT_NOTHING, payers: [payerKey] } } : { ...before.body, title, text };
  const saved = await proposeChange(ctx, {
    items: [{ kind: 'note', entryId: id, payerKey, body }], origin: 'edit', approve: true, stamp: null,
    content: { title: before === undefined ? 'Note added' : 'Note changed', reason: '', evidence: '', pack: null, undoes: null, askId: null },
  });
  return saved.ok ? ok({ id }) : saved;
}

/** The notes about a payer, under any of its keys, newest first. */
export async function readPayerNotes(db: OverturnDatabase, vault: Vault, payerKeys: readonly string[]): Promise<OpenedPayerNote[]> {
  const notes = await readNotes(db, vault);
  return notes.filter((note) => payerKeys.includes(note.payerKey) || note.body.about.payers.some((key) => payerKeys.includes(key)))
    .map(({ id, body, atMs, userId }) => ({ id, payerKey: payerKeys[0] ?? '', text: body.text, tags: body.title === '' ? [] : [body.title], kind: body.kind, atMs, userId }));
}
