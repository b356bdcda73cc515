import { fits } from '../reader/field-shapes.ts';
import { inlinePairs } from '../reader/inline-pairs.ts';
import type { LabelKey } from '../reader/label-data.ts';
import { looksLikeLabel, readLabel } from '../reader/labels.ts';
import { readMoney } from '../reader/money.ts';
import { sectionKind } from '../reader/sections.ts';
import { isEmptyMark } from '../reader/shown-text.ts';
import { isAppealOutcome, readStatusWord } from '../reader/status-words.ts';
import { isColumnHead } from './pasted-lines.ts';
import type { PastedLine } from './pasted-lines.ts';

/** What a stretch of lines is made of, as far as text alone can tell. */
export type Piece =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; raw: string }
  | { kind: 'pair'; label: string; values: string[] }
  /** Rows whose columns cannot be told: what stood in them is unknown, and so is what they would have changed. */
  | { kind: 'unread' }
  | { kind: 'rows'; rows: string[][]; heads: boolean; width: number };

/** Fields that may go on over several lines: two dates, one code a line. */
const LONG: ReadonlySet<LabelKey> = new Set<LabelKey>(['dos', 'codes', 'carc', 'rarc', 'payerCode', 'modifier', 'statusCode']);
/** Fields whose values have a shape of their own, so that order can be told from them. */
const SHAPED: ReadonlySet<LabelKey> = new Set<LabelKey>([
  'ccn', 'pcn', 'memberId', 'dos', 'dosFrom', 'dosTo', 'received', 'finalized', 'remitDate', 'payDate', 'payNumber', 'charge', 'allowed', 'paid', 'patResp', 'checkAmount', 'adjAmount',
]);

/** Lines to pieces: rows to tables, label lines with their value lines to pairs; what text alone cannot decide becomes plain text. */
export function linePieces(lines: readonly PastedLine[]): Piece[] {
  const pieces: Piece[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.cells.length > 1) {
      index = takeRows(lines, index, pieces);
      continue;
    }
    const spaced = spacedTable(lines, index);
    if (spaced !== null) {
      pieces.push({ kind: 'rows', rows: spaced, heads: true, width: spaced[0]?.length ?? 0 });
      index += spaced.length;
      continue;
    }
    let end = index;
    while (end < lines.length && lines[end]?.cells.length === 1 && (end === index || spacedTable(lines, end) === null)) end += 1;
    takeLines(lines.slice(index, end), pieces);
    index = end;
  }
  return pieces;
}

/** Rows that follow one another are one table; a row of column names starts a new one. */
function takeRows(lines: readonly PastedLine[], from: number, pieces: Piece[]): number {
  const rows: string[][] = [];
  let heads = false;
  let index = from;
  for (; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || line.cells.length < 2) break;
    const head = isColumnHead(line.cells);
    if (rows.length > 0 && (head || line.gap && !heads)) break;
    heads ||= head;
    rows.push(line.cells);
  }
  const width = rows[0]?.length ?? 0;
  // A head over several columns is copied as one: then the rows are wider than the names, and which is which is lost.
  if (heads && rows.some((cells) => cells.length > width)) pieces.push({ kind: 'unread' });
  else pieces.push({ kind: 'rows', rows, heads, width });
  if (!heads && rows.some((cells) => cells.length > 3 && !cells.some((cell) => readLabel(cell) !== null))) pieces.push({ kind: 'unread' });
  return index;
}

/**
 * Columns set apart by runs of blanks, as in a letter or a terminal screen: only with column names above, and only rows with a
 * value of the right shape in every known column, because a missing value would move all that follow it.
 */
function spacedTable(lines: readonly PastedLine[], from: number): string[][] | null {
  const cellsOf = (line: PastedLine | undefined): string[] => (line === undefined || line.cells.length > 1 ? [] : line.raw.trim().split(/[ \u00a0]{2,}/).map((cell) => cell.trim()));
  const heads = cellsOf(lines[from]);
  if (heads.length < 3 || !isColumnHead(heads)) return null;
  const keys = heads.map((head) => readLabel(head)?.key ?? null);
  const rows = [heads];
  for (let at = from + 1; at < lines.length; at += 1) {
    const cells = cellsOf(lines[at]);
    if (cells.length !== heads.length || !cells.every((cell, col) => { const key = keys[col]; return key === null || key === undefined || isEmptyMark(cell) || fits(key, cell); })) break;
    rows.push(cells);
  }
  return rows.length > 1 ? rows : null;
}

type Word = { text: string; raw: string; key: LabelKey | null; /** Ends with a colon, or is a label known to us. */ label: boolean; heading: boolean };

function wordOf(line: PastedLine, before: LabelKey | null): Word {
  const text = line.cells[0] ?? '';
  const key = readLabel(text)?.key ?? null;
  // `Denied` is no label, but `Payment` and `Approved` may be one and a status too: under a status label the status wins.
  const isState = (before === 'status' || before === 'finalization' || before === 'category') && readStatusWord(text) !== null || (before === 'appealOutcome' || before === 'appealStatus') && isAppealOutcome(text);
  if (isState) return { text, raw: line.raw, key: null, label: false, heading: false };
  const label = key !== null || looksLikeLabel(text);
  const named = !label && text.length <= 70 && !/[0-9:,$]/.test(text) && text.split(' ').length <= 6 && sectionKind(text) !== null;
  // An explanation of benefits tells of a claim; other headings with `benefits` tell of a policy.
  const heading = named && !/explanation of (?:medical )?benefits?|\beob\b/i.test(text) && readStatusWord(text) === null && before !== 'payer' && before !== 'payerAndId' && before !== 'appealLevel' && before !== 'appealStatus' && before !== 'appealOutcome' && before !== 'payMethod';
  return { text, raw: line.raw, key, label, heading };
}

/** What a service line drawn as a card has of its own; said again of the claim it would be wrong. */
const OF_A_LINE: ReadonlySet<LabelKey> = new Set<LabelKey>([
  'procedure', 'procedureModifier', 'revProcedure', 'revenue', 'lineNo', 'modifier', 'units', 'dos', 'dosFrom', 'dosTo', 'charge', 'allowed', 'paid', 'patResp', 'status', 'group', 'carc', 'rarc', 'codes', 'code', 'payerCode', 'adjAmount',
]);

/** Pairs of a line's card, until a heading ends it. Where one card ends and the next begins cannot be told from text. */
function withoutLineCards(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let inCard = false;
  for (const piece of pieces) {
    if (piece.kind === 'heading' && sectionKind(piece.text) !== 'lines' && sectionKind(piece.text) !== 'codes') inCard = false;
    const found = piece.kind === 'pair' ? [piece.label] : piece.kind === 'text' ? inlinePairs(piece.text, () => piece.raw, false).map(({ label }) => label) : [];
    const keys = found.map((label) => readLabel(label)?.key ?? null);
    if (keys.some((key) => key === 'procedure' || key === 'procedureModifier' || key === 'revProcedure')) {
      if (!inCard) out.push({ kind: 'unread' });
      inCard = true;
    }
    if (!inCard || !keys.some((key) => key !== null && OF_A_LINE.has(key))) out.push(piece);
  }
  return out;
}

function takeLines(lines: readonly PastedLine[], into: Piece[]): void {
  const pieces: Piece[] = [];
  readWords(lines, pieces);
  into.push(...withoutLineCards(pieces));
}

function readWords(lines: readonly PastedLine[], pieces: Piece[]): void {
  const words: Word[] = [];
  for (const line of lines) {
    const last = words[words.length - 1];
    words.push(wordOf(line, last?.label === true ? last.key : null));
  }
  let index = 0;
  const typed = typedWords(words);
  while (index < words.length) {
    const word = words[index];
    if (word === undefined) break;
    if (typed.has(index)) {
      index += 1;
      continue;
    }
    const tiles = valueFirst(words, index);
    if (tiles !== null) {
      pieces.push(...tiles.pieces);
      index += tiles.took;
      continue;
    }
    if (word.heading) {
      pieces.push({ kind: 'heading', text: word.text });
      index += 1;
      continue;
    }
    if (!word.label) {
      pieces.push({ kind: 'text', text: word.text, raw: word.raw });
      index += 1;
      continue;
    }
    index = takeLabels(words, index, pieces);
  }
}

/** Buttons of a search form, and how far above one its fields may stand. */
const SEARCH = /^(?:search|go|find|submit|inquire|look ?up|submit inquiry|search claims?|find claims?)$/i;
const FORM_LINES = 10;

/** Fields of a form are copied with what was typed into them; that says what was asked, not what is true. */
function typedWords(words: readonly Word[]): Set<number> {
  const typed = new Set<number>();
  words.forEach((word, at) => {
    if (!SEARCH.test(word.text)) return;
    typed.add(at);
    for (let back = at - 1; back >= 0 && at - back <= FORM_LINES && words[back]?.heading === false; back -= 1) typed.add(back);
  });
  return typed;
}

function fitsLabel(label: Word | undefined, value: Word | undefined): boolean {
  return label !== undefined && value !== undefined && label.key !== null && !value.label && !value.heading && fits(label.key, value.text);
}

/** One label with its value, or a run of labels followed by as many values (a grid drawn without a table). */
function takeLabels(words: readonly Word[], from: number, pieces: Piece[]): number {
  let end = from;
  while (words[end]?.label === true) end += 1;
  const labels = words.slice(from, end);
  const grid = labels.length > 2 ? gridBelow(labels, words, end) : 0;
  if (grid > 0) {
    const rows: string[][] = [];
    for (let row = 0; row < grid; row += 1) rows.push(words.slice(end + row * labels.length, end + (row + 1) * labels.length).map((word) => word.text));
    pushGrid(labels, rows, pieces);
    return end + grid * labels.length;
  }
  let stop = end;
  while (stop < words.length && words[stop]?.label === false && words[stop]?.heading === false && stop - end < 4000) stop += 1;
  const values = words.slice(end, stop).filter((word) => /\d/.test(word.text) || isEmptyMark(word.text) || labels.some((label) => label.key !== null && label.key !== 'other' && fits(label.key, word.text)));
  if (labels.length > 1 && values.length > 1) {
    // Several labels, several values: either they go together one by one, or nobody can tell which belongs to which.
    const rows: string[][] = [];
    for (let at = 0; at + labels.length <= stop - end; at += labels.length) {
      const row = words.slice(end + at, end + at + labels.length);
      if (!row.every((value, col) => { const key = labels[col]?.key; return isEmptyMark(value.text) || key === null || key === undefined || key === 'other' || fits(key, value.text); })) break;
      rows.push(row.map((value) => value.text));
    }
    const whole = rows.length > 0 && rows.length * labels.length === stop - end;
    if (whole) pushGrid(labels, rows, pieces);
    else if (mayBelong(labels, words.slice(end, stop))) lastTakes(words, end, pieces);
    return whole || !mayBelong(labels, words.slice(end, stop)) ? stop : end + takenBy(words, end);
  }
  if (stop === end) return end; // labels without values say nothing
  lastTakes(words, end, pieces);
  return end + takenBy(words, end);
}

function pushGrid(labels: readonly Word[], rows: string[][], pieces: Piece[]): void {
  if (rows.length === 1) labels.forEach((label, col) => { const value = rows[0]?.[col] ?? ''; if (!isEmptyMark(value)) pieces.push({ kind: 'pair', label: label.text, values: [value] }); });
  else pieces.push({ kind: 'rows', rows: [labels.map((label) => label.text), ...rows], heads: true, width: labels.length });
}

/** How many rows of as many values follow a run of labels, place by place of the right shape; `Paid` in the place of a status is a value. */
function gridBelow(labels: readonly Word[], words: readonly Word[], from: number): number {
  const shaped = labels.filter(({ key }) => key !== null && SHAPED.has(key)).length;
  if (shaped < 2) return 0;
  let rows = 0;
  for (let at = from; at + labels.length <= words.length; at += labels.length) {
    const whole = labels.every(({ key }, col) => {
      const word = words[at + col];
      if (word === undefined || looksLikeLabel(word.text)) return false;
      if (isEmptyMark(word.text)) return true;
      if (key === 'status') return readStatusWord(word.text) !== null;
      return key === null || key === 'other' || key === 'refLabel' || fits(key, word.text);
    });
    if (!whole) break;
    rows += 1;
  }
  return rows;
}

/** Whether only the last label can own the first value: the labels before it are empty ones, not the heads of a grid. */
function mayBelong(labels: readonly Word[], values: readonly Word[]): boolean {
  const last = labels[labels.length - 1];
  const first = values[0];
  if (last?.key === null || last === undefined || first === undefined || !fits(last.key, first.text)) return false;
  // No other label of the run could own any value that follows.
  return !labels.slice(0, -1).some((label) => label.key !== null && label.key !== 'other' && values.slice(0, 8).some((value) => fits(label.key as LabelKey, value.text)));
}

function takenBy(words: readonly Word[], at: number): number {
  const label = words[at - 1];
  const first = words[at];
  if (label === undefined || first === undefined || first.label || first.heading) return 0;
  let took = 1;
  if (label.key !== null && LONG.has(label.key)) while (took < 12 && fitsLabel(label, words[at + took])) took += 1;
  return took;
}

function lastTakes(words: readonly Word[], at: number, pieces: Piece[]): void {
  const label = words[at - 1];
  const took = takenBy(words, at);
  if (label === undefined || took === 0) return;
  pieces.push({ kind: 'pair', label: label.text, values: words.slice(at, at + took).map((word) => word.text) });
}

/**
 * Tiles show the amount above its name: `$0.00`, `Paid`, `$215.00`, `Billed`. Told by an unclaimed value at the beginning and no
 * value at the end; where both ends have one, nobody can tell, and amounts are left out.
 */
function valueFirst(words: readonly Word[], from: number): { pieces: Piece[]; took: number } | null {
  const first = words[from];
  const next = words[from + 1];
  if (first === undefined || first.label || first.heading || next?.key === null || next?.key === undefined || !SHAPED.has(next.key) || !fits(next.key, first.text)) return null;
  if (inlinePairs(first.text, () => first.raw, true).length > 0) return null;
  const pairs: Piece[] = [];
  let at = from;
  for (; fitsLabel(words[at + 1], words[at]) && SHAPED.has(words[at + 1]?.key ?? 'other'); at += 2) pairs.push({ kind: 'pair', label: words[at + 1]?.text ?? '', values: [words[at]?.text ?? ''] });
  const labelFirst = fitsLabel(words[at - 1], words[at]);
  const took = at - from;
  if (!labelFirst) return { pieces: pairs.length > 1 ? pairs : [], took };
  const money = words.slice(from, at).every((word) => word.label || readMoney(word.text)?.marked === true);
  return money && pairs.length > 1 ? { pieces: [], took: took + 1 } : null;
}
