import { foldText } from '../reader/shown-text.ts';
import { readLabel } from '../reader/labels.ts';
import { inlinePairs } from '../reader/inline-pairs.ts';

/** One line of a copied page. Cells were parted by tabs; `raw` keeps the white space that parts inline pairs. */
export type PastedLine = { cells: string[]; raw: string; /** An empty line stood above it. */ gap: boolean };
export type PastedText = { lines: PastedLine[]; cut: boolean };

export const MOST_TEXT = 1_500_000;
export const MOST_LINES = 6000;
const MOST_LINE = 4000;
const MOST_CELLS = 60;

/** The lines of a pasted text, bounded: what is beyond the limits is left out and said so. */
export function pastedLines(text: string): PastedText {
  const bounded = text.length > MOST_TEXT ? text.slice(0, MOST_TEXT) : text;
  let cut = bounded.length < text.length;
  const lines: PastedLine[] = [];
  let gap = false;
  for (let from = 0; from <= bounded.length;) {
    const found = bounded.indexOf('\n', from);
    const end = found === -1 ? bounded.length : found;
    const raw = bounded.slice(from, Math.min(end, from + MOST_LINE)).replace(/[\r\v\f]+/g, ' ');
    if (end - from > MOST_LINE) cut = true;
    from = end + 1;
    // A trailing tab is an empty last cell, not the end of the line.
    const cells = raw.split('\t').slice(0, MOST_CELLS).map(foldText);
    if (cells.every((cell) => cell === '')) {
      gap = true;
      continue;
    }
    if (lines.length >= MOST_LINES) return { lines: joinBroken(lines), cut: true };
    lines.push({ cells, raw, gap });
    gap = false;
  }
  return { lines: joinBroken(lines), cut };
}

/** Column names in a row: most of them known, none of them a value. */
export function isColumnHead(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < 3) return false;
  const known = filled.filter((cell) => readLabel(cell) !== null).length;
  return known >= 2 && known * 3 >= filled.length * 2 && !filled.some((cell) => /\d{3}/.test(cell) || cell.length > 50);
}

/** A cell that held two paragraphs is copied over two lines: a short row under column names goes on until it is as wide as they are. */
function joinBroken(lines: readonly PastedLine[]): PastedLine[] {
  const out: PastedLine[] = [];
  let width = 0;
  for (let index = 0; index < lines.length; index += 1) {
    let line = lines[index];
    if (line === undefined) continue;
    const head = brokenHead(lines, index);
    if (head !== null) {
      line = { ...line, cells: head.cells };
      index += head.took;
    }
    if (isColumnHead(line.cells)) width = line.cells.length;
    else if (line.cells.length === 1) width = 0;
    if (width > 0 && line.cells.length < width && line.cells.length > 1) {
      let cells = line.cells;
      let took = 0;
      for (let at = index + 1; at < lines.length && at <= index + 12 && cells.length < width; at += 1) {
        const more = lines[at];
        if (more === undefined || cells.length + more.cells.length - 1 > width || isColumnHead(more.cells)) break;
        cells = [...cells.slice(0, -1), `${cells[cells.length - 1] ?? ''}\n${more.cells[0] ?? ''}`, ...more.cells.slice(1)];
        took += 1;
      }
      if (cells.length === width) {
        out.push({ ...line, cells });
        index += took;
        continue;
      }
    }
    out.push(line);
  }
  return out;
}

/** Column names written over two lines (`Amount` / `Paid`): joined where each joint makes a name that is known and the row below is as wide. */
function brokenHead(lines: readonly PastedLine[], from: number): { cells: string[]; took: number } | null {
  let cells = lines[from]?.cells ?? [];
  if (cells.some((cell) => /\d{3}/.test(cell) || cell.length > 40)) return null;
  for (let at = from + 1; at <= from + 12 && at < lines.length; at += 1) {
    const more = lines[at];
    if (more === undefined || more.gap || more.cells.length === 1 && lines[at + 1]?.cells.length === 1 || more.cells.some((cell) => /\d{3}/.test(cell) || cell.length > 40)) return null;
    const joint = `${cells[cells.length - 1] ?? ''} ${more.cells[0] ?? ''}`;
    if (readLabel(joint) === null) return null;
    cells = [...cells.slice(0, -1), joint, ...more.cells.slice(1)];
    if (cells.length > 2 && isColumnHead(cells) && lines[at + 1]?.cells.length === cells.length) return { cells, took: at - from };
  }
  return null;
}

/** The labels a line holds, in order: alone, in a label/value row, or inside its text. Column names count as none. */
export function labelsOf(line: PastedLine): { key: string; label: string; value: string | null }[] {
  if (line.cells.length === 1) {
    const text = line.cells[0] ?? '';
    const alone = readLabel(text);
    if (alone !== null) return [{ key: alone.key, label: text, value: null }];
    return text.length <= 1200 ? inlinePairs(text, () => line.raw, false).map((pair) => ({ key: pair.hit.key, label: pair.label, value: pair.value })) : [];
  }
  if (isColumnHead(line.cells)) return [];
  const out: { key: string; label: string; value: string | null }[] = [];
  line.cells.forEach((cell, at) => {
    const hit = cell === '' ? null : readLabel(cell);
    if (hit !== null) out.push({ key: hit.key, label: cell, value: line.cells[at + 1] ?? null });
    else if (cell.includes(':')) for (const pair of inlinePairs(cell, () => cell, false)) out.push({ key: pair.hit.key, label: pair.label, value: pair.value });
  });
  return out;
}
