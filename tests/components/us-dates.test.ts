import { expect, test } from 'vitest';
import { usDates } from '../../components/words/day-words.ts';
import { inSentence } from '../../rules/deadlines/explain-traps.ts';

test.each([
  ['Day 0 is 2026-10-02 (Friday).', 'Day 0 is 10/02/2026 (Friday).'],
  ['which ends February 1, 2027; a refusal', 'which ends 02/01/2027; a refusal'],
  ['2026-02-30 and February 31, 2027 are no days', '2026-02-30 and February 31, 2027 are no days'],
  ['claim 12026-10-022', 'claim 12026-10-022'],
])('dates of a sentence: %s', (text, shown) => expect(usDates(text)).toBe(shown));

test('a name in a sentence keeps its own capitals', () => expect(inSentence('Appeal, level 1: Redetermination (MAC)')).toBe('appeal, level 1: Redetermination (MAC)'));
