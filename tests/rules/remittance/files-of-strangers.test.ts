import { describe, expect, test } from 'vitest';
import type { Adjustment, ReadingClaim, ReadingLine } from '../../../rules/reading/reading.ts';
import { readEdiFile } from '../../../rules/remittance/read-file.ts';

/**
 * Files with the oddities of many senders, each with the totals written down before it was read.
 * A claim: account, payer's number, status, cents charged, paid and owed by the patient, first and last day; then its adjustments, remarks and lines.
 */
type Signs = { element: string; component: string; terminator: string; repeat: string };
const USUAL: Signs = { element: '*', component: ':', terminator: '~', repeat: '^' };

type Stranger = { bytes: Uint8Array; kind: string; claims: string[]; trace?: (string | null)[]; on?: (string | null)[]; plb?: string[]; payments?: (number | null)[]; codes?: string[] };

const isa = (control: string, by: Partial<Signs> = {}): string => `ISA*00*          *00*          *ZZ*STRANGER       *ZZ*RIVERBEND      *261015*0830*${by.repeat ?? '^'}*00501*${control}*0*P*:`;
const gs = (code: string, guide: string): string => `GS*${code}*STRANGER*RIVERBEND*20261015*0830*1*X*${guide}`;

/** One interchange of one group; segments are written with the usual signs and turned into the others. */
function written(body: readonly string[], by: Partial<Signs> = {}, { set = '835', code = 'HP', guide = '005010X221A1', control = '000000001', head = isa(control, by), tail = true }: { set?: string; code?: string; guide?: string; control?: string; head?: string; tail?: boolean } = {}): string {
  const signs = { ...USUAL, ...by };
  const all = [head, gs(code, guide), `ST*${set}*0001*${guide}`, ...body, ...(tail ? [`SE*${body.length + 2}*0001`, 'GE*1*1', `IEA*1*${control}`] : [])];
  return all.map((segment) => segment.replaceAll(/[*:]/gu, (sign) => (sign === '*' ? signs.element : signs.component)) + signs.terminator).join('');
}
const top = (amount: string, trace = 'TRACE1', day = '20261015', credit = 'C'): string[] => [`BPR*I*${amount}*${credit}*ACH*CCP*01*1*DA*2*1999999999**01*3*DA*4*${day}`, `TRN*1*${trace}*1999999999`, 'DTM*405*20261014', 'N1*PR*STRANGE MUTUAL*XV*60009', 'N1*PE*RIVERBEND*XX*1999999984', 'LX*1'];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const wide = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
};

const reasons = (list: readonly Adjustment[]): string => list.map(({ groupCode, carc, cents }) => `${groupCode ?? '?'}-${carc}=${cents ?? 'none'}`).join(' ');
const lineOf = (line: ReadingLine): string => [line.procedure?.value ?? '-', ...line.modifiers].join('.') + ` ${line.charge?.value ?? '-'}/${line.paid?.value ?? '-'} x${line.units?.value ?? '-'} ${reasons(line.adjustments)} ${line.rarcs.join(',')}`.replace(/ +$/u, '').replace(/ {2}/u, ' ');
function claimOf(claim: ReadingClaim): string {
  const head = [claim.patientControlNumber, claim.claimControlNumber, claim.status, claim.charge, claim.paid, claim.patientResponsibility, claim.serviceFrom, claim.serviceTo].map((one) => one?.value ?? '-').join(' ');
  return [head, reasons(claim.adjustments), claim.rarcs.join(','), ...claim.lines.map(lineOf)].filter((part) => part !== '').join(' | ');
}

const SIMPLE = ['CLP*A1*1*150*100*20*12*ICN1*11*1', 'NM1*QC*1*DOE*JANE****MI*M1', 'DTM*232*20260901', 'DTM*233*20260903', 'SVC*HC:99214:25*150*100**1', 'DTM*472*20260901', 'CAS*CO*45*30', 'CAS*PR*2*20', 'LQ*HE*N130'];
const SIMPLE_READ = 'A1 ICN1 paid 15000 10000 2000 2026-09-01 2026-09-03 | 99214.25 15000/10000 x1 CO-45=3000 PR-2=2000 N130';
const plain: Omit<Stranger, 'bytes'> = { kind: 'remittance', claims: [SIMPLE_READ], trace: ['TRACE1'], on: ['2026-10-15'], payments: [10_000] };
const simple = [...top('100'), ...SIMPLE];

const FILES: Record<string, Stranger> = {
  'everything in lower case, codes and qualifiers too': { ...plain, trace: ['trace1'], claims: ['a1 icn1 paid 15000 10000 2000 2026-09-01 2026-09-03 | 99214.25 15000/10000 x1 CO-45=3000 PR-2=2000 N130'], bytes: bytes(written(simple).toLowerCase()) },
  'a next-line sign of a mainframe as terminator': { ...plain, bytes: latin(written(simple, { terminator: '\u0085' })) },
  'a record separator, a backslash and a bracket': { ...plain, bytes: bytes(written(simple, { terminator: '\u001e', element: '\\', component: ']' })) },
  'a section sign in Latin-1 between elements, lines ended by CR LF': { ...plain, bytes: latin(written(simple, { element: '\u00a7', terminator: '\r\n' })) },
  'dollar and question marks': { ...plain, bytes: bytes(written(simple, { element: '$', component: '?', terminator: '!' })) },
  'a pipe ends segments, each on its own line': { ...plain, bytes: bytes(written(simple, { terminator: '|\r\n' })) },
  'UTF-16 with its mark': { ...plain, bytes: Uint8Array.from([0xff, 0xfe, ...wide(written(simple), true)]) },
  'UTF-16 without a mark, little end first': { ...plain, bytes: wide(written(simple, { terminator: '~\r\n' }), true) },
  'UTF-16 without a mark, big end first': { ...plain, bytes: wide(written(simple), false) },
  'NUL bytes between segments and behind values': { ...plain, bytes: bytes(written(simple, { terminator: '~\u0000\u0000' }).replace('*JANE*', '*JANE\u0000\u0000*').replace('150*100*20', '150\u0000*100\u0000*20')) },
  'elements padded with blanks, amounts too': { ...plain, bytes: bytes(written(simple.map((segment) => (segment.startsWith('CLP') || segment.startsWith('CAS') || segment.startsWith('SVC') ? segment.replaceAll('*', '   * ') : segment)))) },
  'an ISA of the wrong width, old version and no padding': { ...plain, bytes: bytes(written(simple, {}, { head: 'ISA*00**00**ZZ*STR*ZZ*A VERY LONG RECEIVER NAME INDEED*261015*830*U*00401*1*0*P*:', control: '1' })) },
  'amounts with a plus, zeros in front, no point, one place and none before the point': {
    kind: 'remittance', trace: ['TRACE1'], on: ['2026-10-15'], payments: [15_050],
    bytes: bytes(written([...top('00150.50'), 'CLP*B1*1*+0300*00150.5*.00*12*ICN2*11*1', 'CAS*CO*45*0149.50', 'NM1*QC*1*DOE*JANE', 'CLP*B2*4*0*0.00*0*12*ICN3', 'CAS*CO*97*0', 'NM1*QC*1*DOE*JOHN'])),
    claims: ['B1 ICN2 paid 30000 15050 0 - - | CO-45=14950', 'B2 ICN3 denied 0 0 0 - - | CO-97=0'],
  },
  'every claim status with the same amounts': {
    kind: 'remittance', trace: ['TRACE1'], on: ['2026-10-15'], payments: [0], codes: ['predetermination'],
    bytes: bytes(written([...top('0'), ...['1', '2', '3', '4', '19', '20', '21', '23', '25'].flatMap((code) => [`CLP*S${code}*${code}*80*0*0*12*I${code}`, 'CAS*CO*16*80', 'NM1*QC*1*DOE*JANE', 'MOA***MA130'])])),
    claims: [['1', 'denied'], ['2', 'denied'], ['3', 'denied'], ['4', 'denied'], ['19', 'denied'], ['20', 'denied'], ['21', 'denied'], ['23', 'forwarded'], ['25', 'denied']].map(([code = '', status = '']) => `S${code} I${code} ${status} 8000 0 0 - - | CO-16=8000 | MA130`),
  },
  'a reversal, its correction and two PLB, one with six adjustments and negative amounts': {
    kind: 'remittance', trace: ['TRACE1'], on: ['2026-10-15'], payments: [-1_100], plb: ['WO=10000', 'L6=-250', 'FB=-5000', 'CS=0', '72=350', 'AP=-1000', 'J1=2000'],
    // Paid -40 + 90 = 50 dollars; taken off 100 - 2.50 - 50 + 0 + 3.50 - 10 + 20 = 61; so the payment is -11.
    bytes: bytes(written([...top('-11'), 'CLP*R1*22*-90*-40**12*OLD*11*8', 'CAS*CO*45*-50', 'NM1*QC*1*DOE*JANE', 'CLP*R1*1*140*90**12*NEW*11*7', 'CAS*CO*45*50', 'NM1*QC*1*DOE*JANE', 'REF*F8*OLD', 'PLB*1999999984*20261231*WO:OLD*100*L6:X*-2.5*FB*-50*CS:Y*0*72:Z*3.5*AP*-10', 'PLB*1888888884*20261231*J1:R1*20'])),
    claims: ['R1 OLD reversed -9000 -4000 - - - | CO-45=-5000', 'R1 NEW paid 14000 9000 - - - | CO-45=5000'],
  },
  'institutional: MIA and MOA, six triplets, claim and line adjustments at once, revenue codes and half units': {
    kind: 'remittance', trace: ['TRACE1'], on: ['2026-10-15'], payments: [40_000],
    bytes: bytes(written([...top('400'), 'TS3*1999999984*11*20261231*1*1000', 'CLP*H1*1*1000*400*100*MA*ICN9*11*1**470*1.25', 'CAS*OA*23*100', 'NM1*QC*1*ROE*RICHARD*Q***MI*1AA0', 'NM1*74*1*ROWE*****C*1AB0', 'NM1*TT*2*CROSSOVER HEALTH*****PI*77', 'MIA*0***400*MA02***************MA18*N25*N26*N27', 'MOA*.8*100*MA01*MA07', 'REF*EA*MR1', 'REF*1K*X1', 'DTM*232*20260801', 'DTM*233*20260804', 'DTM*050*20260810', 'QTY*CA*3', 'AMT*AU*500',
      'SVC*NU:0120*600*300**3', 'DTM*472*20260801', 'CAS*CO*45*200**97*50**96*20**59*10**B15*10**253*10', 'SVC*HC:97110:GP:59*400*100*0420*2.5**3', 'DTM*150*20260802', 'DTM*151*20260804', 'CAS*PR*1*50**2*25**3*25', 'CAS*CO*45*100', 'REF*6R*L2', 'LQ*HE*N20', 'LQ*HE*M15'])),
    claims: ['H1 ICN9 partially-denied 100000 40000 10000 2026-08-01 2026-08-04 | OA-23=10000 | MA02,MA18,N25,N26,N27,MA01,MA07 | 0120 60000/30000 x3 CO-45=20000 CO-97=5000 CO-96=2000 CO-59=1000 CO-B15=1000 CO-253=1000 | 97110.GP.59 40000/10000 x2.5 PR-1=5000 PR-2=2500 PR-3=2500 CO-45=10000 N20,M15'],
  },
  'two files glued together without a line break, the second with a byte order mark and other signs': {
    kind: 'remittance', claims: [SIMPLE_READ, 'G2 ICNG denied 5000 0 0 - - | CO-29=5000'], trace: ['TRACE1', 'TRACE2'], on: ['2026-10-15', '2026-10-16'], payments: [10_000, 0],
    bytes: bytes(`${written(simple)}\ufeff${written([...top('0', 'TRACE2', '20261016'), 'CLP*G2*4*50*0*0*12*ICNG', 'CAS*CO*29*50', 'NM1*QC*1*DOE*JANE'], { element: '|', component: '>', terminator: '\n', repeat: '!' }, { control: '000000002' })}`),
  },
  'glued where the first was cut: its half claim stays out': {
    kind: 'remittance', claims: [SIMPLE_READ], trace: ['TRACE1', 'TRACE1'], on: ['2026-10-15', '2026-10-15'], payments: [10_000, 10_000], codes: ['missing-trailer', 'truncated', 'unbalanced'],
    bytes: bytes(`${written([...top('100'), 'CLP*A1*1*150*10'], {}, { tail: false }).slice(0, -1)}\n${written(simple, {}, { control: '000000002' })}`),
  },
  'glued without a line break where the first was cut in a service line': {
    kind: 'remittance', claims: [SIMPLE_READ, SIMPLE_READ], trace: ['TRACE1', 'TRACE1'], on: ['2026-10-15', '2026-10-15'], payments: [25_000, 10_000], codes: ['missing-trailer', 'truncated', 'unbalanced', 'withheld'],
    bytes: bytes(`${written([...top('250'), ...SIMPLE, 'CLP*A2*1*200*150**12*ICN2', 'NM1*QC*1*DOE*JOHN', 'SVC*HC:99213*20'], {}, { tail: false }).slice(0, -1)}${written(simple, { element: '|', terminator: '\n' }, { control: '000000002' })}`),
  },
  'glued where the first was cut behind a segment: a claim that does not add up stays out': {
    kind: 'remittance', claims: [SIMPLE_READ], trace: ['TRACE1', 'TRACE1'], on: ['2026-10-15', '2026-10-15'], payments: [10_000, 10_000], codes: ['missing-trailer', 'unbalanced', 'withheld'],
    bytes: bytes(`${written([...top('100'), ...SIMPLE.slice(0, 5)], {}, { tail: false })}\n${written(simple, {}, { control: '000000002' })}`),
  },
  'cut in an adjustment: the claim before it is whole, its own is not handed out': {
    kind: 'remittance', claims: [SIMPLE_READ], trace: ['TRACE1'], on: ['2026-10-15'], payments: [25_000], codes: ['truncated', 'unbalanced', 'withheld'],
    bytes: bytes(written([...top('250'), ...SIMPLE, 'CLP*A2*1*200*150**12*ICN2', 'NM1*QC*1*DOE*JOHN', 'CAS*CO*4'], {}, { tail: false }).slice(0, -1)),
  },
  'cut in a PLB: the claims before it are whole': {
    kind: 'remittance', claims: [SIMPLE_READ], trace: ['TRACE1'], on: ['2026-10-15'], payments: [9_000], codes: ['truncated', 'unbalanced'],
    bytes: bytes(written([...top('90'), ...SIMPLE, 'PLB*1999999984*20261231*WO:A*1'], {}, { tail: false }).slice(0, -1)),
  },
  'days that do not exist or are blank, and times behind days': {
    kind: 'remittance', trace: ['TRACE1'], on: [null], payments: [10_000], codes: ['bad-date', 'odd-date'],
    bytes: bytes(written([...top('100', 'TRACE1', '20260230'), 'CLP*D1*1*100*100**12*ICN1', 'NM1*QC*1*DOE*JANE', 'DTM*232*00000000', 'DTM*233*20261301', 'DTM*050*20260105*1200', 'SVC*HC:1*100*100', 'DTM*472*21050101'])),
    claims: ['D1 ICN1 paid 10000 10000 - 2105-01-01 2105-01-01 | 1 10000/10000 x1'],
  },
  'no DTM 405, no day in BPR, the trace before the payment, claims without LX': {
    kind: 'remittance', trace: ['T-7'], on: [null], payments: [1_000],
    bytes: bytes(written(['TRN*1*T-7*1999999999', 'BPR*I*10*C*CHK', 'N1*PR*STRANGE MUTUAL', 'N1*PE*RB*FI*123456789', 'CLP*L1*2*10*10**12*', 'NM1*QC*1*DOE*JANE', 'CLP*L2*1*0*0'])),
    claims: ['L1 - paid 1000 1000 - - -', 'L2 - paid 0 0 - - -'],
  },
  'money taken back: a debit': {
    kind: 'remittance', trace: ['TRACE1'], on: ['2026-10-15'], payments: [4_000],
    bytes: bytes(written([...top('40', 'TRACE1', '20261015', 'D'), 'CLP*R1*22*-90*-40**12*OLD', 'CAS*CO*45*-50', 'NM1*QC*1*DOE*JANE'])), claims: ['R1 OLD reversed -9000 -4000 - - - | CO-45=-5000'],
  },
  'an XML wrapping around it': { ...plain, codes: ['text-outside'], bytes: bytes(`<?xml version="1.0"?><Payload><![CDATA[${written(simple)}]]></Payload>`) },
  '277CA: three reasons in one segment, two claims of one patient, lower-case categories, a total at the provider': {
    kind: 'status-file', codes: ['batch-rejected'],
    bytes: bytes(written(['BHT*0085*08*X*20261015*1105*TH', 'HL*1**20*1', 'NM1*PR*2*STRANGE MUTUAL*****PI*60009', 'TRN*1*Z', 'DTP*050*D8*20261014', 'DTP*009*D8*20261014', 'HL*2*1*21*1', 'NM1*41*2*RB*****46*R1', 'TRN*2*B1', 'STC*A1:19:PR*20261015*WQ*350', 'QTY*90*1', 'QTY*AA*1', 'AMT*YU*100', 'AMT*YY*250', 'HL*3*2*19*1', 'NM1*85*2*RB*****XX*1999999984', 'TRN*2*0', 'STC*A7:562:85**U*250', 'HL*4*3*PT', 'NM1*QC*1*DOE*JANE****MI*M1',
      'TRN*2*C1', 'STC*a2:20:PR*20261015*WQ*100', 'REF*1K*ICN1', 'REF*D9*CH1', 'DTP*472*RD8*20260901-20260903', 'TRN*2*C2', 'STC*A7:562:85*20261015*U*250******A7:500:77*A3:187', 'DTP*472*D8*20260905', 'SVC*HC:99213*250*****1', 'STC*A7:453*20261015*U', 'REF*FJ*7'], {}, { set: '277', code: 'HN', guide: '005010X214' })),
    claims: ['C1 ICN1 acknowledged 10000 - - 2026-09-01 2026-09-03', 'C2 - rejected 25000 - - 2026-09-05 2026-09-05 | 99213 25000/- x1'],
  },
  '277: a payer answers for two providers, paid, pending, asked for papers, and a dependent': {
    kind: 'status-file',
    bytes: bytes(written(['BHT*0010*08*X*20261015*1105*DG', 'HL*1**20*1', 'NM1*PR*2*STRANGE MUTUAL*****PI*60009', 'HL*2*1*21*1', 'NM1*41*2*RB*****46*R1', 'HL*3*2*19*1', 'NM1*1P*2*RB ONE*****XX*1', 'HL*4*3*22*0', 'NM1*IL*1*DOE*JOHN****MI*M9', 'TRN*2*T1', 'STC*F1:65*20261014**100*80*20261010**20261011*EFT9', 'REF*1K*I1', 'REF*EJ*P1', 'DTP*472*D8*20260901', 'TRN*2*T2', 'STC*P1:20*20261014**60*0', 'REF*1K*I2', 'REF*EJ*P2',
      'HL*5*2*19*1', 'NM1*1P*2*RB TWO*****XX*2', 'HL*6*5*22*1', 'NM1*IL*1*ROE*RAY****MI*M8', 'HL*7*6*23', 'NM1*QC*1*ROE*KIM', 'TRN*2*T3', 'STC*R4:294*20261014**70*0', 'REF*1K*I3', 'REF*EJ*P3', 'DTP*472*RD8*20260902-20260904', 'SVC*HC:97110*70*0****2', 'STC*R4:294*20261014'], {}, { set: '277', code: 'HN', guide: '005010X212' })),
    claims: ['P1 I1 paid 10000 8000 - 2026-09-01 2026-09-01', 'P2 I2 pending 6000 0 - - -', 'P3 I3 information-requested 7000 0 - 2026-09-02 2026-09-04 | 97110 7000/0 x2'],
  },
  '837 institutional with another payer inside, and a replacement': {
    kind: 'claim-file',
    bytes: bytes(written(['BHT*0019*00*1*20261015*0830*CH', 'NM1*41*2*RB*****46*R1', 'HL*1**20*1', 'NM1*85*2*RB*****XX*1999999984', 'REF*EI*123456789', 'HL*2*1*22*0', 'SBR*P*18*******CI', 'NM1*IL*1*DOE*JANE****MI*M1', 'NM1*PR*2*STRANGE MUTUAL*****PI*60009', 'CLM*I1*500***13:A:7**A*Y*Y', 'DTP*434*RD8*20260901-20260903', 'REF*F8*OLD9', 'HI*ABK:I10', 'SBR*S*18*******MC', 'NM1*IL*1*DOE*JANE****MI*M7', 'NM1*PR*2*OTHER*****PI*1', 'REF*F8*NOT OURS', 'LX*1', 'SV2*0450*HC:99284*500*UN*1', 'DTP*472*D8*20260902'], {}, { set: '837', code: 'HC', guide: '005010X223A2' })),
    claims: ['I1 - - 50000 - - 2026-09-01 2026-09-03 | 99284 50000/- x1'],
  },
  'an acknowledgement of a group with TA1 before it': { kind: 'acknowledgement-file', claims: [], bytes: bytes(written(['AK1*HC*1*005010X222A1', 'AK2*837*0001', 'IK3*NM1*8**8', 'IK4*9*67*7', 'IK5*R*5', 'AK9*R*1*1*0'], {}, { set: '999', code: 'FA', guide: '005010X231A1' }).replace('GS*', 'TA1*000000007*261015*0830*A*000~GS*')) },
  'TA1 alone': { kind: 'acknowledgement-file', claims: [], bytes: bytes(`${isa('000000003')}~TA1*000000007*261015*0830*R*006~IEA*0*000000003~`) },
  'a remittance and a status in one interchange': { ...plain, codes: ['other-transactions'], bytes: bytes(written(simple).replace('IEA*1', `${gs('HN', '005010X212').replace('*1*X', '*2*X')}~ST*277*0002*005010X212~BHT*0010*08*X*20261015*1105*DG~SE*3*0002~GE*1*2~IEA*2`)) },
  'a second transaction with the number of the first, and a group never closed': {
    kind: 'remittance', claims: [SIMPLE_READ, SIMPLE_READ], trace: ['TRACE1', 'TRACE1'], on: ['2026-10-15', '2026-10-15'], payments: [10_000, 10_000], codes: ['missing-trailer'],
    bytes: bytes(written(simple).replace('GE*1*1~', `ST*835*0001*005010X221A1~${simple.join('~')}~SE*${simple.length + 2}*0001~`)),
  },
};

describe('files of strangers', () => {
  test.each(Object.keys(FILES))('%s', async (name) => {
    const file = FILES[name];
    if (file === undefined) throw new Error('no such file');
    const reading = await readEdiFile([file.bytes], 'stranger.edi');
    expect(reading.kind).toBe(file.kind);
    expect(reading.claims.map(claimOf)).toEqual(file.claims);
    const own = reading.transactions.filter((one) => one.kind === 'remittance');
    if (file.trace !== undefined) expect(own.map((one) => one.payment?.number?.value ?? null)).toEqual(file.trace);
    if (file.on !== undefined) expect(own.map((one) => one.payment?.date?.value ?? null)).toEqual(file.on);
    if (file.payments !== undefined) expect(own.map((one) => one.payment?.amount?.value ?? null)).toEqual(file.payments);
    if (file.plb !== undefined) expect(own.flatMap((one) => one.providerAdjustments.map(({ code, cents }) => `${code}=${cents}`))).toEqual(file.plb);
    expect([...new Set(reading.warnings.map((warning) => warning.code))].sort()).toEqual(file.codes ?? []);
    // The same whether it came in one piece or byte by byte.
    expect(await readEdiFile([...file.bytes].map((byte) => Uint8Array.of(byte)), 'stranger.edi')).toEqual(reading);
  });
});
