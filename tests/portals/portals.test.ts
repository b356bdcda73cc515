import { describe, expect, test } from 'vitest';
import { demoClaims, providerAdjustmentsOf } from './demo-claims.ts';
import { demoRemittance } from './demo-remittance.ts';
import { PORTALS } from './demo/portals.ts';
import { generatePage, MUTATIONS } from './generate.ts';
import { perfectReading } from './perfect-reading.ts';
import { score } from './score.ts';
import type { Score } from './score.ts';
import { servePortals } from './serve.ts';

const TODAY = '2026-06-15';
const sum = (one: Score, key: 'right' | 'absent' | 'wrong'): number => [...one.fields.values()].reduce((total, tally) => total + tally[key], 0);

describe('the demo claims', () => {
  test('balance, line by line and payment by payment', () => {
    const claims = demoClaims(TODAY);
    expect(claims.length).toBeGreaterThanOrEqual(28);
    for (const claim of claims) for (const line of claim.lines) expect(line.charge - line.adjustments.reduce((total, { cents }) => total + cents, 0)).toBe(line.paid);
    for (const { payment, payer } of claims) {
      if (!payment) continue;
      const kept = providerAdjustmentsOf(payer).reduce((total, { cents }) => total + cents, 0);
      expect(claims.filter((one) => one.payment?.number === payment.number).reduce((total, one) => total + (one.paid ?? 0), 0) - kept).toBe(payment.amount);
    }
  });

  test('have numbers of their own and stay the same for the same day', () => {
    const claims = demoClaims(TODAY);
    expect(new Set(claims.map((one) => one.claimControlNumber)).size).toBe(claims.length);
    expect(demoClaims(TODAY)).toEqual(claims);
    expect(demoClaims('2026-06-16')).not.toEqual(claims);
  });

  test('stand in the remittance when they are decided, each once', () => {
    const file = demoRemittance(TODAY);
    const numbers = file.split('\n').filter((segment) => segment.startsWith('CLP*')).map((segment) => segment.split('*')[7]);
    expect(numbers.sort()).toEqual(demoClaims(TODAY).filter(({ payment }) => payment).map((one) => one.claimControlNumber).sort());
    expect(file.split('\n')[0]).toHaveLength(106);
  });
});

describe('generated pages', () => {
  test('are the same for the same seed, and differ from each other', () => {
    const bodies = Array.from({ length: 40 }, (_, seed) => JSON.stringify([...generatePage(seed).files]));
    expect(Array.from({ length: 40 }, (_, seed) => JSON.stringify([...generatePage(seed).files]))).toEqual(bodies);
    expect(new Set(bodies).size).toBe(40);
  });

  test('cover the makes of pages', () => {
    const heads = new Set(Array.from({ length: 400 }, (_, seed) => generatePage(seed).layout.split(/[/+]/).slice(0, 2).join('/')));
    expect([...heads].filter((one) => one.startsWith('detail/')).length).toBeGreaterThanOrEqual(17);
    expect([...heads].filter((one) => one.startsWith('list-')).length).toBeGreaterThanOrEqual(8);
    expect([...heads].filter((one) => one.startsWith('none/')).length).toBeGreaterThanOrEqual(10);
  });

  test('a mutation changes the page; blanking takes truth away', () => {
    for (const name of Object.keys(MUTATIONS)) expect(generatePage(4, name).files).not.toEqual(generatePage(4).files);
    const known = (seed: number, name?: string): number => Object.values(generatePage(seed, name).expectation.claims[0] ?? {}).filter((one) => one !== null && one !== undefined).length;
    const seeds = [0, 1, 2, 4, 5, 6, 8, 9];
    expect(seeds.reduce((total, seed) => total + known(seed, 'blanked'), 0)).toBeLessThan(seeds.reduce((total, seed) => total + known(seed), 0));
  });
});

describe('the score', () => {
  test('of a faultless reading is all right, nothing absent, nothing wrong', () => {
    const truths = [...Array.from({ length: 120 }, (_, seed) => generatePage(seed).expectation), ...PORTALS.flatMap((portal) => portal.expectations(TODAY))];
    for (const truth of truths) {
      const one = score(truth, perfectReading(truth));
      expect(one.misses, truth.id).toEqual([]);
      expect(one.kindRight).toBe(true);
      // A confirmation that gives no number says nothing that could be right.
      if (truth.kind !== 'confirmation') expect(sum(one, 'right')).toBeGreaterThanOrEqual(truth.claims.length);
    }
  });

  test('counts a missing value as absent and a false one as wrong', () => {
    const truth = generatePage(4).expectation;
    const reading = perfectReading(truth);
    const [first] = reading.claims;
    if (!first?.claimControlNumber) throw new Error('seed 4 is a claim page');
    const silent = { ...reading, claims: [{ ...first, claimControlNumber: null }] };
    expect(sum(score(truth, silent), 'absent')).toBe(1);
    expect(sum(score(truth, silent), 'wrong')).toBe(0);
    const false_ = { ...reading, claims: [{ ...first, claimControlNumber: { ...first.claimControlNumber, value: 'X1' } }] };
    expect(sum(score(truth, false_), 'wrong')).toBe(1);
    const said = { ...reading, claims: [{ ...first, rarcs: [...first.rarcs, 'N999'] }] };
    expect(score(truth, said).misses).toMatchObject([{ field: 'rarcs', verdict: 'wrong' }]);
  });

  test('counts claims offered where there are none', () => {
    const truth = generatePage(17).expectation;
    expect(truth.kind).toBe('none');
    const offered = score(truth, { ...perfectReading(truth), claims: perfectReading(generatePage(4).expectation).claims });
    expect(sum(offered, 'wrong')).toBeGreaterThan(0);
    expect(offered.claimsOffered).toBe(1);
  });
});

describe('the server', () => {
  test('answers every expectation’s page with no-store', async () => {
    const server = await servePortals({ today: TODAY });
    try {
      for (const path of new Set(['/', ...PORTALS.flatMap((portal) => [`/${portal.id}${portal.start}`, ...portal.expectations(TODAY).map((truth) => truth.page)])])) {
        const answer = await fetch(server.origin + path);
        expect(answer.status, path).toBe(200);
        expect(answer.headers.get('cache-control'), path).toBe('no-store');
      }
      expect((await fetch(`${server.origin}/nowhere/at/all`)).status).toBe(404);
    } finally {
      await server.close();
    }
  });
});
