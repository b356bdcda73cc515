import { argon2id } from 'hash-wasm';
import type { WrapRow } from '../schema/v1.ts';
import { StorageFault } from '../storage-fault.ts';
import { DATA_KEY_BYTES } from './vault.ts';

export type Kdf = WrapRow['kdf'];
export type KdfCost = Pick<Kdf, 'memoryKiB' | 'iterations' | 'parallelism'>;

/**
 * Cost of turning a passphrase into a key: Argon2id with 64 MiB, 3 passes, 4 lanes, 128-bit salt, 256-bit result, the
 * "second recommended option" of RFC 9106 section 4 (for places where 2 GiB are too much). It lies well above the
 * minimum of OWASP's password storage advice (19 MiB, 2 passes). Measured here: about a quarter of a second.
 * Kept in each wrap row, so that it can be raised for new wraps without touching old ones.
 */
export const KDF_COST: KdfCost = { memoryKiB: 65_536, iterations: 3, parallelism: 4 };

const SALT_BYTES = 16;
const IV_BYTES = 12;
/** A row that asks for more than this was tampered with; deriving would take the browser down. */
const MOST_MEMORY_KIB = 1_048_576;

export function newKdf(cost: KdfCost = KDF_COST): Kdf {
  return { name: 'argon2id', ...cost, salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)) };
}

/** A fresh random data key; what everything is sealed with, and what each wrap holds. */
export function newDataKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(DATA_KEY_BYTES));
}

async function wrappingKey(passphrase: string, kdf: Kdf): Promise<CryptoKey> {
  if (kdf.memoryKiB > MOST_MEMORY_KIB || kdf.iterations > 100 || kdf.parallelism > 64) throw new StorageFault('damaged-record');
  const bytes = new Uint8Array(await argon2id({
    // RFC 8265 4.2.2: compare passphrases in NFC, so that the same letters from another keyboard count as the same.
    password: passphrase.normalize('NFC'),
    salt: kdf.salt, memorySize: kdf.memoryKiB, iterations: kdf.iterations, parallelism: kdf.parallelism, hashLength: DATA_KEY_BYTES, outputType: 'binary',
  }));
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  bytes.fill(0);
  return key;
}

function binding(id: string, userId: string | null, kdf: Kdf): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(['overturn-wrap/1', id, userId, kdf.name, kdf.memoryKiB, kdf.iterations, kdf.parallelism]));
}

/** Wraps the data key for one user's passphrase, or (user null) for the recovery key; the box is bound to the wrap, the user and the cost. */
export async function wrapDataKey(dataKey: Uint8Array<ArrayBuffer>, passphrase: string, id: string, userId: string | null, kdf: Kdf = newKdf(), kind: WrapRow['kind'] = 'passphrase'): Promise<WrapRow> {
  const key = await wrappingKey(passphrase, kdf);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: binding(id, userId, kdf) }, key, dataKey);
  return { id, kind, userId, kdf, iv, wrapped: new Uint8Array(box), failures: 0, blockedUntilMs: 0 };
}

/** The data key, or null where the passphrase (or the row) is not right; which of the two cannot be told. */
export async function unwrapDataKey(row: WrapRow, passphrase: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await wrappingKey(passphrase, row.kdf);
  try {
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv, additionalData: binding(row.id, row.userId, row.kdf) }, key, row.wrapped);
    return new Uint8Array(bytes);
  } catch {
    return null; // the one thing AES-GCM says is "no"
  }
}
