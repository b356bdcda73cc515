import { expect, test } from 'vitest';
import { falsehoods } from './falsehoods.ts';

test('labels renamed, columns swapped, rows removed, values blanked, decoys planted: nothing wrong is said', { timeout: 300_000 }, async () => {
  // One seed of each make of page, in all six mutations; `node tests/portals/score-run.ts --count 400 --mutations` runs many more.
  const { told, right, all } = await falsehoods({ from: 60, count: 10, mutations: true });
  const harder = await falsehoods({ from: 10_060, count: 4, mutations: true });
  expect([...told, ...harder.told]).toEqual([]);
  expect(all.length).toBe(70);
  expect(right).toBeGreaterThan(1000);
});

test('claims beside each other, one with few facts or under repeated ids: none is given what another says', { timeout: 300_000 }, async () => {
  // 106: the first claim has only its state; 124: ids repeat from claim to claim; 12014: the first claim says little but its lines.
  const runs: Awaited<ReturnType<typeof falsehoods>>[] = [];
  for (const from of [106, 124, 12_014]) runs.push(await falsehoods({ from, count: 1, mutations: true }));
  expect(runs.flatMap(({ told }) => told)).toEqual([]);
  expect(runs.reduce((sum, { right }) => sum + right, 0)).toBeGreaterThan(300);
});
