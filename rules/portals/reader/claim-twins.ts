import { ByPlace, firstFrom } from './by-place.ts';
import { hasSection, isForeign } from './grid-kinds.ts';
import type { LabelKey } from './label-data.ts';
import { Trait } from './page-tree.ts';
import type { Box } from './page-tree.ts';
import type { Finding } from './findings.ts';

/** What a claim has once: two boxes that both say several of these, each its own, are two claims. */
const ONCE: ReadonlySet<LabelKey> = new Set(['ccn', 'patientName', 'memberId', 'pcn', 'dos', 'dosFrom', 'dosTo', 'received', 'finalized', 'charge', 'allowed', 'paid', 'patResp', 'status', 'payNumber', 'payDate']);
/** Of these, what a service line never says of itself. */
const OF_CLAIM: ReadonlySet<LabelKey> = new Set(['ccn', 'patientName', 'memberId', 'pcn', 'received', 'finalized', 'payNumber', 'payDate']);
const MOST_SIBLINGS = 400;
const COUNTED = /^(?:claims? )?(?:#|no\.? ?|number )?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?$|\bclaim (?:# ?)?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?$/i;

/**
 * Boxes of one make that stand beside each other, each with a claim in it. A page drawn so shows as many claims as it has such boxes,
 * also where one of them gives no number or few facts: what stands in it is then nobody else's.
 */
export class Twins {
  readonly #findings: readonly Finding[];
  readonly #facts = new Map<Box, ReadonlyMap<LabelKey, string>>();

  readonly #lines: ByPlace<{ at: number }>;
  readonly #procedures: ByPlace<Finding>;

  /** `findings` stand in document order; `lines` are the tables of service lines. */
  constructor(findings: readonly Finding[], lines: readonly { at: number }[]) {
    this.#lines = new ByPlace(lines);
    this.#procedures = new ByPlace(findings.filter(({ key }) => key === 'procedure'));
    this.#findings = findings.filter((finding) => ONCE.has(finding.key) && !isForeign(finding.sections) && !hasSection(finding.sections, 'cob') && !hasSection(finding.sections, 'legend') && !hasSection(finding.sections, 'plb'));
  }

  /** Whether two boxes beside each other are a claim each. */
  areTwins(one: Box, other: Box): boolean {
    if (one === other || one.parent === null || one.parent !== other.parent) return false;
    const [a, b] = [this.#factsIn(one), this.#factsIn(other)];
    const both = [...a.keys()].filter((key) => b.has(key));
    const apart = both.filter((key) => a.get(key) !== b.get(key)).length;
    if (areCounted(one, other, true)) return a.size > 0 && b.size > 0;
    if (!isOfOneMake(one, other) || this.#isLine(one) || this.#isLine(other)) return false;
    if (areCounted(one, other, false) && apart >= 1) return true; // `1` and `2`: also steps, and fields of a printed form
    const ownLines = [one, other].every((box) => this.#lines.isAnyIn(box.start, box.end));
    return both.length >= 3 && apart >= 2 || ownLines && apart >= 1;
  }

  /** The twins of the box around a place: the widest box that has any, with them, in document order; none where there is no such box. */
  around(box: Box): readonly Box[] {
    let widest: readonly Box[] = [];
    for (let at = box, steps = 0; at.parent !== null && steps < 60; at = at.parent, steps += 1) {
      const one = at;
      if (at.parent.kids.length > MOST_SIBLINGS || this.#factsIn(one).size < 1) continue;
      const twins = at.parent.kids.filter((kid) => kid === one || kid.kids.length > 0 && this.areTwins(one, kid));
      if (twins.length > 1) widest = twins;
    }
    return widest;
  }

  /** A card of a service line says a procedure and nothing only a claim has. */
  #isLine(box: Box): boolean {
    return this.#procedures.isAnyIn(box.start, box.end) && ![...this.#factsIn(box).keys()].some((key) => OF_CLAIM.has(key));
  }

  #factsIn(box: Box): ReadonlyMap<LabelKey, string> {
    const known = this.#facts.get(box);
    if (known !== undefined) return known;
    const facts = new Map<LabelKey, string>();
    for (let at = firstFrom(this.#findings, box.start); at < this.#findings.length; at += 1) {
      const finding = this.#findings[at];
      if (finding === undefined || finding.at > box.end) break;
      if (!facts.has(finding.key)) facts.set(finding.key, finding.texts[0] ?? '');
    }
    this.#facts.set(box, facts);
    return facts;
  }
}

function isOfOneMake(one: Box, other: Box): boolean {
  return one.el.tagName === other.el.tagName && one.el.getAttribute('class') === other.el.getAttribute('class');
}

/** `Claim 1 of 2` over one, `Claim 2 of 2` over the other; or bare numbers. */
function areCounted(one: Box, other: Box, asClaims: boolean): boolean {
  const [a, b] = [openingOf(one), openingOf(other)];
  return a !== b && asClaims === /claim/i.test(a) && COUNTED.test(a) && COUNTED.test(b) && a.replace(/\d+/, '') === b.replace(/\d+/, '');
}

/** The heading or first short text of a box. */
function openingOf(box: Box): string {
  let at = box;
  for (let steps = 0; at.kids[0] !== undefined && (at.traits & Trait.heading) === 0 && steps < 6; steps += 1) at = at.kids[0];
  return at.text.length <= 40 ? at.text : '';
}
