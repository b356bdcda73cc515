import { expect, test } from 'vitest';
import type { Filing } from '../../../rules/domain/filing.ts';
import { canonicalJson } from '../../../rules/evidence/canonical-json.ts';
import { mismatchesOf } from '../../../rules/work/filing-proof.ts';
import { importRemittance } from '../../../storage/imports/import-remittance.ts';
import { caseFile } from '../../../storage/queries/case-file.ts';
import { openPractice, TODAY } from '../cases/practice.ts';
import type { Practice } from '../cases/practice.ts';
import { fileOf, ownFile, remittance } from './file-of.ts';

/** Late filing, says the payer of the claim that `submitted-claims.edi` sent on 18 February and `claim-acknowledgement.edi` has accepted on the 20th. */
const LATE = 'CLP*RB1016*4*215*0*0*CI*26H0100016~NM1*QC*1*LINDQVIST*ODA****MI*CV100200300~DTM*232*20260210~SVC*HC:99214:25*215*0**1~DTM*472*20260210~CAS*CO*29*215';
const cedar = { payer: 'CEDAR VALLEY HEALTH' };

async function onlyFile(practice: Practice, status: string) {
  const rows = (await practice.db.cases.toArray()).filter((row) => row.payerStatus === status);
  expect(rows).toHaveLength(1);
  const file = await caseFile(practice.db, practice.vault, rows[0]?.id ?? '', TODAY);
  if (file === null) throw new Error('no case');
  return file;
}

test('a claim refused as late shows when it was sent and when the payer accepted it, in whatever order the files came', async () => {
  for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0]]) {
    const practice = await openPractice();
    const files = [ownFile('submitted-claims.edi'), ownFile('claim-acknowledgement.edi'), fileOf(remittance([LATE], cedar))];
    for (const [index, which] of order.entries()) expect((await importRemittance(practice.at(index), files[which] as (typeof files)[0])).kind).toBe('done');
    const { filings } = await onlyFile(practice, 'denied');
    expect(filings.map(({ step, on, charge, isSure, by }) => ({ step, on, charge, isSure, by }))).toEqual([
      { step: 'sent', on: '2026-02-18', charge: 21_500, isSure: true, by: null }, { step: 'accepted', on: '2026-02-20', charge: 21_500, isSure: true, by: 'CEDAR VALLEY HEALTH' },
    ]);
    expect(filings[1]?.claimControlNumber).toBe('26H0100016');
  }
});

test('claims sent are counted with their charges and make no case; the same file under another envelope counts as known', async () => {
  const practice = await openPractice();
  expect(await importRemittance(practice.ctx, ownFile('submitted-claims.edi'))).toMatchObject({ kind: 'done', summary: { claims: 2, newCases: 0, alreadyKnown: 0, other: 0, notImported: [], filings: { sent: 2, sentCents: 53_500, accepted: 0 } } });
  expect(await practice.db.cases.count()).toBe(0);
  expect(await practice.db.remittanceClaims.count()).toBe(0);
  const rows = await practice.db.filings.toArray();
  expect(rows.map(({ step, chargeCents }) => [step, chargeCents]).sort()).toEqual([['sent', 21_500], ['sent', 32_000]]);
  expect(JSON.stringify(rows.map(({ sealed, ...clear }) => ({ ...clear, box: sealed.box.length })))).not.toMatch(/LINDQVIST|RB1016|CV100200300/);
  const text = await new Response(new Blob([...ownFile('submitted-claims.edi').open() as Iterable<Uint8Array<ArrayBuffer>>])).text();
  expect(await importRemittance(practice.ctx, fileOf(text.replaceAll('000000111', '000000999')))).toMatchObject({ kind: 'done', summary: { claims: 2, alreadyKnown: 2 } });
  expect(await practice.db.filings.count()).toBe(2);
});

test('claims sent that were read before filings told birth date, plan, place and provider are known again, wait no second time, and are filled in', async () => {
  const practice = await openPractice();
  const { db, vault } = practice;
  await importRemittance(practice.ctx, ownFile('submitted-claims.edi'));
  // The rows as that version made them: their id is of these values and no others.
  for (const row of await db.filings.toArray()) {
    const { step, on, by, patientControlNumber, claimControlNumber, patientName, memberId, serviceFrom, serviceTo, charge, replaces, frequency, statusCodes, message, references, diagnoses, lines } = await vault.open('filings', row.id, row.sealed) as Filing;
    const before = { step, on, by, patientControlNumber, claimControlNumber, patientName, memberId, serviceFrom, serviceTo, charge, replaces, frequency, statusCodes, message, references, diagnoses, lines };
    const id = vault.contentHash('decision', canonicalJson(['filing', 1, before]));
    await db.filings.delete(row.id);
    await db.filings.add({ ...row, id, waits: 0, sealed: await vault.seal('filings', id, before) });
  }
  const ids = await db.filings.toCollection().primaryKeys();
  const text = await new Response(new Blob([...ownFile('submitted-claims.edi').open() as Iterable<Uint8Array<ArrayBuffer>>])).text();
  expect(await importRemittance(practice.at(1), fileOf(text.replaceAll('000000111', '000000999')))).toMatchObject({ kind: 'done', summary: { claims: 2, alreadyKnown: 2 } });
  const rows = await db.filings.toArray();
  expect(rows.map(({ id, waits }) => [id, waits])).toEqual(ids.map((id) => [id, 0]));
  const filled = await Promise.all(rows.map(async ({ id, sealed }) => await vault.open('filings', id, sealed) as Filing));
  expect(filled.map(({ place }) => place)).toEqual(['11 Office', '11 Office']);
});

test('a clearinghouse that names no payer: the claim as sent says whose it is, and its acceptance is no proof', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, ownFile('submitted-claims.edi'));
  const text = await new Response(new Blob([...ownFile('claim-acknowledgement.edi').open() as Iterable<Uint8Array<ArrayBuffer>>])).text();
  const unnamed = text.replace('NM1*PR*2*CEDAR VALLEY HEALTH*****PI*71001', 'NM1*AY*2*HERON CLEARING*****46*HC1').replace('A2:20:PR', 'A7:562:85').replace('*WQ*215', '*U*215');
  await importRemittance(practice.at(1), fileOf(unnamed));
  const rows = await practice.db.cases.toArray();
  const own = rows.find(({ payerKey }) => payerKey === 'cedar-valley-health');
  expect(own?.payerStatus).toBe('rejected');
  // The other claim was never sent by a file of ours: nobody knows its payer, and it is filed so.
  expect(rows.filter(({ payerKey }) => payerKey !== 'cedar-valley-health')).toHaveLength(1);
  // The payer then decides on it: one case, not two.
  await importRemittance(practice.at(2), fileOf(remittance([LATE], cedar)));
  expect(await practice.db.cases.count()).toBe(2);
});

test('what was sent and what the payer shows are compared', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, ownFile('submitted-claims.edi'));
  await importRemittance(practice.at(1), fileOf(remittance([LATE.replace('*4*215*', '*4*251*').replace('CV100200300', 'CV100200310').replace('99214:25*215', '99213*251').replace('*29*215', '*29*251')], cedar)));
  const { sealed, filings } = await onlyFile(practice, 'denied');
  const [sent] = filings;
  if (sent === undefined) throw new Error('no filing');
  expect(mismatchesOf(sealed.facts, sent)).toEqual([
    { field: 'charge', sent: '215.00', shown: '251.00' }, { field: 'memberId', sent: 'CV100200300', shown: 'CV100200310' }, { field: 'lines', sent: '99214-25', shown: '99213' },
  ]);
  // A middle initial is no other name.
  expect(mismatchesOf({ ...sealed.facts, patientName: 'Lindqvist, Oda' }, { ...sent, patientName: 'LINDQVIST, ODA M' }).map(({ field }) => field)).not.toContain('patientName');
});
