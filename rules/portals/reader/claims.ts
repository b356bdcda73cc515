import { blankClaim } from '../../reading/blank-reading.ts';
import type { Adjustment, Found, Payment, Reading, ReadingClaim, ReadingLine } from '../../reading/reading.ts';
import { statusFromAmounts } from '../../reading/status-from-amounts.ts';
import { readAppeal } from './appeal-values.ts';
import { claimBlocks } from './claim-blocks.ts';
import type { Block } from './claim-blocks.ts';
import { cleanLabel, fillClaim, referencesOf } from './claim-fields.ts';
import type { ClaimValues } from './claim-fields.ts';
import { readTexts, settle } from './found-values.ts';
import { hasSection, isForeign, knowGrid } from './grid-kinds.ts';
import type { KnownGrid } from './grid-kinds.ts';
import { readPayerName, readPaymentNumber, readReference } from './identifiers.ts';
import { readLineCards } from './line-cards.ts';
import { addCodes, findingCodes, readLines, rowCodes } from './line-rows.ts';
import { readMoney } from './money.ts';
import { readDate } from './page-dates.ts';
import { readCategory, readStatusNumber, readStatusTriples } from './page-codes.ts';
import { cellTexts } from './scan-matrix.ts';
import type { GridRow } from './scan-matrix.ts';
import type { Finding, LooseWord, Scan } from './scan.ts';
import { readStatusWord } from './status-words.ts';

export type PageFacts = { clearinghouse: boolean; appealPage: boolean; remittancePage: boolean };
export type Assembled = {
  values: ClaimValues[]; lists: KnownGrid[]; grids: KnownGrid[]; payment: Payment | null; payer: Reading['payer'];
  providerAdjustments: Reading['providerAdjustments']; fromList: boolean; appealRows: boolean; loose: Finding[];
};

/** A row of a grid as findings, so that one claim per row and one claim per page are read by the same rules. */
export function rowFindings(grid: KnownGrid, row: GridRow): Finding[] {
  const findings: Finding[] = [];
  for (const { key, head } of grid.all) {
    const texts = cellTexts(row, head);
    if (texts.length === 0) continue;
    const weak = head.hit?.weak === true && key !== 'patientName' && key !== 'ccn' && key !== 'nameOnly' && key !== 'dosFrom' && key !== 'dosTo' && key !== 'dos';
    const boxes = row.cells.filter((cell) => cell.col === head.col && cell.box !== null).map((cell) => cell.box).filter((box) => box !== null);
    findings.push({ key, weak, label: head.group === '' || head.text === head.group ? head.text : head.text, texts, boxes, sections: grid.sections.filter((section) => section.kind !== 'payment' && section.kind !== 'remittance'), at: row.start, open: false, via: 'grid', banner: grid.banner });
  }
  return findings;
}

/** The assembling stage: from findings and grids to claims, lines, codes and payments. */
export function assemble(scan: Scan, last: number, facts: PageFacts): Assembled {
  const grids = scan.grids.map(knowGrid);
  const findings = [...scan.findings];
  const lists: KnownGrid[] = [];
  for (const grid of [...grids]) {
    const rows = grid.rows.filter((row) => row.kind === 'data');
    if (rows.length === 1 && rows[0] !== undefined && stacked(grid, grids)) {
      findings.push(...rowFindings(grid, rows[0]).map((finding) => ({ ...finding, sections: grid.sections })), ...rows[0].inner.findings);
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
      findings.push(...rowFindings(grid, rows[0]).map((finding) => ({ ...finding, sections: grid.sections })), ...rows[0].inner.findings);
    } else if (grid.kind === 'other') {
      for (const row of rows) {
        const known = new Set([...grid.columns.keys()]);
        findings.push(...row.inner.findings.filter((finding) => !known.has(finding.key)));
        for (const inner of row.inner.grids) grids.push(knowGrid(inner));
      }
    }
  }
  for (const grid of grids) {
    const rows = grid.kind === 'payments' ? grid.rows.filter((row) => row.kind === 'data') : [];
    const only = rows[0];
    // A table of payments with one payment; its amount is the whole check's unless it says otherwise.
    if (rows.length === 1 && only !== undefined) findings.push(...rowFindings(grid, only).map((finding) => ({ ...finding, sections: [...grid.sections, { text: 'Payment', kind: 'payment' as const, level: 9 }] })));
  }
  findings.sort((a, b) => a.at - b.at);
  const blocks = claimBlocks(findings, last);
  const payment = readPayment(blocks.length > 1 ? findings.filter((finding) => !blocks.some((block) => inBlock(finding.at, block))) : findings, facts);
  const payer = readPayer(findings);
  for (const grid of grids) if (facts.remittancePage && grid.heads.some((head) => /provider[ -](?:level )?adj/i.test(head.text)) && !grid.columns.has('procedure')) grid.kind = 'plb';
  const providerAdjustments = grids.filter((grid) => grid.kind === 'plb').flatMap(readProviderAdjustments);
  const appealGrids = grids.filter((grid) => grid.kind === 'appeals');
  const base = { lists, grids, payment, payer, providerAdjustments, loose: findings };

  const detailFindings = findings.filter((finding) => !isForeign(finding.sections));
  const detailNumber = detailFindings.some((finding) => finding.key === 'ccn' && !finding.banner);
  const appealOnly = appealGrids[0];
  if (appealOnly !== undefined && !lists.length && (!detailNumber || facts.appealPage && appealOnly.columns.has('ccn'))) {
    return { ...base, values: appealGrids.flatMap((grid) => appealRows(grid, findings, facts)), fromList: false, appealRows: true };
  }
  const details = blocks.map((block) => detailClaim(block, blocks, findings, scan.loose, grids, facts));
  const solid = details.filter((entry) => entry.claim.claimControlNumber !== null && entry.support + entry.claim.lines.length >= 2);
  const listRows = lists.flatMap((grid) => listClaims(grid, facts));
  const joined = grids.filter((grid) => grid.kind === 'claim-lines').flatMap((grid) => claimLineRows(grid, facts));
  if (solid.length === 0 && joined.length > 0) return { ...base, values: joined, fromList: joined.length > 1, appealRows: false };
  if (listRows.length > 0 && (solid.length === 0 || listRows.length > 1 && facts.remittancePage && solid.every((entry) => entry.claim.lines.length === 0))) return { ...base, values: listRows, fromList: true, appealRows: false };
  const kept = solid.length > 0 ? solid : details;
  return { ...base, values: kept, fromList: false, appealRows: false };
}

/** Several rows of labels in one table, each over one row of values: a claim's fields in stacks, not lists. */
function stacked(grid: KnownGrid, grids: readonly KnownGrid[]): boolean {
  if (grid.kind === 'foreign' || grid.kind === 'lines' || grid.kind === 'legend' || grid.kind === 'plb') return false;
  const mates = grids.filter((other) => other.el === grid.el);
  return mates.length > 1 && mates.every((other) => other.rows.length === 1 || other.kind === 'lines' || other.kind === 'other');
}

function inBlock(at: number, block: Block): boolean {
  return at >= block.from && at <= block.to;
}

function detailClaim(block: Block, blocks: readonly Block[], findings: readonly Finding[], loose: readonly LooseWord[], grids: readonly KnownGrid[], facts: PageFacts): ClaimValues {
  const all = findings.filter((finding) => inBlock(finding.at, block));
  const cards = readLineCards(all);
  const own = all.filter((finding) => !cards.used.has(finding));
  const single = blocks.length === 1;
  // What stands before the first claim holds for the page: a patient above all claims belongs to each.
  const shared = single ? [] : findings.filter((finding) => !blocks.some((other) => inBlock(finding.at, other)) && (finding.key === 'patientName' || finding.key === 'memberId' || finding.key === 'payNumber' || finding.key === 'payDate' || finding.key === 'remitDate'));
  const claim = blankClaim();
  const values = fillClaim(claim, [...own, ...shared.filter((finding) => !own.some((other) => other.key === finding.key))], facts.clearinghouse);
  const here = grids.filter((grid) => inBlock(grid.at, block));
  claim.lines = joinLines([...here.filter((grid) => grid.kind === 'lines' || grid.kind === 'claim-lines').map((grid) => readLines(grid)), cards.lines]);
  totalsOf(values, here);
  const direct = own.filter((finding) => !isForeign(finding.sections) && !hasSection(finding.sections, 'legend') && !hasSection(finding.sections, 'plb') && !hasSection(finding.sections, 'cob'));
  addCodes(claim, findingCodes(direct.filter((finding) => finding.key !== 'code' && !(finding.key === 'group' && finding.weak))));
  for (const grid of here) if (grid.kind === 'adjustments') placeAdjustments(grid, claim);
  for (const grid of here) if (grid.kind === 'status-codes') for (const row of grid.rows) if (row.kind === 'data') rowStatusCodes(grid, row, claim);
  if (values.word === null && values.state === null && values.candidates.every((entry) => entry.field !== 'status')) looseStatus(values, loose.filter((word) => inBlock(word.at, block)), claim);
  claim.appeal = readAppeal(own, facts.appealPage) ?? appealOfGrid(here);
  claim.references = referencesOf(own, claim);
  finishStatus(values);
  return single && contradicts(values) ? onlyNumber(values) : values;
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

/** Several line tables of one claim: the same lines told twice are laid over each other, others follow. */
function joinLines(tables: readonly ReadingLine[][]): ReadingLine[] {
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
function totalsOf(values: ClaimValues, grids: readonly KnownGrid[]): void {
  const claim = values.claim;
  for (const grid of grids) {
    if (grid.kind !== 'lines' && grid.kind !== 'claim-lines') continue;
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

/** Adjustments in a table of their own: to the line they name, else to the claim. */
function placeAdjustments(grid: KnownGrid, claim: ReadingClaim): void {
  const lineHead = grid.columns.get('lineNo');
  for (const row of grid.rows) {
    if (row.kind !== 'data') continue;
    const codes: { adjustments: Adjustment[]; rarcs: string[]; payerCodes: ReadingClaim['payerCodes'] } = { adjustments: [], rarcs: [], payerCodes: [] };
    rowCodes(grid, row, codes);
    const number = lineHead === undefined ? null : /^(?:line )?0*(\d{1,3})$/i.exec(cellTexts(row, lineHead)[0] ?? '')?.[1];
    const line = number === null || number === undefined ? undefined : claim.lines.find((entry) => entry.line === Number(number));
    if (line !== undefined) addCodes(line, codes);
    else if (lineHead === undefined || number === undefined && cellTexts(row, lineHead).length === 0) addCodes(claim, codes);
  }
}

function rowStatusCodes(grid: KnownGrid, row: GridRow, claim: ReadingClaim): void {
  const text = (key: 'category' | 'statusCode' | 'entity'): string => {
    const head = grid.columns.get(key);
    return head === undefined ? '' : cellTexts(row, head)[0] ?? '';
  };
  const triples = readStatusTriples(text('statusCode'));
  const category = readCategory(text('category'));
  if (triples.length > 0) claim.statusCodes.push(...triples);
  else if (category !== null) claim.statusCodes.push({ category, status: readStatusNumber(text('statusCode')), entity: /^([0-9A-Z]{2,3})(?:\s*[-–:(].*)?$/.exec(text('entity'))?.[1] ?? null });
}

/** A status that stands without a label counts only when it is the only one. */
function looseStatus(values: ClaimValues, words: readonly LooseWord[], claim: ReadingClaim): void {
  const usable = words.filter((word) => !isForeign(word.sections) && !hasSection(word.sections, 'legend') && !hasSection(word.sections, 'payment') && !hasSection(word.sections, 'cob') && !hasSection(word.sections, 'appeal') && !hasSection(word.sections, 'lines') && !hasSection(word.sections, 'eligibility'));
  const strong = usable.filter((word) => word.strong);
  // Without a badge's form it must be the only such word, right under a heading of the claim.
  const alone = usable.length === 1 && usable[0] !== undefined && usable[0].sections.length > 0 && usable[0].sections[usable[0].sections.length - 1]?.kind === 'claim' ? usable[0] : undefined;
  const first = strong[0] ?? alone;
  if (first === undefined || claim.claimControlNumber === null) return;
  const state = readStatusWord(first.text);
  if (new Set(usable.map((word) => readStatusWord(word.text))).size !== 1) return;
  values.word = { value: first.text, raw: first.text, label: null, confidence: 'likely' };
  values.state = state;
}

function appealOfGrid(grids: readonly KnownGrid[]): ReadingClaim['appeal'] {
  const grid = grids.find((entry) => entry.kind === 'appeals');
  const rows = grid?.rows.filter((row) => row.kind === 'data') ?? [];
  const row = rows[0];
  return grid === undefined || row === undefined || rows.length !== 1 ? null : readAppeal(rowFindings(grid, row), true);
}

/** The portal's word, or where it only says that the claim was decided, what the amounts say. */
export function finishStatus(values: ClaimValues): void {
  const { claim, word, state } = values;
  if (word === null || state === null) return;
  if (state !== 'decided') {
    claim.status = { value: state, raw: word.raw, label: word.label, confidence: word.confidence };
    return;
  }
  // Bare reason numbers without a group are read as the groups they nearly always come with.
  const grouped = (list: readonly Adjustment[]): Adjustment[] => list.map((entry) => (entry.groupCode !== null ? entry : { ...entry, groupCode: /^(?:45|253)$/.test(entry.carc) ? 'CO' : /^[123]$/.test(entry.carc) ? 'PR' : null }));
  const coded = claim.adjustments.length > 0 || claim.lines.some((line) => line.adjustments.length > 0);
  if (claim.paid?.value === 0 && claim.charge === null && !coded) {
    // Nothing paid of an amount that is not shown: denied, or nothing was asked.
    values.candidates.push({ field: 'status', values: [{ ...word, confidence: 'likely' }] });
    return;
  }
  const sum = (key: 'charge' | 'paid'): number | null => (claim.lines.length === 0 ? null : claim.lines.reduce<number | null>((all, line) => (all === null || line[key] === null ? null : all + line[key].value), 0));
  const result = statusFromAmounts({
    charge: claim.charge?.value ?? sum('charge'), paid: claim.paid?.value ?? sum('paid'), adjustments: grouped(claim.adjustments),
    lines: claim.lines.map((line) => ({ charge: line.charge?.value ?? null, paid: line.paid?.value ?? null, adjustments: grouped(line.adjustments), status: line.status?.value ?? null })),
  });
  claim.status = { value: result, raw: word.raw, label: word.label, confidence: word.confidence, ...(result === 'finalized' ? {} : { derived: true as const }) };
}

function listClaims(grid: KnownGrid, facts: PageFacts): ClaimValues[] {
  const out: ClaimValues[] = [];
  for (const row of grid.rows) {
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
function claimLineRows(grid: KnownGrid, facts: PageFacts): ClaimValues[] {
  const groups = new Map<string, GridRow[]>();
  let current: string | null = null;
  const head = grid.columns.get('ccn');
  for (const row of grid.rows) {
    if (row.kind !== 'data' || head === undefined) continue;
    const number = cellTexts(row, head)[0] ?? '';
    if (number !== '') current = number;
    if (current === null) continue;
    groups.set(current, [...(groups.get(current) ?? []), row]);
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

function appealRows(grid: KnownGrid, findings: readonly Finding[], facts: PageFacts): ClaimValues[] {
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

function readPayer(findings: readonly Finding[]): Reading['payer'] {
  const entries = findings.filter((finding) => (finding.key === 'payer' || finding.key === 'payerAndId') && !isForeign(finding.sections) && !hasSection(finding.sections, 'cob'))
    .flatMap((finding) => {
      const found = readTexts(finding.texts.slice(0, 1), readPayerName);
      return found === null ? [] : [{ found: { value: found.value, raw: found.raw, label: cleanLabel(finding.label), confidence: 'likely' as const }, rank: (finding.weak ? 2 : 4) + (/payer|carrier|insurance company/i.test(finding.label) ? 1 : 0), at: finding.at }];
    });
  const { value } = settle(entries, (a, b) => a.toLowerCase() === b.toLowerCase());
  return value === null ? null : { ...value, confidence: 'likely' };
}

function readPayment(findings: readonly Finding[], facts: PageFacts): Payment | null {
  const usable = findings.filter((finding) => !isForeign(finding.sections));
  const one = (keys: readonly string[], read: (text: string, finding: Finding) => string | number | null): Found<string | number> | null => settle<string | number>(usable.filter((finding) => keys.includes(finding.key)).flatMap((finding) => {
    const found = readTexts(finding.texts, (text) => read(text, finding));
    return found === null ? [] : [{ found: { value: found.value, raw: found.raw, label: cleanLabel(finding.label), confidence: 'certain' as const }, rank: finding.weak ? 2 : 4, at: finding.at }];
  })).value;
  const number = one(['payNumber'], readPaymentNumber) as Payment['number'];
  const date = one(['payDate'], readDate) as Payment['date'];
  // On a remittance a bare `Payment amount` above the claims is the whole check.
  const amount = (one(['checkAmount'], (text) => readMoney(text)?.cents ?? null) ?? (facts.remittancePage ? one(['paid'], (text, finding) => (/^(?:total )?(?:payment|net payment)(?: amount)?\W*$/i.test(finding.label.trim()) ? readMoney(text)?.cents ?? null : null)) : null)) as Payment['amount'];
  if (number === null && amount === null || !facts.remittancePage && amount === null) return null;
  const method = (one(['payMethod'], (text) => (/^[A-Za-z][A-Za-z /()-]{1,30}$/.test(text) ? text : null)) as Payment['number'])?.value ?? null;
  return { number, date, amount, method };
}

function readProviderAdjustments(grid: KnownGrid): Reading['providerAdjustments'] {
  const out: Reading['providerAdjustments'] = [];
  const amountHead = grid.columns.get('adjAmount') ?? grid.columns.get('paid') ?? grid.columns.get('checkAmount');
  const codeHead = grid.columns.get('carc') ?? grid.columns.get('codes') ?? grid.columns.get('code');
  const referenceHead = grid.columns.get('confirmation') ?? grid.columns.get('refLabel') ?? grid.columns.get('ccn');
  if (amountHead === undefined || codeHead === undefined) return out;
  for (const row of grid.rows) {
    if (row.kind !== 'data') continue;
    const money = readMoney(cellTexts(row, amountHead)[0] ?? '');
    const code = /^([A-Z0-9]{2})(?:\s*[-–:(].*|\s[A-Za-z].*)?$/.exec(cellTexts(row, codeHead)[0] ?? '')?.[1];
    if (money === null || code === undefined) continue;
    out.push({ code, cents: money.cents, reference: referenceHead === undefined ? null : readTexts(cellTexts(row, referenceHead), readReference)?.value ?? null });
  }
  return out;
}
