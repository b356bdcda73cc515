import { expect, test } from 'vitest';
import { falsehoods } from './falsehoods.ts';

test('pages of people who had not read the reader: nothing wrong is said', { timeout: 300_000 }, async () => {
  const { told, right } = await falsehoods({ count: 0, exam: true });
  expect(told).toEqual([]);
  expect(right).toBeGreaterThan(600);
});
