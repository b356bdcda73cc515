import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { MIGRATION_STEPS } from '../../storage/migrations/steps.ts';
import type { Random } from '../portals/generate/random.ts';
import { Subject } from './subject.ts';

type Frozen = { version: number; tables: Record<string, Record<string, unknown>[]> };

const dexieSource = readFileSync(new URL('../../node_modules/dexie/dist/dexie.min.js', import.meta.url), 'utf8');
const example = (version: number): Frozen => JSON.parse(readFileSync(new URL(`../storage/examples/v${String(version).padStart(3, '0')}.json`, import.meta.url), 'utf8')) as Frozen;

/** So that an upgrade takes long enough to be cut off in its middle. */
const COPIES = 4000;

/**
 * Puts a database of an older version in the product's place, wakes the product and kills the browser somewhere in the
 * upgrade; gives what does not hold once it was opened again: every row is there, the version is the newest,
 * and a copy of what was before stands beside it whole.
 */
export async function killInMigration(random: Random): Promise<{ from: number; broken: string[] }> {
  const from = random.int(1, MIGRATION_STEPS.length - 1);
  const newest = MIGRATION_STEPS.at(-1)?.version ?? 0;
  const subject = new Subject();
  try {
    await subject.start();
    const page = await subject.barePage();
    await subject.killWorker();
    await subject.closePage('popup.html');
    await page.evaluate(`{ const module = undefined; const exports = undefined; ${dexieSource}\n }`);
    let counts = await putOldDatabase(page, from);
    // The background woke in between and upgraded a half-built database: not the one meant here.
    for (let tries = 0; counts === null && tries < 5; tries += 1) counts = await putOldDatabase(page, from);
    if (counts === null) throw new Error('the background would not stay away from the old database');
    void subject.command('reminder:sweep', {}); // wakes the background, which upgrades
    await new Promise((resolve) => setTimeout(resolve, random.int(0, 400)));
    await subject.killBrowser();
    let after = await lookAt(subject, Object.keys(counts));
    // Another page of ours may hold an upgrade up for a moment; then the next start does it.
    for (let tries = 0; tries < 10 && after.schema !== newest; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      after = await lookAt(subject, Object.keys(counts));
    }
    const broken = Object.keys(counts).filter((name) => name !== 'meta' && (after.counted[name] ?? 0) < (counts[name] ?? 0)).map((name) => `rows of ${name} are gone`);
    for (const name of Object.keys(counts)) if (name !== 'meta' && name !== 'wraps' && after.copied?.[name] !== counts[name]) broken.push(`the copy of before it holds ${after.copied?.[name] ?? 'no'} rows of ${name} and not ${counts[name]}`);
    if (after.schema !== newest) broken.push(`the version is ${after.schema} and not ${newest}`);
    return { from, broken };
  } finally {
    await subject.end();
  }
}

/** Wakes the background and counts the rows of these tables, past all code of ours. */
async function lookAt(subject: Subject, tables: readonly string[]): Promise<{ counted: Record<string, number>; schema: number | undefined; copied: Record<string, number> | null }> {
  await subject.command('reminder:sweep', {});
  return (await subject.page('popup.html')).evaluate(async (names) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('failed'));
    });
    const db = await done(indexedDB.open('overturn'));
    const transaction = db.transaction([...names, 'meta']);
    const counted = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await done(transaction.objectStore(name).count())] as const)));
    const schema = (await done(transaction.objectStore('meta').get('schema')) as { value: number } | undefined)?.value;
    db.close();
    if (!(await indexedDB.databases()).some(({ name }) => name === 'overturn-before-update.overturn')) return { counted, schema, copied: null };
    const copy = await done(indexedDB.open('overturn-before-update.overturn'));
    const before = copy.transaction([...copy.objectStoreNames]);
    const isWhole = (await done(before.objectStore('meta').count('copied-before-update'))) === 1;
    const copied = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await done(before.objectStore(name).count())] as const)));
    copy.close();
    return { counted, schema, copied: isWhole ? copied : null };
  }, tables);
}

/** A database as an older version wrote it, in the product's place; null where the product opened it before it was whole. */
async function putOldDatabase(page: Page, from: number): Promise<Record<string, number> | null> {
  return page.evaluate(async ([steps, tables, copies, version]) => {
    type Table = { bulkPut(rows: unknown[]): Promise<unknown>; count(): Promise<number> };
    type Database = { version(n: number): { stores(tables: Record<string, string>): void }; open(): Promise<unknown>; table(name: string): Table; close(): void };
    const Dexie = (globalThis as unknown as { Dexie: (new (name: string) => Database) & { delete(name: string): Promise<void> } }).Dexie;
    const thaw = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(thaw);
      if (typeof value !== 'object' || value === null) return value;
      if ('$bytes' in value) return Uint8Array.from(atob(String(value.$bytes)), (one) => one.charCodeAt(0));
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, thaw(part)]));
    };
    await Dexie.delete('overturn');
    const db = new Dexie('overturn');
    for (const step of steps) db.version(step.version).stores(step.tables);
    await db.open();
    const counted: Record<string, number> = {};
    for (const [name, rows] of Object.entries(tables)) {
      const thawed = rows.map(thaw) as Record<string, unknown>[];
      const more = name === 'cases' || name === 'events' ? Array.from({ length: copies }, (_, n) => ({ ...thawed[0], id: `copy-${n}` })) : [];
      await db.table(name).bulkPut([...thawed, ...more]);
      counted[name] = await db.table(name).count();
    }
    db.close();
    // Ten times the version is the browser's own number.
    return (await indexedDB.databases()).find(({ name }) => name === 'overturn')?.version === version * 10 ? counted : null;
  }, [MIGRATION_STEPS.filter((step) => step.version <= from).map((step) => ({ version: step.version, tables: step.tables as Record<string, string> })), example(from).tables, COPIES, from] as const);
}
