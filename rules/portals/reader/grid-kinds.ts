import type { LabelKey } from './label-data.ts';
import { fits } from './field-shapes.ts';
import { readMoney } from './money.ts';
import { readCodes } from './page-codes.ts';
import { isEmptyMark } from './shown-text.ts';
import { readStatusWord } from './status-words.ts';
import { cellTexts } from './scan-matrix.ts';
import type { Grid, GridRow, Head } from './scan-matrix.ts';
import { FOREIGN_SECTIONS } from './sections.ts';
import type { SectionKind } from './sections.ts';

export type GridKind = 'claims' | 'lines' | 'claim-lines' | 'appeals' | 'adjustments' | 'status-codes' | 'payments' | 'plb' | 'legend' | 'foreign' | 'other';
export type KnownGrid = Grid & { kind: GridKind; columns: Map<LabelKey, Head>; all: { key: LabelKey; head: Head }[] };

export function hasSection(sections: readonly { kind: SectionKind | null }[], kind: SectionKind): boolean {
  return sections.some((section) => section.kind === kind);
}

export function isForeign(sections: readonly { kind: SectionKind | null }[]): boolean {
  return sections.some((section) => section.kind !== null && FOREIGN_SECTIONS.has(section.kind));
}

/** Share of the filled cells of a column that have the shape of a field. */
function share(grid: Grid, head: Head, test: (text: string) => boolean): number {
  let filled = 0;
  let good = 0;
  for (const row of grid.rows.slice(0, 40)) {
    if (row.kind !== 'data') continue;
    const text = cellTexts(row, head)[0];
    if (text === undefined || isEmptyMark(text)) continue;
    filled += 1;
    if (test(text)) good += 1;
  }
  return filled === 0 ? 0 : good / filled;
}

const COVERED = /^(?:total )?covered ch(?:ar)?ges?$/i;
const NONCOVERED = /^(?:total )?non[- ]?covered(?: (?:ch(?:ar)?ges?|amount))?$/i;

/** The name over some columns that makes them another payer's, or one payer's of several. */
const OTHER_PAYER = /\((?:primary|secondary|tertiary)\)|\b(?:primary|secondary|tertiary|other|prior) (?:payer|payor|insurance|insurer|carrier|coverage|plan)\b|^medicare(?: (?:part [ab]|primary|paid|payment|amounts?|information))?$|^(?:primary|secondary|tertiary|cob|coordination of benefits|third[- ]party|tpl)$/i;

/** What each column holds: its head by the synonyms, ambiguous heads by what stands below them. */
function columnsOf(grid: Grid): { key: LabelKey; head: Head }[] {
  const all: { key: LabelKey; head: Head }[] = [];
  const heads = grid.heads.flatMap((head): Head[] => {
    const hit = head.hit;
    const parts = hit?.parts ?? hit?.perhaps ?? [];
    const split = parts.map((part, at): Head => ({ ...head, text: part.label, hit: part.hit, part: { of: parts, at } }));
    return hit !== null && (hit.parts !== undefined || hit.perhaps !== undefined && share(grid, head, (text) => fits(hit.key, text)) < 0.5 && split.every((part) => share(grid, part, () => true) > 0)) ? split : [head];
  });
  for (const head of heads) {
    if (head.hit === null) continue;
    let key = head.hit.key;
    const money = (): boolean => share(grid, head, (text) => readMoney(text)?.marked === true) > 0.6;
    const dates = (): boolean => share(grid, head, (text) => fits('dos', text)) > 0.6;
    if (key === 'code' || key === 'dos' && head.hit.weak || key === 'procedure') {
      if (share(grid, head, (text) => fits('procedure', text)) > 0.6) key = 'procedure';
      else if (key === 'dos' && !dates()) key = 'other';
      else if (key === 'code' && share(grid, head, (text) => readCodes(text, 'codes') !== null) > 0.6) key = 'codes';
    }
    // Beside a column of this payer's own, Medicare's is another payer's.
    if ((key === 'paid' || key === 'allowed') && /^medicare\b/i.test(head.text) && heads.some((other) => other !== head && other.hit?.key === key && !/^medicare\b/i.test(other.text))) key = 'other';
    // `Medicare (primary)` over some columns and `Heartland (secondary)` over others: whose page this is nobody says.
    if (OTHER_PAYER.test(head.group) && (key === 'paid' || key === 'allowed' || key === 'charge' || key === 'patResp' || key === 'finalized' || key === 'status' || key === 'payNumber' || key === 'payDate')) key = 'other';
    if (key === 'carc' && money()) key = 'adjAmount';
    if (key === 'adjAmount' && head.hit.weak && !money()) key = 'other';
    if (key === 'units' && money() && share(grid, head, (text) => /^\d{1,3}(?:\.\d{1,3})?$/.test(text)) < 0.6) key = 'other';
    if (key === 'lineNo' && head.hit.weak && share(grid, head, (text) => /^0*\d{1,3}$/.test(text)) < 0.6) key = 'other';
    if (key === 'payNumber' && money()) key = 'checkAmount';
    // `Result`, `Decision`: of an appeal where the page speaks of one, else of the claim.
    if (key === 'appealOutcome' && !/appeal|dispute|reconsider|redeterm|grievance/i.test(head.text) && !heads.some((other) => other.hit?.key.startsWith('appeal') === true && other !== head) && share(grid, head, (text) => readStatusWord(text) !== null) > 0.6) key = 'status';
    if (key === 'finalization') key = dates() ? 'finalized' : 'status';
    if (key === 'other' && head.part === undefined && /^dates?$/i.test(head.text.trim()) && dates()) key = 'dos';
    if (key === 'category' && share(grid, head, (text) => /^[A-Z]{1,2}\d/.test(text)) < 0.5) key = 'status';
    if (key === 'paid' && !money() && share(grid, head, (text) => readMoney(text) !== null) < 0.5 && dates()) key = 'finalized';
    if (key === 'other' && COVERED.test(head.text) && !heads.some((other) => other.hit?.key === 'charge') && grid.heads.some((other) => NONCOVERED.test(other.text) && share(grid, other, (text) => readMoney(text)?.cents === 0) === 1)) key = 'charge';
    all.push({ key, head });
  }
  if (!all.some((column) => column.key === 'procedure' || column.key === 'procedureModifier' || column.key === 'revProcedure') && all.some((column) => column.key === 'charge' || column.key === 'paid')) {
    // `Description of Service` over nothing but procedure codes is the procedure's column.
    const coded = grid.heads.filter((head) => /serv|proc|code|descr|item|hcpcs|cpt/i.test(head.text) && share(grid, head, (text) => fits('procedure', text)) > 0.8);
    const only = coded[0];
    if (coded.length === 1 && only !== undefined) {
      const known = all.findIndex((column) => column.head === only);
      if (known >= 0) all.splice(known, 1);
      all.push({ key: 'procedure', head: only });
    }
  }
  const amounts = all.some((column) => column.key === 'adjAmount') ? null : amountBySums(grid, all);
  if (amounts !== null) all.push({ key: 'adjAmount', head: amounts });
  return all;
}

/** An unnamed column of money beside codes is what the codes took, if in every row it is the charge less the payment. */
function amountBySums(grid: Grid, all: readonly { key: LabelKey; head: Head }[]): Head | null {
  const head = (key: LabelKey): Head | undefined => all.find((column) => column.key === key)?.head;
  const charge = head('charge');
  const paid = head('paid');
  if (charge === undefined || paid === undefined || !all.some((column) => column.key === 'carc' || column.key === 'codes' || column.key === 'group')) return null;
  const cents = (row: GridRow, column: Head): number | null => readMoney(cellTexts(row, column)[0] ?? '')?.cents ?? null;
  const fitting = grid.heads.filter((column) => column.hit === null && column.text !== '').filter((column) => {
    let told = 0;
    for (const row of grid.rows) {
      if (row.kind !== 'data') continue;
      const texts = cellTexts(row, column);
      const parts = (texts.length > 1 ? texts.slice(1) : texts).filter((text) => !isEmptyMark(text));
      if (parts.length === 0) continue;
      const amounts = parts.map((part) => readMoney(part));
      const whole = cents(row, charge);
      const given = cents(row, paid);
      if (whole === null || given === null || amounts.some((money) => money === null)) return false;
      if (amounts.reduce((sum, money) => sum + Math.abs(money?.cents ?? 0), 0) !== whole - given) return false;
      told += 1;
    }
    return told > 0;
  });
  return fitting.length === 1 ? fitting[0] ?? null : null;
}

/** Which kind of grid this is. Columns decide, then the heading over it. */
export function knowGrid(grid: Grid): KnownGrid {
  const all = columnsOf(grid);
  const columns = new Map<LabelKey, Head>();
  for (const { key, head } of all) if (!columns.has(key) || columns.get(key)?.hit?.weak === true && head.hit?.weak === false) columns.set(key, head);
  const has = (key: LabelKey): boolean => columns.has(key);
  const any = (...keys: LabelKey[]): boolean => keys.some(has);
  return { ...grid, kind: kindOf(), columns, all };

  function kindOf(): GridKind {
    const sections = grid.sections;
    const described = grid.heads.some((head) => /descri|meaning|explanation|definition|message/i.test(head.text));
    const money = any('charge', 'paid', 'allowed', 'adjAmount', 'patResp');
    if (hasSection(sections, 'plb') && any('adjAmount', 'paid', 'carc', 'codes', 'code', 'checkAmount')) return 'plb';
    // What a search found stands under the heading of the search; what it asked for is in fields.
    if (isForeign(sections.filter((section) => section.kind !== 'search'))) return 'foreign';
    const appealColumns = ['appealNumber', 'appealLevel', 'appealStatus', 'appealOutcome', 'appealDecided', 'appealReceived'].filter((key) => has(key as LabelKey)).length;
    const strongAppeal = all.some(({ key, head }) => key.startsWith('appeal') && /appeal|dispute|reconsider|redeterm|grievance/i.test(head.text)) || hasSection(sections, 'appeal');
    if (appealColumns >= 2 && strongAppeal && !any('procedure')) return 'appeals';
    const claimNumber = has('ccn');
    if (any('procedure', 'procedureModifier', 'revProcedure') && (money || any('units', 'carc', 'codes', 'rarc', 'dos', 'dosFrom', 'status', 'payerCode', 'modifier'))) return claimNumber ? 'claim-lines' : 'lines';
    if (claimNumber && any('patientName', 'memberId', 'charge', 'paid', 'status', 'dos', 'dosFrom', 'finalized', 'received', 'statusCode', 'category', 'pcn', 'patientLast')) {
      // Who wrote what, who did what: a list of messages or of what users did, not of claims.
      const subject = grid.heads.some((head) => /^(?:subject|message|from user|sent by|sender|user(?: ?name| ?id)?|performed by|viewed by|event|activity|action taken)$/i.test(head.text.trim())) && !any('charge', 'paid', 'dosFrom') && (!has('dos') || /^date(?: and time)?$/i.test(columns.get('dos')?.text.trim() ?? ''));
      // Which files were sent for which claims says how the files fared.
      const files = grid.heads.some((head) => /^(?:attachment|document|file)s?(?: ?(?:name|type|control number|id|number))?$|^uploaded\b/i.test(head.text.trim())) && !any('charge', 'paid', 'dos', 'dosFrom');
      if (files) return 'foreign';
      const payments = any('payNumber') && has('checkAmount') && !any('patientName', 'status', 'charge');
      return subject ? 'foreign' : payments ? (grid.rows.length > 1 ? 'foreign' : 'other') : 'claims';
    }
    if (any('lineNo', 'revenue') && money && any('charge', 'paid') && !any('patientName')) return 'lines';
    if (any('carc', 'codes', 'code', 'rarc', 'group') && (any('adjAmount', 'group') || has('lineNo') && any('carc', 'codes', 'rarc', 'payerCode'))) return 'adjustments';
    if (has('lineNo') && has('payerCode') && !money) return 'adjustments';
    // A list of rejections carries each claim's codes in its row; a table of codes names no patient.
    if (!claimNumber && any('pcn', 'patientName', 'patientLast') && has('charge') && any('category', 'statusCode')) return 'claims';
    if (any('category') && any('statusCode', 'entity') || has('statusCode') && has('entity')) return 'status-codes';
    if (described && any('code', 'carc', 'rarc', 'codes', 'payerCode', 'procedure') && !money) return 'legend';
    if (any('payNumber', 'payDate') && any('payNumber') && !any('patientName', 'status', 'charge')) return 'payments';
    if (!claimNumber && any('pcn', 'patientName', 'patientLast') && has('charge') && any('status', 'statusCode', 'category')) return 'claims';
    return 'other';
  }
}

/** Data rows, newest adjudication only: older ones under their own separator are history. */
export function currentRows(grid: Grid, dateOf: (text: string) => string | null): GridRow[] {
  const rows = grid.rows.filter((row) => row.kind === 'data');
  const groups = [...new Set(rows.map((row) => row.group))];
  if (groups.length < 2) return rows;
  const dated = groups.map((group) => ({ group, date: group === null ? null : dateOf(group) }));
  if (dated.every((entry) => entry.date === null)) return rows;
  const newest = dated.reduce((best, entry) => ((entry.date ?? '') > (best.date ?? '') ? entry : best));
  return rows.filter((row) => row.group === newest.group);
}
