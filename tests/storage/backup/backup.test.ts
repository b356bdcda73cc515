import Dexie from 'dexie';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { appendAudit, verifyAudit } from '../../../storage/audit.ts';
import { BackupFault } from '../../../storage/backup/backup-fault.ts';
import { readBackup } from '../../../storage/backup/read-backup.ts';
import { isRestoredWhole, restoreBackup } from '../../../storage/backup/restore-backup.ts';
import { rowOfText, textOfRow } from '../../../storage/backup/row-text.ts';
import { BLOCK_BYTES } from '../../../storage/backup/sealed-blocks.ts';
import { putBack, takeRestored } from '../../../storage/backup/take-restored.ts';
import { verifyBackup } from '../../../storage/backup/verify-backup.ts';
import { writeBackup } from '../../../storage/backup/write-backup.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { currentStoreName, giveUpBefore, isBeforeKept } from '../../../storage/current-store.ts';
import { openDatabase } from '../../../storage/db.ts';
import { MIGRATION_STEPS } from '../../../storage/migrations/steps.ts';
import { createPractice, unlockVault } from '../../../storage/vault/unlock.ts';
import { Vault } from '../../../storage/vault/vault.ts';
import { capture, deniedFacts, NOW, openPractice, TODAY } from '../cases/practice.ts';

const cost = { memoryKiB: 64, iterations: 1, parallelism: 1 };
const passphrase = 'eleven kites over the mill';
const who = { userId: 'user-ada-0001', nowMs: NOW + 1000 };
const restoredNames = async () => (await Dexie.dependencies.indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('overturn-restored-') === true ? [name] : []));

type Practice = Awaited<ReturnType<typeof openPractice>>;

async function fileOf({ ctx }: Practice, more: { product?: string } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writeBackup(ctx, { passphrase, product: more.product ?? '0.1.0', cost }, async (bytes) => { parts.push(bytes); return Promise.resolve(); });
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** A practice with some cases and enough notes to fill several blocks. */
async function filled(cases = 3, noteBytes = 0): Promise<Practice> {
  const practice = await openPractice();
  for (let n = 0; n < cases; n += 1) await saveCapture(practice.ctx, capture(deniedFacts({ claimControlNumber: `E2606123${n}`, patientControlNumber: `ACC-${n}` }), {}, 'aetna'), null, 'portal.example');
  const note = 'x'.repeat(20_000);
  for (let n = 0; n * note.length < noteBytes; n += 1) {
    const id = `note-${String(n).padStart(4, '0')}`;
    await practice.db.payerNotes.add({ id, payerKey: 'aetna', atMs: NOW, userId: 'user-ada-0001', tags: [], sealed: await practice.vault.seal('payerNotes', id, note) });
  }
  return practice;
}

async function faultOf(file: Blob): Promise<BackupFault | null> {
  try {
    for await (const part of readBackup(file, passphrase)) expect(part).toBeDefined();
    return null;
  } catch (error) {
    if (error instanceof BackupFault) return error;
    throw error;
  }
}

let practice: Practice;
let bytes: Uint8Array<ArrayBuffer>;
let file: Blob;
beforeAll(async () => {
  practice = await filled(3, 1_200_000);
  bytes = await fileOf(practice);
  file = new Blob([bytes]);
  expect(bytes.length, 'several blocks').toBeGreaterThan(4 * BLOCK_BYTES);
}, 120_000);

test('a backup is checked without writing: counts, schema, day, trail and every sealed record', async () => {
  const before = await restoredNames();
  const { facts, trail, sealed } = await verifyBackup(file, passphrase, practice.vault);
  expect(facts).toMatchObject({ madeMs: NOW, schema: MIGRATION_STEPS.at(-1)?.version, product: '0.1.0' });
  expect(facts.tables['cases']).toBe(3);
  expect(facts.rows).toBe(Object.values(facts.tables).reduce((sum, count) => sum + count, 0));
  expect(trail).toEqual({ rows: await practice.db.audit.count(), brokenAt: null });
  expect(sealed?.damaged).toBe(0);
  expect(sealed?.records).toBeGreaterThan(60);
  expect((await verifyBackup(file, passphrase, await Vault.fromKey(new Uint8Array(32).fill(9)))).sealed, 'another practice cannot open them').toBeNull();
  expect(await restoredNames()).toEqual(before);
});

test('nothing of a patient, a person or the practice stands readable in the file', () => {
  const text = new TextDecoder('latin1').decode(bytes);
  for (const word of ['Thistlewood', 'Marguerite', 'ACC-', 'W998877665', 'Ada Fernhill', 'Aetna', 'aetna', 'cases', 'audit']) expect(text.includes(word), word).toBe(false);
});

test('a damaged record and a broken trail inside a whole backup are counted', async () => {
  const own = await filled(2);
  const [row] = await own.db.cases.toArray();
  if (row === undefined) throw new Error('no case');
  row.sealed.box[3] = (row.sealed.box[3] ?? 0) ^ 1;
  await own.db.cases.put(row);
  const third = await own.db.audit.get(3);
  if (third === undefined) throw new Error('no row');
  await own.db.audit.put({ ...third, outcome: 'altered' });
  const check = await verifyBackup(new Blob([await fileOf(own)]), passphrase, own.vault);
  expect(check.sealed?.damaged).toBe(1);
  expect(check.trail.brokenAt).toBe(3);
});

test('another passphrase is said at once, and is no damage', async () => {
  await expect(verifyBackup(file, 'eleven kites over the hill', null)).rejects.toMatchObject({ code: 'wrong-passphrase', place: null });
});

test('every place at which a file is cut off is found, never taken for whole', async () => {
  const edges = [0, 1, 15, 16, 19, 20, 21, 100, bytes.length - 1, bytes.length - 16, bytes.length - 17];
  await fc.assert(fc.asyncProperty(fc.oneof(fc.constantFrom(...edges), fc.nat(bytes.length - 1)), async (length) => {
    const fault = await faultOf(new Blob([bytes.subarray(0, length)]));
    expect(['not-a-backup', 'cut-off', 'damaged']).toContain(fault?.code);
  }), { numRuns: 60, seed: 20_261_127 });
}, 120_000);

test('a file cut off exactly between two blocks says that its end is missing, and how far it was sound', async () => {
  const head = 20 + new DataView(bytes.buffer).getUint32(16) + 32;
  const fault = await faultOf(new Blob([bytes.subarray(0, head + 2 * (BLOCK_BYTES + 16))]));
  expect(fault?.code).toBe('cut-off');
  expect(fault?.place).toMatchObject({ from: head + BLOCK_BYTES + 16, to: head + 2 * (BLOCK_BYTES + 16) });
  expect(fault?.place?.table).not.toBeNull();
});

test('one flipped bit anywhere is found, and the place named holds it', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 << bit);
    const fault = await faultOf(new Blob([changed]));
    expect(fault, `byte ${at}`).not.toBeNull();
    if (fault?.place !== null && fault?.place !== undefined && fault.code === 'damaged' && fault.place.from > 20) expect(at >= fault.place.from && at < fault.place.to).toBe(true);
  }), { numRuns: 60, seed: 20_261_127 });
}, 120_000);

test('each byte of the head counts', async () => {
  const head = 20 + new DataView(bytes.buffer).getUint32(16) + 32;
  for (let at = 0; at < head; at += 3) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x21;
    expect((await faultOf(new Blob([changed])))?.code, `byte ${at}`).toMatch(/^(?:not-a-backup|damaged|cut-off)$/u);
  }
});

test('blocks that change places, come twice, come from another file or follow the end are found', async () => {
  const head = 20 + new DataView(bytes.buffer).getUint32(16) + 32;
  const size = BLOCK_BYTES + 16;
  const block = (n: number) => bytes.subarray(head + n * size, head + (n + 1) * size);
  const start = bytes.subarray(0, head);
  const rest = bytes.subarray(head + 2 * size);
  expect((await faultOf(new Blob([start, block(1), block(0), rest])))?.code).toBe('damaged');
  expect((await faultOf(new Blob([start, block(0), block(0), rest])))?.code).toBe('damaged');
  expect((await faultOf(new Blob([start, block(1), rest])))?.code).toBe('damaged');
  const other = await fileOf(practice);
  expect((await faultOf(new Blob([start, other.subarray(head, head + size), bytes.subarray(head + size)])))?.code).toBe('damaged');
  expect((await faultOf(new Blob([bytes, new Uint8Array(5)])))?.code).toBe('damaged');
  const small = await fileOf(await filled(1));
  expect((await faultOf(new Blob([small, new Uint8Array(BLOCK_BYTES * 2)])))?.code).toMatch(/^(?:appended|damaged)$/u);
}, 60_000);

test('rows of any shape come back as they were, and a key called __proto__ is only a key', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null), fc.uint8Array(), fc.array(fc.integer()))), (row) => {
    fc.pre(Object.keys(row).every((key) => !key.startsWith('$')));
    const back = rowOfText(textOfRow(row));
    expect(back).toEqual(normal(row));
  }), { numRuns: 200, seed: 1 });
  const hostile = rowOfText('{"__proto__":{"polluted":1},"id":"x"}');
  expect(Object.getPrototypeOf(hostile)).toBe(Object.prototype);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(rowOfText('{"a":')).toBeNull();
  expect(rowOfText('{"a":{"$bytes":"%%%"}}')).toBeNull();
});
const normal = (row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Object.is(value, -0) ? 0 : value instanceof Uint8Array ? new Uint8Array(value) : value]));

test('a restored practice equals the one that was backed up, row for row, and nothing else is left behind', async () => {
  const { name, facts, trailBrokenAt } = await restoreBackup(file, passphrase, who);
  expect(trailBrokenAt).toBeNull();
  const db = await openDatabase(name);
  for (const table of practice.db.tables.filter((one) => !['meta', 'audit'].includes(one.name))) expect(await db.table(table.name).toArray(), table.name).toEqual(await table.toArray());
  expect(await db.audit.count()).toBe((facts.tables['audit'] ?? 0) + 1);
  expect((await db.audit.orderBy('seq').last())).toMatchObject({ command: 'backup:restored', outcome: 'done' });
  expect(await verifyAudit(db, practice.vault)).toMatchObject({ ok: true });
  expect(await isRestoredWhole(name)).toBe(true);
  db.close();
  expect(await restoredNames()).toEqual([name]);
});

test('a damaged file leaves nothing behind, wherever it breaks', async () => {
  for (const at of [bytes.length - 4, Math.floor(bytes.length / 2), BLOCK_BYTES + 900]) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(restoreBackup(new Blob([changed]), passphrase, who)).rejects.toMatchObject({ code: 'damaged' });
    expect(await restoredNames()).toEqual([]);
  }
});

test('a restore that is killed half way is no practice: it is not switched to and swept away by the next', async () => {
  // As a kill leaves it: a database filled in part, without the mark that is written last.
  const left = `overturn-restored-${crypto.randomUUID()}`;
  const half = await openDatabase(left);
  await half.users.add({ id: 'user-0001', name: 'Half', role: 'lead', createdMs: 1 });
  half.close();
  expect(await isRestoredWhole(left)).toBe(false);
  const db = await openDatabase(`empty-${crypto.randomUUID()}`);
  expect(await takeRestored(db, null, { name: left, passphrase: null })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await currentStoreName()).toBe('overturn');
  const { name } = await restoreBackup(file, passphrase, who);
  expect(await restoredNames()).toEqual([name]);
});

test('a backup of a restored practice that is killed half way is not taken for whole because of the mark it carries', async () => {
  const first = await restoreBackup(file, passphrase, who);
  const db = await openDatabase(first.name);
  const again = new Blob([await fileOf({ ...practice, ctx: { ...practice.ctx, db } })]);
  db.close();
  const second = await restoreBackup(again, passphrase, who);
  const marked = await openDatabase(second.name);
  expect((await marked.meta.get('restored'))?.value).toMatchObject({ rows: second.facts.rows });
  marked.close();
});

test('over a practice only a lead with the passphrase takes a restored state into use; it can be put back until somebody signs in', async () => {
  const own = await openDatabase();
  const made = await createPractice(own, { userName: 'Inez Farrow', practiceName: 'Lakeside Ear Clinic', passphrase: 'seven quiet herons 41', payers: [], portals: [], timeZone: 'America/Chicago', nowMs: 1000, cost });
  if (!made.ok) throw new Error(made.error.code);
  const ctx = { db: own, vault: await Vault.fromKey(made.value.dataKey), userId: made.value.userId, nowMs: 5000, today: TODAY };
  const { name } = await restoreBackup(file, passphrase, who);
  expect(await takeRestored(own, null, { name, passphrase: null })).toMatchObject({ error: { code: 'vault-locked' } });
  expect(await takeRestored(own, ctx, { name, passphrase: 'not the one at all' })).toMatchObject({ error: { code: 'wrong-passphrase' } });
  await own.users.update(ctx.userId, { role: 'biller' });
  expect(await takeRestored(own, ctx, { name, passphrase: 'seven quiet herons 41' })).toMatchObject({ error: { code: 'role-forbids' } });
  await own.users.update(ctx.userId, { role: 'lead' });
  expect(await takeRestored(own, { ...ctx, nowMs: 9000 }, { name, passphrase: 'seven quiet herons 41' })).toMatchObject({ ok: true });
  expect((await own.audit.toArray()).map((row) => row.command)).toEqual(expect.arrayContaining(['backup:use-restored', 'backup:replaced-by']));
  expect(await currentStoreName()).toBe(name);
  expect((await openDatabase()).name).toBe(name);
  expect(await isBeforeKept()).toBe(true);

  expect(await putBack(9500)).toMatchObject({ ok: true });
  expect(await currentStoreName()).toBe('overturn');
  expect(await unlockVault(await openDatabase(), { userId: ctx.userId, passphrase: 'seven quiet herons 41', nowMs: 10_000 })).toMatchObject({ ok: true });
  expect(await putBack(9600)).toMatchObject({ error: { code: 'not-found' } });

  expect(await takeRestored(own, { ...ctx, nowMs: 11_000 }, { name, passphrase: 'seven quiet herons 41' })).toMatchObject({ ok: true });
  await giveUpBefore();
  expect((await Dexie.dependencies.indexedDB.databases()).some((one) => one.name === 'overturn')).toBe(false);
  expect((await openDatabase()).name).toBe(name);
});

test('a backup of an older Overturn is brought to today, one of a newer is refused before anything is written', async () => {
  const frozen = JSON.parse(readFileSync(new URL('../examples/v001.json', import.meta.url), 'utf8')) as { dataKey: string; tables: Record<string, Record<string, unknown>[]>; opens: { table: string; id: string; value: unknown }[] };
  const old = await openDatabase(`old-${crypto.randomUUID()}`, { steps: MIGRATION_STEPS.filter((step) => step.version === 1) });
  for (const table of old.tables) for (const row of frozen.tables[table.name] ?? []) await table.put(rowOfText(JSON.stringify(row)));
  const vault = await Vault.fromKey(new Uint8Array(Buffer.from(frozen.dataKey, 'base64')));
  await old.audit.clear();
  await old.meta.delete('audit-head');
  await old.transaction('rw', [old.audit, old.meta], async () => appendAudit({ db: old, vault, userId: 'u', nowMs: 1 }, { command: 'vault:unlock', subject: 'u', outcome: 'done' }));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writeBackup({ db: old, vault, userId: 'u', nowMs: NOW, today: TODAY }, { passphrase, product: '0.0.9', cost }, async (part) => { parts.push(part); return Promise.resolve(); });
  const { name, facts } = await restoreBackup(new Blob(parts), passphrase, who);
  expect(facts.schema).toBe(1);
  const db = await openDatabase(name);
  expect((await db.meta.get('schema'))?.value).toBe(MIGRATION_STEPS.at(-1)?.version);
  expect(db.verno).toBe(MIGRATION_STEPS.at(-1)?.version);
  for (const { table, id, value } of frozen.opens) expect(await vault.open(table, id, ((await db.table(table).get(id)) as { sealed: Parameters<Vault['open']>[2] }).sealed)).toEqual(value);
  db.close();

  const newer = await openDatabase(`newer-${crypto.randomUUID()}`, { steps: [...MIGRATION_STEPS, { version: 900, tables: { letters: 'id' } }] });
  parts.length = 0;
  await writeBackup({ db: newer, vault, userId: 'u', nowMs: NOW, today: TODAY }, { passphrase, product: '9.0.0', cost }, async (part) => { parts.push(part); return Promise.resolve(); });
  await expect(restoreBackup(new Blob(parts), passphrase, who)).rejects.toMatchObject({ code: 'newer-schema' });
  await expect(verifyBackup(new Blob(parts), passphrase, null)).rejects.toMatchObject({ code: 'newer-schema' });
});
