import Dexie from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { addClient } from '../../../storage/clients.ts';
import { currentStoreName, giveUpBefore, switchStore } from '../../../storage/current-store.ts';
import { openDatabase } from '../../../storage/db.ts';
import type { OverturnDatabase } from '../../../storage/db.ts';
import { createPractice } from '../../../storage/vault/unlock.ts';
import { Vault } from '../../../storage/vault/vault.ts';
import { NOW, TODAY } from '../../storage/cases/practice.ts';

/** A client that cannot be switched to leaves everything as it is: nobody is signed out, and the trail says nothing that did not happen. */
let db: OverturnDatabase;
const done: string[] = [];

vi.mock('wxt/browser', () => ({ browser: { storage: { session: { set: () => Promise.resolve() } } } }));
vi.mock('../../../entrypoints/background/services.ts', () => ({ needWriteContext: () => Promise.reject(new Error('locked')), openStore: () => Promise.resolve(db), closeStore: () => { done.push('closed'); return Promise.resolve(); } }));
vi.mock('../../../entrypoints/background/sweep.ts', () => ({ sweepSoon: () => undefined }));
vi.mock('../../../entrypoints/background/vault-lock.ts', () => ({ lockVault: async () => { done.push(`locked after ${(await db.audit.where('seq').above(0).filter(({ command }) => command === 'client:switch').count())} rows`); } }));
vi.mock('../../../entrypoints/shared/training-mode.ts', () => ({ isTraining: () => Promise.resolve(false) }));

const { teamHandlers } = await import('../../../entrypoints/background/handlers/team.ts');

afterEach(async () => {
  db.close();
  for (const name of await Dexie.getDatabaseNames()) if (name.startsWith('overturn')) await new Dexie(name).delete();
});

test('a switch that cannot be is refused before anything is locked, closed or written', async () => {
  db = await openDatabase();
  const made = await createPractice(db, { userName: 'Ada Fernhill', practiceName: 'Riverbend', passphrase: 'nine calm otters file on time', payers: [], portals: [], timeZone: 'UTC', nowMs: NOW, cost: { memoryKiB: 64, iterations: 1, parallelism: 1 } });
  if (!made.ok) throw new Error(made.error.code);
  const added = await addClient({ db, vault: await Vault.fromKey(made.value.dataKey), userId: made.value.userId, nowMs: NOW, today: TODAY }, { name: 'Lakeside Therapy', ownName: 'Riverbend Billing' });
  if (!added.ok) throw new Error(added.error.code);
  const restored = 'overturn-restored-11111111';
  (await openDatabase(restored)).close();
  await switchStore(restored); // nobody signed in to it yet

  const { clientId } = added.value;
  const rows = async () => (await db.audit.toArray()).filter(({ command }) => command === 'client:switch').map(({ subject, outcome }) => [subject, outcome]);
  expect(await teamHandlers['client:switch']({ clientId }, { kind: 'page' } as never)).toMatchObject({ ok: false });
  expect([done, await rows(), await currentStoreName()]).toEqual([[], [], restored]);

  await switchStore('overturn');
  await giveUpBefore();
  expect(await teamHandlers['client:switch']({ clientId }, { kind: 'page' } as never)).toMatchObject({ ok: true });
  expect(done).toEqual(['locked after 0 rows', 'closed']);
  expect(await rows()).toEqual([[clientId, 'done']]);
  expect(await currentStoreName()).not.toBe('overturn');
});
