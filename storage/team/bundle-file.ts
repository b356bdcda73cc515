import { isTooDeep } from '../../rules/domain/json-depth.ts';
import { bundleHead, BUNDLE_FORM, LONGEST_CASE, signedHead, signedPart } from '../../rules/team/bundle.ts';
import type { BundleHead } from '../../rules/team/bundle.ts';
import { documentOf, writtenDocument } from '../../rules/team/case-document.ts';
import type { CaseDocument } from '../../rules/team/case-document.ts';
import { practicePart } from '../../rules/team/practice-part.ts';
import type { PracticePart } from '../../rules/team/practice-part.ts';
import type { SealedBytes } from '../../rules/team/transport.ts';
import { linesOf } from '../backup/block-lines.ts';
import { readFileHead } from '../backup/file-head.ts';
import type { LockedFileKind } from '../backup/file-head.ts';
import { openBlocks } from '../backup/sealed-blocks.ts';
import { isTextSigned } from '../library/pack-key.ts';
import { asBundleFault, BundleFault } from './bundle-fault.ts';

/** How the file is locked and cut into blocks; what stands in it has forms of its own, said in the signed head. */
const FORM_OF_FILE = 1;

/**
 * The file of a hand-over: a clear head with the wrapped key (as a backup's), then sealed lines: `["head", text, signature]`,
 * `["case", text, signature]` for each case, `["part", documentId, n, base64]` for its documents, `["practice", text, signature]` for what
 * is true of the whole practice (holds before the cases, purges after them), and `["end", lines]`.
 */
export const HANDOVER_FILE: LockedFileKind = { words: 'OVERTURN HANDOVER\n', form: FORM_OF_FILE, owner: 'handover-file' };
const BACKUP_WORDS = 'OVERTURN BACKUP\n';

export type SignedText = { text: string; signature: string };
export type BundlePart =
  | { kind: 'head'; head: BundleHead; signed: SignedText }
  | { kind: 'case'; document: CaseDocument; signed: SignedText }
  | { kind: 'practice'; part: PracticePart; signed: SignedText }
  | { kind: 'part'; documentId: string; n: number; data: string };

/**
 * Whether a file begins as a hand-over file does, before any passphrase.
 * @throws BundleFault
 */
export async function lookAtHead(file: Blob): Promise<void> {
  if (new TextDecoder('latin1').decode(await file.slice(0, BACKUP_WORDS.length).arrayBuffer()) === BACKUP_WORDS) throw new BundleFault('a-backup');
  await readFileHead(file, HANDOVER_FILE).catch((error: unknown) => { throw asBundleFault(error); });
}

/** The head of a bundle, where it is one and signed by the key it names; null otherwise. */
export async function checkedHead({ text, signature }: SignedText): Promise<BundleHead | 'newer-form' | null> {
  const raw = jsonOf(text);
  const form = typeof raw === 'object' && raw !== null ? (raw as { form?: unknown }).form : undefined;
  if (typeof form === 'number' && form > BUNDLE_FORM) return 'newer-form';
  const parsed = bundleHead.safeParse(raw);
  return parsed.success && (await isTextSigned(signedHead(text), { key: parsed.data.key, value: signature })) ? parsed.data : null;
}

/** A case of a bundle, where it is one and signed with it; null otherwise. */
export async function checkedCase(head: BundleHead, { text, signature }: SignedText): Promise<CaseDocument | null> {
  if (text.length > LONGEST_CASE || !(await isTextSigned(signedPart(head.id, 'case', text), { key: head.key, value: signature }))) return null;
  const parsed = writtenDocument.safeParse(jsonOf(text));
  return parsed.success ? documentOf(parsed.data) : null;
}

/** What a bundle says of the practice, where it is signed with it; null otherwise. */
export async function checkedPractice(head: BundleHead, { text, signature }: SignedText): Promise<PracticePart | null> {
  if (!(await isTextSigned(signedPart(head.id, 'practice', text), { key: head.key, value: signature }))) return null;
  const parsed = practicePart.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : null;
}

function jsonOf(text: string): unknown {
  if (isTooDeep(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // not JSON: refused by whoever asked
  }
}

/**
 * Opens a bundle and gives its parts, each checked for what it is and who signed it. That the file is whole is known only once this
 * ends without a fault, so nothing of it is to be taken in before it was read through once.
 *
 * @throws BundleFault
 */
export async function* readBundle(file: SealedBytes & Blob, passphrase: string): AsyncGenerator<BundlePart> {
  if (new TextDecoder('latin1').decode(await file.slice(0, BACKUP_WORDS.length).arrayBuffer()) === BACKUP_WORDS) throw new BundleFault('a-backup');
  let lines = 0;
  let cases = 0;
  let isEnded = false;
  let head: BundleHead | null = null;
  const documents = new Set<string>();
  try {
    const locked = await readFileHead(file, HANDOVER_FILE);
    const key = await locked.unwrap(passphrase);
    const place = { from: 0, to: 0 };
    for await (const line of linesOf(openBlocks(file, locked.bytes.length, key, locked.hash), place)) {
      if (isEnded) throw new BundleFault('incomplete');
      const parts = jsonOf(line);
      if (!Array.isArray(parts)) throw new BundleFault('incomplete');
      const [word, one, other, data] = parts as unknown[];
      if (word === 'end') {
        isEnded = one === lines;
        if (!isEnded) throw new BundleFault('incomplete');
        continue;
      }
      lines += 1;
      if (head === null) {
        if (word !== 'head' || typeof one !== 'string' || typeof other !== 'string') throw new BundleFault('incomplete');
        const checked = await checkedHead({ text: one, signature: other });
        if (checked === 'newer-form') throw new BundleFault('newer-form');
        if (checked === null) throw new BundleFault('not-signed');
        head = checked;
        yield { kind: 'head', head, signed: { text: one, signature: other } };
      } else if (word === 'case' && typeof one === 'string' && typeof other === 'string') {
        const document = await checkedCase(head, { text: one, signature: other });
        if (document === null) throw new BundleFault('not-signed');
        cases += 1;
        for (const { kind, id } of document.additions.values()) if (kind === 'document') documents.add(id);
        yield { kind: 'case', document, signed: { text: one, signature: other } };
      } else if (word === 'practice' && typeof one === 'string' && typeof other === 'string') {
        const part = await checkedPractice(head, { text: one, signature: other });
        if (part === null) throw new BundleFault('not-signed');
        yield { kind: 'practice', part, signed: { text: one, signature: other } };
      } else if (word === 'part' && typeof one === 'string' && typeof other === 'number' && typeof data === 'string' && documents.has(one)) yield { kind: 'part', documentId: one, n: other, data };
      else throw new BundleFault('incomplete');
    }
  } catch (error) {
    throw asBundleFault(error);
  }
  if (!isEnded || head === null || cases !== head.cases) throw new BundleFault('incomplete');
}
