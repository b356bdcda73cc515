import Dexie from 'dexie';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openDatabase } from '../../storage/db.ts';
import { MIGRATION_STEPS } from '../../storage/migrations/steps.ts';
import type { MigrationStep } from '../../storage/migrations/steps.ts';
import { storageErrorCode, StorageFault } from '../../storage/storage-fault.ts';
import { Vault } from '../../storage/vault/vault.ts';

const fresh = (): string => `db-${crypto.randomUUID()}`;
const newest = MIGRATION_STEPS.at(-1)?.version ?? 0;
const examples = new URL('./examples/', import.meta.url);

test('a new database knows its schema version', async () => {
  const db = await openDatabase(fresh());
  expect(await db.meta.get('schema')).toEqual({ key: 'schema', value: newest });
  await db.delete();
});

test('a database of a newer Overturn is refused and stays as it is', async () => {
  const name = fresh();
  const newer = new Dexie(name);
  newer.version(newest + 1).stores({ meta: 'key', cases: 'id', tomorrow: 'id' });
  await newer.open();
  await newer.table('tomorrow').add({ id: 'x' });
  newer.close();
  await expect(openDatabase(name)).rejects.toMatchObject({ code: 'storage-newer' });
  const again = await new Dexie(name).open();
  expect(await again.table('tomorrow').count()).toBe(1);
  expect(again.tables.map((table) => table.name).sort()).toEqual(['cases', 'meta', 'tomorrow']);
  again.close();
});

test('a newer schema row alone is enough to refuse', async () => {
  const name = fresh();
  const db = await openDatabase(name);
  await db.meta.put({ key: 'schema', value: newest + 1 });
  db.close();
  await expect(openDatabase(name)).rejects.toBeInstanceOf(StorageFault);
  await expect(openDatabase(name)).rejects.toMatchObject({ code: 'storage-newer' });
});

test('a page with the old version open is closed when a newer one upgrades, and rows are carried over', async () => {
  const name = fresh();
  let told = 0;
  const old = await openDatabase(name, { onClosed: () => { told += 1; } });
  await old.settings.put({ key: 'idleMinutes', value: 7 });
  const next: MigrationStep = { version: newest + 1, tables: { letters: 'id' }, upgrade: async (transaction) => { await transaction.table('settings').put({ key: 'added', value: true }); } };
  const db = await openDatabase(name, { steps: [...MIGRATION_STEPS, next] });
  expect(told).toBe(1);
  expect(await db.settings.toArray()).toEqual([{ key: 'added', value: true }, { key: 'idleMinutes', value: 7 }]);
  expect((await db.meta.get('schema'))?.value).toBe(newest + 1);
  db.close();
  await expect(openDatabase(name)).rejects.toMatchObject({ code: 'storage-newer' });
});

test('where the browser gives no database, the answer is a code', async () => {
  const { indexedDB } = Dexie.dependencies;
  Dexie.dependencies.indexedDB = { databases: () => Promise.resolve([]), open: () => { throw new DOMException('A mutation operation was attempted on a database that did not allow mutations.', 'InvalidStateError'); } } as unknown as IDBFactory;
  try {
    await expect(openDatabase(fresh())).rejects.toMatchObject({ code: 'storage-failed' });
  } finally {
    Dexie.dependencies.indexedDB = indexedDB;
  }
});

test('a full disk is told from other failures, also inside an aborted transaction', () => {
  expect(storageErrorCode(new Dexie.AbortError('aborted', new Dexie.QuotaExceededError('full')))).toBe('storage-full');
  expect(storageErrorCode(new Dexie.DatabaseClosedError('closed'))).toBe('storage-failed');
  expect(storageErrorCode(new TypeError('a mistake of ours'))).toBeNull();
});

type Frozen = { version: number; dataKey: string; tables: Record<string, Record<string, unknown>[]>; opens: { table: string; id: string; value: unknown }[] };
const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64'));
const thaw = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(thaw);
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytes' in value) return bytes(value.$bytes as string);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, thaw(part)]));
};

test('every schema version has an example database', () => {
  const wanted = MIGRATION_STEPS.map((step) => `v${String(step.version).padStart(3, '0')}.json`);
  expect(readdirSync(examples).filter((name) => name.endsWith('.json')).sort()).toEqual(wanted);
});

test.each(MIGRATION_STEPS.map((step) => step.version))('the example of version %i opens with the code of today, sealed values included', async (version) => {
  const frozen = JSON.parse(readFileSync(new URL(`v${String(version).padStart(3, '0')}.json`, examples), 'utf8')) as Frozen;
  const name = fresh();
  const then = await openDatabase(name, { steps: MIGRATION_STEPS.filter((step) => step.version <= version) });
  for (const table of then.tables) {
    expect(frozen.tables[table.name], `example rows for ${table.name}`).not.toHaveLength(0);
    await table.bulkPut(thaw(frozen.tables[table.name]) as unknown[]);
  }
  then.close();
  const db = await openDatabase(name);
  const vault = await Vault.fromKey(bytes(frozen.dataKey));
  expect(frozen.opens.length).toBeGreaterThan(0);
  for (const { table, id, value } of frozen.opens) {
    const row = await db.table(table).get(id) as { sealed: Parameters<Vault['open']>[2] };
    expect(await vault.open(table, id, row.sealed)).toEqual(value);
  }
  expect((await db.meta.get('schema'))?.value).toBe(MIGRATION_STEPS.at(-1)?.version);
  await db.delete();
});
