import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import carcTable from '../../../rules/codes/carc.json' with { type: 'json' };
import rarcTable from '../../../rules/codes/rarc.json' with { type: 'json' };
import { normalizeCarc, normalizeRarc } from '../../../rules/codes/membership.ts';
import { DENIAL_CATEGORIES } from '../../../rules/codes/vocabulary.ts';
import type { ClaimFacts } from '../../../rules/domain/denial-case.ts';
import { LINES_OF_BUSINESS } from '../../../rules/domain/vocabulary.ts';
import { classifyDenial } from '../../../rules/denials/classify.ts';
import { situations, specificity } from '../../../rules/denials/decide.ts';
import { denialInputOf } from '../../../rules/denials/denial-input.ts';
import type { DenialInput } from '../../../rules/denials/denial-input.ts';
import type { Situation } from '../../../rules/denials/situation.ts';
import { ADVISED_PATHS, APPEALABLE, ORIGIN_STEPS } from '../../../rules/denials/vocabulary.ts';
import { blankClaim } from '../../../rules/reading/blank-reading.ts';
import { adjudicated } from './adjudicated.ts';
import { adjustment, claimOf, lineOf } from './claim-of.ts';

describe('adjudicated situations', () => {
  test('are at least a hundred, none twice', () => {
    expect(adjudicated.length).toBeGreaterThanOrEqual(100);
    expect(new Set(adjudicated.map(([lob, codes]) => `${lob ?? ''} ${codes}`)).size).toBe(adjudicated.length);
  });

  test.each(adjudicated.map(([lob, codes, answer, origin]) => ({ lob, codes, answer, origin })))('$lob $codes is $answer', ({ lob, codes, answer, origin }) => {
    const got = classifyDenial(claimOf(lob, codes));
    expect(`${got.nature} ${got.category} ${got.path} ${got.appealable}`).toBe(answer);
    if (origin !== undefined) expect(got.originStep).toBe(origin);
    expect(got.pathReason.length).toBeGreaterThan(20);
    expect(got.appealReason.length).toBeGreaterThan(20);
    expect(got.explanation.length).toBeGreaterThan(20);
  });
});

describe('the table', () => {
  test('names only codes that exist, in their normal form', () => {
    for (const row of situations) {
      for (const carc of row.carc) expect(`${row.id} ${normalizeCarc(carc) ?? 'unknown'}`).toBe(`${row.id} ${carc}`);
      for (const rarc of row.rarc ?? []) expect(`${row.id} ${normalizeRarc(rarc) ?? 'unknown'}`).toBe(`${row.id} ${rarc}`);
    }
    expect(new Set(situations.map((row) => row.id)).size).toBe(situations.length);
  });

  test('never leaves it open which of two equally specific rows decides', () => {
    const meet = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined) => a === undefined || b === undefined || a.some((x) => b.includes(x));
    const clash = (a: Situation, b: Situation) => specificity(a) === specificity(b) && meet(a.carc, b.carc) && meet(a.rarc, b.rarc) && meet(a.remarkCategory, b.remarkCategory) && meet(a.lineOfBusiness, b.lineOfBusiness) && meet(a.group, b.group);
    const clashes = situations.flatMap((a, at) => situations.slice(at + 1).filter((b) => clash(a, b)).map((b) => `${a.id} / ${b.id}`));
    expect(clashes).toEqual([]);
  });

  test('every row is held by at least one adjudicated situation', () => {
    const used = new Set(adjudicated.map(([lob, codes]) => classifyDenial(claimOf(lob, codes)).rule));
    expect(situations.map((row) => row.id).filter((id) => !used.has(id))).toEqual([]);
  });

  test('every row says why, and where from', () => {
    for (const row of situations) {
      expect(row.because).toMatch(/^[A-Z].{20,}\.$/s);
      expect(row.from.length).toBeGreaterThan(5);
      for (const other of row.alternatives ?? []) expect(other.because.length).toBeGreaterThan(10);
    }
  });

  test('no verdict under CO or PI bills the patient, whatever the code', () => {
    for (const carc of Object.keys(carcTable)) for (const group of ['CO', 'PI']) for (const lob of LINES_OF_BUSINESS) {
      const got = classifyDenial(claimOf(lob, `${group}-${carc}`));
      if (['100', '293', '294', 'P3'].includes(carc)) continue; // money already sent to the patient, or to be paid from their settlement
      expect(`${group}-${carc} ${lob} ${got.path}`).not.toBe(`${group}-${carc} ${lob} bill-patient`);
    }
  });

  test('every reason code has an answer in every group and line of business', () => {
    for (const carc of Object.keys(carcTable)) for (const group of ['CO-', 'PR-', 'OA-', 'PI-', 'CR-', '']) for (const lob of [...LINES_OF_BUSINESS, null]) {
      const got = classifyDenial(claimOf(lob, `${group}${carc}`));
      expect(DENIAL_CATEGORIES).toContain(got.category);
      expect(ADVISED_PATHS).toContain(got.path);
      expect(APPEALABLE).toContain(got.appealable);
      expect(ORIGIN_STEPS).toContain(got.originStep);
      if (group === 'PR-') expect(['patient-share', 'pending']).toContain(got.nature);
    }
  });

  test('MA130 beside any refusing code is a rejection without appeal', () => {
    for (const carc of Object.keys(carcTable)) {
      const plain = classifyDenial(claimOf('medicare-ffs', `CO-${carc}`));
      const got = classifyDenial(claimOf('medicare-ffs', `CO-${carc} MA130`));
      if (plain.nature === 'denial') expect(`${carc} ${got.nature} ${got.appealable} ${got.clocks.join()}`).toBe(`${carc} rejection no timely-filing`);
    }
  });

  test('16 with any remark that is no alert never ends as "ask what is missing"', () => {
    for (const [rarc, [, , flags = '']] of Object.entries(rarcTable)) {
      if (flags.includes('alert') || rarc === 'MA130') continue;
      const got = classifyDenial(claimOf('commercial', `CO-16 ${rarc}`));
      const silent = ['contractual', 'payment-adjustment', 'patient-responsibility', 'timely-filing', 'other'].includes(rarcTable[rarc as keyof typeof rarcTable][1] ?? '');
      if (!silent) expect(`${rarc} ${got.rule}`).not.toBe(`${rarc} no-remark`);
    }
  });
});

describe('several codes and lines', () => {
  const twoLines = (first: string, cents: number, second: string, cents2: number): DenialInput =>
    ({ lineOfBusiness: 'commercial', charge: cents + cents2, paid: 0, lines: [lineOf(1, first, cents), lineOf(2, second, cents2)] });

  test('the reason that holds most money leads', () => {
    const got = classifyDenial(twoLines('CO-16 N290', 100_00, 'CO-197', 900_00));
    expect(got.lead).toMatchObject({ carc: '197', lines: [2], cents: 900_00 });
    expect(got.others).toMatchObject([{ carc: '16', rarcs: ['N290'], cents: 100_00 }]);
    expect(got.leadReason).toMatch(/most money/);
  });

  test('at equal money the earlier gate leads', () => {
    expect(classifyDenial(twoLines('CO-50', 100_00, 'CO-27', 100_00)).lead?.carc).toBe('27');
    expect(classifyDenial(twoLines('CO-97', 100_00, 'CO-197', 100_00)).lead?.carc).toBe('197');
  });

  test('the same reason on several lines is one reason with its sum', () => {
    const got = classifyDenial(twoLines('CO-197', 100_00, 'CO-0197', 50_00));
    expect(got.lead).toMatchObject({ carc: '197', lines: [1, 2], cents: 150_00 });
    expect(got.others).toEqual([]);
    expect(got.deniedCents).toBe(150_00);
  });

  test('a contractual cut never leads and never counts as refused', () => {
    const got = classifyDenial({ lineOfBusiness: 'commercial', charge: 500_00, paid: 0, lines: [{ line: 1, charge: 500_00, paid: 0, adjustments: [adjustment('CO-45', 400_00), adjustment('CO-97', 100_00)], rarcs: [] }] });
    expect(got).toMatchObject({ nature: 'denial', category: 'bundling', deniedCents: 100_00, deniedBasis: 'adjustments', deniedLines: [{ line: 1, cents: 100_00, part: false }] });
  });

  test('a paid line beside a refused one is a partial denial', () => {
    const paid = { line: 1, charge: 200_00, paid: 80_00, adjustments: [adjustment('CO-45', 100_00), adjustment('PR-2', 20_00)], rarcs: [] };
    const got = classifyDenial({ lineOfBusiness: 'commercial', charge: 400_00, paid: 80_00, lines: [paid, lineOf(2, 'CO-97')] });
    expect(got).toMatchObject({ nature: 'partial-denial', deniedCents: 200_00, deniedLines: [{ line: 2, cents: 200_00, part: false }] });
    expect(got.lead?.carc).toBe('97');
  });

  test('a line cut by a refusing reason but paid in part is named as part', () => {
    const got = classifyDenial({ lineOfBusiness: 'medicaid', charge: 300_00, paid: 100_00, lines: [{ line: 7, charge: 300_00, paid: 100_00, adjustments: [adjustment('CO-198', 200_00)], rarcs: [] }] });
    expect(got).toMatchObject({ nature: 'partial-denial', deniedLines: [{ line: 7, cents: 200_00, part: true }] });
  });

  test('a paid claim with cost share and discount only is not denied', () => {
    const got = classifyDenial({ lineOfBusiness: 'commercial', charge: 200_00, paid: 80_00, lines: [{ line: 1, charge: 200_00, paid: 80_00, adjustments: [adjustment('CO-45', 100_00), adjustment('PR-2', 20_00)], rarcs: ['MA01'] }] });
    expect(got).toMatchObject({ nature: 'not-denied', path: 'bill-patient', deniedCents: 0, deniedLines: [], appealable: 'no', clocks: [] });
  });

  test('an agreed discount beside a payment is posted', () => {
    const got = classifyDenial({ lineOfBusiness: 'commercial', charge: 200_00, paid: 150_00, lines: [lineOf(1, 'CO-45', 50_00, 150_00)] });
    expect(got).toMatchObject({ nature: 'not-denied', category: 'contractual', path: 'write-off', appealable: 'no' });
  });

  test('denied with nothing but a discount shown: the reason is still missing', () => {
    const got = classifyDenial({ lineOfBusiness: 'commercial', status: 'denied', charge: 200_00, paid: 0, lines: [lineOf(1, 'CO-45', 50_00)] });
    expect(got).toMatchObject({ nature: 'denial', category: 'other', path: 'call-payer', deniedCents: 200_00 });
  });

  test('a second payer\'s claim with the first payer\'s effect is not denied, whatever status the amounts gave it', () => {
    const got = classifyDenial({ lineOfBusiness: 'commercial', status: 'partially-denied', charge: 200_00, paid: 30_00, lines: [lineOf(1, 'OA-23', 170_00, 30_00)] });
    expect(got).toMatchObject({ nature: 'not-denied', category: 'coordination-of-benefits', path: 'none', deniedCents: 0, deniedLines: [] });
  });

  test('denied by the payer and given to the patient is a denial without refused cents of ours, with its clocks', () => {
    const got = classifyDenial({ lineOfBusiness: 'commercial', status: 'denied', charge: 200_00, paid: 0, lines: [lineOf(1, 'PR-27')] });
    expect(got).toMatchObject({ nature: 'denial', category: 'eligibility', path: 'bill-patient', deniedCents: 0, patientCents: 200_00, clocks: ['reconsideration', 'appeal-level-1'] });
    expect(classifyDenial({ lineOfBusiness: 'commercial', status: 'denied', charge: 200_00, paid: 0, lines: [lineOf(1, 'PR-1')] })).toMatchObject({ nature: 'patient-share', clocks: [] });
  });

  test('remarks of the claim speak for a line, but the line\'s own come first', () => {
    const line = { line: 1, charge: 100_00, paid: 0, adjustments: [adjustment('CO-16', 100_00)], rarcs: ['M76'] };
    expect(classifyDenial({ lineOfBusiness: 'commercial', charge: 100_00, paid: 0, rarcs: ['N290'], lines: [line] }).category).toBe('coding');
    expect(classifyDenial({ lineOfBusiness: 'commercial', charge: 100_00, paid: 0, rarcs: ['N290'], lines: [{ ...line, rarcs: [] }] }).category).toBe('claim-data');
  });

  test('codes without amounts fall back to the charge', () => {
    const got = classifyDenial({ lineOfBusiness: 'commercial', charge: 321_00, paid: 0, lines: [{ line: 1, charge: 321_00, paid: 0, adjustments: [adjustment('50', null)], rarcs: [] }] });
    expect(got).toMatchObject({ nature: 'denial', category: 'medical-necessity', path: 'appeal', deniedCents: 321_00 });
  });

  test('negative amounts take nothing', () => {
    const got = classifyDenial({ lineOfBusiness: 'commercial', charge: 100_00, paid: 120_00, adjustments: [adjustment('OA-94', -20_00), adjustment('CO-50', -5_00)] });
    expect(got).toMatchObject({ nature: 'not-denied', deniedCents: 0 });
  });

  test('claim-level codes and claim-level remarks work without lines', () => {
    const got = classifyDenial({ lineOfBusiness: 'medicare-ffs', status: 'denied', charge: 150_00, paid: 0, adjustments: [adjustment('CO-16', 150_00)], rarcs: ['MA130', 'N382'] });
    expect(got).toMatchObject({ nature: 'rejection', category: 'patient-data', path: 'correct-and-resubmit', appealable: 'no', clocks: ['timely-filing'], deniedCents: 150_00 });
  });

  test('MA130 on one line of two leaves the other a denial', () => {
    const got = classifyDenial(twoLines('CO-16 M76 MA130', 100_00, 'CO-50', 300_00));
    expect(got).toMatchObject({ nature: 'denial', category: 'medical-necessity', path: 'appeal' });
  });
});

describe('rejections, requests and claims without reason codes', () => {
  const status = (codes: string, more: DenialInput = {}): DenialInput => ({ statusCodes: codes.split(' ').map((text) => {
    const [category = '', code = null, entity = null] = text.split(':');
    return { category, status: code, entity };
  }), ...more });

  test.each([
    // A front-end rejection for the billing NPI: corrected and sent as new.
    ['A7:562:85', 'rejection claim-data correct-and-resubmit no timely-filing'],
    // Unprocessable, something missing.
    ['A3:21', 'rejection claim-data correct-and-resubmit no timely-filing'],
    // Missing diagnosis.
    ['A6:255', 'rejection coding correct-and-resubmit no timely-filing'],
    // Fields contradict: member and subscriber number.
    ['A8:164:IL', 'rejection patient-data correct-and-resubmit no timely-filing'],
    // Received first, then rejected: the rejection counts.
    ['A1:20 A7:254', 'rejection coding correct-and-resubmit no timely-filing'],
    // Subscriber and number do not match, finalized as denied.
    ['F2:29', 'denial patient-data call-payer possible reconsideration,appeal-level-1'],
    // Records asked for.
    ['R4:298', 'information-request documentation send-records no '],
    // Waiting for the provider's answer.
    ['P3:95', 'information-request documentation send-records no '],
    // In process.
    ['P1:55', 'pending other wait-for-payer no '],
    // Accepted.
    ['A2:20', 'pending other wait-for-payer no '],
    // Not found.
    ['A4:35', 'not-found other call-payer no timely-filing'],
    // Paid.
    ['F1:65', 'not-denied other none no '],
  ])('%s is %s', (codes, answer) => {
    const got = classifyDenial(status(codes));
    expect(`${got.nature} ${got.category} ${got.path} ${got.appealable} ${got.clocks.join()}`).toBe(answer);
    expect(got.basis).toBe('guess');
  });

  test('late filing told by a status alone: no appeal at Medicare', () => {
    expect(classifyDenial(status('F2:718', { lineOfBusiness: 'medicare-ffs' }))).toMatchObject({ category: 'timely-filing', path: 'write-off', appealable: 'no', clocks: [] });
    expect(classifyDenial(status('F2:718', { lineOfBusiness: 'commercial' }))).toMatchObject({ category: 'timely-filing', path: 'call-payer', appealable: 'possible' });
  });

  test('an old rejection does not hide a later denial', () => {
    expect(classifyDenial({ ...claimOf('commercial', 'CO-50'), ...status('A7:562:85') }).nature).toBe('denial');
  });

  test('a page that says rejected is a rejection even with a reason code', () => {
    expect(classifyDenial({ ...claimOf('commercial', 'CO-16 N290'), status: 'rejected' })).toMatchObject({ nature: 'rejection', appealable: 'no', correction: 'new-claim', clocks: ['timely-filing'] });
  });

  test('the payer\'s own words only suggest', () => {
    const got = classifyDenial({ status: 'denied', charge: 90_00, paid: 0, payerCodes: [{ code: 'EX29', text: 'No prior authorization on file' }] });
    expect(got).toMatchObject({ nature: 'denial', category: 'prior-authorization', path: 'call-payer', basis: 'guess', deniedCents: 90_00 });
  });

  test('denied with nothing else says so', () => {
    expect(classifyDenial({ status: 'denied' })).toMatchObject({ nature: 'denial', category: 'other', path: 'call-payer', deniedCents: null, lead: null });
    expect(classifyDenial({})).toMatchObject({ nature: 'unknown', path: 'call-payer', deniedCents: 0 });
  });

  test('a reversal is a case of its own', () => {
    expect(classifyDenial({ ...claimOf('commercial', 'CO-45'), status: 'reversed' })).toMatchObject({ nature: 'reversal', path: 'call-payer', deniedCents: 0 });
  });
});

describe('how a correction travels and which clocks run', () => {
  test('Medicare corrects a decided claim by reopening, others by replacement', () => {
    expect(classifyDenial(claimOf('medicare-ffs', 'CO-4'))).toMatchObject({ correction: 'reopening', clocks: ['reopening', 'appeal-level-1'] });
    expect(classifyDenial(claimOf('commercial', 'CO-4'))).toMatchObject({ correction: 'replacement-claim', clocks: ['corrected-claim', 'reconsideration', 'appeal-level-1'] });
    expect(classifyDenial(claimOf('commercial', 'CO-4 N142'))).toMatchObject({ correction: 'new-claim', clocks: ['timely-filing', 'reconsideration', 'appeal-level-1'] });
    expect(classifyDenial(claimOf('medicare-ffs', 'CO-16 M76 MA130')).correction).toBe('new-claim');
  });

  test('Medicare 16 without MA130 in sight keeps the filing clock and says why', () => {
    const got = classifyDenial(claimOf('medicare-ffs', 'CO-16 M76'));
    expect(got.clocks).toEqual(['reopening', 'appeal-level-1', 'timely-filing']);
    expect(got.alternatives[0]?.because).toMatch(/MA130/);
    expect(classifyDenial(claimOf('commercial', 'CO-16 M76')).clocks).toEqual(['corrected-claim', 'reconsideration', 'appeal-level-1']);
  });

  test('a peer-to-peer offer puts its short clock first', () => {
    expect(classifyDenial(claimOf('commercial', 'CO-50 N939')).clocks[0]).toBe('peer-to-peer');
  });

  test('an appeal keeps its first level', () => {
    expect(classifyDenial(claimOf('medicare-ffs', 'CO-50 N115')).clocks).toEqual(['appeal-level-1']);
    expect(classifyDenial(claimOf('medicare-ffs', 'CO-29')).clocks).toEqual([]);
  });
});

describe('what it takes', () => {
  test('the facts of a case and a claim as read', () => {
    const facts: Partial<ClaimFacts> = { status: 'denied', charge: 80_00, paid: 0, lineOfBusiness: 'medicare-ffs', adjustments: [adjustment('CO-29', 80_00)], rarcs: [], lines: [], statusCodes: [], payerCodes: [] };
    expect(classifyDenial(facts as ClaimFacts).appealable).toBe('no');
    const claim = { ...blankClaim(), adjustments: [adjustment('CO-29', 80_00)] };
    expect(classifyDenial(denialInputOf(claim, 'medicare-ffs'))).toMatchObject({ category: 'timely-filing', path: 'write-off' });
    expect(classifyDenial(denialInputOf(claim, 'commercial'))).toMatchObject({ category: 'timely-filing', path: 'appeal' });
  });
});

describe('explanations', () => {
  test('read reason, remark and group together', () => {
    const text = classifyDenial(claimOf('commercial', 'CO-16 N290')).explanation;
    expect(text).toMatch(/CO-16/);
    expect(text).toMatch(/N290/);
    expect(text).toMatch(/rendering/i);
    expect(text).toMatch(/patient may not be billed/);
  });

  test('PR and CO of one code read differently', () => {
    expect(classifyDenial(claimOf('commercial', 'PR-96')).explanation).not.toBe(classifyDenial(claimOf('commercial', 'CO-96')).explanation);
  });
});

test('nothing a page or file can hold makes it throw', () => {
  const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(...Object.keys(carcTable)), fc.constantFrom(...Object.keys(rarcTable)), fc.constantFrom('__proto__', 'constructor', '', '\u202E16'));
  const cents = fc.oneof(fc.constant(null), fc.integer({ min: -1_000_000, max: 1_000_000 }));
  const adj = fc.record({ groupCode: fc.constantFrom('CO' as const, 'PR' as const, 'OA' as const, 'PI' as const, 'CR' as const, null), carc: text, cents });
  const line = fc.record({ line: fc.integer(), charge: cents, paid: cents, adjustments: fc.array(adj, { maxLength: 4 }), rarcs: fc.array(text, { maxLength: 4 }), payerCodes: fc.array(fc.record({ code: text, text: fc.oneof(fc.constant(null), text) }), { maxLength: 2 }) });
  fc.assert(fc.property(fc.record({
    lineOfBusiness: fc.constantFrom(...LINES_OF_BUSINESS, null), charge: cents, paid: cents, adjustments: fc.array(adj, { maxLength: 3 }), rarcs: fc.array(text, { maxLength: 3 }),
    status: fc.constantFrom('paid' as const, 'denied' as const, 'partially-denied' as const, 'rejected' as const, 'reversed' as const, 'pending' as const, 'finalized' as const, null),
    statusCodes: fc.array(fc.record({ category: text, status: fc.oneof(fc.constant(null), text), entity: fc.oneof(fc.constant(null), text) }), { maxLength: 2 }), lines: fc.array(line, { maxLength: 4 }),
  }), (input) => {
    const got = classifyDenial(input);
    expect(ADVISED_PATHS).toContain(got.path);
    if (got.nature === 'rejection') expect(got.appealable).toBe('no');
    if (got.deniedCents !== null) expect(got.deniedCents).toBeGreaterThanOrEqual(0);
  }), { numRuns: 400 });
});
