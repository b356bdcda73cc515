import { expect, test } from 'vitest';
import type { ClaimFacts } from '../../../rules/domain/denial-case.ts';
import { blankFacts } from '../../../rules/work/blank-facts.ts';
import { openCase } from '../../../storage/cases/open-case.ts';
import { importRemittance } from '../../../storage/imports/import-remittance.ts';
import { redateOpenCases } from '../../../storage/cases/redate-open-cases.ts';
import { savePracticeCalendar } from '../../../storage/practice-calendar.ts';
import { mappingOf, saveMapping } from '../../../storage/worklists/worklist-mappings.ts';
import { saveWorklist } from '../../../storage/worklists/save-worklist.ts';
import { deniedFacts, openPractice } from '../cases/practice.ts';
import { DENIED, fileOf, remittance } from '../imports/file-of.ts';

const rowOf = (row: number, facts: Partial<ClaimFacts>, payerName = 'Aetna') => ({ row, payerKey: null, payerName, note: null, facts: { ...blankFacts(), ...facts } });

test('rows become cases once; the list again, and two rows of one claim, change nothing', async () => {
  const practice = await openPractice();
  const rows = [
    rowOf(2, { claimControlNumber: 'A-100', patientName: 'Thistlewood, Marguerite', serviceFrom: '2026-02-03', charge: 10_000, status: 'denied' }), rowOf(3, { claimControlNumber: 'a100', status: 'denied' }),
    rowOf(4, { patientName: 'Okafor, Piers', serviceFrom: '2026-02-04', charge: 5_000, status: 'denied' }), rowOf(5, { patientName: 'Okafor, Kezia', serviceFrom: '2026-02-04', charge: 5_000, status: 'denied' }),
    rowOf(6, { claimControlNumber: 'B-700', status: 'rejected' }, 'Wildflower Health'),
  ];
  const first = await saveWorklist(practice.ctx, { rows });
  expect(first.ok && first.value.saved.map(({ row, isNew }) => [row, isNew])).toEqual([[2, true], [3, false], [4, true], [5, true], [6, true]]);
  expect(await practice.db.cases.count()).toBe(4);
  expect((await practice.db.payers.toArray()).map(({ name }) => name)).toContain('Wildflower Health');
  const again = await saveWorklist(practice.at(5), { rows });
  expect(again.ok && again.value.saved.every(({ isNew }) => !isNew)).toBe(true);
  expect(await practice.db.cases.count()).toBe(4);
});

test('a row about a claim the payer has answered adds what is missing and overwrites nothing', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, fileOf(remittance([DENIED])));
  await saveWorklist(practice.at(1), { rows: [rowOf(2, { patientControlNumber: 'ACC-77120', serviceFrom: '2026-02-03', charge: 45_000, status: 'paid', adjustments: [{ groupCode: 'CO', carc: '16', cents: null }], provider: 'Halvorsen' })] });
  const rows = await practice.db.cases.toArray();
  expect(rows).toHaveLength(1);
  const { facts } = await openCase(practice.vault, rows[0] as (typeof rows)[0]);
  expect(facts).toMatchObject({ status: 'denied', claimControlNumber: 'E26061234500' });
  expect(facts.lines[0]?.adjustments[0]?.carc).toBe('197');
});

test('a payer that is not there refuses the whole list, and nothing is written', async () => {
  const practice = await openPractice();
  const refused = await saveWorklist(practice.ctx, { rows: [rowOf(2, { claimControlNumber: 'A-100' }), { ...rowOf(3, { claimControlNumber: 'A-101' }), payerKey: 'nobody' }] });
  expect(refused).toEqual({ ok: false, error: { code: 'not-found', field: 'payerKey' } });
  expect(await practice.db.cases.count()).toBe(0);
});

test("a row is dated by the practice's own calendar, and a row without a payer is refused", async () => {
  const practice = await openPractice();
  await savePracticeCalendar(practice.ctx, { was: { closedDays: [], pauses: [], mailDays: null }, now: { closedDays: [], pauses: [{ from: '2026-03-05', to: '2026-04-05', reason: 'Flood', source: 'Order 12', state: null }], mailDays: null } });
  await saveWorklist(practice.ctx, { rows: [{ ...rowOf(2, deniedFacts()), payerKey: 'aetna', payerName: null }] });
  expect(await redateOpenCases(practice.ctx, { what: 'all' })).toMatchObject({ looked: 1, changed: 0 });
  expect(await saveWorklist(practice.ctx, { rows: [{ ...rowOf(3, { claimControlNumber: 'A-100' }), payerName: null }] })).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'payerName' } });
});

test('the meaning of columns is kept by their headers, sealed', async () => {
  const practice = await openPractice();
  const mapping = { fields: ['claimControlNumber' as const, null], dateOrder: 'day-first' as const, payerKey: 'aetna', statusForAll: 'denied' as const };
  expect(await mappingOf(practice.db, practice.vault, ['Claim #', 'Colour'])).toBeNull();
  await saveMapping(practice.ctx, { headers: ['Claim #', 'Colour'], mapping });
  expect(await mappingOf(practice.db, practice.vault, [' claim  # ', 'COLOUR'])).toEqual(mapping);
  expect(await mappingOf(practice.db, practice.vault, ['Colour', 'Claim #'])).toBeNull();
});
