import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readPasted } from '../../../../rules/portals/paste/read-pasted.ts';
import type { Reading, ReadingClaim } from '../../../../rules/reading/reading.ts';
import { readingSchema } from '../../../../rules/reading/reading-schema.ts';
import { COPIES } from './copies.ts';

function documentOf(html: string): Document {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const table: object = Object.getPrototypeOf(document.createElement('table')) as object;
  // Browsers have it, this stand-in for them does not.
  if (!('rows' in table)) Object.defineProperty(table, 'rows', { configurable: true, get(this: Element) { return this.getElementsByTagName('tr'); } });
  return document;
}
const read = (text: string, html?: string): Reading => readPasted({ text, page: html === undefined ? null : documentOf(html), sheet: documentOf('') }, 'paste');

const SCALARS = ['claimControlNumber', 'patientControlNumber', 'patientName', 'memberId', 'serviceFrom', 'serviceTo', 'receivedOn', 'finalizedOn', 'remittanceOn', 'paymentOn', 'charge', 'allowed', 'paid', 'patientResponsibility', 'paymentNumber', 'status'] as const;

function values(claim: ReadingClaim | undefined): Record<string, unknown> {
  return Object.fromEntries(SCALARS.map((field): [string, unknown] => [field, claim?.[field]?.value]).filter(([, value]) => value !== undefined));
}

describe('copies of portal pages', () => {
  for (const copy of COPIES) {
    test(copy.name, () => {
      const reading = read(copy.text);
      expect(reading.kind).toBe(copy.kind);
      expect(reading.claims).toHaveLength(copy.claims.length);
      copy.claims.forEach((truth, index) => {
        const got = values(reading.claims[index]);
        for (const [field, value] of Object.entries(got)) expect({ [field]: value }).toEqual({ [field]: truth[field] });
        expect(Object.keys(got)).toEqual(expect.arrayContaining([...copy.sure]));
      });
    });
  }
});

test('lines and codes of a copied table', () => {
  const reading = read(COPIES.find(({ name }) => name.startsWith('large payer'))?.text ?? '');
  expect(reading.claims[0]?.lines.map((line) => [line.procedure?.value, line.charge?.value, line.paid?.value, line.adjustments, line.rarcs])).toEqual([
    ['97110', 56250, 0, [{ groupCode: 'CO', carc: '197', cents: null }], ['N54']], ['97140', 56250, 0, [{ groupCode: 'CO', carc: '197', cents: null }], ['N54']],
  ]);
});

test('the number of an own code is the payer\'s, never a CARC', () => {
  const reading = read(COPIES.find(({ name }) => name.startsWith('TMHP'))?.text ?? '');
  expect(reading.claims[0]?.lines[0]).toMatchObject({ adjustments: [], payerCodes: [{ code: '00164' }] });
});

describe('the HTML flavour', () => {
  const TABLE = '<table><tr><th>Claim Number</th><th>Patient Name</th><th>Billed</th><th>Paid</th><th>Status</th></tr><tr><td>26H0041177</td><td>SOLBERG, KAI</td><td>$410.00</td><td>$0.00</td><td>Denied</td></tr><tr><td>26H0041178</td><td>DRAPER, NELL</td><td>$96.00</td><td>$71.20</td><td>Paid</td></tr></table>';
  const TEXT = 'Claim Number\tPatient Name\tBilled\tPaid\tStatus\n26H0041177\tSOLBERG, KAI\t$410.00\t$0.00\tDenied\n26H0041178\tDRAPER, NELL\t$96.00\t$71.20\tPaid';

  test('goes first where it shows a claim', () => {
    // The plain flavour of this copy lost its columns.
    const reading = read('Claim Number Patient Name Billed Paid Status 26H0041177 SOLBERG, KAI $410.00 $0.00 Denied 26H0041178 DRAPER, NELL $96.00 $71.20 Paid', TABLE);
    expect(reading.claims.map((claim) => [claim.claimControlNumber?.value, claim.paid?.value, claim.status?.value])).toEqual([['26H0041177', 0, 'denied'], ['26H0041178', 7120, 'paid']]);
  });

  test('gives way to the text where it shows none', () => {
    expect(read(TEXT, '<canvas></canvas>').claims).toHaveLength(2);
    expect(read(TEXT, '').claims).toHaveLength(2);
  });

  test('counts only what the text shows too', () => {
    const hidden = TABLE.replace('$410.00', '$999.00').replace('SOLBERG, KAI', 'PLANTED, NAME');
    const reading = read(TEXT, hidden);
    expect(reading.claims[0]?.charge).toBeNull();
    expect(reading.claims[0]?.patientName).toBeNull();
    expect(reading.claims[0]?.paid?.value).toBe(0);
  });

  test('what was faded out on the page stays unseen', () => {
    const old = '<div style="position: absolute; opacity: 0"><h3>Claim Details</h3><div>Claim Number: V708064950</div><div>Patient Name: MACALLUM, BORIS</div><div>Paid: $7.00</div></div>';
    const reading = read(`${TEXT}\nClaim Number: V708064950\nPatient Name: MACALLUM, BORIS\nPaid: $7.00`, `${TABLE}${old}`);
    expect(reading.claims.map((claim) => claim.claimControlNumber?.value)).toEqual(['26H0041177', '26H0041178']);
  });

  test('markup in the text is text', () => {
    const sheet = documentOf('');
    const seen: string[] = [];
    const body = sheet.body;
    const append = body.appendChild.bind(body);
    body.appendChild = <T extends Node>(node: T): T => { for (const el of (node as unknown as Element).querySelectorAll?.('script,img,iframe') ?? []) seen.push(el.tagName); return append(node); };
    readPasted({ text: 'Claim Number\n<script>alert(1)</script>\n<img src=x onerror=alert(1)>', page: null, sheet }, 'paste');
    expect(seen).toEqual([]);
    expect(body.textContent).toBe('');
  });
});

describe('right or silent', () => {
  test('claims that cannot be parted are left out, and said so', () => {
    const reading = read('Patient Name\nVAZQUEZ, VIKTOR\nClaim Control Number\n26440554577\nBilled\n$10.00\nPaid\n$1.00\nDCN\n7572876686829\nPatient Name\nJANKOWSKI, BORIS\nBilled\n$20.00\nPaid\n$2.00');
    expect(reading.claims).toEqual([]);
    expect(reading.warnings.map(({ code }) => code)).toContain('claims-not-parted');
  });

  test('a table whose columns cannot be told gives no outcome', () => {
    const head = 'Claim Number\n26440554577\nPatient Name\nVAZQUEZ, VIKTOR\nClaim Status\nFinalized\nBilled\n$20.00\nPaid\n$9.00\n';
    expect(read(head).claims[0]?.status?.value).toBe('paid');
    expect(read(`${head}Date of Service\tProcedure\tAmounts\tStatus\nCharge\tPaid\n04/01/2026\t99213\t$10.00\t$9.00\tPaid\n04/01/2026\t99214\t$10.00\t$0.00\tDenied`).claims[0]?.status ?? null).toBeNull();
  });

  test('column names over two lines are joined', () => {
    const reading = read('Claim Number\n26440554577\nPatient Name\nVAZQUEZ, VIKTOR\nStatus\nDenied\nLn\tDate\nof Service\tCPT\tAmount\nPaid\tCharge\tAdj/Remark\nCodes\n1\t04/01/2026\t99213\t$0.00\t$20.00\tCO-16');
    expect(reading.claims[0]?.lines[0]).toMatchObject({ procedure: { value: '99213' }, charge: { value: 2000 }, paid: { value: 0 }, adjustments: [{ groupCode: 'CO', carc: '16' }] });
  });

  test('what was typed into a search form is no claim number', () => {
    expect(read('Claim Number\n3638578245\n\nAll\nSearch\nClaim Summary\nPatient Name\nVAZQUEZ, VIKTOR\nBilled\n$20.00\nPaid\n$0.00\nStatus\nDenied\nDate of Service\n04/01/2026').claims[0]?.claimControlNumber ?? null).toBeNull();
  });
});

describe('what is not a page', () => {
  test('an X12 file is sent to the import', () => {
    const edi = 'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260401*1200*^*00501*000000001*0*P*:~GS*HP*S*R*20260401*1200*1*X*005010X221A1~ST*835*0001~';
    expect(read(edi)).toMatchObject({ kind: 'none', warnings: [{ code: 'looks-like-edi' }] });
    expect(read(`\n\n  ${edi}`).warnings.map(({ code }) => code)).toContain('looks-like-edi');
    expect(read('ISABEL called about the claim').warnings).toEqual([]);
  });

  test('nothing, blanks and tabs', () => {
    for (const text of ['', ' ', '\n\n\n', '\t\t\n\t', '\u0000\u202e']) expect(read(text)).toMatchObject({ kind: 'none', claims: [] });
  });
});

describe('hostile input', () => {
  /** A seeded walk over the pieces pages are made of. */
  function* noise(seed: number): Generator<string> {
    const parts = ['Claim Number', 'Patient', 'Paid', 'Billed Amount', 'Status', 'Denied', 'Paid Amount:', '26H0041177', '$1.00', '($3.10)', '04/07/2026', '99/99/9999', '\t', '\t\t', '\n', '\n\n', '   ', ':', 'CO-50', 'N115', '<b>', '&nbsp;', '\u202e', '\ud800', 'A7:21', '--', '#', '\r', 'Search', 'Total', '\u0000', '=1+1', 'x'.repeat(300)];
    let state = seed;
    for (;;) {
      state = (state * 1103515245 + 12345) % 2147483648;
      yield parts[state % parts.length] ?? '';
    }
  }

  test('arbitrary text never throws and always gives a well-formed reading', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const source = noise(seed);
      let text = '';
      for (let count = 0; count < 20 + (seed % 7) * 40; count += 1) text += source.next().value as string;
      const reading = read(text, seed % 3 === 0 ? text : undefined);
      expect(readingSchema.safeParse(reading).success).toBe(true);
      expect(reading.warnings.map(({ code }) => code)).not.toContain('reader-failed');
    }
  });

  test.each([
    ['claims without end', 'Claim Number: 26H0041177\nPatient: A, B\nBilled: $1.00\nStatus: Denied\n'],
    ['labels without values', 'Claim Number\n'], ['colons', 'claim a: b:'], ['tabs', 'claim\t'], ['blanks', 'claim    '], ['one long word', 'claim26'],
    ['heads without end', 'Claim Number\tPatient\tPaid\tStatus\n'], ['rows', '26H0041177\tA, B\t$1.00\tDenied\n'], ['values', '$1.00\nPaid\n'], ['spaced heads', 'Claim Number  Patient  Paid  Status\n'], ['dates', 'Claim\nDOS\n04/07/2026\n'],
  ])('five megabytes of %s are cut, said so, and done in time', (_name, part) => {
    const started = performance.now();
    const reading = read(part.repeat(Math.ceil(5_000_000 / part.length)));
    expect(performance.now() - started).toBeLessThan(8000);
    expect(reading.warnings.map(({ code }) => code).some((code) => code === 'page-too-large')).toBe(true);
  });
});
