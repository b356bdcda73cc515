/** A row of a list with its number as a person counts it, from 1. */
export type ListRow = { row: number; cells: string[] };

/** Names of the columns; where no row holds headings (`head` -1), their numbers. */
export function headingsAt(all: readonly (readonly string[])[], head: number): string[] {
  const width = all.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_cell, column) => (head < 0 ? `Column ${String(column + 1)}` : all[head]?.[column] ?? '').trim().slice(0, 300));
}

/**
 * The claims of a list whose headings stand in another row (`head`) than was thought (`was`; both count from 0, -1: none). What was
 * mended in `now` stays so, what is not in it any more was saved, and only the rows that were held for headings come anew.
 */
export function rowsBelow(all: readonly (readonly string[])[], now: readonly ListRow[], was: number, head: number): ListRow[] {
  const anew = all.slice(head + 1, was + 1).map((cells, index) => ({ row: head + 2 + index, cells: [...cells] })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return [...anew, ...now.filter(({ row }) => row > head + 1)];
}
