import type { LabelKey } from './label-data.ts';
import { readLabel, looksLikeLabel } from './labels.ts';
import type { LabelHit } from './labels.ts';
import type { LabelMarks } from './label-marks.ts';
import { Trait } from './page-tree.ts';
import type { Box, PageTree } from './page-tree.ts';
import { readMatrix, tableOf } from './matrix.ts';
import { scanMatrix } from './scan-matrix.ts';
import type { Grid } from './scan-matrix.ts';
import { fits } from './field-shapes.ts';
import { FOREIGN_SECTIONS, sectionKind } from './sections.ts';
import type { Section } from './sections.ts';
import { readStatusWord } from './status-words.ts';

/** A label with the text that stands as its value. `texts`: the whole value first, then its single pieces. */
export type Finding = {
  key: LabelKey; weak: boolean; label: string; texts: string[]; boxes: Box[]; sections: readonly Section[]; at: number;
  open: boolean; via: 'table' | 'sibling' | 'inline' | 'aria' | 'grid' | 'heading'; banner: boolean;
};
/** A text that stands alone and is a status word: a coloured bar, a badge, the current step. */
export type LooseWord = { box: Box; text: string; at: number; sections: readonly Section[]; strong: boolean };
export type Scan = { findings: Finding[]; grids: Grid[]; headings: { text: string; at: number; level: number }[]; loose: LooseWord[] };

export type Scanner = { tree: PageTree; marks: LabelMarks; out: Scan; banner: boolean };

export function newScan(): Scan {
  return { findings: [], grids: [], headings: [], loose: [] };
}

/** The pieces of text in a box, in order, without what only invites a click. */
export function pieces(box: Box, limit = 60): string[] {
  const out: string[] = [];
  const walk = (at: Box, depth: number): void => {
    if (out.length >= limit || depth > 200) return;
    if (at.kids.length === 0) {
      if (at.text !== '' && !isControl(at)) out.push(at.text);
    } else for (const kid of at.kids) walk(kid, depth + 1);
  };
  walk(box, 0);
  return out;
}

/** Buttons say what can be done; only one that shows a number shows a value. */
function isControl(box: Box): boolean {
  return (box.traits & (Trait.button | Trait.nav)) !== 0 && !/\d{3}/.test(box.text) || (box.traits & Trait.link) !== 0 && /^(?:view|edit|copy|print|download|show|hide|more|details?|help|what'?s this|learn|expand|collapse|see|open|dispute|appeal|cancel)\b/i.test(box.text);
}

/** The value texts of one or more boxes: the whole, then the pieces. */
export function valueTexts(boxes: readonly Box[]): string[] {
  const parts = boxes.flatMap((box) => pieces(box));
  const whole = parts.join(' ').slice(0, 400);
  return parts.length > 1 ? [whole, ...parts] : whole === '' ? [] : [whole];
}

export function emit(scanner: Scanner, hit: LabelHit, label: string, boxes: readonly Box[], sections: readonly Section[], via: Finding['via'], open = false, text?: string): void {
  const texts = text === undefined ? valueTexts(boxes) : [text];
  const first = boxes[0];
  if (texts.length === 0 || first === undefined) return;
  if (boxes.some((box) => (box.traits & Trait.input) !== 0 && inSearchForm(box))) return;
  // `Service` and `Code` are named by what stands beside them.
  const key = (hit.key === 'dos' && hit.weak || hit.key === 'code') && fits('procedure', texts[0] ?? '') && (hit.key === 'dos' || /^code$/i.test(label.trim())) ? 'procedure' : hit.key;
  scanner.out.findings.push({ key, weak: hit.weak, label, texts, boxes: [...boxes], sections, at: first.start, open, via, banner: scanner.banner });
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

/** The pairing stage: goes through the boxes and writes down pairs, grids, headings and status words. */
export function scanBox(scanner: Scanner, box: Box, sections: readonly Section[], depth = 0): void {
  if (depth > 500 || (box.traits & (Trait.nav | Trait.editable)) !== 0 && (box.traits & Trait.cell) === 0) return;
  const named = (box.traits & (Trait.link | Trait.button)) === 0 ? ownSection(box) : null;
  const inside = named === null ? sections : [...sections, named];
  const wasBanner = scanner.banner;
  if ((box.traits & Trait.banner) !== 0) scanner.banner = true;
  ariaPair(scanner, box, inside);
  const table = tableOf(box);
  // A long table without a single label says nothing about a claim.
  if (table !== null && box.kids.length > 40 && (scanner.marks.within.get(box) ?? 0) === 0) return;
  const matrix = table === null ? null : readMatrix(table, scanner.tree);
  if (matrix !== null && matrix.width > 0) scanMatrix(scanner, matrix, inside, depth);
  else if (box.kids.length === 0) scanLeaf(scanner, box, inside);
  else scanKids(scanner, box.kids, inside, depth);
  scanner.banner = wasBanner;
}

/** Regions, groups and tables that name themselves for assistive technology. */
function ownSection(box: Box): Section | null {
  for (let at: Element | null = box.inner, steps = 0; at !== null && steps < 8; at = at === box.el ? null : at.parentElement, steps += 1) {
    const role = at.getAttribute('role');
    if (role !== 'region' && role !== 'group' && role !== 'tabpanel' && at.tagName !== 'SECTION' && at.tagName !== 'FIELDSET' && at.tagName !== 'TABLE' && role !== 'table' && role !== 'grid' && role !== 'dialog' && role !== 'search' && at.tagName !== 'ASIDE' && at.tagName !== 'ARTICLE') continue;
    const text = at.getAttribute('aria-label') ?? referenced(at, 'aria-labelledby') ?? (role === 'search' ? 'Search' : null);
    if (text !== null && text.trim() !== '' && text.length <= 140) return { text, kind: sectionKind(text), level: 0 };
  }
  return null;
}

function referenced(el: Element, attribute: string): string | null {
  const ids = el.getAttribute(attribute);
  if (ids === null || ids.length > 200) return null;
  const root = el.getRootNode() as Document | ShadowRoot;
  if (typeof root.getElementById !== 'function') return null;
  const texts = ids.trim().split(/\s+/).slice(0, 4).map((id) => root.getElementById(id)?.textContent?.trim() ?? '').filter((text) => text !== '');
  return texts.length === 0 ? null : texts.join(' ').replace(/\s+/g, ' ');
}

const PLAIN_ATTRIBUTES = ['aria-label', 'data-label', 'data-title', 'data-th', 'data-header', 'title'] as const;

/** A value that carries its label as an attribute. */
function ariaPair(scanner: Scanner, box: Box, sections: readonly Section[]): void {
  if (box.text === '' || box.text.length > 160 || scanner.marks.hits.has(box) || (scanner.marks.within.get(box) ?? 0) > 0) return;
  for (let at: Element | null = box.inner, steps = 0; at !== null && steps < 4; at = at === box.el ? null : at.parentElement, steps += 1) {
    if (at.attributes.length === 0) continue;
    for (const name of PLAIN_ATTRIBUTES) {
      const text = at.getAttribute(name);
      if (text === null || text.length > 60 || text === box.text) continue;
      const hit = readLabel(text.trim());
      if (hit !== null && !hit.weak && hit.key !== 'other') { emit(scanner, hit, text.trim(), [box], sections, 'aria'); return; }
    }
    const text = referenced(at, 'aria-labelledby');
    const hit = text === null ? null : readLabel(text);
    if (text !== null && hit !== null && hit.key !== 'other') { emit(scanner, hit, text, [box], sections, 'aria'); return; }
  }
}

function scanLeaf(scanner: Scanner, box: Box, sections: readonly Section[]): void {
  for (const pair of scanner.marks.pairs.get(box) ?? []) emit(scanner, pair.hit, pair.label, [box], sections, (box.traits & Trait.heading) !== 0 ? 'heading' : 'inline', pair.open, pair.value);
  looseWord(scanner, box, sections);
}

function looseWord(scanner: Scanner, box: Box, sections: readonly Section[]): void {
  if (box.text.length <= 60 && !box.text.includes(':') && (box.traits & (Trait.button | Trait.link | Trait.tab)) === 0 && readStatusWord(box.text) !== null) {
    const current = currentStep(box);
    scanner.out.loose.push({ box, text: box.text, at: box.start, sections, strong: current || ((box.traits | (box.parent !== null && box.parent.text === box.text ? box.parent.traits : 0)) & (Trait.badge | Trait.live)) !== 0 });
  }
}

function currentStep(box: Box): boolean {
  for (let at: Element | null = box.el, steps = 0; at !== null && steps < 4; at = at.parentElement, steps += 1) if (at.getAttribute('aria-current') === 'step' || at.getAttribute('aria-current') === 'true') return true;
  return false;
}

/** Siblings: labels beside values, values under labels, headings over what follows. */
export function scanKids(scanner: Scanner, kids: readonly Box[], sections: readonly Section[], depth: number): void {
  const { hits, within } = scanner.marks;
  let stack = [...sections];
  const base = sections.length;
  let opened = -1;
  for (let index = 0; index < kids.length; index += 1) {
    const kid = kids[index];
    if (kid === undefined || (kid.traits & Trait.empty) !== 0 && (kid.traits & Trait.editable) === 0) continue;
    const heading = headingOf(scanner, kid, kids, index);
    if (heading !== null) {
      stack = stack.filter((section, at) => at < base || section.level < heading.level);
      stack.push(heading);
      opened = index;
      scanner.out.headings.push({ text: heading.text, at: kid.start, level: heading.level });
      if (kid.kids.length > 0 && !hits.has(kid)) scanKids(scanner, kid.kids, stack, depth + 1);
      else if (!hits.has(kid)) scanLeaf(scanner, kid, stack);
      continue;
    }
    if (stack.length > base && index > 0) stack = leaveAside(scanner, stack, base, opened, kids, index);
    const rows = labelRow(scanner, kid) && !statusTile(scanner, kid) ? valueRows(scanner, kid, kids, index) : null;
    if (rows !== null) {
      pairRows(scanner, kid, rows.rows, stack, depth);
      index += rows.took;
      continue;
    }
    const hit = hits.get(kid) ?? null;
    const unknown = hit === null && kid.kids.length === 0 && ((kid.traits & (Trait.term | Trait.label)) !== 0 && kid.text.length <= 60 || looksLikeLabel(kid.text));
    // Links and buttons lead somewhere: what stands beside them is not their value.
    const leads = (kid.traits & (Trait.link | Trait.button)) !== 0 && (kid.traits & (Trait.cell | Trait.term | Trait.label)) === 0;
    if (hit !== null && leads) continue;
    if (hit !== null || unknown) {
      if (hit !== null && labelled(scanner, kid, hit, stack)) continue;
      const second = kids[1];
      const secondHit = second === undefined ? undefined : hits.get(second);
      if (kids.length === 2 && index === 0 && second !== undefined && secondHit !== undefined && isStatusKey(secondHit.key) && (hit === null || !isStatusKey(hit.key)) && readStatusWord(kid.text) !== null && valuesFirst(scanner, kid.parent)) {
        emit(scanner, secondHit, second.text, [kid], stack, 'sibling');
        return;
      }
      const next = kids[index + 1];
      const paired = next !== undefined && (next.traits & (Trait.empty | Trait.editable)) === 0 && canBeValue(scanner, hit, next);
      if (hit !== null && !paired && kid.kids.length === 0) looseWord(scanner, kid, stack);
      if (next === undefined) continue;
      // What people wrote about a claim is not what the portal says of it.
      if (hit !== null && hit.key === 'other' && /\b(?:notes?|comments?|messages?|subject)\b/i.test(kid.text) && !hits.has(next) && (next.traits & Trait.heading) === 0) {
        index += 1;
        continue;
      }
      if ((next.traits & (Trait.empty | Trait.editable)) !== 0) {
        index += 1;
        continue;
      }
      const before = kids[index - 1];
      // Tiles put the amount above its name: two pieces, the value first.
      if (hit !== null && kids.length === 2 && before !== undefined) continue;
      if (canBeValue(scanner, hit, next) && besideOrBelow(scanner, kid, next)) {
        const values = [next];
        for (let at = index + 2; at < kids.length && at < index + 5; at += 1) {
          const more = kids[at];
          if (more === undefined || hits.has(more) || (more.traits & (Trait.empty | Trait.editable | Trait.heading | Trait.term)) !== 0 || (within.get(more) ?? 0) > 0 || looksLikeLabel(more.text)) break;
          values.push(more);
        }
        const wide = values.length > 1 && kids.length > 2 + values.length && (kid.traits & Trait.term) === 0;
        if (hit !== null) emit(scanner, hit, kid.text, wide ? [next] : values.length > 1 && fits(hit.key, next.text) ? [next] : values, stack, 'sibling');
        index += (kid.traits & Trait.term) !== 0 ? values.length : 1;
      }
      continue;
    }
    const after = kids[index + 1];
    const afterHit = after === undefined ? undefined : hits.get(after);
    if (after !== undefined && afterHit !== undefined && kids.length === 2 && (within.get(kid) ?? 0) === 0 && (isTyped(afterHit.key) || valuesFirst(scanner, kid.parent)) && fits(afterHit.key, kid.text)) {
      emit(scanner, afterHit, after.text, [kid], stack, 'sibling');
      return;
    }
    scanBox(scanner, kid, stack, depth + 1);
  }
}

const ASIDES: ReadonlySet<string> = new Set([...FOREIGN_SECTIONS, 'cob', 'legend', 'subscriber', 'provider', 'eligibility']);

/**
 * A heading like `Other insurance` or `Claim history` ends where its own table or note is followed by a block that gives a
 * claim's number with the rest of a claim: pages do not always give that block a heading of its own.
 */
function leaveAside(scanner: Scanner, stack: Section[], base: number, opened: number, kids: readonly Box[], index: number): Section[] {
  const kid = kids[index];
  const last = stack[stack.length - 1];
  if (kid === undefined || last === undefined || last.kind === null || !ASIDES.has(last.kind) || index - opened < 2) return stack;
  if (!namesClaim(scanner, kid) || kids.slice(opened + 1, index).some((before) => namesClaim(scanner, before, 0))) return stack;
  return stack.filter((section, at) => at < base || section.kind === null || !ASIDES.has(section.kind));
}

/** Whether a block holds the label of a claim's number and `more` other labels of a claim. */
function namesClaim(scanner: Scanner, box: Box, more = 4): boolean {
  if ((box.traits & (Trait.form | Trait.nav | Trait.dialog)) !== 0 || (scanner.marks.within.get(box) ?? 0) <= more) return false;
  let number = false;
  const others = new Set<LabelKey>();
  const note = (hit: LabelHit): void => {
    if (hit.key === 'ccn') number ||= !hit.weak || more === 0;
    else if (hit.key !== 'other' && hit.key !== 'refLabel') others.add(hit.key);
  };
  const walk = (at: Box, depth: number): void => {
    const hit = scanner.marks.hits.get(at);
    if (hit !== undefined) note(hit);
    for (const pair of scanner.marks.pairs.get(at) ?? []) note(pair.hit);
    if (depth < 12) for (const inner of at.kids) walk(inner, depth + 1);
  };
  walk(box, 0);
  return number && others.size >= more;
}

function isStatusKey(key: LabelKey): boolean {
  return key === 'status' || key === 'appealStatus' || key === 'appealOutcome' || key === 'finalization' || key === 'category';
}

/** Whether the groups around this one all put the value before its name. */
function valuesFirst(scanner: Scanner, group: Box | null): boolean {
  const around = group?.parent?.kids ?? [];
  let first = 0;
  for (const other of around) {
    const [a, b] = other.kids;
    if (other.kids.length !== 2 || a === undefined || b === undefined) continue;
    const labelFirst = scanner.marks.hits.has(a) && readStatusWord(a.text) === null;
    if (labelFirst) return false;
    if (scanner.marks.hits.has(b)) first += 1;
  }
  return first >= 3;
}

/** `Paid` over `Status` among tiles that put the value above its name: a pair, not two labels. */
function statusTile(scanner: Scanner, group: Box): boolean {
  const [value, label] = group.kids;
  const hit = label === undefined ? undefined : scanner.marks.hits.get(label);
  return group.kids.length === 2 && value !== undefined && hit !== undefined && isStatusKey(hit.key) && readStatusWord(value.text) !== null && valuesFirst(scanner, group);
}

/** Fields whose values cannot be mistaken for words. */
function isTyped(key: LabelKey): boolean {
  return key === 'charge' || key === 'allowed' || key === 'paid' || key === 'patResp' || key === 'checkAmount' || key === 'ccn' || key === 'dos' || key === 'received' || key === 'finalized' || key === 'payDate' || key === 'payNumber';
}

/** `<label for>` and the field or text it names. */
function labelled(scanner: Scanner, box: Box, hit: LabelHit, sections: readonly Section[]): boolean {
  for (let at: Element | null = box.inner, steps = 0; at !== null && steps < 4; at = at === box.el ? null : at.parentElement, steps += 1) {
    const id = at.tagName === 'LABEL' ? at.getAttribute('for') : null;
    if (id === null || id === '') continue;
    const root = at.getRootNode() as Document | ShadowRoot;
    const target = typeof root.getElementById === 'function' ? root.getElementById(id) : null;
    const value = target === null ? undefined : scanner.tree.boxOf.get(target);
    if (value === undefined || value === box || value.start <= box.end && value.end >= box.start) continue;
    if ((value.traits & (Trait.empty | Trait.editable)) === 0) emit(scanner, hit, box.text, [value], sections, 'aria');
    return true;
  }
  return false;
}

/** Whether a box may be the value of a label: no label itself, unless it is a status word under a status label. */
export function canBeValue(scanner: Scanner, hit: LabelHit | null, next: Box): boolean {
  const own = scanner.marks.hits.get(next);
  if (namedByReference(next)) return false;
  if (own !== undefined && hit !== null && hit.key === 'group' && fits('group', next.text)) return true;
  if (own !== undefined) return hit !== null && (hit.key === 'status' || hit.key === 'appealStatus' || hit.key === 'appealOutcome' || hit.key === 'finalization' || hit.key === 'category') && (readStatusWord(next.text) !== null || fits('appealOutcome', next.text)) || (next.traits & Trait.detail) !== 0 && (next.traits & Trait.term) === 0;
  if ((next.traits & Trait.detail) !== 0) return (scanner.marks.within.get(next) ?? 0) === 0;
  return (scanner.marks.within.get(next) ?? 0) === 0 && (next.traits & (Trait.heading | Trait.term | Trait.nav)) === 0 && !looksLikeLabel(next.text) && next.text.length <= 400;
}

/** A value that says by reference whose it is belongs to no neighbour. */
function namedByReference(box: Box): boolean {
  for (let at: Element | null = box.inner, steps = 0; at !== null && steps < 4; at = at === box.el ? null : at.parentElement, steps += 1) {
    const text = at.hasAttribute('aria-labelledby') ? referenced(at, 'aria-labelledby') : null;
    if (text !== null && readLabel(text) !== null) return true;
  }
  return false;
}

/** Where there is a layout, a value stands right of its label or under it, never left of or above it, and not far away. */
function besideOrBelow(scanner: Scanner, label: Box, value: Box): boolean {
  if (!scanner.tree.sight.hasLayout) return true;
  const a = scanner.tree.sight.rectOf(label.node);
  const b = scanner.tree.sight.rectOf(value.node);
  if (a === null || b === null || b.width === 0) return true;
  if (b.bottom < a.top + 2) return false;
  const sameLine = b.top < a.bottom - 2 && b.bottom > a.top + 2;
  return sameLine ? b.left >= a.left : b.top - a.bottom < 160 && b.left < a.right + 240 && b.right > a.left - 60;
}

function headingOf(scanner: Scanner, kid: Box, kids: readonly Box[], index: number): Section | null {
  if (kid.text === '' || kid.text.length > 160 || (kid.traits & Trait.heading) === 0 && readStatusWord(kid.text) !== null || (kid.traits & (Trait.input | Trait.nav | Trait.table)) !== 0) return null;
  const heading = (kid.traits & Trait.heading) !== 0 ? kid : kid.kids.length > 0 && kid.kids.length <= 6 ? kid.kids.find((inner) => (inner.traits & Trait.heading) !== 0) : undefined;
  const next = kids[index + 1];
  if (heading !== undefined && (heading === kid || next !== undefined)) {
    // A field drawn in heading size (`h5` over its value) stays a label: the rest of its card is only the value.
    const hit = scanner.marks.hits.get(heading);
    if (hit !== undefined && next !== undefined && canBeValue(scanner, hit, next) && fits(hit.key, next.text)) return null;
    // A group with fields of its own keeps its heading to itself; a title bar passes it on.
    if (heading !== kid && ((scanner.marks.within.get(kid) ?? 0) > (scanner.marks.hits.has(heading) ? 1 : 0) || /^(?:FIELDSET|SECTION|FORM|ARTICLE)$/.test(kid.inner.tagName) || kid.kids.some((inner) => (inner.traits & (Trait.editable | Trait.input)) !== 0))) return null;
    const level = levelOf(heading);
    const kind = sectionKind(heading.text);
    // The title of the whole page names the page, it sets nothing apart on it.
    return { text: heading.text, kind: level !== 1 ? kind : kind === 'search' || kind === 'related' || kind === 'status-history' ? 'claim' : kind === 'payment' ? 'remittance' : kind, level };
  }
  // The bar with the site's name and the signed-in user names no part of the page.
  if ((kid.traits & Trait.banner) !== 0 || kid.kids.length > 0 && (scanner.marks.within.get(kid) ?? 0) > 0 && !scanner.marks.hits.has(kid)) return null;
  if (next === undefined || kid.kids.length > 2 || kid.text.length > 70 || looksLikeLabel(kid.text) && (scanner.marks.within.get(next) ?? 0) < 2 || (kid.traits & (Trait.cell | Trait.term | Trait.button | Trait.link)) !== 0) return null;
  const hit = scanner.marks.hits.get(kid);
  if (hit !== undefined && !hit.weak && hit.key !== 'other' && hit.key !== 'codes' && hit.key !== 'rarc' && hit.key !== 'carc') return null;
  if (/\d{3}|[.!?]$/.test(kid.text) || scanner.marks.pairs.has(kid)) return null;
  const complex = (scanner.marks.within.get(next) ?? 0) >= 2 || (next.traits & Trait.table) !== 0;
  const titled = /(?:title|heading|header|hdr|caption|legend)/i.test(kid.inner.getAttribute('class') ?? '');
  return complex && next.kids.length > 0 && !scanner.marks.hits.has(next) || titled && hit === undefined && (scanner.marks.within.get(next) ?? 0) >= 1 ? { text: kid.text, kind: sectionKind(kid.text), level: 8 } : null;
}

function levelOf(box: Box): number {
  for (let at: Element | null = box.inner, steps = 0; at !== null && steps < 6; at = at === box.el ? null : at.parentElement, steps += 1) {
    if (/^H[1-6]$/.test(at.tagName)) return Number(at.tagName.charAt(1));
    const level = Number(at.getAttribute('aria-level') ?? '');
    if (level > 0) return level;
  }
  return 7;
}

/** A row made of labels only. */
export function labelRow(scanner: Scanner, box: Box): boolean {
  if (box.kids.length < 2 || box.kids.length > 40 || (box.traits & Trait.table) !== 0) return false;
  // `Claim status` beside `Processed` is a pair, though `Processed` can also be the name of a date.
  const [first, second] = box.kids;
  const firstHit = first === undefined ? undefined : scanner.marks.hits.get(first);
  if (box.kids.length === 2 && firstHit !== undefined && second !== undefined && isStatusKey(firstHit.key) && readStatusWord(second.text) !== null && (second.traits & Trait.headCell) === 0) return false;
  let count = 0;
  let filled = 0;
  for (const kid of box.kids) {
    if ((kid.traits & Trait.empty) !== 0) continue;
    filled += 1;
    if (scanner.marks.hits.has(kid)) count += 1;
    else if (kid.text.length > 45 || /\d{2}/.test(kid.text) || (scanner.marks.within.get(kid) ?? 0) > 0 || (kid.traits & (Trait.input | Trait.editable)) !== 0) return false;
  }
  return count >= 2 && count * 2 >= filled;
}

/** The rows of values that follow a row of labels, with as many places as it has. */
function valueRows(scanner: Scanner, labels: Box, kids: readonly Box[], index: number): { rows: Box[]; took: number } | null {
  const places = labels.kids.length;
  const rows: Box[] = [];
  let took = 0;
  const isRow = (box: Box): boolean => box.kids.length === places && box.kids.every((kid) => (scanner.marks.within.get(kid) ?? 0) === 0 || readStatusWord(kid.text) !== null || (scanner.marks.within.get(kid) ?? 0) > 1) && !labelRow(scanner, box);
  for (let at = index + 1; at < kids.length; at += 1) {
    const next = kids[at];
    if (next === undefined) break;
    if (isRow(next)) rows.push(next);
    else if (rows.length === 0 && next.kids.length > 0 && next.kids.filter(isRow).length * 2 > next.kids.length) rows.push(...next.kids);
    else if (rows.length > 0 && (next.traits & Trait.heading) === 0 && next.kids.length > 0 && (scanner.marks.within.get(next) ?? 0) > 0 && !labelRow(scanner, next)) rows.push(next);
    else break;
    took += 1;
  }
  return rows.some(isRow) ? { rows, took } : null;
}

function pairRows(scanner: Scanner, labels: Box, rows: readonly Box[], sections: readonly Section[], depth: number): void {
  const places = labels.kids.length;
  const asRow = (box: Box): { el: Element; cells: { el: Element; box: Box; text: string; col: number; span: number; head: boolean; id: null }[]; section: 'body'; start: number; end: number } => ({
    el: box.el, section: 'body', start: box.start, end: box.end,
    cells: (box.kids.length === places ? box.kids : [box]).map((kid, col) => ({ el: kid.el, box: kid, text: kid.text, col, span: box.kids.length === places ? 1 : places, head: false, id: null })),
  });
  scanMatrix(scanner, { el: labels.el, width: places, rows: [{ ...asRow(labels), section: 'head' }, ...rows.map(asRow)] }, sections, depth);
}
