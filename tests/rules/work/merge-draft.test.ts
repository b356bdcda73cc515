import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDraft } from '../../../rules/work/merge-draft.ts';

describe('a draft in two windows', () => {
  it('takes each window\'s own fields', () => expect(mergeDraft({ a: '1', b: 'panel' }, { a: { was: '1', now: '2' } })).toEqual({ a: '2', b: 'panel' }));
  it('keeps both words where both wrote into the same field', () => expect(mergeDraft({ note: 'from the panel' }, { note: { was: '', now: 'from the desk' } })).toEqual({ note: 'from the desk', typedElsewhere: ['from the panel'] }));
  it('does not take a word typed on for two people', () => expect(mergeDraft({ note: 'Da' }, { note: { was: '', now: 'Dana' } })).toEqual({ note: 'Dana' }));
  it('joins moments and claims, and lets go of what one window took away', () => expect(mergeDraft({ list: [1, 2, 3] }, { list: { was: [1, 2], now: [2, 4] } })).toEqual({ list: [2, 3, 4] }));
  it('merges answers one by one', () => expect(mergeDraft({ answers: { a: 'x', b: 'y' } }, { answers: { was: { a: 'x' }, now: { a: 'x', c: 'z' } } })).toEqual({ answers: { a: 'x', b: 'y', c: 'z' } }));
  it('loses no word of two windows, in whatever order they are written', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/u);
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), word), fc.dictionary(fc.constantFrom('a', 'b', 'c'), word), (one, other) => {
      const changes = (fields: Record<string, string>) => Object.fromEntries(Object.entries(fields).map(([key, now]) => [key, { was: '', now }]));
      const all = JSON.stringify(mergeDraft(mergeDraft({}, changes(one)), changes(other)));
      for (const text of [...Object.values(one), ...Object.values(other)]) expect(all).toContain(text);
    }));
  });
});
