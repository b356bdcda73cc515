import { describe, expect, test } from 'vitest';
import type { ReadingClaim, ReadingLine } from '../../../rules/reading/reading.ts';
import { readEdiText } from '../../../rules/remittance/read-file.ts';
import type { EdiReading } from '../../../rules/remittance/read-file.ts';

/** Files as senders get them wrong or stretch the guide. What is expected was worked out by hand from the guide. */
const REMITTANCE = '005010X221A1';

function file(body: readonly string[], set = '835', implementation = REMITTANCE): string {
  return [
    'ISA*00*          *00*          *ZZ*SYNTHPAYER     *ZZ*RIVERBEND      *261015*0830*^*00501*000000127*0*T*:', `GS*${set === '277' ? 'HN' : 'HP'}*S*R*20261015*0830*127*X*${implementation}`,
    `ST*${set}*0001*${implementation}`, ...body, `SE*${body.length + 2}*0001`, 'GE*1*127', 'IEA*1*000000127', '',
  ].join('~');
}
const header = (amount: string): string[] => [`BPR*I*${amount}*C*CHK************20261015`, 'TRN*1*T1*1999999999', 'DTM*405*20261014', 'N1*PR*ALPHA MUTUAL*XV*60001', 'N1*PE*RIVERBEND*XX*1999999984', 'LX*1'];
const remittance = (amount: string, ...claims: string[]): EdiReading => readEdiText(file([...header(amount), ...claims]), 'x');
const codes = (reading: EdiReading): string[] => reading.warnings.map((warning) => `${warning.code}@${warning.place ?? 'file'}`);
const only = (reading: EdiReading): ReadingClaim => {
  expect(reading.claims.length).toBe(1);
  return reading.claims[0] as ReadingClaim;
};
const plain = (line: ReadingLine | undefined): unknown => line === undefined ? null : [line.procedure?.value ?? null, line.modifiers, line.units?.value ?? null, line.charge?.value ?? null, line.paid?.value ?? null];

describe('a remittance', () => {
  test('takes back a claim with all amounts negative and pays it anew: two claims, nothing is off', () => {
    const reading = remittance('50', 'CLP*A*22*-100*-80*-20*12*I1*11*1', 'CAS*PR*2*-20', 'NM1*QC*1*DOE*JANE', 'CLP*A*1*100*130**12*I2*11*7', 'CAS*CO*45*-30', 'NM1*QC*1*DOE*JANE');
    expect(reading.claims.map((claim) => [claim.status?.value, claim.charge?.value, claim.paid?.value, claim.patientResponsibility?.value ?? null, claim.adjustments])).toEqual([
      ['reversed', -10_000, -8_000, -2_000, [{ groupCode: 'PR', carc: '2', cents: -2_000 }]], ['paid', 10_000, 13_000, null, [{ groupCode: 'CO', carc: '45', cents: -3_000 }]],
    ]);
    expect(codes(reading)).toEqual([]);
  });

  test('names six reasons in one segment, and revenue codes, odd composites and another code than was billed in its lines', () => {
    const reading = remittance('0', 'CLP*A*4*600*0*0*MC*I1', 'CAS*CO*45*100**96*100*1*97*100**16*100*2*18*100**29*100*1', 'SVC*:99214:::25*100*0', 'SVC*0450*100*0', 'SVC*NU:0450*100*0**2', 'SVC*HC:99213:25:59:TC:26:OFFICE*100*0*0450**HC:99214', 'SVC*N4:00000000000*100*0**1.5', 'SVC*HC:J1100*100*0**-2');
    const claim = only(reading);
    expect(claim.adjustments).toEqual(['45', '96', '97', '16', '18', '29'].map((carc) => ({ groupCode: 'CO', carc, cents: 10_000 })));
    expect(claim.lines.map(plain)).toEqual([
      ['99214', ['25'], 1, 10_000, 0], ['0450', [], 1, 10_000, 0], ['0450', [], 2, 10_000, 0], ['99213', ['25', '59', 'TC', '26'], 1, 10_000, 0], ['00000000000', [], 1.5, 10_000, 0], ['J1100', [], -2, 10_000, 0],
    ]);
    expect(claim.status?.value).toBe('denied');
    expect(codes(reading)).toEqual([]);
  });

  test('leaves parts of an adjustment out: empty triples are no adjustments, half ones are said', () => {
    const reading = remittance('10', 'CLP*A*1*20*10**12*I1', 'CAS*CO*45*10****', 'CAS*CO**', 'CAS*PR', 'CAS*OA*23**1', 'CAS*OA**5');
    expect(only(reading).adjustments).toEqual([{ groupCode: 'CO', carc: '45', cents: 1_000 }, { groupCode: 'OA', carc: '23', cents: null }, { groupCode: 'OA', carc: '', cents: 500 }]);
    expect(codes(reading)).toEqual(['malformed-adjustment@segment 14', 'malformed-adjustment@segment 15', 'unbalanced@segment 10']);
    expect(reading.warnings[2]?.detail).toBe('claim off by -500 cents');
  });

  test.each<[string, string[], (string | null)[]]>([
    ['statement period', ['DTM*232*20260105', 'DTM*233*20260107'], ['2026-01-05', '2026-01-07', null]],
    ['statement start alone', ['DTM*232*20260105'], ['2026-01-05', '2026-01-05', null]],
    ['received alone is no service date', ['DTM*050*20260110'], [null, null, '2026-01-10']],
    ['coverage end and other dates are passed over', ['DTM*036*20261231', 'DTM*573*20260101'], [null, null, null]],
    ['lines 150, 151 and 472', ['SVC*HC:1*5*5', 'DTM*150*20260104', 'DTM*151*20260109', 'SVC*HC:1*5*5', 'DTM*472*20260103'], ['2026-01-03', '2026-01-09', null]],
    ['a period in one element', ['SVC*HC:1*10*10', 'DTM*472****RD8*20260101-20260103'], ['2026-01-01', '2026-01-03', null]],
    ['six-digit days of old files', ['DTM*232*260105', 'DTM*050*990110'], ['2026-01-05', '2026-01-05', '1999-01-10']],
  ])('dates: %s', (_, segments, [from, to, received]) => {
    const claim = only(remittance('10', 'CLP*A*1*10*10**12*I1', ...segments));
    expect([claim.serviceFrom?.value ?? null, claim.serviceTo?.value ?? null, claim.receivedOn?.value ?? null]).toEqual([from, to, received]);
    expect([claim.remittanceOn?.value, claim.paymentOn?.value, claim.paymentNumber?.value]).toEqual(['2026-10-14', '2026-10-15', 'T1']);
  });

  test('corrects a name in part, names other parties, and puts remarks in three places', () => {
    const claim = only(remittance('10', 'CLP*A*1*10*10**12*I1', 'NM1*QC*1*DOE*JANE*Q**JR*MI*M1', 'NM1*IL*1*DOE*JOHN****MI*M9', 'NM1*74*1*DOUGH*****C*M2', 'NM1*TT*2*CROSS****PI*55', 'NM1*PR*2*PRIORITY****PI*66', 'N1*ZZ*AGAINST THE GUIDE',
      'REF*F8*ORIGINAL', 'MIA*1*2*3*400*MA01***************N1*N2*N3*N4', 'MOA*50*100*N5*N6', 'LQ*HE*N7', 'SVC*HC:1*10*10', 'LQ*HE*M1', 'LQ*RX*70', 'AMT*B6*10', 'AMT*KH*3'));
    expect([claim.patientName?.value, claim.memberId?.value]).toEqual(['DOUGH, JANE Q', 'M2']);
    expect(claim.references).toEqual([{ label: 'REF*F8', value: 'ORIGINAL' }, { label: 'NM1*QC', value: 'DOE, JANE Q' }, { label: 'NM1*QC-09', value: 'M1' }]);
    expect(claim.rarcs).toEqual(['MA01', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7']);
    expect([claim.lines[0]?.rarcs, claim.lines[0]?.payerCodes, claim.lines[0]?.allowed?.value]).toEqual([['M1'], [{ code: '70', text: null }], 1_000]);
  });

  test.each([
    ['1', 'paid', []], ['2', 'paid', []], ['3', 'paid', []], ['4', 'denied', []], ['04', 'denied', []], ['5', 'paid', []], ['10', 'paid', []], ['13', 'paid', []], ['15', 'paid', []], ['16', 'paid', []], ['17', 'paid', []],
    ['19', 'paid', []], ['20', 'paid', []], ['21', 'paid', []], ['22', 'reversed', []], ['23', 'forwarded', []], ['25', 'paid', ['predetermination@segment 10']], ['27', 'paid', []], ['99', 'paid', ['unknown-claim-status@segment 10']],
  ])('claim status %s, all of it the deductible, is %s', (code, status, warned) => {
    const reading = remittance('0', `CLP*A*${code}*10*0*10*12*I1`, 'CAS*PR*1*10');
    expect(only(reading).status?.value).toBe(status);
    expect(codes(reading)).toEqual(warned);
  });

  test.each([
    ['CO', '45', 'paid'], ['CO', '253', 'paid'], ['PR', '96', 'paid'], ['OA', '23', 'denied'], ['CO', '97', 'denied'], ['PI', '45', 'denied'],
  ])('nothing paid and %s-%s is %s', (group, carc, status) => {
    expect(only(remittance('0', 'CLP*A*1*10*0**12*I1', `CAS*${group}*${carc}*10`)).status?.value).toBe(status);
  });

  test('writes amounts in every allowed way, and the others are refused and not taken for nothing', () => {
    const reading = remittance('.5', 'CLP*A*1*1,000.50*.5**12*I1', 'CLP*B*1*+5*5.*-0*12*I2', 'CLP*C*1*5-*5.*-0*12*I2', 'CLP*D*1*5.125*5.125**12*I');
    expect(reading.claims.map((claim) => [claim.patientControlNumber?.value, claim.charge?.value, claim.paid?.value])).toEqual([['B', 500, 500], ['D', 513, 513]]);
    expect(codes(reading)).toEqual(['malformed-claim@segment 10', 'malformed-claim@segment 12', 'rounded-amount@segment 13', 'rounded-amount@segment 13', 'unbalanced@segment 14']);
  });

  test('is off in a line, in a claim and in the payment: each is said with its cents', () => {
    const reading = remittance('100', 'CLP*A*1*100*60**12*I1', 'SVC*HC:99213*60*40', 'CAS*CO*45*19.99', 'SVC*HC:99214*40*20', 'CAS*CO*45*20', 'PLB*1999999984*20261231*WO:X*-5*L6*2.5');
    expect(reading.warnings).toEqual([
      { code: 'unbalanced', place: 'segment 10', detail: 'claim off by 1 cents' }, { code: 'unbalanced', place: 'segment 10', detail: 'line 1 off by 1 cents' },
      { code: 'unbalanced', place: 'segment 16', detail: 'payment off by 3750 cents' },
    ]);
    expect(reading.providerAdjustments).toEqual([{ code: 'WO', cents: -500, reference: 'X' }, { code: 'L6', cents: 250, reference: null }]);
  });

  test('of 4010 with another component sign than it declares, TS2 and TS3, and the payer known by REF only', () => {
    const reading = readEdiText(file(['BPR*I*10*C*CHK', 'TRN*1*T1*1999999999', 'DTM*405*20261014', 'N1*PR*ALPHA MUTUAL', 'REF*2U*777', 'N1*PE*RB*FI*123', 'LX*1', 'TS3*1*11*20261231*1*10', 'TS2*1', 'CLP*A*1*10*10**12*I1', 'SVC*HC>99213*10*10'], '835', '004010X091A1'), 'x');
    expect(plain(only(reading).lines[0])).toEqual(['99213', [], 1, 1_000, 1_000]);
    expect(codes(reading)).toEqual(['component-separator@segment 14']);
  });

  test('the same claim twice stays two claims', () => {
    const reading = remittance('20', 'CLP*A*1*10*10**12*I1', 'CLP*A*1*10*10**12*I1');
    expect(reading.claims.length).toBe(2);
    expect(codes(reading)).toEqual([]);
  });
});

describe('a status file', () => {
  const levels = ['BHT*0085*08*277X*20261015*1105*TH', 'HL*1**20*1', 'NM1*AY*2*CLEARING*****46*CL1', 'TRN*1*Z', 'DTP*050*D8*20261014', 'HL*2*1*21*1', 'NM1*41*2*RECEIVER*****46*R1', 'TRN*2*BATCH1', 'STC*A1:19:PR*20261015*WQ*500', 'QTY*90*2', 'AMT*YU*300',
    'HL*3*2*19*1', 'NM1*85*2*RIVERBEND*****XX*1999999984', 'TRN*1*P0', 'STC*A3:21:85*20261015*U*200', 'HL*4*3*PT', 'NM1*QC*1*DOE*JANE****MI*M1'];

  test.each(['005010X214', ''])('acknowledges claims, says a provider was refused, and gives three reasons at once (guide %j)', (implementation) => {
    const reading = readEdiText(file([...levels, 'TRN*2*PCN1', 'STC*A2:20:PR*20261015*WQ*100', 'REF*1K*ICN1', 'DTP*472*RD8*20260101-20260104', 'SVC*HC:99213*50*****1', 'STC*A2:20*20261015*WQ', 'DTP*472*D8*20260101',
      'TRN*2*PCN2', 'STC*A7:562:85*20261015*U*200******A6:21*A8:1:QC*FIX THE NPI', 'DTP*472*D8*20260105'], '277', implementation), 'x');
    expect(reading.claims.map((claim) => [claim.patientControlNumber?.value, claim.claimControlNumber?.value ?? null, claim.status?.value, claim.charge?.value, claim.serviceFrom?.value, claim.serviceTo?.value])).toEqual([
      ['PCN1', 'ICN1', 'acknowledged', 10_000, '2026-01-01', '2026-01-04'], ['PCN2', null, 'rejected', 20_000, '2026-01-05', '2026-01-05'],
    ]);
    expect(reading.claims[1]?.statusCodes).toEqual([{ category: 'A7', status: '562', entity: '85' }, { category: 'A6', status: '21', entity: null }, { category: 'A8', status: '1', entity: 'QC' }]);
    expect(reading.claims[1]?.payerCodes).toEqual([{ code: 'A7:562', text: 'FIX THE NPI' }]);
    expect(reading.claims[0]?.lines[0]?.status?.value).toBe('acknowledged');
    expect(codes(reading)).toEqual(['batch-rejected@segment 18']);
  });

  test('answers for a dependent, with blank and negative amounts, several statuses and a claim not found', () => {
    const reading = readEdiText(file(['BHT*0010*08*X*20261015*1105*DG', 'HL*1**20*1', 'NM1*PR*2*ALPHA*****PI*60001', 'HL*2*1*21*1', 'NM1*41*2*R*****46*R1', 'HL*3*2*19*1', 'NM1*1P*2*RB*****XX*199', 'HL*4*3*22*0', 'NM1*IL*1*DOE*JOHN****MI*M9',
      'TRN*2*T1', 'STC*F1:65*20261014**100*-80*20261010**20261011*CHK1', 'REF*1K*I1', 'REF*EJ*P1', 'DTP*472*D8*20260101', 'HL*5*3*22*1', 'NM1*IL*1*DOE*JOHN****MI*M9', 'HL*6*5*23', 'NM1*QC*1*DOE*KID',
      'TRN*2*T2', 'STC*F0:3*20261015**  *', 'STC*E0', 'HL*7*3*22', 'NM1*IL*1*A*B', 'STC*D0:35*20261015'], '277', '005010X212'), 'x');
    expect(reading.claims.map((claim) => [claim.patientName?.value, claim.memberId?.value ?? null, claim.status?.value, claim.charge?.value ?? null, claim.paid?.value ?? null, claim.paymentNumber?.value ?? null])).toEqual([
      ['DOE, JOHN', 'M9', 'paid', 10_000, -8_000, 'CHK1'], ['DOE, KID', 'M9', 'finalized', null, null, null], ['A, B', null, 'not-found', null, null, null],
    ]);
    expect(reading.payer?.value).toBe('ALPHA');
  });
});
