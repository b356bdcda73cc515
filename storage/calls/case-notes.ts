import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { answered } from '../cases/change-case.ts';
import { sealEvents } from '../cases/case-history.ts';
import type { OverturnDatabase } from '../db.ts';
import { openItems } from '../queries/open-items.ts';
import type { CaseNoteRow } from '../schema/v3.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';

/** What is sealed of a note. It is written once: a correction is another note. */
export type CaseNoteContent = { text: string; formatId: string; formatVersion: number };
export type CaseNoteView = Omit<CaseNoteRow, 'sealed'> & CaseNoteContent;

export async function newCaseNote(ctx: WriteContext, { caseId, sourceId, text, formatId, formatVersion }: { caseId: string; sourceId: string } & CaseNoteContent): Promise<CaseNoteRow> {
  const id = crypto.randomUUID();
  const content: CaseNoteContent = { text, formatId, formatVersion };
  return { id, caseId, sourceId, state: 'unposted', atMs: ctx.nowMs, userId: ctx.userId, postedMs: null, postedBy: null, sealed: await ctx.vault.seal('caseNotes', id, content) };
}

/** A note of its own, as after a correction was sent. */
export async function writeCaseNote(ctx: WriteContext, request: CommandRequest<'case-note:write'>): Promise<Result<CommandReply<'case-note:write'>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<CommandReply<'case-note:write'>>> => {
    if ((await ctx.db.cases.where('id').equals(request.caseId).count()) === 0) return failed('not-found', 'caseId');
    const row = await newCaseNote(ctx, request);
    await commitChange(ctx, { command: 'case-note:write', subject: request.caseId, outcome: 'done' }, [ctx.db.caseNotes], async () => { await ctx.db.caseNotes.add(row); });
    return ok({ noteId: row.id });
  }));
}

/** Notes were put into the practice system, or need not be; `unposted` takes that back. */
export async function markPosted(ctx: WriteContext, { noteIds, state }: CommandRequest<'case-note:posted'>): Promise<Result<Record<string, never>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<Record<string, never>>> => {
    const rows = (await ctx.db.caseNotes.bulkGet([...new Set(noteIds)])).filter((row) => row !== undefined);
    if (rows.length !== new Set(noteIds).size) return failed('not-found', 'noteIds');
    const changed = rows.filter((row) => row.state !== state).map((row): CaseNoteRow => ({ ...row, state, postedMs: state === 'unposted' ? null : ctx.nowMs, postedBy: state === 'unposted' ? null : ctx.userId }));
    const title = state === 'posted' ? 'Note posted in the practice system' : state === 'not-needed' ? 'Note not posted: not needed' : 'Note marked as not posted';
    const events = (await Promise.all(changed.map(async (row, index) => sealEvents(ctx.vault, { ...ctx, nowMs: ctx.nowMs + index }, row.caseId, [{ kind: 'note-posted', title }])))).flat();
    await commitChange(ctx, changed.map(({ id }) => ({ command: `case-note:${state}`, subject: id, outcome: 'done' })), [ctx.db.caseNotes, ctx.db.events], async () => {
      await ctx.db.caseNotes.bulkPut(changed);
      await ctx.db.events.bulkAdd(events);
    });
    return ok({});
  }));
}

async function opened(vault: Vault, rows: readonly CaseNoteRow[]): Promise<CaseNoteView[]> {
  return (await Promise.all(rows.map(async ({ sealed, ...row }) => {
    try {
      return [{ ...row, ...(await vault.open('caseNotes', row.id, sealed)) as CaseNoteContent }];
    } catch (error) {
      if (error instanceof StorageFault) return [];
      throw error;
    }
  }))).flat();
}

/** The notes of a case, the newest first. */
export async function notesOfCase(db: OverturnDatabase, vault: Vault, caseId: string): Promise<CaseNoteView[]> {
  const rows = await db.caseNotes.where('caseId').equals(caseId).toArray();
  return opened(vault, rows.sort((a, b) => b.atMs - a.atMs));
}

export type UnpostedNotes = { total: number; notes: (CaseNoteView & { item: QueueItem | null })[] };

/** Notes that are not in the practice system yet, the oldest first. */
export async function unpostedNotes(db: OverturnDatabase, vault: Vault, userId: string | null, limit: number): Promise<UnpostedNotes> {
  const waiting = db.caseNotes.where('[state+atMs]').between(['unposted', 0], ['unposted', Number.MAX_SAFE_INTEGER]);
  const mine = userId === null ? waiting : waiting.and((row) => row.userId === userId);
  const [total, rows] = [await mine.clone().count(), await mine.clone().limit(limit).toArray()];
  const cases = (await db.cases.bulkGet([...new Set(rows.map(({ caseId }) => caseId))])).filter((row) => row !== undefined);
  const items = new Map((await openItems(db, vault, cases)).map((item) => [item.id, item]));
  return { total, notes: (await opened(vault, rows)).map((note) => ({ ...note, item: items.get(note.caseId) ?? null })) };
}
