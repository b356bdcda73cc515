/** A piece of a page's text layer: its place in points, `y` the base line counted upward, `height` that of its letters. */
export type PlacedText = { text: string; x: number; y: number; width: number; height: number };

/** Letters smaller than this nobody reads; what stands in them is left out. */
const SMALLEST_LETTER = 3;
/** Gaps of so many letter heights part words, and cells. */
const WORD_GAP = 0.18;
const CELL_GAP = 1.1;
/** Pieces of one page beyond which it is not laid out: no remittance has so many. */
const MOST_PIECES = 20_000;

type Cell = { text: string; from: number; to: number };
type Line = { y: number; height: number; cells: Cell[] };

/**
 * The lines of a page, from its top, each with its cells parted by tabs, as a copied table has them. Which column a value stands in is
 * told by its place alone: where neighbouring lines are of one table, a cell that is empty stays empty, so that no value slides
 * under another heading. Where the columns cannot be told apart, the cells are parted by blanks and make no table. Lines that stand
 * farther apart than their neighbours get an empty line between them.
 */
export function linesOfPage(pieces: readonly PlacedText[]): string[] {
  const lines = linesIn(pieces.filter(({ text, height }) => text.trim() !== '' && height >= SMALLEST_LETTER).slice(0, MOST_PIECES));
  const laid: string[] = [];
  for (const block of blocksOf(lines)) {
    if (laid.length > 0) laid.push('');
    for (const table of runsOf(block)) laid.push(...inColumns(table));
  }
  return laid;
}

function linesIn(pieces: readonly PlacedText[]): Line[] {
  const rows: PlacedText[][] = [];
  for (const piece of [...pieces].sort((left, right) => right.y - left.y || left.x - right.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && Math.abs(first.y - piece.y) <= Math.min(first.height, piece.height) * 0.45) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => ({ y: row[0]?.y ?? 0, height: Math.max(...row.map(({ height }) => height)), cells: cellsOf(row.sort((left, right) => left.x - right.x)) }));
}

function cellsOf(row: readonly PlacedText[]): Cell[] {
  const cells: Cell[] = [];
  for (const { text, x, width, height } of row) {
    const before = cells.at(-1);
    const gap = before === undefined ? Infinity : x - before.to;
    if (before === undefined || gap > CELL_GAP * height) {
      cells.push({ text: text.trim(), from: x, to: x + width });
      continue;
    }
    before.text = `${before.text}${gap > WORD_GAP * height || /^\s/u.test(text) ? ' ' : ''}${text.trim()}`;
    before.to = Math.max(before.to, x + width);
  }
  return cells;
}

/** Lines that belong together: no gap of more than about two line heights between them. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    const above = block?.at(-1);
    if (block !== undefined && above !== undefined && above.y - line.y <= 2.1 * Math.max(above.height, line.height)) block.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** Neighbouring lines of three cells or more are laid out together: they may be a table, with gaps. */
function runsOf(block: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  const isTabular = (line: Line): boolean => line.cells.length >= 3;
  for (const line of block) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && isTabular(run[0]) && isTabular(line)) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

function inColumns(run: readonly Line[]): string[] {
  if (run.length < 2) return run.map(({ cells }) => cells.map(({ text }) => text).join('\t'));
  const columns: { from: number; to: number }[] = [];
  for (const cell of run.flatMap(({ cells }) => cells).sort((left, right) => left.from - right.from)) {
    const column = columns.at(-1);
    if (column !== undefined && cell.from < column.to) column.to = Math.max(column.to, cell.to);
    else columns.push({ from: cell.from, to: cell.to });
  }
  const placed = run.map(({ cells }) => cells.map((cell) => columns.findIndex(({ from, to }) => cell.from < to && cell.to > from)));
  const isClear = placed.every((places) => new Set(places).size === places.length);
  if (!isClear) return run.map(({ cells }) => cells.map(({ text }) => text).join('  '));
  return run.map(({ cells }, at) => columns.map((_column, index) => cells[placed[at]?.indexOf(index) ?? -1]?.text ?? '').join('\t'));
}
