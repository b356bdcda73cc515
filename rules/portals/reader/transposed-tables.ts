import { fits } from './field-shapes.ts';
import type { Cell, Matrix, MatrixRow } from './matrix.ts';
import type { GridRow, Head } from './scan-matrix.ts';
import type { Section } from './sections.ts';
import { isEmptyMark } from './shown-text.ts';
import { readStatusWord } from './status-words.ts';
import { newScan } from './findings.ts';
import type { Scanner } from './findings.ts';
import { hitOf, nested, TOTAL } from './scan-matrix.ts';

/** Labels down the side, one column per claim (or per line). */
export function transposed(scanner: Scanner, matrix: Matrix, sections: readonly Section[]): boolean {
  if (matrix.width < 3 || matrix.rows.length < 3) return false;
  const labelRows: MatrixRow[] = [];
  for (const row of matrix.rows) {
    const first = row.cells[0];
    if (first === undefined || first.box === null) continue;
    const rest = row.cells.slice(1).filter((cell) => cell.text !== '');
    const known = hitOf(scanner, first) !== null;
    const plain = rest.every((cell) => hitOf(scanner, cell) === null || readStatusWord(cell.text) !== null) && rest.every((cell) => nested(scanner, cell) === 0);
    if (known && plain && rest.length >= 1) labelRows.push(row);
    else if (known && rest.some((cell) => hitOf(scanner, cell) !== null)) return false;
  }
  const wide = labelRows.filter((row) => row.cells.filter((cell, at) => at > 0 && cell.text !== '').length >= 2);
  if (labelRows.length < 3 || wide.length < 2 || wide.length * 2 < labelRows.length) return false;
  const fitting = wide.filter((row) => {
    const hit = hitOf(scanner, row.cells[0] as Cell);
    return hit !== null && row.cells.slice(1).filter((cell) => cell.text !== '').every((cell) => fits(hit.key, cell.text) || isEmptyMark(cell.text));
  });
  if (fitting.length < 2) return false;
  const heads: Head[] = [];
  const columns = new Map<number, Cell[]>();
  labelRows.forEach((row, index) => {
    const first = row.cells[0] as Cell;
    heads.push({ col: index, span: 1, text: first.text, group: '', hit: hitOf(scanner, first) });
    for (const cell of row.cells.slice(1)) {
      if (cell.span > 1) continue;
      const list = columns.get(cell.col) ?? [];
      list.push({ ...cell, col: index, span: 1 });
      columns.set(cell.col, list);
    }
  });
  // `Line 1 | Line 2 | Total` over the columns: a column of sums is no line.
  const names = new Map<number, string>();
  for (const row of matrix.rows) if (!labelRows.includes(row)) for (const cell of row.cells) if (cell.span === 1 && cell.text !== '' && !names.has(cell.col)) names.set(cell.col, cell.text);
  const rows: GridRow[] = [...columns.entries()].sort((a, b) => a[0] - b[0])
    .filter(([, cells]) => cells.some((cell) => cell.text !== ''))
    .map(([col, cells]) => ({ cells, start: matrix.rows[0]?.start ?? 0, end: matrix.rows[matrix.rows.length - 1]?.end ?? 0, kind: TOTAL.test(names.get(col) ?? '') ? 'total' as const : 'data' as const, inner: newScan(), el: matrix.el, group: null }));
  scanner.out.grids.push({ heads, rows, sections, at: matrix.rows[0]?.start ?? 0, end: matrix.rows[matrix.rows.length - 1]?.end ?? 0, el: matrix.el, transposed: true, banner: scanner.banner });
  return true;
}
