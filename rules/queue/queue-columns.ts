/** What of an open case the queue is narrowed, ordered and added up by: clear columns only. */
export type QueueLine = Record<NumberColumn | DayColumn, number> & Record<WordColumn, string> & { id: string };

/** Whole and broken numbers of any size. `pressure`: the part of `priority` that dates make. */
export const NUMBER_COLUMNS = ['priority', 'pressure', 'touchedMs', 'deniedCents'] as const;
export const DAY_COLUMNS = ['nextDay', 'dueDay', 'followUpDay', 'snoozedUntilDay', 'ageDay'] as const;
export const WORD_COLUMNS = ['ownerId', 'payerKey', 'category', 'state', 'kind', 'undated', 'nextAction', 'nextKind', 'provider', 'location', 'specialty', 'group'] as const;
export type NumberColumn = (typeof NUMBER_COLUMNS)[number];
export type DayColumn = (typeof DAY_COLUMNS)[number];
export type WordColumn = (typeof WORD_COLUMNS)[number];

/** Lines side by side, as they are kept: `data` holds the numbers, then the days, then for each word its place in `words`. */
export type PackedLines = { n: number; ids: string; words: string[]; data: Uint8Array<ArrayBuffer> };

/** The same, laid open without a copy. */
export type QueueColumns = {
  n: number; words: readonly string[]; numbers: Record<NumberColumn, Float64Array>; days: Record<DayColumn, Int32Array>; places: Record<WordColumn, Uint16Array>;
  /** Ids by row; taken apart when first asked for. */
  ids: () => readonly string[];
};

const BYTES = 8 * NUMBER_COLUMNS.length + 4 * DAY_COLUMNS.length + 2 * WORD_COLUMNS.length;

/** Lays lines side by side. At most 65,536 different words: some thousand lines. */
export function packLines(lines: readonly QueueLine[]): PackedLines {
  const n = lines.length;
  const words: string[] = [];
  const placeOf = new Map<string, number>();
  const packed: PackedLines = { n, ids: lines.map(({ id }) => id).join('\n'), words, data: new Uint8Array(n * BYTES) };
  const { numbers, days, places } = layOpen(packed);
  lines.forEach((line, row) => {
    for (const name of NUMBER_COLUMNS) numbers[name][row] = line[name];
    for (const name of DAY_COLUMNS) days[name][row] = line[name];
    for (const name of WORD_COLUMNS) {
      let place = placeOf.get(line[name]);
      if (place === undefined) {
        place = words.push(line[name]) - 1;
        placeOf.set(line[name], place);
      }
      places[name][row] = place;
    }
  });
  return packed;
}

export function layOpen({ n, ids, words, data }: PackedLines): QueueColumns {
  // A buffer out of a file need not begin where a number may begin.
  const bytes = data.byteOffset % 8 === 0 ? data : data.slice();
  let at = bytes.byteOffset;
  const next = <T>(size: number, view: (buffer: ArrayBuffer, from: number, n: number) => T): T => {
    const made = view(bytes.buffer, at, n);
    at += n * size;
    return made;
  };
  const numbers = Object.fromEntries(NUMBER_COLUMNS.map((name) => [name, next(8, (buffer, from, count) => new Float64Array(buffer, from, count))])) as Record<NumberColumn, Float64Array>;
  const days = Object.fromEntries(DAY_COLUMNS.map((name) => [name, next(4, (buffer, from, count) => new Int32Array(buffer, from, count))])) as Record<DayColumn, Int32Array>;
  const places = Object.fromEntries(WORD_COLUMNS.map((name) => [name, next(2, (buffer, from, count) => new Uint16Array(buffer, from, count))])) as Record<WordColumn, Uint16Array>;
  let split: readonly string[] | null = null;
  return { n, words, numbers, days, places, ids: () => (split ??= n === 0 ? [] : ids.split('\n')) };
}

/** One line out of its columns. */
export function lineAt(columns: QueueColumns, row: number): QueueLine {
  const line: Record<string, number | string> = { id: columns.ids()[row] ?? '' };
  for (const name of NUMBER_COLUMNS) line[name] = columns.numbers[name][row] ?? 0;
  for (const name of DAY_COLUMNS) line[name] = columns.days[name][row] ?? 0;
  for (const name of WORD_COLUMNS) line[name] = columns.words[columns.places[name][row] ?? 0] ?? '';
  return line as QueueLine;
}
