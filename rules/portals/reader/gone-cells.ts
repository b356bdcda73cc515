import type { Cell, MatrixRow } from './matrix.ts';
import type { PageTree } from './page-tree.ts';

/** Whether a cell is not laid out at all (`display: none` on it), so that the next one stands in its place. */
export function isGoneCell(el: Element, tree: PageTree): boolean {
  if ((tree.boxOf.get(el)?.text ?? '') !== '') return false;
  return tree.sight.hasLayout ? tree.sight.isGone(el) : el.hasAttribute('hidden') || /display:\s*none/i.test(el.getAttribute('style') ?? '');
}

const widthOf = (row: MatrixRow): number => row.cells.reduce((width, cell) => Math.max(width, cell.col + cell.span), 0);

/**
 * Takes out what stands under a name that may not be its own: a cell is not drawn while the name of its column is, or the other way
 * round, so that all behind it stands beside its column. Columns before that stay.
 *
 * @param gone by row, the column before which the first cell is not drawn
 */
export function withoutDoubtful(rows: readonly MatrixRow[], gone: ReadonlyMap<Element, number>): void {
  if (gone.size === 0) return;
  const head = rows.find((row) => row.cells.length >= 3 && (row.section === 'head' || row.cells.every((cell) => cell.head)))
    ?? rows.find((row) => row.cells.length >= 3 && row.cells.every((cell) => !/\d{2}/.test(cell.text)));
  if (head === undefined) return;
  const width = widthOf(head);
  const inHead = gone.get(head.el) ?? Infinity;
  for (const row of rows) {
    const from = Math.min(inHead, gone.get(row.el) ?? Infinity);
    if (row === head || from === Infinity || row.cells.length < 2 || widthOf(row) === width) continue;
    row.cells = row.cells.map((cell): Cell => (cell.col + cell.span <= from ? cell : { ...cell, box: null, text: '' }));
  }
}
