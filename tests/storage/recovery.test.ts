import { afterEach, beforeEach, expect, test } from 'vitest';
import { recoveryKeyOf } from '../../rules/recovery/recovery-key.ts';
import { verifyAudit } from '../../storage/audit.ts';
import { openDatabase } from '../../storage/db.ts';
import type { OverturnDatabase } from '../../storage/db.ts';
import { hasRecoveryKey, recoveryNotice } from '../../storage/vault/recovery-state.ts';
import { recoveryNoticed, setRecoveryKey, openWithRecoveryKey } from '../../storage/vault/recovery.ts';
import { createPractice, unlockVault } from '../../storage/vault/unlock.ts';
import { Vault } from '../../storage/vault/vault.ts';
import { setWipeAfter } from '../../storage/vault/wipe-setting.ts';
import { wipeAfter } from '../../storage/vault/wipe.ts';
import type { WriteContext } from '../../storage/write.ts';

const cost = { memoryKiB: 64, iterations: 1, parallelism: 1 };
const passphrase = 'seven quiet herons 41';
const next = 'nine louder cranes 77';
const key = recoveryKeyOf(Uint8Array.from({ length: 26 }, (_, index) => index * 7));
const otherKey = recoveryKeyOf(Uint8Array.from({ length: 26 }, (_, index) => index * 5 + 1));

let db: OverturnDatabase;
let ctx: WriteContext;
let dataKey: Uint8Array<ArrayBuffer>;
beforeEach(async () => {
  db = await openDatabase(`recovery-${crypto.randomUUID()}`);
  const made = await createPractice(db, { userName: 'Inez Farrow', practiceName: 'Lakeside Ear Clinic', passphrase, payers: [], portals: [], timeZone: 'America/Chicago', nowMs: 1000, cost });
  if (!made.ok) throw new Error(made.error.code);
  ({ dataKey } = made.value);
  ctx = { db, vault: await Vault.fromKey(dataKey), userId: made.value.userId, nowMs: 2000, today: '2026-11-27' };
});
afterEach(async () => db.delete());

const set = async (more: Partial<{ key: string; passphrase: string | null; nowMs: number }> = {}) => setRecoveryKey({ ...ctx, nowMs: more.nowMs ?? ctx.nowMs }, dataKey, { key, passphrase: null, ...more }, cost);
const use = async (more: Partial<{ key: string; next: string; nowMs: number; userId: string }> = {}) => openWithRecoveryKey(db, { userId: ctx.userId, key, next, nowMs: 100_000, ...more }, cost);
const trail = async () => (await db.audit.toArray()).map(({ command, outcome }) => `${command} ${outcome}`);

test('the recovery key opens the same vault and gives a user a new passphrase; the old one opens nothing', async () => {
  expect(await hasRecoveryKey(db)).toBe(false);
  expect(await use()).toMatchObject({ error: { code: 'no-recovery-key' } });
  expect(await set()).toMatchObject({ ok: true });
  expect(await hasRecoveryKey(db)).toBe(true);
  expect(await use({ key: key.toLowerCase().replaceAll('-', ' ') })).toEqual({ ok: true, value: { userId: ctx.userId, dataKey } });
  expect(await unlockVault(db, { userId: ctx.userId, passphrase, nowMs: 200_000 })).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(await unlockVault(db, { userId: ctx.userId, passphrase: next, nowMs: 200_000 })).toEqual({ ok: true, value: { userId: ctx.userId, dataKey } });
  expect(await trail()).toEqual(expect.arrayContaining(['recovery:set done', 'recovery:use done']));
  expect(await verifyAudit(db, ctx.vault)).toMatchObject({ ok: true });
});

test('the key stands nowhere in the store', async () => {
  await set();
  const all = JSON.stringify(await Promise.all(db.tables.map(async (table) => table.toArray())));
  expect(all).not.toContain(key);
  expect(all).not.toContain(key.replaceAll('-', ''));
});

test('everybody is told of a use until they have read it, also a user who was not there', async () => {
  await db.users.add({ id: 'user-later', name: 'Bo', role: 'biller', createdMs: 1 });
  await set();
  expect(await recoveryNotice(db, ctx.userId)).toBeNull();
  await use();
  expect(await recoveryNotice(db, 'user-later')).toEqual({ atMs: 100_000, userId: ctx.userId });
  expect(await recoveryNotice(db, ctx.userId)).toEqual({ atMs: 100_000, userId: ctx.userId });
  await recoveryNoticed(ctx);
  await recoveryNoticed(ctx);
  expect(await recoveryNotice(db, ctx.userId)).toBeNull();
  expect(await recoveryNotice(db, 'user-later')).not.toBeNull();
  expect((await trail()).filter((row) => row === 'recovery:noticed done')).toHaveLength(1);
});

test('a new key ends the one before; it takes the passphrase, which only the first key right after setting up does not', async () => {
  await set();
  expect(await set({ key: otherKey })).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(await set({ key: otherKey, passphrase })).toMatchObject({ ok: true });
  expect(await use()).toMatchObject({ error: { code: 'wrong-recovery-key' } });
  expect(await use({ key: otherKey, nowMs: 300_000 })).toMatchObject({ ok: true });
  expect(await db.wraps.filter((row) => row.kind === 'recovery').count()).toBe(1);
});

test('an hour after setting up the first key takes the passphrase too', async () => {
  expect(await set({ nowMs: 3_700_000 })).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(await set({ nowMs: 3_800_000, passphrase })).toMatchObject({ ok: true });
});

test('wrong keys are slowed down, mistyped ones cost nothing, and a killed try is counted', async () => {
  await set();
  expect(await use({ key: `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}` })).toMatchObject({ error: { code: 'bad-request', field: 'key' } });
  expect(await use({ next: 'short' })).toMatchObject({ error: { code: 'weak-passphrase' } });
  expect(await use({ userId: 'nobody-here' })).toMatchObject({ error: { code: 'bad-request', field: 'userId' } });
  for (let n = 0; n < 3; n += 1) expect(await use({ key: otherKey, nowMs: 100_000 + n })).toMatchObject({ error: { code: 'wrong-recovery-key' } });
  expect(await use({ nowMs: 100_500 })).toEqual({ ok: false, error: { code: 'backed-off', untilMs: 102_002 } });
  expect(await use({ nowMs: 102_003 })).toMatchObject({ ok: true });
});

test('a backup of another practice or a wrap moved about does not make a recovery key', async () => {
  await set();
  const wrap = (await db.wraps.toArray()).find((row) => row.kind === 'recovery');
  if (wrap === undefined) throw new Error('no wrap');
  await db.wraps.put({ ...wrap, id: 'another-id' });
  await db.wraps.delete(wrap.id);
  expect(await use()).toMatchObject({ error: { code: 'wrong-recovery-key' } });
});

test('nothing is ever deleted unless a lead set it, with the passphrase', async () => {
  expect(await wipeAfter(db)).toBeNull();
  let now = 10_000_000;
  for (let n = 0; n < 30; n += 1) {
    now += 3_600_000;
    expect(await unlockVault(db, { userId: ctx.userId, passphrase: 'not this one', nowMs: now })).toMatchObject({ error: { code: 'wrong-passphrase' } });
  }
  expect(await db.wraps.count()).toBe(1);
  expect(await setWipeAfter({ ...ctx, nowMs: now + 3_600_000 }, { after: 3, passphrase })).toMatchObject({ error: { code: 'bad-request' } });
  expect(await setWipeAfter({ ...ctx, nowMs: now + 3_600_000 }, { after: 10, passphrase: 'not this one' })).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(await wipeAfter(db)).toBeNull();
});

test('after as many wrong tries as were set no key is left; a right try in between begins anew', async () => {
  await set();
  expect(await setWipeAfter(ctx, { after: 10, passphrase })).toMatchObject({ ok: true });
  let now = 10_000_000;
  const wrong = async () => unlockVault(db, { userId: ctx.userId, passphrase: 'not this one', nowMs: (now += 3_600_000) });
  for (let n = 0; n < 9; n += 1) expect(await wrong()).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(await unlockVault(db, { userId: ctx.userId, passphrase, nowMs: (now += 3_600_000) })).toMatchObject({ ok: true });
  for (let n = 0; n < 9; n += 1) expect(await wrong()).toMatchObject({ error: { code: 'wrong-passphrase' } });
  // A try that must wait is none.
  expect(await unlockVault(db, { userId: ctx.userId, passphrase: 'not this one', nowMs: now + 1 })).toMatchObject({ error: { code: 'backed-off' } });
  expect(await db.wraps.count()).toBe(2);
  expect(await wrong()).toMatchObject({ error: { code: 'wiped' } });
  expect(await db.wraps.count()).toBe(0);
  expect(await unlockVault(db, { userId: ctx.userId, passphrase, nowMs: now + 9_000_000 })).toMatchObject({ error: { code: 'vault-absent' } });
});

test('a stranger\'s name cannot have a practice deleted', async () => {
  await setWipeAfter(ctx, { after: 10, passphrase });
  let now = 10_000_000;
  for (let n = 0; n < 25; n += 1) await unlockVault(db, { userId: 'nobody-here', passphrase: 'not this one', nowMs: (now += 3_600_000) });
  expect(await db.wraps.count()).toBe(1);
});
