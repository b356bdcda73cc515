import { z } from 'zod';
import { opaqueId, shortText } from '../domain/iso-date.ts';
import { isTooDeep } from '../domain/json-depth.ts';
import { canonicalJson, canonicalText } from './canonical-json.ts';
import { evidenceEntry, momentText } from './evidence-entry.ts';
import type { EvidenceEntry } from './evidence-entry.ts';

/**
 * The file in which the evidence of a case leaves the product and comes back: schema `overturn-evidence/1`.
 * rules/evidence/README.md describes it for somebody who wants to check one without Overturn.
 */
export const EVIDENCE_SCHEMA = 'overturn-evidence/1';
/** What stands before the first entry. */
export const NO_ENTRY = '0'.repeat(64);

const hex = z.string().regex(/^[0-9a-f]{64}$/u);

export const evidenceFile = z.strictObject({
  schema: z.literal(EVIDENCE_SCHEMA), caseId: opaqueId, practice: shortText, exportedAt: momentText, exportedBy: z.strictObject({ id: opaqueId, name: shortText }),
  entries: z.array(evidenceEntry).max(20_000), count: z.int().min(0), head: hex,
  /** Made with a key that only the practice's open vault has; `key` names that key and tells nothing of it. */
  seal: z.strictObject({ key: z.string().max(100), value: z.string().max(100) }).nullable(),
  digest: hex,
});
export type EvidenceFile = z.infer<typeof evidenceFile>;

/** SHA-256 of a text's UTF-8 bytes, in hex. Given by the caller: nothing in here computes a hash by itself. */
export type Digest = (text: string) => string;
/** What only the practice's vault can make. */
export type PracticeKey = {
  /** A name for the key itself. */
  name: string;
  seal: (text: string) => string;
  /** The hash of an observation in the practice's own chain. */
  observation: (text: string) => string;
};

export type NewEntry = Omit<EvidenceEntry, 'previous' | 'hash'>;
export type FileHead = Pick<EvidenceFile, 'caseId' | 'practice' | 'exportedAt' | 'exportedBy'>;

/** What the practice's own chain hashes of an observation. */
export function observationText(one: { id: string; caseId: string; n: number; source: string; atMs: number; userId: string; previous: string; content: unknown }): string {
  return canonicalJson([one.id, one.caseId, one.n, one.source, one.atMs, one.userId, one.previous, one.content]);
}

const sealedText = (file: Omit<EvidenceFile, 'entries' | 'seal' | 'digest'>): string => canonicalJson([file.schema, file.caseId, file.practice, file.exportedAt, file.exportedBy, file.count, file.head]);
const entryText = (entry: Omit<EvidenceEntry, 'hash'>): string => canonicalJson(entry);
const wholeText = (file: Omit<EvidenceFile, 'digest'>): string => canonicalJson(file);

/** Chains the entries of a case into a file and seals it where there is a key. The text is the file's only form. */
export function writeEvidenceFile(head: FileHead, entries: readonly NewEntry[], digest: Digest, key: PracticeKey | null): string {
  let previous = NO_ENTRY;
  const chained = entries.map((entry): EvidenceEntry => {
    const linked = { ...entry, previous };
    previous = digest(entryText(linked));
    return { ...linked, hash: previous };
  });
  const whole = { schema: EVIDENCE_SCHEMA, ...head, count: chained.length, head: previous } as const;
  const unsigned = { ...whole, entries: chained, seal: key === null ? null : { key: key.name, value: key.seal(sealedText(whole)) } };
  return canonicalText({ ...unsigned, digest: digest(wholeText(unsigned)) });
}

/**
 * What came of checking a file.
 *
 * Whole: `seal` says how far that goes. `practice`: this practice's key made the seal and every entry of it.
 * `other-key`: the plain chain holds, the seal is of a key that is not here. `none`: the plain chain holds and there is no seal.
 * Broken: `where` is the first place that does not hold; `line` where only the form of the text is wrong.
 */
export type EvidenceVerdict =
  | { whole: true; seal: 'practice' | 'other-key' | 'none'; file: EvidenceFile }
  | { whole: false; where: 'text' | 'form' | 'entry' | 'head' | 'file' | 'seal'; line: number | null; entry: number | null; file: EvidenceFile | null };

const broken = (where: 'text' | 'form' | 'entry' | 'head' | 'file' | 'seal', file: EvidenceFile | null, at: { line?: number; entry?: number } = {}): EvidenceVerdict => ({ whole: false, where, line: at.line ?? null, entry: at.entry ?? null, file });

/** Computes the whole chain of a file again. `bytes` as they are on disk: not one of them may be another. */
export function checkEvidenceFile(bytes: Uint8Array, digest: Digest, key: PracticeKey | null): EvidenceVerdict {
  const text = strictText(bytes);
  if (text === null || isTooDeep(text)) return broken('text', null);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return broken('text', null); // the browser's own words could quote the file
  }
  const parsed = evidenceFile.safeParse(value);
  // Blanks, doubled names and other ways to write the same value would be room for a second meaning.
  const line = firstOtherLine(text, canonicalText(value));
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path;
    return broken('form', null, at?.[0] === 'entries' && typeof at[1] === 'number' ? { entry: at[1] + 1 } : {});
  }
  // Hashes are over what stands in the file, not over what a schema made of it.
  const file = value as EvidenceFile;
  let previous = NO_ENTRY;
  for (const [index, { hash, ...linked }] of file.entries.entries()) {
    const isChained = linked.n === index + 1 && linked.previous === previous && digest(entryText(linked)) === hash;
    if (!isChained || (key !== null && file.seal?.key === key.name && !isOurs(file.caseId, linked, file.entries[index - 1], key))) return broken('entry', file, { entry: index + 1 });
    previous = hash;
  }
  if (file.count !== file.entries.length || file.head !== previous) return broken('head', file);
  const { digest: said, ...unsigned } = file;
  if (digest(wholeText(unsigned)) !== said) return broken('file', file);
  if (line !== null) return broken('form', file, { line });
  if (file.seal === null) return { whole: true, seal: 'none', file };
  if (key === null || file.seal.key !== key.name) return { whole: true, seal: 'other-key', file };
  return file.seal.value === key.seal(sealedText(file)) ? { whole: true, seal: 'practice', file } : broken('seal', file);
}

function isOurs(caseId: string, entry: Omit<EvidenceEntry, 'hash'>, before: EvidenceEntry | undefined, key: PracticeKey): boolean {
  const { n, id, source, user, content, practice } = entry;
  const atMs = Temporal.Instant.from(entry.at).epochMilliseconds;
  if (before !== undefined && practice.previous !== before.practice.hash) return false;
  return key.observation(observationText({ id, caseId, n, source, atMs, userId: user.id, previous: practice.previous, content })) === practice.hash;
}

/** The text of UTF-8 bytes; null where they are not exactly that, a mark at the beginning included. */
function strictText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null; // not UTF-8
  }
}

function firstOtherLine(text: string, wanted: string): number | null {
  if (text === wanted) return null;
  const [is, should] = [text.split('\n'), wanted.split('\n')];
  const at = should.findIndex((line, index) => line !== is[index]);
  return (at === -1 ? should.length : at) + 1;
}
