import { Trait } from './page-tree.ts';
import type { Box } from './page-tree.ts';
import { readStatusWord } from './status-words.ts';
import type { Scanner } from './findings.ts';
import { isStatusKey } from './label-neighbours.ts';

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

const CLAIM_HEAD = /^NAME[: ].*\b(?:ICN|DCN|TCN|CLAIM (?:NO|NBR|NUMBER|#))\b/;

/** The rows of values that follow a row of labels, with as many places as it has. */
export function valueRows(scanner: Scanner, labels: Box, kids: readonly Box[], index: number): { rows: Box[]; took: number } | null {
  const places = labels.kids.length;
  const rows: Box[] = [];
  const isTyped = labels.node.nodeType === 3;
  let took = 0;
  const isRow = (box: Box): boolean => box.kids.length === places && box.kids.every((kid) => (scanner.marks.within.get(kid) ?? 0) === 0 || readStatusWord(kid.text) !== null || (scanner.marks.within.get(kid) ?? 0) > 1) && !labelRow(scanner, box);
  for (let at = index + 1; at < kids.length; at += 1) {
    const next = kids[at];
    if (next === undefined) break;
    // Typewriter text rules off its names, and a remittance names the claim before its lines.
    const isRuled = isTyped && next.kids.length === 0 && /^[_=-]{6,}$/.test(next.text.replaceAll(' ', ''));
    if (isRuled && rows.length > 0) break;
    if (isRuled) {
      took += 1;
      continue;
    }
    if (isRow(next) || isTyped && rows.length === 0 && CLAIM_HEAD.test(next.text) && (scanner.marks.within.get(next) ?? 0) >= 2) rows.push(next);
    else if (rows.length === 0 && next.kids.length > 0 && next.kids.filter(isRow).length * 2 > next.kids.length) rows.push(...next.kids);
    else if (rows.length > 0 && (next.traits & Trait.heading) === 0 && next.kids.length > 0 && (scanner.marks.within.get(next) ?? 0) > 0 && !labelRow(scanner, next)) rows.push(next);
    else break;
    took += 1;
  }
  return rows.some(isRow) ? { rows, took } : null;
}
