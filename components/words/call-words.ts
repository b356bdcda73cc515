import type { CallerField } from '../../rules/calls/caller-fields.ts';
import type { CallPhase, ChannelField, ContactAnswer } from '../../rules/domain/contact.ts';
import type { Channel } from '../../rules/domain/vocabulary.ts';
import type { Vagueness } from '../../rules/notes/vague-note.ts';
import { usDates } from './day-words.ts';
import { moneyWords } from './money-words.ts';

const phases: Record<CallPhase, string> = { hold: 'On hold', talk: 'Talking', wrap: 'Wrap-up' };
export const phaseWords = (phase: CallPhase) => phases[phase];

const callerFields: Record<CallerField, string> = {
  npi: 'NPI', 'tax-id': 'Tax ID', 'member-id': 'Member ID', 'birth-date': 'Birth date', 'patient-name': 'Patient', 'service-dates': 'Dates of service', charge: 'Billed', 'claim-number': 'Claim number', 'account-number': 'Account number',
};
export const callerFieldWords = (field: CallerField) => callerFields[field];

const vague: Record<Vagueness, string> = {
  'no-who': 'Nobody is named: who said it?', 'no-detail': 'It does not say what was said: answer a question or write a sentence.', 'no-next-day': 'No day to look again.', someday: 'It puts something off without a day.',
  'nothing-said': 'It says that there was a call, not what came of it.', 'pronoun-payer': '“They said”: name who said it.', 'see-elsewhere': 'It points to another note; say it here.', 'bare-pending': 'Pending for what, and since when?',
};
export const vagueWords = (why: Vagueness) => vague[why];

const channelFields: Record<ChannelField, string> = {
  pages: 'Pages', confirmation: 'Confirmation', tracking: 'Tracking number', carrier: 'Sent with', thread: 'Thread or ticket', subject: 'Subject', 'sent-or-received': 'Sent or received', 'menu-path': 'Keys pressed in the menu',
  'payer-doctor': "Payer's doctor", 'own-doctor': 'Our doctor', specialty: 'Specialty', 'decision-said': 'What was decided',
};
export const channelFieldWords = (field: ChannelField) => channelFields[field];

/** What is written down beside a contact of each kind, and what its number is called. */
export const CHANNEL_FORMS: Record<Channel, { used: string; fields: readonly ChannelField[]; isTimed: boolean; who: string }> = {
  phone: { used: 'Number dialed', fields: ['menu-path'], isTimed: true, who: 'Representative' }, ivr: { used: 'Number dialed', fields: ['menu-path', 'confirmation'], isTimed: true, who: 'Line or menu' },
  'portal-message': { used: 'Portal', fields: ['thread', 'subject', 'sent-or-received'], isTimed: false, who: 'Signed by' }, chat: { used: 'Portal or page', fields: ['thread'], isTimed: true, who: 'Representative' },
  fax: { used: 'Fax number', fields: ['pages', 'confirmation', 'sent-or-received'], isTimed: false, who: 'To or from' }, letter: { used: 'Address', fields: ['carrier', 'tracking', 'sent-or-received'], isTimed: false, who: 'To or from' },
  email: { used: 'E-mail address', fields: ['subject', 'sent-or-received'], isTimed: false, who: 'To or from' }, 'peer-to-peer': { used: 'Number dialed', fields: ['payer-doctor', 'own-doctor', 'specialty', 'decision-said'], isTimed: true, who: 'Arranged with' },
};

/** An answer as a person reads it. `choices`: labels of the question, by value. */
export function answerText(answer: Pick<ContactAnswer, 'kind' | 'value'>, choices: readonly { value: string; label: string }[] = []): string {
  switch (answer.kind) {
    case 'yes-no': return answer.value === 'yes' ? 'Yes' : 'No';
    case 'choice': return choices.find(({ value }) => value === answer.value)?.label ?? answer.value.replaceAll('-', ' ');
    case 'date': return usDates(answer.value);
    case 'amount': return /^-?\d+$/u.test(answer.value) ? moneyWords(Number(answer.value)) : answer.value;
    case 'text': case 'number': return answer.value;
  }
}
