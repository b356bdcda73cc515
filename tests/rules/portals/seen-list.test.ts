import { describe, expect, it } from 'vitest';
import { holdsRows, joinRows, pickRows } from '../../../rules/portals/seen-list.ts';
import { blankClaim, blankReading } from '../../../rules/reading/blank-reading.ts';
import type { Reading } from '../../../rules/reading/reading.ts';

const found = <T>(value: T) => ({ value, raw: String(value), label: null, confidence: 'certain' as const });
function list(numbers: readonly number[], status: 'paid' | 'pending' = 'paid', of: number | null = 40): Reading {
  return {
    ...blankReading('portal.example'), kind: 'claim-list', seen: { rows: numbers.length, of },
    claims: numbers.map((at) => ({ ...blankClaim(), claimControlNumber: found(`CLM${1000 + at}`), charge: found(at * 100), status: found(status) })),
    candidates: numbers.map((at, claim) => ({ claim, field: 'paid', values: [found(at)] })),
  };
}
const numbers = (reading: Reading) => reading.claims.map((claim) => Number(claim.claimControlNumber?.value.slice(3)) - 1000);
const whose = (reading: Reading) => reading.candidates.map(({ claim, values }) => [numbers(reading)[claim], values[0]?.value]);

describe('a list somebody scrolls through', () => {
  it('keeps the rows seen before, in the order of the list, and counts them', () => {
    const after = joinRows(joinRows(list([1, 2, 3, 4]), list([3, 4, 5, 6])), list([5, 6, 7, 8]));
    expect(numbers(after)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(after.seen).toEqual({ rows: 8, of: 40 });
  });

  it('puts rows seen on the way back up where they belong', () => {
    expect(numbers(joinRows(list([7, 8, 9]), list([5, 6, 7])))).toEqual([5, 6, 7, 8, 9]);
    // Scrolled past a stretch, and then back into it.
    expect(numbers(joinRows(joinRows(list([1, 2]), list([9, 10])), list([8, 9])))).toEqual([1, 2, 8, 9, 10]);
  });

  it('takes each row as it was seen last', () => {
    const after = joinRows(list([1, 2, 3], 'pending'), list([2, 3, 4], 'paid'));
    expect(after.claims.map((claim) => claim.status?.value)).toEqual(['pending', 'paid', 'paid', 'paid']);
  });

  it('never invents a row, never has one twice, and keeps rivals with their row', () => {
    const after = joinRows(list([4, 5, 6]), list([1, 2, 4, 6, 7]));
    expect(numbers(after).sort((a, b) => a - b)).toEqual([1, 2, 4, 5, 6, 7]);
    for (const [row, rival] of whose(after)) expect(rival).toBe(row);
  });

  it('keeps no more than a person can save at once: those around the rows in view', () => {
    const many = list(Array.from({ length: 30 }, (_, at) => at));
    const after = joinRows(many, list([28, 29, 30, 31]), 10);
    expect(numbers(after)).toEqual([22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);
  });
});

it('leaves out rows that were not in view, with their rivals', () => {
  const seen = pickRows(list([1, 2, 3, 4]), [1, 2]);
  expect(numbers(seen)).toEqual([2, 3]);
  expect(seen.seen).toEqual({ rows: 2, of: 40 });
  expect(whose(seen)).toEqual([[2, 2], [3, 3]]);
});

it('tells a list that grew from another list', () => {
  expect(holdsRows(list([1, 2, 3]), list([1, 2]))).toBe(true);
  expect(holdsRows(list([3, 4]), list([1, 2]))).toBe(false);
});
