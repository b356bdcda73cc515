import type { DenialRow } from '../../rules/numbers/denial-row.ts';

/**
 * Raised when rows are worked out otherwise: everything is then worked out again.
 * Not to be mixed up with the version of a metric, which a person sees.
 */
export const ROW_FORM = 1;
export const FORM_KEY = 'numbers-form';

/** So many boxes: small enough to seal one anew for a single case, few enough to open all of them at once at 100,000 cases. */
const BUCKETS = 256;

/** The box of a case, by its id alone: FNV-1a, which spreads ids of any kind evenly. */
export function blockOf(caseId: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < caseId.length; at += 1) {
    hash ^= caseId.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return `cases:${((hash >>> 0) % BUCKETS).toString(16).padStart(2, '0')}`;
}

const KEYS = [
  'id', 'payerKey', 'category', 'code', 'step', 'specialty', 'location', 'provider', 'service', 'ownerId', 'first', 'deniedDay', 'submittedDay', 'chargeCents', 'deniedCents', 'avoidable', 'appealable', 'open', 'stage', 'outcome', 'closedDay',
  'recoveredCents', 'patientCents', 'firstActDay', 'window', 'resent', 'deniedAgain', 'deniedAgainDay', 'appeals', 'touches', 'contacts', 'minutes', 'work', 'openedDay',
] as const satisfies readonly (keyof DenialRow)[];

/** Rows as columns: names of columns once, repeated words as numbers into a list. A third of the size, and quicker to read back. */
export type PackedRows = { form: number; words: string[]; columns: unknown[][] };

const WORDS: ReadonlySet<string> = new Set(['payerKey', 'category', 'code', 'step', 'specialty', 'location', 'provider', 'service', 'ownerId', 'first', 'avoidable', 'stage', 'outcome']);

export function packRows(rows: readonly DenialRow[]): PackedRows {
  const words: string[] = [];
  const known = new Map<string, number>();
  const place = (word: string): number => {
    const at = known.get(word) ?? words.push(word) - 1;
    known.set(word, at);
    return at;
  };
  return { form: ROW_FORM, words, columns: KEYS.map((key) => rows.map((row) => { const value = row[key]; return WORDS.has(key) && typeof value === 'string' ? place(value) : value; })) };
}

/** The rows of a box; none of one that is of another form, which is about to be worked out again. */
export function unpackRows({ form, words, columns }: PackedRows): DenialRow[] {
  if (form !== ROW_FORM) return [];
  const [ids = []] = columns;
  const rows: DenialRow[] = ids.map(() => ({ sinceSameDays: null }) as DenialRow);
  KEYS.forEach((key, at) => {
    const isWord = WORDS.has(key);
    columns[at]?.forEach((value, line) => { (rows[line] as Record<string, unknown>)[key] = isWord && typeof value === 'number' ? words[value] : value; });
  });
  return rows;
}
