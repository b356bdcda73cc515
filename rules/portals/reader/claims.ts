import { blankClaim } from '../../reading/blank-reading.ts';
import type { Payment, Reading, ReadingClaim, ReadingLine } from '../../reading/reading.ts';
import { appliedCodes, isHeadedLegend, isProseLegend, ownMessages } from './applied-codes.ts';
import { readAppeal } from './appeal-values.ts';
import { between, ByPlace, Stretches } from './by-place.ts';
import { claimBlocks } from './claim-blocks.ts';
import type { Block } from './claim-blocks.ts';
import { fillClaim, referencesOf } from './claim-fields.ts';
import type { ClaimValues } from './claim-fields.ts';
import { hasSection, isForeign, knowGrid } from './grid-kinds.ts';
import type { KnownGrid } from './grid-kinds.ts';
import { readLineCards } from './line-cards.ts';
import type { LineCards } from './line-cards.ts';
import { addCodes, codeContext, findingCodes, readLines, reductions } from './line-rows.ts';
import { appealRows, claimLineRows, listClaims, rowFindings } from './claim-lists.ts';
import { finishStatus, looseStatus, rowStatusCodes, statusOfCodes } from './claim-status.ts';
import type { Finding, LooseWord, Scan } from './findings.ts';
import { labelWords } from './label-words.ts';
import { joinLines, placeAdjustments, totalsOf } from './joined-lines.ts';
import { quickView } from './quick-views.ts';
import { providerAdjustmentPairs, readPayer, readPayment, readProviderAdjustments } from './payments.ts';

export type PageFacts = { clearinghouse: boolean; appealPage: boolean; remittancePage: boolean };
export type Assembled = {
  values: ClaimValues[]; lists: KnownGrid[]; grids: KnownGrid[]; payment: Payment | null; payer: Reading['payer'];
  providerAdjustments: Reading['providerAdjustments']; fromList: boolean; appealRows: boolean; loose: Finding[];
  /** A facility's claim, whose statement period may be longer than the dates of its lines. */ institutional: boolean;
};

/** The assembling stage: from findings and grids to claims, lines, codes and payments. With pauses. */
export function* assembleSlices(scan: Scan, last: number, facts: PageFacts): Generator<undefined, Assembled> {
  const grids: KnownGrid[] = [];
  for (const grid of scan.grids) {
    if (grids.length % SLICE === SLICE - 1) yield;
    grids.push(knowGrid(grid));
  }
  const findings = [...scan.findings];
  // Lines of several claims under one head, without a word of which belongs to which: they are nobody's.
  for (const grid of grids) if (grid.kind === 'lines' && new Set(grid.rows.flatMap((row) => row.inner.findings).filter((finding) => finding.key === 'ccn').map((finding) => finding.texts[0])).size > 1) grid.kind = 'foreign';
  const lists: KnownGrid[] = [];
  const ofTable = Map.groupBy(grids, (grid) => grid.el);
  for (const [at, grid] of [...grids].entries()) {
    if (at % SLICE === SLICE - 1) yield;
    const rows = grid.rows.filter((row) => row.kind === 'data');
    if (rows.length === 1 && rows[0] !== undefined && stacked(grid, ofTable.get(grid.el) ?? [])) {
      findings.push(...rowFindings(grid, rows[0]).map((finding) => ({ ...finding, sections: grid.sections, ...(grid.columns.has('ccn') ? {} : { counted: true as const }) })), ...rows[0].inner.findings);
      grid.kind = 'other';
    } else if (grid.kind === 'claims') {
      const only = rows.length === 1 ? rows[0] : undefined;
      // One row alone is a list of one; one row among other tables of the page is the head of a claim.
      const company = grids.some((other) => other !== grid && other.kind !== 'foreign' && other.kind !== 'legend' && (other.kind !== 'claims' || other.rows.filter((row) => row.kind === 'data').length === 1));
      const numbered = findings.some((finding) => finding.key === 'ccn' && !isForeign(finding.sections));
      if (only !== undefined && (company || findings.some((finding) => finding.key === 'procedure') || grid.transposed || numbered && !grids.some((other) => other !== grid && other.kind === 'claims'))) {
        findings.push(...rowFindings(grid, only), ...only.inner.findings.filter((finding) => !grid.columns.has(finding.key)));
        for (const inner of only.inner.grids) grids.push(knowGrid(inner));
      } else lists.push(grid);
    } else if (grid.kind === 'other' && rows.length === 1 && rows[0] !== undefined && !isForeign(grid.sections)) {
      // Labels above their values, drawn as a table of one row.
      findings.push(...rowFindings(grid, rows[0]).map((finding) => ({ ...finding, sections: grid.sections, ...(grid.columns.has('ccn') ? {} : { counted: true as const }) })), ...rows[0].inner.findings);
    } else if (grid.kind === 'other') {
      for (const row of rows) {
        const known = new Set([...grid.columns.keys()]);
        findings.push(...row.inner.findings.filter((finding) => !known.has(finding.key)));
        for (const inner of row.inner.grids) grids.push(knowGrid(inner));
      }
    }
  }
  // What a row of totals says by name (`Member share 150.00`) is said of the claim.
  for (const grid of grids) if (grid.kind === 'lines') for (const row of grid.rows) if (row.kind === 'total') findings.push(...row.inner.findings.filter((finding) => finding.key === 'patResp' || finding.key === 'payNumber'));
  for (const grid of grids) {
    const rows = grid.kind === 'payments' ? grid.rows.filter((row) => row.kind === 'data') : [];
    const only = rows[0];
    // A table of payments with one payment; its amount is the whole check's unless it says otherwise.
    if (rows.length === 1 && only !== undefined) findings.push(...rowFindings(grid, only).map((finding) => ({ ...finding, sections: [...grid.sections, { text: 'Payment', kind: 'payment' as const, level: 9 }] })));
  }
  findings.sort((a, b) => a.at - b.at);
  yield;
  const blocks = claimBlocks(findings, last, grids.filter((grid) => grid.kind === 'lines'));
  const inBlocks = new Stretches(blocks);
  yield;
  if (!facts.remittancePage && paymentOverClaims(findings, blocks, grids)) facts = { ...facts, remittancePage: true };
  const payment = readPayment(blocks.length > 1 ? findings.filter((finding) => !inBlocks.hold(finding.at)) : findings, facts);
  const payer = readPayer(findings);
  for (const grid of grids) if (facts.remittancePage && grid.heads.some((head) => /provider[ -](?:level )?adj/i.test(head.text)) && !grid.columns.has('procedure')) grid.kind = 'plb';
  const tabled = grids.filter((grid) => grid.kind === 'plb').flatMap(readProviderAdjustments);
  const providerAdjustments = tabled.length > 0 ? tabled : providerAdjustmentPairs(findings);
  const appealGrids = grids.filter((grid) => grid.kind === 'appeals');
  const base = { lists, grids, payment, payer, providerAdjustments, loose: findings, institutional: isInstitutional(findings, grids) };

  const detailFindings = findings.filter((finding) => !isForeign(finding.sections));
  const detailNumber = detailFindings.some((finding) => finding.key === 'ccn' && !finding.banner);
  const appealOnly = appealGrids[0];
  // Several levels of one claim's appeal are several appeals, as rows of a list are.
  const levels = appealOnly !== undefined && appealOnly.rows.filter((row) => row.kind === 'data').length > 1;
  if (appealOnly !== undefined && !lists.length && (!detailNumber || facts.appealPage && (appealOnly.columns.has('ccn') || levels))) {
    return { ...base, values: appealGrids.flatMap((grid) => appealRows(grid, findings, facts)), fromList: false, appealRows: true };
  }
  // What stands before the first claim holds for the page: a patient above all claims belongs to each.
  const shared = blocks.length === 1 ? [] : findings.filter((finding) => SHARED_KEYS.has(finding.key) && !inBlocks.hold(finding.at));
  const details: ClaimValues[] = [];
  const loose = new ByPlace(scan.loose);
  const placed = new ByPlace(grids);
  for (const [at, block] of blocks.entries()) {
    if (at % SLICE === SLICE - 1) yield;
    details.push(detailClaim({ single: blocks.length === 1, findings: between(findings, block.from, block.to), shared, loose: loose.in(block.from, block.to), here: placed.in(block.from, block.to), facts }));
  }
  const solid = details.filter((entry) => entry.claim.claimControlNumber !== null && entry.support + entry.claim.lines.length >= 2);
  const listRows: ClaimValues[] = [];
  for (const grid of lists) listRows.push(...yield* listClaims(grid, facts));
  const beside = quickView(solid, listRows, Math.max(0, ...lists.map((grid) => grid.end)) < (blocks[0] === undefined ? 0 : numberAt(findings)));
  const joined = grids.filter((grid) => grid.kind === 'claim-lines').flatMap((grid) => claimLineRows(grid, facts));
  if (solid.length === 0 && joined.length > 0) return { ...base, values: joined, fromList: joined.length > 1, appealRows: false };
  if (listRows.length > 0 && (solid.length === 0 || listRows.length > 1 && facts.remittancePage && solid.every((entry) => entry.claim.lines.length === 0))) return { ...base, values: listRows, fromList: true, appealRows: false };
  if (beside !== null) return { ...base, values: beside, fromList: true, appealRows: false };
  const kept = solid.length > 0 ? solid : details;
  return { ...base, values: kept, fromList: false, appealRows: false };
}

const FACILITY = /^(?:type of bill|bill type|tob|admission|admission date|admit date|admit|discharge|discharge date|discharge status|drg|ms drg|drg code|statement period|admission type|admit type|patient status)$/;

/** Revenue codes, a type of bill, an admission or a DRG make a claim a facility's. */
function isInstitutional(findings: readonly Finding[], grids: readonly KnownGrid[]): boolean {
  return grids.some((grid) => grid.kind !== 'legend' && grid.kind !== 'foreign' && (grid.columns.has('revenue') || grid.columns.has('revProcedure')))
    || findings.some((finding) => finding.key === 'revenue' || FACILITY.test(labelWords(finding.label)));
}

/** A payment's number stands before the first of several claims, and the claims have their lines below them: a remittance, whatever it is called. */
function paymentOverClaims(findings: readonly Finding[], blocks: readonly Block[], grids: readonly KnownGrid[]): boolean {
  const first = blocks[0];
  if (blocks.length < 2 || first === undefined) return false;
  const over = findings.filter((finding) => finding.key === 'payNumber' && !finding.weak && !isForeign(finding.sections));
  const lines = new ByPlace(grids.filter((grid) => grid.kind === 'lines'));
  return over.length === 1 && over[0] !== undefined && over[0].at < first.from && blocks.filter((block) => lines.isAnyIn(block.from, block.to)).length > 1;
}

/** Several rows of labels in one table, each over one row of values: a claim's fields in stacks, not lists. */
function stacked(grid: KnownGrid, mates: readonly KnownGrid[]): boolean {
  if (grid.kind === 'foreign' || grid.kind === 'lines' || grid.kind === 'legend' || grid.kind === 'plb') return false;
  return mates.length > 1 && mates.every((other) => other.rows.length === 1 || other.kind === 'lines' || other.kind === 'other');
}

/** Where the claim's own number stands, outside of lists; -1 where it does not. */
function numberAt(findings: readonly Finding[]): number {
  return findings.find((finding) => finding.key === 'ccn' && !isForeign(finding.sections))?.at ?? -1;
}

const SLICE = 20;
const SHARED_KEYS: ReadonlySet<string> = new Set(['patientName', 'memberId', 'payNumber', 'payDate', 'remitDate']);

/** What a claim's block is read from; `shared` are findings of the page, all else is its own. */
type Around = { single: boolean; findings: readonly Finding[]; shared: readonly Finding[]; loose: readonly LooseWord[]; here: readonly KnownGrid[]; facts: PageFacts };

function detailClaim({ single, findings: all, shared, loose, here, facts }: Around): ClaimValues {
  const cards = readLineCards(all);
  const own = all.filter((finding) => !cards.used.has(finding)).map((finding) => (single ? finding : ofItsClaim(finding)));
  const claim = blankClaim();
  const values = fillClaim(claim, [...own, ...shared.filter((finding) => !own.some((other) => other.key === finding.key))], facts.clearinghouse);
  claim.lines = joinLines([...here.filter((grid) => grid.kind === 'lines' || grid.kind === 'claim-lines').map((grid) => readLines(grid)), cards.lines]);
  totalsOf(values, here);
  const direct = own.filter((finding) => !isForeign(finding.sections) && !hasSection(finding.sections, 'legend') && !hasSection(finding.sections, 'plb') && !hasSection(finding.sections, 'cob'));
  const coded = here.some((grid) => (grid.kind === 'lines' || grid.kind === 'claim-lines') && grid.all.some(({ key }) => codeContext(key) !== null));
  const legends = direct.filter((finding) => isHeadedLegend(finding, claim.lines));
  ownMessages(legends, claim, here.flatMap((grid) => (grid.kind === 'lines' || grid.kind === 'claim-lines' ? grid.heads.map((head) => head.text) : [])));
  addCodes(claim, findingCodes(direct.filter((finding) => !legends.includes(finding) && finding.key !== 'code' && !(finding.key === 'group' && finding.weak) && !(coded && isProseLegend(finding)))));
  for (const grid of here) if (grid.kind === 'adjustments') placeAdjustments(grid, claim, cardLine(cards, claim.lines, grid));
  reductions(claim.adjustments, claim.charge?.value ?? null);
  appliedCodes(here, claim);
  for (const grid of here) if (grid.kind === 'status-codes') for (const row of grid.rows) if (row.kind === 'data') rowStatusCodes(grid, row, claim);
  if (values.word === null && values.state === null && values.candidates.every((entry) => entry.field !== 'status')) looseStatus(values, loose, claim, facts.clearinghouse);
  if (values.word === null && values.state === null && values.candidates.every((entry) => entry.field !== 'status')) statusOfCodes(values, own);
  claim.appeal = readAppeal(own, facts.appealPage) ?? appealOfGrid(here);
  claim.references = referencesOf(own, claim);
  finishStatus(values);
  return single && contradicts(values) ? onlyNumber(values) : values;
}

/** The service in whose card a table stands. */
function cardLine(cards: LineCards, lines: readonly ReadingLine[], grid: KnownGrid): ReadingLine | null {
  const place = cards.places.find(({ start, end }) => grid.at >= start && grid.end <= end);
  return place === undefined ? null : lines.find(({ line, procedure }) => line === place.line.line && procedure?.value === place.line.procedure?.value) ?? null;
}

/** `Payment amount` in the card of one claim of several (`Claim 1 of 2`) is that claim's, though the page is headed as a remittance. */
function ofItsClaim(finding: Finding): Finding {
  const card = finding.sections[finding.sections.length - 1];
  if (finding.key !== 'paid' || card?.kind !== 'claim' || card.level === 1 || /check|eft|total/i.test(finding.label)) return finding;
  return { ...finding, sections: finding.sections.filter(({ kind }) => kind !== 'payment' && kind !== 'remittance') };
}

/** Several of the facts that a claim has once stand there twice: these are two claims, and which is which is not known. */
function contradicts(values: ClaimValues): boolean {
  return values.candidates.filter((entry) => /^(?:charge|paid|patientName|patientControlNumber|memberId|serviceFrom|status)$/.test(entry.field)).length >= 3;
}

function onlyNumber(values: ClaimValues): ClaimValues {
  const claim = blankClaim();
  claim.claimControlNumber = values.claim.claimControlNumber;
  return { ...values, claim, word: null, state: null };
}

function appealOfGrid(grids: readonly KnownGrid[]): ReadingClaim['appeal'] {
  const grid = grids.find((entry) => entry.kind === 'appeals');
  const rows = grid?.rows.filter((row) => row.kind === 'data') ?? [];
  const row = rows[0];
  return grid === undefined || row === undefined || rows.length !== 1 ? null : readAppeal(rowFindings(grid, row), true);
}
