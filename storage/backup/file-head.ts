import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { fromBase64, toBase64 } from '../vault/base64.ts';
import { unwrapDataKey, wrapDataKey, newKdf, KDF_COST } from '../vault/key-wrap.ts';
import type { KdfCost } from '../vault/key-wrap.ts';
import { BackupFault } from './backup-fault.ts';

/**
 * The head of a backup file, in clear: what is needed to turn a passphrase into the file's key, and nothing about the
 * practice. Form in README.md. Its hash stands behind it (so that a damaged head is not taken for a wrong passphrase)
 * and is bound into every block (so that no block serves another file).
 */
/** What kind of locked file: the words it begins with, its newest form, and the owner under which its key is wrapped. */
export type LockedFileKind = { words: string; form: number; owner: string };
export const BACKUP_FORM = 1;
/** The owner is bound in, so that a wrap of the vault or of another kind of file cannot stand here, nor this one there. */
export const BACKUP_FILE: LockedFileKind = { words: 'OVERTURN BACKUP\n', form: BACKUP_FORM, owner: 'backup-file' };
const magicOf = ({ words }: LockedFileKind): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);
const HASH_BYTES = 32;
const LENGTH_BYTES = 4;
const MOST_HEAD_BYTES = 4096;

const headSchema = z.object({
  form: z.int().min(1), id: z.string().min(1).max(64),
  kdf: z.object({ name: z.literal('argon2id'), memoryKiB: z.int(), iterations: z.int(), parallelism: z.int(), salt: z.string().max(64) }),
  iv: z.string().max(32), wrapped: z.string().max(128),
});

export type FileHead = { bytes: Uint8Array<ArrayBuffer>; hash: Uint8Array<ArrayBuffer>; unwrap: (passphrase: string) => Promise<Uint8Array<ArrayBuffer>> };

/** A new head for a key, locked with a passphrase. Only tests lower the cost. */
export async function newFileHead(fileKey: Uint8Array<ArrayBuffer>, passphrase: string, cost: KdfCost = KDF_COST, kind: LockedFileKind = BACKUP_FILE): Promise<{ bytes: Uint8Array<ArrayBuffer>; hash: Uint8Array<ArrayBuffer> }> {
  const row = await wrapDataKey(fileKey, passphrase, crypto.randomUUID(), kind.owner, newKdf(cost));
  const magic = magicOf(kind);
  const json = new TextEncoder().encode(JSON.stringify({ form: kind.form, id: row.id, kdf: { ...row.kdf, salt: toBase64(row.kdf.salt) }, iv: toBase64(row.iv), wrapped: toBase64(row.wrapped) }));
  const start = magic.length + LENGTH_BYTES;
  const bytes = new Uint8Array(start + json.length + HASH_BYTES);
  bytes.set(magic);
  new DataView(bytes.buffer).setUint32(magic.length, json.length);
  bytes.set(json, start);
  const hash = new Uint8Array(sha256(bytes.subarray(0, start + json.length)));
  bytes.set(hash, start + json.length);
  return { bytes, hash };
}

/**
 * Reads the head of a file. `unwrap` gives the file's key.
 * @throws BackupFault `not-a-backup`, `cut-off`, `damaged`, `newer-form`; from `unwrap` `wrong-passphrase`
 */
export async function readFileHead(file: Blob, kind: LockedFileKind = BACKUP_FILE): Promise<FileHead> {
  const magic = magicOf(kind);
  const start = magic.length + LENGTH_BYTES;
  const opening = await bytesOf(file, 0, start);
  if (opening.length < magic.length || magic.some((byte, index) => opening[index] !== byte)) throw new BackupFault('not-a-backup');
  if (opening.length < start) throw new BackupFault('cut-off', at(0, file.size));
  const length = new DataView(opening.buffer).getUint32(magic.length);
  if (length > MOST_HEAD_BYTES) throw new BackupFault('damaged', at(magic.length, start));
  const end = start + length + HASH_BYTES;
  if (file.size < end) throw new BackupFault('cut-off', at(0, file.size));
  const bytes = await bytesOf(file, 0, end);
  const hash = bytes.slice(start + length);
  const computed = sha256(bytes.subarray(0, start + length));
  if (computed.some((byte, index) => byte !== hash[index])) throw new BackupFault('damaged', at(0, end));
  const head = parseHead(bytes.subarray(start, start + length), end, kind);
  const row = { id: head.id, kind: 'passphrase' as const, userId: kind.owner, kdf: { ...head.kdf, salt: decoded(head.kdf.salt) }, iv: decoded(head.iv), wrapped: decoded(head.wrapped), failures: 0, blockedUntilMs: 0 };
  return {
    bytes, hash,
    async unwrap(passphrase) {
      const key = await unwrapDataKey(row, passphrase);
      if (key === null) throw new BackupFault('wrong-passphrase');
      return key;
    },
  };
}

function parseHead(json: Uint8Array<ArrayBuffer>, end: number, kind: LockedFileKind): z.infer<typeof headSchema> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    throw new BackupFault('damaged', at(0, end));
  }
  const form = typeof value === 'object' && value !== null ? (value as { form?: unknown }).form : undefined;
  if (typeof form === 'number' && form > kind.form) throw new BackupFault('newer-form');
  const parsed = headSchema.safeParse(value);
  if (!parsed.success) throw new BackupFault('damaged', at(0, end));
  return parsed.data;
}

const at = (from: number, to: number) => ({ from, to, table: null, rows: 0 });

function decoded(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(text);
  if (bytes === null) throw new BackupFault('damaged', at(0, MOST_HEAD_BYTES));
  return bytes;
}

async function bytesOf(file: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}
