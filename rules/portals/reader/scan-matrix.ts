import { readLabel, looksLikeLabel } from './labels.ts';
import type { LabelHit, LabelPart } from './labels.ts';
import { headText } from './matrix.ts';
import type { Cell, Matrix, MatrixRow } from './matrix.ts';
import { fits } from './field-shapes.ts';
import { Trait } from './page-tree.ts';
import type { Box } from './page-tree.ts';
import { isPauseDue, scanBox } from './scan.ts';
import { isGreeting } from './section-headings.ts';
import { sectionKind } from './sections.ts';
import type { Section } from './sections.ts';
import { isStatusKey } from './label-neighbours.ts';
import { readStatusWord } from './status-words.ts';
import { isEmptyMark } from './shown-text.ts';
import { codedAmount } from './coded-amounts.ts';
import { readMoney } from './money.ts';
import { emit, newScan, partTexts, valueTexts } from './findings.ts';
import type { Scan, Scanner } from './findings.ts';
import { headsOf, isHeader, isUpperHead, isValueLike, mergeHeads } from './header-rows.ts';
import { claimRow, isLineHead, providerAdjustmentRow, totalPairs } from './remittance-rows.ts';
import { labelsRight } from './labels-right.ts';
import { transposed } from './transposed-tables.ts';

export type Head = {
  col: number; span: number; text: string; group: string; hit: LabelHit | null;
  /** One label of several that share the column. */ part?: { of: readonly LabelPart[]; at: number };
};
export type GridRow = { cells: Cell[]; start: number; end: number; kind: 'data' | 'total'; inner: Scan; el: Element; /** What a separator row above it says. */ group: string | null };
export type Grid = { heads: Head[]; rows: GridRow[]; sections: readonly Section[]; at: number; end: number; el: Element; transposed: boolean; banner: boolean };

export const TOTAL = /^(?:(?:sub|grand|claim|line|page|report|service|voucher|check|payment|remittance|provider|batch|document)[ -]?)?totals?\b|^(?:all (?:lines|services|claims)|sums?|overall|this page|claim sums?)$/i;

export function hitOf(scanner: Scanner, cell: Cell): LabelHit | null {
  if (cell.box !== null && cell.text !== '') return scanner.marks.hits.get(cell.box) ?? null;
  return cell.head ? readLabel(headText(cell)) : null;
}

export function nested(scanner: Scanner, cell: Cell): number {
  return cell.box === null || scanner.marks.hits.has(cell.box) ? 0 : scanner.marks.within.get(cell.box) ?? 0;
}

export function filledCells(row: MatrixRow): Cell[] {
  return row.cells.filter((cell) => cell.text !== '');
}

/** Tables and grids of any make: header rows, label/value rows, separators, totals, rows that unfold, and columns of claims. */
export function* scanMatrix(scanner: Scanner, matrix: Matrix, sections: readonly Section[], depth: number): Generator<undefined, void> {
  if (transposed(scanner, matrix, sections) || labelsRight(scanner, matrix, sections)) return;
  let stack = [...sections];
  let grid = null as Grid | null; // `close` changes it too
  let open = false; // the header may still get a second row
  let group: string | null = null;
  const close = (): void => {
    if (grid !== null && grid.rows.length > 0) scanner.out.grids.push(grid);
    grid = null;
  };
  const rows = matrix.rows;
  const spacers = spacerColumns(matrix);
  const above = headsAbove(scanner, matrix, spacers);
  if (above !== null && rows[0] !== undefined) grid = { heads: [...above], rows: [], sections: stack, at: rows[0].start, end: rows[0].end, el: matrix.el, transposed: false, banner: scanner.banner };
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) continue;
    if (isPauseDue(scanner, row.cells.length)) yield;
    const filled = filledCells(row);
    const next = rows[index + 1];
    // A ruled line or a spacer may stand between the names and the first row.
    const below = rows.slice(index + 1, index + 4).find((other) => filledCells(other).length > 0);
    if (isHeader(scanner, row, below, grid !== null, spacers)) {
      const heads = headsOf(scanner, row);
      const current: Grid | null = grid;
      if (current !== null && open && current.rows.length === 0) grid = { ...(current), heads: mergeHeads((current).heads, heads) };
      else {
        close();
        grid = { heads, rows: [], sections: stack, at: row.start, end: row.end, el: matrix.el, transposed: false, banner: scanner.banner };
        group = null;
      }
      open = true;
      continue;
    }
    if (filled.length === 0) continue;
    if (grid === null && below !== undefined && isUpperHead(scanner, row, below) && isHeader(scanner, below, rows.slice(rows.indexOf(below) + 1).find((other) => filledCells(other).length > 0), false, spacers)) {
      grid = { heads: headsOf(scanner, row), rows: [], sections: stack, at: row.start, end: row.end, el: matrix.el, transposed: false, banner: scanner.banner };
      group = null;
      open = true;
      continue;
    }
    const active: Grid | null = grid;
    if (active !== null) {
      open = false;
      const named = claimRow(scanner, active.heads, row);
      if (named !== null) {
        close();
        for (const pair of named) emit(scanner, { key: pair.key, weak: false }, pair.label, [pair.box], stack, 'inline', false, pair.value);
        grid = { ...active, rows: [], sections: stack, at: row.start, end: row.end };
        group = null;
        scanner.out.claimRows = true;
        continue;
      }
      const verdict = groupRow(scanner, active, filled, below) ? 'separator' : rowVerdict(scanner, active, row, filled);
      if (verdict === 'data' || verdict === 'total') {
        const gridRow: GridRow = { cells: row.cells, start: row.start, end: row.end, kind: verdict, inner: newScan(), el: row.el, group };
        for (const cell of filled) if (nested(scanner, cell) > 0 && cell.box !== null) yield* within(scanner, gridRow.inner, cell.box, stack, depth);
        if (verdict === 'total') totalPairs({ ...scanner, out: gridRow.inner }, active.heads, row, stack);
        active.rows.push(gridRow);
        active.end = row.end;
        continue;
      }
      if (verdict === 'separator') {
        group = filled[0]?.text ?? null;
        continue;
      }
      const last: GridRow | undefined = active.rows[active.rows.length - 1];
      if (verdict === 'unfolded' && last !== undefined) {
        for (const cell of filled) if (cell.box !== null) yield* within(scanner, last.inner, cell.box, stack, depth);
        last.end = row.end;
        active.end = row.end;
        continue;
      }
      if (verdict === 'pairs') close();
    }
    if (providerAdjustmentRow(scanner, filled, stack)) continue;
    const only = filled.length === 1 ? filled[0] : undefined;
    if (only !== undefined && only.box !== null && nested(scanner, only) === 0) {
      if (only.text.length <= 100 && !/[.!?]$/.test(only.text) && only.box.kids.length <= 3 && (rows.length > 1)) {
        const title = { text: only.text, kind: isGreeting(only.box) ? null : sectionKind(only.text), level: 8 };
        const label = scanner.marks.hits.has(only.box) && row.cells.length > 1 || looksLikeLabel(only.text);
        if (!label && !scanner.marks.hits.has(only.box) || !label && next !== undefined && filledCells(next).length > 1) {
          close();
          stack = [...sections, title];
          scanner.out.headings.push({ text: only.text, at: row.start, level: 8 });
          continue;
        }
      }
    }
    if (yield* pairCells(scanner, row, next, stack, depth, spacers)) index += 1;
  }
  const left: Grid | null = grid;
  if (left !== null && left.rows.length === 0 && above === null) scanner.out.heads = { heads: left.heads, width: matrix.width, end: rows[rows.length - 1]?.end ?? 0 };
  close();
}

/** The heads of a table which has none of its own, from a table of nothing but heads right before it, where its rows hold what those say. */
function headsAbove(scanner: Scanner, matrix: Matrix, spacers: ReadonlySet<number>): readonly Head[] | null {
  const alone = scanner.out.heads;
  const filled = matrix.rows.filter((row) => filledCells(row).length > 0);
  const first = filled[0];
  delete scanner.out.heads;
  if (alone === undefined || first === undefined || alone.width !== matrix.width || first.start <= alone.end || first.start - alone.end > 3) return null;
  if (filled.slice(0, 2).some((row, at) => isHeader(scanner, row, filled[at + 1], false, spacers))) return null;
  let fitting = 0;
  let off = 0;
  for (const row of filled.slice(0, 5)) {
    for (const cell of row.cells) {
      const key = cell.span > 1 ? undefined : alone.heads.find((head) => head.col === cell.col)?.hit?.key;
      if (key === undefined || key === 'other' || isEmptyMark(cell.text)) continue;
      if (fits(key, cell.text)) fitting += 1;
      else off += 1;
    }
  }
  return fitting >= 3 && off * 4 <= fitting ? alone.heads : null;
}

/** Columns in which no row has anything: layout, not data. */
function spacerColumns(matrix: Matrix): Set<number> {
  const used = new Set<number>();
  for (const row of matrix.rows) for (const cell of row.cells) if (cell.text !== '' && cell.span === 1) used.add(cell.col);
  const spacers = new Set<number>();
  if (matrix.rows.length > 1) for (let col = 0; col < matrix.width; col += 1) if (!used.has(col)) spacers.add(col);
  return spacers;
}

/** A scan of what is inside a cell or an unfolded row, kept with its row. */
function* within(scanner: Scanner, into: Scan, box: Box, sections: readonly Section[], depth: number): Generator<undefined, void> {
  const inner: Scanner = { ...scanner, out: into };
  yield* scanBox(inner, box, sections, depth + 1);
}

/** `HOLM, BRITT (2 claims)` over some rows of a list of claims: a row across all columns that says whose the next rows are, and no more. */
function groupRow(scanner: Scanner, grid: Grid, filled: readonly Cell[], below: MatrixRow | undefined): boolean {
  const [only] = filled;
  const columns = grid.heads.filter((head) => head.text !== '').length;
  if (filled.length !== 1 || only === undefined || only.span < columns || columns < 3 || below === undefined || !grid.heads.some((head) => head.hit?.key === 'ccn') || isLineHead(grid.heads)) return false;
  if (TOTAL.test(only.text) || nested(scanner, only) > 0 || only.text.length > 100 || /[.!?]$/.test(only.text)) return false;
  const kind = sectionKind(only.text);
  if (kind !== null && kind !== 'claim' && kind !== 'patient' && kind !== 'provider' && kind !== 'payer') return false;
  const next = filledCells(below);
  return next.length * 2 > columns && next.filter((cell) => fitsColumn(grid, cell)).length >= 3;
}

type Verdict = 'data' | 'total' | 'separator' | 'unfolded' | 'pairs' | 'other';

function rowVerdict(scanner: Scanner, grid: Grid, row: MatrixRow, filled: readonly Cell[]): Verdict {
  const first = filled[0];
  if (first === undefined) return 'other';
  const columns = grid.heads.filter((head) => head.text !== '').length;
  const rowWidth = row.cells.reduce((sum, cell) => Math.max(sum, cell.col + cell.span), 0);
  if (/^(?:whole |this )?claim$/i.test(first.text) && isLineHead(grid.heads) && !grid.heads.some((head) => (head.hit?.key === 'procedure' || head.hit?.key === 'code') && filled.some((cell) => cell.col === head.col && fits('procedure', cell.text)))) return 'total';
  if (filled.some((cell) => TOTAL.test(cell.text) && cell.text.length < 40) && !filled.some((cell) => nested(scanner, cell) > 1)) return 'total';
  const single = row.cells.length === 1 || filled.length === 1 && (first.span > 1 || columns > 3 && row.cells.length < columns);
  if (single) {
    if (nested(scanner, first) > 1) return 'unfolded';
    if (/^(?:processed|process|adjudicat\w+|finalized|paid|received)\b.{0,24}\d/i.test(first.text) && first.text.length < 80) return 'separator';
    if (nested(scanner, first) > 0 || scanner.marks.pairs.has(first.box as Box)) return 'unfolded';
    if (columns <= 1) return 'data';
    return /\b(?:co|pr|oa|pi)[ -]?\d|\b[mn]a?\d{1,3}\b|code/i.test(first.text) ? 'unfolded' : 'other';
  }
  const labels = filled.filter((cell) => hitOf(scanner, cell) !== null);
  const firstHit = hitOf(scanner, first);
  // Label and value pairs under a grid: `Total charge | $215.00`.
  if (firstHit !== null && filled.length <= 4 && filled.length < columns && labels.length * 2 >= filled.length && !fitsColumn(grid, first)) return 'pairs';
  if (filled.every((cell) => nested(scanner, cell) > 0) || filled.length <= 2 && columns > 3 && filled.some((cell) => nested(scanner, cell) > 1)) return 'unfolded';
  if (rowWidth < columns / 2 && columns > 3) return filled.some((cell) => nested(scanner, cell) > 0) ? 'unfolded' : 'other';
  return 'data';
}

function fitsColumn(grid: Grid, cell: Cell): boolean {
  const head = grid.heads.find((known) => known.col === cell.col);
  return head?.hit !== null && head?.hit !== undefined && fits(head.hit.key, cell.text);
}

/** Label cells and value cells side by side; cells with a structure of their own are scanned. True when the next row was used up too. */
function* pairCells(scanner: Scanner, row: MatrixRow, next: MatrixRow | undefined, sections: readonly Section[], depth: number, spacers: ReadonlySet<number>): Generator<undefined, boolean> {
  const cells = row.cells;
  let usedNext = false;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell === undefined || cell.box === null || cell.text === '') continue;
    const coded = cells[index + 1]?.box;
    if (coded !== null && coded !== undefined && codedAmount(scanner, cell.box, coded, sections)) {
      index += 1;
      continue;
    }
    const hit = hitOf(scanner, cell);
    if (hit === null) {
      const unknownLabel = looksLikeLabel(cell.text) || cell.head && cell.text.length <= 50 && !isValueLike(cell.text);
      if (unknownLabel && nested(scanner, cell) <= 1 && !scanner.marks.pairs.has(cell.box)) {
        const value = cells[index + 1];
        if (value !== undefined && hitOf(scanner, value) === null && nested(scanner, value) === 0) index += 1;
        continue;
      }
      yield* scanBox(scanner, cell.box, sections, depth + 1);
      continue;
    }
    let at = index + 1;
    // Spacer columns between a label and its value hold nothing and name nothing; an empty cell in a used column is an answer.
    while (at < cells.length && (cells[at]?.text === '' && spacers.has(cells[at]?.col ?? -1) || cells[at]?.text === '$')) at += 1;
    const value = cells[at];
    const isGroup = hit.key === 'group' && value !== undefined && fits('group', value.text);
    const isStatus = hit.key === 'status' || hit.key === 'finalization' || hit.key === 'appealStatus' || hit.key === 'appealOutcome' || hit.key === 'category';
    if (value !== undefined && value.box !== null && value.text !== '' && (hitOf(scanner, value) === null || isGroup || isStatus && (readStatusWord(value.text) !== null || fits('appealOutcome', value.text)))) {
      if (isAnsweredTwice(scanner, hit, value, cells[at + 1])) {
        index = at + 1;
        continue;
      }
      if (nested(scanner, value) === 0 || (scanner.marks.pairs.get(value.box) ?? []).length === 0 && fits(hit.key, value.text)) {
        if (!isEmptyMark(value.text)) emit(scanner, hit, cell.text, [value.box], sections, 'table');
        index = at;
      }
      continue;
    }
    if (value === undefined && next !== undefined && cells.filter((other) => other.text !== '').length === 1) {
      // A label alone in its row: its value may be alone in the row below.
      const below = filledCells(next);
      const under = below[0];
      const stands = under !== undefined && (hitOf(scanner, under) === null || isStatusKey(hit.key) && readStatusWord(under.text) !== null);
      if (below.length === 1 && under !== undefined && under.box !== null && stands && nested(scanner, under) === 0 && fits(hit.key, under.text)) {
        emit(scanner, hit, cell.text, [under.box], sections, 'table');
        usedNext = true;
      }
    }
  }
  return usedNext;
}

/** `Paid | $160.00 | $40.00`: two amounts beside one name, of which nobody says whose each is. */
function isAnsweredTwice(scanner: Scanner, hit: LabelHit, value: Cell, after: Cell | undefined): boolean {
  if (after === undefined || hitOf(scanner, after) !== null || !/^(?:charge|allowed|paid|patResp|checkAmount)$/.test(hit.key)) return false;
  const [one, other] = [readMoney(value.text), readMoney(after.text)];
  return one !== null && other !== null && one.cents !== other.cents;
}

/** The texts of a cell under a head: the whole and its pieces, or what a label inside the cell says. */
export function cellTexts(row: GridRow, head: Head): string[] {
  const plain = head.part === undefined && head.span === 1 && row.inner.findings.length === 0 ? plainCellTexts(row, head) : null;
  if (plain !== null) return plain;
  if (head.part === undefined) return wholeCellTexts(row, head);
  // A word of the upper line (`Paid`) may look like the label of the lower one: the cell is first taken as the head divides it.
  const divided = partTexts(valueTexts(boxesUnder(row, head)), head.part.of, head.part.at);
  return divided.length > 0 ? divided : partTexts(wholeCellTexts(row, head), head.part.of, head.part.at);
}

/** The usual case, asked most of all: one cell with one piece of text under a head of one column. Null for any other. */
function plainCellTexts(row: GridRow, head: Head): string[] | null {
  let only: Cell | null = null;
  for (const cell of row.cells) {
    if (cell.col > head.col || cell.col + cell.span <= head.col) continue;
    if (only !== null || cell.col !== head.col || cell.texts !== undefined) return null;
    only = cell;
  }
  if (only === null) return [];
  const { box } = only;
  if (box === null || box.text === '' || (box.traits & Trait.editable) !== 0) return [];
  return box.kids.length === 0 ? valueTexts([box]) : null;
}

function cellsUnder(row: GridRow, head: Head): Cell[] {
  return row.cells.filter((cell) => cell.col >= head.col && cell.col < head.col + head.span || cell.col < head.col && cell.col + cell.span > head.col && cell.span > 1 && row.kind === 'data');
}

function boxesUnder(row: GridRow, head: Head): Box[] {
  return cellsUnder(row, head).map((cell) => cell.box).filter((box): box is Box => box !== null && box.text !== '' && (box.traits & Trait.editable) === 0);
}

function wholeCellTexts(row: GridRow, head: Head): string[] {
  const cells = cellsUnder(row, head);
  const boxes = boxesUnder(row, head);
  const inner = row.inner.findings.filter((finding) => finding.key === head.hit?.key && boxes.some((box) => finding.at >= box.start && finding.at <= box.end));
  const labelled = inner[0];
  if (labelled !== undefined && inner.length === 1) return labelled.texts;
  const given = cells.find((cell) => cell.texts !== undefined)?.texts;
  if (given !== undefined) return given;
  // A line inside a cell that says its own name (`Chk 7740011`) is not what the column holds.
  // (`Paid $51.00` under `Status` or `Result` is the state with its amount.)
  const states = head.hit !== null && (isStatusKey(head.hit.key));
  const others = row.inner.findings.filter((finding) => finding.key !== head.hit?.key).flatMap((finding) => finding.boxes).filter((box) => !states || readStatusWord(box.text) === null);
  return valueTexts(boxes, new Set(others));
}
