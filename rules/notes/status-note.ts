import type { CaseFile } from '../work/case-file.ts';
import { NO_DAY, fromDayNumber } from '../domain/day-number.ts';
import { adjustmentText, moneyText } from '../work/fact-text.ts';
import { visibleText } from '../work/visible-text.ts';

/** `03/09/2026`, as practice systems in the US write it. */
function usDate(iso: string): string {
  return `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)}`;
}

const CHANNELS: Readonly<Record<string, string>> = {
  phone: 'Called', ivr: 'Automated line', 'portal-message': 'Portal message', chat: 'Chat', fax: 'Fax', letter: 'Letter', email: 'E-mail', 'peer-to-peer': 'Peer-to-peer call',
};
const OUTCOMES: Readonly<Record<string, string>> = {
  'patient-not-on-file': 'patient not on file', 'claim-not-on-file': 'claim not on file', 'in-process': 'in process', 'in-process-overdue': 'in process beyond the usual time', 'set-to-pay': 'set to pay',
  paid: 'paid', 'patient-share': 'applied to patient share', rejected: 'rejected', denied: 'denied', 'cob-update-needed': 'COB update needed', 'records-requested': 'records requested',
  'sent-for-reprocessing': 'sent for reprocessing', 'appeal-received': 'appeal received', 'appeal-in-review': 'appeal in review', 'appeal-upheld': 'appeal upheld', 'appeal-overturned': 'appeal overturned',
  'appeal-partly-overturned': 'appeal partly overturned', 'closed-by-payer': 'closed by payer', transferred: 'transferred', refused: 'refused to help', disconnected: 'disconnected', 'office-closed': 'office closed',
};
const NO_REFERENCE: Readonly<Record<string, string>> = { 'not-offered': 'not offered', refused: 'refused', 'cut-off': 'call cut off', 'automated-line': 'automated line', 'none-issued': 'none issued' };
const SENT: Readonly<Record<string, string>> = { records: 'Records', reconsideration: 'Reconsideration', 'corrected-claim': 'Corrected claim', 'timely-filing': 'Claim', reopening: 'Reopening request', 'peer-to-peer': 'Peer-to-peer request', 'external-review': 'External review request' };
const ACTIONS: Readonly<Record<string, string>> = {
  review: 'review', 'call-payer': 'call payer', 'correct-and-resubmit': 'correct and resubmit', 'send-records': 'send records', appeal: 'appeal', 'bill-other-payer': 'bill other payer',
  'bill-patient': 'bill patient', 'write-off': 'write off', 'check-status': 'check status', 'wait-for-payer': 'wait for payer',
};
const STATUSES: Readonly<Record<string, string>> = {
  paid: 'Paid', 'partially-denied': 'Partly denied', denied: 'Denied', pending: 'Pending', rejected: 'Rejected', reversed: 'Reversed', 'information-requested': 'Information requested',
  acknowledged: 'Acknowledged', forwarded: 'Forwarded', 'not-found': 'Not on file', finalized: 'Finalized',
};
const ENDS: Readonly<Record<string, string>> = { paid: 'paid', overturned: 'overturned', 'corrected-paid': 'paid after correction', 'written-off': 'written off', 'patient-billed': 'billed to patient', closed: 'closed' };

const wordOf = (table: Readonly<Record<string, string>>, key: string): string => table[key] ?? key.replaceAll('-', ' ');
const sentSteps = (action: string): string => SENT[action] ?? `Appeal level ${action.slice(-1)}`;

/** The text with one full stop at its end and nothing invisible in it. */
function sentence(text: string): string {
  const plain = visibleText(text, 600);
  return plain === '' ? '' : /[.!?]$/u.test(plain) ? plain : `${plain}.`;
}

/**
 * The finished note for the practice's own system: what the payer says, what was done last, with whom and under which
 * number, and what comes next with its dates. One line of plain text without invisible characters; nothing that is not
 * known is in it. `userName` signs it.
 */
export function statusNote(file: CaseFile, today: string, userName: string): string {
  const { facts } = file.sealed;
  const service = facts.serviceFrom === null ? '' : `DOS ${usDate(facts.serviceFrom)}${facts.serviceTo !== null && facts.serviceTo !== facts.serviceFrom ? `-${usDate(facts.serviceTo)}` : ''}`;
  const head = [
    facts.claimControlNumber === null ? '' : `claim ${facts.claimControlNumber}`, file.item.payerName, service,
    facts.charge === null ? '' : `billed ${moneyText(facts.charge)}`, facts.paid === null ? '' : `paid ${moneyText(facts.paid)}`, file.item.deniedCents > 0 ? `denied ${moneyText(file.item.deniedCents)}` : '',
  ].filter((part) => part !== '').join(', ');
  const decidedOn = facts.remittanceOn ?? facts.finalizedOn;
  const status = facts.status === null ? 'Status not known' : `${wordOf(STATUSES, facts.status)}${decidedOn === null ? '' : ` ${usDate(decidedOn)}`}`;
  return [
    `${usDate(today)} ${visibleText(userName)}:`, sentence(`${status}: ${head}`), sentence(reasons(file)), sentence(lastContact(file)), sentence(lastSent(file)), sentence(next(file)),
  ].filter((part) => part !== '').join(' ');
}

function reasons(file: CaseFile): string {
  const { facts } = file.sealed;
  const codes = [...new Set([...facts.adjustments, ...facts.lines.flatMap((line) => line.adjustments)].filter(({ groupCode, carc }) => !(groupCode === 'CO' && carc === '45')).map(adjustmentText))];
  const remarks = [...new Set([...facts.rarcs, ...facts.lines.flatMap((line) => line.rarcs)])];
  const all = [...codes, ...remarks].slice(0, 8);
  const lead = file.explanation.summary.split(/(?<=\.)\s/u)[0] ?? '';
  return all.length === 0 ? '' : `${all.join(', ')}${lead === '' ? '' : `: ${lead}`}`;
}

function lastContact(file: CaseFile): string {
  const last = [...file.contacts].sort((a, b) => b.startedAtMs - a.startedAtMs)[0];
  if (last === undefined) return '';
  const number = last.reference === null ? `no reference (${wordOf(NO_REFERENCE, last.noReferenceReason ?? 'none-issued')})` : `ref ${last.reference}`;
  return [
    `${wordOf(CHANNELS, last.channel)}${last.on === undefined ? '' : ` ${usDate(last.on)}`}${last.representative === '' ? '' : `, ${last.representative}`}, ${number}: ${wordOf(OUTCOMES, last.outcome)}`,
    last.promise === '' ? '' : `${last.promise}${last.promisedFor === null ? '' : ` by ${usDate(last.promisedFor)}`}`,
    last.promise === '' && last.promisedFor !== null ? `promised for ${usDate(last.promisedFor)}` : '', last.note,
  ].filter((part) => part !== '').map((part) => part.replace(/[.;]+$/u, '')).join('; ');
}

function lastSent(file: CaseFile): string {
  const last = [...file.sealed.submissions].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.atMs - a.atMs))[0];
  if (last === undefined) return '';
  const number = last.confirmation === null ? `no confirmation${last.noConfirmationReason === null ? '' : ` (${last.noConfirmationReason})`}` : `confirmation ${last.confirmation}`;
  return `${sentSteps(last.action)} sent ${usDate(last.on)} by ${last.channel}, ${number}${last.decision === undefined ? '' : `, ${last.decision.outcome.replace('-', ' ')}${last.decision.on === null ? '' : ` ${usDate(last.decision.on)}`}`}`;
}

function next(file: CaseFile): string {
  const { item, sealed } = file;
  if (!item.open) return sealed.resolution === null ? 'Closed' : `Closed: ${wordOf(ENDS, sealed.resolution.outcome)}${sealed.resolution.recoveredCents === null ? '' : `, ${moneyText(sealed.resolution.recoveredCents)} recovered`}`;
  const clock = file.clocks.find((one) => one.kind === 'dated' && one.safe !== null && item.safeDay !== NO_DAY && one.safe === fromDayNumber(item.safeDay).toString());
  return [
    `Next: ${wordOf(ACTIONS, item.nextAction)}`,
    clock?.safe == null ? '' : `${clock.name.toLowerCase()} by ${usDate(clock.safe)}${clock.due !== null && clock.due !== clock.safe ? ` (last day ${usDate(clock.due)})` : ''}`,
    item.followUpDay === NO_DAY ? '' : `follow up ${usDate(fromDayNumber(item.followUpDay).toString())}`,
  ].filter((part) => part !== '').join(', ');
}
