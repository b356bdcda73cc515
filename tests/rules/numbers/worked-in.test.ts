import { expect, test } from 'vitest';
import { isPartOnly } from '../../../rules/numbers/worked-in.ts';

test('figures are of a part until the first answer, whatever waits then', () => {
  expect(isPartOnly({ isAnswered: false, due: 0, rows: 5000 })).toBe(true);
  expect(isPartOnly({ isAnswered: true, due: 0, rows: 5000 })).toBe(false);
  expect(isPartOnly({ isAnswered: true, due: 0, rows: 0 })).toBe(false);
});

test('a small practice opened for the first time has figures of a part as well as a large one', () => {
  expect(isPartOnly({ isAnswered: true, due: 20, rows: 0 })).toBe(true);
  expect(isPartOnly({ isAnswered: true, due: 150, rows: 50 })).toBe(true);
  expect(isPartOnly({ isAnswered: true, due: 3000, rows: 2000 })).toBe(true);
});

test('a handful of changed claims takes no figure away, in a small practice and in a large one', () => {
  expect(isPartOnly({ isAnswered: true, due: 1, rows: 20 })).toBe(false);
  expect(isPartOnly({ isAnswered: true, due: 2, rows: 20 })).toBe(true);
  expect(isPartOnly({ isAnswered: true, due: 200, rows: 100_000 })).toBe(false);
  expect(isPartOnly({ isAnswered: true, due: 201, rows: 100_000 })).toBe(true);
});
