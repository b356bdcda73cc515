import Dexie from 'dexie';
import type { Table } from 'dexie';
import type { Client } from '../rules/domain/client.ts';
import { BEFORE_UPDATE, CLIENT_DATABASE, copyNameOf, DATABASE_NAME } from './database-names.ts';

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
/** The clients of a billing company, each a database of its own (rules/domain/client.ts). Only where there are several. */
type ClientsRow = { key: 'clients'; clients: Client[] };

class PointerDatabase extends Dexie {
  declare rows: Table<PointerRow | ClientsRow, string>;

  constructor() {
    super(POINTER, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ rows: 'key' });
  }
}

async function withPointer<T>(work: (rows: Table<PointerRow | ClientsRow, string>) => Promise<T>): Promise<T> {
  const db = new PointerDatabase();
  try {
    await db.open();
    // One transaction: a worker that dies between two rows would leave a client that names a database of before.
    return await db.transaction('rw', db.rows, async () => work(db.rows));
  } finally {
    db.close();
  }
}

const names = async (): Promise<string[]> => (await Dexie.dependencies.indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]));

async function pointer(): Promise<{ name: string; before: string | null }> {
  const there = await names();
  if (!there.includes(POINTER)) return { name: DATABASE_NAME, before: null };
  const row = (await withPointer(async (rows) => rows.get('current'))) as PointerRow | undefined;
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
  await moveTo(before, { key: 'current', name, before });
}

/** Another database from here on; where there are clients, it is that one's from now on. */
async function moveTo(from: string, row: PointerRow): Promise<void> {
  const clients = await listClients();
  await withPointer(async (rows) => {
    await rows.put(row);
    if (clients.length > 0) await rows.put({ key: 'clients', clients: clients.map((one) => (one.database === from ? { ...one, database: row.name } : one)) });
  });
}

/** The clients of this profile, in the order they were added; empty where there is one practice. Names, in clear: for whoever signs in. */
export async function listClients(): Promise<Client[]> {
  if (!(await names()).includes(POINTER)) return [];
  const row = (await withPointer(async (rows) => rows.get('clients'))) as ClientsRow | undefined;
  return row?.clients ?? [];
}

/** The name of the client whose database this is; null where there is one practice. */
export async function clientInUse(database: string): Promise<string | null> {
  return (await listClients()).find((one) => one.database === database)?.name ?? null;
}

/** Only `addClient` of clients.ts. */
export async function putClients(clients: readonly Client[]): Promise<void> {
  const { name, before } = await pointer();
  await withPointer(async (rows) => {
    await rows.put({ key: 'current', name, before });
    await rows.put({ key: 'clients', clients: [...clients] });
  });
}

/** Its database, where that client can be taken into use now; null for one nobody knows, while a restore has not been signed in to, and where its database is gone. */
async function switchable(id: string): Promise<string | null> {
  const found = (await listClients()).find((one) => one.id === id);
  return found === undefined || (await isBeforeKept()) || !(await names()).includes(found.database) ? null : found.database;
}

/** Whether `switchClient` would do it: to be asked before anything is locked or closed for it. */
export async function canSwitchClient(id: string): Promise<boolean> {
  return (await switchable(id)) !== null;
}

/** Takes another client's database into use. False for a client nobody knows, and while a restore has not been signed in to. Contexts must open anew. */
export async function switchClient(id: string): Promise<boolean> {
  const name = await switchable(id);
  if (name === null) return false;
  await withPointer(async (rows) => rows.put({ key: 'current', name, before: null }));
  return true;
}

/** Puts back what was there before the last restore. False where nothing is kept. */
export async function putBackBefore(): Promise<boolean> {
  const { name, before } = await pointer();
  if (before === null) return false;
  await moveTo(name, { key: 'current', name: before, before: null });
  return true;
}

/** Deletes what was there before the last restore, once the restored state was signed in to. */
export async function giveUpBefore(): Promise<void> {
  const { name, before } = await pointer();
  if (before === null) return;
  await withPointer(async (rows) => rows.put({ key: 'current', name, before: null }));
  for (const gone of [before, copyNameOf(before)]) await new Dexie(gone).delete();
}

/** Deletes what broken-off restores left behind. Only while no other restore runs (its lock is held). */
export async function sweepRestored(): Promise<void> {
  const { name, before } = await pointer();
  const kept = new Set((await listClients()).map(({ database }) => database));
  for (const left of await names()) if (isRestoredName(left) && left !== name && left !== before && !kept.has(left)) await new Dexie(left).delete();
}

/**
 * Deletes every database of the practice: the wipe after too many wrong passphrases. Where there are several clients, those of the
 * one client alone: the others have passphrases and leads of their own. `wiped`: the database whose keys were destroyed, which another
 * window may have left meanwhile; else the one in use.
 */
export async function deleteEveryStore(wiped: string | null = null): Promise<void> {
  const { name: current, before } = await pointer();
  const doomed = wiped ?? current;
  const others = (await listClients()).filter(({ database }) => database !== doomed);
  const [next] = others;
  if (next !== undefined) {
    await withPointer(async (rows) => {
      if (doomed === current) await rows.put({ key: 'current', name: next.database, before: null });
      await rows.put({ key: 'clients', clients: others });
    });
    for (const gone of [doomed, doomed === current ? before : null]) if (gone !== null) for (const name of [gone, copyNameOf(gone)]) await new Dexie(name).delete();
    return;
  }
  for (const name of await names()) if (name === DATABASE_NAME || name === POINTER || isRestoredName(name) || CLIENT_DATABASE.test(name) || name.startsWith(BEFORE_UPDATE)) await new Dexie(name).delete();
}
