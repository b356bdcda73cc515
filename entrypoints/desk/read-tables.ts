import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/web-worker';
import { EdiTextDecoder } from '../../rules/remittance/decode-text.ts';
import type { FromWorklistWorker, ReadTables, ToWorklistWorker } from './worklist-messages.ts';
import { workbookFault } from './workbook-guard.ts';

/** A list longer than this is a report, not a day's work. */
const MOST_ROWS = 20_000;
const MOST_CELLS = 200;
const MOST_TEXT = 2_000;
/** A text file larger than this is no worklist. */
const MOST_BYTES = 60_000_000;

/** Reads a file or pasted text into tables. Never throws for what a file holds. */
export async function readTables(asked: ToWorklistWorker): Promise<FromWorklistWorker> {
  if (asked.kind === 'text') return textTables(asked.text, 'utf-8');
  if (asked.file.size === 0) return { kind: 'fault', fault: 'file-empty' };
  if (asked.file.size > MOST_BYTES) return { kind: 'fault', fault: 'workbook-too-large' };
  const bytes = new Uint8Array(await asked.file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isZip || isOld) return workbookTables(bytes);
  const { text, encoding } = decoded(bytes);
  // Bytes of no text; they are also there where wide characters were read out of them.
  return /[\u0000-\u0006]/u.test(text) ? { kind: 'fault', fault: 'not-a-table' } : textTables(text, encoding);
}

function decoded(bytes: Uint8Array): { text: string; encoding: string } {
  const decoder = new EdiTextDecoder();
  const text = decoder.decode(bytes) + decoder.end();
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return { text, encoding: 'utf-16' };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: 'utf-8' };
  } catch {
    return { text, encoding: 'windows-1252' }; // not UTF-8 throughout: read byte by byte
  }
}

function textTables(text: string, encoding: string): FromWorklistWorker {
  if (text.trim() === '') return { kind: 'fault', fault: 'file-empty' };
  const parsed = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimitersToGuess: [',', '\t', ';', '|', '^'] });
  const { rows, raggedRows, leftOut } = trimmed(parsed.data);
  const wide = rows.filter((row) => row.length > 1).length;
  if (wide <= rows.length / 2) return { kind: 'fault', fault: 'not-a-table' };
  return { kind: 'tables', tables: { sheets: [{ name: '', rows }], encoding, delimiter: parsed.meta.delimiter, raggedRows, leftOut } };
}

async function workbookTables(bytes: Uint8Array<ArrayBuffer>): Promise<FromWorklistWorker> {
  const fault = workbookFault(bytes);
  if (fault !== null) return { kind: 'fault', fault };
  try {
    const read = await readWorkbook(new Blob([bytes]));
    let raggedRows = 0;
    let leftOut = 0;
    const sheets = read.map(({ sheet, data }) => {
      const table = trimmed(data.map((row) => row.map(cellText)));
      raggedRows += table.raggedRows;
      leftOut += table.leftOut;
      return { name: sheet, rows: table.rows };
    }).filter(({ rows }) => rows.length > 0);
    return sheets.length === 0 ? { kind: 'fault', fault: 'file-empty' } : { kind: 'tables', tables: { sheets, encoding: 'xlsx', delimiter: null, raggedRows, leftOut } };
  } catch {
    return { kind: 'fault', fault: 'workbook-broken' }; // whatever the library met: nothing of it was taken
  }
}

/** A cell as text: days of a workbook are days already, whatever they are shown like. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

function trimmed(rows: readonly (readonly string[])[]): Pick<ReadTables, 'raggedRows' | 'leftOut'> & { rows: string[][] } {
  const full = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const kept = full.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_CELLS).map((cell) => cell.slice(0, MOST_TEXT)));
  const width = kept[0]?.length ?? 0;
  return { rows: kept, raggedRows: kept.filter((row) => row.length !== width).length, leftOut: full.length - kept.length };
}
