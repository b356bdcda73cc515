import type { ClaimStatus } from '../../reading/reading.ts';
import { portalWordKey, portalWords } from './portal-words.ts';
import { remembering } from './remembered.ts';
import { foldText } from './shown-text.ts';
import { englishHalf } from './two-languages.ts';

/** What a portal's own status word says: a state, `decided` (only the amounts tell the outcome), or null when unknown. */
export type StatusWord = ClaimStatus | 'decided';

const WORDS: Readonly<Record<StatusWord, readonly string[]>> = {
  paid: ['paid', 'pd', 'pay', 'payment', 'approved', 'paid in full', 'fully paid', 'claim paid', 'paid claim', 'finalized payment', 'finalized paid', 'paid to dentist', 'paid as billed', 'paid at contracted rate', 'approved to pay', 'approved for payment', 'payment made', 'payment issued', 'paid to provider', 'approve', 'paid at payer', 'paid as primary', 'paid as secondary', 'pagada', 'pagado', 'reclamacion pagada'],
  'partially-denied': ['partially paid', 'some services denied', 'part paid', 'paid partly', 'partially covered', 'partially denied', 'partial', 'partial payment', 'partial pay', 'partially approved', 'partial denial', 'paid partial', 'partial paid', 'partially allowed', 'paid with denied lines', 'paid partially', 'partly paid', 'partly denied', 'parcialmente pagada', 'pagada parcialmente', 'parcialmente denegada', 'denegada parcialmente', 'denied in part', 'paid in part'],
  denied: ['denied', 'deny', 'den', 'dny', 'denial', 'finalized denied', 'finalized denial', 'not covered', 'claim denied', 'denied at payer', 'denied in full', 'fully denied', 'full denial', 'denied by payer', 'disallowed', 'denied claim', 'denied by plan', 'adjudicated denied', 'processed denied', 'not payable', 'denied no payment', 'denied no benefits', 'not paid denied', 'd denied', 'not covered by plan', 'claim not payable', 'denegada', 'denegado', 'reclamacion denegada', 'no cubierto'],
  pending: ['pending', 'pended', 'pend', 'in process', 'in progress', 'suspended', 'suspend', 'received', 'developing', 'under review', 'in review', 'action required', 'to be paid', 'to be denied', 'adr', 'processing', 'open', 'in adjudication', 'pending review', 'pending payment', 'claim in process', 'claim pending', 'on hold', 'hold', 'medical review', 'pending adjudication', 'received not processed', 'claim received', 'additional development', 'pending decision', 'pending medical review', 'pended for review', 'pending in process', 'awaiting review', 'awaiting processing', 'being processed', 'under medical review', 'in medical review', 'pending claim', 'claim in review', 'not yet processed', 'waiting to be processed', 'in clinical review', 'awaiting payment', 'pendiente', 'en proceso', 'en revision', 'recibida', 'pendiente de pago'],
  rejected: ['rejected', 'reject', 'rejected by payer', 'payer rejected', 'returned to provider', 'rtp', 'unprocessable', 'error', 'returned', 'claim rejected', 'rejected at clearinghouse', 'rejected by clearinghouse', 'clearinghouse rejected', 'rejected at payer', 'returned as unprocessable', 'returned unprocessable', 'front end rejection', 'front end rejected', 'rejection', 'payer rejection', 'clearinghouse rejection', 'rejected not adjudicated', 'returned to submitter', 'returned for correction', 'returned to provider for correction', 'claim returned', 'not accepted'],
  reversed: ['reversed', 'reversal', 'payment reversed', 'claim reversed', 'reversal of previous payment', 'reversal of prior payment', 'reversal of payment', 'payment reversal', 'claim reversal', 'reversed payment', 'reversal correction', 'revertida', 'pago revertido'],
  'information-requested': ['information requested', 'additional information requested', 'additional information required', 'records requested', 'medical records requested', 'information needed', 'request for information', 'requested information', 'awaiting information', 'additional information needed', 'pending additional information', 'pending information', 'pended information requested', 'additional documentation requested', 'additional documentation required', 'additional documentation needed', 'additional records requested', 'additional records required', 'medical records required', 'medical records needed', 'more information needed', 'more information requested', 'more information required', 'awaiting documentation', 'awaiting records', 'awaiting medical records', 'pending documentation', 'pending medical records', 'x rays requested', 'x rays needed', 'additional development requested', 'waiting for information', 'waiting for records'],
  acknowledged: ['acknowledgement', 'acknowledgment', 'acknowledged', 'accepted', 'passed', 'forwarded', 'accepted by payer', 'payer accepted', 'accepted for processing', 'accepted by clearinghouse', 'clearinghouse accepted', 'acknowledgement receipt', 'acknowledgement accepted', 'sent to payer'],
  forwarded: ['not our claim forwarded', 'not our claim forwarded to additional payer', 'not our claim forwarded to additional payers', 'forwarded to another payer', 'forwarded to correct payer', 'transferred to another payer'],
  'not-found': ['claim not found', 'not found', 'acknowledgement not found', 'no claim found', 'not on file'],
  decided: ['finalized', 'processed', 'processed to completion', 'adjudicated', 'closed', 'completed', 'complete', 'adjusted', 'finalized processed', 'adjudication complete', 'claim processed', 'processing complete', 'decided', 'finalized complete', 'finalized adjusted', 'adjusted finalized', 'claim finalized', 'claim adjudicated', 'finalized adjudication complete', 'processed complete', 'claim completed', 'adjudication completed', 'processed finalized', 'processing completed', 'processed as primary', 'processed as secondary', 'processed as tertiary', 'processed as primary forwarded', 'processed as primary forwarded to additional payer', 'processed as primary forwarded to additional payers', 'processed as secondary forwarded to additional payer', 'procesada', 'procesado', 'finalizada', 'finalizado', 'adjudicada', 'completada'],
  finalized: [],
};

/** The opening words of the 277 categories' own descriptions, which portals copy whole. */
const OPENINGS: readonly (readonly [RegExp, StatusWord])[] = [
  [/^finali[sz]ed\s?[/-]\s?(?:denial|denied)\b/i, 'denied'], [/^finali[sz]ed\s?[/-]\s?(?:payment|paid)\b/i, 'paid'], [/^finali[sz]ed\s?[/-]\s?(?:revised|forwarded|not forwarded|complete|adjudication complete)\b/i, 'decided'],
  [/^acknowledge?ment\s?[/-]\s?(?:not found)\b/i, 'not-found'], [/^acknowledge?ment\s?[/-]\s?(?:rejected|returned)\b/i, 'rejected'], [/^acknowledge?ment\s?[/-]\s?(?:receipt|forwarded|acceptance|split)\b/i, 'acknowledged'],
  [/^pending\s?[/-]\s?(?:provider|patient) requested\b/i, 'pending'], [/^pending\s?[:/-]\s?(?:in process|payer review|payer administrative|adjudication)\b/i, 'pending'],
  [/^rejected (?:by|at|from) [a-z][a-z .&'-]{1,30}$/i, 'rejected'], [/^accepted (?:by|at) [a-z][a-z .&'-]{1,30}$/i, 'acknowledged'],
];

const table = new Map<string, StatusWord>();
/** The first words of all that could be a state. */
const firstWords = new Set(['finalised', 'finalized', 'acknowledgement', 'acknowledgment', 'pending', 'rejected', 'accepted']);
for (const state of Object.keys(WORDS) as StatusWord[]) for (const word of WORDS[state]) {
  table.set(word, state);
  firstWords.add(word.split(' ', 1)[0] ?? '');
}
/** A category, a status with its location, or a number in a list before the word. */
const CODE_FIRST = /^(?:[adefpr]\d|dr0|rq$|[pdrtsa]$|[pdrtsa][bm]\d|[1-4]$|19$|2[0-5]$)/;

/** Whether a text begins as a state could: all others, which is nearly every text of a page, need not be looked at. */
export function mayBeStatusWord(text: string): boolean {
  const first = /[a-z0-9]+/.exec(foldText(text).toLowerCase())?.[0];
  return first !== undefined && (firstWords.has(first) || CODE_FIRST.test(first));
}

function words(text: string): string {
  return foldText(text).normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/finalised/g, 'finalized').replace(/[^a-z0-9]+/g, ' ').trim();
}

/** The state of a 277 category, where its letter and number alone settle it. */
export function statusOfCategory(category: string): StatusWord | null {
  if (/^A[0125]$/.test(category)) return 'acknowledged';
  if (/^A[3678]$/.test(category)) return 'rejected';
  if (category === 'A4' || category === 'D0') return 'not-found';
  if (/^DR0[128]$/.test(category)) return 'acknowledged';
  if (/^DR0[34567]$/.test(category)) return 'rejected';
  if (/^F(?:0|3|3F|3N|4)$/.test(category)) return 'decided';
  if (category === 'F1') return 'paid';
  if (category === 'F2') return 'denied';
  if (/^P[01245]$/.test(category)) return 'pending';
  return /^R(?:0|1|[3-9]|1[0-7]|Q)$/.test(category) ? 'information-requested' : null;
}

/** Medicare Part A status and location, `P B9997`: the letter is the status. */
function statusOfLocation(text: string): StatusWord | null {
  const found = /^([PDRTSA])[ /-]{1,3}[BM]\d{4}$|^([PDRTSA])\s?[BM]\d{4}$/.exec(text);
  const letter = found?.[1] ?? found?.[2];
  return letter === 'P' ? 'paid' : letter === 'D' || letter === 'R' ? 'denied' : letter === 'T' ? 'rejected' : letter === 'S' ? 'pending' : null;
}

/** Maps a portal's status text. Unknown words give null and stay raw; a date or time behind the word is no part of it. */
export function readStatusWord(text: string): StatusWord | null {
  if (text.length > 120) return null;
  const own = portalWords()?.statuses.get(portalWordKey(text));
  if (own !== undefined) return own;
  return everyPortals(text);
}

const everyPortals = remembering((text): StatusWord | null => {
  const may = mayBeStatusWord(text) || mayBeStatusWord(englishHalf(text) ?? '');
  return may ? look(text) ?? (text.length > 60 ? null : look(englishHalf(text) ?? '')) : null;
}, 8000);

function look(text: string): StatusWord | null {
  if (/[<{}=`]/.test(text)) return null; // markup or a formula is nobody's status
  const shown = foldText(text).replace(/\s*[-–,(]?\s*(?:as of|on|since|effective|date)?:?\s*(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2})\)?$/i, '').trim();
  // `Paid $51.00`: the word with the amount it speaks of.
  const amount = /^([A-Za-z][A-Za-z -]{2,24}?)[ :]+\$\s?\d[\d,]*(?:\.\d{2})?$/.exec(shown)?.[1];
  const bare = amount === undefined ? undefined : table.get(words(amount));
  if (bare === 'paid' || bare === 'partially-denied' || bare === 'denied') return bare;
  const whole = table.get(words(shown)) ?? statusOfLocation(shown) ?? table.get(words(shown.replace(/^(?:[1-4]|19|2[0-5])\s*[-–:=]\s*(?=[A-Za-z])/, '')));
  if (whole !== null && whole !== undefined) return whole;
  const category = /^(A[0-8]|D0|DR0[1-8]|E[0-4]|F3[FN]|F[0-5]|P[0-5]|R(?:1[0-7]|[013-9])|RQ)(?:\s?[:/]\s?\d{1,3}(?:\s?[:/]\s?[0-9A-Z]{2,3})?)?(?:\s*(?:[-–:(]|\s|$)\s*(.{0,80}))?$/.exec(shown);
  if (category !== null) {
    const byCode = statusOfCategory(category[1] ?? '');
    const byWord = table.get(words((category[2] ?? '').replace(/\)$/, '')));
    return byWord !== undefined && byWord !== 'decided' && byCode !== null && byCode !== 'decided' && byWord !== byCode ? null : byCode;
  }
  const opening = shown.length <= 120 ? OPENINGS.find(([form]) => form.test(shown)) : undefined;
  if (opening !== undefined) return opening[1];
  // `Finalized - Denied`, `Closed: Paid`, `Denied - timely filing`, `Denied (CO-197)`.
  const parts = shown.split(/\s+[-–—]\s+|\s*[/:|(>]\s*|,\s+/).map(words).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 4) return null;
  const states = parts.map((part) => table.get(part));
  const telling = new Set(states.filter((state) => state !== undefined && state !== 'decided'));
  if (telling.size > 1) return null;
  const first = states[0];
  if (first === undefined) return null;
  if (states.every((state) => state !== undefined)) return [...telling][0] ?? 'decided';
  // A reason in the portal's words may follow; a second statement about the outcome may not.
  const rest = parts.slice(1).join(' ');
  return first === 'decided' || /\d[.,]\d|\d{4}/.test(shown) || /\b(?:paid|denied|pending|reject|not|reversed|appeal|partial|adjust|void|review)/.test(rest) ? null : first;
}

/** Words that say how an appeal ended. */
const OUTCOME = /^(?:fully |partially |partly |partial(?:ly)? )?(?:favorable|unfavorable|upheld|overturned|dismissed|dismissal|withdrawn|withdrawal|denied|approved|granted|affirmed|reversed|sustained|modified|remanded|overturn|uphold|partial|denial upheld|decision upheld|denial overturned|decision overturned|original decision upheld|adverse|not favorable|rejected|partial overturn|partially overturned|paid|favourable|unfavourable)(?:\s*[-–(/].{0,60})?$/i;

/** Whether a text is the outcome of an appeal (and not where it stands). */
export function isAppealOutcome(text: string): boolean {
  return OUTCOME.test(foldText(text)) || /^change in liability - unfavorable$/i.test(foldText(text));
}
