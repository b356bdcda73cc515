import { expect, test } from 'vitest';
import { auditFollower, readAuditStart, verifyAudit } from '../../../storage/audit.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { openDatabase } from '../../../storage/db.ts';
import { holdCase, holdEverything, readHolds } from '../../../storage/retention/legal-hold.ts';
import { planPurge } from '../../../storage/retention/purge-plan.ts';
import { purge } from '../../../storage/retention/purge.ts';
import { createPractice } from '../../../storage/vault/unlock.ts';
import { Vault } from '../../../storage/vault/vault.ts';
import { filingRow } from '../../../storage/imports/file-filings.ts';
import { trailToPurge } from '../../../storage/retention/purge-plan.ts';
import { commitChange, withWriter } from '../../../storage/write.ts';
import type { WriteContext } from '../../../storage/write.ts';
import { AETNA, capture, deniedFacts } from '../cases/practice.ts';

const PASSPHRASE = 'nine calm otters file on time';
const KEEPING = { caseYears: 10, trailYears: 6 };
const at = (today: string): { nowMs: number; today: string } => ({ nowMs: Date.parse(`${today}T15:00:00Z`), today });

/** A practice with two cases closed in 2014 and 2024, one open since 2014; today is 10 March 2026. */
async function oldPractice() {
  const db = await openDatabase(`keep-${crypto.randomUUID()}`);
  const made = await createPractice(db, { userName: 'Lena Marsh', practiceName: 'P', passphrase: PASSPHRASE, payers: [AETNA], portals: [], timeZone: 'America/New_York', nowMs: at('2014-01-02').nowMs, cost: { memoryKiB: 64, iterations: 1, parallelism: 1 } });
  if (!made.ok) throw new Error(made.error.code);
  const ctx: WriteContext = { db, vault: await Vault.fromKey(made.value.dataKey), userId: made.value.userId, ...at('2026-03-10') };
  const make = async (number: string, on: string, closedOn: string | null): Promise<string> => {
    const saved = await saveCapture({ ...ctx, ...at(on) }, capture(deniedFacts({ claimControlNumber: number, patientControlNumber: number, memberId: number, serviceFrom: on, remittanceOn: on, patientName: `Person ${number}` })), null, 'portal.example');
    if (!saved.ok) throw new Error(saved.error.code);
    const caseId = saved.value.saved[0]?.caseId ?? '';
    if (closedOn !== null) await resolveCase({ ...ctx, ...at(closedOn) }, { caseId, outcome: 'overturned', reason: 'paid', recoveredCents: 100 });
    return caseId;
  };
  const old = await make('OLD1', '2014-02-03', '2014-06-01');
  const open = await make('OPEN', '2014-02-04', null);
  const young = await make('YNG1', '2024-02-03', '2024-06-01');
  return { db, ctx, old, open, young };
}

async function plan({ db, ctx }: { db: WriteContext['db']; ctx: WriteContext }) {
  return planPurge(db, ctx.vault, { ...KEEPING, today: ctx.today });
}

test('what is kept long enough is previewed, purged with all that hangs on it, and the purge stands in a trail that still holds', async () => {
  const practice = await oldPractice();
  const { db, ctx, old, open, young } = practice;
  const before = await plan(practice);
  expect(before).toMatchObject({ isHeld: false, cases: 1, heldCases: 0, casesBefore: '2016-03-10', trailBefore: '2020-03-10' });
  expect(before.trailRows).toBeGreaterThan(3);
  const rows = await db.audit.count();
  const done = await purge(ctx, KEEPING, { cases: 1, trailRows: before.trailRows, passphrase: PASSPHRASE });
  expect(done).toMatchObject({ ok: true, value: { cases: 1, trailRows: before.trailRows } });
  expect(await db.cases.toCollection().primaryKeys()).toEqual([open, young].sort());
  for (const table of db.tables) {
    const text = JSON.stringify(await table.filter((row: object) => table.name !== 'audit' && table.name !== 'numbersDue' && table.name !== 'queueDue' && (row as { key?: unknown }).key !== 'cases-changed' && JSON.stringify(row).includes(old)).toArray());
    expect(text, table.name).toBe('[]');
  }
  // The trail: cut, sealed, and true from there on; the purge and the case stand in it.
  expect(await db.audit.count()).toBeLessThan(rows);
  expect(await verifyAudit(db, ctx.vault)).toMatchObject({ ok: true });
  const trail = await db.audit.toArray();
  expect(trail.filter(({ command }) => command === 'retention:case-purged').map(({ subject }) => subject)).toEqual([old]);
  expect(trail.at(-1)).toMatchObject({ command: 'retention:purge', subject: `1 cases before 2016-03-10, ${before.trailRows} rows of the trail before 2020-03-10`, outcome: 'done' });
  // A copy of it outside is followed from the cut on, and not believed without it.
  const follower = auditFollower();
  for (const row of trail) follower.follow(row);
  expect([follower.brokenAt(await readAuditStart(db)), follower.brokenAt()]).toEqual([null, 1]);
});

test('somebody without the key cannot cut the trail and call it a purge', async () => {
  const { db, ctx } = await oldPractice();
  const third = await db.audit.get(3);
  await db.audit.where('seq').belowOrEqual(3).delete();
  expect(await verifyAudit(db, ctx.vault)).toMatchObject({ ok: false, seq: 1, why: 'missing' });
  await db.meta.put({ key: 'audit-start', value: { seq: 3, hash: third?.hash, mac: 'AAAA', atMs: 1, userId: ctx.userId } });
  expect(await verifyAudit(db)).toMatchObject({ ok: true }); // the chain alone cannot know
  expect(await verifyAudit(db, ctx.vault)).toMatchObject({ ok: false, seq: 4, why: 'missing' });
});

test('a hold on one case keeps it and its part of the trail; a hold on everything keeps all, and the refusal is noted', async () => {
  const practice = await oldPractice();
  const { db, ctx, old } = practice;
  expect(await holdCase(ctx, { caseId: old, on: true, reason: 'Subpoena' })).toEqual({ ok: true, value: {} });
  const held = await plan(practice);
  expect(held).toMatchObject({ cases: 0, heldCases: 0, stoppedByHold: true }); // it was touched today, and is on hold
  await db.cases.where('id').equals(old).modify((row) => { row.touchedMs = at('2014-06-01').nowMs; });
  expect(await plan(practice)).toMatchObject({ cases: 0, heldCases: 1 });
  // The list of holds was lost: the mark in the case itself still keeps it.
  await db.meta.delete('held-cases');
  expect(await plan(practice)).toMatchObject({ cases: 1 });
  expect(await purge(ctx, KEEPING, { cases: 1, trailRows: null, passphrase: PASSPHRASE })).toMatchObject({ ok: true, value: { cases: 0 } });
  expect(await db.cases.get(old)).toBeDefined();

  expect(await holdEverything(ctx, { on: true, reason: 'Payer audit 2026' })).toMatchObject({ ok: true });
  expect(await readHolds(db, ctx.vault)).toMatchObject([{ reason: 'Payer audit 2026', userId: ctx.userId }]);
  expect(await purge(ctx, KEEPING, { cases: 1, trailRows: null, passphrase: PASSPHRASE })).toMatchObject({ ok: false, error: { code: 'on-hold' } });
  expect((await db.audit.orderBy('seq').last())).toMatchObject({ command: 'retention:purge', outcome: 'on-hold' });
  expect(JSON.stringify(await db.meta.toArray())).not.toContain('Payer audit');
});

test('a hold set while a purge is under way stops it', async () => {
  const { db, ctx, old } = await oldPractice();
  let holding: Promise<unknown> = Promise.resolve();
  // Asked for after the first look at the holds, so that this is the moment in between.
  const request = { cases: 1, trailRows: null, get passphrase() { holding = holdEverything(ctx, { on: true, reason: 'Payer audit' }); return PASSPHRASE; } };
  expect(await purge(ctx, KEEPING, request)).toMatchObject({ ok: true, value: { cases: 0 } });
  await holding;
  expect(await db.cases.get(old)).toBeDefined();
});

test('an outdated preview and a wrong passphrase purge nothing', async () => {
  const { db, ctx } = await oldPractice();
  expect(await purge(ctx, KEEPING, { cases: 2, trailRows: null, passphrase: PASSPHRASE })).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
  expect(await purge(ctx, KEEPING, { cases: 1, trailRows: null, passphrase: 'not it at all' })).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
  expect(await db.cases.count()).toBe(3);
});

/** A claim as sent on a day, kept from a file imported on the same day. */
async function fileOf({ db, ctx }: { db: WriteContext['db']; ctx: WriteContext }, id: string, account: string, on: string): Promise<void> {
  const filing = {
    step: 'sent' as const, on, by: null, patientControlNumber: account, claimControlNumber: null, patientName: `Person ${account}`, memberId: account, serviceFrom: on, serviceTo: on, charge: 100, replaces: null, frequency: '1',
    statusCodes: [], message: null, references: [], diagnoses: [], lines: [],
  };
  await db.filings.put(await filingRow(ctx.vault, `import-${id}`, at(on).nowMs, { id, filing, payerKey: 'aetna' }));
}

test('what files and portal pages said under no case goes after the same time, and stays while a case of it does', async () => {
  const practice = await oldPractice();
  const { db, ctx } = practice;
  await fileOf(practice, 'of-nobody', 'NEVERDENIED', '2014-03-01');
  await fileOf(practice, 'of-the-purged', 'OLD1', '2014-02-03');
  await fileOf(practice, 'of-the-open', 'OPEN', '2014-02-04');
  await fileOf(practice, 'young', 'NEVERDENIED2', '2024-03-01');
  const coverage = (memberId: string) => ({ kind: 'coverage' as const, memberId, patientName: null, plan: null, from: '2014-01-01', to: '2014-12-31', status: 'active' as const, order: 'primary' as const, otherPayer: null, checkedOn: '2014-03-01', channel: 'portal-page' as const, reference: null, note: '' });
  const then = { ...ctx, ...at('2014-03-01') };
  for (const memberId of ['NOBODY77', 'OPEN']) {
    const id = crypto.randomUUID();
    const kept = { ...coverage(memberId), byUser: ctx.userId, atMs: then.nowMs };
    await db.memberRecords.put({ id, kind: 'coverage', memberToken: memberId, payerKey: 'aetna', endDay: 16_435, caseId: '', atMs: then.nowMs, userId: ctx.userId, sealed: await ctx.vault.seal('memberRecords', id, kept) });
  }
  await db.faults.put({ id: 'fault', importId: 'import-old', code: 'unknown-segment', segment: 3, sealed: await ctx.vault.seal('faults', 'fault', { detail: 'NM1*QC' }) });
  await db.imports.put({ id: 'import-old', startedMs: then.nowMs } as never);

  const before = await plan(practice);
  expect(before, 'the filing of the case that goes is under no case only then').toMatchObject({ cases: 1, unfiled: 3 });
  expect(await purge(ctx, KEEPING, { cases: 1, trailRows: null, passphrase: PASSPHRASE })).toMatchObject({ ok: true, value: { cases: 1, unfiled: 4 } });
  expect((await db.filings.toCollection().primaryKeys()).sort()).toEqual(['of-the-open', 'young']);
  expect((await db.memberRecords.toArray()).map(({ memberToken }) => memberToken)).toEqual(['OPEN']);
  expect(await db.faults.count()).toBe(0);
  expect((await db.audit.toArray()).filter(({ command }) => command === 'retention:unfiled-purged')).toMatchObject([{ subject: '4 records under no case', outcome: 'done' }]);
  expect(await plan(practice)).toMatchObject({ cases: 0, unfiled: 0 });
});

test('the trail is kept from the first row on that is about a document or an appeal of a case on hold', async () => {
  const { db, ctx, old } = await oldPractice();
  await db.documents.put({ id: 'doc-of-held', caseId: old, appealId: '', type: 'records', bytes: 3, pages: 1, parts: 1, done: 1, atMs: 1, userId: ctx.userId, sealed: await ctx.vault.seal('documents', 'doc-of-held', { name: 'chart' }) });
  const before = await trailToPurge(db, '2027-01-01');
  await withWriter(db, async () => commitChange(ctx, { command: 'document:viewed', subject: 'doc-of-held', outcome: 'done' }, [], () => Promise.resolve()));
  await holdCase(ctx, { caseId: old, on: true, reason: 'Subpoena' });
  await db.audit.where('subject').equals(old).modify({ subject: '' }).catch(async () => db.audit.toCollection().modify((row) => { if (row.subject === old) row.subject = ''; }));
  const held = await trailToPurge(db, '2027-01-01');
  expect(held.stoppedByHold).toBe(true);
  expect(held.rows).toBe(before.rows);
});
