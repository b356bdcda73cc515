import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { CaseFile } from '../../rules/work/case-file.ts';
import { nextActionWords, claimStatusWords } from '../words/case-words.ts';
import { clockWords } from '../words/clock-words.ts';
import { channelWords, noReferenceWords, outcomeWords } from '../words/contact-words.ts';
import { dayOfIso, isKnownDay, numericDay } from '../words/day-words.ts';
import { pathWords } from '../words/denial-words.ts';
import { moneyWords } from '../words/money-words.ts';

const usDay = (iso: string) => { const day = dayOfIso(iso); return day === null ? iso : numericDay(day); };
const dayOfMoment = (ms: number) => { const date = new Date(ms); return `${String(date.getMonth() + 1).padStart(2, '0')}/${String(date.getDate()).padStart(2, '0')}/${date.getFullYear()}`; };
const sentence = (text: string) => (/[.!?]$/u.test(text) ? text : `${text}.`);
const initials = (name: string) => name.split(/\s+/u).map((part) => part.charAt(0)).join('').toUpperCase();

/**
 * The status note for the practice system, as billers write it: date, payer, claim, what was denied and why, the last contact,
 * what is done next and until when. Plain text; every part that is not known is left out, never invented.
 */
export function statusNoteText(file: CaseFile, today: DayNumber, writer: string): string {
  const { item, sealed, explanation } = file;
  const { facts } = sealed;
  const codes = explanation.codes.map((one) => one.code);
  const lines: string[] = [];
  const service = facts.serviceFrom === null ? '' : `, DOS ${usDay(facts.serviceFrom)}${facts.serviceTo !== null && facts.serviceTo !== facts.serviceFrom ? ` to ${usDay(facts.serviceTo)}` : ''}`;
  lines.push(sentence(`${numericDay(today)} ${item.payerName}${facts.claimControlNumber === null ? '' : `, claim ${facts.claimControlNumber}`}${service}: ${claimStatusWords(item.payerStatus).toLowerCase()}${facts.finalizedOn === null ? '' : ` ${usDay(facts.finalizedOn)}`}, ${moneyWords(item.deniedCents)}${codes.length === 0 ? '' : `, ${codes.join(', ')}`}`));
  lines.push(sentence(explanation.summary));
  const last = [...file.contacts].sort((a, b) => b.atMs - a.atMs)[0];
  if (last !== undefined) {
    const who = last.representative === '' ? '' : ` with ${last.representative}`;
    const reference = last.reference !== null ? `, ref ${last.reference}` : `, no ref (${noReferenceWords(last.noReferenceReason ?? 'none-issued').toLowerCase()})`;
    lines.push(sentence(`${channelWords(last.channel)} ${dayOfMoment(last.atMs)}${who}${reference}: ${outcomeWords(last.outcome)}`));
    if (last.promise !== '' || last.promisedFor !== null) lines.push(sentence(`Promised: ${last.promise === '' ? 'answer' : last.promise}${last.promisedFor === null ? '' : ` by ${usDay(last.promisedFor)}`}`));
    if (last.note !== '') lines.push(sentence(last.note));
  }
  const sent = [...sealed.submissions].sort((a, b) => b.atMs - a.atMs)[0];
  if (sent !== undefined) lines.push(sentence(`${clockWords(sent.action)} sent ${usDay(sent.on)} by ${sent.channel}${sent.confirmation === null ? '' : `, confirmation ${sent.confirmation}`}`));
  if (item.open) {
    lines.push(sentence(`Next: ${nextActionWords(item.nextAction)}${item.nextAction === explanation.path ? '' : ` (advised: ${pathWords(explanation.path).toLowerCase()})`}${isKnownDay(item.followUpDay) ? `, follow up ${numericDay(item.followUpDay)}` : ''}`));
    if (isKnownDay(item.dueDay) && item.nextKind !== 'follow-up') lines.push(sentence(`Last day for ${clockWords(item.nextKind).toLowerCase()} ${numericDay(item.dueDay)}${isKnownDay(item.safeDay) && item.safeDay < item.dueDay ? `, work by ${numericDay(item.safeDay)}` : ''}`));
  }
  const mark = initials(writer);
  return `${lines.join(' ')}${mark === '' ? '' : ` ${mark}`}`;
}
