/** A bench prints one table: a heading, then rows of words and figures in columns. Figures are already text. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const isFigure = (column: number) => rows.every((row) => /^(?:[-\d]|$)/u.test(row[column] ?? ''));
  const line = (row: readonly string[]) => widths.map((width, column) => (isFigure(column) ? (row[column] ?? '').padStart(width) : (row[column] ?? '').padEnd(width))).join('  ').trimEnd();
  console.log([`\n${title}`, line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n'));
}

/** `3.4x`, and the goal it misses where it does. */
export function ratio(ours: number, other: number, goal?: number): string {
  const times = ours / other;
  const text = `${times >= 100 ? times.toFixed(0) : times >= 1 ? times.toFixed(1) : times.toPrecision(2)}x`;
  return goal !== undefined && times > goal ? `${text} (goal ${goal}x)` : text;
}
