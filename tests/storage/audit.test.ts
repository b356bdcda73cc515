import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyAudit } from '../../storage/audit.ts';
import { openDatabase } from '../../storage/db.ts';
import type { OverturnDatabase } from '../../storage/db.ts';
import { commitChange, withWriter } from '../../storage/write.ts';
import { Vault } from '../../storage/vault/vault.ts';

let db: OverturnDatabase;
let vault: Vault;
beforeEach(async () => {
  db = await openDatabase(`audit-${crypto.randomUUID()}`);
  vault = await Vault.fromKey(new Uint8Array(32).fill(7));
});
afterEach(async () => db.delete());

async function write(count: number, withVault: Vault | null = vault): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await commitChange({ db, vault: withVault, userId: 'user-0001', nowMs: 1000 + n }, { command: 'case:snooze', subject: 'case-0001', outcome: 'done' }, [db.settings],
      async () => db.settings.put({ key: 'n', value: n }));
  }
}

test('an untouched trail holds, with the vault and without', async () => {
  expect(await verifyAudit(db, vault)).toEqual({ ok: true, rows: 0 });
  await write(6);
  expect(await verifyAudit(db, vault)).toEqual({ ok: true, rows: 6 });
  expect(await verifyAudit(db)).toEqual({ ok: true, rows: 6 });
});

test('rows written at the lock screen join the chain', async () => {
  await write(2);
  await write(2, null);
  expect(await verifyAudit(db, vault)).toEqual({ ok: true, rows: 4 });
});

test('an altered row, a missing row and a cut-off end are named by their place', async () => {
  await write(6);
  const row = await db.audit.get(3);
  await db.audit.update(3, { outcome: 'role-forbids' });
  expect(await verifyAudit(db)).toMatchObject({ ok: false, seq: 3, why: 'altered' });
  if (row !== undefined) await db.audit.put(row);
  await db.audit.delete(6);
  expect(await verifyAudit(db)).toMatchObject({ ok: false, seq: 6, why: 'cut-off' });
  await db.audit.delete(2);
  expect(await verifyAudit(db)).toMatchObject({ ok: false, seq: 2, why: 'missing' });
});

test('a chain rebuilt by somebody without the key is found out by the vault', async () => {
  await write(3);
  const rows = await db.audit.toArray();
  await db.audit.clear();
  await db.meta.delete('audit-head');
  for (const row of rows.slice(0, 2)) {
    await commitChange({ db, vault: null, userId: row.userId, nowMs: row.atMs }, { command: row.command, subject: row.subject, outcome: 'done' }, [], () => Promise.resolve());
  }
  expect(await verifyAudit(db)).toEqual({ ok: true, rows: 2 }); // the chain alone cannot know
  expect(await verifyAudit(db, vault)).toMatchObject({ ok: false, why: 'rebuilt' });
});

test('a change that fails leaves neither itself nor an audit row', async () => {
  await write(1);
  await expect(commitChange({ db, vault, userId: 'user-0001', nowMs: 5 }, { command: 'settings:save', subject: '', outcome: 'done' }, [db.settings], async () => {
    await db.settings.put({ key: 'half', value: 1 });
    throw new Error('half-way');
  })).rejects.toThrow('half-way');
  expect(await db.settings.get('half')).toBeUndefined();
  expect(await db.audit.count()).toBe(1);
});

test('many writers at once keep one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 20 }, async (_unused, n) => withWriter(db, async () => {
    const before = (await db.settings.get('count'))?.value as number | undefined ?? 0;
    await new Promise((resolve) => setTimeout(resolve, n % 3));
    await commitChange({ db, vault, userId: 'user-0001', nowMs: n }, { command: 'settings:save', subject: 'count', outcome: 'done' }, [db.settings],
      async () => db.settings.put({ key: 'count', value: before + 1 }));
  })));
  expect((await db.settings.get('count'))?.value).toBe(20);
  expect(await verifyAudit(db, vault)).toEqual({ ok: true, rows: 20 });
});

test('a writer that throws lets the next one in', async () => {
  await expect(withWriter(db, () => Promise.reject(new Error('first')))).rejects.toThrow('first');
  expect(await withWriter(db, () => Promise.resolve('second'))).toBe('second');
});
