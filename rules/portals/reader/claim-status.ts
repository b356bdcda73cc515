import type { Adjustment, Found, ReadingClaim } from '../../reading/reading.ts';
import { statusFromAmounts } from '../../reading/status-from-amounts.ts';
import { admissible, cleanLabel, ranked } from './claim-fields.ts';
import type { ClaimValues } from './claim-fields.ts';
import { rankOf, readTexts, settle } from './found-values.ts';
import type { Ranked } from './found-values.ts';
import { hasSection, isForeign } from './grid-kinds.ts';
import type { KnownGrid } from './grid-kinds.ts';
import type { LabelKey } from './label-data.ts';
import { readCategory, readStatusNumber, readStatusTriples } from './page-codes.ts';
import { readDate } from './page-dates.ts';
import { cellTexts } from './scan-matrix.ts';
import type { GridRow } from './scan-matrix.ts';
import { foldText, isEmptyMark } from './shown-text.ts';
import { readStatusWord, statusOfCategory } from './status-words.ts';
import type { StatusWord } from './status-words.ts';
import type { Finding, LooseWord } from './findings.ts';

export function rowStatusCodes(grid: KnownGrid, row: GridRow, claim: ReadingClaim): void {
  const worded = (key: LabelKey): string => {
    const head = grid.all.find((column) => column.key === key || column.key === 'category' && column.head !== grid.columns.get('category'))?.head;
    return head === undefined ? '' : cellTexts(row, head)[0] ?? '';
  };
  const text = (key: 'category' | 'statusCode' | 'entity'): string => {
    const head = grid.columns.get(key);
    return head === undefined ? '' : cellTexts(row, head)[0] ?? '';
  };
  const number = text('statusCode') !== '' ? text('statusCode') : worded('status');
  const triples = readStatusTriples(number);
  const category = readCategory(text('category')) ?? readCategory(worded('status'));
  if (triples.length > 0) claim.statusCodes.push(...triples);
  else if (category !== null) claim.statusCodes.push({ category, status: readStatusNumber(number), entity: /^([0-9A-Z]{2,3})(?:\s*[-–:(].*)?$/.exec(text('entity'))?.[1] ?? null });
}

/** A status that stands without a label counts only when it is the only one. */
export function looseStatus(values: ClaimValues, words: readonly LooseWord[], claim: ReadingClaim, clearinghouse = false): void {
  const usable = words.filter((word) => !isForeign(word.sections) && !hasSection(word.sections, 'legend') && !hasSection(word.sections, 'payment') && !hasSection(word.sections, 'cob') && !hasSection(word.sections, 'appeal') && !hasSection(word.sections, 'lines') && !hasSection(word.sections, 'eligibility'));
  const strong = usable.filter((word) => word.strong);
  // Without a badge's form it must be the only such word, right under a heading of the claim.
  const alone = usable.length === 1 && usable[0] !== undefined && usable[0].sections.length > 0 && usable[0].sections[usable[0].sections.length - 1]?.kind === 'claim' ? usable[0] : undefined;
  const first = strong[0] ?? alone;
  // A clearinghouse has no number of the payer's for a claim that never got in: the practice's own account and charge stand for it.
  if (first === undefined || claim.claimControlNumber === null && !(clearinghouse && claim.patientControlNumber !== null && claim.charge !== null)) return;
  const state = readStatusWord(first.text);
  if (new Set(usable.map((word) => readStatusWord(word.text))).size !== 1) return;
  values.word = { value: first.text, raw: first.text, label: null, confidence: 'likely' };
  values.state = state;
}

/** Where a page gives 277 categories and no word of its own, these say the state, if they say one. */
export function statusOfCodes(values: ClaimValues, findings: readonly Finding[]): void {
  const states = values.claim.statusCodes.map((code) => ({ code, state: statusOfCategory(code.category) }));
  const first = states[0];
  if (first === undefined || first.state === null || states.some((other) => other.state !== first.state)) return;
  // A word that may be the payment's and not the claim's is not taken, but where it says something else the code is not sure either.
  const words = findings.filter((finding) => finding.key === 'status' && !isForeign(finding.sections)).map((finding) => readStatusWord(finding.texts[0] ?? ''));
  if (words.some((word) => word !== null && word !== 'decided' && word !== first.state)) return;
  values.word = { value: first.code.category, raw: first.code.category, label: null, confidence: 'certain', derived: true };
  values.state = first.state;
}

const UNDECIDED: ReadonlySet<string> = new Set(['pending', 'acknowledged', 'information-requested', 'not-found']);

/** The portal's word, or where it only says that the claim was decided, what the amounts say. */
export function finishStatus(values: ClaimValues): void {
  const { claim, word, state } = values;
  // The date of a state is the day of a decision only where there is one.
  const isOpen = state === null ? values.candidates.some((entry) => entry.field === 'status') : UNDECIDED.has(state);
  if (isOpen && claim.finalizedOn !== null && /^(?:[a-z]+ )?stat/i.test(claim.finalizedOn.label ?? '')) {
    values.candidates.push({ field: 'finalizedOn', values: [{ ...claim.finalizedOn, confidence: 'likely' }] });
    claim.finalizedOn = null;
  }
  if (word === null || state === null) return;
  if (state === 'decided' && claim.paid === null && values.candidates.some((entry) => entry.field === 'paid' && entry.values.length > 1)) {
    // What was paid is shown, and not agreed upon: what that makes of the claim is not known either.
    values.candidates.push({ field: 'status', values: [{ ...word, confidence: 'likely' }] });
    return;
  }
  if (state !== 'decided') {
    claim.status = { value: state, raw: word.raw, label: word.label, confidence: word.confidence };
    return;
  }
  // Bare reason numbers without a group are read as the groups they nearly always come with.
  const grouped = (list: readonly Adjustment[]): Adjustment[] => list.map((entry) => (entry.groupCode !== null ? entry : { ...entry, groupCode: /^(?:45|253)$/.test(entry.carc) ? 'CO' : /^[123]$/.test(entry.carc) ? 'PR' : null }));
  const coded = claim.adjustments.length > 0 || claim.lines.some((line) => line.adjustments.length > 0);
  if (claim.paid?.value === 0 && claim.charge === null && !coded) {
    // Nothing paid of an amount that is not shown: denied, or nothing was asked.
    values.candidates.push({ field: 'status', values: [{ ...word, confidence: 'likely' }] });
    return;
  }
  const sum = (key: 'charge' | 'paid'): number | null => (claim.lines.length === 0 ? null : claim.lines.reduce<number | null>((all, line) => (all === null || line[key] === null ? null : all + line[key].value), 0));
  const result = statusFromAmounts({
    charge: claim.charge?.value ?? sum('charge'), paid: claim.paid?.value ?? sum('paid'), adjustments: grouped(claim.adjustments),
    lines: claim.lines.map((line) => ({ charge: line.charge?.value ?? null, paid: line.paid?.value ?? null, adjustments: grouped(line.adjustments), status: line.status?.value ?? null })),
  });
  claim.status = { value: result, raw: word.raw, label: word.label, confidence: word.confidence, ...(result === 'finalized' ? {} : { derived: true as const }) };
}

/** A printed remittance has no word for a claim's state: as in the file that carries the same payment, its amounts say it. */
export function statusOfAmounts(values: ClaimValues): void {
  const { claim, word } = values;
  const { charge, paid } = claim;
  if (claim.status !== null || word !== null || values.candidates.some((entry) => entry.field === 'status') || charge === null || paid === null || charge.value <= 0 || paid.value < 0) return;
  if (claim.lines.length === 0 || claim.lines.some((line) => line.charge === null || line.paid === null)) return;
  const value = statusFromAmounts({ charge: charge.value, paid: paid.value, adjustments: claim.adjustments, lines: claim.lines.map((line) => ({ charge: line.charge?.value ?? null, paid: line.paid?.value ?? null, adjustments: line.adjustments })) });
  claim.status = { value, raw: paid.raw, label: paid.label, confidence: 'likely', derived: true };
}

/** `22 - Reversal of previous payment`: how a remittance says what became of a claim, under `Claim status code` as often as under `Status`. */
const PROCESSED = /^(?:[1-4]|19|2[0-5])\s*[-–:=]\s*(?:processed as|denied|reversal|not our claim)/i;

export function statusOf(findings: readonly Finding[]): { word: Found<string> | null; state: StatusWord | null; rivals: Found<string>[] } {
  const all = findings.filter((finding) => (finding.key === 'status' || finding.key === 'finalization' || finding.key === 'category' || finding.key === 'statusCode' && PROCESSED.test(finding.texts[0] ?? '')) && admissible(finding) >= 0 && !isEmptyMark(finding.texts[0] ?? ''));
  // A 277 category beside the portal's own word is a code, not the word.
  const worded = all.filter((finding) => finding.key !== 'category');
  const shown = worded.length > 0 ? worded : all;
  const entries: (Ranked<string> & { state: StatusWord | null })[] = [];
  for (const finding of shown) {
    const known = readTexts(finding.texts, (text) => readStatusWord(text));
    const raw = finding.texts[0] ?? '';
    if (known === null && (finding.key !== 'status' || readDate(raw) !== null || raw.length > 80)) continue;
    entries.push({ found: { value: known?.raw ?? raw, raw: known?.raw ?? raw, label: cleanLabel(finding.label), confidence: 'certain' }, rank: rankOf(finding) + (/claim|adjudication/i.test(finding.label) ? 0.5 : 0) - (finding.key === 'category' ? 0.5 : 0), at: finding.at, state: known?.value ?? null });
  }
  const telling = entries.filter((entry) => entry.state !== null && entry.state !== 'decided');
  const states = new Set(telling.map((entry) => entry.state));
  const first = telling[0] ?? entries.find((entry) => entry.state === 'decided');
  const unknown = entries.filter((entry) => entry.state === null);
  if (states.size > 1) {
    const best = Math.max(...telling.map((entry) => entry.rank));
    const top = telling.filter((entry) => entry.rank === best);
    const one = top[0];
    if (one !== undefined && new Set(top.map((entry) => entry.state)).size === 1) return { word: { ...one.found, confidence: 'likely' }, state: one.state, rivals: [] };
    return { word: null, state: null, rivals: telling.map((entry) => entry.found) };
  }
  // An unknown word of the same standing as a neutral one may say what the neutral one does not.
  if (first === undefined || first.state === 'decided' && unknown.some((entry) => entry.rank >= first.rank)) return { word: null, state: null, rivals: unknown.map((entry) => ({ ...entry.found, confidence: 'likely' })) };
  return { word: first.found, state: first.state, rivals: [] };
}

export function statusCodes(claim: ReadingClaim, findings: readonly Finding[]): void {
  const add = (category: string, status: string | null, entity: string | null): void => {
    const known = claim.statusCodes.find((old) => old.category === category && (old.status === status || old.status === null || status === null));
    if (known === undefined) claim.statusCodes.push({ category, status, entity });
    else {
      known.status ??= status;
      known.entity ??= entity;
    }
  };
  const usable = findings.filter((finding) => admissible(finding) >= 0);
  for (const finding of usable) {
    if (finding.key !== 'status' && finding.key !== 'statusCode' && finding.key !== 'category') continue;
    for (const triple of readStatusTriples(finding.texts[0] ?? '')) add(triple.category, triple.status, triple.entity);
  }
  const one = (keys: readonly LabelKey[], read: (text: string) => string | null): string | null => settle(ranked(usable, keys, read)).value?.value ?? null;
  const category = one(['category'], readCategory) ?? one(['statusCode'], readCategory) ?? one(['status'], readCategory);
  if (category === null) return;
  const status = one(['statusCode'], readStatusNumber);
  const entity = one(['entity'], (text) => /^([0-9A-Z]{2,3})(?:\s*[-–:(].*)?$/.exec(foldText(text))?.[1] ?? null);
  if (claim.statusCodes.length === 0 || !claim.statusCodes.some((old) => old.category === category)) add(category, status, entity);
}
