import { z } from 'zod';
import { APPEAL_LEVELS, documentContent, DOCUMENT_TYPES } from '../domain/appeal.ts';
import { contact } from '../domain/contact.ts';
import { NO_DAY } from '../domain/day-number.ts';
import { isoDate, longText, opaqueId, shortText } from '../domain/iso-date.ts';
import { practicePayer } from '../domain/practice.ts';
import { ROLES } from '../domain/vocabulary.ts';
import type { Addition, AdditionKind } from './case-document.ts';

/** A hand-over bundle: what it is (the head), its cases, the content of their documents. Each part is signed by the one who made it. */
export const BUNDLE_FORM = 2;
/** The form of a file that says nothing of the practice beside its cases: an older Overturn reads it. */
export const FORM_OF_CASES = 1;
/** Cases in one bundle; more are a backup's business. */
export const MOST_BUNDLED = 500;
/** Characters of one case as it travels; a case with hundreds of looks stays far below. */
export const LONGEST_CASE = 12_000_000;

export const bundleHead = z.object({
  form: z.int().min(1), id: opaqueId, madeMs: z.int(), madeOn: isoDate,
  /** The practice it belongs to (a billing company's client is one), and the computer and person it comes from. */
  practice: z.object({ id: opaqueId, name: shortText }), machine: opaqueId, by: z.object({ id: opaqueId, name: shortText }),
  /** Public half of the key it is signed with. */
  key: z.string().max(100),
  cases: z.int().min(0), documents: z.int().min(0), words: z.string().max(2000),
  /** People whose names stand on the work, and payers it is filed under. */
  people: z.array(z.object({ id: opaqueId, name: shortText.min(1), role: z.enum(ROLES) })).max(2000), payers: z.array(practicePayer).max(1000),
});
export type BundleHead = z.infer<typeof bundleHead>;

/** What is signed of a part: no part serves another bundle, nor a case as a head. */
export const signedPart = (bundleId: string, kind: 'head' | 'case' | 'practice', text: string): string => `overturn-handover/1\n${bundleId}\n${kind}\n${text}`;
/** The head names its bundle itself. */
export const signedHead = (text: string): string => signedPart('', 'head', text);

const said = z.string().max(64);
const ms = z.int();
/** What is added to a case, by kind: what its values must be. */
export const ADDED = {
  event: z.object({ kind: shortText, atMs: ms, userId: said, text: z.object({ title: shortText, detail: z.string().max(40_000).nullable(), changes: z.array(z.looseObject({ field: z.string().max(700) })).max(500) }) }),
  look: z.object({ source: z.enum(['portal', 'remittance', 'paste', 'form', 'sent-file']), atMs: ms, userId: said, content: z.looseObject({ facts: z.unknown(), changes: z.array(z.unknown()), references: z.array(z.unknown()), edited: z.array(z.string()) }) }),
  contact: z.object({ payerKey: z.string().max(80), outcome: z.string().max(60), atMs: ms, userId: said, content: z.object({ contact, on: isoDate }) }),
  note: z.object({ sourceId: said, atMs: ms, userId: said, content: z.object({ text: longText, formatId: z.string().max(60), formatVersion: z.int().min(0) }) }),
  promise: z.object({ contactId: said, payerKey: z.string().max(80), madeMs: ms, madeDay: z.int().min(0).max(NO_DAY), dueDay: z.int().min(0).max(NO_DAY), userId: said, text: shortText }),
  appeal: z.object({ level: z.enum(APPEAL_LEVELS), previousId: opaqueId.nullable(), category: z.string().max(60), madeMs: ms, payerKey: z.string().max(80) }),
  correction: z.object({ payerKey: z.string().max(80), madeMs: ms, userId: said }),
  document: z.object({ appealId: opaqueId, type: z.enum(DOCUMENT_TYPES), bytes: z.int().min(1), pages: z.int().min(1), parts: z.int().min(1).max(1000), atMs: ms, userId: said, ...documentContent.shape }),
} as const satisfies Record<AdditionKind, z.ZodType>;
export type Added<K extends AdditionKind> = z.infer<(typeof ADDED)[K]>;

/** The additions of one kind, checked; null where one of them is not what its kind says. */
export function addedOf<K extends AdditionKind>(additions: Iterable<Addition>, kind: K): { id: string; value: Added<K> }[] | null {
  const found: { id: string; value: Added<K> }[] = [];
  for (const one of additions) {
    if (one.kind !== kind) continue;
    const parsed = ADDED[kind].safeParse(one.value);
    if (!parsed.success) return null;
    found.push({ id: one.id, value: parsed.data as Added<K> });
  }
  return found;
}

/** What happened on one computer only and is of no use on another: it stays there. */
export const LOCAL_EVENTS: readonly string[] = ['taken-in'];
