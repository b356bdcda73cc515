import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** Texts up to this many code units are written into one buffer again and again: UTF-8 takes at most three bytes for each. */
const SHORT = 256;
const encoder = new TextEncoder();

/** What is used of the library's hash: its own types do not take back what they gave. */
type Hmac = { update: (bytes: Uint8Array) => Hmac; digest: () => Uint8Array; clone: () => Hmac; _cloneInto: (to: Hmac) => Hmac };

/**
 * HMAC-SHA-256 (RFC 2104) under one key, whose two key blocks are hashed once and not for every text: a token is one
 * block of text, so this halves its work. One copy of that state is used again for every text, which halves it once more:
 * an import makes some twenty tokens for each case.
 */
export class KeyedHash {
  readonly #ready: Hmac;
  readonly #working: Hmac;
  readonly #bytes = new Uint8Array(SHORT * 3);

  constructor(key: Uint8Array) {
    this.#ready = hmac.create(sha256, key) as unknown as Hmac;
    this.#working = this.#ready.clone();
  }

  /** The 32 bytes of a text's keyed hash. */
  of(text: string): Uint8Array {
    const working = this.#ready._cloneInto(this.#working);
    if (text.length > SHORT) return working.update(encoder.encode(text)).digest();
    const { written } = encoder.encodeInto(text, this.#bytes);
    return working.update(this.#bytes.subarray(0, written)).digest();
  }
}
