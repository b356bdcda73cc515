import { firstFrom } from './by-place.ts';
import { labelWords } from './label-words.ts';
import { claimNumberRank } from './claim-fields.ts';
import { readTexts } from './found-values.ts';
import { hasSection, isForeign } from './grid-kinds.ts';
import { readClaimNumber, sameIdentifier } from './identifiers.ts';
import { largestBox } from './largest-box.ts';
import { Trait } from './page-tree.ts';
import type { Box } from './page-tree.ts';
import type { Finding } from './findings.ts';
import { Twins } from './claim-twins.ts';

/** A stretch of the page, in document order, that speaks of one claim. */
export type Block = { number: string | null; from: number; to: number };

type Anchor = { id: string; at: number; box: Box; label: string };

/**
 * Cuts the page into the claims it shows. The label that repeats with different numbers is the one that counts claims;
 * other labels with other numbers are rivals inside a claim, not more claims. `findings` stand in document order; `lines` are the tables of service lines.
 */
export function claimBlocks(findings: readonly Finding[], last: number, lines: readonly { at: number }[]): Block[] {
  const anchors: Anchor[] = [];
  for (const finding of findings) {
    if (finding.key !== 'ccn' || isForeign(finding.sections) || hasSection(finding.sections, 'cob') || hasSection(finding.sections, 'legend')) continue;
    const value = readTexts(finding.texts, readClaimNumber);
    const box = finding.boxes[0];
    if (value !== null && box !== undefined) anchors.push({ id: sameIdentifier(value.value), at: finding.at, box, label: finding.label });
  }
  const holdsClaim = claimHolders(findings);
  let best = standingAlone(anchors, holdsClaim);
  if (best.length === 0) best = countingLabel(anchors);
  const twins = twinBlocks(new Twins(findings, lines), best, anchors);
  if (twins !== null) return twins;
  const ids = new Set(best.map((anchor) => anchor.id));
  if (ids.size < 2) return [{ number: [...ids][0] ?? null, from: 0, to: last }];
  best.sort((a, b) => a.at - b.at);
  const starts: { id: string; from: number; holder: Box }[] = [];
  const numbers = new Anchors(best);
  const places = new Places();
  for (const anchor of best) {
    if (starts[starts.length - 1]?.id === anchor.id) continue;
    const holder = holderOf(anchor, numbers);
    starts.push({ id: anchor.id, from: Math.min(leadIn(holder, places)?.start ?? holder.start, anchor.at), holder });
  }
  return starts.map((start, index) => {
    const next = starts[index + 1];
    if (next !== undefined) return { number: start.id, from: start.from, to: next.from - 1 };
    const before = starts[index - 1];
    const common = start.holder.parent;
    const end = index > 0 && holdsClaim(start.holder) ? lastEnd(start.holder, before?.holder, places) : start.holder.kids.length > 4 && (start.holder.traits & Trait.row) === 0 || common === null ? Math.max(start.holder.end, start.from) : common.end;
    return { number: start.id, from: start.from, to: end };
  });
}

/**
 * The claims of boxes of one make beside each other, where numbers alone would miss one: a box without a number, or with few facts beside it.
 * Null where the numbers found tell as many claims.
 */
function twinBlocks(twins: Twins, best: readonly Anchor[], all: readonly Anchor[]): Block[] | null {
  const first = best[0];
  if (first === undefined || new Set(best.map((anchor) => anchor.id)).size > MOST_COMPARED) return null;
  const boxes = twins.around(first.box);
  const within = (box: Box, list: readonly Anchor[]): Anchor[] => list.filter((anchor) => anchor.at >= box.start && anchor.at <= box.end);
  if (boxes.length < 2 || boxes.every((box) => within(box, best).length > 0)) return null;
  // A claim that stands elsewhere on the page is told by its number alone: no box may hide it.
  if (best.some(({ at }) => !boxes.some((box) => at >= box.start && at <= box.end))) return null;
  return boxes.map((box) => ({ number: (within(box, best)[0] ?? within(box, all)[0])?.id ?? null, from: box.start, to: box.end }));
}

/** Beyond so many claims the page is a list, and its numbers tell it. */
const MOST_COMPARED = 40;

/** Which of its siblings a box is. */
class Places {
  readonly #known = new Map<Box, Map<Box, number>>();

  of(box: Box): number {
    if (box.parent === null) return -1;
    let among = this.#known.get(box.parent);
    if (among === undefined) this.#known.set(box.parent, among = new Map(box.parent.kids.map((kid, at) => [kid, at])));
    return among.get(box) ?? -1;
  }
}

/** The heading right above a block is about it, though it stands beside it. */
function leadIn(holder: Box, places: Places): Box | null {
  const kids = holder.parent?.kids ?? [];
  const before = kids[places.of(holder) - 1];
  return before !== undefined && (before.traits & Trait.heading) !== 0 && before.text.length <= 160 ? before : null;
}

/** Where the last claim ends: as many pieces behind its number as the claim before it has, and not beyond the next heading. */
function lastEnd(holder: Box, before: Box | undefined, places: Places): number {
  const kids = holder.parent?.kids ?? [];
  const at = places.of(holder);
  if (before === undefined || before.parent !== holder.parent || at < 0) return holder.end;
  const had = at - places.of(before) - (leadIn(holder, places) === null ? 1 : 2);
  let end = holder.end;
  for (const kid of kids.slice(at + 1, at + 1 + Math.max(0, had))) {
    if ((kid.traits & Trait.heading) !== 0) break;
    end = kid.end;
  }
  return end;
}

/** Numbers in document order, with the place up to which each is followed by none but itself. */
class Anchors {
  readonly #all: readonly Anchor[];
  readonly #runs: number[];

  constructor(all: readonly Anchor[]) {
    this.#all = all;
    this.#runs = new Array<number>(all.length).fill(Infinity);
    for (let at = all.length - 2; at >= 0; at -= 1) this.#runs[at] = all[at]?.id === all[at + 1]?.id ? this.#runs[at + 1] ?? Infinity : all[at + 1]?.at ?? Infinity;
  }

  /** Whether a number other than this one stands in a box. */
  isOtherIn({ id }: Anchor, { start, end }: Box): boolean {
    const at = firstFrom(this.#all, start);
    const first = this.#all[at];
    return first !== undefined && first.at <= end && (first.id !== id || (this.#runs[at] ?? Infinity) <= end);
  }
}

/** The largest box around a number that holds no other claim's number. */
function holderOf(anchor: Anchor, all: Anchors): Box {
  return largestBox(anchor.box, (box) => !all.isOtherIn(anchor, box));
}

/** Numbers which stand in boxes of their own with the rest of a claim around them, under whatever labels. */
function standingAlone(anchors: readonly Anchor[], holdsClaim: (holder: Box) => boolean): Anchor[] {
  const all = new Anchors(anchors);
  const withClaim = anchors.filter((anchor) => holdsClaim(holderOf(anchor, all)));
  return new Set(withClaim.map((anchor) => anchor.id)).size > 1 ? withClaim : [];
}

/** The label that repeats with different numbers. */
function countingLabel(anchors: readonly Anchor[]): Anchor[] {
  const byLabel = new Map<string, Anchor[]>();
  for (const anchor of anchors) {
    const words = labelWords(anchor.label);
    const list = byLabel.get(words);
    if (list === undefined) byLabel.set(words, [anchor]);
    else list.push(anchor);
  }
  let best: Anchor[] = [];
  let bestScore = -Infinity;
  for (const list of byLabel.values()) {
    const score = new Set(list.map((anchor) => anchor.id)).size * 10 + claimNumberRank(list[0]?.label ?? '');
    if (score > bestScore) {
      best = list;
      bestScore = score;
    }
  }
  return best;
}

/** Tells whether the block around a number holds the rest of its claim too. */
function claimHolders(findings: readonly Finding[]): (holder: Box) => boolean {
  const rest = findings.filter((finding) => finding.key === 'charge' || finding.key === 'status' || finding.key === 'paid' || finding.key === 'dos');
  return ({ start, end }) => firstFrom(rest, end + 1) - firstFrom(rest, start) >= 2;
}
