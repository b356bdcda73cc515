import { LABEL_PHRASES } from './label-data.ts';
import type { LabelKey } from './label-data.ts';
import { labelWords, wordsOutsideParentheses } from './label-words.ts';
import { spanishLabel } from './spanish-labels.ts';
import { englishHalf } from './two-languages.ts';
import { portalWordKey, portalWords } from './portal-words.ts';
import { remembering } from './remembered.ts';

/** A label that was understood. `weak`: the words alone do not settle it (`Amount`, `Number`). */
export type LabelHit = {
  key: LabelKey; weak: boolean; /** Known by its last word only, so it may have swallowed what stands before it. */ generic?: true;
  /** Known by its Spanish words alone. */ spanish?: true;
  /** `Billed / Paid`: several labels in one, whose values stand in one place in the same order. The key is `other` then. */ parts?: readonly LabelPart[];
  /** `Patient / Member ID`: one label, or two; the values tell. */ perhaps?: readonly LabelPart[];
};
export type LabelPart = { hit: LabelHit; label: string };

let table: Map<string, LabelHit> | null = null;

/**
 * All phrases one pattern stands for, in plain words. The words of a pattern are made plain once, before they are put together:
 * what `labelWords` does to words it does to each alone, but for a word that is repeated, which counts once.
 */
function expand(pattern: string): string[] {
  let out = [''];
  for (const part of pattern.match(/\[[^\]]*\]|\([^)]*\)|[^\s[\](]+/g) ?? []) {
    const choices = (part.startsWith('[') ? ['', ...part.slice(1, -1).split('|')] : part.startsWith('(') ? part.slice(1, -1).split('|') : [part]).map(labelWords);
    const next: string[] = [];
    for (const head of out) for (const choice of choices) next.push(put(head, choice));
    out = next;
  }
  return out;
}

function put(head: string, choice: string): string {
  if (head === '' || choice === '') return head + choice;
  const gap = choice.indexOf(' ');
  const first = gap < 0 ? choice : choice.slice(0, gap);
  if (head !== first && !head.endsWith(` ${first}`)) return `${head} ${choice}`;
  return gap < 0 ? head : head + choice.slice(gap);
}

function addPhrases(built: Map<string, LabelHit>, key: LabelKey): void {
  for (const pattern of LABEL_PHRASES[key]) {
    const weak = pattern.startsWith('?');
    const hit: LabelHit = { key, weak };
    for (const words of expand(weak ? pattern.slice(1) : pattern)) if (words !== '' && !built.has(words)) built.set(words, hit);
  }
}

/** Builds the table that the first reading needs, with pauses. */
export function* prepareLabels(): Generator<undefined, Map<string, LabelHit>> {
  if (table !== null) return table;
  const built = new Map<string, LabelHit>();
  for (const key of Object.keys(LABEL_PHRASES) as LabelKey[]) {
    addPhrases(built, key);
    yield;
  }
  return table = built;
}

function build(): Map<string, LabelHit> {
  for (const slices = prepareLabels(); ;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}

/** Words that make a number label somebody else's number, wherever they stand. */
const FOREIGN = /\b(?:original|dual|related|previous|prior|replaced|replacement|adjusted|clearinghouse|customer|submitter|vendor|other|linked|secondary|crossover|corrected)\b/;
const PAID_BY = /^(?:total |amount )?paid by (?!patient|member|other|insured|subscriber|secondary|primary|tpl|third)[a-z0-9 ]{2,40}$/;
const PLAN_PAID = /^(?!(?:.* )?(?:other|primary|secondary|tertiary|prior|previous|estimated|expected|maximum|patient|member)\b)(?:[a-z0-9]+ ){1,4}plan (?:paid|payment)(?: amount)?$/;
const REFERENCE = /^(?:[a-z0-9]+ ){1,4}(?:number|id|reference|tracking number|trace number)$/;
const NO_REFERENCE = /\b(?:npi|tin|tax|ein|ptan|phone|fax|line|page|group|policy|provider|taxonomy|zip|drg|facility|plan|user|login|state|license|dea|routing|bank|ssn|social|card|suite|box|extension|contract|case manager|site|tooth|room|of)\b/;

const CODE_PARTS: ReadonlySet<LabelKey> = new Set(['group', 'carc', 'rarc', 'codes', 'adjAmount']);

/**
 * What a label on a page means, or null. `text` is the label as shown; values, prose and unknown words give null.
 */
export function readLabel(text: string): LabelHit | null {
  const own = text.length > 80 ? undefined : portalWords()?.labels.get(portalWordKey(text));
  if (own !== undefined) return own;
  if (text.length < 2 || text.length > 70) return text === '#' ? { key: 'lineNo', weak: true } : null;
  // Values are many and each another; labels are few and repeat: only what may be one is kept.
  return /^[#A-Za-z*(]|^\d{3} ?[A-Za-z]/.test(text) ? meantBy(text) : null;
}

const meantBy = remembering((text) => (mayBeLabel(text) ? look(text) : null), 8000);

function mayBeLabel(text: string): boolean {
  if (/^(?:members|patients|claims|clients|recipients|enrollees|subscribers|beneficiaries|payments|checks|appeals|disputes|remittances|providers|messages|services|plans)$/i.test(text)) return false; // places to go, not facts
  return !/(?:[-–—]|n\/a)$/i.test(text); // a label with an empty mark behind it is a pair
}

function look(text: string): LabelHit | null {
  table ??= build();
  const words = labelWords(text);
  if (words === '' || words.length > 70) return null;
  if (/^S\/?LOC:?$/i.test(text.trim())) return { key: 'status', weak: false }; // status and location, Medicare Part A
  const exact = table.get(words) ?? (text.includes('(') ? table.get(wordsOutsideParentheses(text)) : undefined);
  const combined = /[/|&•·\-–]/.test(text) ? combinedLabel(text.replace(/\s*:\s*$/, '').split(/\s*[/|&]\s*|\s+[-–•·]\s+/)) : null;
  // `Patient / DOB`: what stands before the stroke is worth having, though both together are nothing we look for.
  if (exact?.key === 'other' && combined?.parts !== undefined && /\s[/|]\s/.test(text)) return combined;
  if (exact !== undefined) return combined?.parts === undefined ? exact : { ...exact, perhaps: combined.parts };
  // `Group/Reason/Amount`: codes and what they took, written one behind the other in one place.
  if (combined?.parts?.every((part) => CODE_PARTS.has(part.hit.key)) === true) return { key: 'codes', weak: false, perhaps: combined.parts };
  if (combined !== null) return combined;
  const english = englishHalf(text);
  if (english !== null) return readLabel(english);
  // `Claim billed amount`, `Line paid amount`: the first word only names the level.
  const level = /^(?:claim|total claim|line|service line|claim line|current|overall)\s(.+)$/.exec(words);
  if (level !== null) {
    const rest = table.get(level[1] ?? '');
    if (rest !== undefined && !rest.weak && rest.key !== 'other' && rest.key !== 'refLabel') return rest;
  }
  // `EOB 1`, `Reason code 2`: the second column of the same.
  const counted = /^(.+) [1-9]$/.exec(words);
  if (counted !== null) {
    const rest = table.get(counted[1] ?? '');
    if (rest !== undefined && /^(?:payerCode|carc|rarc|codes|group|adjAmount|modifier)$/.test(rest.key)) return rest;
  }
  // `ICN under appeal`, `Billed for this claim`: what stands behind only says which claim is meant.
  const about = /^(.+?) (?:under (?:appeal|dispute)|(?:for|on|of) claim|to date of claim)$/.exec(words);
  if (about !== null) {
    const rest = table.get(about[1] ?? '');
    if (rest !== undefined && rest.key !== 'other') return rest;
  }
  const spanish = spanishLabel(text);
  if (spanish !== null) return { ...spanish, spanish: true };
  if (PAID_BY.test(words) || PLAN_PAID.test(words)) return { key: 'paid', weak: false };
  if (/[.!?]$/.test(text) || /\d{3}/.test(text)) return null;
  if (REFERENCE.test(words) && !NO_REFERENCE.test(words)) return { key: 'refLabel', weak: true, generic: true };
  if (FOREIGN.test(words) && /\b(?:number|id|icn|dcn|tcn|ccn)$/.test(words)) return { key: 'refLabel', weak: false, generic: true };
  return null;
}

/** The words `Amount` and `Date` are often written once for all: `Billed / Paid Amount`. */
const LENT = /\s(?:amount|amt|date|dates|number|no\.?|#|id|code|codes|name)$/i;

/** Two or three labels that share one place, or null where they are no labels or name the same thing. */
export function combinedLabel(texts: readonly string[]): LabelHit | null {
  if (texts.length < 2 || texts.length > 3) return null;
  const last = texts[texts.length - 1] ?? '';
  const lent = LENT.exec(last)?.[0] ?? '';
  const parts: LabelPart[] = [];
  for (const text of texts) {
    const hit = readLabel(text.trim()) ?? (lent === '' ? null : readLabel(`${text.trim()}${lent}`));
    if (hit === null || hit.parts !== undefined || hit.generic === true) return null;
    parts.push({ hit, label: text.trim() });
  }
  const keys = new Set(parts.map((part) => part.hit.key));
  return keys.size === parts.length && [...keys].some((key) => key !== 'other' && key !== 'refLabel') ? { key: 'other', weak: false, parts } : null;
}

let starts: Set<string> | null = null;

/** Whether any known label begins with this word. */
export function startsLabel(word: string): boolean {
  if (starts === null) {
    table ??= build();
    starts = new Set([...table.keys()].map((phrase) => phrase.split(' ')[0] ?? ''));
  }
  const plain = labelWords(word);
  return plain === '' || starts.has(plain.split(' ')[0] ?? '');
}

/** Whether a text is written as a label though its words are unknown to us: short, ends with a colon. */
export function looksLikeLabel(text: string): boolean {
  return text.length <= 50 && text.endsWith(':') && !/\d{3}/.test(text);
}
