import { canonicalJson } from '../evidence/canonical-json.ts';
import type { Appeal, AppealLevel } from '../domain/appeal.ts';
import type { Letter } from './build-letter.ts';
import { blockText } from './build-letter.ts';
import type { PacketDocument } from './packet-checklist.ts';

/**
 * One exact version of a packet as text, to be hashed: the letter word by word, the parts in their order with the hash of each
 * document, what is asked, and the proofs listed. Any change of any of these is another version, also one that came from the case.
 */
export function packetVersionText(level: AppealLevel, appeal: Pick<Appeal, 'parts' | 'proofs' | 'request' | 'requestedCents'>, letter: Letter, documents: readonly PacketDocument[]): string {
  const hashOf = new Map(documents.map(({ id, sha256, done }) => [id, done ? sha256 : null]));
  return canonicalJson({
    form: 1, level, request: appeal.request, requestedCents: appeal.requestedCents, letter: letter.blocks.map((block) => ({ from: block.from, text: blockText(block) })),
    parts: appeal.parts.map(({ kind, title, why, documentId }) => ({ kind, title, why, document: documentId === null ? null : hashOf.get(documentId) ?? null })),
    proofs: appeal.proofs.map(({ kind, on, reference, namesClaim }) => ({ kind, on, reference, namesClaim })),
  });
}
