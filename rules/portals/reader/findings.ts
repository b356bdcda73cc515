import type { LabelKey } from './label-data.ts';
import type { LabelHit, LabelPart } from './labels.ts';
import type { LabelMarks } from './label-marks.ts';
import { Trait } from './page-tree.ts';
import type { Box, PageTree } from './page-tree.ts';
import type { Grid, Head } from './scan-matrix.ts';
import { fits } from './field-shapes.ts';
import { readClaimNumber } from './identifiers.ts';
import type { Section } from './sections.ts';
import { foldText, isCutOff, isEmptyMark } from './shown-text.ts';

/** A label with the text that stands as its value. `texts`: the whole value first, then its single pieces. */
export type Finding = {
  key: LabelKey; weak: boolean; label: string; texts: string[]; boxes: Box[]; sections: readonly Section[]; at: number;
  open: boolean; via: 'table' | 'sibling' | 'inline' | 'aria' | 'grid' | 'heading'; banner: boolean; /** From a table of one row that names no claim: its bare numbers may be counts. */ counted?: true;
};

/** A text that stands alone and is a status word: a coloured bar, a badge, the current step. */
export type LooseWord = { box: Box; text: string; at: number; sections: readonly Section[]; strong: boolean };

export type Scan = { findings: Finding[]; grids: Grid[]; headings: { text: string; at: number; level: number }[]; loose: LooseWord[]; /** Rows inside a table of service lines named the claims that the lines belong to. */ claimRows?: true; /** The heads of the last table, where it had nothing but heads. */ heads?: HeadsAlone };

/** Grids that scroll below their heads draw two tables: one of heads, one of rows. */
export type HeadsAlone = { heads: Head[]; width: number; end: number };

export type Scanner = { tree: PageTree; marks: LabelMarks; out: Scan; banner: boolean; /** How much may be looked at before the next pause. */ pace: { left: number } };

export function newScan(): Scan {
  return { findings: [], grids: [], headings: [], loose: [] };
}

/** A text cut for the eye may carry the whole of itself for the pointer; only what begins as the eye sees it counts. */
function wholeText(box: Box): string {
  const seen = box.text.replace(/(?:…|\.\.\.)$/, '').trim();
  for (let el: Element | null = box.inner, steps = 0; el !== null && steps < 4; el = el === box.el ? null : el.parentElement, steps += 1) {
    const whole = foldText(el.getAttribute('title') ?? el.getAttribute('aria-label') ?? '');
    if (whole.length > seen.length && whole.length <= 200 && seen !== '' && whole.startsWith(seen) && !isCutOff(whole)) return whole;
  }
  return box.text;
}

/** A button that copies shows what it copies. */
function copies(box: Box): boolean {
  for (let at: Element | null = (box.traits & Trait.button) === 0 ? null : box.inner, steps = 0; at !== null && steps < 4; at = at === box.el ? null : at.parentElement, steps += 1) if (/^(?:click to )?copy\b/i.test(at.getAttribute('aria-label') ?? at.getAttribute('title') ?? '')) return true;
  return false;
}

/** Buttons say what can be done; only one that shows a number shows a value. */
function isControl(box: Box): boolean {
  if ((box.traits & (Trait.button | Trait.nav | Trait.link)) === 0 || copies(box)) return false;
  return (box.traits & (Trait.button | Trait.nav)) !== 0 && !/\d{3}/.test(box.text) || (box.traits & Trait.link) !== 0 && /^(?:view|edit|copy|print|download|show|hide|more|details?|help|what'?s this|learn|expand|collapse|see|open|dispute|appeal|cancel)\b/i.test(box.text);
}

const drawn = new Map<string, boolean>();

/** `<small style="display:block">`: lines are made by style too. Asked once for each make of element. */
function drawnAsBlock(el: Element): boolean {
  const view = el.ownerDocument.defaultView;
  if (view === null || typeof view.getComputedStyle !== 'function') return false;
  const make = `${el.tagName}|${el.getAttribute('class') ?? ''}|${el.getAttribute('style') ?? ''}|${el.parentElement?.tagName ?? ''}|${el.parentElement?.getAttribute('class') ?? ''}`;
  let known = drawn.get(make);
  if (known === undefined) {
    if (drawn.size > 500) drawn.clear();
    known = /^(?:block|flex|grid|table|list-item|flow-root)/.test(view.getComputedStyle(el).display);
    drawn.set(make, known);
  }
  return known;
}

/** Whether two neighbouring pieces stand in lines of their own, so that they are no one text. */
function apart(before: Box, after: Box): boolean {
  if (after.node.nodeType === 3 && before.el === after.el) return after.node.previousSibling?.nodeName === 'BR';
  const lineOf = (box: Box, other: Box): boolean => {
    for (let at: Box | null = box; at !== null && !(at.start <= other.start && at.end >= other.end); at = at.parent) if ((at.traits & (Trait.block | Trait.detail)) !== 0 || drawnAsBlock(at.el)) return true;
    return after.el.previousSibling?.nodeName === 'BR';
  };
  return lineOf(after, before) || lineOf(before, after);
}

/** Leaves of a box, in order, without what only invites a click. */
function leavesOf(box: Box, limit = 60): Box[] {
  const out: Box[] = [];
  const walk = (at: Box, depth: number): void => {
    if (out.length >= limit || depth > 200) return;
    if (at.kids.length > 0) for (const kid of at.kids) walk(kid, depth + 1);
    else if (at.text !== '' && !isControl(at)) out.push(at);
  };
  walk(box, 0);
  return out;
}

const NONE: ReadonlySet<Box> = new Set();

/**
 * The value texts of one or more boxes: the whole, then the pieces. Where pieces stand in lines of their own, a line end parts them
 * in the whole: for a date range or a name it is a blank, but no number goes over two lines. `without`: pieces that are somebody else's.
 */
export function valueTexts(boxes: readonly Box[], without: ReadonlySet<Box> = NONE): string[] {
  const only = boxes.length === 1 && without.size === 0 ? boxes[0] : undefined;
  // Nearly always a value is one piece.
  if (only !== undefined && only.kids.length === 0) return only.text === '' || isControl(only) ? [] : [(isCutOff(only.text) ? wholeText(only) : only.text).slice(0, 400)];
  const leaves = boxes.flatMap((box) => leavesOf(box)).filter((leaf) => !without.has(leaf));
  const parts = leaves.map((leaf) => (isCutOff(leaf.text) ? wholeText(leaf) : leaf.text));
  const whole = parts.map((part, at) => { const [before, after] = [leaves[at - 1], leaves[at]]; return `${before === undefined || after === undefined ? '' : apart(before, after) ? '\n' : ' '}${part}`; }).join('').slice(0, 400);
  return parts.length > 1 ? [whole, ...parts] : whole === '' ? [] : [whole];
}

/**
 * The value texts of one part of a combined label: what stands in the cell is parted as the label was, by lines or by strokes.
 * Nothing where the parts do not come out even or do not fit what they should be.
 */
export function partTexts(texts: readonly string[], parts: readonly LabelPart[], part: number): string[] {
  const fitting = (pieces: readonly string[]): boolean => pieces.length === parts.length && pieces.every((piece, at) => { const key = parts[at]?.hit.key; return piece === '' || isEmptyMark(piece) || key !== undefined && fits(key, piece); });
  const whole = texts[0] ?? '';
  for (const pieces of [texts.slice(1), whole.split(/\s+[/|]\s+/), whole.split(/\s*[/|]\s*/), whole.split(/\s+[-–•·]\s+/), joinedPieces(texts.slice(1), parts.length)]) {
    const trimmed = pieces.map((piece) => piece.replace(/^[/|(]\s*|\s*[/|)]$/g, '').trim());
    if (fitting(trimmed)) return [trimmed[part] ?? ''].filter((text) => text !== '' && !isEmptyMark(text));
  }
  return [];
}

/** Separators that are pieces of their own are left out. */
function joinedPieces(texts: readonly string[], count: number): string[] {
  const kept = texts.filter((text) => !/^[/|•·-]$/.test(text));
  return kept.length === count ? kept : [];
}

const OF_CLAIM = /^(?:the |this )?claim(?: (?:details?|info(?:rmation)?|summary|header))?$/i;
const PERSON_OR_NUMBER = /^(?:member|beneficiary|enrollee)\W*$/i;

export function emit(scanner: Scanner, hit: LabelHit, label: string, boxes: readonly Box[], sections: readonly Section[], via: Finding['via'], open = false, text?: string): void {
  // A stroke behind a value parts it from the next pair.
  const texts = text === undefined ? valueTexts(boxes).map((one) => one.replace(/\s+[|·•]$/, '')) : [text];
  const first = boxes[0];
  if (texts.length === 0 || first === undefined) return;
  const parts = hit.parts ?? (hit.perhaps !== undefined && !fits(hit.key, texts[0] ?? '') ? hit.perhaps : []);
  const own = parts.map((_, at) => partTexts(texts, parts, at)[0]);
  parts.forEach((part, at) => {
    const value = own[at];
    if (value !== undefined) emit(scanner, part.hit, part.label, boxes, sections, via, open, value);
  });
  if (hit.parts !== undefined || own.some((value) => value !== undefined)) return;
  if (boxes.some((box) => (box.traits & Trait.input) !== 0 && inSearchForm(box))) return;
  // `Service` and `Code` are named by what stands beside them.
  const key = (hit.key === 'dos' && hit.weak || hit.key === 'code') && fits('procedure', texts[0] ?? '') && (hit.key === 'dos' || /^code$/i.test(label.trim())) ? 'procedure' : hit.key;
  // `Number` in a card called `Claim` is the claim's.
  const last = sections[sections.length - 1];
  if (key === 'lineNo' && hit.weak && via !== 'grid' && last !== undefined && OF_CLAIM.test(last.text) && /[a-z]|#/i.test(label) && readClaimNumber(texts[0] ?? '') !== null) {
    scanner.out.findings.push({ key: 'ccn', weak: true, label, texts, boxes: [...boxes], sections, at: first.start, open, via, banner: scanner.banner });
    return;
  }
  // So is `ID` there, and no member's.
  if (key === 'memberId' && hit.weak && last !== undefined && OF_CLAIM.test(last.text) && /^id(?: ?(?:#|no\.?|number))?\W*$/i.test(label)) {
    if (readClaimNumber(texts[0] ?? '') !== null) scanner.out.findings.push({ key: 'ccn', weak: true, label, texts, boxes: [...boxes], sections, at: first.start, open, via, banner: scanner.banner });
    return;
  }
  // `Member` is a person or a number, as its value says.
  scanner.out.findings.push({ key: key === 'patientName' && PERSON_OR_NUMBER.test(label.trim()) && /\d{4}/.test(texts[0] ?? '') && fits('memberId', texts[0] ?? '') ? 'memberId' : key, weak: hit.weak, label, texts, boxes: [...boxes], sections, at: first.start, open, via, banner: scanner.banner });
}

/** A fixed field among fields to fill in is part of a form, not of an answer. */
function inSearchForm(box: Box): boolean {
  for (let at = box.parent, steps = 0; at !== null && steps < 7; at = at.parent, steps += 1) {
    let fixed = 0;
    let open = 0;
    const walk = (inner: Box, depth: number): void => {
      if ((inner.traits & Trait.editable) !== 0) open += 1;
      else if ((inner.traits & Trait.input) !== 0) fixed += 1;
      if (depth < 12 && fixed + open < 40) for (const kid of inner.kids) walk(kid, depth + 1);
    };
    walk(at, 0);
    if (open > 0) return open >= fixed;
    if (fixed >= 5) return false;
  }
  return false;
}
