import { columnsToRead } from './compared-columns.ts';
import { fits } from './field-shapes.ts';
import type { Cell, Matrix, MatrixRow } from './matrix.ts';
import type { GridRow, Head } from './scan-matrix.ts';
import type { Section } from './sections.ts';
import { isEmptyMark } from './shown-text.ts';
import { readStatusWord } from './status-words.ts';
import { emit, newScan } from './findings.ts';
import type { Scanner } from './findings.ts';
import { hitOf, nested, TOTAL } from './scan-matrix.ts';

/** What a claim has as a line has it. */
const OF_THE_CLAIM: ReadonlySet<string> = new Set(['dos', 'dosFrom', 'dosTo', 'charge', 'allowed', 'paid', 'patResp', 'status', 'received', 'finalized']);

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
  const filled = [...columns.entries()].sort((a, b) => a[0] - b[0]).map(([col, cells]) => ({ cells, name: names.get(col) ?? '' })).filter(({ cells }) => cells.some((cell) => cell.text !== ''));
  const isSum = ({ name }: { name: string }): boolean => TOTAL.test(name);
  const read = new Set(columnsToRead(heads, filled.filter((column) => !isSum(column))));
  if (read.size === 0) return true;
  // `Claim as processed`, `Claim status`: what the one column that counts says of the claim, it says of no line.
  const [only] = read.size === 1 && filled.length > 1 && !filled.some(isSum) ? read : [];
  if (only !== undefined) for (const cell of [...only.cells]) {
    const head = heads[cell.col];
    if (head?.hit === undefined || head.hit === null || cell.box === null || !OF_THE_CLAIM.has(head.hit.key)) continue;
    const named = /\bclaim\b/i.test(head.text);
    if (named || /\bclaim\b/i.test(only.name)) emit(scanner, head.hit, head.text, [cell.box], sections, 'table');
    if (named) only.cells.splice(only.cells.indexOf(cell), 1);
  }
  const rows: GridRow[] = filled.filter((column) => isSum(column) || read.has(column))
    .map((column) => ({ cells: column.cells, start: matrix.rows[0]?.start ?? 0, end: matrix.rows[matrix.rows.length - 1]?.end ?? 0, kind: isSum(column) ? 'total' as const : 'data' as const, inner: newScan(), el: matrix.el, group: null }));
  scanner.out.grids.push({ heads, rows, sections, at: matrix.rows[0]?.start ?? 0, end: matrix.rows[matrix.rows.length - 1]?.end ?? 0, el: matrix.el, transposed: true, banner: scanner.banner });
  return true;
}
