import { describe, expect, it } from 'vitest';
import { blankClaim, blankReading } from '../../../rules/reading/blank-reading.ts';
import type { Reading, ReadingClaim } from '../../../rules/reading/reading.ts';
import { carryDraft, comparePage } from '../../../rules/review/page-now.ts';
import { changeClaim, claimsOfDraft, startDraft, typeInto } from '../../../rules/review/review-draft.ts';

const found = <T>(value: T, raw = String(value)) => ({ value, raw, label: null, confidence: 'certain' as const });
const claim = (number: string, more: Partial<ReadingClaim> = {}): ReadingClaim => ({ ...blankClaim(), claimControlNumber: found(number), ...more });
const page = (...claims: ReadingClaim[]): Reading => ({ ...blankReading('portal.example'), kind: claims.length > 1 ? 'claim-list' : 'claim-detail', claims });

const early = page(claim('HB7734Q', { status: found('pending' as const), charge: found(24_000) }));
const late = page(claim('HB7734Q', { status: found('denied' as const), charge: found(24_000), paid: found(0), patientName: found('Ottoline Vanterpool') }));

describe('a page that changes while the card is open', () => {
  it('is told of field by field, values that came late among them', () => {
    expect(comparePage(early, late)).toEqual({ state: 'changed', says: { 0: { status: 'denied', paid: '0.00', patientName: 'Ottoline Vanterpool' } }, values: 3, newRows: 0, codesChanged: false });
    expect(comparePage(early, structuredClone(early))).toEqual({ state: 'same' });
  });

  it('is told of when only its codes came late', () => {
    const opened = page(claim('HB7734Q', { status: found('pending' as const), charge: found(24_000), adjustments: [{ groupCode: 'CO', carc: '50', cents: 24_000 }] }));
    expect(comparePage(early, opened)).toMatchObject({ state: 'changed', values: 0, codesChanged: true });
  });

  it('is not taken for the same claim when it shows another one, none, or the list behind it', () => {
    expect(comparePage(early, page(claim('ZZ0001X')))).toEqual({ state: 'moved', claims: 1 });
    expect(comparePage(early, null)).toEqual({ state: 'gone' });
    expect(comparePage(early, page(claim('HB7734Q'), claim('ZZ0001X')))).toEqual({ state: 'moved', claims: 2 });
  });
});

describe('what a person takes over', () => {
  it('is everything new but what was typed', () => {
    const typed = typeInto(typeInto(startDraft(early, 'cedar'), 0, 'paid', '12.00'), 0, 'memberId', 'M-MINE');
    const next = carryDraft(typed, early, late, 'all');
    expect(next.claims[0]?.texts).toMatchObject({ status: 'denied', paid: '12.00', memberId: 'M-MINE', patientName: 'Ottoline Vanterpool' });
    expect(claimsOfDraft(next, late).claims[0]).toMatchObject({ edited: ['memberId', 'paid'] });
  });

  it('is one field where only that is taken; the others stay as they were and do not pass for the page\'s', () => {
    const next = carryDraft(startDraft(early, 'cedar'), early, late, { index: 0, key: 'paid' });
    expect(next.claims[0]?.texts).toMatchObject({ status: 'pending', paid: '0.00', patientName: '' });
    expect(next.claims[0]?.edited.sort()).toEqual(['patientName', 'status']);
  });

  it('can be a field that was typed, when it is that very field', () => {
    const typed = typeInto(startDraft(early, null), 0, 'status', 'paid');
    expect(carryDraft(typed, early, late, { index: 0, key: 'status' }).claims[0]).toMatchObject({ texts: { status: 'denied' } });
  });

  it('brings new rows of a list in unchosen, with the old ones as they were', () => {
    const before = page(claim('A1000'), claim('A1001', { paid: found(0) }));
    const now = page(claim('A0999'), claim('A1000'), claim('A1001', { paid: found(500) }), claim('A1002'));
    expect(comparePage(before, now)).toMatchObject({ state: 'changed', values: 1, newRows: 2, says: { 1: { paid: '5.00' } } });
    const chosen = changeClaim(startDraft(before, 'cedar'), 1, (one) => ({ ...one, chosen: true }));
    const next = carryDraft(chosen, before, now, 'all');
    expect(next.claims.map((one) => one.chosen)).toEqual([false, false, true, false]);
    expect(next.claims[2]?.texts['paid']).toBe('5.00');
  });

  it('keeps reference numbers that were typed beside those the page gives by now', () => {
    const withNumber = page(claim('HB7734Q', { references: [{ label: 'Ticket', value: 'T-1' }] }));
    const typed = changeClaim(startDraft(early, null), 0, (one) => ({ ...one, references: [{ label: 'Call', value: 'C-9' }] }));
    expect(carryDraft(typed, early, withNumber, 'all').claims[0]?.references).toEqual([{ label: 'Ticket', value: 'T-1' }, { label: 'Call', value: 'C-9' }]);
  });

  it('finds each of 500 rows again quickly', () => {
    const rows = Array.from({ length: 500 }, (_, at) => claim(`R${10_000 + at}`, { charge: found(at) }));
    const started = performance.now();
    expect(comparePage(page(...rows), page(...[...rows].reverse()))).toEqual({ state: 'same' });
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
