import type { Page } from '@playwright/test';

/** Tables whose rows the invariants look at. */
export const LOOKED_AT = ['cases', 'events', 'contacts', 'drafts', 'audit', 'meta', 'wraps', 'remittanceClaims', 'imports'] as const;
export type RawRows = Record<(typeof LOOKED_AT)[number], Record<string, unknown>[]>;

/** The rows as they lie in the database, read past all code of ours, in one transaction. */
export async function readRows(page: Page, database = 'overturn'): Promise<RawRows> {
  const text = await page.evaluate(async ([name, tables]) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('failed'));
    });
    const db = await done(indexedDB.open(name));
    db.onversionchange = () => db.close();
    const transaction = db.transaction([...tables]);
    const rows = await Promise.all(tables.map(async (table) => [table, await done(transaction.objectStore(table).getAll())] as const));
    db.close();
    const coded = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? { $bytes: btoa(String.fromCharCode(...value)) } : value);
    return JSON.stringify(Object.fromEntries(rows), coded);
  }, [database, LOOKED_AT] as const);
  return JSON.parse(text, (_key, value: unknown) => (typeof value === 'object' && value !== null && '$bytes' in value ? new Uint8Array(Buffer.from(String(value.$bytes), 'base64')) : value)) as RawRows;
}
