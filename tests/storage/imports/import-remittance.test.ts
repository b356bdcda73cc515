import { expect, test } from 'vitest';
import { isoToDayNumber, NO_DAY } from '../../../rules/domain/day-number.ts';
import { verifyAudit } from '../../../storage/audit.ts';
import { openLooks, verdictOf } from '../../../storage/evidence/case-evidence.ts';
import { readTotals } from '../../../storage/cases/open-totals.ts';
import { openCase } from '../../../storage/cases/open-case.ts';
import { answerCase } from '../../../storage/cases/answer-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import type { OverturnDatabase } from '../../../storage/db.ts';
import { openDatabase } from '../../../storage/db.ts';
import { importRemittance } from '../../../storage/imports/import-remittance.ts';
import type { ImportFile } from '../../../storage/imports/import-remittance.ts';
import { caseFile } from '../../../storage/queries/case-file.ts';
import { importSummaries } from '../../../storage/queries/imports.ts';
import { queuePage } from '../../../storage/queries/queue-page.ts';
import { generate835 } from '../../remittances/generate-835.ts';
import { capture, deniedFacts, openPractice, OWNER, TODAY } from '../cases/practice.ts';
import type { Practice } from '../cases/practice.ts';
import { DENIED, fileOf, ownFile, PAID_LATER, remittance } from './file-of.ts';

async function onlyCase(practice: Practice) {
  const rows = await practice.db.cases.toArray();
  expect(rows).toHaveLength(1);
  const [row] = rows;
  if (row === undefined) throw new Error('no case');
  return { row, sealed: await openCase(practice.vault, row) };
}

test('a denied claim of a file becomes a dated case; the same file again changes nothing', async () => {
  const practice = await openPractice();
  const file = fileOf(remittance([DENIED]));
  const first = await importRemittance(practice.ctx, file);
  expect(first).toMatchObject({ kind: 'done', summary: { state: 'done', claims: 1, denied: 1, newCases: 1, alreadyKnown: 0, faultCount: 0, fileName: 'remit.edi' } });
  const { row, sealed } = await onlyCase(practice);
  expect(row).toMatchObject({ payerKey: 'aetna', ownerId: OWNER, undated: '', safeDay: isoToDayNumber('2026-08-28'), deniedCents: 45_000 });
  expect(sealed.facts).toMatchObject({ patientName: 'THISTLEWOOD, MARGUERITE', paymentNumber: 'EFT5501', remittanceOn: '2026-03-02', lineOfBusiness: 'commercial' });
  const again = await importRemittance(practice.at(5), file);
  expect(again).toMatchObject({ kind: 'repeated', summary: { repeated: true, newCases: 1 } });
  expect((await onlyCase(practice)).row.rev).toBe(row.rev);
  expect(await practice.db.observations.count()).toBe(1);
  expect(await importSummaries(practice.db, practice.vault)).toHaveLength(1);
});

test('an auditor looks: a file from them becomes no case, and the trail says who was refused what', async () => {
  const practice = await openPractice();
  await practice.db.users.bulkPut([{ id: 'user-eve-0003', name: 'Eve', role: 'auditor', createdMs: 3 }, { id: 'user-gone-0004', name: 'Gil', role: 'lead', createdMs: 3, leftMs: 4 }]);
  for (const userId of ['user-eve-0003', 'user-gone-0004']) {
    expect(await importRemittance({ ...practice.ctx, userId }, fileOf(remittance([DENIED])))).toEqual({ kind: 'failed', code: 'role-forbids', summary: null });
    expect(await practice.db.audit.orderBy('seq').last()).toMatchObject({ userId, command: 'import:start', outcome: 'role-forbids' });
  }
  expect([await practice.db.cases.count(), await practice.db.imports.count()]).toEqual([0, 0]);
  expect((await importRemittance(practice.ctx, fileOf(remittance([DENIED])))).kind, 'the file is not taken for one that was read').toBe('done');
});

test('the same claim in another file is known: no second case, no second observation', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, fileOf(remittance([DENIED])));
  const other = await importRemittance(practice.at(5), fileOf(remittance([DENIED], { control: '000000777' })));
  expect(other).toMatchObject({ kind: 'done', summary: { claims: 1, alreadyKnown: 1, newCases: 0, updatedCases: 0 } });
  await onlyCase(practice);
  expect(await practice.db.observations.count()).toBe(1);
});

test('a claim captured on the portal and then found in a remittance is one case, and a person\'s edit survives', async () => {
  const practice = await openPractice();
  await saveCapture(practice.ctx, capture(deniedFacts({ remittanceOn: null, charge: 44_000 }), { edited: ['charge'] }), null, 'portal.example');
  const outcome = await importRemittance(practice.at(5), fileOf(remittance([DENIED], { payer: 'AETNA LIFE INSURANCE COMPANY' })));
  expect(outcome).toMatchObject({ kind: 'done', summary: { newCases: 0, updatedCases: 1 } });
  const { row, sealed } = await onlyCase(practice);
  expect(sealed.facts).toMatchObject({ charge: 44_000, remittanceOn: '2026-03-02' });
  expect(sealed.differences).toMatchObject([{ field: 'charge', value: 45_000 }]);
  expect(row.undated).toBe('');
  await answerCase(practice.at(6), { caseId: row.id, facts: { charge: 45_000 } });
  const accepted = await onlyCase(practice);
  expect(accepted.sealed.facts.charge).toBe(45_000);
  expect(accepted.sealed.differences ?? []).toEqual([]);
  expect(verdictOf(practice.vault, await openLooks(practice.db, practice.vault, row.id), null)).toMatchObject({ whole: true });
});

test('a later payment proposes "paid" and leaves the decision to a person', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, fileOf(remittance([DENIED])));
  await importRemittance(practice.at(60, '2026-04-20'), fileOf(remittance([PAID_LATER], { control: '000000102', trace: 'EFT5599', date: '20260418' })));
  const { row, sealed } = await onlyCase(practice);
  expect(sealed.suggestion).toMatchObject({ kind: 'paid' });
  expect(row).toMatchObject({ open: 1, nextDay: isoToDayNumber('2026-04-20'), nextAction: 'review', payerStatus: 'paid' });
  const file = await caseFile(practice.db, practice.vault, row.id, '2026-04-20');
  expect(file?.traps.join(' ')).toContain('paid');
});

test('an older remittance read after a newer one only fills gaps', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, fileOf(remittance([DENIED], { date: '20260418', trace: 'EFT2' })));
  await importRemittance(practice.at(1), fileOf(remittance([PAID_LATER], { control: '000000102', date: '20260301', trace: 'EFT1' })));
  const { sealed } = await onlyCase(practice);
  expect(sealed.facts).toMatchObject({ status: 'denied', remittanceOn: '2026-04-18', paid: 0 });
});

test('a reversal flags the case and moves no date; its correction updates it', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, fileOf(remittance([DENIED])));
  const before = (await onlyCase(practice)).row;
  const reversal = 'CLP*ACC-77120*22*-450*0*0*12*E26061234500~NM1*QC*1*THISTLEWOOD*MARGUERITE****MI*W998877665~DTM*232*20260203~SVC*HC:97110*-450*0**1~CAS*CO*197*-450';
  await importRemittance(practice.at(5), fileOf(remittance([reversal], { control: '000000103', date: '20260310' })));
  const flagged = await onlyCase(practice);
  expect(flagged.sealed.suggestion).toMatchObject({ kind: 'reversed' });
  expect(flagged.row.safeDay).toBe(before.safeDay);
  expect(flagged.sealed.facts.charge).toBe(45_000);
  const correction = 'CLP*ACC-77120*4*450*0*0*12*E26069999900~NM1*QC*1*THISTLEWOOD*MARGUERITE****MI*W998877665~REF*F8*E26061234500~DTM*232*20260203~SVC*HC:97110*450*0**1~DTM*472*20260203~CAS*CO*50*450';
  await importRemittance(practice.at(9), fileOf(remittance([correction], { control: '000000104', date: '20260312' })));
  const corrected = await onlyCase(practice);
  expect(corrected.sealed.facts).toMatchObject({ claimControlNumber: 'E26069999900', remittanceOn: '2026-03-12' });
  expect(corrected.sealed.suggestion ?? null).toBeNull();
});

test('two different claims of one patient are never merged', async () => {
  const practice = await openPractice();
  const sameAccountOtherDay = DENIED.replace('E26061234500', 'E26061234999').replaceAll('20260203', '20260217');
  const sameAccountSameDay = DENIED.replace('E26061234500', 'E26061235111');
  const noNumber = DENIED.replace('*E26061234500', '*').replace('ACC-77120', 'ACC-77121');
  const outcome = await importRemittance(practice.ctx, fileOf(remittance([DENIED, sameAccountOtherDay, sameAccountSameDay, noNumber])));
  expect(outcome).toMatchObject({ kind: 'done', summary: { claims: 4, newCases: 4 } });
  const doubtful = (await practice.db.events.toArray()).filter(({ kind }) => kind === 'doubtful-twin');
  expect(doubtful).toHaveLength(1);
});

test('a claim with nothing but what another payer paid before is no case, nor is an estimate', async () => {
  const practice = await openPractice();
  const secondary = DENIED.replace('CLP*ACC-77120*4*450*0*0', 'CLP*ACC-77120*2*450*90*0').replace('97110*450*0', '97110*450*90').replace('CAS*CO*197*450', 'CAS*OA*23*360');
  const estimate = DENIED.replace('CLP*ACC-77120*4', 'CLP*ACC-77121*25').replace('E26061234500', 'E26061234501');
  const outcome = await importRemittance(practice.ctx, fileOf(remittance([secondary, estimate])));
  expect(outcome).toMatchObject({ kind: 'done', summary: { claims: 2, newCases: 0 } });
  expect(await practice.db.remittanceClaims.count()).toBe(2);
});

test('a resolved case that the payer refuses anew comes back into the queue', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, fileOf(remittance([DENIED])));
  const { row } = await onlyCase(practice);
  await resolveCase(practice.at(1), { caseId: row.id, outcome: 'written-off', reason: 'small', recoveredCents: null });
  expect((await queuePage(practice.db, { ownerId: OWNER, sort: 'priority' }, isoToDayNumber(TODAY), 0, 9)).total).toBe(0);
  await importRemittance(practice.at(2), fileOf(remittance([DENIED.replace('CAS*CO*197', 'CAS*CO*50')], { control: '000000105', date: '20260401' })));
  expect((await onlyCase(practice)).row).toMatchObject({ open: 1, state: 'identified' });
});

test('an unknown payer is filed under its own name, asks for its line of business where the file does not say it, and is met again', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, fileOf(remittance([DENIED.replace('*12*', '*ZZ*')], { payer: 'LAKESHORE COMMUNITY PLAN' })));
  const { row } = await onlyCase(practice);
  expect(row).toMatchObject({ payerKey: 'lakeshore-community-plan', safeDay: NO_DAY });
  expect(row.undated).not.toBe('');
  await importRemittance(practice.at(1), fileOf(remittance([DENIED.replace('E26061234500', 'E7')], { control: '000000106', payer: 'Lakeshore Community Plan' })));
  expect((await practice.db.payers.toArray()).map(({ key }) => key).sort()).toEqual(['aetna', 'cigna', 'lakeshore-community-plan']);
});

test.each([
  ['plain text', 'Dear practice, claim 1 was denied.', 'not-x12'], ['empty', '', 'file-empty'], ['a picture', '\u0089PNG\r\n\u001a\n'.repeat(999), 'not-x12'],
])('%s: a clear code and nothing written', async (_name, text, code) => {
  const practice = await openPractice();
  const before = await everything(practice.db);
  expect(await importRemittance(practice.ctx, fileOf(text))).toEqual({ kind: 'failed', code, summary: null });
  expect(await everything(practice.db)).toEqual(before);
});

test('a cut file keeps its whole claims and names the place of the cut', async () => {
  const practice = await openPractice();
  const text = remittance([DENIED, DENIED.replace('E26061234500', 'E2').replace('ACC-77120', 'ACC-9')]);
  const outcome = await importRemittance(practice.ctx, fileOf(text.slice(0, text.indexOf('ACC-9') + 40)));
  expect(outcome).toMatchObject({ kind: 'done', summary: { claims: 1, newCases: 1 } });
  expect(outcome.kind === 'done' && outcome.summary.faults.map(({ code }) => code)).toEqual(expect.arrayContaining(['truncated']));
});

test('a 277 rejection becomes a case, an acknowledgement does not, and a 999 is named', async () => {
  const practice = await openPractice();
  const acknowledged = await importRemittance(practice.ctx, ownFile('claim-acknowledgement.edi'));
  expect(acknowledged.kind).toBe('done');
  const rows = await practice.db.cases.toArray();
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.payerStatus).toBe('rejected');
  const other = await importRemittance(practice.ctx, ownFile('acknowledgement.edi'));
  expect(other).toMatchObject({ kind: 'done', summary: { claims: 0, newCases: 0, notImported: [{ kind: '999' }] } });
});

test('money moved outside of claims is noted', async () => {
  const practice = await openPractice();
  const outcome = await importRemittance(practice.ctx, ownFile('provider-adjustments.edi'));
  expect(outcome.kind === 'done' && (outcome.summary.providerAdjustments ?? []).length).toBeGreaterThan(0);
});

test('cancelled half way, then dropped again: everything is there once', async () => {
  const text = [...generate835({ claims: 120, claimsPerTransaction: 40 })].join('');
  const whole = await openPractice();
  await importRemittance(whole.ctx, fileOf(text), { batchClaims: 20 });
  const cut = await openPractice();
  let claims = 0;
  const stopped = await importRemittance(cut.ctx, fileOf(text), { batchClaims: 20, onProgress: (progress) => { claims = progress.claims; }, isCancelled: () => claims >= 40 });
  expect(stopped.kind).toBe('cancelled');
  expect((await importSummaries(cut.db, cut.vault))[0]?.state).toBe('cancelled');
  expect(await importRemittance(cut.ctx, fileOf(text), { batchClaims: 20 })).toMatchObject({ kind: 'done', summary: { claims: 120 } });
  expect(await endState(cut)).toEqual(await endState(whole));
});

/** A file whose bytes stop coming for ever after a while, as when the page was closed. */
function stuckAfter(file: ImportFile, chunks: number): ImportFile & { stuck: Promise<void> } {
  let tell: () => void = () => undefined;
  const stuck = new Promise<void>((resolve) => { tell = resolve; });
  let opened = 0;
  return {
    ...file, stuck,
    open: async function* open() {
      opened += 1;
      let given = 0;
      for await (const chunk of file.open()) {
        if (opened > 1 && given++ === chunks) {
          tell();
          await new Promise(() => undefined);
        }
        yield chunk;
      }
      if (opened > 1) tell(); // the first reading is for the file's hash
    },
  };
}

test('killed after any batch and dropped again, the end is the same as without a crash', async () => {
  const text = [...generate835({ seed: 5, claims: 48, claimsPerTransaction: 16 })].join('');
  const whole = await openPractice();
  await importRemittance(whole.ctx, fileOf(text), { batchClaims: 9 });
  const wanted = await endState(whole);
  const cutAt: number[] = [];
  for (const chunks of [1, 4, 6, 8]) {
    const crashed = await openPractice();
    const file = stuckAfter(fileOf(text, 'remit.edi', 2048), chunks);
    void importRemittance(crashed.ctx, file, { batchClaims: 9 });
    await file.stuck;
    const reopened: Practice = { ...crashed, db: await openDatabase(crashed.db.name) };
    const ctx = { ...crashed.ctx, db: reopened.db };
    cutAt.push((await reopened.db.imports.toArray())[0]?.claims ?? 0);
    expect(await importRemittance(ctx, fileOf(text), { batchClaims: 9 })).toMatchObject({ kind: 'done' });
    expect(await endState(reopened), `cut after ${chunks} pieces`).toEqual(wanted);
    expect(await verifyAudit(reopened.db, crashed.vault)).toMatchObject({ ok: true });
  }
  // The cuts fell where they should: some after whole batches, none at the end.
  expect(cutAt.some((claims) => claims > 0)).toBe(true);
  expect(cutAt.every((claims) => claims < 48)).toBe(true);
});

test('a full disk in the middle: a code, whole batches kept, and the rest comes when there is space', async () => {
  const text = [...generate835({ seed: 9, claims: 60, claimsPerTransaction: 30 })].join('');
  const whole = await openPractice();
  await importRemittance(whole.ctx, fileOf(text), { batchClaims: 15 });
  const practice = await openPractice();
  let batches = 0;
  practice.db.imports.hook('updating', () => {
    batches += 1;
    if (batches === 2) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  });
  const full = await importRemittance(practice.ctx, fileOf(text), { batchClaims: 15 });
  expect(full).toMatchObject({ kind: 'failed', code: 'storage-full' });
  expect(await practice.db.remittanceClaims.count()).toBe(30);
  expect(await importRemittance(practice.ctx, fileOf(text), { batchClaims: 15 })).toMatchObject({ kind: 'done', summary: { claims: 60 } });
  expect(await endState(practice)).toEqual(await endState(whole));
});

/** What an import leaves, without ids and moments, in an order of its own. */
async function endState({ db, vault }: Practice): Promise<unknown> {
  const rows = await db.cases.toArray();
  const cases = await Promise.all(rows.map(async (row) => {
    const { facts, references } = await openCase(vault, row);
    const observations = await db.observations.where('[caseId+n]').between([row.id, 0], [row.id, 99]).count();
    expect(verdictOf(vault, await openLooks(db, vault, row.id), null)).toMatchObject({ whole: true });
    return { facts, references: references.length, observations, next: row.nextDay, undated: row.undated, denied: row.deniedCents };
  }));
  const [summary] = await importSummaries(db, vault);
  const { claims, paid, denied, partlyDenied, other, alreadyKnown, newCases, updatedCases, faultCount, state } = summary ?? {} as never;
  const byText = (one: unknown): string => JSON.stringify(one);
  const totals = await readTotals(db, null);
  expect(totals.cases).toBe(rows.filter((row) => row.open === 1).length);
  expect(totals.cents).toBe(rows.reduce((sum, row) => sum + row.deniedCents, 0));
  return { cases: cases.map(byText).sort(), summary: { claims, paid, denied, partlyDenied, other, alreadyKnown, newCases, updatedCases, faultCount, state }, claims: await db.remittanceClaims.count(), clocks: await db.clocks.count(), totals };
}

async function everything(db: OverturnDatabase): Promise<Record<string, number>> {
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const)));
}
