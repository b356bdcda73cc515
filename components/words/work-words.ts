import type { EndReason } from '../../rules/domain/end-reason.ts';
import type { AgeBucket, QueueFilter } from '../../rules/domain/queue-filter.ts';
import type { AuthorizationFault } from '../../rules/work/authorization-match.ts';
import type { WorkKind } from '../../rules/work/case-traits.ts';
import type { Checked, CheckRow, Sayer } from '../../rules/work/mismatch-list.ts';
import { wordOf } from './word-of.ts';

const kinds: Record<WorkKind, string> = { rejection: 'Rejection', denial: 'Denial', pend: 'Pended', 'no-response': 'No response', correction: 'Correction out', appeal: 'Appeal out', recoupment: 'Taken back', other: 'Other' };
const ages: Record<AgeBucket, string> = { '0-30': '0 to 30 days', '31-60': '31 to 60 days', '61-90': '61 to 90 days', '91+': 'Over 90 days' };
const sorts: Record<QueueFilter['sort'], string> = { priority: 'Urgency and worth', 'next-day': 'Next date', 'oldest-touch': 'Longest untouched', oldest: 'Oldest denial', amount: 'Largest amount' };
const unset: Record<NonNullable<QueueFilter['unset']>, string> = { owner: 'No owner', date: 'No day', action: 'No step decided' };
const checked: Record<Checked, string> = { name: 'Name', 'birth-date': 'Birth date', 'member-id': 'Member ID', plan: 'Plan', dates: 'Dates', codes: 'Codes', modifiers: 'Modifiers', units: 'Units', place: 'Place', provider: 'Provider' };
const sayers: Record<Sayer, string> = { remittance: 'Remittance', sent: 'Claim as sent', portal: 'Portal', record: 'Our record' };
const verdicts: Record<CheckRow['verdict'], string> = { same: 'Same', differs: 'Differs', 'one-source': 'One source only', nothing: 'Not found' };
const faults: Record<AuthorizationFault['what'], string> = { number: 'Another number on the claim', member: 'Another member', code: 'Another code', units: 'More units', dates: 'Outside the dates', provider: 'Another provider', place: 'Another place', status: 'Not approved' };
const ends: Record<EndReason, string> = {
  'paid-as-billed': 'Paid as billed', 'paid-after-call': 'Paid after a call', 'paid-after-records': 'Paid after records', 'paid-late': 'Paid late', 'appeal-won': 'Appeal won', 'appeal-partly-won': 'Appeal partly won',
  'peer-talk-won': 'Won in a peer talk', 'payer-corrected-itself': 'The payer corrected itself', 'replacement-paid': 'Replacement paid', 'resubmission-paid': 'Resubmission paid', 'reopening-paid': 'Reopening paid',
  'window-passed': 'Window passed', 'appeal-lost': 'Appeal lost', 'too-small': 'Too small', 'no-authorization': 'No authorization', 'no-records': 'No records', contract: 'By contract', 'not-worth-more-work': 'Not worth more work',
  'patient-share': 'Patient share', 'not-covered-and-told': 'Not covered, patient told', 'coverage-ended': 'Coverage ended', 'duplicate-of-another': 'Duplicate of another', 'other-payer-billed': 'Other payer billed', 'no-denial': 'No denial', merged: 'Merged', other: 'Other',
};

export const kindWords = (kind: string) => wordOf(kinds, kind);
export const checkedWords = (what: string) => wordOf(checked, what);
export const sayerWords = (by: string) => wordOf(sayers, by);
export const verdictWords = (verdict: string) => wordOf(verdicts, verdict);
export const faultOfApprovalWords = (what: string) => wordOf(faults, what);
export const endReasonWords = (reason: string) => wordOf(ends, reason);
const listed = <T extends string>(words: Record<T, string>) => (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }));
export const kindOptions = listed(kinds);
export const ageOptions = listed(ages);
export const sortOptions = listed(sorts);
export const sortWords = (sort: string) => wordOf(sorts, sort);
export const unsetOptions = listed(unset);
export const unsetWords = (what: string) => wordOf(unset, what);
export const ageWords = (age: string) => wordOf(ages, age);
