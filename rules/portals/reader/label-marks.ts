import { combinedLabel, readLabel, looksLikeLabel } from './labels.ts';
import type { LabelHit } from './labels.ts';
import { Trait } from './page-tree.ts';
import type { Box, PageTree } from './page-tree.ts';
import { readStatusWord } from './status-words.ts';
import { isEmptyMark } from './shown-text.ts';
import { inlinePairs } from './inline-pairs.ts';
import type { InlinePair } from './inline-pairs.ts';

/** Which boxes are labels, which texts hold whole pairs, and how many of both lie in each box. */
export type LabelMarks = { hits: Map<Box, LabelHit>; pairs: Map<Box, readonly InlinePair[]>; within: Map<Box, number> };

/** `Patient Responsibility (PR)` is a group code in words, not a label. */
const GROUP_IN_WORDS = /^(?:contractual obligations?|patient responsibility|other adjustments?|payer[- ]initiated(?: reductions?)?|corrections?(?: and reversals?)?) ?\((?:CO|PR|OA|PI|CR)\)$/i;

/** The label stage: looks at every short text once. */
export function markLabels(tree: PageTree): LabelMarks {
  for (const slices = markSlices(tree); ;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}

/** Pieces of text between two pauses. */
const SLICE = 300;

/** As `markLabels`, with pauses. */
export function* markSlices(tree: PageTree): Generator<undefined, LabelMarks> {
  const marks: LabelMarks = { hits: new Map(), pairs: new Map(), within: new Map() };
  if (tree.root !== null) yield* markLarge(tree.root, marks, 0, false);
  return marks;
}

function* markLarge(box: Box, marks: LabelMarks, depth: number, around: boolean): Generator<undefined, number> {
  if (box.end - box.start < SLICE || depth >= 500) return mark(box, marks, depth, around);
  const heading = isHeading(box, around);
  const own = markOwn(box, marks, heading);
  if (own < 0) return 1;
  let count = own;
  let since = 0;
  for (const kid of box.kids) {
    count += yield* markLarge(kid, marks, depth + 1, heading);
    since += kid.end - kid.start + 1;
    if (since < SLICE) continue;
    since = 0;
    yield;
  }
  marks.within.set(box, count);
  return count;
}

function mark(box: Box, marks: LabelMarks, depth: number, around: boolean): number {
  const heading = isHeading(box, around);
  const own = markOwn(box, marks, heading);
  if (own < 0) return 1;
  let count = own;
  if (depth < 600) for (const kid of box.kids) count += mark(kid, marks, depth + 1, heading);
  marks.within.set(box, count);
  return count;
}

function isHeading(box: Box, around: boolean): boolean {
  return around || (box.traits & Trait.heading) !== 0 && box.text.length <= 160;
}

/** Looks at a box as a whole: how many labels its own text holds, or -1 where all of it is one label. */
function markOwn(box: Box, marks: LabelMarks, heading: boolean): number {
  if ((box.traits & Trait.input) !== 0 || box.text === '') return 0;
  const parted = behindStroke(box);
  if (parted !== null) box.text = parted;
  const short = box.text.length <= 70 && (box.kids.length === 0 || box.kids.length <= 6 && box.kids.every((kid) => kid.kids.length === 0 && (kid.traits & Trait.input) === 0));
  const named = short ? readLabel(box.text) : null;
  const known = named !== null && !isNamedValue(box) && !GROUP_IN_WORDS.test(box.text) ? named : null;
  const hit = short && (box.traits & Trait.headCell) !== 0 ? linedHead(box, known) : known;
  // A group is a label only where its parts are not a label and its value (`Claim` + `Number`, but `Status` + `Paid` is a pair).
  if (hit !== null && (box.kids.length === 0 || splitLabel(box, hit))) {
    marks.hits.set(box, hit);
    marks.within.set(box, 1);
    return -1;
  }
  if (box.kids.length > 0 || box.text.length > 1200) return 0;
  const pairs = inlinePairs(box.text, () => rawText(box), heading || opensCard(box));
  if (pairs.length > 0) marks.pairs.set(box, pairs);
  return pairs.length > 0 ? pairs.length : looksLikeLabel(box.text) ? 1 : 0;
}

/** `| Member ID` between bold values: the stroke parts two pairs and belongs to neither. */
function behindStroke(box: Box): string | null {
  if (box.kids.length > 0 || !/^[|·•]\s/.test(box.text) || box.parent === null || box.parent.kids[0] === box) return null;
  const rest = box.text.slice(1).trim();
  return readLabel(rest) === null ? null : rest;
}

/** `Claim SH-26-90014` in bold or in a bar, the first thing in its card: a heading in all but name. */
function opensCard(box: Box): boolean {
  if ((box.traits & (Trait.link | Trait.button | Trait.nav | Trait.cell | Trait.live)) !== 0 || !/^claim #?\s?[A-Z0-9-]*\d[A-Z0-9-]{4,}$/i.test(box.text)) return false;
  const bar = box.parent;
  return bar !== null && bar.kids[0] === box && (/^(?:STRONG|B)$/.test(box.inner.tagName) || /^HEADER$/.test(bar.inner.tagName));
}

/** `Received` over `Processed` in one head cell: two labels that share a column. Where the lines read together are a label too, the values tell. */
function linedHead(box: Box, whole: LabelHit | null): LabelHit | null {
  const lines = box.kids.filter((kid) => kid.text !== '');
  if (lines.length < 2 || lines.length > 3 || whole?.parts !== undefined) return whole;
  const lined = combinedLabel(lines.map((line) => line.text));
  if (lined?.parts === undefined || lined.parts.some((part) => part.hit.weak && part.hit.key !== 'patientName' && part.hit.key !== 'dosFrom' && part.hit.key !== 'dosTo' && part.hit.key !== 'ccn')) return whole;
  return whole === null ? lined : { ...whole, perhaps: lined.parts };
}

/** A value that names its label by reference, or a badge with a status word, is no label whatever its words. */
function isNamedValue(box: Box): boolean {
  if ((box.traits & (Trait.badge | Trait.live)) !== 0 && (box.traits & (Trait.headCell | Trait.term | Trait.label)) === 0 && readStatusWord(box.text) !== null) return true;
  for (let at: Element | null = box.inner, steps = 0; at !== null && steps < 4; at = at === box.el ? null : at.parentElement, steps += 1) if (at.tagName === 'TD' && at.hasAttributes() && (at.hasAttribute('data-label') || at.hasAttribute('data-title') || at.hasAttribute('data-th')) || at.hasAttributes() && at.hasAttribute('aria-labelledby') && !/^(?:TABLE|SECTION|FIELDSET|UL|DL)$/.test(at.tagName) && (at.getAttribute('role') ?? '') !== 'tabpanel') return true;
  return false;
}

/** The text with its own white space: portals part inline pairs by runs of blanks. */
function rawText(box: Box): string {
  return box.node.nodeType === 3 ? box.node.nodeValue ?? '' : box.text;
}

function splitLabel(box: Box, hit: LabelHit): boolean {
  if ((box.traits & (Trait.row | Trait.list)) !== 0 && (box.traits & Trait.cell) === 0) return false;
  const parts = box.kids.filter((kid) => kid.text !== '');
  if (parts.some((part) => isEmptyMark(part.text) || /\d/.test(part.text) && !/^\(?[1-9]\)?$/.test(part.text))) return false;
  if (parts.slice(0, -1).some((part) => part.text.endsWith(':'))) return false; // the label is whole there; what follows is its value
  // `From` + `Date`: both are labels, and a date has no other word for a value.
  if (parts.length === 2 && /^date$/i.test(parts[1]?.text ?? '') && hit.key !== 'other') return true;
  const whole = parts.filter((kid) => readLabel(kid.text) !== null);
  if (whole.length === 0) return true;
  // Lines of one element (`Amount<br>Charged`) are one label.
  if (!hit.weak && parts.every((part) => part.node.nodeType === 3 && part.el === parts[0]?.el)) return true;
  // `Paid` + `amount`, `Check` + `Number`: the parts share a wrapper that is itself a label, a head cell or a term.
  if ((box.traits & (Trait.label | Trait.term | Trait.headCell)) !== 0) return true;
  return whole.length < parts.length && hit.key !== 'refLabel' && !hit.weak && parts.length <= 3;
}
