import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Sealed } from '../schema/v1.ts';
import { StorageFault } from '../storage-fault.ts';
import { toBase64Url } from './base64.ts';
import { exactToken, queryTokens, valueTokens } from './blind-index.ts';
import type { BlindKind } from './blind-index.ts';
import { KeyedHash } from './keyed-hash.ts';

/** Whole contents that are told apart by a keyed hash: a payer's decision on a claim, an observation in its chain, an evidence file that left. */
export const CONTENT_KINDS = ['decision', 'observation', 'evidence-file'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

export const DATA_KEY_BYTES = 32;
const IV_BYTES = 12;
/** Sealed texts are filled up to a multiple of this, so that the length of a box does not tell the length of a name. */
const PADDING = 128;

/**
 * The open vault: seals and opens single records, and makes the keyed hashes that let sealed values be found.
 *
 * AES-256-GCM with a random 96-bit IV per sealing (NIST SP 800-38D 8.2.2: fewer than 2^32 sealings under one key, far
 * above what a practice writes). Separate keys for sealing, each kind of look-up and of content and the audit seal come from the one
 * data key by HKDF (RFC 5869), so that none can stand in for another.
 */
export class Vault {
  readonly #sealKey: CryptoKey;
  readonly #root: Uint8Array;
  readonly #auditKey: KeyedHash;
  readonly #keys = new Map<string, KeyedHash>();

  private constructor(sealKey: CryptoKey, root: Uint8Array) {
    this.#sealKey = sealKey;
    this.#root = root;
    this.#auditKey = new KeyedHash(expand(sha256, root, utf8ToBytes('overturn/1/audit'), DATA_KEY_BYTES));
  }

  /** The vault of a raw data key (32 bytes). The bytes may be wiped by the caller afterwards. */
  static async fromKey(dataKey: Uint8Array): Promise<Vault> {
    if (dataKey.length !== DATA_KEY_BYTES) throw new StorageFault('vault-locked');
    const root = extract(sha256, dataKey, utf8ToBytes('overturn/1'));
    const sealing = new Uint8Array(expand(sha256, root, utf8ToBytes('overturn/1/seal'), DATA_KEY_BYTES));
    const sealKey = await crypto.subtle.importKey('raw', sealing, 'AES-GCM', false, ['encrypt', 'decrypt']);
    sealing.fill(0);
    return new Vault(sealKey, root);
  }

  /** Seals a JSON value to its place: a box moved to another table or row does not open. */
  async seal(table: string, id: string, value: unknown): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const text = utf8ToBytes(JSON.stringify(value));
    const padded = new Uint8Array(Math.ceil((text.length + 1) / PADDING) * PADDING).fill(0x20); // JSON ignores trailing spaces
    padded.set(text);
    const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place(table, id) }, this.#sealKey, padded);
    return { v: 1, iv, box: new Uint8Array(box) };
  }

  /**
   * The value of a box. Check it with the schema of its kind where it goes on to be trusted.
   * @throws StorageFault `damaged-record` when the box was changed, moved, or sealed under another key.
   */
  async open(table: string, id: string, sealed: Sealed): Promise<unknown> {
    try {
      if (sealed.v !== 1) throw new StorageFault('damaged-record');
      const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv, additionalData: place(table, id) }, this.#sealKey, sealed.box);
      return JSON.parse(new TextDecoder().decode(text)) as unknown;
    } catch {
      throw new StorageFault('damaged-record'); // the browser's reason says nothing more and could quote bytes
    }
  }

  /** The key of a label, derived when first needed. */
  #keyOf(label: `blind/${BlindKind}` | `content/${ContentKind}`): KeyedHash {
    const kept = this.#keys.get(label);
    if (kept !== undefined) return kept;
    const key = new KeyedHash(expand(sha256, this.#root, utf8ToBytes(`overturn/1/${label}`), DATA_KEY_BYTES));
    this.#keys.set(label, key);
    return key;
  }

  /** Keyed hash of a whole value, for ids and exact look-up; null when nothing but separators is in it. */
  blindExact(kind: BlindKind, value: string): string | null {
    return exactToken(this.#keyOf(`blind/${kind}`), kind, value);
  }

  /** Keyed hashes to store beside a sealed value: its words and their beginnings. */
  blindTokens(kind: BlindKind, value: string): string[] {
    return valueTokens(this.#keyOf(`blind/${kind}`), kind, value);
  }

  /** What to look up for a typed text: a row must have all of them. Empty: too short. Compare again after opening. */
  blindQuery(kind: BlindKind, text: string): string[] {
    return queryTokens(this.#keyOf(`blind/${kind}`), kind, text);
  }

  /** Keyed hash of a whole content, character by character. */
  contentHash(kind: ContentKind, text: string): string {
    return toBase64Url(this.#keyOf(`content/${kind}`).of(text));
  }

  /** Seal of the audit trail's head; synchronous, because it is made inside a transaction. */
  auditMac(text: string): string {
    return toBase64Url(this.#auditKey.of(text));
  }
}

function place(table: string, id: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`overturn\u00001\u0000${table}\u0000${id}`);
}
