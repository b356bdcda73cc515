import type { EdiFaultCode } from './faults.ts';
import { Segment } from './segment.ts';
import { findHead } from './separators.ts';
import type { Separators } from './separators.ts';

/** No segment of the transactions read here comes near this; without a bound a file without terminators would fill memory. */
const LONGEST_SEGMENT = 200_000;

/** No header is shorter, not even one without padding. */
const SHORTEST_HEADER = 50;

/** Segments that may be recognised behind a line break where the terminator was forgotten. */
const SEGMENT_IDS = 'ISA|GS|GE|IEA|SE|ST(?=.\\d{3})|BPR|BHT|TRN|CUR|REF|DTM|DTP|N1|N2|N3|N4|PER|RDM|LX|TS2|TS3|CLP|CAS|NM1|MIA|MOA|SVC|SVD|AMT|QTY|LQ|PLB|HL|STC|CLM|SBR|PAT|DMG|PRV|HI|SV1|SV2|SV3|AK1|AK2|AK9|IK3|IK5|TA1';

export type SegmentSink = {
  /** Valid only during the call: the next segment uses the same object. */
  segment(segment: Segment, separators: Separators): void;
  /** A segment without its end, behind which another file was glued on: it and what it belongs to are incomplete. */
  cut(segment: Segment): void;
  fault(code: EdiFaultCode, segment: number | null, detail?: string): void;
};

/**
 * Cuts text into X12 segments as it arrives, in chunks of any size, in one pass and bounded memory.
 *
 * Separators come from the 16 elements of each ISA, never from an offset, so several interchanges may use
 * different ones. Blank lines, indentation, wrapped lines, a byte order mark, Ctrl-Z and text before or
 * after an interchange do no harm.
 */
export class SegmentReader {
  readonly #sink: SegmentSink;
  readonly #segment = new Segment();
  #buffer = '';
  /** The sign before the buffer. */
  #before = '';
  #scanned = 0;
  #searching = true;
  #separators: Separators | null = null;
  #lineBreak: RegExp | null = null;
  #number = 0;
  #outside = 0;
  #skippingLong = false;

  constructor(sink: SegmentSink) {
    this.#sink = sink;
  }

  /** Segments seen so far. */
  get count(): number {
    return this.#number;
  }

  feed(text: string): void {
    if (text === '') return;
    this.#buffer = this.#buffer === '' ? text : this.#buffer + text;
    this.#run(false);
  }

  /** Reads what is left. Returns the unfinished last segment, null when the file ends as it should. */
  end(): { segment: Segment; separators: Separators } | null {
    this.#run(true);
    const left = this.#searching ? '' : trimmed(this.#buffer);
    const rest = /^[">]/.test(left) ? left.replace(/^[">\s]+|"$/g, '') : left;
    this.#buffer = '';
    this.#reportOutside();
    if (rest === '' || this.#separators === null || this.#skippingLong) return null;
    const pieces = this.#pieces(rest, this.#separators);
    for (const piece of pieces.slice(0, -1)) this.#emit(piece, this.#separators);
    this.#take(pieces.at(-1) ?? rest, this.#separators);
    return { segment: this.#segment, separators: this.#separators };
  }

  #run(final: boolean): void {
    let at = 0;
    for (;;) {
      const next = this.#searching ? this.#search(at, final) : this.#cut(at, final);
      if (next === null) break;
      at = next;
    }
    // #search and #cut leave in #scanned how far the rest needs no second look.
    if (at > 0) {
      this.#before = this.#buffer.charAt(at - 1);
      this.#buffer = this.#buffer.slice(at);
      this.#scanned = Math.max(0, this.#scanned - at);
    }
  }

  /** Looks for the next header from `at`; returns where to go on, null when more text is needed. */
  #search(at: number, final: boolean): number | null {
    const found = findHead(this.#buffer, at, final, this.#before);
    if (found.kind === 'none' || found.kind === 'more') {
      if (found.from <= at) return null;
      this.#countOutside(at, found.from);
      if (final && found.kind === 'none' && /(?<![A-Za-z0-9])ISA[^A-Za-z0-9\s]/i.test(this.#buffer.slice(at))) this.#sink.fault('bad-ISA', this.#number + 1);
      return found.from;
    }
    this.#countOutside(at, found.at);
    this.#reportOutside();
    this.#use(found.separators);
    this.#searching = false;
    this.#scanned = 0;
    if (!found.separators.declared) this.#sink.fault('no-ISA', this.#number + 1);
    if (found.separators.odd === true) this.#sink.fault('odd-ISA', this.#number + 1);
    if (found.kind === 'ISA') {
      this.#take(this.#buffer.slice(found.at, found.end).replace(/[\r\n]+/g, ''), found.separators);
      this.#sink.segment(this.#segment, found.separators);
      return found.end + (found.terminated ? 1 : 0);
    }
    return found.at;
  }

  /** Emits one segment from `at`; returns where the next begins, null when more text is needed. */
  #cut(at: number, final: boolean): number | null {
    const separators = this.#separators;
    if (separators === null) return null;
    const buffer = this.#buffer;
    const start = skipBlank(buffer, at, separators.terminator);
    if (start >= buffer.length) {
      this.#buffer = '';
      this.#scanned = 0;
      return null;
    }
    if ((buffer.charCodeAt(start) | 32) === 105 && !this.#skippingLong) { // I: perhaps another interchange with other separators
      if (!final && buffer.length - start < 4) return null;
      if (isHeadOfInterchange(buffer, start)) {
        this.#searching = true;
        return start;
      }
    }
    const end = buffer.indexOf(separators.terminator, Math.max(start, this.#scanned));
    // Few segments are as long as a header: another file may have been glued behind one that was cut.
    const stop = end < 0 ? buffer.length : end;
    const glued = stop - start > SHORTEST_HEADER && !this.#skippingLong ? gluedHead(buffer, start, stop) : -1;
    if (glued > start) {
      this.#takeCut(buffer.slice(start, glued), separators);
      this.#buffer = buffer.slice(glued);
      this.#before = '';
      this.#scanned = 0;
      this.#searching = true;
      return 0;
    }
    if (end < 0) {
      this.#scanned = buffer.length;
      if (buffer.length - start > LONGEST_SEGMENT) {
        if (!this.#skippingLong) this.#sink.fault('segment-too-long', this.#number + 1);
        this.#skippingLong = true;
        this.#buffer = '';
        this.#scanned = 0;
      }
      return null;
    }
    this.#scanned = 0;
    if (this.#skippingLong) {
      this.#skippingLong = false;
      this.#number += 1;
      return end + 1;
    }
    if (end === start) return end + 1;
    const isQuoted = start > 0 && buffer.charCodeAt(start - 1) === 34 && separators.terminator !== '"';
    if (this.#segment.take(buffer, start, isQuoted ? withoutQuote(buffer, start, end) : end, separators.element.charCodeAt(0))) {
      this.#number += 1;
      this.#segment.number = this.#number;
      this.#sink.segment(this.#segment, separators);
      if (this.#segment.id === 'IEA') this.#searching = true;
      return end + 1;
    }
    const text = buffer.slice(start, end);
    if (separators.terminator === '\n' || separators.terminator === '\r') this.#emit(trimmed(text).replace(/[\r\n]+/g, ''), separators);
    else for (const piece of this.#pieces(text, separators)) {
      if (isHeadOfInterchange(piece, 0)) {
        // The interchange before it lost its last terminator: start over at the header.
        this.#searching = true;
        return start + text.toUpperCase().lastIndexOf('ISA');
      }
      this.#emit(piece, separators);
    }
    return end + 1;
  }

  /** What stands before a header without a terminator between them: a trailer is whole without it, anything else was cut. */
  #takeCut(text: string, separators: Separators): void {
    const pieces = this.#pieces(text, separators);
    for (const piece of pieces.slice(0, -1)) this.#emit(piece, separators);
    const last = pieces.at(-1);
    if (last === undefined) return;
    this.#take(last, separators);
    if (['SE', 'GE', 'IEA'].includes(this.#segment.id)) this.#sink.segment(this.#segment, separators);
    else this.#sink.cut(this.#segment);
  }

  #take(text: string, separators: Separators): void {
    this.#segment.take(text, 0, text.length, separators.element.charCodeAt(0));
    this.#number += 1;
    this.#segment.number = this.#number;
  }

  #emit(text: string, separators: Separators): void {
    if (text === '') return;
    this.#take(text, separators);
    this.#sink.segment(this.#segment, separators);
    if (this.#segment.id === 'IEA') this.#searching = true;
  }

  /** A wrapped segment is joined; one whose terminator was forgotten is cut at the line break. */
  #pieces(text: string, separators: Separators): string[] {
    this.#lineBreak ??= new RegExp(`[\\r\\n]+[ \\t]*(?=(?:${SEGMENT_IDS})${escaped(separators.element)})`, 'i');
    const pieces = text.split(this.#lineBreak).map((piece) => trimmed(piece.replace(/[\r\n]+/g, ''))).filter((piece) => piece !== '');
    if (pieces.length > 1 && separators.terminator !== '\n' && separators.terminator !== '\r') {
      this.#sink.fault('missing-terminator', this.#number + 1);
    }
    return pieces;
  }

  #use(separators: Separators): void {
    if (this.#separators?.element !== separators.element) this.#lineBreak = null;
    this.#separators = separators;
  }

  #countOutside(from: number, to: number): void {
    const stop = this.#separators?.terminator.charCodeAt(0);
    for (let at = from; at < to; at += 1) if (!isPassedOver(this.#buffer.charCodeAt(at), stop)) this.#outside += 1;
  }

  #reportOutside(): void {
    if (this.#outside > 0) this.#sink.fault('text-outside', this.#number + 1, `${this.#outside} characters`);
    this.#outside = 0;
  }
}

/** Blanks, line ends, NUL, Ctrl-Z and byte order marks carry nothing. Separators among them are the caller's to know. */
function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 26 || code === 0 || code === 0xfeff || code === 0xa0;
}

function skipBlank(text: string, from: number, terminator: string): number {
  const stop = terminator.charCodeAt(0);
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code > 32 && code !== 0xfeff && code !== 0xa0 && !isQuoting(code)) break;
    if (code <= 32 && !isBlank(code) && code !== stop) break;
    at += 1;
  }
  return at;
}

/** Where a segment written between quotation marks ends; the closing one may also stand behind the terminator. */
function withoutQuote(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at > start && text.charCodeAt(at - 1) === 34 ? at - 1 : end;
}

/** Outside of interchanges also a doubled terminator says nothing. */
function isPassedOver(code: number, stop: number | undefined): boolean {
  return isBlank(code) || isQuoting(code) || code === stop;
}

/** A quotation mark or `>` in front of a segment: the file went through a table or a mail. No segment begins with either. */
function isQuoting(code: number): boolean {
  return code === 34 || code === 62;
}

function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}

function isHeadOfInterchange(text: string, at: number): boolean {
  return text.slice(at, at + 3).toUpperCase() === 'ISA' && /[^A-Za-z0-9 \r\n]/.test(text.charAt(at + 3));
}

/** A header's first four elements: name, two digits, ten signs, two digits. */
const HEADER_WITHIN = /ISA([^A-Za-z0-9\s])\d\d\1[^\r\n]{0,12}?\1\d\d\1/i;

/** Where in this segment the header of another interchange begins, after the segment's own text; -1 where none does. */
function gluedHead(text: string, start: number, end: number): number {
  const at = text.slice(start + 1, end).search(HEADER_WITHIN);
  return at < 0 ? -1 : start + 1 + at;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
