import { NO_DAY } from '../rules/domain/day-number.ts';
import { POOL } from '../rules/domain/vocabulary.ts';

/**
 * Clear columns that lists read without opening a record. A row whose columns were damaged on the disk must not break the list
 * it stands in: what cannot be true is read as what is said when nothing is known, and the row carries `damagedColumns`, so that
 * it can be said and mended. Nothing is written here; the sealed half of a record is checked when it is opened.
 */
type Shape = 'text' | 'owner' | 'amount' | 'count' | 'day' | 'moment' | 'flag' | 'texts' | 'score';
type Columns = Readonly<Record<string, Shape>>;

const MOST_MS = 8.64e15;
/** From 1900 to the end of 9999, which coverage without an end is often given as. */
const [FIRST_DAY, LAST_DAY] = [-25_567, 2_932_896];

const isSound: Record<Shape, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && value.length <= 2000,
  owner: (value) => typeof value === 'string' && value !== '' && value.length <= 200,
  amount: (value) => typeof value === 'number' && Number.isSafeInteger(value),
  count: (value) => typeof value === 'number' && Number.isFinite(value),
  day: (value) => typeof value === 'number' && Number.isInteger(value) && (value === NO_DAY || (value >= FIRST_DAY && value <= LAST_DAY)),
  moment: (value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= MOST_MS,
  flag: (value) => value === 0 || value === 1,
  texts: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  score: (value) => typeof value === 'object' && value !== null && typeof (value as { pressure?: unknown }).pressure === 'number' && typeof (value as { value?: unknown }).value === 'number',
};
/** An open case is better shown than hidden, and nobody's case belongs to the pool. */
const unknown: Record<Shape, unknown> = { text: '', owner: POOL, amount: 0, count: 0, day: NO_DAY, moment: 0, flag: 1, texts: [], score: { pressure: 0, value: 0 } };

/** Columns by table, of rows that always have them. */
export const CLEAR_COLUMNS: Readonly<Record<string, Columns>> = {
  cases: {
    rev: 'count', ownerId: 'owner', open: 'flag', state: 'text', nextAction: 'text', payerKey: 'text', category: 'text', path: 'text', payerStatus: 'text', priority: 'count', score: 'score',
    deniedCents: 'amount', chargeCents: 'amount', paidCents: 'amount', nextDay: 'day', nextKind: 'text', safeDay: 'day', dueDay: 'day', undated: 'text', followUpDay: 'day', snoozedUntilDay: 'day',
    createdMs: 'moment', createdDay: 'day', touchedMs: 'moment', blind: 'texts',
  },
  clocks: { caseId: 'text', ownerId: 'owner', open: 'flag', action: 'text', rawDay: 'day', dueDay: 'day', safeDay: 'day', ruleId: 'text', ruleVersion: 'count', confidence: 'text', overridden: 'flag' },
  observations: { caseId: 'text', n: 'count', source: 'text', atMs: 'moment', userId: 'text', prev: 'text', hash: 'text' },
  contacts: { caseIds: 'texts', payerKey: 'text', outcome: 'text', atMs: 'moment', userId: 'text' },
  events: { caseId: 'text', kind: 'text', atMs: 'moment', userId: 'text' },
  reminders: { caseId: 'text', stage: 'count', day: 'day', firedMs: 'moment' },
  remittanceClaims: { importId: 'text', caseId: 'text', payerKey: 'text', outcome: 'text', chargeCents: 'amount', paidCents: 'amount', atMs: 'moment' },
  promises: { caseId: 'text', contactId: 'text', payerKey: 'text', state: 'text', madeMs: 'moment', madeDay: 'day', dueDay: 'day', userId: 'text' },
  corrections: { caseId: 'text', payerKey: 'text', kind: 'text', state: 'text', open: 'flag', madeMs: 'moment', stepDay: 'day', userId: 'text', rev: 'count' },
  appeals: { caseId: 'text', payerKey: 'text', level: 'text', state: 'text', open: 'flag', category: 'text', ownerId: 'owner', dueDay: 'day', safeDay: 'day', nextDay: 'day', madeMs: 'moment', rev: 'count' },
  caseNotes: { caseId: 'text', sourceId: 'text', state: 'text', atMs: 'moment', userId: 'text' },
  documents: { caseId: 'text', appealId: 'text', type: 'text', bytes: 'count', pages: 'count', parts: 'count', done: 'flag', atMs: 'moment', userId: 'text' },
  imports: { state: 'text', startedMs: 'moment', userId: 'text', bytes: 'count', bytesDone: 'count', claims: 'count', paid: 'count', denied: 'count', partlyDenied: 'count', other: 'count', alreadyKnown: 'count', newCases: 'count', updatedCases: 'count', faults: 'count' },
  payers: { name: 'text', aliases: 'texts' },
  users: { name: 'text', role: 'text', createdMs: 'moment' },
  audit: { atMs: 'moment', userId: 'text', command: 'text', subject: 'text', outcome: 'text', prev: 'text', hash: 'text' },
  drafts: { userId: 'text', atMs: 'moment' },
  payerNotes: { payerKey: 'text', atMs: 'moment', userId: 'text', tags: 'texts' },
  portalGrants: { portal: 'text', mode: 'text', atMs: 'moment' },
  memberRecords: { memberToken: 'text', payerKey: 'text', endDay: 'day', caseId: 'text', atMs: 'moment', userId: 'text' },
  filings: { importId: 'text', step: 'text', payerKey: 'text', day: 'day', chargeCents: 'amount', atMs: 'moment' },
  savedViews: { userId: 'text', atMs: 'moment' },
};

/** Names of the columns of a row that cannot be true. */
export function damagedColumns(table: string, row: object): string[] {
  const columns = CLEAR_COLUMNS[table];
  if (columns === undefined) return [];
  return Object.keys(columns).filter((name) => !isSound[columns[name] ?? 'text']((row as Record<string, unknown>)[name]));
}

/** The mark is seen by whoever asks for it and never written: a spread and the browser's own copy leave it out. */
function marked(row: Record<string, unknown>): Record<string, unknown> {
  return Object.defineProperty(row, 'damagedColumns', { value: 1, enumerable: false });
}

/** Whether a row that was read had columns that could not be true. */
export function hasDamagedColumns(row: object): boolean {
  return (row as { damagedColumns?: unknown }).damagedColumns === 1;
}

/** How rows of a table are read: as they are where they are sound, which costs no copy. */
export function soundReader(table: string): (row: unknown) => unknown {
  const columns = CLEAR_COLUMNS[table] ?? {};
  const list = Object.entries(columns);
  return (row) => {
    if (typeof row !== 'object' || row === null) return row;
    let mended: Record<string, unknown> | null = null;
    for (const [name, shape] of list) {
      if (isSound[shape]((row as Record<string, unknown>)[name])) continue;
      mended ??= marked({ ...(row as Record<string, unknown>) });
      mended[name] = unknown[shape];
    }
    return mended ?? row;
  };
}
