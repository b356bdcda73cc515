import { readLabel } from './labels.ts';
import { fits } from './field-shapes.ts';
import { headText } from './matrix.ts';
import type { Cell, MatrixRow } from './matrix.ts';
import { holdsDate } from './page-dates.ts';
import { Trait } from './page-tree.ts';
import type { Head } from './scan-matrix.ts';
import { readStatusWord } from './status-words.ts';
import type { Scanner } from './findings.ts';
import { filledCells, hitOf, nested } from './scan-matrix.ts';

/** A row of column names, told from a row of label/value pairs by what stands beside and below its labels. */
export function isHeader(scanner: Scanner, row: MatrixRow, next: MatrixRow | undefined, within: boolean, spacers: ReadonlySet<number>): boolean {
  const filled = filledCells(row).length > 0 ? row.cells.filter((cell) => headText(cell) !== '' && (cell.text !== '' || cell.head)) : [];
  if (filled.length < 2) return false;
  let hits = 0;
  let heads = 0;
  for (const cell of filled) {
    if (cell.box !== null && (cell.box.traits & (Trait.input | Trait.editable)) !== 0) return false;
    if (nested(scanner, cell) > 1 || isValueLike(cell.text) && hitOf(scanner, cell) === null) return false;
    if (hitOf(scanner, cell) !== null) hits += 1;
    if (cell.head) heads += 1;
    else if (hitOf(scanner, cell) === null && cell.text.length > 50) return false;
  }
  const all = heads === filled.length;
  if (all && row.section === 'head') return true;
  if (all && hits >= 1 && filled.length >= 2) return true;
  if (hits < 2 || hits * 2 < filled.length) return false;
  if (within && !all && filled.some((cell) => hitOf(scanner, cell) === null && /\d{2}/.test(cell.text))) return false;
  let beside = 0;
  let below = 0;
  row.cells.forEach((cell, at) => {
    const hit = hitOf(scanner, cell);
    if (hit === null) return;
    const right = row.cells.slice(at + 1).find((other) => other.text !== '' || !spacers.has(other.col));
    if (right !== undefined && right.text !== '' && hit.key !== 'other' && hitOf(scanner, right) === null && fits(hit.key, right.text)) beside += 1;
    else if (right !== undefined && right.text !== '' && (hit.key === 'status' || hit.key === 'finalization') && readStatusWord(right.text) !== null) beside += 1;
    const under = next?.cells.find((other) => other.col === cell.col || other.col < cell.col && other.col + other.span > cell.col);
    if (under !== undefined && under.text !== '' && (hitOf(scanner, under) === null || hit.key === 'status' && readStatusWord(under.text) !== null) && hit.key !== 'other' && fits(hit.key, under.text) && (hit.key !== 'status' || readStatusWord(under.text) !== null || row.section === 'head' || cell.head)) below += 1;
  });
  if (beside > 0 && beside >= below) return false;
  // A row below that starts with a label of its own is a pair, and so is this one.
  const nextHits = next === undefined ? 0 : filledCells(next).filter((cell) => hitOf(scanner, cell) !== null && readStatusWord(cell.text) === null).length;
  if (below === 0 && nextHits > 0) return false;
  return below > 0 || hits >= 3 && hits * 3 >= filled.length * 2 || hits === filled.length;
}

/** A row of names over several columns each (`Amounts` over `Billed` and `Allowed`), above the row that names the columns. */
export function isUpperHead(scanner: Scanner, row: MatrixRow, below: MatrixRow): boolean {
  const filled = filledCells(row);
  const under = filledCells(below);
  const wide = filled.filter((cell) => cell.span > 1 && under.filter((other) => other.col >= cell.col && other.col + other.span <= cell.col + cell.span).length > 1);
  if (filled.some((cell, at) => isAnswered(scanner, cell, filled[at + 1], under))) return false;
  return wide.length > 0 && filled.length > 1 && under.length > filled.length && filled.every((cell) => cell.text.length <= 40 && nested(scanner, cell) <= 1 && !isValueLike(cell.text)
    && (cell.span > 1 || hitOf(scanner, cell) !== null) && (cell.box === null || (cell.box.traits & (Trait.input | Trait.editable)) === 0));
}

const GROUP_WORDS = /\b(?:amounts?|dollars|payments?|charges?|dates?|codes?|details?|info(?:rmation)?|lines?|services?)\b/i;

/** `Status` with a wide `Denied` beside it and another name below: a pair above a table, no name over its columns. */
function isAnswered(scanner: Scanner, label: Cell, right: Cell | undefined, under: readonly Cell[]): boolean {
  const hit = hitOf(scanner, label);
  if (hit === null || right === undefined || right.span < 2 || GROUP_WORDS.test(right.text) || hitOf(scanner, right) !== null) return false;
  if (!under.some((cell) => cell.col === label.col && cell.text !== label.text)) return false;
  return hit.key === 'status' || hit.key === 'finalization' ? readStatusWord(right.text) !== null : hit.key !== 'other' && fits(hit.key, right.text);
}

export function isValueLike(text: string): boolean {
  return holdsDate(text) || /\$\s?\d|\d[.,]\d{2}\b|\d{4}/.test(text);
}

export function headsOf(scanner: Scanner, row: MatrixRow): Head[] {
  return row.cells.map((cell) => ({ col: cell.col, span: cell.span, text: headText(cell), group: '', hit: hitOf(scanner, cell) ?? (cell.text === '' && headText(cell) === '' ? null : readLabel(headText(cell))) }));
}

/** Over `Patient`, these make it the patient's share and not the patient. */
const AMOUNTS = /^(?:amounts?|dollars|money|responsibility|liability|owed|(?:claim )?amounts? \(?\$\)?)$/i;

/** Two header rows: the lower one names the columns, the upper one says what they are part of. */
export function mergeHeads(upper: readonly Head[], lower: readonly Head[]): Head[] {
  const merged: Head[] = [];
  const over = (col: number): Head | undefined => upper.find((head) => head.col <= col && head.col + head.span > col);
  for (const head of lower) {
    const group = over(head.col)?.text ?? '';
    if (head.text === '') {
      const above = over(head.col);
      if (above !== undefined) merged.push({ ...above, col: head.col, span: head.span });
      continue;
    }
    const joined = group === '' || group === head.text ? null : readLabel(`${group} ${head.text}`);
    const owed = head.hit?.key === 'patientName' && AMOUNTS.test(group) ? readLabel(`${head.text} responsibility`) : null;
    const useful = owed !== null ? owed : joined !== null && joined.key !== 'refLabel' && (head.hit === null || head.hit.weak || head.hit.key === 'other') ? joined : head.hit;
    merged.push({ ...head, group, hit: useful });
  }
  for (const head of upper) if (!lower.some((under) => under.col < head.col + head.span && under.col + under.span > head.col)) merged.push(head);
  return merged.sort((a, b) => a.col - b.col);
}
