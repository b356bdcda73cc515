import { BackupFault } from './backup-fault.ts';

/**
 * A long text sealed in blocks, so that it can be written and read piece by piece and is still authenticated as a whole:
 * the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015; as in the age file format). The nonce of a
 * block is its number and whether it is the last one, so that a block that was changed, moved, repeated, left out or
 * put after the end does not open. The key serves one file only, therefore no nonce comes twice.
 */
export const BLOCK_BYTES = 256 * 1024;
const TAG_BYTES = 16;

async function importKey(key: Uint8Array<ArrayBuffer>, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, [usage]);
}

function nonceOf(number: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  nonce[0] = isLast ? 1 : 0;
  new DataView(nonce.buffer).setBigUint64(4, BigInt(number));
  return nonce;
}

/** Takes text and gives sealed blocks to `sink`, in order. Call `end` once, last. */
export class BlockSealer {
  readonly #key: Promise<CryptoKey>;
  readonly #binding: Uint8Array<ArrayBuffer>;
  readonly #sink: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  #held = new Uint8Array(BLOCK_BYTES);
  #length = 0;
  #number = 0;

  constructor(key: Uint8Array<ArrayBuffer>, binding: Uint8Array<ArrayBuffer>, sink: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) {
    this.#key = importKey(key, 'encrypt');
    this.#binding = binding;
    this.#sink = sink;
  }

  async write(text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    for (let from = 0; from < bytes.length;) {
      // A full block is held back until more comes, because the last one is sealed otherwise.
      if (this.#length === BLOCK_BYTES) await this.#seal(false);
      const taken = Math.min(BLOCK_BYTES - this.#length, bytes.length - from);
      this.#held.set(bytes.subarray(from, from + taken), this.#length);
      this.#length += taken;
      from += taken;
    }
  }

  async end(): Promise<void> {
    await this.#seal(true);
  }

  async #seal(isLast: boolean): Promise<void> {
    const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonceOf(this.#number, isLast), additionalData: this.#binding }, await this.#key, this.#held.subarray(0, this.#length));
    this.#number += 1;
    this.#length = 0;
    await this.#sink(new Uint8Array(box));
  }
}

/**
 * The text of the blocks of a file from `start` on, block by block.
 * @throws BackupFault `cut-off`, `appended` or `damaged`, with the bytes of the block that does not open
 */
export async function* openBlocks(file: Blob, start: number, keyBytes: Uint8Array<ArrayBuffer>, binding: Uint8Array<ArrayBuffer>): AsyncGenerator<{ bytes: Uint8Array<ArrayBuffer>; from: number; to: number }> {
  const key = await importKey(keyBytes, 'decrypt');
  const open = async (number: number, isLast: boolean, box: ArrayBuffer): Promise<Uint8Array<ArrayBuffer> | null> => {
    try {
      return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonceOf(number, isLast), additionalData: binding }, key, box));
    } catch {
      return null; // AES-GCM says only that it is not so
    }
  };
  if (file.size <= start) throw new BackupFault('cut-off', { from: start, to: start, table: null, rows: 0 });
  for (let from = start, number = 0; from < file.size; number += 1) {
    const to = Math.min(file.size, from + BLOCK_BYTES + TAG_BYTES);
    const isLast = to === file.size;
    const box = await file.slice(from, to).arrayBuffer();
    const bytes = await open(number, isLast, box);
    if (bytes === null) {
      const place = { from, to, table: null, rows: 0 };
      // Sealed as another kind of block than its place says: the file ends too early, or goes on after its end.
      if ((await open(number, !isLast, box)) !== null) throw new BackupFault(isLast ? 'cut-off' : 'appended', place);
      throw new BackupFault('damaged', place);
    }
    yield { bytes, from, to };
    from = to;
  }
}
