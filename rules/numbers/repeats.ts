import type { DenialRow } from './denial-row.ts';

/** What makes two denials "the same again": payer, reason and service; where no service is known, the provider. */
const sameKey = (row: DenialRow): string => [row.payerKey, row.category, row.service === '' ? `by ${row.provider}` : row.service].join('\u0000');

/** Sets on every row how many days lie between it and the denial before it of the same payer, reason and service. */
export function withRepeats(rows: readonly DenialRow[]): DenialRow[] {
  const newest = new Map<string, number>();
  const since = new Map<DenialRow, number | null>();
  for (const row of [...rows].sort((one, other) => one.deniedDay - other.deniedDay)) {
    const key = sameKey(row);
    const before = newest.get(key);
    since.set(row, before === undefined ? null : row.deniedDay - before);
    newest.set(key, row.deniedDay);
  }
  return rows.map((row) => ({ ...row, sinceSameDays: since.get(row) ?? null }));
}
