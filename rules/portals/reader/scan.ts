import { readPersonName } from './identifiers.ts';
import { looksLikeLabel } from './labels.ts';
import { Trait } from './page-tree.ts';
import type { Box, PageTree } from './page-tree.ts';
import type { LabelMarks } from './label-marks.ts';
import { readMatrix, tableOf } from './matrix.ts';
import { scanMatrix } from './scan-matrix.ts';
import { fits } from './field-shapes.ts';
import type { LabelKey } from './label-data.ts';
import type { Section } from './sections.ts';
import { readStatusWord } from './status-words.ts';
import { codedAmount } from './coded-amounts.ts';
import { emit, newScan } from './findings.ts';
import type { Scan, Scanner } from './findings.ts';
import { besideOrBelow, canBeValue, isStatusKey, isTyped, statusTile, valuesFirst } from './label-neighbours.ts';
import { flatGrid } from './flat-grids.ts';
import { labelRow, valueRows } from './label-rows.ts';
import { readMoney } from './money.ts';
import { isQualifier } from './inline-pairs.ts';
import { isEmptyMark } from './shown-text.ts';
import { ariaPair, labelled } from './named-values.ts';
import { lineHeading } from './line-headings.ts';
import { headingOf, leaveAside, ownSection } from './section-headings.ts';

/** The pairing stage: goes through the boxes and writes down pairs, grids, headings and status words. */
export function scanTree(tree: PageTree, marks: LabelMarks, top: Box): Scan {
  for (const slices = scanSlices(tree, marks, top); ;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}

/** As `scanTree`, with pauses. */
export function* scanSlices(tree: PageTree, marks: LabelMarks, top: Box): Generator<undefined, Scan> {
  const scanner: Scanner = { tree, marks, out: newScan(), banner: false, pace: { left: SLICE } };
  yield* scanBox(scanner, top, []);
  return scanner.out;
}

/** Boxes and cells between two pauses. */
const SLICE = 300;

/** Takes note of so many boxes or cells; true when a pause is due. */
export function isPauseDue({ pace }: Scanner, took: number): boolean {
  pace.left -= took;
  if (pace.left > 0) return false;
  pace.left = SLICE;
  return true;
}

/** One box with all in it. */
export function* scanBox(scanner: Scanner, box: Box, sections: readonly Section[], depth = 0): Generator<undefined, void> {
  if (box.kids.length === 0 && (box.traits & Trait.table) === 0) {
    scanPiece(scanner, box, sections);
    return;
  }
  if (depth > 500 || isPassedOver(box)) return;
  const inside = sectionsIn(box, sections);
  const wasBanner = scanner.banner;
  if ((box.traits & Trait.banner) !== 0) scanner.banner = true;
  ariaPair(scanner, box, inside);
  const table = tableOf(box);
  // A long table without a single label says nothing about a claim.
  if (table !== null && box.kids.length > 40 && (scanner.marks.within.get(box) ?? 0) === 0) return;
  const matrix = table === null ? null : readMatrix(table, scanner.tree);
  if (matrix !== null && matrix.width > 0) yield* scanMatrix(scanner, matrix, inside, depth);
  else if (box.kids.length === 0) scanLeaf(scanner, box, inside);
  else yield* scanKids(scanner, box.kids, inside, depth);
  scanner.banner = wasBanner;
}

/** A box that is one piece of text: most are, and need no pause. */
function scanPiece(scanner: Scanner, box: Box, sections: readonly Section[]): void {
  if (isPassedOver(box)) return;
  const inside = sectionsIn(box, sections);
  const wasBanner = scanner.banner;
  if ((box.traits & Trait.banner) !== 0) scanner.banner = true;
  ariaPair(scanner, box, inside);
  scanLeaf(scanner, box, inside);
  scanner.banner = wasBanner;
}

/** Menus and open fields say nothing, unless they are cells. */
function isPassedOver(box: Box): boolean {
  return (box.traits & (Trait.nav | Trait.editable)) !== 0 && (box.traits & Trait.cell) === 0;
}

function sectionsIn(box: Box, sections: readonly Section[]): readonly Section[] {
  const named = (box.traits & (Trait.link | Trait.button)) === 0 ? ownSection(box) : null;
  return named === null ? sections : [...sections, named];
}

function scanLeaf(scanner: Scanner, box: Box, sections: readonly Section[]): void {
  for (const pair of scanner.marks.pairs.get(box) ?? []) emit(scanner, pair.hit, pair.label, [box], sections, (box.traits & Trait.heading) !== 0 ? 'heading' : 'inline', pair.open, pair.value);
  looseWord(scanner, box, sections);
}

function looseWord(scanner: Scanner, box: Box, sections: readonly Section[]): void {
  if (box.text.length <= 60 && !box.text.includes(':') && (box.traits & (Trait.button | Trait.link | Trait.tab)) === 0 && readStatusWord(box.text) !== null) {
    const current = currentStep(box) || datedState(scanner, box);
    scanner.out.loose.push({ box, text: box.text, at: box.start, sections, strong: current || ((box.traits | (box.parent !== null && box.parent.text === box.text ? box.parent.traits : 0)) & (Trait.badge | Trait.live)) !== 0 });
  }
}

/** `Denied` with `Status effective date: …` beside it in one bar. */
function datedState(scanner: Scanner, box: Box): boolean {
  const kids = box.parent?.kids ?? [];
  if (kids.length > 4) return false;
  const next = kids[kids.indexOf(box) + 1];
  return next !== undefined && (scanner.marks.pairs.get(next) ?? []).some((pair) => pair.hit.key === 'finalized' && /status/i.test(pair.label));
}

function currentStep(box: Box): boolean {
  for (let at: Element | null = box.el, steps = 0; at !== null && steps < 4; at = at.parentElement, steps += 1) if (at.hasAttributes() && at.matches('[aria-current=step],[aria-current=true]')) return true;
  return false;
}

const CLAIMS_FOR = /^(?:[Cc]laims?|[Cc]laim (?:[Ss]tatus )?(?:[Dd]etails?|[Ss]ummary|[Ss]tatus|[Hh]istory))(?: for|:) (?:[Pp]atient:? )?(\p{Lu}[\p{L}'’-]+(?:,? \p{Lu}\.?)?,? \p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)?)$/u;
const ORGANISED = /\b(?:practice|clinic|health|healthcare|medical|medicine|group|center|centre|hospital|associates?|llc|inc|family|physicians?|care|plan|services?|provider|street|department|insurance|visit|review|period|date|today|pending|denied|paid)\b/i;

/** A heading that is a person's name as portals write it (`TOVAR, RENATA`), or says whose claims follow. */
function namedPerson(scanner: Scanner, box: Box, text: string, sections: readonly Section[]): void {
  const name = CLAIMS_FOR.exec(text)?.[1] ?? (/^\p{Lu}[\p{L}'’ -]{1,30}, \p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}$/u.test(text) ? text : undefined);
  if (name === undefined || ORGANISED.test(name) || readPersonName(name) === null || scanner.marks.hits.has(box)) return;
  emit(scanner, { key: 'patientName', weak: true }, '', [box], sections.slice(0, -1), 'heading', false, name);
}

/** Siblings: labels beside values, values under labels, headings over what follows. */
export function* scanKids(scanner: Scanner, kids: readonly Box[], sections: readonly Section[], depth: number): Generator<undefined, void> {
  const { hits, within } = scanner.marks;
  let stack = [...sections];
  const base = sections.length;
  let opened = -1;
  for (let index = 0; index < kids.length; index += 1) {
    const kid = kids[index];
    if (isPauseDue(scanner, 1)) yield;
    if (kid === undefined || (kid.traits & Trait.empty) !== 0 && (kid.traits & Trait.editable) === 0) continue;
    const heading = headingOf(scanner, kid, kids, index);
    if (heading !== null) {
      stack = stack.filter((section, at) => at < base || section.level < heading.level);
      stack.push(heading);
      opened = index;
      scanner.out.headings.push({ text: heading.text, at: kid.start, level: heading.level });
      namedPerson(scanner, kid, heading.text, stack);
      lineHeading(scanner, kid, stack);
      if (kid.kids.length > 0 && !hits.has(kid)) yield* scanKids(scanner, kid.kids, stack, depth + 1);
      else if (!hits.has(kid)) scanLeaf(scanner, kid, stack);
      continue;
    }
    if (stack.length > base && index > 0) stack = leaveAside(scanner, stack, base, opened, kids, index);
    const rows = labelRow(scanner, kid) && !statusTile(scanner, kid) ? valueRows(scanner, kid, kids, index) : null;
    if (rows !== null) {
      yield* pairRows(scanner, kid, rows.rows, stack, depth);
      index += rows.took;
      continue;
    }
    const flat = hits.has(kid) ? flatGrid(scanner, kids, index) : null;
    const holder = kid.parent;
    if (flat !== null && holder !== null) {
      yield* scanMatrix(scanner, { el: holder.el, width: flat.width, rows: flat.rows }, stack, depth);
      index += flat.took - 1;
      continue;
    }
    if (kids.length <= 6 && codedAmount(scanner, kid, kids[index + 1], stack)) {
      index += 1;
      continue;
    }
    const hit = hits.get(kid) ?? null;
    const unknown = hit === null && kid.kids.length === 0 && ((kid.traits & (Trait.term | Trait.label)) !== 0 && kid.text.length <= 60 || looksLikeLabel(kid.text));
    // Links and buttons lead somewhere: what stands beside them is not their value.
    const leads = (kid.traits & (Trait.link | Trait.button)) !== 0 && (kid.traits & (Trait.cell | Trait.term | Trait.label)) === 0;
    if (hit !== null && leads) continue;
    // `Previous` + `Claim status:` in two pieces of one line is no claim's status either.
    const before = kids[index - 1];
    if (hit !== null && index > 0 && before !== undefined && before.kids.length === 0 && (before.traits & (Trait.cell | Trait.term | Trait.heading | Trait.block)) === 0 && isQualifier(before.text)) {
      index += 1;
      continue;
    }
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
      // `Paid` before an empty place, or behind one, is the name of an amount that is not given, and no state.
      const held = next ?? (kids.length === 2 ? kids[0] : undefined);
      const unanswered = held !== undefined && held !== kid && ((held.traits & (Trait.empty | Trait.editable)) !== 0 || isEmptyMark(held.text));
      if (hit !== null && !paired && !unanswered && kid.kids.length === 0) looseWord(scanner, kid, stack);
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
      // Tiles put the amount above its name: two pieces, the value first.
      if (hit !== null && kids.length === 2 && before !== undefined) continue;
      if (canBeValue(scanner, hit, next) && besideOrBelow(scanner, kid, next)) {
        const values = [next];
        for (let at = index + 2; at < kids.length && at < index + 5; at += 1) {
          const more = kids[at];
          if (more === undefined || hits.has(more) || (more.traits & (Trait.empty | Trait.editable | Trait.heading | Trait.term)) !== 0 || (within.get(more) ?? 0) > 0 || looksLikeLabel(more.text)) break;
          values.push(more);
        }
        // Two amounts beside one name: nobody says whose each is.
        if (hit !== null && MONEY.has(hit.key) && kids.length === 1 + values.length && values.length > 1 && new Set(values.map((value) => readMoney(value.text)?.cents)).size > 1 && values.every((value) => readMoney(value.text)?.marked === true)) {
          index += values.length;
          continue;
        }
        const wide = values.length > 1 && kids.length > 2 + values.length && (kid.traits & Trait.term) === 0;
        // Two dates are a span, and codes one below the other are all of them; of anything else the first is the value.
        const together = ofSeveral(hit?.key) && values.every((value) => fits(hit?.key ?? 'other', value.text));
        if (hit !== null) emit(scanner, hit, kid.text, wide ? [next] : values.length > 1 && fits(hit.key, next.text) && !together ? [next] : values, stack, 'sibling');
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
    if (kid.kids.length === 0 && (kid.traits & Trait.table) === 0) scanPiece(scanner, kid, stack);
    else yield* scanBox(scanner, kid, stack, depth + 1);
  }
}

const MONEY: ReadonlySet<LabelKey> = new Set<LabelKey>(['charge', 'allowed', 'paid', 'patResp', 'checkAmount']);

/** Fields whose value may be several texts under one label. */
function ofSeveral(key: LabelKey | undefined): boolean {
  return key === 'dos' || key === 'carc' || key === 'rarc' || key === 'codes' || key === 'payerCode';
}

function* pairRows(scanner: Scanner, labels: Box, rows: readonly Box[], sections: readonly Section[], depth: number): Generator<undefined, void> {
  const places = labels.kids.length;
  const asRow = (box: Box): { el: Element; cells: { el: Element; box: Box; text: string; col: number; span: number; head: boolean; id: null }[]; section: 'body'; start: number; end: number } => ({
    el: box.el, section: 'body', start: box.start, end: box.end,
    cells: (box.kids.length === places ? box.kids : [box]).map((kid, col) => ({ el: kid.el, box: kid, text: kid.text, col, span: box.kids.length === places ? 1 : places, head: false, id: null })),
  });
  yield* scanMatrix(scanner, { el: labels.el, width: places, rows: [{ ...asRow(labels), section: 'head' }, ...rows.map(asRow)] }, sections, depth);
}
