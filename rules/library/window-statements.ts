import type { ClockStart, DeadlineAction, LimitUnit } from '../payers/payer-rule.ts';

/**
 * What a text says of a window: "appeals must be received within 90 days of the date of this notice". Text of pages and
 * letters is hostile: it is cut, searched with patterns that cannot run away, and handed on as plain text to be shown.
 */
export type WindowStatement = {
  action: DeadlineAction;
  value: number;
  unit: LimitUnit;
  /** What the window is counted from, where the sentence says so. */
  startsFrom: ClockStart | null;
  /** The sentence as it stands in the text, on one line, without invisible characters. */
  sentence: string;
};

/** As much of a text as is looked at, of a sentence as is kept, and as many statements as are given. */
const MOST_TEXT = 60_000;
const MOST_SENTENCE = 400;
const MOST_STATEMENTS = 12;

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ten: 10, fifteen: 15, twenty: 20, thirty: 30, 'forty-five': 45, sixty: 60, ninety: 90, 'one hundred twenty': 120, 'one hundred eighty': 180, 'one hundred and twenty': 120, 'one hundred and eighty': 180,
  'one year': 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, twelve: 12, 'twenty-four': 24,
};
const WORD = Object.keys(NUMBER_WORDS).filter((word) => word !== 'one year').sort((left, right) => right.length - left.length).join('|');
const UNIT = '(?:(calendar|business|working)[ -])?(days?|months?|years?)';
/** `within 90 days`, `no later than one hundred eighty (180) calendar days`, `90-day`, `you have 60 days`, `up to 12 months`. */
const WINDOW = new RegExp(`\\b(?:within|in|no later than|not later than|no more than|not more than|up to|have|has|had|limit(?:ed)? (?:is|of|to)|is|are|of|by)\\s{1,3}(?:the\\s)?(?:(?:${WORD})\\s{0,2}\\(\\s?(\\d{1,4})\\s?\\)|(\\d{1,4})|(${WORD}))[\\s-]{1,3}${UNIT}\\b`, 'giu');
/** `the appeal deadline is the 120th day after`, `120 days from the date of`. */
const COUNTED = new RegExp(`\\b(\\d{1,4})[\\s-]{1,3}${UNIT}\\s{1,3}(?:of|from|after|following)\\b`, 'giu');

/** Which step a sentence is about; the first pattern that is met counts, so the more special ones stand first. */
const ACTIONS: readonly [DeadlineAction, RegExp][] = [
  ['peer-to-peer', /\bpeer[- ]to[- ]peer\b/iu],
  ['external-review', /\b(?:external|independent) review\b/iu],
  ['appeal-level-2', /\b(?:second|2nd)[- ]level\b|\bsecond appeal\b|\blevel (?:2|two|ii)\b/iu],
  ['appeal-level-3', /\b(?:third|3rd)[- ]level\b|\blevel (?:3|three|iii)\b|\badministrative law judge\b|\bALJ\b/iu],
  ['corrected-claim', /\b(?:corrected|replacement|resubmitted|adjusted) claims?\b|\bclaim corrections?\b|\bresubmissions?\b|\bresubmit\b/iu],
  ['reopening', /\breopenings?\b|\breopened\b/iu],
  ['appeal-level-1', /\bredeterminations?\b|\bappeals?\b|\bappealed\b|\bgrievances?\b/iu],
  ['reconsideration', /\breconsiderations?\b|\breconsidered\b|\bpayment disputes?\b|\bclaim disputes?\b|\bdisputes?\b/iu],
  ['timely-filing', /\btimely[- ]filing\b|\bfiling limits?\b|\bclaims? (?:must|should|shall|need to|have to|has to) be (?:filed|submitted|received|sent)\b|\bsubmit (?:your |all |the |an? )?(?:initial |original |new |first )?claims?\b/iu],
];

/** The payer's own promises and asides, which are no window of ours. */
const NOT_OURS = /\b(?:we|plan|payer|company|contractor|department|committee|reviewer)\b[^.;]{0,60}\b(?:will|shall|must|may)\b(?! not accept)|\b(?:please )?allow\b|\bprocess(?:ed|ing)?\b|\brespon(?:d|se|ded)\b|\bdecisions? (?:is|are|will be) (?:made|issued|mailed)\b|\bpaid within\b|\bpayments? (?:is|are|will)\b|\binterest\b|\btake(?:s)? (?:up to )?\d|\backnowledge(?:d|ment)?\b|\bcoverage\b|\bexpires?\b|\bpassword\b|\bsession\b|\bretain(?:ed)?\b|\brefund\b|\blast \d|\bpast \d|\bprevious \d|\brecent\b/iu;

const STARTS: readonly [ClockStart, RegExp][] = [
  ['notice-receipt', /\b(?:of|from|after|following|upon)\b[^.;]{0,40}\breceipt\b|\breceiv(?:ed|ing)\b[^.;]{0,30}\b(?:notice|letter|decision|determination|remittance|eob|eop)\b|\byou (?:get|receive|received|got) (?:this|the)\b/iu],
  ['date-of-service', /\bdates? of service\b|\bservice dates?\b|\bdate (?:the )?services? (?:was|were|is|are) (?:rendered|furnished|provided)\b|\bDOS\b|\bdate of discharge\b/u],
  ['prior-decision-date', /\b(?:previous|prior|initial|original|first|first[- ]level|reconsideration|appeal|upheld) (?:claim )?(?:decision|determination|denial)\b|\bdate of (?:the )?(?:decision|determination)\b/iu],
  ['remittance-date', /\bremittance\b|\bremit\b|\bexplanation of (?:payment|benefits)\b|\bEOB\b|\bEOP\b|\bdate of payment\b|\bpayment date\b/iu],
  ['notice-date', /\b(?:notice|letter|denial)\b/iu],
];

/** Sentences of a text, one line each. Invisible and direction characters are dropped: they could make a sentence read otherwise than it counts. */
function sentencesOf(text: string): string[] {
  return text
    .slice(0, MOST_TEXT)
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu, '')
    // A single line break is layout; a blank line, a full stop before a capital, or a bullet ends a sentence.
    .replaceAll(/\r\n?/gu, '\n')
    .split(/\n\s{0,20}\n|(?<=[.!?;])\s+(?=[A-Z0-9"“(])|\n(?=\s{0,20}[•*\u2022-]\s)|\t/u)
    .map((part) => part.replaceAll(/\s+/gu, ' ').trim())
    .filter((part) => part.length >= 12);
}

type Count = { value: number; unit: LimitUnit; at: number };

function countsIn(sentence: string): Count[] {
  const counts: Count[] = [];
  const add = (at: number, digits: string | undefined, word: string | undefined, kind: string | undefined, unit: string): void => {
    const value = digits === undefined ? NUMBER_WORDS[(word ?? '').toLowerCase()] : Number(digits);
    if (value === undefined || value < 1 || value > 3660) return;
    const counted: LimitUnit = /^day/iu.test(unit) ? (/^(?:business|working)$/iu.test(kind ?? '') ? 'business-days' : 'calendar-days') : /^month/iu.test(unit) ? 'months' : 'years';
    if (!counts.some((one) => one.value === value && one.unit === counted)) counts.push({ value, unit: counted, at });
  };
  for (const found of sentence.matchAll(WINDOW)) add(found.index, found[1] ?? found[2], found[3], found[4], found[5] ?? '');
  for (const found of sentence.matchAll(COUNTED)) add(found.index, found[1], undefined, found[2], found[3] ?? '');
  return counts.filter((one) => !isBracketed(sentence, one, counts));
}

/** `180 days (6 months)`: one window told twice; the first telling is kept. */
function isBracketed(sentence: string, one: Count, all: readonly Count[]): boolean {
  const first = all[0];
  return first !== undefined && one !== first && sentence.slice(first.at, one.at).length < 40 && /[([]\s?(?:or |about |approximately )?[^)]{0,4}$/u.test(sentence.slice(0, one.at + 1));
}

function cut(sentence: string, at: number): string {
  if (sentence.length <= MOST_SENTENCE) return sentence;
  const from = Math.max(0, Math.min(at - MOST_SENTENCE / 2, sentence.length - MOST_SENTENCE));
  return `${from > 0 ? '… ' : ''}${sentence.slice(from, from + MOST_SENTENCE).trim()}${from + MOST_SENTENCE < sentence.length ? ' …' : ''}`;
}

/** The clause a window stands in: sentences that name two steps give each its own window. */
function clauseAround(sentence: string, at: number): string {
  const ends = [...sentence.matchAll(/[;:]\s|,? (?:and|but|while|whereas) (?=(?:an?|the|your|second|first|corrected|claim|appeals?|reconsiderations?|disputes?)\b)/giu)].map(({ index }) => index);
  const from = Math.max(0, ...ends.filter((end) => end < at));
  return sentence.slice(from, ends.find((end) => end > at) ?? sentence.length);
}

function actionIn(text: string): DeadlineAction | undefined {
  return ACTIONS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The windows a text states for a provider's own steps, in the order of the text, each step and window once. Pure; never throws. */
export function windowStatements(text: string): WindowStatement[] {
  const found: WindowStatement[] = [];
  let before = '';
  for (const sentence of sentencesOf(text)) {
    if (found.length >= MOST_STATEMENTS) break;
    const last = before;
    before = sentence;
    if (!/\d|\b(?:ten|fifteen|twenty|thirty|forty|sixty|ninety|hundred|one|two|three|four|five|six|nine|twelve)\b/iu.test(sentence)) continue;
    const near = sentence.length > 2000 ? sentence.slice(0, 2000) : sentence;
    for (const { value, unit, at } of countsIn(near)) {
      const own = clauseAround(near, at);
      const clause = actionIn(own) === undefined ? near : own;
      if (NOT_OURS.test(own)) continue;
      // "You may appeal. To do so, write within 180 days": the step stands in the sentence before.
      const action = actionIn(clause) ?? (/\b(?:do so|requests?|write|submit|file|send)\b/iu.test(clause) ? actionIn(last.slice(-300)) : undefined);
      if (action === undefined || found.some((one) => one.action === action && one.value === value && one.unit === unit)) continue;
      const startsFrom = STARTS.find(([, pattern]) => pattern.test(near.slice(at)))?.[0] ?? null;
      found.push({ action, value, unit, startsFrom, sentence: cut(near, at) });
    }
  }
  return found.slice(0, MOST_STATEMENTS);
}
