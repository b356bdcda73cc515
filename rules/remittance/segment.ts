/** The ids known here, so that a segment's id is always the same string and need not be cut out of the text. */
const KNOWN_IDS = [
  'ISA', 'GS', 'GE', 'IEA', 'ST', 'SE', 'TA1', 'BPR', 'BHT', 'TRN', 'CUR', 'REF', 'DTM', 'DTP', 'N1', 'N2', 'N3', 'N4', 'PER', 'RDM', 'LX', 'TS2', 'TS3', 'CLP', 'CAS',
  'NM1', 'MIA', 'MOA', 'SVC', 'SVD', 'AMT', 'QTY', 'LQ', 'PLB', 'HL', 'STC', 'CLM', 'SBR', 'PAT', 'DMG', 'PRV', 'HI', 'SV1', 'SV2', 'SV3', 'OI', 'AK1', 'AK2', 'AK3',
  'AK4', 'AK5', 'AK9', 'IK3', 'IK4', 'IK5', 'CTX', 'PWK', 'NTE', 'K3', 'CR1', 'CRC', 'HCP', 'MEA',
] as const;

const codeOf = (first: number, second: number, third: number): number => (first << 16) | (second << 8) | third;
const ID_BY_CODE: ReadonlyMap<number, string> = new Map(KNOWN_IDS.map((id) => [codeOf(id.charCodeAt(0), id.charCodeAt(1), id.length === 3 ? id.charCodeAt(2) : 0), id]));

/**
 * One segment: its id and its elements, cut out only when asked for, without the blanks around them.
 * The reader uses one object again and again: valid until the next segment, nothing may keep it.
 */
export class Segment {
  id = '';
  /** Counts from 1 over the whole file, ISA included. */
  number = 0;
  /** Elements after the id. */
  count = 0;
  #text = '';
  #marks: number[] = [];
  #isLowerCase = false;

  /**
   * Takes `text` from `start` to `end`. False where a line break stands inside: the segment is wrapped, or two
   * segments without a terminator between them, and the caller must look closer.
   */
  take(text: string, start: number, end: number, elementSeparator: number): boolean {
    const marks = this.#marks;
    let count = 0;
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code === elementSeparator) {
        marks[count] = at;
        count += 1;
      } else if (code === 10 || code === 13) return false;
    }
    marks[count] = end;
    this.#text = text;
    this.count = count;
    const idEnd = marks[0] ?? end;
    const length = idEnd - start;
    const known = length === 3 ? ID_BY_CODE.get(codeOf(text.charCodeAt(start), text.charCodeAt(start + 1), text.charCodeAt(start + 2)))
      : length === 2 ? ID_BY_CODE.get(codeOf(text.charCodeAt(start), text.charCodeAt(start + 1), 0)) : undefined;
    this.#isLowerCase = false;
    if (known === undefined) {
      const written = text.slice(start, idEnd).trim();
      this.id = written.toUpperCase();
      this.#isLowerCase = written !== this.id;
    } else this.id = known;
    return true;
  }

  /** Element `index` (1 is the first after the id) without the blanks around it; empty when it is not there. */
  get(index: number): string {
    if (index > this.count || index < 1) return '';
    const marks = this.#marks;
    const text = this.#text;
    let from = (marks[index - 1] ?? 0) + 1;
    let to = marks[index] ?? 0;
    while (from < to && text.charCodeAt(from) <= 32) from += 1;
    while (to > from && text.charCodeAt(to - 1) <= 32) to -= 1;
    return from === to ? '' : text.slice(from, to);
  }

  /** Element `index` as a code: where a sender writes even the ids in lower case, codes are too. */
  code(index: number): string {
    const text = this.get(index);
    return this.#isLowerCase ? text.toUpperCase() : text;
  }
}
