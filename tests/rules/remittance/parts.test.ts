import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EdiTextDecoder } from '../../../rules/remittance/decode-text.ts';
import { centsOf, dateOf, quantityOf } from '../../../rules/remittance/elements.ts';
import { statusOfCategory } from '../../../rules/remittance/claim-status-category.ts';
import { statusFromAmounts } from '../../../rules/reading/status-from-amounts.ts';
import type { Adjustment } from '../../../rules/reading/reading.ts';

test.each([
  ['0', 0], ['-0', 0], ['12', 1200], ['12.', 1200], ['12.5', 1250], ['.5', 50], ['-.05', -5], ['+7.10', 710], ['007', 700], ['1.230', 123], ['123456789012.34', 12345678901234],
  ['69.69000000000001', 6969], ['1.235', 124], ['-1.2349', -123], ['9.999', 1000], ['', null], ['.', null], ['-', null], ['1,000', null], ['1e3', null], ['$5', null], ['12 ', null], ['1.2.3', null], ['99999999999999999', null], ['--1', null],
])('cents of %j', (text, cents) => expect(centsOf(text)).toBe(cents));

test('cents of any amount are exact', () => {
  fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
    const whole = Math.trunc(Math.abs(cents) / 100);
    expect(centsOf(`${cents < 0 ? '-' : ''}${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`)).toBe(cents);
  }));
});

test.each([
  ['20260228', '2026-02-28'], ['20240229', '2024-02-29'], ['20000229', '2000-02-29'], ['11111111', '1111-11-11'], ['260105', '2026-01-05'], ['991231', '1999-12-31'],
  ['20260229', null], ['19000229', null], ['20261301', null], ['20260100', null], ['2026-01-05', null], ['', null], ['00000101', null], ['20990080', null],
])('day of %j', (text, date) => expect(dateOf(text)).toBe(date));

test.each([['1', 1], ['1.5', 1.5], ['-2', -2], ['.25', 0.25], ['', null], ['1e9', null], ['abc', null]])('quantity of %j', (text, quantity) => expect(quantityOf(text)).toBe(quantity));

describe('text of any encoding', () => {
  const decode = (bytes: number[], size: number): string => {
    const decoder = new EdiTextDecoder();
    let text = '';
    for (let at = 0; at < bytes.length; at += size) text += decoder.decode(new Uint8Array(bytes.slice(at, at + size)));
    return text + decoder.end();
  };
  const cases: [string, number[], string][] = [
    ['UTF-8', [...new TextEncoder().encode('MUÑOZ € 名 😀')], 'MUÑOZ € 名 😀'],
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x49, 0x53, 0x41], 'ISA'],
    ['windows-1252', [0x4d, 0x55, 0xd1, 0x4f, 0x5a, 0x20, 0x80, 0x92], 'MUÑOZ €’'],
    ['both in one file', [0xc3, 0x91, 0x2a, 0xd1, 0x2a, 0xc3, 0x91], 'Ñ*Ñ*Ñ'],
    ['a cut sequence at the end', [0x41, 0xe2, 0x82], 'Aâ‚'],
    ['UTF-16 little end first', [0xff, 0xfe, 0x49, 0x00, 0xd1, 0x00], 'IÑ'],
    ['UTF-16 big end first', [0xfe, 0xff, 0x00, 0x49, 0x00, 0xd1], 'IÑ'],
    ['two bytes', [0x41, 0x42], 'AB'],
  ];
  test.each(cases)('%s', (_, bytes, text) => {
    for (const size of [1, 2, 3, 5, 100]) expect(decode(bytes, size)).toBe(text);
  });
  test('any bytes, however cut', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (bytes, size) => {
      expect(decode(bytes, size)).toBe(decode(bytes, 1_000));
    }));
  });
});

describe('what became of a claim, from its amounts', () => {
  const adjustment = (text: string): Adjustment => ({ groupCode: text.slice(0, 2) as 'CO', carc: text.slice(3), cents: 100 });
  test.each([
    [1000, 0, ['CO-50'], 'denied'], [1000, 0, ['PR-1'], 'paid'], [1000, 0, ['CO-45'], 'paid'], [1000, 0, ['CO-45', 'CO-253', 'PR-2'], 'paid'], [1000, 0, ['CO-45', 'CO-97'], 'denied'],
    [1000, 0, [], 'denied'], [0, 0, [], 'paid'], [1000, 0, ['OA-45'], 'denied'], [1000, 500, ['CO-45'], 'paid'], [1000, 500, ['CO-45', 'CO-97'], 'partially-denied'], [1000, 500, ['OA-23'], 'partially-denied'],
    [1000, 1000, [], 'paid'], [1000, null, ['CO-50'], 'finalized'], [null, 0, [], 'paid'],
  ] as const)('charge %j paid %j with %j', (charge, paid, list, status) => {
    const adjustments = list.map(adjustment);
    expect(statusFromAmounts({ charge, paid, adjustments, lines: [] })).toBe(status);
    if (list.length > 0) expect(statusFromAmounts({ charge, paid, adjustments: [], lines: [{ charge, paid, adjustments }] })).toBe(status);
  });
  test('a denied line among paid ones', () => {
    const paid = { charge: 500, paid: 500, adjustments: [] };
    expect(statusFromAmounts({ charge: 1000, paid: 500, adjustments: [], lines: [paid, { charge: 500, paid: 0, adjustments: [], status: 'denied' }] })).toBe('partially-denied');
    expect(statusFromAmounts({ charge: 1000, paid: 500, adjustments: [], lines: [paid, { charge: 500, paid: 0, adjustments: [] }] })).toBe('partially-denied');
    expect(statusFromAmounts({ charge: 1000, paid: 500, adjustments: [adjustment('CO-45')], lines: [paid, { charge: 500, paid: 0, adjustments: [] }] })).toBe('paid');
    expect(statusFromAmounts({ charge: 500, paid: 500, adjustments: [], lines: [paid, { charge: 0, paid: 0, adjustments: [] }] })).toBe('paid');
  });
});

test.each([
  ['A1', 'acknowledged'], ['A3', 'rejected'], ['A4', 'not-found'], ['A7', 'rejected'], ['A8', 'rejected'], ['P1', 'pending'], ['P3', 'information-requested'], ['R4', 'information-requested'], ['R17', 'information-requested'],
  ['F1', 'paid'], ['F2', 'denied'], ['F3F', 'forwarded'], ['E0', null], ['ZZ', null], ['', null],
])('category %j', (category, status) => expect(statusOfCategory(category, 1000, 0)?.status ?? null).toBe(status));

test('a category that only says decided follows the amounts', () => {
  expect(statusOfCategory('F0', 1000, 0)).toEqual({ status: 'denied', derived: true });
  expect(statusOfCategory('F3', 1000, 800)).toEqual({ status: 'paid', derived: true });
  expect(statusOfCategory('F4', 1000, null)).toEqual({ status: 'finalized', derived: true });
});
