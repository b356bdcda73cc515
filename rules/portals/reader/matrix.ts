import { isGoneCell, withoutDoubtful } from './gone-cells.ts';
import { Trait } from './page-tree.ts';
import type { Box, PageTree } from './page-tree.ts';
import { foldText } from './shown-text.ts';

/** One cell of a table or grid, whatever it is made of. `span` columns wide from `col`. */
export type Cell = { el: Element; box: Box | null; text: string; col: number; span: number; head: boolean; id: string | null; /** Texts that stand for the cell where it is not a box of its own. */ texts?: string[] };
export type MatrixRow = { el: Element; cells: Cell[]; section: 'head' | 'body' | 'foot'; start: number; end: number };
export type Matrix = { el: Element; rows: MatrixRow[]; width: number };

const MOST_ROWS = 5000;

/** The table a box stands for: the innermost one in its chain of wrappers, unless that only wraps a single cell. */
export function tableOf(box: Box): Element | null {
  if ((box.traits & Trait.table) === 0) return null;
  for (let at: Element | null = box.inner; at !== null; at = at === box.el ? null : parentOf(at)) {
    const role = at.getAttribute('role');
    if (at.tagName === 'TD' || at.tagName === 'TH' || role === 'cell' || role === 'gridcell') return null;
    if (at.tagName === 'TABLE' || role === 'grid' || role === 'table' || role === 'treegrid') return at;
  }
  return null;
}

function parentOf(el: Element): Element | null {
  return el.assignedSlot ?? el.parentElement ?? ((el.getRootNode() as ShadowRoot).host ?? null);
}

function kidsOf(el: Element): Iterable<Element> {
  if (el.tagName === 'SLOT') {
    const assigned = (el as HTMLSlotElement).assignedElements({ flatten: true });
    if (assigned.length > 0) return assigned;
  }
  const kids: Element[] = [];
  for (let kid = (el.shadowRoot ?? el).firstElementChild; kid !== null; kid = kid.nextElementSibling) kids.push(kid);
  return kids;
}

function roleOf(el: Element): string {
  return el.hasAttributes() ? el.getAttribute('role') ?? '' : '';
}

/** Rows and cells of a table or of a grid made with roles, without those of tables inside its cells. */
export function readMatrix(table: Element, tree: PageTree): Matrix | null {
  const rows: { el: Element; section: MatrixRow['section'] }[] = [];
  collectRows(table, rows, 'body', 0, tree.unreadRows > 0 ? tree : null, /grid$|^table$/.test(roleOf(table)));
  if (rows.length === 0) return null;
  const byIndex = roleOf(table) !== '' && table.tagName !== 'TABLE' || rows.some((row) => row.el.tagName !== 'TR');
  return byIndex ? gridMatrix(table, rows, tree) : tableMatrix(table, rows, tree);
}

/**
 * `read`: only rows that were read, where a list is so long that not all of it was. `byRoles`: in a grid made with roles, a table that
 * says of itself that it is only for show belongs to the grid.
 */
function collectRows(el: Element, rows: { el: Element; section: MatrixRow['section'] }[], section: MatrixRow['section'], depth: number, read: PageTree | null, byRoles: boolean): void {
  if (depth > 40 || rows.length > MOST_ROWS) return;
  for (const kid of kidsOf(el)) {
    const role = roleOf(kid);
    if (kid.tagName === 'TR' || role === 'row') {
      if (read === null || read.boxOf.has(kid)) rows.push({ el: kid, section });
    }
    else if (kid.tagName === 'TABLE' && !(byRoles && (role === 'presentation' || role === 'none')) || role === 'grid' || role === 'table' || role === 'treegrid' || kid.tagName === 'TD') continue;
    else collectRows(kid, rows, kid.tagName === 'THEAD' ? 'head' : kid.tagName === 'TFOOT' ? 'foot' : section, depth + 1, read, byRoles);
  }
}

function collectCells(el: Element, cells: Element[], depth: number): void {
  if (depth > 12) return;
  for (const kid of kidsOf(el)) {
    const tag = kid.tagName;
    if (tag === 'TD' || tag === 'TH') {
      cells.push(kid);
      continue;
    }
    const role = roleOf(kid);
    if (role === 'cell' || role === 'gridcell' || role === 'columnheader' || role === 'rowheader') cells.push(kid);
    else if (role !== 'row' && tag !== 'TABLE') collectCells(kid, cells, depth + 1);
  }
}

function cellText(box: Box | null | undefined): string {
  return box === null || box === undefined ? '' : box.text;
}

function toCell(el: Element, tree: PageTree, col: number, span: number): Cell {
  const box = tree.boxOf.get(el) ?? null;
  const role = roleOf(el);
  return { el, box, text: cellText(box), col, span, head: el.tagName === 'TH' || role === 'columnheader' || role === 'rowheader', id: el.hasAttributes() ? columnId(el) : null };
}

function tableMatrix(table: Element, found: { el: Element; section: MatrixRow['section'] }[], tree: PageTree): Matrix {
  const rows: MatrixRow[] = [];
  const held: number[] = []; // per column: rows still covered by a rowspan from above
  let width = 0;
  const gone = new Map<Element, number>();
  for (const { el, section } of found) {
    const cells: Cell[] = [];
    const els: Element[] = [];
    collectCells(el, els, 0);
    let col = 0;
    const takes: [number, number, number][] = [];
    for (const cellEl of els.slice(0, 120)) {
      while ((held[col] ?? 0) > 0) col += 1;
      // A cell that is not drawn takes no place: what stands behind it moves up, in this row and in no other.
      if (isGoneCell(cellEl, tree)) {
        if (!gone.has(el)) gone.set(el, col);
        continue;
      }
      const plain = !cellEl.hasAttributes();
      const span = plain ? 1 : Math.min(60, Math.max(1, Number(cellEl.getAttribute('colspan') ?? '1') || 1));
      const down = plain ? 1 : Math.min(500, Math.max(1, Number(cellEl.getAttribute('rowspan') ?? '1') || 1));
      cells.push(toCell(cellEl, tree, col, span));
      takes.push([col, span, down]);
      col += span;
    }
    for (let index = 0; index < held.length; index += 1) held[index] = Math.max(0, (held[index] ?? 0) - 1);
    for (const [at, span, down] of takes) for (let index = at; index < at + span; index += 1) held[index] = down - 1;
    width = Math.max(width, col);
    pushRow(rows, el, cells, section);
  }
  withoutDoubtful(rows, gone);
  return { el: table, rows, width };
}

function pushRow(rows: MatrixRow[], el: Element, cells: Cell[], section: MatrixRow['section']): void {
  let start = Infinity;
  let end = -1;
  for (const cell of cells) {
    if (cell.box === null) continue;
    start = Math.min(start, cell.box.start);
    end = Math.max(end, cell.box.end);
  }
  if (cells.length > 0 && end >= 0) rows.push({ el, cells, section, start, end });
}

function columnId(el: Element): string | null {
  return el.getAttribute('data-field') ?? el.getAttribute('col-id');
}

/** Grids made with roles: a row may be drawn in several containers, columns may be missing or out of order. */
function gridMatrix(table: Element, found: { el: Element; section: MatrixRow['section'] }[], tree: PageTree): Matrix {
  const joined = new Map<string, { el: Element; cells: Element[]; section: MatrixRow['section'] }>();
  let serial = 0;
  for (const { el, section } of found) {
    const cells: Element[] = [];
    collectCells(el, cells, 0);
    if (cells.length === 0) cells.push(...kidsOf(el));
    const head = cells.some((cell) => roleOf(cell) === 'columnheader');
    const index = el.getAttribute('row-index') ?? el.getAttribute('aria-rowindex') ?? el.getAttribute('data-rowindex') ?? el.getAttribute('row-id') ?? el.getAttribute('data-id');
    serial += 1;
    const key = `${head ? 'h' : 'r'}${index ?? `#${String(serial)}`}`;
    const known = joined.get(key);
    if (known === undefined) joined.set(key, { el, cells, section: head ? 'head' : section });
    else known.cells.push(...cells);
  }
  const list = [...joined.entries()];
  // Drawn order is not row order: virtual grids reuse rows.
  const numbered = list.every(([key]) => /^[hr](?:[tb]-)?\d+$/.test(key));
  if (numbered) list.sort(([a], [b]) => (a.charAt(0) === b.charAt(0) ? Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, '')) : a.charAt(0) === 'h' ? -1 : 1));
  const rows: MatrixRow[] = [];
  const columns = new Map<string, number>();
  // A head over several columns has an id of its own, which no other row knows: it holds no column's place.
  const uses = new Map<string, number>();
  for (const [, row] of list) for (const id of new Set(row.cells.map(columnId))) if (id !== null) uses.set(id, (uses.get(id) ?? 0) + 1);
  let width = 0;
  const gone = new Map<Element, number>();
  for (const [, row] of list) {
    const cells: Cell[] = [];
    // Where every cell says which column it is in, that decides.
    if (row.cells.every((cell) => columnId(cell) === null && !cell.hasAttribute('aria-colindex') && !cell.hasAttribute('data-colindex'))) {
      const first = row.cells.findIndex((cell) => isGoneCell(cell, tree));
      if (first >= 0) {
        gone.set(row.el, first);
        row.cells = row.cells.filter((cell) => !isGoneCell(cell, tree));
      }
    }
    row.cells.forEach((el, position) => {
      const own = columnId(el);
      const isGroup = own !== null && roleOf(el) === 'columnheader' && list.length > 2 && uses.get(own) === 1 && el.hasAttribute('aria-colindex');
      const id = isGroup ? null : own;
      const index = el.getAttribute('aria-colindex') ?? el.getAttribute('data-colindex');
      let col = position;
      if (id !== null) {
        col = columns.get(id) ?? (index !== null ? Number(index) - 1 : columns.size);
        while (!columns.has(id) && [...columns.values()].includes(col)) col += 1;
        columns.set(id, col);
      } else if (index !== null && !Number.isNaN(Number(index))) col = Number(index) - (el.hasAttribute('aria-colindex') ? 1 : 0);
      const span = Math.min(60, Math.max(1, Number(el.getAttribute('aria-colspan') ?? el.getAttribute('colspan') ?? '1') || 1));
      if (!cells.some((cell) => cell.col === col && cell.text !== '' && cell.text === cellText(tree.boxOf.get(el)))) cells.push(toCell(el, tree, col, span));
      width = Math.max(width, col + span);
    });
    pushRow(rows, row.el, cells, row.section);
  }
  withoutDoubtful(rows, gone);
  return { el: table, rows, width };
}

/** What a column head is called: its text, else what assistive technology is told. */
export function headText(cell: Cell): string {
  if (cell.text !== '') return cell.text;
  return foldText(cell.el.getAttribute('aria-label') ?? cell.el.getAttribute('title') ?? cell.el.getAttribute('abbr') ?? '').slice(0, 80);
}
