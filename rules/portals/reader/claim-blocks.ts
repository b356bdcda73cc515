import { labelWords } from './label-words.ts';
import { claimNumberRank } from './claim-fields.ts';
import { readTexts } from './found-values.ts';
import { hasSection, isForeign } from './grid-kinds.ts';
import { readClaimNumber, sameIdentifier } from './identifiers.ts';
import { Trait } from './page-tree.ts';
import type { Box } from './page-tree.ts';
import type { Finding } from './findings.ts';

/** A stretch of the page, in document order, that speaks of one claim. */
export type Block = { number: string | null; from: number; to: number };

/** The entries of a list in document order that stand in a stretch of the page. */
export function between<T extends { at: number }>(sorted: readonly T[], from: number, to: number): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.at ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  const out: T[] = [];
  for (let at = low; at < sorted.length; at += 1) {
    const entry = sorted[at];
    if (entry === undefined || entry.at > to) break;
    out.push(entry);
  }
  return out;
}

type Anchor = { id: string; at: number; box: Box; label: string };

/**
 * Cuts the page into the claims it shows. The label that repeats with different numbers is the one that counts claims;
 * other labels with other numbers are rivals inside a claim, not more claims. `findings` stand in document order.
 */
export function claimBlocks(findings: readonly Finding[], last: number): Block[] {
  const anchors: Anchor[] = [];
  for (const finding of findings) {
    if (finding.key !== 'ccn' || isForeign(finding.sections) || hasSection(finding.sections, 'cob') || hasSection(finding.sections, 'legend')) continue;
    const value = readTexts(finding.texts, readClaimNumber);
    const box = finding.boxes[0];
    if (value !== null && box !== undefined) anchors.push({ id: sameIdentifier(value.value), at: finding.at, box, label: finding.label });
  }
  let best = standingAlone(anchors, findings);
  if (best.length === 0) best = countingLabel(anchors);
  const ids = new Set(best.map((anchor) => anchor.id));
  if (ids.size < 2) return [{ number: [...ids][0] ?? null, from: 0, to: last }];
  best.sort((a, b) => a.at - b.at);
  const starts: { id: string; from: number; holder: Box }[] = [];
  for (const anchor of best) {
    if (starts[starts.length - 1]?.id === anchor.id) continue;
    const holder = holderOf(anchor, best);
    starts.push({ id: anchor.id, from: Math.min(leadIn(holder)?.start ?? holder.start, anchor.at), holder });
  }
  return starts.map((start, index) => {
    const next = starts[index + 1];
    if (next !== undefined) return { number: start.id, from: start.from, to: next.from - 1 };
    const before = starts[index - 1];
    const common = start.holder.parent;
    const end = index > 0 && holdsClaim(start.holder, findings) ? lastEnd(start.holder, before?.holder) : start.holder.kids.length > 4 && (start.holder.traits & Trait.row) === 0 || common === null ? Math.max(start.holder.end, start.from) : common.end;
    return { number: start.id, from: start.from, to: end };
  });
}

/** The heading right above a block is about it, though it stands beside it. */
function leadIn(holder: Box): Box | null {
  const kids = holder.parent?.kids ?? [];
  const before = kids[kids.indexOf(holder) - 1];
  return before !== undefined && (before.traits & Trait.heading) !== 0 && before.text.length <= 160 ? before : null;
}

/** Where the last claim ends: as many pieces behind its number as the claim before it has, and not beyond the next heading. */
function lastEnd(holder: Box, before: Box | undefined): number {
  const kids = holder.parent?.kids ?? [];
  const at = kids.indexOf(holder);
  if (before === undefined || before.parent !== holder.parent || at < 0) return holder.end;
  const had = at - kids.indexOf(before) - (leadIn(holder) === null ? 1 : 2);
  let end = holder.end;
  for (const kid of kids.slice(at + 1, at + 1 + Math.max(0, had))) {
    if ((kid.traits & Trait.heading) !== 0) break;
    end = kid.end;
  }
  return end;
}

/** The largest box around a number that holds no other claim's number. */
function holderOf(anchor: Anchor, all: readonly Anchor[]): Box {
  let holder = anchor.box;
  while (holder.parent !== null) {
    const parent = holder.parent;
    if (between(all, parent.start, parent.end).some((other) => other.id !== anchor.id)) break;
    holder = parent;
  }
  return holder;
}

/** Numbers which stand in boxes of their own with the rest of a claim around them, under whatever labels. */
function standingAlone(anchors: readonly Anchor[], findings: readonly Finding[]): Anchor[] {
  const withClaim = anchors.filter((anchor) => holdsClaim(holderOf(anchor, anchors), findings));
  return new Set(withClaim.map((anchor) => anchor.id)).size > 1 ? withClaim : [];
}

/** The label that repeats with different numbers. */
function countingLabel(anchors: readonly Anchor[]): Anchor[] {
  const byLabel = new Map<string, Anchor[]>();
  for (const anchor of anchors) byLabel.set(labelWords(anchor.label), [...(byLabel.get(labelWords(anchor.label)) ?? []), anchor]);
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

/** Whether the block around a number holds the rest of its claim too. */
function holdsClaim(holder: Box, findings: readonly Finding[]): boolean {
  return between(findings, holder.start, holder.end).filter((finding) => finding.key === 'charge' || finding.key === 'status' || finding.key === 'paid' || finding.key === 'dos').length >= 2;
}
