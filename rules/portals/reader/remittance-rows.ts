import { readLabel } from './labels.ts';
import type { LabelKey } from './label-data.ts';
import { fits } from './field-shapes.ts';
import { emit } from './findings.ts';
import type { Scanner } from './findings.ts';
import { readMoney } from './money.ts';
import type { Cell, MatrixRow } from './matrix.ts';
import type { Box } from './page-tree.ts';
import type { Section } from './sections.ts';
import type { Head } from './scan-matrix.ts';

/** A label and its value inside a row that names the claim of the lines below it. */
export type ClaimRowPair = { key: LabelKey; label: string; value: string; box: Box };

/** Paper remittances write a claim's head in one run: `NAME … MID … ACNT … ICN … ASG Y MOA MA01`. */
const NEXT = /(?<!\b(?:MEMBER|SUBSCRIBER|PATIENT|INSURED|RECIPIENT|CLIENT|BENEFICIARY|PAYER|CLAIM|PLAN|PROVIDER|POLICY|GROUP))\s+(?=(?:(?:MEMBER|SUBSCRIBER|INSURED|RECIPIENT|BENEFICIARY) (?:ID|NO|NUMBER|NBR)|NAME|HIC|HICN|MID|MBI|ID|ACNT|ACCT|ICN|DCN|TCN|ASG|MOA)[:\s]\s*\S)/;
const ASIDE = /^(?:ASG|MOA)\b/;

/** Whether these columns are those of service lines. */
export function isLineHead(heads: readonly Head[]): boolean {
  return heads.some((head) => head.hit !== null && (head.hit.key === 'procedure' || head.hit.key === 'code' || head.hit.key === 'procedureModifier' || head.hit.key === 'revProcedure'))
    && heads.some((head) => head.hit?.key === 'charge' || head.hit?.key === 'paid');
}

/**
 * A row inside a table of service lines that names the claim which the lines below it belong to (`NAME … | ID … | ACNT … | ICN …`):
 * every piece is a label with a value of its shape, the claim or account number and the patient among them. Null for any other row.
 */
export function claimRow(scanner: Scanner, heads: readonly Head[], row: MatrixRow): ClaimRowPair[] | null {
  if (!isLineHead(heads)) return null;
  const inOne = pairsInOneCell(scanner, row);
  if (inOne !== null) return inOne;
  const pairs: ClaimRowPair[] = [];
  for (const cell of row.cells) {
    if (cell.text === '' || cell.box === null) continue;
    // Pieces that stand apart are parted already.
    const apart = cell.box.kids.map((kid) => kid.text).filter((text) => text !== '');
    for (const piece of (apart.length > 1 && apart.every((text) => /^[A-Z]+[A-Z #.]*: ?\S/.test(text)) ? apart : cell.text.split(NEXT))) {
      if (ASIDE.test(piece)) continue;
      const pair = pairOf(piece);
      if (pair === null) return null;
      pairs.push({ ...pair, box: cell.box });
    }
  }
  const keys = new Set(pairs.map((pair) => pair.key));
  return pairs.length >= 3 && keys.size === pairs.length && keys.has('ccn') && keys.has('patientName') ? pairs : null;
}

/** `Patient: QVIST, ANTON  Acct #: 77120A  Claim #: 0526-7711-0001` in the one cell of a row. */
function pairsInOneCell(scanner: Scanner, row: MatrixRow): ClaimRowPair[] | null {
  const filled = row.cells.filter((cell) => cell.text !== '');
  const box = filled.length === 1 ? filled[0]?.box ?? null : null;
  if (box === null) return null;
  const own = (scanner.marks.pairs.get(box) ?? []).map(({ hit, label, value }) => ({ key: hit.key === 'nameOnly' ? 'patientName' as const : hit.key, label, value, box }));
  const keys = new Set(own.map(({ key }) => key));
  return keys.has('ccn') && (keys.has('patientName') || keys.has('pcn')) && keys.size === own.length && own.every(({ key, value }) => key === 'other' || fits(key, value)) ? own : null;
}

function pairOf(text: string): Omit<ClaimRowPair, 'box'> | null {
  const words = text.split(' ');
  for (let count = Math.min(4, words.length - 1); count >= 1; count -= 1) {
    const label = words.slice(0, count).join(' ').replace(/:$/, '');
    const hit = readLabel(label);
    if (hit === null) continue;
    const key = hit.key === 'nameOnly' ? 'patientName' : hit.key;
    const value = words.slice(count).join(' ').replace(/^[:=]\s*/, '');
    if ((key === 'patientName' || key === 'memberId' || key === 'pcn' || key === 'ccn') && fits(key, value)) return { key, label, value };
  }
  return null;
}

/** `PT RESP | 50.00` inside a row of totals: said by name, whatever the columns above are called. */
export function totalPairs(scanner: Scanner, heads: readonly Head[], row: MatrixRow, sections: readonly Section[]): void {
  row.cells.forEach((cell, at) => {
    const hit = cell.box === null ? undefined : scanner.marks.hits.get(cell.box);
    const value = row.cells[at + 1];
    const own = heads.find((head) => head.col === value?.col)?.hit?.key;
    if (hit?.key === 'patResp' && !hit.weak && value !== undefined && value.box !== null && own !== 'charge' && own !== 'paid' && own !== 'allowed' && readMoney(value.text) !== null) emit(scanner, hit, cell.text, [value.box], sections, 'table');
  });
}

const KEPT_BACK = /^(?:provider(?:[ -]level)? adj(?:ustment)?s?|prov adj(?:ustment)?s?|plb(?: adj(?:ustment)?s?)?)$/i;

/** `PROVIDER ADJ | FB | 0006650011 | -50.00`: what the payer kept back, in a row that names itself. True when the row was one. */
export function providerAdjustmentRow(scanner: Scanner, filled: readonly Cell[], sections: readonly Section[]): boolean {
  const [name, ...rest] = filled;
  if (name === undefined || !KEPT_BACK.test(name.text) || rest.length < 2 || rest.length > 3) return false;
  const codes = rest.filter((cell) => /^[A-Z][A-Z0-9]$/.test(cell.text));
  const amounts = rest.filter((cell) => readMoney(cell.text)?.marked === true);
  const [code] = codes;
  const [amount] = amounts;
  const reference = rest.find((cell) => cell !== code && cell !== amount);
  if (codes.length !== 1 || amounts.length !== 1 || code === undefined || amount === undefined || code.box === null || amount.box === null || reference !== undefined && !fits('refLabel', reference.text)) return false;
  const inside = [...sections, { text: name.text, kind: 'plb' as const, level: 8 }];
  emit(scanner, { key: 'carc', weak: false }, name.text, [code.box], inside, 'table');
  if (reference !== undefined && reference.box !== null) emit(scanner, { key: 'refLabel', weak: false }, name.text, [reference.box], inside, 'table');
  emit(scanner, { key: 'adjAmount', weak: false }, name.text, [amount.box], inside, 'table');
  return true;
}
