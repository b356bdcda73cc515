import type { CallDraft, ClaimDraft } from '../call/call-draft.ts';
import { callTimes } from '../../rules/calls/call-timers.ts';
import { askedQuestions, listFor } from '../../rules/calls/question-list.ts';
import type { QuestionList } from '../../rules/calls/question-list.ts';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { NextAction } from '../../rules/domain/vocabulary.ts';
import type { NoteFormat } from '../../rules/notes/note-format.ts';
import type { NoteValues } from '../../rules/notes/note-fields.ts';
import { answerText } from '../words/call-words.ts';
import { claimStatusWords, nextActionWords } from '../words/case-words.ts';
import { channelWords, noReferenceWords, outcomeWords } from '../words/contact-words.ts';

const initials = (name: string) => name.split(/\s+/u).map((part) => part.charAt(0)).join('').toUpperCase();
const sentence = (text: string) => (/[.!?]$/u.test(text.trim()) || text.trim() === '' ? text.trim() : `${text.trim()}.`);

/** The question as a heading of its answer: `Received on: 03/02/2026`. */
function answered(claim: ClaimDraft, lists: readonly QuestionList[]): string {
  const list = claim.outcome === null ? null : listFor(claim.outcome, lists);
  if (list === null) return '';
  return askedQuestions(list, claim.answers).flatMap(({ key, ask, kind, choices }) => {
    const value = (claim.answers[key] ?? '').trim();
    return value === '' ? [] : [sentence(`${ask.replace(/\s*\(.*\)$/u, '')} ${answerText({ kind, value }, choices)}`)];
  }).join(' ');
}

export type NoteAbout = {
  draft: CallDraft; claim: ClaimDraft; facts: ClaimFacts; payerName: string; deniedCents: number; lastDay: string | null;
  followUpOn: string; nextAction: NextAction; userName: string; lists: readonly QuestionList[]; format: NoteFormat;
  /** `YYYY-MM-DD`. */
  today: string; nowMs: number;
};

/** What the note of a call may say of one claim. Everything is taken from the case and from what was typed; nothing is made up. */
export function contactNoteValues({ draft, claim, facts, payerName, deniedCents, lastDay, followUpOn, nextAction, userName, lists, format, today, nowMs }: NoteAbout): NoteValues {
  const times = callTimes(draft.moments, nowMs);
  const minutes = (seconds: number) => (draft.moments.length === 0 || times.isDoubtful ? null : Math.round(seconds / 60));
  const codes = [...new Set([...facts.adjustments, ...facts.lines.flatMap(({ adjustments }) => adjustments)].map(({ groupCode, carc }) => (groupCode === null ? carc : `${groupCode}-${carc}`)))];
  const member = (facts.memberId ?? '').replaceAll(/[^A-Za-z0-9]/gu, '');
  return {
    today, initials: initials(userName), user: userName, payer: payerName, claim_number: facts.claimControlNumber, account_number: facts.patientControlNumber, member_end: member.length > 4 ? member.slice(-4) : null,
    service_from: facts.serviceFrom, service_to: facts.serviceTo, provider: facts.provider, charge: facts.charge, paid: facts.paid, denied: deniedCents > 0 ? deniedCents : null,
    status: facts.status === null ? null : claimStatusWords(facts.status), status_date: facts.finalizedOn ?? facts.remittanceOn, codes: [...codes, ...facts.rarcs].slice(0, 8).join(', '),
    channel: channelWords(draft.channel), contact_date: today, dialled: draft.numberDialled, rep: draft.representative, rep_id: draft.representativeId, department: draft.department,
    reference: draft.reference.trim(), no_reference: draft.noReferenceReason === null ? null : noReferenceWords(draft.noReferenceReason).toLowerCase(), callback: [draft.callbackNumber, draft.callbackExtension === '' ? '' : `ext ${draft.callbackExtension}`].filter((part) => part !== '').join(' '),
    hold: minutes(times.holdSeconds), talk: minutes(times.talkSeconds), wrap: minutes(times.wrapSeconds), outcome: claim.outcome === null ? null : outcomeWords(claim.outcome), outcome_code: claim.outcome === null ? null : format.outcomeCodes[claim.outcome] ?? null,
    answers: answered(claim, lists), promise: claim.promise.trim().replace(/[.]+$/u, ''), promise_date: claim.promisedFor, next_action: nextActionWords(nextAction), follow_up: followUpOn, last_day: lastDay, note: sentence(claim.note),
  };
}
