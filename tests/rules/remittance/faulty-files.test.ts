import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EdiTextDecoder } from '../../../rules/remittance/decode-text.ts';
import type { EdiEvent } from '../../../rules/remittance/edi-events.ts';
import { EdiReader } from '../../../rules/remittance/edi-reader.ts';
import { looksLikeEdi, readEdiText } from '../../../rules/remittance/read-file.ts';
import { generate835, seeded } from '../../remittances/generate-835.ts';

const FOLDER = new URL('../../remittances/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.edi'));
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

function run(bytes: Uint8Array, size: (index: number) => number = () => bytes.length): EdiEvent[] {
  const decoder = new EdiTextDecoder();
  const reader = new EdiReader();
  const events: EdiEvent[] = [];
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const end = at + Math.max(1, size(index));
    events.push(...reader.push(decoder.decode(bytes.subarray(at, end))));
    at = end;
  }
  events.push(...reader.push(decoder.end()), ...reader.end());
  return events;
}

const claimsOf = (events: readonly EdiEvent[]): string[] => events.flatMap((event) => (event.type === 'claim' ? [JSON.stringify(event.claim)] : []));
const faultsOf = (events: readonly EdiEvent[]): string[] => events.flatMap((event) => (event.type === 'fault' ? [event.fault.code] : []));

describe('any file', () => {
  test.each(files)('%s reads the same however it is cut into chunks', (name) => {
    const bytes = readFileSync(new URL(name, FOLDER));
    const whole = JSON.stringify(run(bytes));
    const pick = seeded(7);
    for (const size of [() => 1, () => 13, () => 1 + pick(90)]) expect(JSON.stringify(run(bytes, size)) === whole).toBe(true);
  });

  test.each(files)('%s cut at every byte: no half claim, and the cut is said', (name) => {
    const bytes = readFileSync(new URL(name, FOLDER));
    const whole = claimsOf(run(bytes));
    // Between two interchanges a cut file is a whole file, and so is one that only lost its last terminator.
    const text = bytes.toString('latin1');
    const wholeEnds = [...text.matchAll(/IEA.1.\d{9}/g)].map((match) => match.index + match[0].length);
    for (let end = 1; end < bytes.length; end += 1) {
      const events = run(bytes.subarray(0, end));
      const claims = claimsOf(events);
      const faults = faultsOf(events);
      const open = faults.includes('unconfirmed-end') ? 1 : 0;
      for (let index = 0; index < claims.length - open; index += 1) expect(claims[index] === whole[index]).toBe(true);
      if (!wholeEnds.some((at) => end >= at && end <= at + 3)) expect(faults.length).toBeGreaterThan(0);
    }
  });

  test('changed, shuffled and doubled at random: never throws, always ends', () => {
    const pick = seeded(42);
    const signs = [42, 126, 58, 10, 13, 0, 65, 48, 255, 45, 46, 124, 32, 26];
    let readings = 0;
    for (const name of files) {
      const bytes = readFileSync(new URL(name, FOLDER));
      for (let round = 0; round < 150; round += 1) {
        const changed = new Uint8Array(bytes);
        for (let times = 1 + pick(10); times > 0; times -= 1) changed[pick(changed.length)] = signs[pick(signs.length)] ?? 0;
        const from = pick(changed.length);
        const doubled = new Uint8Array([...changed.subarray(0, from), ...changed.subarray(pick(changed.length), pick(changed.length)), ...changed.subarray(from)]);
        for (const event of run(doubled, () => 1 + pick(400))) {
          if (event.type !== 'claim' || event.detail.kind !== 'remittance') continue;
          expect(Number.isSafeInteger(event.claim.charge?.value)).toBe(true);
          expect(Number.isSafeInteger(event.claim.paid?.value)).toBe(true);
        }
        readings += 1;
      }
    }
    expect(readings).toBe(files.length * 150);
  });
});

describe('separators and surroundings', () => {
  const clean = textOf('clean.edi');
  const expected = JSON.stringify(readEdiText(clean, 'x').claims);
  const oneLine = clean.replaceAll('~\n', '~');
  const isa = oneLine.slice(0, 106);
  const behind = oneLine.slice(106);
  const cases: [string, string, string[]][] = [
    ['no line breaks', oneLine, []],
    ['CR LF after each terminator', clean.replaceAll('\n', '\r\n'), []],
    ['LF as terminator', clean.replaceAll('~\n', '\n'), []],
    ['CR LF as terminator', clean.replaceAll('~\n', '\r\n'), []],
    ['CR alone as terminator', clean.replaceAll('~\n', '\r'), []],
    ['no terminator at the end', clean.trimEnd().replace(/~$/, ''), []],
    ['LF as terminator and none at the end', clean.replaceAll('~\n', '\n').trimEnd(), []],
    ['a byte order mark, blanks and blank lines in front', `\ufeff \r\n\r\n${clean}`, []],
    ['indentation and blank lines', clean.replaceAll('~\n', '~\n\n   \t'), []],
    ['blanks before and after terminators', clean.replaceAll('~\n', '  ~  \n'), []],
    ['Ctrl-Z and NUL at the end', `${clean}\u001a\u0000\u0000`, []],
    ['wrapped at 80 columns', oneLine.replace(/(.{80})/g, '$1\r\n'), []],
    ['wrapped at 33 columns', oneLine.replace(/(.{33})/g, '$1\n'), []],
    ['pipes and carets', clean.replaceAll('*', '|').replaceAll(':', '^').replace('|^|00501', '|!|00501').replace('|T|^', '|T|^'), []],
    ['control characters', clean.replaceAll('*', '\u001d').replaceAll(':', '\u001f').replaceAll('~\n', '\u001c'), []],
    ['an unpadded ISA', isa.replace(/ +/g, '') + behind, []],
    ['an ISA padded too far', isa.replace('CEDARVALLEY    ', 'CEDARVALLEY              ') + behind, []],
    ['ISA16 left empty', isa.replace('*T*:~', '*T*~') + behind, []],
    ['ISA16 left empty, lines', clean.replace('*T*:~', '*T*~'), []],
    ['ISA16 and its separator left out', isa.replace('*T*:~', '*T~') + behind, []],
    ['a letter before the file', `Dear Ms Abernathy, ISA is what it starts with.\n\n${clean}`, ['text-outside']],
    ['junk behind the file', `${clean}printed by the clearinghouse`, ['text-outside']],
    ['no ISA and no GS', clean.slice(clean.indexOf('ST*835'), clean.indexOf('GE*1')), ['no-ISA']],
    ['no ISA', clean.slice(clean.indexOf('GS*HP'), clean.indexOf('IEA*')), ['no-ISA']],
    ['tabs between elements', clean.replaceAll('*', '\t'), []],
    ['only the header ended by a line break', clean.replace('*T*:~', '*T*:'), []],
    ['a transaction without ST', clean.replace(/ST\*835[^~]*~\n/, ''), ['SE01', 'SE02', 'no-ST']],
    ['nothing in front of BPR', clean.slice(clean.indexOf('BPR*'), clean.indexOf('SE*')), ['no-ISA', 'no-ST', 'truncated', 'unconfirmed-end']],
    ['a forgotten terminator', clean.replace('REF*EA*MR-77~', 'REF*EA*MR-77'), ['missing-terminator']],
    ['ISA16 declares another sign', clean.replace('*T*:~', '*T*>~'), ['component-separator']],
    ['no trailers', clean.slice(0, clean.indexOf('SE*')), ['truncated', 'unconfirmed-end']],
    ['no GE and IEA', clean.slice(0, clean.indexOf('GE*')), ['missing-trailer']],
    ['no IEA', clean.slice(0, clean.indexOf('IEA*')), ['missing-trailer']],
    ['no SE', clean.replace(/SE\*\d+\*0001~\n/, ''), ['missing-trailer']],
    ['wrong counts', clean.replace(/SE\*\d+/, 'SE*3').replace('GE*1*', 'GE*5*').replace('IEA*1*', 'IEA*9*'), ['GE01', 'IEA01', 'SE01']],
    ['wrong control numbers', clean.replace(/(SE\*\d+)\*0001/, '$1*0002').replace('GE*1*101', 'GE*1*7').replace('IEA*1*000000101', 'IEA*1*4'), ['GE02', 'IEA02', 'SE02']],
    ['an acknowledgement of the interchange first', clean.replace('GS*HP', 'TA1*000000090*260301*0900*A*000~\nGS*HP'), []],
    ['segment ids in lower case', clean.replace(/^[A-Z0-9]+/gm, (id) => id.toLowerCase()), []],
    ['every line between quotation marks', clean.trimEnd().split('\n').map((line) => `"${line}"`).join('\n'), []],
    ['every line between quotation marks, no terminators', clean.trimEnd().replaceAll('~', '').split('\n').map((line) => `"${line}"`).join('\r\n'), []],
    ['cited in a mail', clean.replace(/^/gm, '> '), []],
    ['doubled terminators', clean.replaceAll('~', '~~'), []],
    ['form feeds between pages', clean.replaceAll('~\n', '~\f\n'), []],
    ['empty elements at the end of every segment', clean.replaceAll('~', '**~'), ['odd-ISA']],
    ['an ISA of 17 elements', isa.replace('*ZZ*CEDAR', '**ZZ*CEDAR') + behind, ['IEA02', 'odd-ISA']],
    ['an ISA of 14 elements', isa.replace('*0*T*:', '*:') + behind, ['odd-ISA']],
    ['a quotation mark as terminator', oneLine.replaceAll('~', '"'), []],
    ['an apostrophe as terminator', oneLine.replaceAll('~', "'"), []],
    ['commas between elements', oneLine.replaceAll('*', ','), []],
    ['tildes between elements, lines', clean.replaceAll('~\n', '\n').replaceAll('*', '~'), []],
    ['a plus inside composites', oneLine.replace('*T*:', '*T*+').replaceAll('HC:', 'HC+').replace('99214:25', '99214+25'), []],
    ['no group', clean.replace(/G[SE]\*[^~]*~\n/g, ''), ['IEA01']],
    ['the header twice', `${isa}\n${clean}`, ['missing-trailer']],
    ['a mail around it', `Content-Type: application/edi-x12\r\nContent-ID: ISA\r\n\r\n${clean}\r\n--part--\r\n`, ['text-outside']],
    ['padded blocks of 80', oneLine.replace(/(.{1,80})/g, (block) => `${block.padEnd(80)}\n`), []],
    ['unknown segments between', clean.replace('REF*EA', 'ZZZ*WHAT*EVER~\nREF*EA').replace(/SE\*(\d+)/, (_, count: string) => `SE*${Number(count) + 1}`), []],
  ];
  test.each(cases)('%s', (_, text, codes) => {
    const reading = readEdiText(text, 'x');
    // With other separators the texts themselves are the same: none of them stands inside a value.
    expect(JSON.stringify(reading.claims)).toBe(expected);
    expect([...new Set(reading.warnings.map((warning) => warning.code))].sort()).toEqual(codes);
  });

  test('an interchange that lost its last terminator before the next', () => {
    const reading = readEdiText(clean.trimEnd().replace(/~$/, '\n') + clean.replaceAll('*', '|').replaceAll('RB1001', 'RB1001'), 'x');
    expect(reading.claims.length).toBe(2);
  });
});

describe('what is no remittance', () => {
  test.each([
    ['', 'empty'], [' \n ', 'empty'], ['<html><body>Remittance denied ISA</body></html>', 'not-x12'], ['ISA*00*', 'not-x12'], ['{"a": 1}', 'not-x12'], ['PK\u0003\u0004\u0000\u0000', 'not-x12'],
  ])('%j', (text, code) => {
    const reading = readEdiText(text, 'x');
    expect(reading.kind).toBe('none');
    expect(reading.claims).toEqual([]);
    expect(reading.warnings.map((warning) => warning.code)).toContain(code);
    expect(looksLikeEdi(text)).toBe(false);
  });

  test('another transaction', () => {
    const reading = readEdiText(textOf('acknowledgement.edi').replaceAll('999', '271').replace('FA*', 'HB*'), 'x');
    expect(reading).toMatchObject({ kind: 'none', claims: [], warnings: [{ code: 'unsupported-transaction', detail: '271' }] });
  });

  test('a file without terminators does not fill memory', () => {
    const reader = new EdiReader();
    reader.push(textOf('clean.edi').slice(0, 200));
    for (let round = 0; round < 2_000; round += 1) reader.push('X'.repeat(1_000));
    expect(faultsOf(reader.end())).toContain('truncated');
  });
});

test.each([
  ['false headers, each with another sign', Array.from({ length: 60_000 }, (_, index) => `ISA${String.fromCharCode(0x3000 + (index % 20_000))}`).join('')],
  ['false headers with one sign', 'ISA*x'.repeat(100_000)],
  ['empty segments', `${textOf('clean.edi').slice(0, 160)}${'~'.repeat(500_000)}`],
  ['line breaks only', `${textOf('clean.edi').slice(0, 160)}${'\n'.repeat(500_000)}`],
  ['a segment of separators', `${textOf('clean.edi').slice(0, 160)}CAS${'*'.repeat(190_000)}~`],
  ['a segment of line breaks and ids', `${textOf('clean.edi').slice(0, 160)}${'REF*\n'.repeat(30_000)}~`],
])('%s end quickly', (_, text) => {
  const start = performance.now();
  readEdiText(text, 'x');
  expect(performance.now() - start).toBeLessThan(5_000);
});

describe('elements in the wrong places', () => {
  const withClaim = (claim: string): string => textOf('clean.edi').replace(/CLP\*[^~]*~/, `${claim}~`);
  test.each([
    'CLP*X****500*1', 'CLP*RB1**300*212.5', 'CLP*RB1*1', 'CLP*RB1*1*300', 'CLP*RB1*1**212.5*25*CI*26H1', 'CLP*RB1*300*212.5*25', 'CLP*RB1*1*CI*300*212.5', 'CLP*RB1*1*300*212.5**25.00*CI*26H1',
    'CLP*RB1*1*$300*212.5', 'CLP*RB1*1*1,300*212.5', 'CLP*RB1*paid*300*212.5', 'CLP*RB1*1*3e2*212.5', 'CLP*RB1*1*300*NaN', 'CLP*RB1*1*300*212.5*abc*CI', 'CLP*RB1*1*9999999999999999*1',
  ])('%s is reported and no claim is made of it', (claim) => {
    const reading = readEdiText(withClaim(claim), 'x');
    expect(reading.claims).toEqual([]);
    expect(reading.warnings.find((warning) => warning.code === 'malformed-claim')?.place).toBe('segment 14');
    expect(reading.warnings.map((warning) => warning.code)).not.toContain('stray-segment');
  });

  test('a line, an adjustment, a date', () => {
    const reading = readEdiText(textOf('clean.edi').replace('SVC*HC:93000*100*62.5**1', 'SVC*HC*93000*100*62.5').replace('CAS*PR*3*25', 'CAS*XX*3*lots').replace('DTM*233*20260105', 'DTM*233*20260230'), 'x');
    const [claim] = reading.claims;
    expect(claim?.lines[1]).toMatchObject({ procedure: null, charge: null, paid: null });
    expect(claim?.lines[0]?.adjustments[1]).toEqual({ groupCode: null, carc: '3', cents: null });
    expect(claim?.serviceTo?.label).not.toBe('DTM*233');
    const codes = reading.warnings.map((warning) => `${warning.code}@${warning.place ?? ''}`);
    expect(codes).toEqual(expect.arrayContaining(['malformed-line@segment 29', 'malformed-adjustment@segment 26', 'bad-date@segment 19']));
  });

  test('amounts that do not add up are said for line, claim and payment', () => {
    const reading = readEdiText(textOf('clean.edi').replace('CAS*CO*45*37.5', 'CAS*CO*45*37.49').replace('BPR*I*212.5', 'BPR*I*200'), 'x');
    expect(reading.warnings).toEqual([
      { code: 'unbalanced', place: 'segment 14', detail: 'claim off by 1 cents' }, { code: 'unbalanced', place: 'segment 14', detail: 'line 2 off by 1 cents' },
      { code: 'unbalanced', place: 'segment 34', detail: 'payment off by -1250 cents' },
    ]);
  });

  test('faults never hold text of the file', () => {
    const reading = readEdiText(textOf('clean.edi').replaceAll('20260105', 'LINDQVIST').replace('*300*', '*ODA*').replace('N1*PE', 'N1*PE~LINDQVIST'), 'x');
    expect(reading.warnings.length).toBeGreaterThan(2);
    expect(JSON.stringify(reading.warnings)).not.toMatch(/LINDQVIST|ODA/);
  });

  test('thousands of faults are counted, not kept', () => {
    const text = textOf('clean.edi').replace('REF*EA*MR-77~', 'DTM*232*1~'.repeat(5_000));
    const reading = readEdiText(text, 'x');
    expect(reading.warnings.length).toBeLessThan(300);
    expect(reading.warnings.find((warning) => warning.code === 'more-faults')?.detail).toBe('bad-date: 4750 more');
  });
});

test('generated files are sound, the same for the same seed, and add up', () => {
  const text = [...generate835({ claims: 450, seed: 3, lineBreaks: true })].join('');
  expect([...generate835({ claims: 450, seed: 3, lineBreaks: true })].join('')).toBe(text);
  const reading = readEdiText(text, 'x');
  expect(reading.claims.length).toBe(450);
  expect(new Set(reading.claims.map((claim) => claim.patientControlNumber?.value)).size).toBe(450);
  expect(reading.warnings.filter((warning) => warning.code !== 'several-payers')).toEqual([]);
  expect(reading.transactions.every((transaction) => transaction.balanced === true)).toBe(true);
  const statuses = new Set(reading.claims.map((claim) => claim.status?.value));
  for (const status of ['paid', 'denied', 'partially-denied'] as const) expect(statuses.has(status)).toBe(true);
});
