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
