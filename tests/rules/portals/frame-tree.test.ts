import { expect, test } from 'vitest';
import { parentsOf } from '../../../rules/portals/frame-tree.ts';

test('each frame counts to the frame it stands in, however deep', () => {
  const parents = parentsOf(new Map([[0, []], [4, [0]], [7, [1]], [9, [1, 0]], [12, [1, 0, 2]]]));
  expect([...parents]).toEqual([[0, null], [4, 0], [7, 0], [9, 7], [12, 9]]);
});

test('a frame of a host we may not enter is passed over: what stands in it counts to the nearest around it', () => {
  expect(parentsOf(new Map([[0, []], [9, [1, 0]]])).get(9)).toBe(0);
});

test('of two frames in shadow roots, whose places nobody can tell apart, neither is taken for the parent', () => {
  const parents = parentsOf(new Map([[0, []], [3, [-1]], [5, [-1]], [8, [-1, 0]]]));
  expect(parents.get(8)).toBeUndefined();
  expect(parents.get(3)).toBe(0);
});
