import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_WEIGHTS, queueWeights } from '../../../rules/domain/queue-weights.ts';
import { chanceOf, chanceTable, PRIOR_CASES, tallyKey } from '../../../rules/queue/chance.ts';
import { DEFAULT_SCORING, minutesOf, worthOf } from '../../../rules/queue/worth.ts';

test('with no closed cases every second case is taken to be won', () => {
  expect(chanceOf(chanceTable({}), 'acme', 'coding').chance).toBe(0.5);
});

test('few own cases are drawn to the category, many speak for themselves', () => {
  // Others won 30 of 40 coding cases: all = category = (30 + 0.5×8) / 48 = 0.70833; drawn again to itself: (30 + 0.70833×8) / 48 = 0.74306.
  const others = { [tallyKey('borealis', 'coding')]: { won: 30, lost: 10 } };
  const none = chanceOf(chanceTable(others), 'acme', 'coding');
  expect(none.chance).toBeCloseTo(0.74306, 4);
  expect(none.own).toEqual({ won: 0, lost: 0 });
  // One own lost case moves it a little: category is now 30 of 41.
  const one = chanceOf(chanceTable({ ...others, [tallyKey('acme', 'coding')]: { won: 0, lost: 1 } }), 'acme', 'coding');
  expect(one.chance).toBeGreaterThan(0.6);
  expect(one.chance).toBeLessThan(none.chance);
  // Two hundred own lost cases leave next to nothing of the others' luck.
  expect(chanceOf(chanceTable({ ...others, [tallyKey('acme', 'coding')]: { won: 0, lost: 200 } }), 'acme', 'coding').chance).toBeLessThan(0.02);
});

test('a chance is always strictly between never and always, and more wins never lower it', () => {
  fc.assert(fc.property(fc.nat(500), fc.nat(500), (won, lost) => {
    const at = (more: number): number => chanceOf(chanceTable({ [tallyKey('acme', 'coding')]: { won: won + more, lost } }), 'acme', 'coding').chance;
    return at(0) > 0 && at(0) < 1 && at(1) > at(0);
  }));
  expect(PRIOR_CASES).toBeGreaterThan(0);
});

test('worth is value times chance by the minutes of the category', () => {
  // $600 × 50% ÷ 30 minutes = $10 a minute; 2 days × log2(11) = 6.92.
  expect(worthOf({ deniedCents: 60_000, payerKey: 'acme', category: 'documentation' }, DEFAULT_SCORING)).toEqual({ value: 6.92, chance: 0.5, minutes: 30, perMinute: 1000 });
  // A credit is worth nothing, not less than nothing.
  expect(worthOf({ deniedCents: -500, payerKey: 'acme', category: 'coding' }, DEFAULT_SCORING).value).toBe(0);
});

test('a lead sets minutes and what money counts against time', () => {
  const weights = queueWeights.parse({ ...DEFAULT_WEIGHTS, daysPerDoubling: 0, minutes: { coding: 5 } });
  expect(minutesOf(weights, 'coding')).toBe(5);
  expect(minutesOf(weights, 'bundling')).toBe(20);
  expect(worthOf({ deniedCents: 1_000_000, payerKey: 'acme', category: 'coding' }, { ...DEFAULT_SCORING, weights }).value).toBe(0);
  expect(queueWeights.safeParse({ ...DEFAULT_WEIGHTS, minutes: { coding: 0 } }).success).toBe(false);
});
