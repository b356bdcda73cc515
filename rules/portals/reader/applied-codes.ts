import type { ReadingClaim } from '../../reading/reading.ts';
import { hasSection } from './grid-kinds.ts';
import type { KnownGrid } from './grid-kinds.ts';
import type { Finding } from './findings.ts';
import { addCodes, codeContext, codesOf } from './line-rows.ts';
import { cellTexts } from './scan-matrix.ts';

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
      for (const row of grid.rows) if (row.kind === 'data') addCodes(claim, codesOf(cellTexts(row, head), context));
    }
  }
}

/**
 * `EX codes: XA1 paid by schedule; XD7 part of the visit; XZ9 sent too late.`: codes explained in running text.
 * Where the service lines have a column of codes, such a text explains these and perhaps others too; it says nothing of its own.
 */
export function isProseLegend(finding: Finding): boolean {
  if (codeContext(finding.key) === null || finding.via === 'grid') return false;
  const pieces = (finding.texts[0] ?? '').split(/[;\n]|,\s+(?=[A-Z]{0,3}\d)|\.\s+/).map((piece) => piece.trim()).filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.filter((piece) => /^[A-Z]{0,3}[- ]?\d[A-Z0-9-]*\s*[-–:=(]?\s*[A-Za-z][a-z]+ [a-z]/.test(piece)).length > 1;
}
