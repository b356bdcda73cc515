import { describe, expect, test } from 'vitest';
import { readAccountNumber, readClaimNumber, readPaymentNumber } from '../../../../rules/portals/reader/identifiers.ts';
import { provenOrder, readDate, withDateOrder } from '../../../../rules/portals/reader/page-dates.ts';

describe('in which order a page writes month and day', () => {
  test.each([
    [['03/04/2026', '25/07/2026'], 'day-first'], [['03/04/2026', '07/25/2026'], 'month-first'], [['03/04/2026 - 25/07/2026'], 'day-first'],
    [['03/04/2026'], 'unproven'], [['25/07/2026', '07/25/2026'], 'unproven'], [['03/04/2026', '25-07-1234'], 'unproven'], [['03/04/2026', 'Póliza 25-07-8812'], 'unproven'],
  ] as const)('%j is %s', (texts, order) => {
    expect(provenOrder(texts)).toBe(order);
  });

  test('a date is no number of a claim, a check or an account, whichever way it is written, and that is not remembered otherwise', () => {
    for (const order of ['unproven', 'month-first'] as const) withDateOrder(order, () => {
      expect([readClaimNumber('03-04-2026'), readPaymentNumber('03-04-2026'), readAccountNumber('03/04/2026')]).toEqual([null, null, null]);
    });
  });

  test('after a fault the next page is read as it always is', () => {
    expect(() => withDateOrder('day-first', () => { throw new Error('half a page'); })).toThrow();
    expect(readDate('03/04/2026')).toBe('2026-03-04');
  });
});
