import type { DocumentType } from '../../../rules/domain/appeal.ts';

/** A part of the packet, ready to be put down: text that Overturn wrote, or a document. */
export type PacketInputPart = { title: string; why: string } & ({ kind: 'letter'; paragraphs: string[] } | { kind: 'list'; rows: string[][] } | { kind: 'document'; type: DocumentType; bytes: Uint8Array });
/** `title` stands on the index and in the file's own title, so it names no person. `isDraft`: said on every page. */
export type PacketInput = { title: string; madeOn: string; isDraft: boolean; parts: PacketInputPart[]; font: Uint8Array };
