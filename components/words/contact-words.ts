import type { Channel, ContactOutcome, NoReferenceReason } from '../../rules/domain/vocabulary.ts';
import { wordOf } from './word-of.ts';

/** Words for contacts with a payer. The order of the outcomes is the order in which they are offered. */
const channels: Record<Channel, string> = {
  phone: 'Phone', ivr: 'Phone menu', 'portal-message': 'Portal message', chat: 'Chat', fax: 'Fax', letter: 'Letter', email: 'E-mail', 'peer-to-peer': 'Peer to peer',
};
const outcomes: Record<ContactOutcome, string> = {
  'in-process': 'In process', 'in-process-overdue': 'In process, past the usual time', denied: 'Denied, confirmed', rejected: 'Rejected', 'sent-for-reprocessing': 'Sent for reprocessing',
  'records-requested': 'Records requested', 'cob-update-needed': 'Other insurance update needed', 'set-to-pay': 'Set to pay', paid: 'Paid', 'patient-share': 'Applied to patient share',
  'claim-not-on-file': 'Claim not on file', 'patient-not-on-file': 'Patient not on file', 'appeal-received': 'Appeal received', 'appeal-in-review': 'Appeal in review',
  'appeal-upheld': 'Appeal: denial upheld', 'appeal-overturned': 'Appeal: overturned', 'appeal-partly-overturned': 'Appeal: partly overturned', 'closed-by-payer': 'Closed by payer',
  transferred: 'Transferred', refused: 'Refused to answer', disconnected: 'Disconnected', 'office-closed': 'Office closed',
};
const noReference: Record<NoReferenceReason, string> = {
  'none-issued': 'Payer issues none', 'not-offered': 'Not offered', refused: 'Refused', 'cut-off': 'Call cut off', 'automated-line': 'Automated line',
};

export const channelWords = (channel: string) => wordOf(channels, channel);
export const outcomeWords = (outcome: string) => wordOf(outcomes, outcome);
export const noReferenceWords = (reason: string) => wordOf(noReference, reason);

const listed = <T extends string>(table: Record<T, string>) => (Object.keys(table) as T[]).map((value) => ({ value, label: table[value] }));
export const channelOptions = listed(channels);
export const outcomeOptions = listed(outcomes);
export const noReferenceOptions = listed(noReference);
