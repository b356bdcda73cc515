import Dexie from 'dexie';
import type { Table } from 'dexie';
import { CLIENT_DATABASE, copyNameOf, DATABASE_NAME } from '../database-names.ts';
import { isRestoredName } from '../current-store.ts';
import type { MigrationStep } from './steps.ts';

/** Rows in memory at a time. */
const PAGE = 500;
/** Row of the copy's `meta`, written last: without it the copy is not whole. */
export const COPY_MARK = 'copied-before-update';
export type CopyMark = { from: number; to: number; rows: number };
/** Row of the copy's `meta`, written with each page of rows: how far it is, so that one that is broken off (a browser ends a background after minutes), or whose upgrade was, goes on there. */
export const COPY_PROGRESS = 'copy-under-way';
/** Rows of the copy's `meta` that are no rows of the practice: neither copied nor counted. */
const MARKS: string[] = [COPY_MARK, COPY_PROGRESS];
/** `end`: where the trail of the source ended; another end means that somebody worked there since, and the copy begins anew. `last`: key of the newest row of `table`; tables in `done` are whole. */
export type CopyProgress = CopyMark & { end: string; done: string[]; table: string | null; last: IDBValidKey | null };
/** Rows that change without a row of the trail: copied anew when a copy goes on. */
const WITHOUT_TRAIL: readonly string[] = ['meta', 'drafts'];
/**
 * The wraps stay where they are: who changes a passphrase, leaves, or wipes must not find another way in left open beside the
 * practice. The data key is the same for good, so the copy is read with the wraps of today.
 */
const LEFT_OUT = 'wraps';

/** Practice mode's database is invented, and a backup that is being restored has its file. */
export const isCopied = (name: string): boolean => name === DATABASE_NAME || isRestoredName(name) || CLIENT_DATABASE.test(name);

/** The database at an older version, its rows as they lie on the disk: nothing is upgraded, nothing mended. */
function plain(name: string, steps: readonly MigrationStep[]): Dexie {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  for (const { version, tables } of steps) db.version(version).stores(tables);
  return db;
}

/**
 * Copies a database that is about to be upgraded from `from` to `to`, beside it. Sealed values stay sealed. A copy that was broken
 * off goes on where it was; one of an earlier update gives way. Throws whatever the browser says, and leaves nothing half then.
 */
export async function copyBeforeUpdate(name: string, from: number, to: number, steps: readonly MigrationStep[]): Promise<void> {
  const older = steps.filter(({ version }) => version <= from);
  const copyName = copyNameOf(name);
  const source = plain(name, older);
  const copy = plain(copyName, older);
  try {
    await source.open();
    const end = JSON.stringify((await source.table('meta').get('audit-head') as { value?: unknown } | undefined)?.value ?? null);
    const begun = await progressOf(copyName, older);
    let progress: CopyProgress = { from, to, rows: 0, end, done: [], table: null, last: null };
    if (begun?.from === from && begun.to === to && begun.end === end) progress = begun;
    else await Dexie.delete(copyName);
    await copy.open();
    for (const name of WITHOUT_TRAIL.filter((one) => progress.done.includes(one) || progress.table === one)) {
      progress = { ...progress, rows: progress.rows - await copy.table(name).where(':id').noneOf(MARKS).count(), done: progress.done.filter((one) => one !== name), ...(progress.table === name ? { table: null, last: null } : {}) };
      await copy.table(name).clear();
    }
    const tables = source.tables.filter((table) => table.name !== LEFT_OUT && typeof table.schema.primKey.keyPath === 'string' && !progress.done.includes(table.name));
    for (const table of tables) progress = await copyTable(table as Table<Record<string, unknown>>, copy, progress);
    await copy.table('meta').put({ key: COPY_MARK, value: { from, to, rows: progress.rows } satisfies CopyMark });
  } catch (error) {
    copy.close();
    await Dexie.delete(copyName).catch(() => undefined); // the next update, or the next sign-in, takes it away
    throw error;
  } finally {
    source.close();
    copy.close();
  }
}

/** Copies what is left of one table, each page in one transaction with how far it came. */
async function copyTable(table: Table<Record<string, unknown>>, copy: Dexie, begun: CopyProgress): Promise<CopyProgress> {
  const keyPath = table.schema.primKey.keyPath as string;
  let progress: CopyProgress = begun.table === table.name ? begun : { ...begun, table: table.name, last: null };
  for (;;) {
    const { last } = progress;
    const page = await (last === null ? table.orderBy(':id') : table.where(':id').above(last)).limit(PAGE).toArray();
    const isLast = page.length < PAGE;
    // A practice restored from such a copy has that one's marks among its rows.
    const rows = page.filter(({ key }) => table.name !== 'meta' || !MARKS.some((mark) => mark === key));
    const next: CopyProgress = { ...progress, rows: progress.rows + rows.length, ...(isLast ? { done: [...progress.done, table.name], table: null, last: null } : { last: page.at(-1)?.[keyPath] as IDBValidKey }) };
    await copy.transaction('rw', [...new Set([copy.table(table.name), copy.table('meta')])], async () => {
      await copy.table(table.name).bulkPut(rows);
      await copy.table('meta').put({ key: COPY_PROGRESS, value: next });
    });
    progress = next;
    if (isLast) return progress;
  }
}

/** How far a copy came that was broken off; null where there is none, or it cannot be gone on with. */
async function progressOf(copyName: string, older: readonly MigrationStep[]): Promise<CopyProgress | null> {
  if (!(await Dexie.exists(copyName))) return null;
  const copy = plain(copyName, older);
  try {
    await copy.open();
    return ((await copy.table('meta').get(COPY_PROGRESS) as { value?: CopyProgress } | undefined)?.value) ?? null;
  } catch {
    return null; // of another version, or damaged: begun anew
  } finally {
    copy.close();
  }
}
