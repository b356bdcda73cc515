import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { deleteEveryStore } from '../../../storage/current-store.ts';
import { copyNameOf, DATABASE_NAME } from '../../../storage/database-names.ts';
import { openDatabase } from '../../../storage/db.ts';
import { COPY_DAYS, dropCopy, keptCopy, openCopy, settleCopy } from '../../../storage/backup/kept-copy.ts';
import { restoreBackup } from '../../../storage/backup/restore-backup.ts';
import { writeBackup } from '../../../storage/backup/write-backup.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { openCase } from '../../../storage/cases/open-case.ts';
import { copyBeforeUpdate } from '../../../storage/migrations/copy-before.ts';
import type { CopyProgress } from '../../../storage/migrations/copy-before.ts';
import { MIGRATION_STEPS } from '../../../storage/migrations/steps.ts';
import type { MigrationStep } from '../../../storage/migrations/steps.ts';
import { createPractice } from '../../../storage/vault/unlock.ts';
import { unlockVault } from '../../../storage/vault/unlock.ts';
import { Vault } from '../../../storage/vault/vault.ts';
import type { WriteContext } from '../../../storage/write.ts';
import { AETNA, capture, deniedFacts, NOW, TODAY } from '../cases/practice.ts';

const PASSPHRASE = 'nine calm otters file on time';
const CHEAP = { memoryKiB: 64, iterations: 1, parallelism: 1 };
const newest = MIGRATION_STEPS.at(-1)?.version ?? 0;
const DAY = 86_400_000;

afterEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) if (name.startsWith('overturn')) await Dexie.delete(name);
});

/** A next version that spoils what it was to move: what a copy is for. */
const spoiling: MigrationStep = { version: newest + 1, tables: { letters: 'id' }, upgrade: async (transaction) => { await transaction.table('cases').toCollection().modify({ payerKey: 'lost' }); } };

async function practice(): Promise<{ ctx: WriteContext; caseId: string; dataKey: Uint8Array }> {
  const db = await openDatabase();
  const made = await createPractice(db, { userName: 'Lena Marsh', practiceName: 'P', passphrase: PASSPHRASE, payers: [AETNA], portals: [], timeZone: 'UTC', nowMs: NOW, cost: CHEAP });
  if (!made.ok) throw new Error(made.error.code);
  const ctx = { db, vault: await Vault.fromKey(made.value.dataKey), userId: made.value.userId, nowMs: NOW, today: TODAY };
  const saved = await saveCapture(ctx, capture(deniedFacts()), null, 'portal.example');
  if (!saved.ok) throw new Error(saved.error.code);
  return { ctx, caseId: saved.value.saved[0]?.caseId ?? '', dataKey: made.value.dataKey };
}

async function updated(steps = [...MIGRATION_STEPS, spoiling]): Promise<Awaited<ReturnType<typeof openDatabase>>> {
  return openDatabase(undefined, { steps });
}

test('before an update changes the database, a copy of it is kept beside it: every row, and no way in', async () => {
  const { ctx, caseId } = await practice();
  const rows = await Promise.all(ctx.db.tables.filter(({ name }) => name !== 'wraps').map(async (table) => table.count()));
  const before = await ctx.db.cases.get(caseId);
  ctx.db.close();
  const db = await updated();
  expect((await db.cases.get(caseId))?.payerKey, 'the update did its work').toBe('lost');
  await settleCopy({ ...ctx, db });
  expect(await keptCopy(db)).toEqual({ from: newest, to: newest + 1, rows: rows.reduce((sum, count) => sum + count, 0), sinceMs: NOW });
  const copy = await openCopy(db, { from: newest });
  expect(await copy.cases.get(caseId)).toEqual(before);
  expect(await copy.wraps.count()).toBe(0);
  copy.close();
  expect(await db.audit.orderBy('seq').last()).toMatchObject({ command: 'store:updated', outcome: 'done' });
  const noted = await db.audit.count();
  await settleCopy({ ...ctx, db, nowMs: NOW + DAY });
  expect(await db.audit.count(), 'noted once').toBe(noted);
  db.close();
});

test('what was before can be saved as a backup and restored: the record opens with the passphrase of today', async () => {
  const { ctx, caseId } = await practice();
  ctx.db.close();
  const db = await updated();
  await settleCopy({ ...ctx, db });
  const copy = await openCopy(db, { from: newest });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await writeBackup({ ...ctx, db: copy }, { passphrase: PASSPHRASE, product: '0.1.0', cost: CHEAP, wraps: db.wraps }, (bytes) => { pieces.push(bytes.slice()); return Promise.resolve(); });
  copy.close();
  const { name } = await restoreBackup(new Blob(pieces), PASSPHRASE, { userId: ctx.userId, nowMs: NOW });
  const restored = await openDatabase(name);
  const opened = await unlockVault(restored, { userId: ctx.userId, passphrase: PASSPHRASE, nowMs: NOW });
  if (!opened.ok) throw new Error(opened.error.code);
  const row = await restored.cases.get(caseId);
  if (row === undefined) throw new Error('gone');
  expect(row.payerKey).toBe('aetna');
  expect((await openCase(await Vault.fromKey(opened.value.dataKey), row)).facts).toEqual(deniedFacts());
  restored.close();
  db.close();
});

test('a copy that was broken off is no copy: it is made anew while the update waits, and swept where the update is done', async () => {
  const { ctx } = await practice();
  ctx.db.close();
  const half = new Dexie(copyNameOf(DATABASE_NAME));
  half.version(newest).stores({ meta: 'key', cases: 'id' });
  await half.open();
  half.close();
  const db = await updated();
  await settleCopy({ ...ctx, db });
  expect(await keptCopy(db)).toMatchObject({ from: newest });
  // Killed in the middle of a copy of an update that then went through without one.
  const mark = new Dexie(copyNameOf(DATABASE_NAME));
  await mark.open();
  await mark.table('meta').delete('copied-before-update');
  mark.close();
  await settleCopy({ ...ctx, db });
  expect(await Dexie.exists(copyNameOf(DATABASE_NAME))).toBe(false);
  db.close();
});

test('a copy that was broken off goes on where it was, unless somebody worked since', async () => {
  for (const worked of [false, true]) {
    const { ctx, caseId } = await practice();
    await ctx.db.drafts.put({ key: `${ctx.userId}/note:1`, userId: ctx.userId, atMs: NOW, sealed: await ctx.vault.seal('drafts', `${ctx.userId}/note:1`, { text: 'before' }) });
    const rows = (await Promise.all(ctx.db.tables.filter(({ name }) => name !== 'wraps').map(async (table) => table.count()))).reduce((sum, count) => sum + count, 0);
    ctx.db.close();
    const copyAgain = async (): Promise<void> => copyBeforeUpdate(DATABASE_NAME, newest, newest + 1, MIGRATION_STEPS);
    await copyAgain();
    // As if the browser had ended the background in the middle: the cases are there, one of them marked; drafts had come, and others since.
    const half = new Dexie(copyNameOf(DATABASE_NAME));
    await half.open();
    await half.table('meta').delete('copied-before-update');
    const { value: progress } = await half.table('meta').get('copy-under-way') as { value: CopyProgress };
    await half.table('meta').put({ key: 'copy-under-way', value: { ...progress, rows: 2, done: ['cases', 'drafts'], end: worked ? 'another end' : progress.end } });
    await half.table('cases').update(caseId, { payerKey: 'marked' });
    await half.table('drafts').toCollection().modify({ atMs: 0 });
    half.close();
    await copyAgain();
    const copy = new Dexie(copyNameOf(DATABASE_NAME));
    await copy.open();
    expect((await copy.table('cases').get(caseId) as { payerKey: string }).payerKey).toBe(worked ? 'aetna' : 'marked');
    expect((await copy.table('drafts').toArray() as { atMs: number }[]).map(({ atMs }) => atMs), 'what leaves no row of the trail is copied anew').toEqual([NOW]);
    expect((await copy.table('meta').get('copied-before-update') as { value: { rows: number } }).value.rows).toBe(rows);
    copy.close();
    for (const name of await Dexie.getDatabaseNames()) if (name.startsWith('overturn')) await Dexie.delete(name);
  }
});

test('a copy that is whole, of an update that was broken off after it, counts the same rows when it goes on', async () => {
  const { ctx } = await practice();
  const rows = (await Promise.all(ctx.db.tables.filter(({ name }) => name !== 'wraps').map(async (table) => table.count()))).reduce((sum, count) => sum + count, 0);
  // A practice that was restored from such a copy has its marks among its rows; they are not copied.
  await ctx.db.meta.bulkPut(['copied-before-update', 'copy-under-way'].map((key) => ({ key, value: { from: 1, to: 2, rows: 3 } })));
  ctx.db.close();
  for (const time of ['at first', 'gone on with', 'gone on with again']) {
    await copyBeforeUpdate(DATABASE_NAME, newest, newest + 1, MIGRATION_STEPS);
    const copy = new Dexie(copyNameOf(DATABASE_NAME));
    await copy.open();
    expect((await copy.table('meta').get('copied-before-update') as { value: { rows: number } }).value.rows, time).toBe(rows);
    copy.close();
  }
});

test('where there is no room for a copy nobody is locked out: the update is done, and the trail says that it went without', async () => {
  const { ctx } = await practice();
  ctx.db.close();
  const real = Reflect.get(IDBObjectStore.prototype, 'put') as (this: IDBObjectStore, value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>;
  IDBObjectStore.prototype.put = function full(this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) {
    if (this.transaction.db.name === copyNameOf(DATABASE_NAME)) throw new DOMException('The disk is full', 'QuotaExceededError');
    return real.apply(this, args);
  };
  try {
    const db = await updated();
    await settleCopy({ ...ctx, db });
    expect(await db.audit.orderBy('seq').last()).toMatchObject({ command: 'store:updated', outcome: 'storage-full' });
    expect(await Dexie.exists(copyNameOf(DATABASE_NAME))).toBe(false);
    db.close();
  } finally {
    IDBObjectStore.prototype.put = real;
  }
});

test('a copy goes after its days, when a lead says so, and with a wipe', async () => {
  const { ctx } = await practice();
  ctx.db.close();
  let db = await updated();
  await settleCopy({ ...ctx, db });
  await settleCopy({ ...ctx, db, nowMs: NOW + (COPY_DAYS - 1) * DAY });
  expect(await keptCopy(db)).not.toBeNull();
  await settleCopy({ ...ctx, db, nowMs: NOW + (COPY_DAYS + 1) * DAY });
  expect(await Dexie.exists(copyNameOf(DATABASE_NAME))).toBe(false);
  expect(await db.audit.orderBy('seq').last()).toMatchObject({ command: 'backup:drop-copy', subject: 'after its days' });
  db.close();

  const next: MigrationStep = { version: newest + 2, tables: { more: 'id' } };
  db = await updated([...MIGRATION_STEPS, spoiling, next]);
  await settleCopy({ ...ctx, db, nowMs: NOW });
  expect(await keptCopy(db)).toMatchObject({ from: newest + 1, to: newest + 2 });
  await dropCopy({ ...ctx, db }, 'by a person');
  expect(await keptCopy(db)).toBeNull();
  db.close();

  const last: MigrationStep = { version: newest + 3, tables: { most: 'id' } };
  (await updated([...MIGRATION_STEPS, spoiling, next, last])).close();
  expect(await Dexie.exists(copyNameOf(DATABASE_NAME))).toBe(true);
  await deleteEveryStore();
  expect((await Dexie.getDatabaseNames()).filter((name) => name.startsWith('overturn'))).toEqual([]);
});

test('practice mode, a new database and a database as it should be are not copied', async () => {
  const { ctx } = await practice();
  ctx.db.close();
  (await openDatabase()).close();
  (await openDatabase('overturn-training', { steps: MIGRATION_STEPS.slice(0, -1) })).close();
  (await openDatabase('overturn-training')).close();
  expect((await Dexie.getDatabaseNames()).filter((name) => name.startsWith('overturn')).sort()).toEqual(['overturn', 'overturn-training']);
});
