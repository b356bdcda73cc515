/** What a reader will miss in six weeks. */
export type Vagueness = 'no-who' | 'no-detail' | 'no-next-day' | 'someday' | 'nothing-said' | 'pronoun-payer' | 'see-elsewhere' | 'bare-pending';

/** What is asked of a note before it is called clear. */
export type NoteCheck = {
  /** The words a person typed, and how many questions of the list were answered. */
  note: string; answers: number;
  representative: string; channel: string; outcome: string | null; hasFollowUp: boolean; promise: string; promisedFor: string | null;
};

/** Words that put something off without a day. */
const SOMEDAY = /\b(?:soon|shortly|in a (?:few|couple(?: of)?) (?:days|weeks)|later|at some point|will (?:follow|check|call) (?:up|back|again)|f\/?u later|eventually|next time)\b/iu;
const DAY = /\b(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|\d{4}-\d{2}-\d{2}|\d+ (?:business |calendar )?days?|monday|tuesday|wednesday|thursday|friday)\b/iu;
const NOTHING = /^\W*(?:(?:called|spoke (?:to|with)) (?:ins(?:urance)?|payer|rep)|no change|same|as above|ditto|done|ok|n\/?a|called|status checked|talked to rep|left (?:a )?(?:message|vm|voicemail))\W*$/iu;
const ELSEWHERE = /\b(?:see (?:above|below|previous|prior|last) ?(?:notes?|entry)?|as (?:before|discussed)|per (?:previous|last) note)\b/iu;
const THEY = /^\W*(?:they|she|he|rep) (?:said|says|told|will|is|are)\b/iu;
const PENDING = /^\W*(?:(?:claim|still|is|it'?s) )*(?:pending|in process|processing|under review|in review)\W*$/iu;
/** Outcomes that say all there is to say by themselves. */
const COMPLETE: ReadonlySet<string> = new Set(['disconnected', 'office-closed', 'transferred']);
/** Channels with nobody at the other end. */
const NOBODY: ReadonlySet<string> = new Set(['ivr', 'fax', 'letter']);

/** Why a note would be called vague; empty where it is clear. A hint only: nothing is refused for it. */
export function vaguenessOf(check: NoteCheck): Vagueness[] {
  const { note, answers, representative, channel, outcome, hasFollowUp, promise, promisedFor } = check;
  const text = note.trim();
  const isComplete = outcome !== null && COMPLETE.has(outcome);
  const found: Vagueness[] = [];
  if (representative.trim() === '' && !NOBODY.has(channel) && !isComplete) found.push('no-who');
  if (answers === 0 && text.length < 15 && !isComplete) found.push('no-detail');
  if (!hasFollowUp) found.push('no-next-day');
  if ((SOMEDAY.test(text) && !DAY.test(text) && promisedFor === null) || (promise.trim() !== '' && promisedFor === null && !DAY.test(promise))) found.push('someday');
  if (NOTHING.test(text)) found.push('nothing-said');
  if (ELSEWHERE.test(text)) found.push('see-elsewhere');
  if (THEY.test(text) && representative.trim() === '') found.push('pronoun-payer');
  if (PENDING.test(text)) found.push('bare-pending');
  return found;
}
