import type { ReadingClaim } from '../../reading/reading.ts';
import type { LabelKey } from './label-data.ts';
import { readTexts, settle } from './found-values.ts';
import type { Ranked } from './found-values.ts';
import { hasSection, isForeign } from './grid-kinds.ts';
import { readReference } from './identifiers.ts';
import { readDate } from './page-dates.ts';
import { foldText, isEmptyMark } from './shown-text.ts';
import { isAppealOutcome } from './status-words.ts';
import type { Finding } from './findings.ts';

type Appeal = NonNullable<ReadingClaim['appeal']>;

function aboutAppeal(finding: Finding): boolean {
  return /appeal|dispute|reconsider|redeterm|grievance|investigation|ticket/i.test(finding.label) || hasSection(finding.sections, 'appeal');
}

/** What a claim's findings say of its appeal, or null when nothing does. `whole`: the page is about appeals. */
export function readAppeal(findings: readonly Finding[], whole: boolean): Appeal | null {
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

/** `Closed - Upheld`: a state with its outcome behind it. A bare state is no outcome. */
function outcomeInStatus(text: string): string | null {
  const shown = foldText(text);
  if (isAppealOutcome(shown)) return shown;
  const tail = /^(?:closed|completed?|decided|resolved|finalized)\s*[-–:/(]\s*([^()]{4,50})\)?$/i.exec(shown)?.[1];
  return tail !== undefined && isAppealOutcome(tail) ? tail : null;
}
