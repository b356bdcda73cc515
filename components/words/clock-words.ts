import { LETTER_KINDS } from '../../rules/domain/vocabulary.ts';
import type { DeadlineAction, LetterKind } from '../../rules/domain/vocabulary.ts';
import { wordOf } from './word-of.ts';

/** Words for the clocks of a claim. */
const actions: Record<DeadlineAction | 'follow-up' | 'records' | LetterKind | 'next-payer' | 'find-date', string> = {
  'timely-filing': 'First filing', 'corrected-claim': 'Corrected claim', reopening: 'Reopening', reconsideration: 'Reconsideration', 'appeal-level-1': 'Appeal', 'appeal-level-2': 'Second appeal',
  'appeal-level-3': 'Third appeal', 'appeal-level-4': 'Fourth appeal', 'appeal-level-5': 'Fifth appeal', 'peer-to-peer': 'Peer to peer', 'external-review': 'External review',
  'follow-up': 'Follow-up', records: 'Records', 'records-request': 'Records asked for', 'recoupment-demand': 'Demand to repay', 'refund-request': 'Refund request', 'overpayment-found': 'Overpayment found',
  'next-payer': 'Next payer', 'find-date': 'Find its date',
};
const undated: Record<string, string> = {
  needs: 'Fact missing for the date', 'unknown-payer': 'No rules for this payer', unverified: 'Rule not verified', conflict: 'Sources disagree', 'no-rule': 'No rule on file',
};
const kinds: Record<string, string> = {
  dated: 'Dated', needs: 'A fact is missing', conflict: 'Sources disagree', unverified: 'Only an unverified rule', unknown: 'No rule on file', 'not-open': 'Not open yet', stopped: 'Stopped',
};
const confidences: Record<string, string> = { high: 'Checked against the source', medium: 'From the source, please confirm', low: 'Not verified' };

export const clockWords = (action: string) => wordOf(actions, action);
export const undatedWords = (why: string) => (why === '' ? 'No date known' : wordOf(undated, why));
/** Beside "Correct and resubmit" where its day is not known, so that another clock's day is not read as it. */
export const correctionWindowWords = (state: 'needs' | 'not-known', isRejection: boolean) => `${isRejection ? actions['timely-filing'] : actions['corrected-claim']}: ${state === 'needs' ? 'one answer is missing for its date' : 'window not known'}`;
export const clockKindWords = (kind: string) => wordOf(kinds, kind);
export const confidenceWords = (confidence: string) => wordOf(confidences, confidence);
const inOrder: readonly DeadlineAction[] = ['timely-filing', 'corrected-claim', 'reopening', 'reconsideration', 'appeal-level-1', 'appeal-level-2', 'appeal-level-3', 'appeal-level-4', 'appeal-level-5', 'peer-to-peer', 'external-review'];
export const clockOptions = inOrder.map((value) => ({ value, label: actions[value] }));
export const letterOptions = LETTER_KINDS.map((value) => ({ value, label: actions[value] }));
