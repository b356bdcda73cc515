import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyAudit } from '../../storage/audit.ts';
import { openDatabase } from '../../storage/db.ts';
import type { OverturnDatabase } from '../../storage/db.ts';
import { backOffMs, blockedUntil } from '../../storage/vault/back-off.ts';
import { KDF_COST } from '../../storage/vault/key-wrap.ts';
import { passphraseStrength } from '../../storage/vault/passphrase-strength.ts';
import { backOffUntil, changePassphrase, checkPassphrase, createPractice, unlockVault } from '../../storage/vault/unlock.ts';
import { Vault } from '../../storage/vault/vault.ts';

const cost = { memoryKiB: 256, iterations: 1, parallelism: 1 };
const passphrase = 'seven quiet herons 41';
const first = { userName: 'Inez Farrow', practiceName: 'Lakeside Ear Clinic', passphrase, payers: [], portals: [], timeZone: 'America/Chicago', nowMs: 1000, cost };

let db: OverturnDatabase;
beforeEach(async () => {
  db = await openDatabase(`unlock-${crypto.randomUUID()}`);
});
afterEach(async () => db.delete());

async function practice(): Promise<{ userId: string; dataKey: Uint8Array<ArrayBuffer> }> {
  const made = await createPractice(db, first);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

test('the cost is what RFC 9106 recommends second', () => expect(KDF_COST).toEqual({ memoryKiB: 65536, iterations: 3, parallelism: 4 }));

test('a practice is made once, opens with its passphrase and with no other', async () => {
  const { userId, dataKey } = await practice();
  expect(await createPractice(db, first)).toMatchObject({ ok: false, error: { code: 'vault-exists' } });
  expect(await unlockVault(db, { userId, passphrase, nowMs: 2000 })).toEqual({ ok: true, value: { userId, dataKey } });
  expect(await unlockVault(db, { userId, passphrase: `${passphrase} `, nowMs: 2000 })).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
  expect(await unlockVault(await openDatabase(`empty-${crypto.randomUUID()}`), { userId, passphrase, nowMs: 2000 })).toMatchObject({ ok: false, error: { code: 'vault-absent' } });
});

test('two welcome pages at once make one practice', async () => {
  const made = await Promise.all([createPractice(db, first), createPractice(db, first)]);
  expect(made.filter((result) => result.ok)).toHaveLength(1);
  expect(await db.users.count()).toBe(1);
  expect(await db.wraps.count()).toBe(1);
});

test('wrong tries are slowed down more and more, and the right one ends it', async () => {
  const { userId } = await practice();
  const wrong = async (nowMs: number) => unlockVault(db, { userId, passphrase: 'not this one at all', nowMs });
  expect(await wrong(10_000)).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(await wrong(10_001)).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(await wrong(10_002)).toMatchObject({ error: { code: 'wrong-passphrase' } });
  // The third failure closes the door for two seconds, to the right passphrase too.
  expect(await unlockVault(db, { userId, passphrase, nowMs: 11_000 })).toEqual({ ok: false, error: { code: 'backed-off', untilMs: 12_002 } });
  expect(await backOffUntil(db, userId, 11_000)).toBe(12_002);
  expect(await wrong(12_003)).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(await unlockVault(db, { userId, passphrase, nowMs: 14_000 })).toEqual({ ok: false, error: { code: 'backed-off', untilMs: 16_003 } });
  expect(await unlockVault(db, { userId, passphrase, nowMs: 16_003 })).toMatchObject({ ok: true });
  expect(await backOffUntil(db, userId, 16_003)).toBeNull();
  expect(await verifyAudit(db)).toEqual({ ok: true, rows: 1 + 7 });
});

test('a user who does not exist gets the same answers', async () => {
  await practice();
  const stranger = async (nowMs: number) => unlockVault(db, { userId: 'nobody-at-all', passphrase, nowMs });
  for (const nowMs of [1, 2, 3]) expect(await stranger(nowMs)).toEqual({ ok: false, error: { code: 'wrong-passphrase', field: 'passphrase' } });
  expect(await stranger(4)).toEqual({ ok: false, error: { code: 'backed-off', untilMs: 2003 } });
});

test('the wait grows to a quarter of an hour, and a clock set back cannot make it longer', () => {
  expect([1, 2, 3, 4, 5, 12, 500].map(backOffMs)).toEqual([0, 0, 2000, 4000, 8000, 900_000, 900_000]);
  expect(blockedUntil(5000, 5000)).toBeNull();
  expect(blockedUntil(10_000_000_000, 1000)).toBe(901_000);
});

test('changing the passphrase rewraps and rewrites nothing sealed', async () => {
  const { userId, dataKey } = await practice();
  const vault = await Vault.fromKey(dataKey);
  const sealed = await vault.seal('payerNotes', 'note-0001', 'kept');
  await db.payerNotes.add({ id: 'note-0001', payerKey: 'p', atMs: 1, userId, tags: [], sealed });
  const ctx = { db, vault, userId, nowMs: 5000, today: '2026-11-21' };
  expect(await changePassphrase(ctx, { current: 'wrong wrong wrong', next: 'nine louder cranes 77' }, cost)).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(await changePassphrase(ctx, { current: passphrase, next: 'short' }, cost)).toMatchObject({ error: { code: 'weak-passphrase', field: 'next' } });
  expect(await changePassphrase(ctx, { current: passphrase, next: passphrase }, cost)).toMatchObject({ error: { code: 'same-passphrase', field: 'next' } });
  expect(await changePassphrase(ctx, { current: passphrase, next: 'nine louder cranes 77' }, cost)).toMatchObject({ ok: true });
  expect((await db.payerNotes.get('note-0001'))?.sealed).toEqual(sealed);
  expect(await unlockVault(db, { userId, passphrase, nowMs: 6000 })).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(await unlockVault(db, { userId, passphrase: 'nine louder cranes 77', nowMs: 6000 })).toEqual({ ok: true, value: { userId, dataKey } });
});

test('a wrap moved to another user or with its cost altered does not open', async () => {
  const { userId } = await practice();
  const [wrap] = await db.wraps.toArray();
  if (wrap === undefined) throw new Error('no wrap');
  await db.wraps.put({ ...wrap, userId: 'somebody-else' });
  expect(await unlockVault(db, { userId: 'somebody-else', passphrase, nowMs: 1 })).toMatchObject({ error: { code: 'wrong-passphrase' } });
  await db.wraps.put({ ...wrap, kdf: { ...wrap.kdf, memoryKiB: 2 ** 31 } });
  await expect(unlockVault(db, { userId, passphrase, nowMs: 1 })).rejects.toMatchObject({ code: 'damaged-record' });
});

test.each([
  ['aaaaaaaaaaaaaaaa', false], ['1234567890123456', false], ['password', false], ['passwordpassword', false], ['Password1234', false], ['inez farrow', false],
  ['short', false], ['', false], ['seven quiet herons 41', true], ['tR7#xq!9Lw', true], ['mein langer satz über gänse', true],
])('passphrase strength %#', (text, acceptable) => expect(passphraseStrength(text, ['Inez Farrow', 'Lakeside Ear Clinic']).acceptable).toBe(acceptable));

test('a passphrase asked for once more while signed in has a word of its own in the trail, and is counted as a try all the same', async () => {
  const { userId, dataKey } = await practice();
  const ctx = { db, vault: await Vault.fromKey(dataKey), userId, nowMs: 2000, today: '2026-03-10' };
  expect(await checkPassphrase(ctx, 'not this one')).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
  expect(await checkPassphrase(ctx, passphrase)).toEqual({ ok: true, value: {} });
  expect((await changePassphrase(ctx, { current: passphrase, next: 'nine loud otters 77 brook' }, cost)).ok).toBe(true);
  expect((await db.audit.toArray()).map(({ command, outcome }) => `${command} ${outcome}`)).toEqual([
    'practice:create done', 'vault:check-passphrase wrong-passphrase', 'vault:check-passphrase done', 'vault:check-passphrase done', 'vault:change-passphrase done',
  ]);
});
