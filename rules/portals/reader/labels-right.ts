import { emit } from './findings.ts';
import type { Scanner } from './findings.ts';
import { fits } from './field-shapes.ts';
import { isValueLike } from './header-rows.ts';
import { isStatusKey } from './label-neighbours.ts';
import type { Cell, Matrix } from './matrix.ts';
import { filledCells, hitOf, nested } from './scan-matrix.ts';
import type { Section } from './sections.ts';
import { isEmptyMark } from './shown-text.ts';
import { readStatusWord } from './status-words.ts';

/** Fewer rows of one make might be chance. */
const LEAST_ROWS = 4;

/**
 * A table that puts each value left of its name. It is one only where no row has it the other way round: every right cell is a name,
 * most of them known, and what stands left of a known one has the shape that it asks for. True when the table was read so.
 */
export function labelsRight(scanner: Scanner, matrix: Matrix, sections: readonly Section[]): boolean {
  const pairs: { value: Cell; label: Cell }[] = [];
  for (const row of matrix.rows) {
    const cells = row.cells.filter((cell) => cell.text !== '' || row.cells.length % 2 === 0);
    if (filledCells(row).length === 0) continue;
    if (cells.length !== 2 && cells.length !== 4) return false;
    for (let at = 0; at < cells.length; at += 2) {
      const [value, label] = [cells[at], cells[at + 1]];
      if (value === undefined || label === undefined) return false;
      if (value.text === '' && label.text === '') continue;
      if (!isNamed(scanner, value, label)) return false;
      pairs.push({ value, label });
    }
  }
  const known = pairs.filter(({ value, label }) => hitOf(scanner, label) !== null && hitOf(scanner, label)?.key !== 'other' && !isEmptyMark(value.text));
  if (pairs.length < LEAST_ROWS || known.length < LEAST_ROWS - 1 || known.length * 2 < pairs.length) return false;
  for (const { value, label } of known) {
    const hit = hitOf(scanner, label);
    if (hit !== null && value.box !== null) emit(scanner, hit, label.text, [value.box], sections, 'table');
  }
  return true;
}

function isNamed(scanner: Scanner, value: Cell, label: Cell): boolean {
  const hit = hitOf(scanner, label);
  const own = hitOf(scanner, value);
  if (label.text === '' || label.head && !value.head && value.col > label.col || nested(scanner, value) > 0 || nested(scanner, label) > 0) return false;
  if (hit === null) return own === null && label.text.length <= 40 && !isValueLike(label.text) && !/[.!?]$/.test(label.text);
  const isState = isStatusKey(hit.key) && readStatusWord(value.text) !== null;
  if (own !== null) return isState;
  return isEmptyMark(value.text) || hit.key === 'other' || isState || fits(hit.key, value.text);
}
