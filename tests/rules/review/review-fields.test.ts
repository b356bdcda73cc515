import { describe, expect, it } from 'vitest';
import { blankClaim, blankReading } from '../../../rules/reading/blank-reading.ts';
import { reviewFields, typedValue } from '../../../rules/review/review-fields.ts';
import { shownDate, typedDate } from '../../../rules/review/typed-date.ts';
import { shownCents, typedCents } from '../../../rules/review/typed-money.ts';

describe('typed amounts', () => {
  it.each([
    ['1,234.50', 123450], ['$80', 8000], ['80.5', 8050], ['(14.10)', -1410], ['14.10-', -1410], ['-14.10', -1410], ['0.00', 0], [' 2 318.40 ', 231840], ['0.07', 7],
  ])('%s is %i cents', (text, cents) => expect(typedCents(text)).toBe(cents));
  it.each(['', '--', '12.345', '1,23.00', 'ten', '12.3.4', '=1+1', '9999999999'])('%s is no amount', (text) => expect(typedCents(text)).toBeNull());
  it('shows what it reads', () => {
    for (const cents of [0, 7, -1410, 123450, 100000000]) expect(typedCents(shownCents(cents))).toBe(cents);
  });
});

describe('typed dates', () => {
  it.each([['4/7/26', '2026-04-07'], ['04-07-2026', '2026-04-07'], ['20260407', '2026-04-07'], ['2026-04-07', '2026-04-07'], ['02/29/2024', '2024-02-29']])('%s is %s', (text, iso) => expect(typedDate(text)).toBe(iso));
  it.each(['02/30/2026', '13/01/2026', '4/7', 'April', '', '2026-4'])('%s is no date', (text) => expect(typedDate(text)).toBeNull());
  it('shows the US form', () => expect(shownDate('2026-04-07')).toBe('04/07/2026'));
});

describe('the fields of the review card', () => {
  const reading = blankReading('page.html');
  reading.kind = 'claim-detail';
  const claim = blankClaim();
  claim.charge = { value: 21500, raw: '$215.00', label: 'Total charge', confidence: 'certain' };
  claim.serviceTo = { value: '2026-03-02', raw: '03/02/2026', label: 'Date of service', confidence: 'certain', derived: true };
  reading.claims = [claim];
  reading.candidates = [{ claim: 0, field: 'claimControlNumber', values: [{ value: '7719002', raw: '7719002', label: 'Inquiry #', confidence: 'likely' }] }];

  it('keeps the evidence of what was found and says what was not', () => {
    const fields = reviewFields(reading, 0, null);
    const charge = fields.find((field) => field.key === 'charge');
    expect(charge).toMatchObject({ text: '215.00', doubt: 'certain', evidence: { raw: '$215.00', label: 'Total charge' }, was: null });
    expect(fields.find((field) => field.key === 'serviceTo')?.doubt).toBe('derived');
    expect(fields.find((field) => field.key === 'patientName')).toMatchObject({ text: '', doubt: 'missing', evidence: null });
  });

  it('offers rivals instead of choosing one', () => {
    expect(reviewFields(reading, 0, null).find((field) => field.key === 'claimControlNumber')).toMatchObject({ text: '', doubt: 'missing', candidates: [{ text: '7719002', label: 'Inquiry #' }] });
  });

  it('reads back what it shows', () => {
    expect(typedValue('money', '215.00')).toBe(21500);
    expect(typedValue('date', '03/02/2026')).toBe('2026-03-02');
    expect(typedValue('date', '')).toBeNull();
    expect(typedValue('date', 'soon')).toBeUndefined();
  });
});
