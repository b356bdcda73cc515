import type { ReadingClaim } from '../../reading/reading.ts';
import type { LabelKey } from './label-data.ts';
import { readTexts, settle } from './found-values.ts';
import type { Ranked } from './found-values.ts';
import { hasSection, isForeign } from './grid-kinds.ts';
import { readReference, sameIdentifier } from './identifiers.ts';
import { readDate } from './page-dates.ts';
import { foldText, isEmptyMark } from './shown-text.ts';
import { isAppealOutcome } from './status-words.ts';
import { largestBox } from './largest-box.ts';
import type { Finding } from './findings.ts';

type Appeal = NonNullable<ReadingClaim['appeal']>;

function aboutAppeal(finding: Finding): boolean {
  return /appeal|dispute|reconsider|redeterm|grievance|investigation|ticket/i.test(finding.label) || hasSection(finding.sections, 'appeal');
}

/** What a claim's findings say of its appeal, or null when nothing does. `whole`: the page is about appeals. */
export function readAppeal(findings: readonly Finding[], whole: boolean): Appeal | null {
  const several = appealsApart(findings, whole);
  return several === null ? readOneAppeal(findings, whole) : currentOf(several);
}

function readOneAppeal(findings: readonly Finding[], whole: boolean): Appeal | null {
  const usable = findings.filter((finding) => !isForeign(finding.sections) && (whole || aboutAppeal(finding)));
  const one = (keys: readonly LabelKey[], read: (text: string) => string | null): string | null => {
    const entries: Ranked<string>[] = [];
    for (const finding of usable) {
      if (!keys.includes(finding.key)) continue;
      const found = readTexts(finding.texts, read);
      if (found !== null) entries.push({ found: { value: found.value, raw: found.raw, label: finding.label, confidence: 'certain' }, rank: (finding.weak ? 2 : 4) + (/appeal|dispute|reconsider|redeterm|grievance/i.test(finding.label) ? 1 : 0), at: finding.at });
    }
    return settle(entries).value?.value ?? null;
  };
  const number = one(['appealNumber'], readReference) ?? (whole ? one(['confirmation'], (text) => (text.length > 40 ? null : readReference(text))) : null);
  const level = one(['appealLevel'], (text) => (isEmptyMark(text) || text.length > 60 ? null : foldText(text)));
  const received = one(['appealReceived', 'received'], readDate);
  const decided = one(['appealDecided'], readDate) ?? one(['finalized'], readDate);
  const outcome = one(['appealOutcome'], (text) => (isAppealOutcome(text) ? foldText(text) : null)) ?? one(['appealStatus', 'status'], (text) => outcomeInStatus(text));
  if (number === null && level === null && outcome === null && (received === null || !usable.some((finding) => finding.key === 'appealReceived' || finding.key === 'appealStatus'))) return null;
  return { level, number, receivedOn: received, decidedOn: decided, outcome };
}

/** Levels of one claim's appeal in boxes of their own, each with its number: what each says, or null where the page tells of one. */
function appealsApart(findings: readonly Finding[], whole: boolean): Appeal[] | null {
  const numbers = findings.filter((finding) => finding.key === 'appealNumber' && !finding.weak && !isForeign(finding.sections) && (whole || aboutAppeal(finding)) && readTexts(finding.texts, readReference) !== null);
  if (numbers.length > MOST_LEVELS || new Set(numbers.map((finding) => sameIdentifier(finding.texts[0] ?? ''))).size < Math.max(2, numbers.length)) return null;
  const levels = numbers.flatMap((number) => {
    const first = number.boxes[0];
    const holder = first === undefined ? null : largestBox(first, ({ start, end }) => !numbers.some((other) => other !== number && other.at >= start && other.at <= end));
    const appeal = holder === null ? null : readOneAppeal(findings.filter((finding) => finding.at >= holder.start && finding.at <= holder.end), whole);
    const title = number.sections.findLast((section) => LEVEL.test(section.text) && section.text.length <= 50)?.text;
    return appeal === null ? [] : [{ ...appeal, level: appeal.level ?? (title === undefined ? null : foldText(title)) }];
  });
  // Two numbers of which one stands alone are two names of one appeal.
  return levels.every(({ level, receivedOn, decidedOn, outcome }) => level !== null || receivedOn !== null || decidedOn !== null || outcome !== null) ? levels : null;
}

const MOST_LEVELS = 8;
const LEVEL = /\b(?:level (?:[1-5]|one|two|three)|(?:first|second|third|1st|2nd|3rd)[- ]level|redetermination|reconsideration|external review|hearing)\b/i;

/** Of several levels the one that is still open; where none is, the latest decided; null where more than one is open or the days do not tell. */
function currentOf(levels: readonly Appeal[]): Appeal | null {
  const open = levels.filter((appeal) => appeal.decidedOn === null && appeal.outcome === null);
  if (open.length === 1) return open[0] ?? null;
  const decided = levels.filter((appeal) => appeal.decidedOn !== null).sort((one, other) => (other.decidedOn ?? '').localeCompare(one.decidedOn ?? ''));
  return open.length > 0 || decided.length < levels.length || decided[0]?.decidedOn === decided[1]?.decidedOn ? null : decided[0] ?? null;
}

/** `Closed - Upheld`: a state with its outcome behind it. A bare state is no outcome. */
function outcomeInStatus(text: string): string | null {
  const shown = foldText(text);
  if (isAppealOutcome(shown)) return shown;
  const tail = /^(?:closed|completed?|decided|resolved|finalized)\s*[-–:/(]\s*([^()]{4,50})\)?$/i.exec(shown)?.[1];
  return tail !== undefined && isAppealOutcome(tail) ? tail : null;
}
