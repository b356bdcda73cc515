import { expect, test } from 'vitest';
import { caseInFocus, dropFromFocus, skipInFocus, skippedBefore, startFocus, workedInFocus } from '../../../rules/queue/focus-run.ts';

test('each case comes once, and what was skipped comes back after all others with the reason it was skipped for', () => {
  let run = startFocus(['a', 'b', 'c']);
  expect(caseInFocus(run)).toBe('a');
  run = skipInFocus(run, 'needs-a-lead');
  expect([caseInFocus(run), run.done]).toEqual(['b', 0]);
  run = workedInFocus(workedInFocus(run));
  expect([caseInFocus(run), skippedBefore(run), run.done]).toEqual(['a', 'needs-a-lead', 2]);
  run = workedInFocus(run);
  expect([caseInFocus(run), run.done, run.total]).toEqual([null, 3, 3]);
});

test('skipped a second time a case is left, and the run ends', () => {
  let run = skipInFocus(startFocus(['a']), 'not-now');
  expect(caseInFocus(run)).toBe('a');
  run = skipInFocus(run, 'payer-closed');
  expect([caseInFocus(run), run.passed, run.done]).toEqual([null, 1, 0]);
});

test('a case that somebody else closed meanwhile is passed over without being counted', () => {
  const run = dropFromFocus(startFocus(['a', 'b']), 'a');
  expect([caseInFocus(run), run.total]).toEqual(['b', 1]);
});
