import type { ChangeOrigin, ChangeState, NoteKind, ProfileChannel, ProfileStep } from '../../rules/library/library-entry.ts';
import type { ClockStart, FilingParty, LimitUnit, PayerRule } from '../../rules/payers/payer-rule.ts';
import type { SignatureState } from '../../rules/library/pack.ts';
import { clockWords } from './clock-words.ts';
import { wordOf } from './word-of.ts';

/** Words for the practice's own library. */
const noteKinds: Record<NoteKind, string> = { general: 'General', authorization: 'Authorization', modifier: 'Modifier', bundling: 'Bundling' };
const steps: Partial<Record<ProfileStep, string>> = { any: 'Everything', claims: 'Claims', status: 'Status', records: 'Records', authorization: 'Authorization' };
const channels: Record<ProfileChannel, string> = { portal: 'Portal', fax: 'Fax', mail: 'Mail', edi: 'EDI', phone: 'Phone', email: 'Email' };
const units: Record<LimitUnit, string> = { 'calendar-days': 'days', 'business-days': 'business days', months: 'months', years: 'years' };
const starts: Record<ClockStart, string> = {
  'date-of-service': 'the date of service', 'remittance-date': 'the remittance', 'prior-decision-date': 'the decision it disputes', 'notice-receipt': 'receipt of the notice', 'notice-date': 'the date of the notice',
  'eligibility-posted': 'the day eligibility was posted', other: 'an event of its own',
};
const parties: Record<FilingParty, string> = { provider: 'Provider', member: 'Member', 'non-contract-provider': 'Provider without a contract' };
const origins: Record<ChangeOrigin, string> = { edit: 'Edit', pack: 'Pack', radar: 'Seen in a text', undo: 'Undo' };
const states: Record<ChangeState, string> = { proposed: 'Waits for a lead', approved: 'In force', declined: 'Declined' };
const signatures: Record<SignatureState, string> = {
  own: 'Signed by this practice.', known: 'Signed, and the signature is sound.', unknown: 'Signed by a key nobody here knows. The file was not changed since; who made it is not proven.',
  unsigned: 'Not signed. Nobody can say who made this file or whether it was changed on the way.', broken: 'The file was changed after it was signed. It is not taken in.',
};
const fields: Record<string, string> = {
  limit: 'Window', clockStartsFrom: 'Counted from', effectiveFrom: 'In force from', effectiveTo: 'In force until', supersededBy: 'Followed by', source: 'Source', notes: 'Notes', asOf: 'Seen in the source', confidence: 'Certainty', scope: 'Only for', payerAliases: 'Other names',
  lineOfBusiness: 'Kind of plan', actionName: 'Name of the step', action: 'Step', party: 'Who may', state: 'State', checkedOn: 'Checked on', appliesWhen: 'Only when', presumedReceiptDays: 'Days presumed for receipt', mailingDaysAdded: 'Days added for mail', roll: 'When the last day is no business day',
  text: 'Text', title: 'Title', kind: 'Kind', about: 'About', steps: 'Steps', evidence: 'Evidence', who: 'Who', typicalResult: 'Typical result', channels: 'Channels', phones: 'Phones', links: 'Links', forms: 'Forms', documents: 'Documents', fileLimits: 'File limits', claimsPerCall: 'Claims per call',
};

export const noteKindWords = (kind: string) => wordOf(noteKinds, kind);
export const stepWords = (step: string) => (Object.hasOwn(steps, step) ? wordOf(steps, step) : clockWords(step));
export const channelWordsOf = (channel: string) => wordOf(channels, channel);
export const startWords = (start: string) => wordOf(starts, start).replace(/^[A-Z]/u, (letter) => letter.toLowerCase());
export const partyWords = (party: string) => wordOf(parties, party);
export const originWords = (origin: string) => wordOf(origins, origin);
export const changeStateWords = (state: string) => wordOf(states, state);
export const signatureWords = (state: SignatureState) => signatures[state];
export const fieldWords = (field: string) => wordOf(fields, field);

/** `90 days`, `1 year`. */
export function windowWords({ value, unit }: { value: number; unit: string }): string {
  const words = Object.hasOwn(units, unit) ? units[unit as LimitUnit] : unit;
  return `${value} ${value === 1 ? words.replace(/s$/u, '') : words}`;
}
/** `90 days from the remittance`. */
export const ruleWindowWords = ({ limit, clockStartsFrom }: Pick<PayerRule, 'limit' | 'clockStartsFrom'>) => `${windowWords(limit)} from ${startWords(clockStartsFrom)}`;
/** `Appeal: Redetermination (MAC)`. */
export const ruleNameWords = (rule: Pick<PayerRule, 'action' | 'actionName'>) => (rule.actionName === undefined ? clockWords(rule.action) : `${clockWords(rule.action)}: ${rule.actionName}`);

const listed = <T extends string>(table: Record<T, string>) => (Object.keys(table) as T[]).map((value) => ({ value, label: table[value] }));
export const noteKindOptions = listed(noteKinds);
export const channelOptions = listed(channels);
export const unitOptions = listed(units).map(({ value, label }) => ({ value, label: label.charAt(0).toUpperCase() + label.slice(1) }));
export const startOptions = listed(starts).map(({ value, label }) => ({ value, label: label.charAt(0).toUpperCase() + label.slice(1) }));
export const partyOptions = listed(parties);
