import { ABOUT_NOTHING } from '../../rules/library/library-entry.ts';
import type { NoteBody, PlaybookBody, ProfileBody } from '../../rules/library/library-entry.ts';
import { payerNote } from '../../rules/domain/practice.ts';
import type { OverturnDatabase } from '../db.ts';
import type { PayerNoteRow } from '../schema/v1.ts';
import type { LibraryEntryRow } from '../schema/v2.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { openVersionOrNone } from './library-contents.ts';
import type { SealedKind } from './library-contents.ts';

type BodyOf = { profile: ProfileBody; playbook: PlaybookBody; note: NoteBody };
/** An entry as it stands, opened: who changed it last, and how many versions it has had. */
export type OpenEntry<K extends SealedKind> = { id: string; kind: K; payerKey: string; n: number; atMs: number; userId: string; body: BodyOf[K] };

/** Everything of a kind that is in force, of the payers named or of all, opened. A damaged one is left out: the others must still be readable. */
export async function readEntries<K extends SealedKind>(db: OverturnDatabase, vault: Vault, kind: K, payerKeys: readonly string[] | null = null): Promise<OpenEntry<K>[]> {
  const rows = await (payerKeys === null ? db.libraryEntries.where('kind').equals(kind) : db.libraryEntries.where('[kind+payerKey]').anyOf(payerKeys.map((key) => [kind, key]))).toArray();
  return openEntries(db, vault, kind, rows.filter(({ gone }) => gone === 0));
}

async function openEntries<K extends SealedKind>(db: OverturnDatabase, vault: Vault, kind: K, rows: readonly LibraryEntryRow[]): Promise<OpenEntry<K>[]> {
  const versions = await db.libraryVersions.bulkGet(rows.map(({ versionId }) => versionId));
  const opened = await Promise.all(rows.map(async (row, at): Promise<OpenEntry<K>[]> => {
    const version = versions[at];
    const body = version === undefined ? null : await openVersionOrNone(vault, version);
    return body === null ? [] : [{ id: row.id, kind, payerKey: row.payerKey, n: row.n, atMs: row.atMs, userId: row.userId, body: body as BodyOf[K] }];
  }));
  return opened.flat();
}

/**
 * The notes in force, those written before notes had kinds and versions among them: such a note counts as general, about its
 * payer, its tags as its title, until it is changed for the first time.
 */
export async function readNotes(db: OverturnDatabase, vault: Vault): Promise<OpenEntry<'note'>[]> {
  const [old, changed] = await Promise.all([db.payerNotes.toArray(), db.libraryEntries.where('kind').equals('note').toArray()]);
  const known = new Set(changed.map(({ id }) => id));
  const [notes, older] = await Promise.all([
    openEntries(db, vault, 'note', changed.filter(({ gone }) => gone === 0)), Promise.all(old.filter(({ id }) => !known.has(id)).map((row) => openOldNote(vault, row))),
  ]);
  return [...notes, ...older.flat()].sort((left, right) => right.atMs - left.atMs);
}

/** A note as it stood before its first change, where it was written before notes had versions; null where there is none of this id, or it is damaged. */
export async function noteBeforeVersions(db: OverturnDatabase, vault: Vault, id: string): Promise<NoteBody | null> {
  const row = await db.payerNotes.get(id);
  return row === undefined ? null : (await openOldNote(vault, row))[0]?.body ?? null;
}

async function openOldNote(vault: Vault, row: PayerNoteRow): Promise<OpenEntry<'note'>[]> {
  try {
    const note = payerNote.parse(await vault.open('payerNotes', row.id, row.sealed));
    const body: NoteBody = { kind: 'general', title: note.tags.join(', ').slice(0, 120), text: note.text, about: { ...ABOUT_NOTHING, payers: [row.payerKey] } };
    return [{ id: row.id, kind: 'note', payerKey: row.payerKey, n: 0, atMs: row.atMs, userId: row.userId, body }];
  } catch (error) {
    if (error instanceof StorageFault) return [];
    throw error;
  }
}
