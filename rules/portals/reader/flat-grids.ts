import type { Scanner } from './findings.ts';
import type { Cell, MatrixRow } from './matrix.ts';
import { Trait } from './page-tree.ts';
import type { Box } from './page-tree.ts';

type Placed = { box: Box; left: number; right: number };

/**
 * A table whose cells lie in one element without rows, put into columns by style alone (`display: grid`): a line of four labels or more,
 * then lines of cells each under one of them. Null where there is no layout to see it by, or where anything stands out of line.
 */
export function flatGrid(scanner: Scanner, kids: readonly Box[], index: number): { rows: MatrixRow[]; width: number; took: number } | null {
  if (!scanner.tree.sight.hasLayout || kids.slice(index, index + 4).filter((kid) => scanner.marks.hits.has(kid)).length < 3 || kids.length < index + 8) return null;
  const lines: Placed[][] = [];
  let top = -Infinity;
  let took = 0;
  for (const box of kids.slice(index)) {
    if (box.text === '' && (box.traits & (Trait.input | Trait.editable)) === 0) {
      took += 1; // an empty cell keeps its place by the places of the others
      continue;
    }
    if ((box.traits & (Trait.heading | Trait.nav | Trait.table | Trait.editable)) !== 0 || (scanner.marks.within.get(box) ?? 0) > 1) break;
    const rect = scanner.tree.sight.rectOf(box.el);
    if (rect === null) break;
    if (rect.top > top + 4) lines.push([]);
    else if (rect.top < top - 4) break;
    top = Math.max(top, rect.top);
    lines[lines.length - 1]?.push({ box, left: rect.left, right: rect.left + rect.width });
    took += 1;
  }
  const [heads = [], ...body] = lines;
  if (heads.length < 4 || body.length === 0 || heads.some((head, at) => (heads[at + 1]?.left ?? Infinity) <= head.left || /\d{2}/.test(head.box.text) || !scanner.marks.hits.has(head.box) && head.box.text.length > 45)) return null;
  if (heads.filter((head) => scanner.marks.hits.has(head.box)).length * 4 < heads.length * 3) return null;
  const rows = body.map((line) => line.map((place) => ({ box: place.box, col: heads.findIndex((head) => Math.abs(head.left - place.left) < 3 || Math.abs(head.right - place.right) < 3) })));
  if (rows.some((row) => row.some((cell) => cell.col < 0) || new Set(row.map((cell) => cell.col)).size < row.length) || !rows.some((row) => row.length * 2 > heads.length)) return null;
  const cell = (box: Box, col: number): Cell => ({ el: box.el, box, text: box.text, col, span: 1, head: false, id: null });
  const row = (cells: Cell[], section: MatrixRow['section']): MatrixRow[] => {
    const boxes = cells.flatMap((one) => (one.box === null ? [] : [one.box]));
    const [first] = boxes;
    return first === undefined ? [] : [{ el: first.el, cells, section, start: Math.min(...boxes.map((box) => box.start)), end: Math.max(...boxes.map((box) => box.end)) }];
  };
  return { width: heads.length, took, rows: [...row(heads.map((head, col) => cell(head.box, col)), 'head'), ...rows.flatMap((one) => row(one.map((place) => cell(place.box, place.col)), 'body'))] };
}
