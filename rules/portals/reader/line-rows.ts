import { blankLine } from '../../reading/blank-reading.ts';
import type { Adjustment, Found, PayerCode, ReadingLine, Value } from '../../reading/reading.ts';
import type { LabelKey } from './label-data.ts';
import { fits } from './field-shapes.ts';
import { readTexts } from './found-values.ts';
import { currentRows, knowGrid } from './grid-kinds.ts';
import type { KnownGrid } from './grid-kinds.ts';
import { readMoney } from './money.ts';
import { leadingDate, readFieldDate, readFieldSpan } from './page-dates.ts';
import { readCodes, readGroupCode } from './page-codes.ts';
import type { CodeContext, CodeSet } from './page-codes.ts';
import { cellTexts } from './scan-matrix.ts';
import type { GridRow, Head } from './scan-matrix.ts';
import { readModifiers, readProcedure, readUnits } from './service-line-values.ts';
import { foldText, isEmptyMark } from './shown-text.ts';
import { readStatusWord } from './status-words.ts';
import type { Finding, Scan } from './findings.ts';

type Codes = { adjustments: Adjustment[]; rarcs: string[]; payerCodes: PayerCode[] };

export function newestDate(text: string): string | null {
  const found = /\d{1,4}[/-]\d{1,2}[/-]\d{1,4}|\d{8}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}/.exec(text);
  return found === null ? null : leadingDate(found[0])?.iso ?? null;
}

/** Adds codes without repeating one that is there. */
export function addCodes(into: Codes, codes: CodeSet | null): void {
  if (codes === null) return;
  for (const next of codes.adjustments) {
    const known = into.adjustments.find((old) => old.carc === next.carc && (old.groupCode === next.groupCode || old.groupCode === null || next.groupCode === null));
    if (known === undefined) into.adjustments.push({ ...next });
    else {
      known.groupCode ??= next.groupCode;
      known.cents ??= next.cents;
    }
  }
  for (const code of codes.rarcs) if (!into.rarcs.includes(code)) into.rarcs.push(code);
  for (const code of codes.payerCodes) if (!into.payerCodes.some((old) => old.code === code.code)) into.payerCodes.push(code);
}

export function codeContext(key: LabelKey): CodeContext | null {
  return key === 'carc' ? 'carc' : key === 'rarc' ? 'rarc' : key === 'codes' || key === 'code' ? 'codes' : key === 'payerCode' ? 'payer' : null;
}

/** Codes of one value: piece by piece, so that two badges are two codes and a description is none. */
export function codesOf(texts: readonly string[], context: CodeContext): CodeSet | null {
  const parts = texts.length > 1 ? texts.slice(1) : texts;
  const joined: string[] = [];
  for (const part of parts) joined.push(part);
  const byPiece = readCodes(joined.join('\n'), context);
  const whole = texts[0] !== undefined ? readCodes(texts[0], context) : null;
  const tripled = triples(parts, context);
  const count = (set: CodeSet | null): number => (set === null ? 0 : set.adjustments.filter((entry) => entry.groupCode !== null).length * 4 + set.adjustments.length + set.rarcs.length + set.payerCodes.length);
  // `CO` and `45` in two pieces are one code when read together.
  const best = count(whole) > count(byPiece) ? whole : byPiece;
  return count(tripled) > count(best) ? tripled : best;
}

/** Group, reason and amount as pieces one after another: `Contractual Obligations (CO)`, `45 - above the fee`, `($150.00)`. */
function triples(parts: readonly string[], context: CodeContext): CodeSet | null {
  if (!parts.some((part) => readGroupCode(part) !== null)) return null;
  const set: CodeSet = { adjustments: [], rarcs: [], payerCodes: [] };
  let group: Adjustment['groupCode'] = null;
  let last: Adjustment | null = null;
  for (const part of parts) {
    const named = readGroupCode(part);
    const money = readMoney(part);
    if (named !== null) {
      group = named;
      last = null;
    } else if (money?.marked === true && last !== null) last.cents ??= money.wrapped ? Math.abs(money.cents) : money.cents;
    else {
      const codes = readCodes(part, context === 'rarc' ? 'codes' : context);
      for (const entry of codes?.adjustments ?? []) {
        last = { ...entry, groupCode: entry.groupCode ?? group };
        set.adjustments.push(last);
      }
      set.rarcs.push(...(codes?.rarcs ?? []));
    }
  }
  return set;
}

function moneyOf(texts: readonly string[], label: string): Value<number> {
  const found = readTexts(texts, (text) => readMoney(text)?.cents ?? null);
  return found === null ? null : { value: found.value, raw: found.raw, label, confidence: 'certain' };
}

/** Reads the rows of a line table, newest adjudication only, with what unfolds below each row. */
export function readLines(grid: KnownGrid, rows: readonly GridRow[] = currentRows(grid, newestDate)): ReadingLine[] {
  const lines: ReadingLine[] = [];
  if (isByPayer(grid, rows)) return lines;
  for (const row of withoutSum(grid, rows)) {
    const line = readLine(grid, row, lines.length + 1);
    if (line !== null) lines.push(line);
    else {
      // A row with codes only belongs to the line above it.
      const above = lines[lines.length - 1];
      if (above !== undefined) {
        const extra: Codes = { adjustments: [], rarcs: [], payerCodes: [] };
        rowCodes(grid, row, extra);
        addCodes(above, extra);
      }
    }
  }
  return lines;
}

/** A service in two rows, one for each payer: which of them is this page's nobody says. */
function isByPayer(grid: KnownGrid, rows: readonly GridRow[]): boolean {
  const head = grid.heads.find(({ text }) => /^(?:payer|payor|insurance|insurer|carrier|paid by|plan)$/i.test(text.trim()));
  const names = head === undefined ? [] : rows.map((row) => cellTexts(row, head)[0] ?? '').filter((text) => text !== '');
  return new Set(names).size > 1 && names.some((name) => /\b(?:primary|secondary|medicare|other (?:payer|carrier|insurance|plan))\b/i.test(name));
}

/** A row that names no service and whose charge is the sum of all others is their total, wherever it stands and whatever it is called. */
function withoutSum(grid: KnownGrid, rows: readonly GridRow[]): readonly GridRow[] {
  const charge = grid.columns.get('charge');
  if (charge === undefined || rows.length < 3) return rows;
  const cents = (row: GridRow): number => readMoney(cellTexts(row, charge)[0] ?? '')?.cents ?? 0;
  const named = (row: GridRow): boolean => (['procedure', 'procedureModifier', 'revProcedure', 'revenue', 'lineNo', 'dos', 'dosFrom'] as const).some((key) => { const head = grid.columns.get(key); return head !== undefined && fits(key, cellTexts(row, head)[0] ?? ''); });
  const all = rows.reduce((sum, row) => sum + cents(row), 0);
  return rows.filter((row) => named(row) || cents(row) === 0 || cents(row) * 2 !== all);
}

function readLine(grid: KnownGrid, row: GridRow, number: number): ReadingLine | null {
  const line = blankLine(number);
  const text = (key: LabelKey): string[] => {
    const head = grid.columns.get(key);
    return head === undefined ? [] : cellTexts(row, head);
  };
  const label = (key: LabelKey): string => grid.columns.get(key)?.text ?? '';
  for (const key of ['procedure', 'procedureModifier', 'revProcedure'] as const) {
    const texts = text(key);
    const found = readTexts(texts, (part) => readProcedure(part)?.code ?? null);
    if (found !== null && line.procedure === null) {
      line.procedure = { value: found.value, raw: found.raw, label: label(key), confidence: 'certain' };
      const modifiers = readProcedure(found.raw)?.modifiers ?? [];
      line.modifiers.push(...modifiers);
      if (key === 'procedureModifier' && modifiers.length === 0) for (const part of texts.slice(1)) if (part !== found.raw) line.modifiers.push(...(readModifiers(part) ?? []));
    }
  }
  for (const { key, head } of grid.all) {
    if (key !== 'modifier') continue;
    const texts = cellTexts(row, head);
    for (const modifier of readModifiers(texts[0] ?? '') ?? texts.slice(1).flatMap((part) => readModifiers(part) ?? [])) if (!line.modifiers.includes(modifier)) line.modifiers.push(modifier);
  }
  // Revenue code 0001 is the total of an institutional claim, not a service.
  if (line.procedure === null && /^0*1$/.test(text('revenue')[0] ?? '') && (text('revenue')[0] ?? '').length >= 3) return null;
  const units = readTexts(text('units'), readUnits);
  if (units !== null) line.units = { value: units.value, raw: units.raw, label: label('units'), confidence: 'certain' };
  line.charge = moneyColumn(grid, row, 'charge');
  line.allowed = moneyColumn(grid, row, 'allowed');
  line.paid = moneyColumn(grid, row, 'paid');
  const status = text('status');
  const word = readTexts(status, (part) => { const state = readStatusWord(part); return state === null || state === 'decided' ? null : state; });
  if (word !== null) line.status = { value: word.value as never, raw: word.raw, label: label('status'), confidence: 'certain' };
  readLineDates(line, grid, row);
  rowCodes(grid, row, line);
  reductions(line.adjustments, line.charge?.value ?? null);
  reversedAmounts(line);
  const empty = line.procedure === null && line.charge === null && line.paid === null && line.allowed === null;
  if (empty) return null;
  const shownNumber = /^0*(\d{1,3})$/.exec(text('lineNo')[0] ?? '')?.[1];
  if (shownNumber !== undefined && Number(shownNumber) > 0) line.line = Number(shownNumber);
  return line;
}

/** Beside what was charged a minus sign before an adjustment marks what was taken off, as parentheses do; on a reversal it is the sign of the reversal. */
export function reductions(adjustments: readonly Adjustment[], charge: number | null): void {
  if (charge === null || charge <= 0 || adjustments.some((entry) => (entry.cents ?? 0) > 0)) return;
  for (const entry of adjustments) if (entry.cents !== null) entry.cents = Math.abs(entry.cents);
}

/**
 * On a reversal parentheses are the sign again, not a reduction: what the charge less the adjustments comes to says which. Where it comes
 * to neither, no amount is sure.
 */
function reversedAmounts(line: ReadingLine): void {
  const { adjustments, charge, paid } = line;
  if (charge === null || charge.value >= 0 || !adjustments.some((entry) => (entry.cents ?? 0) > 0)) return;
  const less = adjustments.reduce((sum, entry) => sum + (entry.cents ?? 0), 0);
  if (paid !== null && charge.value - less === paid.value) return;
  const isReversed = paid !== null && adjustments.every((entry) => entry.cents !== null) && charge.value + less === paid.value;
  for (const entry of adjustments) entry.cents = isReversed && entry.cents !== null ? -entry.cents : null;
}

/** Several columns of one name contradict each other unless they agree. */
function moneyColumn(grid: KnownGrid, row: GridRow, key: LabelKey): Value<number> {
  const columns = grid.all.filter((column) => column.key === key);
  const strong = columns.some((column) => column.head.hit?.weak === false) ? columns.filter((column) => column.head.hit?.weak === false) : columns;
  const values = strong.map((column) => moneyOf(cellTexts(row, column.head), column.head.text)).filter((value): value is Found<number> => value !== null);
  const first = values[0];
  return first !== undefined && values.every((value) => value.value === first.value) ? first : null;
}

export function readLineDates(line: Pick<ReadingLine, 'serviceFrom' | 'serviceTo'>, grid: KnownGrid, row: GridRow): void {
  const texts = (head: Head | undefined): string[] => (head === undefined ? [] : cellTexts(row, head));
  const span = grid.columns.get('dos');
  const from = grid.columns.get('dosFrom');
  const to = grid.columns.get('dosTo');
  if (span !== undefined) {
    const whole = texts(span);
    const read = readFieldSpan(whole[0] ?? '') ?? (whole.length === 3 ? readFieldSpan(`${whole[1] ?? ''} - ${whole[2] ?? ''}`) : null);
    if (read !== null) {
      const raw = whole[0] ?? '';
      line.serviceFrom = { value: read.from, raw, label: span.text, confidence: 'certain' };
      line.serviceTo = { value: read.to ?? read.from, raw, label: span.text, confidence: 'certain', ...(read.to === null ? { derived: true as const } : {}) };
    }
  }
  const first = from === undefined ? null : readTexts(texts(from), readFieldDate);
  const last = to === undefined ? null : readTexts(texts(to), readFieldDate);
  if (from !== undefined && first !== null && line.serviceFrom === null) line.serviceFrom = { value: first.value, raw: first.raw, label: from.text, confidence: 'certain' };
  if (to !== undefined && last !== null && line.serviceTo === null && (first === null || last.value >= first.value)) line.serviceTo = { value: last.value, raw: last.raw, label: to.text, confidence: 'certain' };
}

/** Codes in the columns of a row and in what is unfolded below it. */
export function rowCodes(grid: KnownGrid, row: GridRow, into: Codes): void {
  const groupHead = grid.columns.get('group');
  const groups = groupHead === undefined ? [] : piecesOf(cellTexts(row, groupHead)).map(readGroupCode);
  const reasons: CodeSet = { adjustments: [], rarcs: [], payerCodes: [] };
  for (const { key, head } of grid.all) {
    const context = codeContext(key);
    if (context === null) continue;
    addAll(reasons, codesOf(cellTexts(row, head), context));
  }
  const bare = reasons.adjustments.filter((entry) => entry.groupCode === null);
  if (groups.length > 0 && bare.length > 0) {
    const single = groups.length === 1 ? groups[0] : undefined;
    bare.forEach((entry, at) => { entry.groupCode = single ?? (groups.length === bare.length ? groups[at] ?? null : null); });
  }
  const amountHead = grid.columns.get('adjAmount');
  if (amountHead !== undefined) {
    const amounts = piecesOf(cellTexts(row, amountHead)).map((text) => readMoney(text)).filter((money) => money !== null);
    const open = reasons.adjustments.filter((entry) => entry.cents === null);
    // In an adjustment column parentheses and minus signs mark a plain reduction unless the line itself is a reversal.
    if (amounts.length === open.length && open.length === reasons.adjustments.length) open.forEach((entry, at) => {
      const money = amounts[at];
      if (money !== undefined && money !== null) entry.cents = money.wrapped ? Math.abs(money.cents) : money.cents;
    });
  }
  addAll(into, reasons);
  innerCodes(row.inner, into);
}

function addAll(into: Codes, codes: CodeSet | null): void {
  addCodes(into, codes);
}

export function piecesOf(texts: readonly string[]): string[] {
  const parts = texts.length > 1 ? texts.slice(1) : (texts[0] ?? '').split(/[,;\n]\s/);
  return parts.map(foldText).filter((part) => !isEmptyMark(part));
}

function innerCodes(scan: Scan, into: Codes): void {
  addCodes(into, findingCodes(scan.findings));
  for (const grid of scan.grids) {
    // Inside an unfolded row even a bare list of codes and descriptions is about this line.
    const known = knowGrid(grid);
    if (known.kind === 'foreign' || known.kind === 'lines') continue;
    for (const row of known.rows) if (row.kind === 'data') rowCodes(known, row, into);
  }
}

/** Codes of label/value findings; a group beside reasons without one is theirs. */
export function findingCodes(findings: readonly Finding[]): CodeSet {
  const set: CodeSet = { adjustments: [], rarcs: [], payerCodes: [] };
  const groups = findings.filter((finding) => finding.key === 'group').flatMap((finding) => finding.texts.slice(0, 1)).map(readGroupCode).filter((group) => group !== null);
  const amounts = findings.filter((finding) => finding.key === 'adjAmount' && !finding.weak).map((finding) => readMoney(finding.texts[0] ?? '')).filter((money) => money !== null);
  for (const finding of findings) {
    const context = codeContext(finding.key);
    if (context !== null) addCodes(set, codesOf(finding.texts, finding.key === 'code' ? 'codes' : context));
  }
  const bare = set.adjustments.filter((entry) => entry.groupCode === null);
  const group = groups[0];
  if (group !== undefined && groups.every((other) => other === group)) for (const entry of bare) entry.groupCode = group;
  const amount = amounts[0];
  const only = set.adjustments[0];
  if (amounts.length === 1 && amount !== undefined && set.adjustments.length === 1 && only !== undefined) only.cents ??= amount.wrapped ? Math.abs(amount.cents) : amount.cents;
  return set;
}
