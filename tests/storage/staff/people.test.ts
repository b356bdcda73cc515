import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyAudit } from '../../../storage/audit.ts';
import { openDatabase } from '../../../storage/db.ts';
import type { OverturnDatabase } from '../../../storage/db.ts';
import { listPeople, listUsers, roleOf, userNames } from '../../../storage/people.ts';
import { addPerson, leavePractice, saveOwnAbsences, savePerson, setFirstPassphrase } from '../../../storage/staff/change-people.ts';
import { savePools } from '../../../storage/staff/pools.ts';
import { changePassphrase, createPractice, unlockVault } from '../../../storage/vault/unlock.ts';
import { Vault } from '../../../storage/vault/vault.ts';
import type { WriteContext } from '../../../storage/write.ts';

const cost = { memoryKiB: 64, iterations: 1, parallelism: 1 };
const passphrase = 'seven quiet herons 41';
const first = 'handed over on paper 9';
const own = 'my very own sentence 3';
const none = { skills: [], payerKeys: [], pools: [], away: [] };

let db: OverturnDatabase;
let ctx: WriteContext;
let dataKey: Uint8Array<ArrayBuffer>;
beforeEach(async () => {
  db = await openDatabase(`people-${crypto.randomUUID()}`);
  const made = await createPractice(db, { userName: 'Inez Farrow', practiceName: 'Lakeside Ear Clinic', passphrase, payers: [], portals: [], timeZone: 'America/Chicago', nowMs: 1000, cost });
  if (!made.ok) throw new Error(made.error.code);
  dataKey = made.value.dataKey.slice();
  ctx = { db, vault: await Vault.fromKey(made.value.dataKey), userId: made.value.userId, nowMs: 2000, today: '2026-11-27' };
});
afterEach(async () => db.delete());

async function add(name: string, role: 'biller' | 'lead' | 'auditor' = 'biller'): Promise<string> {
  const added = await addPerson(ctx, dataKey, { name, role, passphrase: first }, cost);
  if (!added.ok) throw new Error(added.error.code);
  return added.value.personId;
}

describe('several people in one profile', () => {
  test('each opens the same vault with a passphrase of their own, and with nobody else\'s', async () => {
    const bo = await add('Bo Larkspur');
    expect(await unlockVault(db, { userId: bo, passphrase: first, nowMs: 3000 })).toEqual({ ok: true, value: { userId: bo, dataKey } });
    expect(await unlockVault(db, { userId: bo, passphrase, nowMs: 3000 })).toMatchObject({ error: { code: 'wrong-passphrase' } });
    expect(await unlockVault(db, { userId: ctx.userId, passphrase: first, nowMs: 3000 })).toMatchObject({ error: { code: 'wrong-passphrase' } });
    expect((await listUsers(db)).map(({ name, role }) => `${name} ${role}`)).toEqual(['Inez Farrow lead', 'Bo Larkspur biller']);
  });

  test('a first passphrase has to give way to an own one, which may not be the same', async () => {
    const bo = await add('Bo Larkspur');
    const mine = { ...ctx, userId: bo };
    expect((await listPeople(db)).find(({ id }) => id === bo)?.needsOwnPassphrase).toBe(true);
    expect(await changePassphrase(mine, { current: first, next: first }, cost)).toMatchObject({ error: { code: 'same-passphrase', field: 'next' } });
    expect(await changePassphrase(mine, { current: first, next: own }, cost)).toMatchObject({ ok: true });
    expect((await listPeople(db)).find(({ id }) => id === bo)?.needsOwnPassphrase).toBe(false);
    expect(await unlockVault(db, { userId: bo, passphrase: first, nowMs: 9000 })).toMatchObject({ error: { code: 'wrong-passphrase' } });
    expect(await unlockVault(db, { userId: bo, passphrase: own, nowMs: 9000 })).toMatchObject({ ok: true });
  });

  test('who forgot theirs gets a new first one, and the forgotten one opens nothing', async () => {
    const bo = await add('Bo Larkspur');
    expect(await setFirstPassphrase(ctx, dataKey, { personId: bo, passphrase: own }, cost)).toMatchObject({ ok: true });
    expect(await unlockVault(db, { userId: bo, passphrase: first, nowMs: 9000 })).toMatchObject({ ok: false });
    expect(await unlockVault(db, { userId: bo, passphrase: own, nowMs: 9000 })).toMatchObject({ ok: true });
    expect(await setFirstPassphrase(ctx, dataKey, { personId: ctx.userId, passphrase: own }, cost), 'nobody goes round their own passphrase').toMatchObject({ ok: false });
  });

  test('a name is taken only once, in whatever letters, so that the trail tells people apart', async () => {
    await add('Bo Larkspur');
    expect(await addPerson(ctx, dataKey, { name: ' bo larkspur', role: 'biller', passphrase: first }, cost)).toMatchObject({ error: { code: 'name-taken' } });
    for (const name of ['BO  LARKSPUR', 'Bo Larkspur\u200B', 'Bo\u00A0Lark\u2060spur']) expect(await addPerson(ctx, dataKey, { name, role: 'biller', passphrase: first }, cost), 'nor with what nobody sees').toMatchObject({ error: { code: 'name-taken' } });
    expect(await addPerson(ctx, dataKey, { name: '\u200B\u2060', role: 'biller', passphrase: first }, cost)).toMatchObject({ error: { code: 'bad-request', field: 'name' } });
    expect(await addPerson(ctx, dataKey, { name: 'Wren', role: 'biller', passphrase: 'wren' }, cost)).toMatchObject({ error: { code: 'weak-passphrase' } });
  });

  test('the last lead can neither leave nor become anything else', async () => {
    const bo = await add('Bo Larkspur');
    expect(await savePerson(ctx, { personId: ctx.userId, name: 'Inez Farrow', role: 'biller', ...none })).toMatchObject({ error: { code: 'last-lead' } });
    expect(await leavePractice(ctx, ctx.userId)).toMatchObject({ error: { code: 'last-lead' } });
    expect(await savePerson(ctx, { personId: bo, name: 'Bo Larkspur', role: 'lead', ...none })).toMatchObject({ ok: true });
    expect(await leavePractice(ctx, ctx.userId), 'nobody leaves by their own hand').toMatchObject({ error: { code: 'not-allowed' } });
    expect(await leavePractice({ ...ctx, userId: bo }, ctx.userId)).toMatchObject({ ok: true });
    expect(await leavePractice({ ...ctx, userId: bo }, bo)).toMatchObject({ error: { code: 'last-lead' } });
  });

  test('two leads who demote each other at once leave one lead', async () => {
    const bo = await add('Bo Larkspur', 'lead');
    const done = await Promise.all([
      savePerson(ctx, { personId: bo, name: 'Bo Larkspur', role: 'biller', ...none }), savePerson({ ...ctx, userId: bo }, { personId: ctx.userId, name: 'Inez Farrow', role: 'biller', ...none }),
    ]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await listPeople(db)).filter(({ role }) => role === 'lead')).toHaveLength(1);
  });

  test('who left opens nothing, has no role and no place on the sign-in screen, and keeps their name on what they did', async () => {
    const bo = await add('Bo Larkspur');
    expect(await leavePractice(ctx, bo)).toMatchObject({ ok: true });
    expect(await db.wraps.where('userId').equals(bo).count(), 'the wrap is destroyed').toBe(0);
    expect(await unlockVault(db, { userId: bo, passphrase: first, nowMs: 9000 })).toMatchObject({ error: { code: 'wrong-passphrase' } });
    expect(await roleOf(db, bo)).toBeNull();
    expect((await listUsers(db)).map(({ id }) => id)).not.toContain(bo);
    expect((await userNames(db)).get(bo)).toBe('Bo Larkspur');
    expect(await addPerson(ctx, dataKey, { name: 'Bo Larkspur', role: 'biller', passphrase: first }, cost), 'the name is free again').toMatchObject({ ok: true });
  });

  test('nobody leaves with open cases', async () => {
    const bo = await add('Bo Larkspur');
    await db.cases.add({ id: 'case-1', open: 1, ownerId: bo, priority: 5, nextDay: 9 } as never);
    expect(await leavePractice(ctx, bo)).toMatchObject({ error: { code: 'has-open-cases' } });
    expect(await db.wraps.where('userId').equals(bo).count()).toBe(1);
  });

  test('days away name a cover who is there, and a pool that exists', async () => {
    const bo = await add('Bo Larkspur');
    const mine = { ...ctx, userId: bo };
    expect(await saveOwnAbsences(mine, [{ from: '2026-12-21', to: '2026-12-31', coverId: ctx.userId }])).toMatchObject({ ok: true });
    expect(await saveOwnAbsences(mine, [{ from: '2026-12-21', to: '2026-12-31', coverId: bo }])).toMatchObject({ error: { code: 'bad-request' } });
    expect(await savePerson(ctx, { personId: bo, name: 'Bo Larkspur', role: 'biller', ...none, pools: ['pool-therapy'] })).toMatchObject({ error: { code: 'bad-request', field: 'pools' } });
    expect(await savePools(ctx, [{ key: 'pool-therapy', name: 'Therapy' }])).toMatchObject({ ok: true });
    expect(await savePerson(ctx, { personId: bo, name: 'Bo Larkspur', role: 'biller', ...none, pools: ['pool-therapy'] })).toMatchObject({ ok: true });
  });

  test('every change stands in a trail that holds, with nobody\'s passphrase in it', async () => {
    const bo = await add('Bo Larkspur');
    await savePerson(ctx, { personId: bo, name: 'Bo Larkspur', role: 'auditor', ...none });
    await setFirstPassphrase(ctx, dataKey, { personId: bo, passphrase: own }, cost);
    await leavePractice(ctx, bo);
    expect((await db.audit.toArray()).map(({ command, outcome }) => `${command} ${outcome}`)).toEqual(['practice:create done', 'person:add done', 'person:save done', 'person:set-passphrase done', 'person:leave done']);
    expect(JSON.stringify(await db.audit.toArray())).toContain('biller>auditor');
    expect(await verifyAudit(db, ctx.vault)).toMatchObject({ ok: true });
    const all = JSON.stringify(await Promise.all(db.tables.map(async (table) => table.toArray())));
    for (const secret of [passphrase, first, own]) expect(all).not.toContain(secret);
  });
});
