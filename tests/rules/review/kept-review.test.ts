import { describe, expect, it } from 'vitest';
import { blankClaim, blankReading } from '../../../rules/reading/blank-reading.ts';
import type { Reading, ReadingClaim } from '../../../rules/reading/reading.ts';
import { dropSaved, freshReviews, keepReview, keptOfReading, mergeReviews, reapplyReview } from '../../../rules/review/kept-review.ts';
import type { KeptReviews } from '../../../rules/review/kept-review.ts';
import { changeClaim, claimsOfDraft, startDraft, typeInto } from '../../../rules/review/review-draft.ts';

const found = <T>(value: T, raw = String(value)) => ({ value, raw, label: null, confidence: 'certain' as const });
const claim = (number: string, more: Partial<ReadingClaim> = {}): ReadingClaim => ({ ...blankClaim(), claimControlNumber: found(number), ...more });
const page = (...claims: ReadingClaim[]): Reading => ({ ...blankReading('portal.example'), kind: claims.length > 1 ? 'claim-list' : 'claim-detail', claims });
const DAY = 86_400_000;
const nothing: KeptReviews = { claims: [] };

/** What a card gives to be kept, and what a later page gets of it. */
function laterOn(before: Reading, change: (draft: ReturnType<typeof startDraft>) => ReturnType<typeof startDraft>, now: Reading, payerKey: string | null = null) {
  const kept = mergeReviews(nothing, before, keepReview(change(startDraft(before, payerKey)), before, payerKey), 0);
  return reapplyReview(JSON.parse(JSON.stringify(keptOfReading(freshReviews(JSON.parse(JSON.stringify(kept)), DAY), now))), now, payerKey);
}

describe('a card that is opened again', () => {
  const denied = page(claim('HB7734Q', { status: found('denied' as const), paid: found(0), patientName: found('Ottoline Vanterpool') }));
  const paid = page(claim('HB7734Q', { status: found('paid' as const), paid: found(24_000), patientName: found('Ottoline Vanterpool') }));

  it('shows the newest state of the claim, with what was typed in other fields still there', () => {
    const draft = laterOn(denied, (one) => typeInto(one, 0, 'patientControlNumber', 'MINE-1'), paid, 'cedar');
    expect(draft.claims[0]?.texts).toMatchObject({ status: 'paid', paid: '240.00', patientControlNumber: 'MINE-1' });
    const { claims, faults } = claimsOfDraft(draft, paid);
    expect(faults).toEqual([]);
    expect(claims[0]).toMatchObject({ facts: { status: 'paid', paid: 24_000, patientControlNumber: 'MINE-1' }, edited: ['patientControlNumber'] });
  });

  it('offers what was typed into a field of which the page says something new, and does not put it in', () => {
    const typed = typeInto(startDraft(denied, null), 0, 'paid', '12.00');
    const draft = laterOn(denied, () => typed, paid);
    expect(draft.claims[0]).toMatchObject({ texts: { paid: '240.00' }, edited: [], typedBefore: { paid: { text: '12.00', read: '0.00' } } });
    // Typed elsewhere meanwhile: the offer is not lost.
    expect(laterOn(paid, () => typeInto(draft, 0, 'memberId', 'M1'), paid).claims[0]).toMatchObject({ texts: { paid: '240.00', memberId: 'M1' }, typedBefore: { paid: { text: '12.00' } } });
    expect(typeInto(draft, 0, 'paid', '12.00').claims[0]).toMatchObject({ texts: { paid: '12.00' }, edited: ['paid'], typedBefore: {} });
  });

  it('is as the page where the page says by now what was typed', () => {
    expect(laterOn(denied, (one) => typeInto(one, 0, 'paid', '240.00'), paid).claims[0]).toMatchObject({ texts: { paid: '240.00' }, edited: [], typedBefore: {} });
  });

  it('keeps nothing of a claim nobody touched', () => {
    expect(keepReview(startDraft(denied, 'cedar'), denied, 'cedar').claims).toEqual([]);
    expect(keepReview(typeInto(startDraft(denied, null), 0, 'paid', '0.00'), denied, null).claims).toEqual([]);
  });

  it('keeps a chosen payer only while the page names the same one', () => {
    const choose = (one: ReturnType<typeof startDraft>) => ({ ...one, payerKey: 'cedar' });
    expect(laterOn(denied, choose, paid).payerKey).toBe('cedar');
    expect(laterOn(denied, choose, { ...paid, payer: found('Other Health') }).payerKey).toBeNull();
  });

  it('keeps reference numbers a person added, beside those the page gives since', () => {
    const add = (one: ReturnType<typeof startDraft>) => changeClaim(one, 0, (inner) => ({ ...inner, references: [...inner.references, { label: 'Call', value: 'C-88' }] }));
    const now = page(claim('HB7734Q', { references: [{ label: 'Appeal', value: 'A-1', raw: 'A-1' } as ReadingClaim['references'][number]] }));
    expect(laterOn(denied, add, denied).claims[0]?.references).toEqual([{ label: 'Call', value: 'C-88' }]);
    expect(laterOn(denied, add, now).claims[0]?.references).toEqual([{ label: 'Appeal', value: 'A-1' }, { label: 'Call', value: 'C-88' }]);
  });
});

describe('rows of a list', () => {
  const rows = ['AAA-111', 'BBB-222', 'CCC-333'].map((number, index) => claim(number, { charge: found(1000 + index) }));

  it('get back what was typed by their number, whatever their order and company', () => {
    const draft = laterOn(page(...rows), (one) => changeClaim(typeInto(one, 1, 'memberId', 'M-B'), 1, (inner) => ({ ...inner, chosen: true })), page(claim('ZZZ-999'), ...[...rows].reverse()));
    expect(draft.claims.map((one) => [one.texts['claimControlNumber'], one.texts['memberId'], one.chosen])).toEqual([
      ['ZZZ-999', '', false], ['CCC-333', '', false], ['BBB-222', 'M-B', true], ['AAA-111', '', false],
    ]);
  });

  it('of another claim get nothing, though they stand in the same place and count', () => {
    const draft = laterOn(page(...rows), (one) => typeInto(one, 0, 'memberId', 'M-A'), page(claim('DDD-444'), claim('EEE-555'), claim('FFF-666')));
    expect(draft.claims.flatMap((one) => one.edited)).toEqual([]);
  });

  it('that share a number are told apart by the rest, or left alone', () => {
    const twice = [claim('AAA111', { charge: found(100) }), claim('AAA111', { charge: found(200) })];
    const type = (one: ReturnType<typeof startDraft>) => typeInto(one, 1, 'memberId', 'M-2');
    expect(laterOn(page(...twice), type, page(...[...twice].reverse())).claims.map((one) => one.texts['memberId'])).toEqual(['M-2', '']);
    const equal = [claim('AAA111'), claim('AAA111')];
    expect(laterOn(page(...equal), type, page(...equal)).claims.flatMap((one) => one.edited)).toEqual([]);
  });

  it('without any number of their own match only where name, day and charge do', () => {
    const bare = (name: string, day: string) => ({ ...blankClaim(), patientName: found(name), serviceFrom: found(day), charge: found(500) });
    const type = (one: ReturnType<typeof startDraft>) => typeInto(one, 0, 'claimControlNumber', 'TYPED1');
    expect(laterOn(page(bare('Ana Brook', '2026-01-02')), type, page(bare('Ana Brook', '2026-01-02'))).claims[0]?.texts['claimControlNumber']).toBe('TYPED1');
    expect(laterOn(page(bare('Ana Brook', '2026-01-02')), type, page(bare('Ana Brook', '2026-01-09'))).claims[0]?.texts['claimControlNumber']).toBe('');
    expect(laterOn(page(blankClaim()), type, page(blankClaim())).claims[0]?.texts['claimControlNumber']).toBe('');
  });
});

describe('what is kept of a portal', () => {
  const typed = (number: string) => {
    const reading = page(claim(number));
    return { reading, review: keepReview(typeInto(startDraft(reading, null), 0, 'memberId', 'M1'), reading, null) };
  };

  it('keeps the words about other pages, replaces those about this one, drops what was saved', () => {
    const [one, two] = [typed('AAA111'), typed('BBB222')];
    const both = mergeReviews(mergeReviews(nothing, one.reading, one.review, 1), two.reading, two.review, 2);
    expect(both.claims).toHaveLength(2);
    expect(mergeReviews(both, two.reading, { claims: [] }, 3).claims.map(({ identity }) => identity.claimControlNumber)).toEqual(['AAA111']);
    expect(dropSaved(both, one.reading, [0]).claims.map(({ identity }) => identity.claimControlNumber)).toEqual(['BBB222']);
    expect(dropSaved(both, one.reading, [4, -1]).claims).toHaveLength(2);
  });

  it('ends after two weeks, and never grows without end', () => {
    const { reading, review } = typed('AAA111');
    const kept = mergeReviews(nothing, reading, review, 0);
    expect(freshReviews(kept, 13 * DAY).claims).toHaveLength(1);
    expect(freshReviews(kept, 14 * DAY).claims).toEqual([]);
    let many = nothing;
    for (let n = 0; n < 400; n += 1) {
      const other = typed(`CLM${n}`);
      const long = keepReview(typeInto(startDraft(other.reading, null), 0, 'patientName', 'x'.repeat(50_000)), other.reading, null);
      many = mergeReviews(many, other.reading, long, n);
    }
    expect(JSON.stringify(many).length).toBeLessThan(330_000);
    expect(many.claims[0]?.identity.claimControlNumber).toBe('CLM399');
  });

  it('of another shape is nothing, and the card opens as the page is', () => {
    const { reading } = typed('AAA111');
    for (const odd of [null, 7, 'x', { claims: [{}] }, { payerKey: null, claims: [{ index: 0, texts: { paid: '1.00' } }] }]) {
      expect(freshReviews(odd, 0)).toEqual(nothing);
      expect(reapplyReview(odd, reading, 'cedar')).toEqual(startDraft(reading, 'cedar'));
    }
  });
});
