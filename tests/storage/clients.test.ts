import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { addClient, otherPracticeIds } from '../../storage/clients.ts';
import { currentStoreName, deleteEveryStore, listClients, switchClient, switchStore, giveUpBefore, sweepRestored } from '../../storage/current-store.ts';
import { openDatabase } from '../../storage/db.ts';
import { findCandidates, identityTokens } from '../../storage/cases/find-cases.ts';
import { saveCapture } from '../../storage/cases/save-capture.ts';
import { savePayer } from '../../storage/payers.ts';
import { readPracticeId } from '../../storage/team/machine.ts';
import { createPractice, unlockVault } from '../../storage/vault/unlock.ts';
import { Vault } from '../../storage/vault/vault.ts';
import type { WriteContext } from '../../storage/write.ts';
import { AETNA, capture, deniedFacts, NOW, TODAY } from './cases/practice.ts';

const CHEAP = { memoryKiB: 64, iterations: 1, parallelism: 1 };
const ADA = 'nine calm otters file on time';
const BO = 'eleven loud geese never queue';

afterEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) if (name.startsWith('overturn')) await new Dexie(name).delete();
});

/** The practice of the database in use, set up anew, with its key open. */
async function setUp(userName: string, passphrase: string): Promise<WriteContext> {
  const db = await openDatabase();
  const made = await createPractice(db, { userName, practiceName: `Practice of ${userName}`, passphrase, payers: [], portals: [], timeZone: 'UTC', nowMs: NOW, cost: CHEAP });
  if (!made.ok) throw new Error(made.error.code);
  const ctx = { db, vault: await Vault.fromKey(made.value.dataKey), userId: made.value.userId, nowMs: NOW, today: TODAY };
  await savePayer(ctx, AETNA);
  return ctx;
}

test('a practice with one client has no list of clients and no second database', async () => {
  await setUp('Ada Fernhill', ADA);
  expect(await listClients()).toEqual([]);
  expect((await Dexie.getDatabaseNames()).filter((name) => name.startsWith('overturn'))).toEqual(['overturn']);
});

test('clients are apart: another key, other people, and the same claim is found in its own client only', async () => {
  const first = await setUp('Ada Fernhill', ADA);
  const saved = await saveCapture(first, capture(deniedFacts()), null, 'portal.example');
  expect(saved.ok).toBe(true);
  const added = await addClient(first, { name: 'Lakeside Therapy', ownName: 'Riverbend Billing' });
  if (!added.ok) throw new Error(added.error.code);
  expect(await addClient(first, { name: 'lakeside therapy', ownName: '' })).toMatchObject({ error: { code: 'name-taken' } });
  expect((await listClients()).map(({ name }) => name)).toEqual(['Riverbend Billing', 'Lakeside Therapy']);
  expect(await currentStoreName(), 'adding switches nothing').toBe('overturn');

  expect(await switchClient(added.value.clientId)).toBe(true);
  const second = await setUp('Bo Larkspur', BO);
  expect(second.db.name).not.toBe(first.db.name);
  // Ada has no passphrase there, and is not even known.
  expect(await unlockVault(second.db, { userId: first.userId, passphrase: ADA, nowMs: NOW })).toMatchObject({ error: { code: 'wrong-passphrase' } });
  const tokens = identityTokens(second.vault, { payer: 'aetna', library: 'Aetna', facts: deniedFacts() });
  expect((await findCandidates(second.db, second.vault, tokens)).size, 'the claim of the other client is not there').toBe(0);
  expect((await findCandidates(first.db, second.vault, tokens)).size, 'nor would its key find it where it is').toBe(0);
  const again = await saveCapture(second, capture(deniedFacts()), null, 'portal.example');
  expect(again).toMatchObject({ ok: true, value: { saved: [{ isNew: true }] } });
  expect([await first.db.cases.count(), await second.db.cases.count()]).toEqual([1, 1]);

  // A hand-over file of one client is known as that of another from the first day, before either ever gave or took one.
  const ids = [await readPracticeId(first.db), await readPracticeId(second.db)];
  expect(new Set(ids).size).toBe(2);
  expect(await otherPracticeIds(second.db.name)).toEqual([ids[0]]);
  expect(await otherPracticeIds(first.db.name)).toEqual([ids[1]]);
  first.db.close();
  second.db.close();
});

test('a restored backup belongs to the client it was restored over, and the databases of the others are left alone', async () => {
  const first = await setUp('Ada Fernhill', ADA);
  const added = await addClient(first, { name: 'Lakeside Therapy', ownName: 'Riverbend Billing' });
  if (!added.ok) throw new Error(added.error.code);
  const restored = 'overturn-restored-11111111';
  (await openDatabase(restored)).close();
  first.db.close();
  await switchStore(restored);
  expect((await listClients())[0]).toMatchObject({ name: 'Riverbend Billing', database: restored });
  expect(await switchClient(added.value.clientId), 'not before somebody signed in to what was restored').toBe(false);
  await giveUpBefore();
  expect(await switchClient(added.value.clientId)).toBe(true);
  await sweepRestored();
  expect(await Dexie.getDatabaseNames()).toContain(restored);
});

test('a wipe takes the client in use and no other', async () => {
  const first = await setUp('Ada Fernhill', ADA);
  const added = await addClient(first, { name: 'Lakeside Therapy', ownName: 'Riverbend Billing' });
  if (!added.ok) throw new Error(added.error.code);
  first.db.close();
  await deleteEveryStore();
  const names = await Dexie.getDatabaseNames();
  expect(names).not.toContain('overturn');
  expect(await currentStoreName()).toBe((await listClients())[0]?.database);
  expect((await listClients()).map(({ name }) => name)).toEqual(['Lakeside Therapy']);
});
