type Piece = { text: string; from: number; to: number };

/** The pieces of one line of typewriter text: what stands apart by two blanks or more, with their columns of characters. */
function piecesOf(line: string): Piece[] {
  const out: Piece[] = [];
  for (const found of line.matchAll(/\S+(?:\s\S+)*/g)) out.push({ text: found[0], from: found.index, to: found.index + found[0].length });
  return out;
}

/** `CLAIM NO . . . : 6132`: the dots only lead the eye. Everything behind them keeps its column. */
function withoutLeaders(line: string): string {
  return line.replace(/(\S)([ \t]*(?:\.[ \t]?){2,}):/g, (_all, before: string, dots: string) => `${before}:${' '.repeat(dots.length)}`);
}

/** Names enough for the columns of a printed remittance. */
const MANY_NAMES = 8;

/** A row of amounts under many names, in which blanks no longer part the columns: as many pieces as there are names, or more. */
function isFilledRow(line: string, pieces: readonly Piece[], names: readonly Piece[]): boolean {
  return names.length >= MANY_NAMES && pieces.length >= names.length - 2 && !line.includes(':') && (line.match(/\d\.\d{2}(?!\d)/g) ?? []).length >= 3 && pieces.filter((piece) => names.some((name) => piece.from < name.to && piece.to > name.from)).length >= 3;
}

/**
 * Each word of a row to the name that it stands under, or next to: `93306 26` is a procedure and its modifier where two names stand over
 * it. Null where any word is as near to one name as to another.
 */
function underNames(line: string, names: readonly Piece[]): string[] | null {
  const row = names.map((): string[] => []);
  // Words without a figure (`CLAIM TOTALS`) are a name and stay together.
  const words = piecesOf(line).flatMap((piece) => (/\d/.test(piece.text) ? [...piece.text.matchAll(/\S+/g)].map((found): Piece => ({ text: found[0], from: piece.from + found.index, to: piece.from + found.index + found[0].length })) : [piece]));
  for (const { text, from, to } of words) {
    const over = names.flatMap((name, at) => (from < name.to && to > name.from ? [at] : []));
    const gaps = names.map((name) => Math.max(name.from - to, from - name.to));
    const nearest = over.length === 1 || over.length > 1 && !/\d/.test(text) ? over.slice(0, 1) : gaps.flatMap((gap, at) => (gap === Math.min(...gaps) ? [at] : []));
    const [at] = nearest;
    if (over.length > 1 && /\d/.test(text) || nearest.length !== 1 || at === undefined) return null;
    row[at]?.push(text);
  }
  return row.map((parts) => parts.join(' '));
}

/**
 * Typewriter text (`<pre>`) as rows of pieces. A line with fewer pieces than the row of names above it is laid under that row
 * by the place of its characters, so that an empty column moves no value to its neighbour's place. Null where the text is one line.
 */
export function typedRows(text: string): string[][] | null {
  const lines = text.split(/\r?\n/);
  if (lines.length < 2 || lines.length > 4000) return null;
  let names: Piece[] = [];
  return lines.map((typed) => {
    const line = withoutLeaders(typed.replace(/\t/g, '    '));
    const pieces = piecesOf(line);
    if (pieces.length >= 3 && pieces.every((piece) => !/\d/.test(piece.text) && !piece.text.includes(':'))) names = pieces;
    else if (isFilledRow(line, pieces, names)) return underNames(line, names) ?? pieces.map((piece) => piece.text);
    else if (pieces.length >= names.length || pieces.length < 2 || names.length < 3 || pieces.some((piece) => piece.text.includes(':'))) return pieces.map((piece) => piece.text);
    else {
      const row = names.map(() => '');
      for (const piece of pieces) {
        const at = names.findIndex((name) => piece.from < name.to && piece.to > name.from);
        if (at < 0 || row[at] !== '') return pieces.map((other) => other.text);
        row[at] = piece.text;
      }
      return row;
    }
    return pieces.map((piece) => piece.text);
  });
}
