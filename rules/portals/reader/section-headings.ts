import type { LabelKey } from './label-data.ts';
import { looksLikeLabel } from './labels.ts';
import type { LabelHit } from './labels.ts';
import { Trait } from './page-tree.ts';
import type { Box } from './page-tree.ts';
import { fits } from './field-shapes.ts';
import { isForeign } from './grid-kinds.ts';
import { FOREIGN_SECTIONS, sectionKind } from './sections.ts';
import type { Section } from './sections.ts';
import { readStatusWord } from './status-words.ts';
import type { Scanner } from './findings.ts';
import { canBeValue } from './label-neighbours.ts';
import { referenced } from './named-values.ts';

/** Regions, groups and tables that name themselves for assistive technology. */
export function ownSection(box: Box): Section | null {
  for (let at: Element | null = box.inner, steps = 0; at !== null && steps < 8; at = at === box.el ? null : at.parentElement, steps += 1) {
    if (!at.hasAttributes() && at.tagName !== 'FIGURE' && at.tagName !== 'TABLE') continue; // it could not name itself
    const role = at.getAttribute('role');
    if (role !== 'region' && role !== 'group' && role !== 'tabpanel' && at.tagName !== 'SECTION' && at.tagName !== 'FIELDSET' && at.tagName !== 'TABLE' && role !== 'table' && role !== 'grid' && role !== 'dialog' && role !== 'search' && at.tagName !== 'ASIDE' && at.tagName !== 'ARTICLE' && at.tagName !== 'FIGURE') continue;
    const text = at.getAttribute('aria-label') ?? referenced(at, 'aria-labelledby') ?? (at.tagName === 'TABLE' ? (at as HTMLTableElement).caption?.textContent : null) ?? (at.tagName === 'FIGURE' ? at.querySelector('figcaption')?.textContent : null) ?? (role === 'search' ? 'Search' : null);
    if (text !== null && text.trim() !== '' && text.length <= 140) return { text, kind: sectionKind(text), level: 0 };
  }
  return null;
}

export function headingOf(scanner: Scanner, kid: Box, kids: readonly Box[], index: number): Section | null {
  const named = namedPart(scanner, kid, kids, index);
  // Asked last: it is the dearest question, and nearly nothing gets so far.
  return named !== null && (kid.traits & Trait.heading) === 0 && readStatusWord(kid.text) !== null ? null : named;
}

function namedPart(scanner: Scanner, kid: Box, kids: readonly Box[], index: number): Section | null {
  if (kid.text === '' || kid.text.length > 160 || (kid.traits & (Trait.input | Trait.nav | Trait.table)) !== 0) return null;
  const heading = (kid.traits & Trait.heading) !== 0 ? kid : kid.kids.length > 0 && kid.kids.length <= 6 ? kid.kids.find((inner) => (inner.traits & Trait.heading) !== 0) : undefined;
  const next = kids[index + 1];
  if (heading !== undefined && (heading === kid || next !== undefined)) {
    // A field drawn in heading size (`h5` over its value) stays a label: the rest of its card is only the value.
    const hit = scanner.marks.hits.get(heading);
    if (hit !== undefined && next !== undefined && !(hit.key === 'other' && isForeign([{ kind: sectionKind(heading.text) }])) && canBeValue(scanner, hit, next) && fits(hit.key, next.text)) return null;
    // A group with fields of its own keeps its heading to itself; a title bar passes it on.
    if (heading !== kid && ((scanner.marks.within.get(kid) ?? 0) > (scanner.marks.hits.has(heading) ? 1 : 0) || /^(?:FIELDSET|SECTION|FORM|ARTICLE)$/.test(kid.inner.tagName) || kid.kids.some((inner) => (inner.traits & (Trait.editable | Trait.input)) !== 0))) return null;
    const level = levelOf(heading);
    const kind = sectionKind(heading.text);
    // The title of the whole page names the page, it sets nothing apart on it.
    return { text: heading.text, kind: level !== 1 ? kind : kind === 'search' || kind === 'related' || kind === 'status-history' ? 'claim' : kind === 'payment' ? 'remittance' : kind, level };
  }
  // The bar with the site's name and the signed-in user names no part of the page.
  if ((kid.traits & Trait.banner) !== 0 || kid.kids.length > 0 && (scanner.marks.within.get(kid) ?? 0) > 0 && !scanner.marks.hits.has(kid)) return null;
  if (isGreeting(kid)) return null;
  if (next === undefined || kid.kids.length > 2 || kid.text.length > 70 || looksLikeLabel(kid.text) && (scanner.marks.within.get(next) ?? 0) < 2 || (kid.traits & (Trait.cell | Trait.term | Trait.button | Trait.link)) !== 0) return null;
  const hit = scanner.marks.hits.get(kid);
  const isTitled = /(?:title|heading|header|hdr|caption|legend)/i.test(kid.inner.getAttribute('class') ?? '');
  // `Remittance` over rows with labels of their own is the title of the check's card, though the word alone can be a label.
  const isCheckCard = isTitled && next.kids.length > 1 && (scanner.marks.within.get(next) ?? 0) >= 1 && ['remittance', 'payment'].includes(sectionKind(kid.text) ?? '');
  if (hit !== undefined && !isCheckCard && !hit.weak && hit.key !== 'other' && hit.key !== 'codes' && hit.key !== 'rarc' && hit.key !== 'carc') return null;
  if (/\d{3}|[.!?]$/.test(kid.text) || scanner.marks.pairs.has(kid)) return null;
  const complex = (scanner.marks.within.get(next) ?? 0) >= 2 || (next.traits & Trait.table) !== 0 || hit !== undefined && isPair(scanner, next) && isPair(scanner, kids[index + 2]);
  return complex && next.kids.length > 0 && !scanner.marks.hits.has(next) || isCheckCard || isTitled && (hit === undefined || hit.key === 'other') && !scanner.marks.hits.has(next) && (scanner.marks.within.get(next) ?? 0) >= 1 ? { text: kid.text, kind: sectionKind(kid.text), level: 8 } : null;
}

/** A row of its own with a label and what answers it: what stands over several of these is no label of theirs. */
function isPair(scanner: Scanner, box: Box | undefined): boolean {
  const [label, value] = box?.kids ?? [];
  return box !== undefined && box.kids.length <= 4 && label !== undefined && value !== undefined && scanner.marks.hits.has(label) && !scanner.marks.hits.has(value);
}

/** Who is signed in and may sign out, and what a grid says of itself for the hand (`Drag a column header …`): above a table, but not its title. */
const GREETING = /^(?:you are )?(?:signed|logged) in\b|^(?:welcome|hello|hi|good (?:morning|afternoon|evening))\b|^drag (?:a|any) column|\b(?:sign|log) ?out$|\b(?:inbox|messages|mail|notifications|alerts) ?\(\d+\)$/i;

/** Who is signed in, alone or in the corner of the site's name. */
export function isGreeting(box: Box): boolean {
  return GREETING.test(box.text) || box.kids.some((kid) => GREETING.test(kid.text) || kid.kids.some((inner) => GREETING.test(inner.text)));
}

function levelOf(box: Box): number {
  for (let at: Element | null = box.inner, steps = 0; at !== null && steps < 6; at = at === box.el ? null : at.parentElement, steps += 1) {
    if (/^H[1-6]$/.test(at.tagName)) return Number(at.tagName.charAt(1));
    const level = Number(at.getAttribute('aria-level') ?? '');
    if (level > 0) return level;
  }
  return 7;
}

const ASIDES: ReadonlySet<string> = new Set([...FOREIGN_SECTIONS, 'cob', 'legend', 'subscriber', 'provider', 'eligibility']);

/**
 * A heading like `Other insurance` or `Claim history` ends where its own table or note is followed by a block that gives a
 * claim's number with the rest of a claim: pages do not always give that block a heading of its own.
 */
export function leaveAside(scanner: Scanner, stack: Section[], base: number, opened: number, kids: readonly Box[], index: number): Section[] {
  const kid = kids[index];
  const last = stack[stack.length - 1];
  if (kid === undefined || last === undefined || last.kind === null || !ASIDES.has(last.kind) || index - opened < 2) return stack;
  // The claim may come in several tables: they count together, up to the next heading.
  const until = kids.findIndex((other, at) => at > index && (other.traits & Trait.heading) !== 0);
  const together = kids.slice(index, until < 0 ? Math.min(kids.length, index + 12) : until);
  if (!namesClaim(scanner, together) || kids.slice(opened + 1, index).some((before) => namesClaim(scanner, [before], 0))) return stack;
  return stack.filter((section, at) => at < base || section.kind === null || !ASIDES.has(section.kind));
}

/** Whether a block holds the label of a claim's number and `more` other labels of a claim. */
function namesClaim(scanner: Scanner, boxes: readonly Box[], more = 4): boolean {
  const first = boxes[0];
  if (first === undefined || (first.traits & (Trait.form | Trait.nav | Trait.dialog)) !== 0 || (scanner.marks.within.get(first) ?? 0) < Math.min(2, more + 1) || boxes.reduce((sum, box) => sum + (scanner.marks.within.get(box) ?? 0), 0) <= more) return false;
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
  for (const box of boxes) if ((box.traits & (Trait.form | Trait.nav | Trait.dialog)) === 0) walk(box, 0);
  return number && others.size >= more;
}
