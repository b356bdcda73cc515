import { isEditable } from '../../rules/appeals/appeal-states.ts';
import { DOCUMENT_PART_BYTES } from '../../rules/protocol/appeal-commands.ts';
import type { Appeal, AppealState, DocumentContent } from '../../rules/domain/appeal.ts';
import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { answered } from '../cases/change-case.ts';
import type { OverturnDatabase } from '../db.ts';
import type { DocumentRow } from '../schema/v3.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { openAppeal, openDocument } from './open-appeal.ts';

type Done = Promise<Result<Record<string, never>>>;
/** Documents of one packet; more are somebody's whole chart. */
const MOST_DOCUMENTS = 60;

const partId = (documentId: string, n: number): string => `${documentId}:${n}`;

/** Whether a document begins as one of its type does. What a name or a browser says of a file is no proof of what it is. */
export function isOfType(type: string, start: Uint8Array): boolean {
  const begins = (...bytes: number[]): boolean => bytes.every((byte, index) => start[index] === byte);
  if (type === 'application/pdf') return new TextDecoder('latin1').decode(start.subarray(0, 1024)).includes('%PDF-');
  return type === 'image/png' ? begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) : begins(0xff, 0xd8, 0xff);
}

async function editableAppeal(ctx: WriteContext, appealId: string): Promise<Result<{ caseId: string }>> {
  const row = await ctx.db.appeals.get(appealId);
  if (row === undefined) return failed('not-found', 'appealId');
  return isEditable(row.state as AppealState) ? ok({ caseId: row.caseId }) : failed('bad-request', 'state');
}

/** Announces a document: its size, pages and hash, each checked again once the content is there. */
export async function beginDocument(ctx: WriteContext, { appealId, name, type, bytes, pages, sha256 }: CommandRequest<'document:begin'>): Promise<Result<CommandReply<'document:begin'>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<CommandReply<'document:begin'>>> => {
    const appeal = await editableAppeal(ctx, appealId);
    if (!appeal.ok) return appeal;
    const others = await ctx.db.documents.where('appealId').equals(appealId).toArray();
    if (others.length >= MOST_DOCUMENTS) return failed('bad-request', 'documents');
    const opened = await Promise.all(others.map((row) => openDocument(ctx.vault, row)));
    if (opened.some((one) => one.done && one.sha256 === sha256)) return failed('bad-request', 'sha256'); // the same file twice
    const id = crypto.randomUUID();
    const parts = Math.ceil(bytes / DOCUMENT_PART_BYTES);
    const row: DocumentRow = { id, caseId: appeal.value.caseId, appealId, type, bytes, pages, parts, done: 0, atMs: ctx.nowMs, userId: ctx.userId, sealed: await ctx.vault.seal('documents', id, { name, sha256 } satisfies DocumentContent) };
    await commitChange(ctx, { command: 'document:begin', subject: id, outcome: 'done' }, [ctx.db.documents], async () => { await ctx.db.documents.add(row); });
    return ok({ documentId: id, parts });
  }));
}

/** One piece, sealed. Keeps nothing that counts before `finishDocument`, so it writes no row of the trail. */
export async function putDocumentPart(ctx: WriteContext, { documentId, n, data }: CommandRequest<'document:part'>): Done {
  return answered(() => withWriter(ctx.db, async (): Done => {
    const row = await ctx.db.documents.get(documentId);
    if (row === undefined) return failed('not-found', 'documentId');
    if (row.done === 1 || n >= row.parts || row.userId !== ctx.userId) return failed('bad-request', 'n');
    const id = partId(documentId, n);
    const sealed = await ctx.vault.seal('documentParts', id, { data });
    await commitChange(ctx, [], [ctx.db.documentParts], async () => { await ctx.db.documentParts.put({ id, documentId, n, sealed }); });
    return ok({});
  }));
}

/** The content of a document. @throws StorageFault `damaged-record` where a piece is missing, changed, or the whole is not what was taken in. */
export async function documentBytes(db: OverturnDatabase, vault: Vault, row: DocumentRow): Promise<Uint8Array<ArrayBuffer>> {
  const { sha256 } = (await vault.open('documents', row.id, row.sealed)) as DocumentContent;
  const bytes = new Uint8Array(row.bytes);
  const pieces = await db.documentParts.bulkGet(Array.from({ length: row.parts }, (_one, n) => partId(row.id, n)));
  let at = 0;
  for (const piece of pieces) {
    if (piece === undefined) throw new StorageFault('damaged-record');
    const { data } = (await vault.open('documentParts', piece.id, piece.sealed)) as { data: string };
    const chunk = Uint8Array.fromBase64(data);
    if (at + chunk.length > bytes.length) throw new StorageFault('damaged-record');
    bytes.set(chunk, at);
    at += chunk.length;
  }
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
  if (at !== bytes.length || hash !== sha256) throw new StorageFault('damaged-record');
  return bytes;
}

/** All pieces are there: the whole must be what was announced, of the kind it says. */
export async function finishDocument(ctx: WriteContext, { documentId }: CommandRequest<'document:done'>): Done {
  return answered(() => withWriter(ctx.db, async (): Done => {
    const row = await ctx.db.documents.get(documentId);
    if (row === undefined) return failed('not-found', 'documentId');
    const appeal = await editableAppeal(ctx, row.appealId);
    if (!appeal.ok) return appeal;
    const bytes = await documentBytes(ctx.db, ctx.vault, row);
    if (!isOfType(row.type, bytes)) return failed('bad-request', 'type');
    await commitChange(ctx, { command: 'document:done', subject: documentId, outcome: 'done' }, [ctx.db.documents], async () => { await ctx.db.documents.update(documentId, { done: 1 }); });
    return ok({});
  }));
}

/** Takes a document out for good, with its content. Not while the packet or a proof still names it. The appeal remembers that it was, so that no other computer's file brings it back. */
export async function removeDocument(ctx: WriteContext, { documentId }: CommandRequest<'document:remove'>): Done {
  return answered(() => withWriter(ctx.db, async (): Done => {
    const row = await ctx.db.documents.get(documentId);
    if (row === undefined) return failed('not-found', 'documentId');
    const appeal = await editableAppeal(ctx, row.appealId);
    if (!appeal.ok) return appeal;
    const appealRow = await ctx.db.appeals.get(row.appealId);
    if (appealRow === undefined) return failed('not-found', 'appealId');
    const content = await openAppeal(ctx.vault, appealRow);
    if ([...content.parts, ...content.proofs].some((one) => one.documentId === documentId)) return failed('bad-request', 'parts');
    const after = { ...appealRow, sealed: await ctx.vault.seal('appeals', appealRow.id, { ...content, removedDocuments: [...(content.removedDocuments ?? []), documentId].slice(-300) } satisfies Appeal) };
    await commitChange(ctx, { command: 'document:remove', subject: documentId, outcome: 'done' }, [ctx.db.appeals, ctx.db.documents, ctx.db.documentParts], async () => {
      await ctx.db.appeals.put(after);
      await ctx.db.documents.delete(documentId);
      await ctx.db.documentParts.where('documentId').equals(documentId).delete();
    });
    return ok({});
  }));
}

/** Somebody looked at a document. */
export async function markDocumentViewed(ctx: WriteContext, { documentId }: CommandRequest<'document:viewed'>): Done {
  return answered(async (): Done => {
    if ((await ctx.db.documents.get(documentId)) === undefined) return failed('not-found', 'documentId');
    await commitChange(ctx, { command: 'document:viewed', subject: documentId, outcome: 'done' }, [], () => Promise.resolve());
    return ok({});
  });
}
