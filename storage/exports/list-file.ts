import Papa from 'papaparse';
import { csvCell } from '../../rules/exports/cell.ts';
import type { Cell } from '../../rules/exports/cell.ts';

/** Excel takes a CSV file for UTF-8 only with this before it. */
const BYTE_ORDER_MARK = '\uFEFF';
const PIECE = 1000;
/** Rows of one sheet of Excel, less the headings. */
export const MOST_SHEET_ROWS = 1_048_575;

/** A list as CSV text (RFC 4180, line ends CR LF), in pieces. Every text is made safe against formulas. */
export async function* csvText(headings: readonly string[], rows: AsyncIterable<Cell[]>): AsyncGenerator<string> {
  const lines = (list: string[][]) => `${Papa.unparse(list, { newline: '\r\n', header: false })}\r\n`;
  yield BYTE_ORDER_MARK + lines([[...headings]]);
  let held: string[][] = [];
  for await (const row of rows) {
    held.push(row.map(csvCell));
    if (held.length < PIECE) continue;
    yield lines(held);
    held = [];
  }
  if (held.length > 0) yield lines(held);
}

/**
 * A list as an XLSX file. Texts are text cells, which a spreadsheet never runs; money is a number with two places, dates are
 * dates. No cell is a formula. @throws RangeError above what one sheet holds
 */
export async function xlsxFile(headings: readonly string[], rows: AsyncIterable<Cell[]>): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  type Row = Parameters<typeof writeExcelFile>[0] extends readonly (infer R)[] ? R : never;
  const sheet: Row[] = [headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))] as unknown as Row[];
  for await (const row of rows) {
    if (sheet.length > MOST_SHEET_ROWS) throw new RangeError('too many rows for one sheet');
    sheet.push(row.map(sheetCell) as unknown as Row);
  }
  return writeExcelFile(sheet as never, { sheet: 'Overturn', stickyRowsCount: 1 }).toBlob();
}

/** Signs that XML, and so an XLSX file, cannot hold. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function sheetCell(cell: Cell): object | null {
  switch (cell.kind) {
    case 'text': return { value: cell.text.replace(NOT_XML, ''), type: String, format: '@' };
    case 'cents': return { value: cell.cents / 100, type: Number, format: '#,##0.00' };
    case 'date': return { value: new Date(`${cell.iso}T00:00:00Z`), type: Date, format: 'mm/dd/yyyy' };
    case 'empty': return null;
  }
}
