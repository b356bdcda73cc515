import { describe, expect, test } from 'vitest';
import { readEdiFile } from '../../../rules/remittance/read-file.ts';

/**
 * One remittance, one claim acknowledgement, one status and one file of claims, each written with every pair of separators a sender has been
 * seen to use and wrapped at many widths: what is read must not differ by how it is written. What it is, is asked of the usual form once.
 */
type Signs = { element: string; component: string; terminator: string };
const USUAL: Signs = { element: '*', component: ':', terminator: '~' };
type Body = { set: string; code: string; guide: string; segments: string[]; read: string };

const BODIES: Record<string, Body> = {
  remittance: {
    set: '835', code: 'HP', guide: '005010X221A1', read: 'remittance | A1 ICN1 partially-denied 25000 10000 2000 CO-45=3000 OA-23=10000 MA01,N130 | A1 ICN1 reversed -5000 -5000 - | WO=-1050 L6=20 | 6030',
    segments: ['BPR*I*60.30*C*NON************20261015', 'TRN*1*TR-1*1999999999', 'DTM*405*20261014', 'N1*PR*STRANGE HEALTH*XV*60009', 'N1*PE*RIVERBEND*XX*1999999984', 'LX*1', 'CLP*A1*2*250*100*20*MB*ICN1*11*1', 'CAS*OA*23*100', 'NM1*QC*1*DE LA CRUZ*ANN MARIE****MI*M1', 'MOA***MA01',
      'SVC*HC:99214:25:59*150*100**2*HC:99215*3', 'DTM*150*20260901', 'DTM*151*20260903', 'CAS*CO****45*30', 'CAS*PR*2*20', 'REF*6R*1', 'AMT*B6*120', 'LQ*HE*N130', 'CLP*A1*22*-50*-50**MB*ICN1*11*8', 'NM1*QC*1*DE LA CRUZ*ANN MARIE', 'PLB*1999999984*20261231*WO:REF 9*-10.5*L6*.2'],
  },
  'claim acknowledgement': {
    set: '277', code: 'HN', guide: '005010X214', read: 'status-file | C1 ICN1 acknowledged 10000 - - | C2 - rejected 25000 - - |  | -',
    segments: ['BHT*0085*08*X*20261015*1105*TH', 'HL*1**20*1', 'NM1*PR*2*STRANGE HEALTH*****PI*60009', 'HL*2*1*21*1', 'NM1*41*2*RB*****46*R1', 'HL*3*2*19*1', 'NM1*85*2*RB*****XX*1999999984', 'HL*4*3*PT', 'NM1*QC*1*DOE*JANE****MI*M1', 'TRN*2*C1', 'STC*A2:20:PR*20261015*WQ*100', 'REF*1K*ICN1', 'DTP*472*RD8*20260901-20260903',
      'TRN*2*C2', 'STC*A7:562:85*20261015*U*250******A7:500:77*A3:187', 'DTP*472*D8*20260905', 'SVC*HC:99213*250*****1', 'STC*A7:453*20261015*U', 'REF*FJ*7'],
  },
  status: {
    set: '277', code: 'HN', guide: '005010X212', read: 'status-file | P1 I1 paid 10000 8000 - | P2 I2 forwarded 6000 0 - |  | -',
    segments: ['BHT*0010*08*X*20261015*1105*DG', 'HL*1**20*1', 'NM1*PR*2*STRANGE HEALTH*****PI*60009', 'HL*2*1*21*1', 'NM1*41*2*RB*****46*R1', 'HL*3*2*19*1', 'NM1*1P*2*RB*****XX*1', 'HL*4*3*22*0', 'NM1*IL*1*DOE*JOHN****MI*M9', 'TRN*2*T1', 'STC*F1:65*20261014**100*80*20261010**20261011*EFT9', 'REF*1K*I1', 'REF*EJ*P1', 'DTP*472*D8*20260901', 'TRN*2*T2', 'STC*F3F:1*20261014**60*0', 'REF*1K*I2', 'REF*EJ*P2'],
  },
  'claims sent': {
    set: '837', code: 'HC', guide: '005010X222A1', read: 'claim-file | I1 - - 35000 - - |  | -',
    segments: ['BHT*0019*00*1*20261015*0830*CH', 'NM1*41*2*RB*****46*R1', 'HL*1**20*1', 'NM1*85*2*RB*****XX*1999999984', 'HL*2*1*22*0', 'SBR*P*18*******CI', 'NM1*IL*1*DOE*JANE****MI*M1', 'NM1*PR*2*STRANGE HEALTH*****PI*60009', 'CLM*I1*350***11:B:7*Y*A*Y*Y', 'REF*F8*OLD9', 'HI*ABK:J069*ABF:E119', 'LX*1', 'SV1*HC:99213:25*200*UN*1***1:2', 'DTP*472*D8*20260901', 'LX*2', 'SV1*HC:J1885*150*UN*3***1', 'DTP*472*D8*20260902'],
  },
};

function written({ set, code, guide, segments }: Body, signs: Signs): string {
  const all = [`ISA*00*          *00*          *ZZ*STRANGER       *ZZ*RIVERBEND      *261015*0830*${Object.values(signs).includes('^') ? 'U' : '^'}*00501*000000001*0*P*:`, `GS*${code}*STRANGER*RIVERBEND*20261015*0830*1*X*${guide}`, `ST*${set}*0001*${guide}`, ...segments, `SE*${segments.length + 2}*0001`, 'GE*1*1', 'IEA*1*000000001'];
  const place: Readonly<Record<string, string>> = { '*': signs.element, ':': signs.component };
  return all.map((segment) => segment.replaceAll(/[*:]/gu, (sign) => place[sign] ?? sign) + signs.terminator).join('');
}
const bytes = (text: string): Uint8Array => (/^[\0-\x7f]*$/u.test(text) ? new TextEncoder().encode(text) : Uint8Array.from(text, (sign) => sign.charCodeAt(0)));

async function said(text: string): Promise<string> {
  const reading = await readEdiFile([bytes(text)], 'stranger.edi');
  expect(reading.warnings).toEqual([]);
  const value = (one: { value: string | number } | null): string | number => one?.value ?? '-';
  const claims = reading.claims.map((claim) => {
    const adjustments = [...claim.lines.flatMap((line) => line.adjustments), ...claim.adjustments].filter(({ groupCode }) => groupCode !== 'PR').map(({ groupCode, carc, cents }) => `${groupCode ?? '?'}-${carc}=${cents ?? 'none'}`);
    const remarks = [...claim.rarcs, ...claim.lines.flatMap(({ rarcs }) => rarcs)].join(',');
    return [[claim.patientControlNumber, claim.claimControlNumber, claim.status, claim.charge, claim.paid, claim.patientResponsibility].map(value).join(' '), ...adjustments, remarks].filter((part) => part !== '').join(' ');
  });
  return [reading.kind, ...claims, reading.providerAdjustments.map(({ code, cents }) => `${code}=${cents}`).join(' '), value(reading.payment?.amount ?? null)].join(' | ');
}
/** Everything read, but for the texts it was read from: a composite shows its separator there. */
async function all(text: string): Promise<unknown> {
  const { claims, payment, providerAdjustments, payer, warnings } = await readEdiFile([bytes(text)], 'stranger.edi');
  return JSON.parse(JSON.stringify({ claims, payment, providerAdjustments, payer, warnings }, (key, value: unknown) => (key === 'raw' ? undefined : value)));
}

const TERMINATORS = ['\n', '\r', '\r\n', '~\n', '~\r\n', '~ ', '~~', '|', "'", '!', '?', ';', '>', '"', '#', '$', '\\', '\0', '\u0007', '\t', '\v', '\f', '\u0015', '\u001a', '\u001c', '\u001d', '\u001e', '\u001f', '\u007f', '\u0085', '\u00a7'];
const ELEMENTS = ['|', '^', '+', ',', '&', '=', '#', '\t', '\\', '_', '\u0002', '\u0007', '\u001c', '\u001d', '\u001f', '\u00a7'];
const COMPONENTS = ['>', '<', '^', '|', '\\', '/', ';', '=', '!', '&', '%', '+', '@', '[', '"', '\u0007', '\u001c', '\u001e', '\u001f'];
const WIDTHS = [60, 72, 79, 80, 81, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 128, 132, 255];

describe.each(Object.entries(BODIES))('%s', (_name, body) => {
  const usual = written(body, USUAL);

  test('is what was written down beforehand', async () => { expect(await said(usual)).toBe(body.read); });

  test('reads the same with every terminator, element and component sign', async () => {
    const expected = await all(usual);
    for (const terminator of TERMINATORS) expect(await all(written(body, { ...USUAL, terminator })), `terminator ${JSON.stringify(terminator)}`).toEqual(expected);
    for (const element of ELEMENTS) expect(await all(written(body, { ...USUAL, element })), `element ${JSON.stringify(element)}`).toEqual(expected);
    for (const component of COMPONENTS) expect(await all(written(body, { ...USUAL, component })), `component ${JSON.stringify(component)}`).toEqual(expected);
  });

  test('reads the same wrapped at any width, with and without blanks to the end of the last line', async () => {
    const expected = await all(usual);
    for (const width of WIDTHS) {
      const lines = usual.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
      for (const end of ['\n', '\r\n', '\r']) expect(await all(lines.join(end)), `width ${width}`).toEqual(expected);
      expect(await all(`${lines.map((line) => line.padEnd(width)).join('\n')}\n\u001a\0\0`), `width ${width}, filled up`).toEqual(expected);
    }
  });
});
