import type { Adjustment, ReadingClaim, ReadingLine } from '../../reading/reading.ts';
import { lineNamed } from './applied-codes.ts';
import { cleanLabel } from './claim-fields.ts';
import type { ClaimValues } from './claim-fields.ts';
import { readTexts } from './found-values.ts';
import type { KnownGrid } from './grid-kinds.ts';
import { addCodes, rowCodes } from './line-rows.ts';
import { readMoney } from './money.ts';
import { cellTexts } from './scan-matrix.ts';

/** Several line tables of one claim: the same lines told twice are laid over each other, others follow. */
export function joinLines(tables: readonly ReadingLine[][]): ReadingLine[] {
  let out: ReadingLine[] = [];
  for (const table of tables) {
    if (table.length === 0) continue;
    const key = (line: ReadingLine): string => `${String(line.line)}|${line.procedure?.value ?? ''}`;
    if (out.length === table.length && table.every((line, at) => { const other = out[at]; return other !== undefined && (key(other) === key(line) || other.procedure === null || line.procedure === null) && other.line === line.line; })) {
      out = out.map((line, at) => overlay(line, table[at] ?? line));
    } else {
      const numbered = new Set(out.map((line) => line.line));
      out = [...out, ...table.map((line, at) => (numbered.has(line.line) ? { ...line, line: out.length + at + 1 } : line))];
    }
  }
  return out;
}

function overlay(a: ReadingLine, b: ReadingLine): ReadingLine {
  const pick = <T,>(x: { value: T } | null, y: { value: T } | null): never => (x === null ? y : y === null || x.value === y.value ? x : null) as never;
  const merged: ReadingLine = { ...a, procedure: pick(a.procedure, b.procedure), units: pick(a.units, b.units), charge: pick(a.charge, b.charge), allowed: pick(a.allowed, b.allowed), paid: pick(a.paid, b.paid), status: pick(a.status, b.status), serviceFrom: pick(a.serviceFrom, b.serviceFrom), serviceTo: pick(a.serviceTo, b.serviceTo), modifiers: a.modifiers.length > 0 ? a.modifiers : b.modifiers };
  addCodes(merged, b);
  return merged;
}

/** A totals row gives the claim's own amounts where nothing else does, if it agrees with the lines. */
export function totalsOf(values: ClaimValues, grids: readonly KnownGrid[]): void {
  const claim = values.claim;
  for (const grid of grids) {
    if (grid.kind !== 'lines' && grid.kind !== 'claim-lines') continue;
    patientTotal(values, grid);
    const totals = grid.rows.filter((row) => row.kind === 'total');
    for (const [field, key] of [['charge', 'charge'], ['allowed', 'allowed'], ['paid', 'paid']] as const) {
      const head = grid.columns.get(key);
      if (claim[field] !== null || head === undefined) continue;
      const sum = claim.lines.reduce<number | null>((all, line) => (all === null || line[key] === null ? null : all + line[key].value), 0);
      const rivals = values.candidates.find((entry) => entry.field === field);
      for (const row of totals) {
        const found = readTexts(cellTexts(row, head), (text) => readMoney(text)?.cents ?? null);
        if (found !== null && sum === found.value && claim.lines.length > 0) {
          claim[field] = { value: found.value, raw: found.raw, label: `Total ${cleanLabel(head.text)}`, confidence: rivals === undefined ? 'certain' : 'likely' };
          if (rivals !== undefined) values.candidates.splice(values.candidates.indexOf(rivals), 1);
          break;
        }
      }
    }
  }
}

/** The patient's share has no place on a line; its total counts where it is the sum of its column. */
function patientTotal(values: ClaimValues, grid: KnownGrid): void {
  const head = grid.columns.get('patResp');
  if (head === undefined || values.claim.patientResponsibility !== null || values.candidates.some((entry) => entry.field === 'patientResponsibility')) return;
  const cents = (row: KnownGrid['rows'][number]): { value: number; raw: string } | null => readTexts(cellTexts(row, head), (text) => readMoney(text)?.cents ?? null);
  const parts = grid.rows.filter((row) => row.kind === 'data').map(cents);
  const sum = parts.reduce<number | null>((all, part) => (all === null || part === null ? null : all + part.value), 0);
  const total = grid.rows.filter((row) => row.kind === 'total').map(cents).find((found) => found !== null && found.value === sum);
  if (parts.length > 0 && total !== undefined && total !== null) values.claim.patientResponsibility = { value: total.value, raw: total.raw, label: `Total ${cleanLabel(head.text)}`, confidence: 'certain' };
}

/** Adjustments in a table of their own: to the line they name, else to the one in whose card they stand, else to the claim. */
export function placeAdjustments(grid: KnownGrid, claim: ReadingClaim, card: ReadingLine | null = null): void {
  const lineHead = grid.columns.get('lineNo');
  for (const row of grid.rows) {
    if (row.kind !== 'data') continue;
    const codes: { adjustments: Adjustment[]; rarcs: string[]; payerCodes: ReadingClaim['payerCodes'] } = { adjustments: [], rarcs: [], payerCodes: [] };
    rowCodes(grid, row, codes);
    const number = lineHead === undefined ? null : /^(?:line )?0*(\d{1,3})$/i.exec(cellTexts(row, lineHead)[0] ?? '')?.[1];
    const line = number === null || number === undefined ? undefined : claim.lines.find((entry) => entry.line === Number(number));
    const named = line ?? lineNamed(grid, row, claim) ?? (lineHead === undefined ? card : null);
    if (named !== null) addCodes(named, codes);
    // Line 0 and `Header` are the claim itself.
    else if (lineHead === undefined || number === undefined && /^(?:header|claim|all)?$/i.test(cellTexts(row, lineHead)[0] ?? '') || Number(number ?? 1) === 0) addCodes(claim, codes);
  }
}
