import type { LabelKey } from './label-data.ts';
import { looksLikeLabel } from './labels.ts';
import type { LabelHit } from './labels.ts';
import { Trait } from './page-tree.ts';
import type { Box } from './page-tree.ts';
import { fits } from './field-shapes.ts';
import { readStatusWord } from './status-words.ts';
import type { Scanner } from './findings.ts';
import { namedByReference } from './named-values.ts';

/** Whether a box may be the value of a label: no label itself, unless it is a status word under a status label. */
export function canBeValue(scanner: Scanner, hit: LabelHit | null, next: Box): boolean {
  const own = scanner.marks.hits.get(next);
  if (namedByReference(next)) return false;
  if (own !== undefined && hit !== null && hit.key === 'group' && fits('group', next.text)) return true;
  if (own !== undefined) return hit !== null && (hit.key === 'status' || hit.key === 'appealStatus' || hit.key === 'appealOutcome' || hit.key === 'finalization' || hit.key === 'category') && (readStatusWord(next.text) !== null || fits('appealOutcome', next.text)) || (next.traits & Trait.detail) !== 0 && (next.traits & Trait.term) === 0;
  if ((next.traits & Trait.detail) !== 0) return (scanner.marks.within.get(next) ?? 0) === 0;
  return (scanner.marks.within.get(next) ?? 0) === 0 && (next.traits & (Trait.heading | Trait.term | Trait.nav)) === 0 && !looksLikeLabel(next.text) && next.text.length <= 400;
}

/** Where there is a layout, a value stands right of its label or under it, never left of or above it, and not far away. */
export function besideOrBelow(scanner: Scanner, label: Box, value: Box): boolean {
  if (!scanner.tree.sight.hasLayout) return true;
  const a = scanner.tree.sight.rectOf(label.node);
  const b = scanner.tree.sight.rectOf(value.node);
  if (a === null || b === null || b.width === 0) return true;
  if (b.bottom < a.top + 2) return false;
  const sameLine = b.top < a.bottom - 2 && b.bottom > a.top + 2;
  return sameLine ? b.left >= a.left : b.top - a.bottom < 160 && b.left < a.right + 240 && b.right > a.left - 60;
}

export function isStatusKey(key: LabelKey): boolean {
  return key === 'status' || key === 'appealStatus' || key === 'appealOutcome' || key === 'finalization' || key === 'category';
}

/** Fields whose values cannot be mistaken for words. */
export function isTyped(key: LabelKey): boolean {
  return key === 'charge' || key === 'allowed' || key === 'paid' || key === 'patResp' || key === 'checkAmount' || key === 'ccn' || key === 'dos' || key === 'received' || key === 'finalized' || key === 'payDate' || key === 'payNumber';
}

/** Whether the groups around this one all put the value before its name. */
export function valuesFirst(scanner: Scanner, group: Box | null): boolean {
  const around = group?.parent?.kids ?? [];
  let first = 0;
  for (const other of around) {
    const [a, b] = other.kids;
    if (other.kids.length !== 2 || a === undefined || b === undefined) continue;
    // A heading over a table or a group of pairs is no label before its value.
    if ((a.traits & Trait.heading) !== 0 || (b.traits & Trait.table) !== 0 || (scanner.marks.within.get(b) ?? 0) > (scanner.marks.hits.has(b) ? 1 : 0)) continue;
    const labelFirst = scanner.marks.hits.has(a) && readStatusWord(a.text) === null;
    if (labelFirst) return false;
    if (scanner.marks.hits.has(b)) first += 1;
  }
  return first >= 3;
}

/** `Paid` over `Status` among tiles that put the value above its name: a pair, not two labels. */
export function statusTile(scanner: Scanner, group: Box): boolean {
  const [value, label] = group.kids;
  const hit = label === undefined ? undefined : scanner.marks.hits.get(label);
  return group.kids.length === 2 && value !== undefined && hit !== undefined && isStatusKey(hit.key) && readStatusWord(value.text) !== null && valuesFirst(scanner, group);
}
