import type { CaseState, NextAction, Resolution, Role } from '../../rules/domain/vocabulary.ts';
import type { ClaimStatus } from '../../rules/reading/reading.ts';
import { wordOf } from './word-of.ts';

/** Words for where a case stands, what is done next, how it ended, and what the payer says of the claim. */
const states: Record<CaseState, string> = {
  identified: 'New', working: 'Working', 'correction-sent': 'Correction sent', 'records-sent': 'Records sent', 'appeal-sent': 'Appeal sent',
  'waiting-on-payer': 'Waiting on payer', 'not-workable': 'Not workable now', resolved: 'Resolved',
};
const nextActions: Record<NextAction, string> = {
  review: 'Review', 'call-payer': 'Call payer', 'correct-and-resubmit': 'Correct and resubmit', 'send-records': 'Send records', appeal: 'Appeal',
  'bill-other-payer': 'Bill other payer', 'bill-patient': 'Bill patient', 'write-off': 'Write off', 'ask-practice': 'Ask the practice', 'check-status': 'Check status', 'wait-for-payer': 'Wait for payer',
};
const resolutions: Record<Resolution, string> = {
  paid: 'Paid', overturned: 'Overturned on appeal', 'corrected-paid': 'Paid after correction', 'written-off': 'Written off', 'patient-billed': 'Billed to patient', closed: 'Closed',
};
const statuses: Record<ClaimStatus, string> = {
  paid: 'Paid', 'partially-denied': 'Partly denied', denied: 'Denied', pending: 'Pending', rejected: 'Rejected', reversed: 'Reversed', 'information-requested': 'Information requested',
  acknowledged: 'Acknowledged', forwarded: 'Forwarded', 'not-found': 'Not on file', finalized: 'Finalized',
};
const roles: Record<Role, string> = { biller: 'Biller', lead: 'Lead', auditor: 'Auditor' };

export const caseStateWords = (state: string) => wordOf(states, state);
export const nextActionWords = (action: string) => wordOf(nextActions, action);
export const resolutionWords = (outcome: string) => wordOf(resolutions, outcome);
export const claimStatusWords = (status: string) => (status === '' ? 'Status not known' : wordOf(statuses, status));
export const roleWords = (role: string) => wordOf(roles, role);

const listed = <T extends string>(table: Record<T, string>) => (Object.keys(table) as T[]).map((value) => ({ value, label: table[value] }));
export const nextActionOptions = listed(nextActions);
export const resolutionOptions = listed(resolutions);
export const claimStatusOptions = listed(statuses);
