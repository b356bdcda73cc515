import { describe, expect, it } from 'vitest';
import { isEditable, isOpenAppeal, levelsAfter, mayFollow, nextStates } from '../../../rules/appeals/appeal-states.ts';
import { APPEAL_STATES } from '../../../rules/domain/appeal.ts';

describe('the states of an appeal', () => {
  it('a packet is checked before it is ready, and ready before it is sent', () => {
    expect(mayFollow('draft', 'in-review', 'appeal-level-1')).toBe(true);
    expect(mayFollow('draft', 'ready', 'appeal-level-1')).toBe(false);
    expect(mayFollow('draft', 'sent', 'appeal-level-1')).toBe(false);
    expect(mayFollow('in-review', 'sent', 'appeal-level-1')).toBe(false);
    expect(mayFollow('ready', 'sent', 'appeal-level-1')).toBe(true);
  });
  it('goes back to its author until it is sent, and never after', () => {
    expect(APPEAL_STATES.filter((state) => mayFollow(state, 'draft', 'appeal-level-1'))).toEqual(['in-review', 'ready']);
    expect(APPEAL_STATES.filter(isEditable)).toEqual(['draft', 'in-review', 'ready']);
  });
  it('an outside reviewer has only an external review', () => {
    expect(nextStates('sent', 'external-review')).toContain('external-review');
    expect(nextStates('sent', 'external-review')).not.toContain('in-payer-review');
    expect(nextStates('sent', 'appeal-level-1')).not.toContain('external-review');
  });
  it('stays open when it was lost, until the next level or a written stop closes it', () => {
    expect(isOpenAppeal('upheld')).toBe(true);
    expect(isOpenAppeal('partly-overturned')).toBe(true);
    expect(isOpenAppeal('overturned')).toBe(true);
    expect(isOpenAppeal('closed')).toBe(false);
    expect(nextStates('upheld', 'appeal-level-2')).toEqual(['closed']);
    expect(nextStates('closed', 'appeal-level-2')).toEqual([]);
  });
  it('every state can be reached from a draft', () => {
    const reached = new Set(['draft']);
    for (let n = -1; n !== reached.size;) {
      n = reached.size;
      for (const state of APPEAL_STATES) if (reached.has(state)) for (const level of ['appeal-level-1', 'external-review'] as const) for (const next of nextStates(state, level)) reached.add(next);
    }
    expect([...reached].sort()).toEqual([...APPEAL_STATES].sort());
  });
  it('knows the levels that come after one', () => {
    expect(levelsAfter('appeal-level-5')).toEqual(['external-review']);
    expect(levelsAfter('external-review')).toEqual([]);
  });
});
