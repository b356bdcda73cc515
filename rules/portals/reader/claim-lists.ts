import { blankClaim } from '../../reading/blank-reading.ts';
import { readAppeal } from './appeal-values.ts';
import { fillClaim, referencesOf } from './claim-fields.ts';
import type { ClaimValues } from './claim-fields.ts';
import type { PageFacts } from './claims.ts';
import { knowGrid } from './grid-kinds.ts';
import type { KnownGrid } from './grid-kinds.ts';
import { addCodes, findingCodes, readLines } from './line-rows.ts';
import { cellTexts } from './scan-matrix.ts';
import type { GridRow } from './scan-matrix.ts';
import { finishStatus } from './claim-status.ts';
import type { Finding } from './findings.ts';
import { placeAdjustments } from './joined-lines.ts';

/** A row of a grid as findings, so that one claim per row and one claim per page are read by the same rules. */
export function rowFindings(grid: KnownGrid, row: GridRow): Finding[] {
  const findings: Finding[] = [];
  const sections = grid.sections.filter((section) => section.kind !== 'payment' && section.kind !== 'remittance');
  for (const { key, head } of grid.all) {
    const texts = cellTexts(row, head);
    if (texts.length === 0) continue;
    const weak = head.hit?.weak === true && key !== 'patientName' && key !== 'ccn' && key !== 'nameOnly' && key !== 'dosFrom' && key !== 'dosTo' && key !== 'dos';
    const boxes = row.cells.flatMap((cell) => (cell.col === head.col && cell.box !== null ? [cell.box] : []));
    findings.push({ key, weak, label: head.text, texts, boxes, sections, at: row.start, open: false, via: 'grid', banner: grid.banner });
  }
  return findings;
}

/** More claims than that are told nobody at once. */
const MOST_LISTED = 2000;
const SLICE = 40;

/** The rows of a list as claims, with a pause now and then. */
export function* listClaims(grid: KnownGrid, facts: PageFacts): Generator<undefined, ClaimValues[]> {
  const out: ClaimValues[] = [];
  for (const [at, row] of grid.rows.entries()) {
    if (at % SLICE === SLICE - 1) yield;
    if (out.length > MOST_LISTED) break;
    if (row.kind !== 'data') continue;
    const findings = [...rowFindings(grid, row), ...row.inner.findings.filter((finding) => !grid.columns.has(finding.key))];
    const claim = blankClaim();
    const values = fillClaim(claim, findings, facts.clearinghouse);
    claim.adjustments = [];
    addCodes(claim, findingCodes(findings.filter((finding) => finding.key !== 'code')));
    for (const inner of row.inner.grids.map(knowGrid)) {
      if (inner.kind === 'lines') claim.lines.push(...readLines(inner));
      else if (inner.kind === 'adjustments') placeAdjustments(inner, claim);
    }
    claim.references = referencesOf(findings, claim);
    finishStatus(values);
    if (claim.claimControlNumber !== null || claim.charge !== null && (claim.patientControlNumber !== null || claim.patientName !== null)) out.push(values);
  }
  return out;
}

/** One row per service line with the claim's number repeated: rows of one number are one claim. */
export function claimLineRows(grid: KnownGrid, facts: PageFacts): ClaimValues[] {
  const groups = new Map<string, GridRow[]>();
  let current: string | null = null;
  const head = grid.columns.get('ccn');
  for (const row of grid.rows) {
    if (row.kind !== 'data' || head === undefined) continue;
    const number = cellTexts(row, head)[0] ?? '';
    if (number !== '') current = number;
    if (current === null) continue;
    const group = groups.get(current);
    if (group === undefined) groups.set(current, [row]);
    else group.push(row);
  }
  const claimKeys = new Set(['ccn', 'patientName', 'memberId', 'pcn', 'received', 'finalized', 'payNumber', 'payDate', 'remitDate']);
  return [...groups.values()].map((rows) => {
    const claim = blankClaim();
    const findings = rows.flatMap((row) => rowFindings(grid, row)).filter((finding) => claimKeys.has(finding.key));
    const values = fillClaim(claim, findings, facts.clearinghouse);
    claim.lines = readLines(grid, rows);
    finishStatus(values);
    return values;
  });
}

export function appealRows(grid: KnownGrid, findings: readonly Finding[], facts: PageFacts): ClaimValues[] {
  const outside = findings.filter((finding) => finding.key === 'ccn' || finding.key === 'patientName' || finding.key === 'memberId');
  return grid.rows.filter((row) => row.kind === 'data').map((row) => {
    const own = [...rowFindings(grid, row), ...row.inner.findings];
    const claimKeys = new Set(['ccn', 'patientName', 'memberId', 'pcn', 'dos', 'dosFrom', 'dosTo', 'charge']);
    const claim = blankClaim();
    const values = fillClaim(claim, [...own.filter((finding) => claimKeys.has(finding.key)), ...(grid.columns.has('ccn') ? [] : outside)], facts.clearinghouse);
    claim.appeal = readAppeal(own, true);
    claim.references = referencesOf(own.filter((finding) => finding.key === 'refLabel'), claim);
    return values;
  }).filter((values) => values.claim.appeal !== null);
}
