import { fieldName } from '../../rules/team/field-name.ts';
import type { AdditionKind } from '../../rules/team/case-document.ts';
import { errorWords } from './error-words.ts';
import { factWords } from './fact-words.ts';

/** Words about hand-over files and about values that two computers wrote. */
const faults: Partial<Record<string, string>> = {
  'not-a-bundle': 'This is not a hand-over file of Overturn.', 'a-backup': 'This is a backup, not a hand-over file. Backups are checked and restored under Backup.',
  'newer-form': 'A newer Overturn made this file. Update the extension here, then try again.', 'wrong-passphrase': 'That is not the passphrase of this file. The file itself is not damaged as far as can be seen.',
  'cut-off': 'The end of this file is missing. It was probably not copied to its end.', appended: 'Something stands after the end of this file. It was changed after it was made.',
  damaged: 'This file is damaged: some of its bytes are not those that were written.', incomplete: 'This file does not hold what it says. Ask for a new one.',
  'not-signed': 'A part of this file is not signed by whom it says it is from. Do not use it, and ask the sender.',
};
export const bundleFaultWords = (code: string) => `${faults[code] ?? errorWords(code)} Nothing was taken in.`;

/** To whoever is no lead, of a file whose key or practice nobody knows here yet. */
export const LEAD_FIRST = 'A lead has to take in the first file from a new computer.';

/** Refusals of the commands, in this page's words. */
export function handoverErrorWords({ code, field }: { code: string; field?: string }): string {
  if (code === 'role-forbids' && field === 'signerName') return LEAD_FIRST;
  if (code === 'role-forbids') return 'You may give away cases of your own. A lead may give away any.';
  if (field === 'sensitive') return 'All of these cases are marked sensitive. They stay here.';
  if (field === 'client') return 'This is work of another client. Switch to that client, then take it in there.';
  if (code === 'bad-request' && field === 'signerName') return 'Say whose key it is first.';
  if (code === 'changed-meanwhile') return 'Somebody decided this meanwhile, or a case was marked sensitive. Look again.';
  return errorWords(code);
}

const fields: Partial<Record<string, string>> = {
  state: 'Where the case stands', owner: 'Owner', payerKey: 'Payer', nextAction: 'Next step', followUpDay: 'Look again', snoozedUntilDay: 'Snoozed until', classification: 'Kind of denial', nextPayer: 'Next payer', patientBirthDate: 'Birth date',
  overrides: 'Date set by hand', submissions: 'Submission', letters: 'Letter', rootCauses: 'Root cause', references: 'Reference', promise: 'Promise', note: 'Note to post', asks: 'Question to a colleague', unanswered: 'Not answered in time',
};
/** A field of a case by its path. */
export function fieldWords(path: string): string {
  const name = fieldName(path);
  const [first = '', second = ''] = name.split(' ');
  if (first === 'appeal' || first === 'correction') return `${first === 'appeal' ? 'Appeal' : 'Correction'}: ${second.replaceAll(/([A-Z])/gu, ' $1').toLowerCase()}`;
  return fields[name] ?? factWords(name);
}

const kinds: Record<AdditionKind, [string, string]> = {
  event: ['timeline entry', 'timeline entries'], look: ['look at the claim', 'looks at the claim'], contact: ['contact', 'contacts'], note: ['note to post', 'notes to post'], promise: ['promise', 'promises'], appeal: ['appeal', 'appeals'],
  correction: ['correction', 'corrections'], document: ['document', 'documents'],
};
/** `2 contacts, 1 promise`; empty where nothing was added. */
export function addedWords(added: Partial<Record<AdditionKind, number>>): string {
  return Object.entries(kinds).flatMap(([kind, [one, many]]) => {
    const count = added[kind as AdditionKind] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  }).join(', ');
}
export const casesWords = (count: number) => (count === 1 ? '1 case' : `${count.toLocaleString('en-US')} cases`);
