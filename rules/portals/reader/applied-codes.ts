import type { ReadingClaim, ReadingLine } from '../../reading/reading.ts';
import { hasSection } from './grid-kinds.ts';
import type { KnownGrid } from './grid-kinds.ts';
import type { Finding } from './findings.ts';
import { addCodes, codeContext, codesOf } from './line-rows.ts';
import { cellTexts } from './scan-matrix.ts';
import type { GridRow } from './scan-matrix.ts';
import type { CodeSet } from './page-codes.ts';

/** Headings that say whose codes a table of codes and descriptions holds; a heading that only names a kind of code may stand over a legend. */
const WHOSE = /\b(?:claims?|header|applied|posted|assigned|edits?|eobs?|denials?|denied)\b/i;

/**
 * Codes with their descriptions in a table of their own, told from a legend: the column names the kind of code, the heading says that
 * they are this claim's, and no line says codes which the table would only explain.
 */
export function appliedCodes(grids: readonly KnownGrid[], claim: ReadingClaim): void {
  const told = claim.lines.some((line) => line.adjustments.length + line.rarcs.length + line.payerCodes.length > 0)
    || grids.some((grid) => (grid.kind === 'lines' || grid.kind === 'claim-lines') && ['carc', 'rarc', 'codes', 'payerCode'].some((key) => grid.all.some((column) => column.key === key)));
  if (told) return;
  for (const grid of grids) {
    if (grid.kind !== 'legend' || hasSection(grid.sections, 'legend') || hasSection(grid.sections, 'help')) continue;
    const nearest = [...grid.sections].reverse().find((section) => section.text !== '');
    if (nearest === undefined || !WHOSE.test(nearest.text)) continue;
    for (const { key, head } of grid.all) {
      const context = codeContext(key);
      if (context === null || key === 'code' || head.hit?.weak === true) continue;
      for (const row of grid.rows) if (row.kind === 'data') addCodes(lineNamed(grid, row, claim) ?? claim, codesOf(cellTexts(row, head), context));
    }
  }
}

const A_LINE = /^(?:service|line|detail|svc|ln)(?: (?:line|item))?\s*(?:#|no\.?|number)?\s*:?\s*0*(\d{1,3})$/i;
const LINE_COLUMN = /\b(?:service|line|detail|svc)\s*(?:#|no\b|number)/i;

/**
 * An error of one service (`Service # 2`, or a bare number under `Claim / Service #`) is that line's and not the claim's. Codes of
 * a line that is not there are nobody's: they go into a set of their own.
 */
export function lineNamed(grid: KnownGrid, row: GridRow, claim: ReadingClaim): CodeSet | null {
  for (const head of grid.heads) {
    const text = cellTexts(row, head)[0] ?? '';
    const number = A_LINE.exec(text)?.[1] ?? (LINE_COLUMN.test(head.text) ? /^0*(\d{1,3})$/.exec(text)?.[1] : undefined);
    if (number === undefined || Number(number) === 0) continue;
    return claim.lines.find((line) => line.line === Number(number)) ?? { adjustments: [], rarcs: [], payerCodes: [] };
  }
  return null;
}

const CODE_NAMES = /\bcodes|\bremarks\b|\bmessages\b|\breasons\b/i;
const EXPLAINED = /^0*([A-Z]{0,3}\d[A-Z0-9]{0,5})\s*[-–:=]\s*[A-Za-z]{2,}\s[A-Za-z]+/;

/**
 * `Message codes` and below it `22 - Network discount applied.`: under a heading in the plural a code without a group and its words
 * explain what stands elsewhere. Under a label it is one only where the service lines say the same code in a column of their own.
 */
export function isHeadedLegend(finding: Finding, lines: readonly ReadingLine[]): boolean {
  if (codeContext(finding.key) === null || finding.via === 'grid' || !CODE_NAMES.test(finding.label)) return false;
  const code = EXPLAINED.exec(finding.texts[0] ?? '')?.[1];
  if (code === undefined) return false;
  const said = lines.some((line) => line.payerCodes.some((own) => own.code === code) || line.rarcs.includes(code) || line.adjustments.some((entry) => entry.carc === code));
  return said || isUnderHeading(finding) && !WHOSE.test(finding.label);
}

function isUnderHeading(finding: Finding): boolean {
  let at: Element | null = finding.boxes[0]?.el ?? null;
  for (let steps = 0; at !== null && steps < 3; at = at.parentElement, steps += 1) {
    const before = at.previousElementSibling;
    if (before !== null) return /^H[1-6]$/.test(before.tagName) || before.getAttribute('role') === 'heading';
  }
  return false;
}

/** The payer's own messages: where the page explains them in its own words, a bare number of that column is no adjustment reason. */
export function ownMessages(legends: readonly Finding[], claim: ReadingClaim, labels: readonly string[]): void {
  const explained = new Map<string, string>();
  for (const finding of legends) {
    const text = finding.texts[0] ?? '';
    const code = EXPLAINED.exec(text)?.[1];
    if (code !== undefined && /\bmessages?\b/i.test(finding.label)) explained.set(code, text.replace(/^\S+\s*[-–:=]\s*/, '').slice(0, 300));
  }
  if (explained.size === 0 || !labels.some((label) => /\bmessages?\b/i.test(label))) return;
  for (const line of claim.lines) {
    const own = line.adjustments.filter((entry) => entry.groupCode === null && entry.cents === null && explained.has(entry.carc));
    line.adjustments = line.adjustments.filter((entry) => !own.includes(entry));
    for (const entry of own) if (!line.payerCodes.some((known) => known.code === entry.carc)) line.payerCodes.push({ code: entry.carc, text: explained.get(entry.carc) ?? null });
  }
}

/**
 * `EX codes: XA1 paid by schedule; XD7 part of the visit; XZ9 sent too late.`: codes explained in running text.
 * Where the service lines have a column of codes, such a text explains these and perhaps others too; it says nothing of its own.
 */
export function isProseLegend(finding: Finding): boolean {
  if (codeContext(finding.key) === null || finding.via === 'grid') return false;
  const pieces = (finding.texts[0] ?? '').split(/[;\n]|,\s+(?=[A-Z]{0,3}\d)|\.\s+/).map((piece) => piece.trim()).filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.filter((piece) => /^[A-Z]{0,3}[- ]?\d[A-Z0-9-]*\s*[-–:=(]?\s*[A-Za-z][a-z]+ [a-z]|^[A-Z]{0,3}\d[A-Z0-9]*\s*[-–:=]\s*[A-Z]{2,} [A-Z]{2,}/.test(piece)).length > 1;
}
