import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FileClaimDetail, TransactionSummary } from '../../../rules/remittance/edi-events.ts';
import { EdiReader } from '../../../rules/remittance/edi-reader.ts';
import { EdiTextDecoder } from '../../../rules/remittance/decode-text.ts';
import { readEdiFile } from '../../../rules/remittance/read-file.ts';
import type { EdiReading } from '../../../rules/remittance/read-file.ts';
import type { ReadingClaim } from '../../../rules/reading/reading.ts';

const bytesOf = (name: string): Buffer => readFileSync(new URL(`../../remittances/${name}`, import.meta.url));
const read = (name: string): Promise<EdiReading> => readEdiFile([bytesOf(name)], name);
const codes = (reading: EdiReading): string[] => reading.warnings.map((warning) => warning.code);

function events(name: string): { claims: { claim: ReadingClaim; detail: FileClaimDetail }[]; transactions: TransactionSummary[] } {
  const reader = new EdiReader();
  const all = [...reader.push(new EdiTextDecoder().decode(bytesOf(name))), ...reader.end()];
  return {
    claims: all.flatMap((event) => (event.type === 'claim' ? [event] : [])),
    transactions: all.flatMap((event) => (event.type === 'transaction' ? [event.summary] : [])),
  };
}

describe('an 835', () => {
  test('a whole reading, worked out by hand', async () => {
    const certain = { confidence: 'certain' };
    const reading = await read('clean.edi');
    expect(reading).toMatchObject({
      schema: 'overturn-reading/1', source: 'clean.edi', kind: 'remittance', portal: null, terms: 'unknown', seen: null, candidates: [], warnings: [],
      payer: { value: 'CEDAR VALLEY HEALTH', raw: 'CEDAR VALLEY HEALTH', label: 'N1*PR', ...certain }, providerAdjustments: [],
      payment: { number: { value: 'CV500100' }, date: { value: '2026-03-03' }, amount: { value: 21250 }, method: 'ACH' },
    });
    expect(reading.claims).toEqual([{
      claimControlNumber: { value: '26H0100001', raw: '26H0100001', label: 'CLP07', ...certain },
      patientControlNumber: { value: 'RB1001', raw: 'RB1001', label: 'CLP01', ...certain },
      patientName: { value: 'LINDQVIST, ODA M', raw: 'LINDQVIST, ODA M', label: 'NM1*QC', ...certain },
      memberId: { value: 'CV100200300', raw: 'CV100200300', label: 'NM1*QC-09', ...certain },
      serviceFrom: { value: '2026-01-05', raw: '20260105', label: 'DTM*232', ...certain },
      serviceTo: { value: '2026-01-05', raw: '20260105', label: 'DTM*233', ...certain },
      receivedOn: { value: '2026-01-10', raw: '20260110', label: 'DTM*050', ...certain },
      finalizedOn: null,
      remittanceOn: { value: '2026-03-02', raw: '20260302', label: 'DTM*405', ...certain },
      paymentOn: { value: '2026-03-03', raw: '20260303', label: 'BPR16', ...certain },
      charge: { value: 30000, raw: '300', label: 'CLP03', ...certain }, allowed: { value: 23750, raw: '237.5', label: 'AMT*AU', ...certain },
      paid: { value: 21250, raw: '212.5', label: 'CLP04', ...certain }, patientResponsibility: { value: 2500, raw: '25', label: 'CLP05', ...certain },
      paymentNumber: { value: 'CV500100', raw: 'CV500100', label: 'TRN02', ...certain },
      status: { value: 'paid', raw: '1', label: 'CLP02', ...certain, derived: true },
      statusCodes: [], references: [{ label: 'REF*EA', value: 'MR-77' }], adjustments: [], rarcs: [], payerCodes: [], appeal: null,
      lines: [
        {
          line: 1, procedure: { value: '99214', raw: '99214', label: 'SVC01', ...certain }, modifiers: ['25'], units: { value: 1, raw: '1', label: 'SVC05', ...certain },
          charge: { value: 20000, raw: '200', label: 'SVC02', ...certain }, allowed: { value: 17500, raw: '175', label: 'AMT*B6', ...certain },
          paid: { value: 15000, raw: '150', label: 'SVC03', ...certain }, status: null,
          serviceFrom: { value: '2026-01-05', raw: '20260105', label: 'DTM*472', ...certain },
          serviceTo: { value: '2026-01-05', raw: '20260105', label: 'DTM*472', ...certain, derived: true },
          adjustments: [{ groupCode: 'CO', carc: '45', cents: 2500 }, { groupCode: 'PR', carc: '3', cents: 2500 }], rarcs: [], payerCodes: [],
        },
        {
          line: 2, procedure: { value: '93000', raw: '93000', label: 'SVC01', ...certain }, modifiers: [], units: { value: 1, raw: '1', label: 'SVC05', ...certain },
          charge: { value: 10000, raw: '100', label: 'SVC02', ...certain }, allowed: { value: 6250, raw: '62.5', label: 'AMT*B6', ...certain },
          paid: { value: 6250, raw: '62.5', label: 'SVC03', ...certain }, status: null,
          serviceFrom: { value: '2026-01-05', raw: '20260105', label: 'DTM*472', ...certain },
          serviceTo: { value: '2026-01-05', raw: '20260105', label: 'DTM*472', ...certain, derived: true },
          adjustments: [{ groupCode: 'CO', carc: '45', cents: 3750 }], rarcs: [], payerCodes: [],
        },
      ],
    }]);
  });

  test('what the product needs beside the reading', () => {
    const { claims: [first], transactions: [transaction] } = events('clean.edi');
    expect(first?.detail).toMatchObject({
      kind: 'remittance', segment: 14, payerName: 'CEDAR VALLEY HEALTH', payerId: '71001', claimStatusCode: '1', filingIndicator: 'CI', facilityCode: '11', frequencyCode: '1',
      reversal: false, correctsReversal: false, rendering: { last: 'HALVORSEN', id: '1999999976' }, payee: { name: 'RIVERBEND CLINIC LLC', npi: '1999999984', taxId: '990000001' },
      claimContact: '8005550111', envelope: { interchangeControl: '000000101', groupControl: '101', transactionControl: '0001', transactionSet: '835' },
      lines: [{ lineControl: '1', procedureQualifier: 'HC' }, { lineControl: '2' }],
    });
    expect(first?.detail.claimKey.split('\u0001')).toEqual(['71001', '26H0100001', 'RB1001', '+']);
    expect(first?.detail.transactionKey.split('\u0001')).toEqual(['000000101', '101', '0001', 'CV500100', '1999999999']);
    expect(transaction).toMatchObject({
      claims: 1, balanced: true, remittanceOn: '2026-03-02', transactionKey: first?.detail.transactionKey,
      payerContacts: [{ kind: 'BL', name: 'PROVIDER LINE', numbers: [{ kind: 'TE', value: '8005550100' }, { kind: 'UR', value: 'WWW.CEDARVALLEY.EXAMPLE' }] }],
    });
  });

  test('denials: status from amounts, remarks of claim and line, dates from the lines', async () => {
    const reading = await read('denials.edi');
    expect(reading.claims.map((claim) => claim.status?.value)).toEqual(['denied', 'partially-denied', 'paid', 'denied']);
    expect(reading.claims.map((claim) => claim.status?.derived)).toEqual([undefined, true, true, true]);
    const [first, second, third] = reading.claims;
    expect(first?.rarcs).toEqual(['MA130']);
    expect(first?.lines[0]?.rarcs).toEqual(['M127']);
    expect(first?.patientResponsibility).toBeNull();
    expect(second?.lines[1]).toMatchObject({ modifiers: ['GP', '59'], adjustments: [{ groupCode: 'CO', carc: '97', cents: 20000 }, { groupCode: 'CO', carc: '253', cents: 5000 }], rarcs: ['M15', 'N20'] });
    expect(second?.serviceFrom).toMatchObject({ value: '2026-01-06', derived: true });
    expect(second?.serviceTo).toMatchObject({ value: '2026-01-08', derived: true });
    expect(second?.lines[0]?.units?.value).toBe(2);
    expect(third?.serviceTo).toMatchObject({ value: '2026-01-09', label: 'DTM*232', derived: true });
    expect(codes(reading)).toEqual([]);
  });

  test('a reversal and its correction are two claims', () => {
    const { claims: [reversal, correction] } = events('reversal-and-correction.edi');
    expect(reversal?.claim).toMatchObject({ status: { value: 'reversed' }, charge: { value: -18000 }, paid: { value: -11000 }, lines: [{ adjustments: [{ cents: -5000 }, { cents: -2000 }] }] });
    expect(reversal?.detail).toMatchObject({ reversal: true, correctsReversal: false });
    expect(correction?.claim).toMatchObject({ status: { value: 'paid' }, lines: [{ adjustments: [{ carc: '45', cents: 50 }, { carc: '253', cents: 400 }] }] });
    expect(correction?.detail).toMatchObject({ reversal: false, correctsReversal: true, frequencyCode: '7' });
    expect(reversal?.detail.claimKey).not.toBe(correction?.detail.claimKey);
  });

  test('secondary, corrected names, forwarded, predetermination', async () => {
    const reading = await read('secondary.edi');
    const [secondary, partName, notOurs, estimate] = reading.claims;
    expect(secondary).toMatchObject({
      patientName: { value: 'BRANDTT, FELIX', label: 'NM1*74' }, memberId: { value: 'CV100200307', label: 'NM1*74-09' }, status: { value: 'partially-denied' },
      adjustments: [{ groupCode: 'OA', carc: '23', cents: 16760 }, { groupCode: 'CO', carc: '45', cents: 5000 }], rarcs: ['MA18', 'N89'], lines: [],
      references: [{ label: 'NM1*QC', value: 'BRANDT, FELIX' }, { label: 'NM1*QC-09', value: 'CV100200306' }],
    });
    expect(partName?.patientName?.value).toBe('ESPINOZA, CLEOTILDE');
    expect(partName?.memberId?.value).toBe('CV100200308');
    expect(partName?.lines[0]?.units).toMatchObject({ value: 1, derived: true });
    expect(notOurs?.status).toMatchObject({ value: 'forwarded', raw: '23' });
    expect(estimate?.status).toMatchObject({ value: 'paid', derived: true });
    expect(reading.warnings).toEqual([{ code: 'predetermination', place: 'segment 35' }]);
    expect(events('secondary.edi').claims[0]?.detail.crossoverCarrier).toMatchObject({ last: 'BLUE HERON MUTUAL', id: '71002' });
  });

  test('provider adjustments take their part of the payment', async () => {
    const reading = await read('provider-adjustments.edi');
    expect(reading.providerAdjustments).toEqual([
      { code: 'WO', cents: 10000, reference: '26H0099001' }, { code: 'L6', cents: -450, reference: null }, { code: '72', cents: 0, reference: 'AUTH9' },
    ]);
    expect(reading.payment?.amount?.value).toBe(-1550);
    expect(codes(reading)).toEqual([]);
  });

  test('a cut file keeps what was whole', async () => {
    const reading = await read('truncated.edi');
    expect(reading.claims.map((claim) => claim.patientControlNumber?.value)).toEqual(['RB1012']);
    expect(reading.warnings).toEqual([{ code: 'truncated', place: 'segment 22' }, { code: 'withheld', place: 'segment 18' }]);
  });

  test('two interchanges with other separators and other payers', async () => {
    const reading = await read('several-interchanges.edi');
    expect(reading.claims.map((claim) => [claim.patientControlNumber?.value, claim.paymentNumber?.value, claim.status?.value])).toEqual([['RB1014', 'CV500106', 'paid'], ['RB1015', 'BH900001', 'denied']]);
    expect(reading.payer).toBeNull();
    expect(reading.payment).toBeNull();
    expect(reading.transactions.map((one) => one.payerName)).toEqual(['CEDAR VALLEY HEALTH', 'BLUE HERON MUTUAL']);
    expect(codes(reading)).toEqual(['several-payers']);
  });
});

describe('other files', () => {
  test('a 277CA: what was accepted, what was rejected and why', async () => {
    const reading = await read('claim-acknowledgement.edi');
    expect(reading.kind).toBe('status-file');
    const [accepted, rejected] = reading.claims;
    expect(accepted).toMatchObject({
      status: { value: 'acknowledged', raw: 'A2:20:PR' }, patientControlNumber: { value: 'RB1016', label: 'TRN02' }, claimControlNumber: { value: '26H0100016' },
      charge: { value: 21500 }, receivedOn: { value: '2026-02-19', derived: true }, serviceFrom: { value: '2026-02-10' }, serviceTo: { value: '2026-02-10', derived: true },
    });
    expect(rejected).toMatchObject({
      status: { value: 'rejected', raw: 'A7:562:85' }, patientControlNumber: { value: 'RB1017' }, claimControlNumber: null, memberId: { value: 'CV100200315' },
      statusCodes: [{ category: 'A7', status: '562', entity: '85' }, { category: 'A7', status: '164', entity: 'IL' }, { category: 'A8', status: '500', entity: null }],
      serviceFrom: { value: '2026-02-11' }, serviceTo: { value: '2026-02-12' }, lines: [{ procedure: { value: '99213' }, status: { value: 'rejected' } }],
    });
    const [transaction] = reading.transactions;
    expect(transaction?.batchStatuses.map((one) => [one.level, one.category, one.meaning])).toEqual([['21', 'A1', 'acknowledged'], ['19', 'A1', 'acknowledged']]);
    expect(events('claim-acknowledgement.edi').claims[0]?.detail.statedBy).toEqual({ role: 'payer', name: 'CEDAR VALLEY HEALTH', id: '71001' });
    expect(reading.warnings).toEqual([]);
  });

  test('a 277: several claims of one patient, a dependent, a payment, a request for records', async () => {
    const [denied, paid, asked] = (await read('claim-status.edi')).claims;
    expect(denied).toMatchObject({ status: { value: 'denied' }, patientControlNumber: { value: 'RB1002' }, finalizedOn: { value: '2026-02-23' }, paid: { value: 0 }, references: [{ label: 'TRN02', value: 'Q1' }] });
    expect(paid).toMatchObject({ status: { value: 'paid', derived: true }, paymentNumber: { value: 'CV500200' }, paymentOn: { value: '2026-02-26' } });
    expect(asked).toMatchObject({
      status: { value: 'information-requested' }, patientName: { value: 'BRANDT, FELIX', label: 'NM1*QC' }, memberId: { value: 'CV100200999', label: 'NM1*IL-09' },
      payerCodes: [{ code: 'R4:293', text: 'RECORDS ASKED ON 02/20' }], serviceFrom: { value: '2026-01-13', derived: true }, lines: [{ status: { value: 'information-requested' } }],
    });
  });

  test('an 837: charges, lines, and the claim a replacement replaces', async () => {
    const reading = await read('submitted-claims.edi');
    expect(reading.kind).toBe('claim-file');
    expect(reading.claims.map((claim) => [claim.patientControlNumber?.value, claim.charge?.value, claim.lines.length])).toEqual([['RB1016', 21500, 1], ['RB1020', 32000, 2]]);
    const [first, second] = events('submitted-claims.edi').claims;
    expect(first?.detail).toMatchObject({ diagnoses: ['M545', 'E119'], filingIndicator: 'CI', frequencyCode: '1', rendering: { last: 'HALVORSEN' } });
    expect(second?.detail).toMatchObject({ originalClaimControlNumber: '26H0100007', frequencyCode: '7', filingIndicator: 'MB', payerName: 'CEDAR VALLEY HEALTH', patient: { last: 'BRANDT', first: 'FELIX' } });
    expect(second?.claim).toMatchObject({ memberId: { value: 'CV100200999' }, serviceFrom: { value: '2026-01-11' }, serviceTo: { value: '2026-01-13' }, lines: [{ modifiers: [] }, { modifiers: ['GP'], units: { value: 2 } }] });
  });

  test('a 999 is named for what it is', async () => {
    const reading = await read('acknowledgement.edi');
    expect(reading).toMatchObject({ kind: 'acknowledgement-file', claims: [], warnings: [] });
    expect(reading.transactions[0]?.acknowledgement).toEqual({
      groupCode: 'HC', groupControl: '111', code: 'P', included: 2, received: 2, accepted: 1,
      transactions: [{ transactionSet: '837', control: '0001', code: 'R' }, { transactionSet: '837', control: '0002', code: 'A' }],
    });
  });
});
