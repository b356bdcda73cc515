import Dexie from 'dexie';
import { CLIENT_DATABASE, copyNameOf, DATABASE_NAME } from '../database-names.ts';
import { isRestoredName } from '../current-store.ts';
import type { MigrationStep } from './steps.ts';

/** Rows in memory at a time. */
const PAGE = 500;
/** Row of the copy's `meta`, written last: without it the copy is not whole. */
export const COPY_MARK = 'copied-before-update';
export type CopyMark = { from: number; to: number; rows: number };
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
 * Copies a database that is about to be upgraded from `from` to `to`, beside it. Sealed values stay sealed. A copy that was broken off,
 * or is of an earlier update, gives way. Throws whatever the browser says, and leaves nothing half then.
 */
export async function copyBeforeUpdate(name: string, from: number, to: number, steps: readonly MigrationStep[]): Promise<void> {
  const older = steps.filter(({ version }) => version <= from);
  const copyName = copyNameOf(name);
  await Dexie.delete(copyName);
  const source = plain(name, older);
  const copy = plain(copyName, older);
  try {
    await source.open();
    await copy.open();
    let rows = 0;
    for (const table of source.tables) {
      const { keyPath } = table.schema.primKey;
      if (table.name === LEFT_OUT || typeof keyPath !== 'string') continue;
      for (let last: unknown = null; ;) {
        const page = await (last === null ? table.orderBy(':id') : table.where(':id').above(last)).limit(PAGE).toArray() as Record<string, unknown>[];
        await copy.table(table.name).bulkPut(page);
        rows += page.length;
        if (page.length < PAGE) break;
        last = page.at(-1)?.[keyPath];
      }
    }
    await copy.table('meta').put({ key: COPY_MARK, value: { from, to, rows } satisfies CopyMark });
  } catch (error) {
    copy.close();
    await Dexie.delete(copyName).catch(() => undefined); // the next update, or the next sign-in, takes it away
    throw error;
  } finally {
    source.close();
    copy.close();
  }
}
