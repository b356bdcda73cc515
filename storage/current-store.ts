import Dexie from 'dexie';
import type { Table } from 'dexie';
import { DATABASE_NAME } from './database-names.ts';

/**
 * Which database of this profile is the practice's. It is `overturn`, until a backup is restored: that is read into a
 * second database, and only when it stands there whole one row here names it. So a restore that is broken off leaves what was there.
 *
 * The row lives in a small database of its own, which exists only where something was restored; nobody else pays for it.
 */
const POINTER = 'overturn-current';
const RESTORED = /^overturn-restored-[a-z0-9-]{8,40}$/u;

/** `before` is kept until somebody has signed in to the restored one; `null` where it was given up. */
type PointerRow = { key: 'current'; name: string; before: string | null };

class PointerDatabase extends Dexie {
  declare rows: Table<PointerRow, string>;

  constructor() {
    super(POINTER, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ rows: 'key' });
  }
}

async function withPointer<T>(work: (rows: Table<PointerRow, string>) => Promise<T>): Promise<T> {
  const db = new PointerDatabase();
  try {
    await db.open();
    return await work(db.rows);
  } finally {
    db.close();
  }
}

const names = async (): Promise<string[]> => (await Dexie.dependencies.indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]));

async function pointer(): Promise<{ name: string; before: string | null }> {
  const there = await names();
  if (!there.includes(POINTER)) return { name: DATABASE_NAME, before: null };
  const row = await withPointer(async (rows) => rows.get('current'));
  // A pointer to nothing (a database removed by hand) must not make an empty practice under a strange name.
  if (row === undefined || !there.includes(row.name)) return { name: DATABASE_NAME, before: null };
  return { name: row.name, before: row.before !== null && there.includes(row.before) ? row.before : null };
}

/** The name of the practice's database. */
export async function currentStoreName(): Promise<string> {
  return (await pointer()).name;
}

/** Whether the state before the last restore is still kept. */
export async function isBeforeKept(): Promise<boolean> {
  return (await pointer()).before !== null;
}

/** A name for a database to restore into. */
export function newRestoredName(): string {
  return `overturn-restored-${crypto.randomUUID()}`;
}

export function isRestoredName(name: string): boolean {
  return RESTORED.test(name);
}

/** Makes another database the practice's. What was there is kept until `giveUpBefore`. Contexts must open anew. */
export async function switchStore(name: string): Promise<void> {
  const { name: before } = await pointer();
  await withPointer(async (rows) => rows.put({ key: 'current', name, before }));
}

/** Puts back what was there before the last restore. False where nothing is kept. */
export async function putBackBefore(): Promise<boolean> {
  const { before } = await pointer();
  if (before === null) return false;
  await withPointer(async (rows) => rows.put({ key: 'current', name: before, before: null }));
  return true;
}

/** Deletes what was there before the last restore, once the restored state was signed in to. */
export async function giveUpBefore(): Promise<void> {
  const { name, before } = await pointer();
  if (before === null) return;
  await withPointer(async (rows) => rows.put({ key: 'current', name, before: null }));
  await new Dexie(before).delete();
}

/** Deletes what broken-off restores left behind. Only while no other restore runs (its lock is held). */
export async function sweepRestored(): Promise<void> {
  const { name, before } = await pointer();
  for (const left of await names()) if (isRestoredName(left) && left !== name && left !== before) await new Dexie(left).delete();
}

/** Deletes every database of the practice: the wipe after too many wrong passphrases. */
export async function deleteEveryStore(): Promise<void> {
  for (const name of await names()) if (name === DATABASE_NAME || name === POINTER || isRestoredName(name)) await new Dexie(name).delete();
}
