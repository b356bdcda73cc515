import { linePieces } from './line-pieces.ts';
import type { Piece } from './line-pieces.ts';
import type { PastedLine } from './pasted-lines.ts';

/**
 * Lays the lines of one claim's stretch into an element of an inert document, as the page might have been marked up, so that one
 * reader reads pages and copies alike. Text only ever becomes text nodes. `unread`: there was a table that nobody can understand.
 */
export function layStretch(lines: readonly PastedLine[], sheet: Document, into: Element): { unread: boolean } {
  const pieces = linePieces(lines);
  const section = child(into, 'section', sheet);
  for (const piece of pieces) if (piece.kind !== 'unread') layPiece(piece, section, sheet);
  return { unread: pieces.some((piece) => piece.kind === 'unread') };
}

function child(parent: Element, tag: string, sheet: Document, text?: string): Element {
  const el = sheet.createElement(tag);
  if (text !== undefined) el.appendChild(sheet.createTextNode(text));
  parent.appendChild(el);
  return el;
}

function layPiece(piece: Exclude<Piece, { kind: 'unread' }>, into: Element, sheet: Document): void {
  if (piece.kind === 'heading') child(into, 'h2', sheet, piece.text);
  else if (piece.kind === 'text') child(into, 'p', sheet, piece.raw.trim());
  else if (piece.kind === 'pair') {
    const list = child(into, 'dl', sheet);
    child(list, 'dt', sheet, piece.label);
    const value = child(list, 'dd', sheet);
    if (piece.values.length === 1) value.appendChild(sheet.createTextNode(piece.values[0] ?? ''));
    else for (const text of piece.values) child(value, 'p', sheet, text);
  } else layRows(piece, into, sheet);
}

function layRows(piece: Extract<Piece, { kind: 'rows' }>, into: Element, sheet: Document): void {
  const table = child(into, 'table', sheet);
  const body = child(table, 'tbody', sheet);
  piece.rows.forEach((cells, at) => {
    const row = child(body, 'tr', sheet);
    const head = piece.heads && at === 0;
    if (piece.heads && cells.length < piece.width) {
      // A row narrower than its heads has joined cells, and the copy does not say which.
      const all = child(row, 'td', sheet);
      all.setAttribute('colspan', String(piece.width));
      for (const text of cells) child(all, 'p', sheet, text);
    } else for (const text of cells) layCell(text, child(row, head ? 'th' : 'td', sheet), sheet);
  });
}

/** Paragraphs of a cell stay apart: two codes and two amounts belong together one by one. */
function layCell(text: string, cell: Element, sheet: Document): void {
  if (!text.includes('\n')) cell.appendChild(sheet.createTextNode(text));
  else for (const part of text.split('\n')) child(cell, 'p', sheet, part);
}
