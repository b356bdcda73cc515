import { DOCUMENT_MAX_BYTES, DOCUMENT_PART_BYTES } from '../../../rules/protocol/appeal-commands.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { runPacketWorker } from './run-packet-worker.ts';

export type Taken = { ok: true; documentId: string; pages: number } | { ok: false; refusal: string };

/**
 * Takes a file into the vault: looked through in a worker, then sent in pieces, each sealed by the background. What is refused is
 * refused before a byte of it is kept.
 */
export async function takeDocument(appealId: string, file: File): Promise<Taken> {
  if (file.size > DOCUMENT_MAX_BYTES) return { ok: false, refusal: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await runPacketWorker({ kind: 'inspect', bytes });
  if (answer.kind === 'slow') return { ok: false, refusal: 'too-slow' };
  if (answer.kind !== 'inspected') return { ok: false, refusal: 'broken' };
  if (!answer.inspection.ok) return { ok: false, refusal: answer.inspection.refusal };
  const { type, pages } = answer.inspection;
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
  const begun = await sendCommand('document:begin', { appealId, name: file.name.slice(0, 300), type, bytes: bytes.length, pages, sha256 });
  if (!begun.ok) return { ok: false, refusal: begun.error.field === 'sha256' ? 'twice' : 'failed' };
  const { documentId, parts } = begun.value;
  for (let n = 0; n < parts; n += 1) {
    const kept = await sendCommand('document:part', { documentId, n, data: bytes.subarray(n * DOCUMENT_PART_BYTES, (n + 1) * DOCUMENT_PART_BYTES).toBase64() });
    if (!kept.ok) return { ok: false, refusal: 'failed' };
  }
  const done = await sendCommand('document:done', { documentId });
  return done.ok ? { ok: true, documentId, pages } : { ok: false, refusal: 'failed' };
}
