import type { Dimension, NumbersFilter } from '../../rules/numbers/dimensions.ts';
import type { ChangeEffect } from '../../rules/prevention/change-effect.ts';
import type { Pattern } from '../../rules/prevention/patterns.ts';
import type { PreventionEntry, PreventionRecord } from '../../rules/prevention/prevention-record.ts';
import { withoutIdentifiers } from '../../rules/prevention/without-identifiers.ts';
import { dayOfIso, numericDay } from './day-words.ts';
import { originWords } from './denial-words.ts';
import { moneyWords } from './money-words.ts';
import { claimCount, dimensionWords } from './numbers-words.ts';
import { wordOf } from './word-of.ts';

/** Words of patterns, changes and notes to other departments. */
type NameOf = (dimension: Dimension, value: string) => string;
export const filterWords = (filter: NumbersFilter, nameOf: NameOf): string => (Object.keys(filter).length === 0 ? 'All denials' : Object.entries(filter).map(([dimension, value]) => nameOf(dimension as Dimension, value)).join(', '));
export const kindWords: Record<Pattern['kind'], string> = { new: 'New', rising: 'Rising', spreading: 'Spreading' };

const states: Record<string, string> = { fine: 'In order', open: 'Open', mended: 'Mended', done: 'Done', dropped: 'Dropped', running: 'Running', kept: 'Kept', adjusted: 'Adjusted', retired: 'Retired', current: 'Current' };
export const stateWords = (state: string): string => wordOf(states, state);
const checks: Record<string, string> = { eligibility: 'Eligibility', benefits: 'Benefits', authorization: 'Authorization', referral: 'Referral', 'other-coverage': 'Other coverage' };
export const checkWords = (kind: string): string => wordOf(checks, kind);

/** What was found, with what it is held against. */
export function patternWords(pattern: Pattern, nameOf: NameOf): string {
  const where = pattern.by === null ? '' : ` across ${pattern.values.length} ${dimensionWords(pattern.by).toLowerCase()}s (${pattern.values.map((value) => nameOf(pattern.by ?? 'payer', value)).join(', ')})`;
  return `${claimCount(pattern.recent)} in the last 4 weeks${where}, where ${pattern.base === 0 ? 'none came in the half year before' : `about ${Math.max(0.1, pattern.expected).toFixed(1)} would be usual`}; ${moneyWords(pattern.recentCents)} denied.`;
}
export const chanceWords = (chance: number): string => (chance < 0.0001 ? 'less than 1 in 10,000' : `about 1 in ${Math.max(1, Math.round(1 / chance)).toLocaleString('en-US')}`);

const reasons: Record<ChangeEffect['why'], string> = {
  running: 'It runs until its review day.', 'too-few': 'Too few claims to say anything.', fell: 'The pattern fell more than the other denials did.', 'not-followed': 'No clear fall, and the step was not always followed: mend that first.',
  'rule-moved': 'No clear fall, and the payer changed its rule: the step must follow it.', unclear: 'No clear fall, but one by half is not ruled out either: let it run on and look again.', 'no-change': 'The step was followed and the pattern did not fall: it only costs effort.', rose: 'The pattern rose although the step was followed.',
};
const suggestions: Record<ChangeEffect['suggestion'], string> = { 'too-early': 'Too early to say', keep: 'Keep', adjust: 'Adjust', retire: 'Retire' };
export const effectWords = (effect: ChangeEffect): { title: string; text: string } => ({ title: suggestions[effect.suggestion], text: reasons[effect.why] });

export type SendBack = { to: string; pattern: string; claims: number | null; payer: string; action: string; by: number | null; from: string; reference: string };

/** A task for another department: what keeps coming and what is asked for, without a patient or a number of a claim. */
export function sendBackNote(task: SendBack): string {
  return [
    `To: ${task.to}`, `What keeps coming: ${withoutIdentifiers(task.pattern)}${task.payer === '' ? '' : ` (${task.payer})`}${task.claims === null ? '' : `, ${claimCount(task.claims)} in the last 4 weeks`}`, `What we ask for: ${withoutIdentifiers(task.action)}`,
    ...(task.by === null ? [] : [`By: ${numericDay(task.by)}`]), `Ask: ${task.from}. Reference: ${task.reference}`, 'No patient is named here on purpose. Ask us for the claims.',
  ].join('\n');
}

const fields: Record<string, string> = {
  cause: 'Cause', payerKey: 'Payer', category: 'Reason', team: 'Team', action: 'What is done', ownerId: 'Owner', dueOn: 'Due', result: 'Result', state: 'State', what: 'What', why: 'Why', filter: 'For', startOn: 'Starts', reviewOn: 'Looked at again',
  followed: 'Followed', payerRuleMoved: 'Payer changed its rule', reason: 'Decision because', on: 'On', about: 'Account', representative: 'Who answered', reference: 'Reference', noReferenceReason: 'No reference because', exception: 'What is open',
};
export type EarlierState = { atMs: number; by: string; was: { field: string; before: string; after: string }[] };

/** What each change of a record changed, the newest first, with who made it. */
export function earlierStates({ record, history, atMs, userId }: Pick<PreventionEntry, 'record' | 'history' | 'atMs' | 'userId'>, nameOf: NameOf): EarlierState[] {
  const versions = [...history, { record, atMs, userId }];
  return versions.slice(1).map((after, at): EarlierState => {
    const before = versions[at]?.record;
    return { atMs: after.atMs, by: nameOf('owner', after.userId), was: before === undefined ? [] : differences(before, after.record, nameOf) };
  }).reverse();
}

function differences(before: PreventionRecord, after: PreventionRecord, nameOf: NameOf): EarlierState['was'] {
  const old: Record<string, unknown> = before;
  return Object.entries(after).filter(([field, value]) => JSON.stringify(old[field]) !== JSON.stringify(value))
    .map(([field, value]) => ({ field: wordOf(fields, field), before: fieldWords(field, old[field], nameOf), after: fieldWords(field, value, nameOf) }));
}

function fieldWords(field: string, value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return filterWords(value, nameOf);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field) {
    case 'payerKey': return nameOf('payer', text);
    case 'category': return nameOf('reason', text);
    case 'ownerId': return nameOf('owner', text);
    case 'team': return originWords(text);
    case 'state': return stateWords(text);
    case 'followed': case 'noReferenceReason': return wordOf({}, text).toLowerCase();
    case 'what': return checks[text] ?? text;
    case 'dueOn': case 'startOn': case 'reviewOn': case 'on': return numericDay(dayOfIso(text) ?? 0);
    default: return text;
  }
}
