import type { DocumentType, PacketPart, PartKind } from '../domain/appeal.ts';
import type { Letter } from './build-letter.ts';
import type { GradedProof } from './filing-proofs.ts';
import type { FileLimits } from './file-limits.ts';
import type { LetterField } from './letter-fields.ts';
import { blockText } from './build-letter.ts';
import { indexPages, letterPages, listPages } from './page-layout.ts';
import type { LetterTemplate } from './letter-template.ts';

export type PacketDocument = { id: string; name: string; type: DocumentType; bytes: number; pages: number; sha256: string; done: boolean };

/** Parts that Overturn writes itself. */
export const WRITTEN_PARTS: readonly PartKind[] = ['cover-letter', 'filing-proof-list'];

/** Why a packet is not ready. Each is one thing somebody can do. */
export type PacketFault =
  | { code: 'blank'; field: LetterField } | { code: 'unconfirmed'; what: string } | { code: 'missing-part'; kind: PartKind; why: string }
  | { code: 'no-document'; title: string } | { code: 'no-why'; title: string } | { code: 'not-whole'; title: string }
  | { code: 'too-many-pages'; pages: number; limit: number } | { code: 'too-large'; bytes: number; limit: number } | { code: 'no-proof-counts' };

/** A line of the list: what belongs in, why, and whether it is there. */
export type ChecklistItem = { kind: PartKind; why: string; required: boolean; isThere: boolean };

export type Checklist = { items: ChecklistItem[]; faults: PacketFault[]; pages: number; bytes: number };

export type ChecklistInput = {
  letter: Letter; templates: readonly Pick<LetterTemplate, 'parts'>[]; parts: readonly PacketPart[]; documents: readonly PacketDocument[]; limits: FileLimits;
  /** A level after another one must show how that was decided. */
  hasPrevious: boolean;
  /** Null where the appeal is not about the time of filing; else whether any proof named counts. */
  hasProof: boolean | null;
  /** The proofs of filing that the list in the packet is made of. */
  proofs?: readonly Pick<GradedProof, 'kind' | 'reference' | 'grade' | 'why'>[];
  /** The paragraphs as they went out, where they did; else those of `letter` count. */
  sentLetter?: readonly string[] | null;
};

/** What the PDF holds beside its documents, in bytes: the font, whole, and a little for every page. Measured on made packets. */
const FONT_BYTES = 485_000;
const PAGE_BYTES = 500;

/** What belongs in the packet, what is there, and everything that keeps it from being ready. `pages` and `bytes` are those of the PDF: pages by the same reckoning as it is written, bytes about. */
export function checklistOf({ letter, templates, parts, documents, limits, hasPrevious, hasProof, proofs = [], sentLetter = null }: ChecklistInput): Checklist {
  const documentOf = new Map(documents.map((one) => [one.id, one]));
  const isThere = (kind: PartKind): boolean => parts.some((part) => part.kind === kind && (WRITTEN_PARTS.includes(kind) || (part.documentId !== null && documentOf.get(part.documentId)?.done === true)));
  const wanted = new Map<PartKind, ChecklistItem>();
  for (const { kind, required, why } of templates.flatMap((one) => one.parts)) {
    const before = wanted.get(kind);
    wanted.set(kind, { kind, why: before?.why ?? why, required: required || before?.required === true, isThere: isThere(kind) });
  }
  if (hasPrevious) wanted.set('prior-decision', { kind: 'prior-decision', why: 'Shows how the level before was decided; without it a later level is often returned.', required: true, isThere: isThere('prior-decision') });
  const items = [...wanted.values()];
  const faults: PacketFault[] = [
    ...letter.blanks.map((field): PacketFault => ({ code: 'blank', field })),
    ...letter.unconfirmed.map(({ what }): PacketFault => ({ code: 'unconfirmed', what })),
    ...items.filter((item) => item.required && !item.isThere).map(({ kind, why }): PacketFault => ({ code: 'missing-part', kind, why })),
  ];
  for (const part of parts) {
    if (part.why.trim() === '') faults.push({ code: 'no-why', title: part.title });
    if (WRITTEN_PARTS.includes(part.kind)) continue;
    const document = part.documentId === null ? undefined : documentOf.get(part.documentId);
    if (document === undefined) faults.push({ code: 'no-document', title: part.title });
    else if (!document.done) faults.push({ code: 'not-whole', title: part.title });
  }
  if (hasProof === false) faults.push({ code: 'no-proof-counts' });
  const inside = parts.flatMap(({ documentId }) => (documentId === null ? [] : documentOf.get(documentId) ?? []));
  // Counted as the packet is written, so that what is held against the payer's limits is what the payer gets.
  const written = parts.map(({ kind, title }) => (kind === 'cover-letter' ? Math.max(1, letterPages(sentLetter ?? letter.blocks.map(blockText))) : kind === 'filing-proof-list' ? listPages(title, proofs.filter(({ grade }) => grade !== 'does-not-count').map(rowOf)) : 0));
  const pages = [...written, ...inside.map((one) => one.pages), indexPages(parts)].reduce((sum, count) => sum + count, 0);
  const bytes = inside.reduce((sum, one) => sum + one.bytes, FONT_BYTES + pages * PAGE_BYTES);
  if (limits.pages !== null && pages > limits.pages) faults.push({ code: 'too-many-pages', pages, limit: limits.pages });
  if (limits.bytes !== null && bytes > limits.bytes) faults.push({ code: 'too-large', bytes, limit: limits.bytes });
  return { items, faults, pages, bytes };
}

/** A row of the list of proofs, as long as it is in the packet. */
const rowOf = ({ kind, reference, grade, why }: Pick<GradedProof, 'kind' | 'reference' | 'grade' | 'why'>): string[] => [kind, ...(reference === '' ? [] : [`Number: ${reference}`]), ...(grade === 'counts' ? [why] : [])];
