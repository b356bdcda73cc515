import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, plainMoney, safeText } from '../../../rules/exports/cell.ts';
import { EXPORT_ROLES, FIRST_COLUMNS, isIdentifying, namesPeople } from '../../../rules/exports/export-kinds.ts';
import { everythingJsonSchema } from '../../../rules/exports/everything.ts';
import { postingOf } from '../../../rules/exports/posting-lines.ts';
import { blankFacts } from '../../../rules/work/blank-facts.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '\u00A0=1', '\uFF1D1', '\uFF0B1', '\uFF0D1', '\uFF20A', '\u200B=1', '=cmd|\' /C calc\'!A0', '|x', '%0A', '\u0000=1', '"=1+1', ' ""@x'])('a text that a spreadsheet would run gets an apostrophe: %#', (text) => {
  expect(safeText(text).startsWith("'")).toBe(true);
});

test('ordinary texts stay as they are, and every text stays on one line', () => {
  for (const text of ['Aetna', 'Cedar Valley (PPO)', "O'Neil", 'a=b', 'CO-97', '26H0041177', '']) expect(safeText(text)).toBe(text);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const safe = safeText(text);
    expect(safe).not.toMatch(/[\t\r\n\u0000]/u);
    expect(/^[\s\p{Z}\p{Cf}]*[=+\-@]/u.test(safe)).toBe(false);
  }), { numRuns: 2000 });
});

test('money is a plain figure, also below zero, and is no text to be escaped', () => {
  expect([0, 5, 123_45, -5, -123_400].map(plainMoney)).toEqual(['0.00', '0.05', '123.45', '-0.05', '-1234.00']);
  expect(csvCell({ kind: 'cents', cents: -5 })).toBe('-0.05');
  expect(csvCell({ kind: 'date', iso: '2026-03-02' })).toBe('2026-03-02');
  expect(csvCell({ kind: 'empty' })).toBe('');
});

test('the first columns name nobody; what names people asks why; an auditor takes the trail alone', () => {
  expect(FIRST_COLUMNS.some(isIdentifying)).toBe(false);
  expect(namesPeople('cases', FIRST_COLUMNS)).toBe(false);
  expect(namesPeople('cases', [...FIRST_COLUMNS, 'account'])).toBe(true);
  expect([namesPeople('posting', []), namesPeople('everything', []), namesPeople('trail', [])]).toEqual([true, true, false]);
  expect(Object.entries(EXPORT_ROLES).filter(([, roles]) => roles.includes('auditor')).map(([kind]) => kind)).toEqual(['trail']);
  expect(EXPORT_ROLES.everything).toEqual(['lead']);
});

test('what is to be posted: worked out by hand for a claim of two lines', () => {
  // Charge 300.00; line 1: 200.00, paid 120.00, CO-45 50.00, PR-2 30.00; line 2: 100.00 denied whole, CO-97 100.00.
  const line = { procedure: null, modifiers: [], units: null, charge: null, allowed: null, status: null, serviceFrom: null, serviceTo: null, rarcs: [], payerCodes: [] };
  const facts = {
    ...blankFacts(), charge: 30_000, paid: 12_000, patientResponsibility: 3000,
    lines: [
      { ...line, line: 1, paid: 12_000, adjustments: [{ groupCode: 'CO' as const, carc: '45', cents: 5000 }, { groupCode: 'PR' as const, carc: '2', cents: 3000 }] },
      { ...line, line: 2, paid: 0, adjustments: [{ groupCode: 'CO' as const, carc: '97', cents: 10_000 }] },
    ],
  };
  expect(postingOf(facts)).toEqual({
    lines: [
      { what: 'payment', at: 1, code: null, cents: 12_000 }, { what: 'adjustment', at: 1, code: 'CO-45', cents: 5000 }, { what: 'patient-share', at: 1, code: 'PR-2', cents: 3000 },
      { what: 'adjustment', at: 2, code: 'CO-97', cents: 10_000 },
    ],
    paidCents: 12_000, adjustedCents: 15_000, patientCents: 3000, difference: 0,
  });
  // The claim was paid more than its lines say: one payment, and the rest named, not spread.
  expect(postingOf({ ...facts, paid: 12_500 })).toMatchObject({ lines: expect.arrayContaining([{ what: 'payment', at: 'claim', code: null, cents: 12_500 }]) as unknown, difference: -500 });
  // A share the payer stated without a code.
  expect(postingOf({ ...blankFacts(), charge: 10_000, paid: 7500, patientResponsibility: 2500 })).toMatchObject({ lines: [{ what: 'payment' }, { what: 'patient-share', at: 'claim', cents: 2500 }], difference: 0 });
  expect(postingOf(blankFacts())).toEqual({ lines: [], paidCents: null, adjustedCents: 0, patientCents: 0, difference: null });
});

// After a change of the shapes: npx vitest run --config tests/vitest.config.ts tests/rules/exports -u
test('the JSON Schema that is shipped is the one the product writes by', async () => {
  await expect(`${JSON.stringify(everythingJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../../storage/exports/everything.schema.json');
});
