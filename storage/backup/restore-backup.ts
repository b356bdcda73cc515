import { appendAudit, verifyAudit } from '../audit.ts';
import { currentStoreName, isRestoredName, newRestoredName, sweepRestored } from '../current-store.ts';
import { openDatabase } from '../db.ts';
import { MIGRATION_STEPS } from '../migrations/steps.ts';
import { storageErrorCode, StorageFault } from '../storage-fault.ts';
import { BackupFault } from './backup-fault.ts';
import { readBackup } from './read-backup.ts';
import { RESTORED_MARK } from './restored-mark.ts';
import type { RestoredMark } from './restored-mark.ts';
import type { BackupFacts } from './write-backup.ts';

/** One restore at a time among all windows. */
const RESTORE_LOCK = 'overturn-restore';

/** `trailBrokenAt`: the audit trail of the backup does not hold from this row on; it is restored as it is, and said. */
export type Restored = { name: string; facts: BackupFacts; trailBrokenAt: number | null };

/**
 * Reads a backup into a database of its own beside the present one, in the backup's own schema, brings it to today's by the
 * same steps an update takes, and marks it whole as the last thing. The present database is not touched: `switchStore` of
 * current-store.ts takes the restored one into use.
 *
 * @throws BackupFault; StorageFault `storage-busy` where another window restores, `storage-full`. Nothing is left behind then.
 */
export async function restoreBackup(file: Blob, passphrase: string, who: { userId: string; nowMs: number }, onProgress?: (bytes: number, total: number) => void): Promise<Restored> {
  return alone(async () => {
    await sweepRestored();
    const name = newRestoredName();
    try {
      const facts = await fill(name, file, passphrase, onProgress);
      return { name, facts, trailBrokenAt: await finish(name, facts, who) };
    } catch (error) {
      await sweepRestored();
      if (error instanceof BackupFault || error instanceof StorageFault) throw error;
      throw new StorageFault(storageErrorCode(error) ?? 'storage-failed');
    }
  });
}

async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || navigator.locks === undefined) return work();
  return (await navigator.locks.request(RESTORE_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) throw new StorageFault('storage-busy');
    return { value: await work() };
  })).value;
}

async function fill(name: string, file: Blob, passphrase: string, onProgress?: (bytes: number, total: number) => void): Promise<BackupFacts> {
  let facts: BackupFacts | null = null;
  let db: Awaited<ReturnType<typeof openDatabase>> | null = null;
  try {
    for await (const part of readBackup(file, passphrase)) {
      if (part.kind === 'head') {
        const { schema } = part.facts;
        facts = part.facts;
        db = await openDatabase(name, { steps: MIGRATION_STEPS.filter((step) => step.version <= schema) });
        continue;
      }
      const table = db?.tables.find((one) => one.name === part.table);
      if (table === undefined) throw new BackupFault('incomplete', { from: part.bytes, to: part.bytes, table: part.table, rows: 0 });
      // A backup of a restored practice carries that mark; here it must not stand before the end.
      await table.bulkPut(part.table === 'meta' ? part.rows.filter((row) => row['key'] !== RESTORED_MARK) : part.rows);
      onProgress?.(part.bytes, file.size);
    }
    for (const table of db?.tables ?? []) {
      const wanted = facts?.tables[table.name] ?? 0;
      if (table.name !== 'meta' && (await table.count()) !== wanted) throw new BackupFault('incomplete', { from: 0, to: file.size, table: table.name, rows: 0 });
    }
  } finally {
    db?.close();
  }
  if (facts === null) throw new StorageFault('storage-failed'); // a file without a head does not get here
  return facts;
}

/** Today's schema, the trail looked through, a row of it, and the mark. */
async function finish(name: string, facts: BackupFacts, who: { userId: string; nowMs: number }): Promise<number | null> {
  const db = await openDatabase(name, { withoutCopy: true });
  try {
    const verdict = await verifyAudit(db);
    await db.transaction('rw', [db.audit, db.meta], async () => {
      await appendAudit({ db, vault: null, ...who }, { command: 'backup:restored', subject: Temporal.Instant.fromEpochMilliseconds(facts.madeMs).toString(), outcome: verdict.ok ? 'done' : 'trail-broken' });
      await db.meta.put({ key: RESTORED_MARK, value: { madeMs: facts.madeMs, schema: facts.schema, rows: facts.rows } satisfies RestoredMark });
    });
    return verdict.ok ? null : verdict.seq;
  } finally {
    db.close();
  }
}

/** Whether a database stands restored and whole, so that it may be switched to. */
export async function isRestoredWhole(name: string): Promise<boolean> {
  if (!isRestoredName(name) || name === (await currentStoreName())) return false;
  const db = await openDatabase(name);
  try {
    return (await db.meta.get(RESTORED_MARK)) !== undefined;
  } finally {
    db.close();
  }
}
