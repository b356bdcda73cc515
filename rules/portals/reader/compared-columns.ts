import type { LabelKey } from './label-data.ts';
import type { Cell } from './matrix.ts';
import type { Head } from './scan-matrix.ts';

/** One column of a table whose labels stand down its side. `name`: what stands over it. */
export type Column = { name: string; cells: readonly Cell[] };

const NUMBERED = /^(?:(?:service|claim|detail|procedure)? ?(?:line|service|detail|item|procedure|svc|ln)s? ?)?(?:#|no\.?|number)? ?\d{1,3}$/i;
const DECIDED = /^(?:(?:the )?claim )?(?:(?:as|after|when) )?(?:processed|adjudicated|reprocessed|reprocessing|readjudicated|re-adjudicated|after|adjudication|decided)(?: (?:claim|value|amount|result)s?)?$/i;
const FILED = /^(?:(?:the )?claim )?(?:(?:as|before|when) )?(?:submitted|billed|filed|received|sent|before|reprocessing|you (?:submitted|billed))(?: (?:claim|value|amount)s?)?$/i;
const STAGE = /\b(?:before|after|submitted|processed|adjudicated|reprocessed|original(?:ly)?|corrected|adjusted|revised|replace(?:d|ment)|previous|prior|current|updated|old|new|billed|filed|sent|received|allowed|paid|expected|actual|version|change(?:d|s)?|difference)\b/i;

/** What parts one service from another. */
const OF_A_LINE: ReadonlySet<LabelKey> = new Set<LabelKey>(['procedure', 'procedureModifier', 'revProcedure', 'revenue', 'modifier', 'dos', 'dosFrom', 'dosTo', 'units', 'charge']);
const SERVICE: ReadonlySet<LabelKey> = new Set<LabelKey>(['procedure', 'procedureModifier', 'revProcedure', 'revenue']);

/**
 * `As submitted | As processed`, `Before | After`: one thing at two times, not two services. Gives the columns that may be read: all
 * of them where they are services or claims of their own, the one that says how the payer decided where the others say what was
 * sent, else none. Columns are services where their heads number them or more than one row differs as services do.
 */
export function columnsToRead<T extends Column>(heads: readonly Head[], columns: readonly T[]): readonly T[] {
  if (columns.length < 2) return columns;
  const rows = heads.map((head, at) => ({ key: head.hit?.key ?? null, texts: columns.map((column) => column.cells.find((cell) => cell.col === at)?.text ?? '') }));
  // `Item | Before | After` is the row of heads, whatever its first cell is called.
  const called = rows.find((row) => row.key === 'lineNo')?.texts;
  const nameOf = (column: T): string => (column.name === '' ? called?.[columns.indexOf(column)] ?? '' : column.name).trim();
  const differs = ({ texts }: { texts: string[] }): boolean => new Set(texts.filter((text) => text !== '')).size > 1;
  const numbers = rows.filter((row) => row.key === 'ccn');
  if (numbers.some(differs)) return columns; // several claims
  const decided = columns.filter((column) => DECIDED.test(nameOf(column)));
  if (decided.length === 1 && columns.every((column) => decided.includes(column) || FILED.test(nameOf(column)))) return decided;
  if (!rows.some((row) => row.key !== null && SERVICE.has(row.key))) return columns;
  if (columns.every((column) => NUMBERED.test(nameOf(column)))) return columns;
  if (columns.some((column) => STAGE.test(nameOf(column)))) return [];
  const apart = rows.filter((row) => row.key !== null && OF_A_LINE.has(row.key) && differs(row));
  return apart.length > 1 ? columns : [];
}
