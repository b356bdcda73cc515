import { describe, expect, test } from 'vitest';
import { dateOrderOf, listedDate } from '../../../rules/worklists/date-order.ts';
import { headingsAt, rowsBelow } from '../../../rules/worklists/headings.ts';
import { headerRowOf, readRow, repeatedClaims } from '../../../rules/worklists/read-row.ts';
import { listedCents } from '../../../rules/worklists/listed-money.ts';
import { proposedFields } from '../../../rules/worklists/worklist-columns.ts';
import type { WorklistMapping } from '../../../rules/worklists/worklist-columns.ts';

describe('columns are proposed by their headers', () => {
  test.each([
    [['Claim #', 'Acct No', 'Patient Name', 'Member ID', 'DOS', 'Payer', 'Billed', 'Denial Code', 'Denial Date', 'Notes'], ['claimControlNumber', 'patientControlNumber', 'patientName', 'memberId', 'serviceFrom', 'payer', 'charge', 'reason', 'remittanceOn', 'note']],
    [['ICN', 'Encounter', 'Patient', 'Policy Number', 'From Date', 'To Date', 'Insurance', 'Total Charges', 'Paid Amt', 'CARC', 'RARC', 'Claim Status'], ['claimControlNumber', 'patientControlNumber', 'patientName', 'memberId', 'serviceFrom', 'serviceTo', 'payer', 'charge', 'paid', 'reason', 'remark', 'status']],
    [['Acct', 'Pt Name', 'DOS', 'Ins', 'Bal $$', 'Billed $$'], ['patientControlNumber', 'patientName', 'serviceFrom', 'payer', null, 'charge']],
    [['Account', 'Patient', 'DOS', 'Payer', 'Bal $$'], ['patientControlNumber', 'patientName', 'serviceFrom', 'payer', 'charge']],
    [['patient_control_number', 'payer_name', 'service_date', 'amount', 'cpt', 'Favourite colour', ''], ['patientControlNumber', 'payer', 'serviceFrom', 'charge', 'procedure', null, null]],
  ])('%j', (headers, fields) => expect(proposedFields(headers)).toEqual(fields));

  test('a list that begins with a claim has none, and loses none', () => {
    expect(headerRowOf([['26H1', 'Lindqvist, Oda', '2/3/2026', 'Aetna', '$1,250.00'], ['26H2', 'Okafor, M', '2/4/2026', 'Aetna plan', '$80']], proposedFields)).toBe(-1);
  });

  test('said to stand elsewhere, they move alone: what was mended stays, what was saved does not come back', () => {
    const all = [['Denials'], ['Claim #', 'Payer'], ['1', 'Aetna'], ['2', 'Cigna'], ['3', 'Aetna']];
    const now = [{ row: 3, cells: ['1', 'Aetna PPO'] }, { row: 5, cells: ['3', 'Aetna'] }];
    const without = rowsBelow(all, now, 1, -1);
    expect(without.map(({ row }) => row)).toEqual([1, 2, 3, 5]);
    expect(without[2]?.cells).toEqual(['1', 'Aetna PPO']);
    expect(rowsBelow(all, without, -1, 1)).toEqual(now);
    expect([headingsAt(all, -1), headingsAt(all, 1)]).toEqual([['Column 1', 'Column 2'], ['Claim #', 'Payer']]);
  });

  test('below a title and a blank row', () => {
    expect(headerRowOf([['Denials March 2026'], [], ['Claim #', 'Patient', 'DOS', 'Payer'], ['1', 'A', '3/1/2026', 'Aetna']], proposedFields)).toBe(2);
  });
});

describe('days', () => {
  test.each([
    [['03/04/2026', '12/25/2025', ''], { order: 'month-first', isSure: true, shown: ['12/25/2025'] }], [['25.12.2025', '3.4.2026'], { order: 'day-first', isSure: true, shown: ['25.12.2025'] }],
    [['03/04/2026', '05/06/2026'], { order: 'month-first', isSure: false, shown: ['03/04/2026', '05/06/2026'] }], [['2026-03-04', 'Mar 4, 2026', '4/4/2026'], { order: 'month-first', isSure: true, shown: [] }],
    [['25/12/2025', '12/25/2025', '13/01/2026'], { order: 'day-first', isSure: false, shown: ['25/12/2025', '12/25/2025'] }],
  ] as const)('%j', (values, found) => expect(dateOrderOf(values)).toEqual(found));

  test.each([
    ['3/4/2026', 'month-first', '2026-03-04'], ['3/4/2026', 'day-first', '2026-04-03'], ['3/4/26 10:15 AM', 'month-first', '2026-03-04'], ['2026-03-04T00:00:00', 'day-first', '2026-03-04'], ['2026/3/4', 'day-first', '2026-03-04'], ['20260304', 'month-first', '2026-03-04'],
    ['4-Mar-26', 'month-first', '2026-03-04'], ['March 4, 2026', 'day-first', '2026-03-04'], ['04 Mar 2026', 'month-first', '2026-03-04'], ['2/30/2026', 'month-first', null], ['13/13/2026', 'month-first', null], ['soon', 'month-first', null], ['46085', 'month-first', null],
  ] as const)('%s (%s)', (text, order, iso) => expect(listedDate(text, order)).toBe(iso));
});

describe('amounts', () => {
  test.each([
    ['$1,234.50', 123_450], ['USD 80', 8_000], ['80.00 USD', 8_000], ['($14.10)', -1_410], ['14.10 CR', -1_410], ['14.10cr', -1_410], ['80.00 DR', 8_000], ['80.0000', 8_000], ['1.234,50', 123_450], ['2.000', null], ['80.000', null], ['1,234', 123_400], ['-$45', -4_500], ['45.00-', -4_500],
    ['0.30000000000000004', 30], ['1234.5599999999999', 123_456], ['12.345', null], ['twelve', null], ['1,23', null], ['3/4/2026', null], ['$$ 45.20', 4_520],
  ] as const)('%s', (text, cents) => expect(listedCents(text)).toBe(cents));
});

describe('a row', () => {
  const mapping: WorklistMapping = { fields: ['claimControlNumber', 'patientName', 'serviceFrom', 'payer', 'charge', 'reason', 'status', 'note'], dateOrder: 'month-first', payerKey: null, statusForAll: null };
  const row = (...cells: string[]) => readRow(cells, mapping, '2026-12-31');

  test('is read in whole', () => {
    const { facts, payerName, note, problems } = row('26H-001', ' Lindqvist,  Oda ', '2/3/2026', 'Aetna PPO', '$1,234.50', 'CO-197, OA23', 'Denied - no auth', 'called twice');
    expect(facts).toMatchObject({ claimControlNumber: '26H-001', serviceFrom: '2026-02-03', serviceTo: '2026-02-03', charge: 123_450, status: 'denied', adjustments: [{ groupCode: 'CO', carc: '197', cents: null }, { groupCode: 'OA', carc: '23', cents: null }] });
    expect([payerName, note, problems]).toEqual(['Aetna PPO', 'called twice', []]);
  });

  test('what cannot be read is said by column and left out', () => {
    const { facts, problems } = row('26H-001', 'A', '2/30/2026', 'Aetna', 'a lot', 'see letter', 'purple', '');
    expect(problems).toEqual([{ code: 'no-such-day', column: 2 }, { code: 'not-an-amount', column: 4 }, { code: 'unknown-reason', column: 5 }, { code: 'unknown-status', column: 6 }]);
    expect([facts.serviceFrom, facts.charge, facts.status, facts.adjustments]).toEqual([null, null, null, []]);
  });

  test('a day that has not come yet needs a hand: a deadline would be counted from it', () => {
    const { facts, problems } = row('26H-001', 'A', '11/30/2030', 'Aetna', '', '', '', '');
    expect([facts.serviceFrom, problems]).toEqual([null, [{ code: 'in-the-future', column: 2 }]]);
  });

  test('a span that ends ahead of its bill is none', () => {
    expect(readRow(['26H1', 'Aetna', '11/20/2026', '12/19/2026'], { ...mapping, fields: ['claimControlNumber', 'payer', 'serviceFrom', 'serviceTo'] }, '2026-11-28')).toMatchObject({ problems: [], facts: { serviceTo: '2026-12-19' } });
  });

  test('a number that stands in more rows than one is told', () => {
    const rows = [row('26H-001', '', '2/3/2026', 'Aetna', '', '', '', ''), row('26h 001', '', '2/4/2026', 'Aetna', '', '', '', ''), row('26H-002', '', '', 'Aetna', '', '', '', ''), row('', 'A', '2/3/2026', 'Aetna', '', '', '', '')];
    expect(repeatedClaims(rows)).toEqual(['26h001']);
  });

  test('blank cells say nothing, and a row without payer or claim is none', () => {
    expect(row('N/A', '-', '', '', '#N/A', 'none', '', '').problems).toEqual([{ code: 'no-claim', column: null }, { code: 'no-payer', column: 3 }]);
    expect(row('', 'Lindqvist, Oda', '2/3/2026', 'Aetna', '', '', '', '').problems).toEqual([]);
    expect(readRow(['26H-001'], { ...mapping, payerKey: 'aetna', statusForAll: 'rejected' }, '2026-12-31')).toMatchObject({ problems: [], facts: { status: 'rejected' } });
  });

  test.each(['Unpaid', 'Not paid', 'not yet paid', 'No payment', 'No payment received', 'Awaiting payment', 'Payment pending', 'Payment in process', 'underpaid', 'claim not received', 'not accepted', 'No denial'])('%s is not read as its opposite: a person says what it is', (text) => {
    const { facts, problems } = row('26H-001', '', '', 'Aetna', '', '', text, '');
    expect([facts.status, problems]).toEqual([null, [{ code: 'unknown-status', column: 6 }]]);
  });

  test.each([['Denied - not paid', 'denied'], ['Prepayment review', 'pending'], ['Processed and paid', 'paid'], ['Denied, no auth', 'denied'], ['Partially paid', 'partially-denied'], ['PAID', 'paid'], ['rejected at CH', 'rejected'], ['In process', 'pending'], ['Records requested', 'information-requested'], ['Not on file', 'not-found']])('status %s', (text, status) => {
    expect(row('26H-001', '', '', 'Aetna', '', '', text, '').facts.status).toBe(status);
  });

  test.each([['CO 45', 'CO', '45'], ['co-b7', 'CO', 'B7'], ['29', null, '29'], ['PR1 $45.00', 'PR', '1']])('reason %s', (text, groupCode, carc) => {
    expect(row('26H-001', '', '', 'Aetna', '', text, '', '').facts.adjustments).toEqual([{ groupCode, carc, cents: null }]);
  });
});
