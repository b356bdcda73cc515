import { currentStoreName } from '../../storage/current-store.ts';
import { openDatabase } from '../../storage/db.ts';
import type { OverturnDatabase } from '../../storage/db.ts';
import { readSettings } from '../../storage/settings.ts';
import { StorageFault } from '../../storage/storage-fault.ts';
import { Vault } from '../../storage/vault/vault.ts';
import type { WriteContext } from '../../storage/write.ts';
import { readSessionVault } from '../shared/session-vault.ts';
import { databaseInUse } from '../shared/database-in-use.ts';

/**
 * The connection of this worker's life. It is no state: a worker that was stopped opens it again, and nothing is
 * remembered here that is not in the store or the session.
 */
const connections = new Map<string, Promise<OverturnDatabase>>();

function connect(name: string): Promise<OverturnDatabase> {
  const made = openDatabase(name, { onClosed: () => connections.delete(name) });
  connections.set(name, made);
  return made;
}

/** The database in use: the practice's own, or the one of practice mode while that is on. @throws StorageFault as `openDatabase` does; the next call tries again. */
export async function openStore(): Promise<OverturnDatabase> {
  return openStoreNamed(await databaseInUse());
}

/** The practice's own database, whatever mode is on: for reminders and for what is registered with the browser, neither of which may rest meanwhile. */
export async function openPracticeStore(): Promise<OverturnDatabase> {
  return openStoreNamed(await currentStoreName());
}

export async function openStoreNamed(name: string): Promise<OverturnDatabase> {
  try {
    const db = await (connections.get(name) ?? connect(name));
    // The browser can drop a connection by itself (a full disk, a cleared site); the next question opens a new one.
    return db.isOpen() ? db : await connect(name);
  } catch (error) {
    connections.delete(name);
    throw error;
  }
}

/** Lets go of every database, because another one is in use from now on. */
export async function closeStore(): Promise<void> {
  const open = [...connections.values()];
  connections.clear();
  for (const one of open) (await one.catch(() => null))?.close();
}

/** Minutes after midnight where the practice is. */
export function minuteInZone(timeZone: string, nowMs: number): number {
  const { hour, minute } = timeInZone(timeZone, nowMs);
  return hour * 60 + minute;
}

/** Today's date where the practice is; the computer's own zone where none (or an unknown one) is set. */
export function dateInZone(timeZone: string, nowMs: number): string {
  return timeInZone(timeZone, nowMs).toPlainDate().toString();
}

function timeInZone(timeZone: string, nowMs: number): Temporal.ZonedDateTime {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs);
  try {
    return now.toZonedDateTimeISO(timeZone === '' ? Temporal.Now.timeZoneId() : timeZone);
  } catch {
    return now.toZonedDateTimeISO(Temporal.Now.timeZoneId()); // a zone this browser does not know
  }
}

export async function practiceToday(db: OverturnDatabase, nowMs: number): Promise<string> {
  return dateInZone((await readSettings(db)).timeZone, nowMs);
}

/**
 * What a change needs, or null while locked. The key is read from the session each time and never kept in a variable,
 * so that locking is complete the moment the session is cleared.
 */
export async function openWriteContext(): Promise<WriteContext | null> {
  const session = await readSessionVault();
  if (session === null) return null;
  const db = await openStore();
  const vault = await Vault.fromKey(session.dataKey);
  session.dataKey.fill(0);
  const nowMs = Date.now();
  return { db, vault, userId: session.userId, nowMs, today: await practiceToday(db, nowMs) };
}

/** The same where a command cannot go on without. @throws StorageFault `vault-locked` */
export async function needWriteContext(): Promise<WriteContext> {
  const ctx = await openWriteContext();
  if (ctx === null) throw new StorageFault('vault-locked');
  return ctx;
}
