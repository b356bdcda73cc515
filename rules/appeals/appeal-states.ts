import type { AppealLevel, AppealState } from '../domain/appeal.ts';
import { APPEAL_LEVELS, ENDED_STATES } from '../domain/appeal.ts';

/**
 * Which state may follow which. Forward, except that a packet goes back to its author (`in-review`, `ready` to `draft`) and that
 * information may be asked for more than once. `external-review` is where an outside reviewer has it, in place of the payer.
 */
const NEXT: Readonly<Record<AppealState, readonly AppealState[]>> = {
  draft: ['in-review', 'withdrawn'],
  'in-review': ['ready', 'draft', 'withdrawn'],
  ready: ['sent', 'draft', 'withdrawn'],
  sent: ['receipt-confirmed', 'in-payer-review', 'external-review', 'information-requested', 'upheld', 'overturned', 'partly-overturned', 'withdrawn', 'dismissed'],
  'receipt-confirmed': ['in-payer-review', 'external-review', 'information-requested', 'upheld', 'overturned', 'partly-overturned', 'withdrawn', 'dismissed'],
  'in-payer-review': ['information-requested', 'upheld', 'overturned', 'partly-overturned', 'withdrawn', 'dismissed'],
  'external-review': ['information-requested', 'upheld', 'overturned', 'partly-overturned', 'withdrawn', 'dismissed'],
  'information-requested': ['in-payer-review', 'external-review', 'upheld', 'overturned', 'partly-overturned', 'withdrawn', 'dismissed'],
  upheld: ['closed'],
  'partly-overturned': ['closed'],
  overturned: ['closed'],
  withdrawn: ['closed'],
  dismissed: ['closed'],
  closed: [],
};

/** The states that may follow. Only an external review goes to an outside reviewer. */
export function nextStates(state: AppealState, level: AppealLevel): readonly AppealState[] {
  return NEXT[state].filter((next) => (level === 'external-review' ? next !== 'in-payer-review' : next !== 'external-review'));
}

export function mayFollow(from: AppealState, to: AppealState, level: AppealLevel): boolean {
  return nextStates(from, level).includes(to);
}

/** Whether the packet may still be changed. */
export function isEditable(state: AppealState): boolean {
  return state === 'draft' || state === 'in-review' || state === 'ready';
}

/**
 * Whether somebody still has to do something: also a level that was upheld, or won only in part, until the next level is open
 * or a person has written down why it ends there.
 */
export function isOpenAppeal(state: AppealState): boolean {
  return !ENDED_STATES.includes(state);
}

/** The levels after this one, nearest first. Which of them exists for a claim is for the clocks to say. */
export function levelsAfter(level: AppealLevel): readonly AppealLevel[] {
  return APPEAL_LEVELS.slice(APPEAL_LEVELS.indexOf(level) + 1);
}
