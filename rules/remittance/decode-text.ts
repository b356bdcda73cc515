/** Bytes 0x80 to 0x9f of windows-1252; the five unassigned ones stay control characters, as browsers do it. */
const WINDOWS_1252 = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * Decodes a file in chunks of any size; the result never depends on where the chunks were cut.
 *
 * UTF-8 where the bytes are valid UTF-8; every byte that is not is read as windows-1252. A stream
 * cannot be decoded twice, so the choice is made per byte sequence and not per file: that is also right
 * for interchanges of different payers glued together. A UTF-8 or UTF-16 byte order mark is honoured and dropped;
 * UTF-16 without one is known by its empty bytes.
 */
export class EdiTextDecoder {
  #held: Uint8Array = new Uint8Array(0);
  #utf16: TextDecoder | null = null;
  #started = false;
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  decode(bytes: Uint8Array): string {
    if (this.#utf16 !== null) return this.#utf16.decode(bytes, { stream: true });
    let all = joined(this.#held, bytes);
    if (!this.#started) {
      if (all.length < 4) {
        this.#held = all.slice();
        return '';
      }
      this.#started = true;
      const mark = utf16Mark(all);
      if (mark !== null) {
        this.#utf16 = new TextDecoder(mark);
        return this.#utf16.decode(all, { stream: true });
      }
      if (all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf) all = all.subarray(3);
    }
    const cut = all.length - unfinishedTail(all);
    this.#held = all.slice(cut);
    return this.#text(all.subarray(0, cut));
  }

  /** What was held back at the end of the file. */
  end(): string {
    if (this.#utf16 !== null) return this.#utf16.decode();
    const rest = this.#held;
    this.#held = new Uint8Array(0);
    return this.#text(rest);
  }

  #text(bytes: Uint8Array): string {
    if (bytes.length === 0) return '';
    try {
      return this.#utf8.decode(bytes);
    } catch {
      // Not UTF-8 throughout: the slow way, run by run.
      return this.#mixed(bytes);
    }
  }

  #mixed(bytes: Uint8Array): string {
    let text = '';
    let run = 0;
    let at = 0;
    while (at < bytes.length) {
      const length = sequenceLength(bytes, at);
      if (length > 0) {
        at += length;
        continue;
      }
      text += this.#utf8.decode(bytes.subarray(run, at));
      const byte = bytes[at] ?? 0;
      text += byte < 0xa0 ? WINDOWS_1252.charAt(byte - 0x80) : String.fromCharCode(byte);
      at += 1;
      run = at;
    }
    return text + this.#utf8.decode(bytes.subarray(run, at));
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

function utf16Mark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return utf16Unmarked(bytes);
}

/** Length of the valid UTF-8 sequence at `at`, 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (at + length > bytes.length) return 0;
  const second = bytes[at + 1] ?? 0;
  // Overlong forms, surrogates and beyond U+10FFFF are excluded by the range of the second byte.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let index = at + 2; index < at + length; index += 1) {
    const next = bytes[index] ?? 0;
    if (next < 0x80 || next > 0xbf) return 0;
  }
  return length;
}

/** UTF-16 of a program that left the mark out: X12 begins with plain letters, so every other byte is nothing. */
function utf16Unmarked(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first > 0 && third > 0 && second === 0 && fourth === 0) return 'utf-16le';
  if (second > 0 && fourth > 0 && first === 0 && third === 0) return 'utf-16be';
  return null;
}

/** How many bytes at the end could be the beginning of a sequence that goes on in the next chunk. */
function unfinishedTail(bytes: Uint8Array): number {
  const end = bytes.length;
  for (let back = 1; back <= 3 && back <= end; back += 1) {
    const byte = bytes[end - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc2 && byte <= 0xf4) {
      const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      return length > back ? back : 0;
    }
  }
  return 0;
}
