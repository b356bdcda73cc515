import type { DeadlineAction } from '../../rules/domain/vocabulary.ts';
import { wordOf } from './word-of.ts';

/** Words for the clocks of a claim. */
const actions: Record<DeadlineAction | 'follow-up' | 'records', string> = {
  'timely-filing': 'First filing', 'corrected-claim': 'Corrected claim', reopening: 'Reopening', reconsideration: 'Reconsideration', 'appeal-level-1': 'Appeal', 'appeal-level-2': 'Second appeal',
  'appeal-level-3': 'Third appeal', 'appeal-level-4': 'Fourth appeal', 'appeal-level-5': 'Fifth appeal', 'peer-to-peer': 'Peer to peer', 'external-review': 'External review',
  'follow-up': 'Follow-up', records: 'Records',
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
export const clockKindWords = (kind: string) => wordOf(kinds, kind);
export const confidenceWords = (confidence: string) => wordOf(confidences, confidence);
export const clockOptions = (Object.keys(actions) as (keyof typeof actions)[]).filter((action): action is DeadlineAction => action !== 'follow-up' && action !== 'records').map((value) => ({ value, label: actions[value] }));
