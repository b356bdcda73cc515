import type { CaseAdjustment, ClaimFacts } from '../domain/denial-case.ts';
import { blankFacts } from '../work/blank-facts.ts';
import { plainNumber } from '../work/same-claim.ts';
import { visibleText } from '../work/visible-text.ts';
import { listedDate } from './date-order.ts';
import { listedCents } from './listed-money.ts';
import { plainHeader } from './worklist-columns.ts';
import type { WorklistField, WorklistMapping } from './worklist-columns.ts';

export const ROW_PROBLEMS = ['no-such-day', 'not-an-amount', 'unknown-status', 'unknown-reason', 'no-claim', 'no-payer', 'backwards', 'in-the-future'] as const;
/** Why a row cannot be taken as it is, and in which column (null: the row as a whole). */
export type RowProblem = { code: (typeof ROW_PROBLEMS)[number]; column: number | null };

export type ReadRow = { facts: ClaimFacts; payerName: string | null; note: string | null; problems: RowProblem[] };

/** Words for what a payer did, as trackers write them. The first that fits counts. */
const STATUSES: readonly [RegExp, NonNullable<ClaimFacts['status']>][] = [
  [/part(?:ial(?:ly)?|ly)?[ -]*(?:paid|den|pay)/u, 'partially-denied'], [/den(?:ied|ial|y)|not covered|non[ -]?cov/u, 'denied'], [/reject/u, 'rejected'], [/revers|recoup|take ?back/u, 'reversed'], [/paid|payment|closed - pd/u, 'paid'],
  [/request|records|info|documentation/u, 'information-requested'], [/pend|process|review|open|in progress|submitted|suspend/u, 'pending'], [/not (?:on file|found)|nof|no claim/u, 'not-found'], [/accept|acknowledg|received/u, 'acknowledged'],
];

/** What did not happen, or not yet: `unpaid`, `not paid`, `no payment received`. Taken out before anything is read, so that it is not read as its opposite. */
const NEGATED = /\b(?:un|under|pre|non)[ -]?pa(?:id|y\w*)\b|\b(?:not|no|never|non|zero|0|nothing|without|await\w*)[ -]+(?:(?:yet|been|any|a)[ -]+)*(?:paid|pay\w*|den(?:ied|ials?|y)|reject\w*|receiv\w*|accept\w*|acknowledg\w*)(?: receiv\w*)?/gu;
/** Money that is still to come. */
const NOT_YET = /pend|in process|processing|in progress|await|review|schedul/u;

/** What a cell says the payer did; null where it says nothing clear, which a person then decides. */
function statusOf(cell: string): ClaimFacts['status'] {
  const text = cell.toLowerCase().replaceAll(NEGATED, ' ');
  const status = STATUSES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return status === 'paid' && NOT_YET.test(text) ? null : status;
}

const blank = (text: string): boolean => /^(?:n\/?a|none|null|nil|-+|—|\?|tbd|#n\/a)?$/iu.test(text.trim());

/**
 * What one row says. A blank cell (also `N/A`, `-`) says nothing; a cell that cannot be read is a problem and is left out,
 * never guessed. A row needs a payer and something to know the claim again by: a number, or a patient and a day of service.
 * A first day of service, a denial or a letter after `today` (`YYYY-MM-DD`) is a slip of the hand, and a deadline would be counted from it.
 */
export function readRow(cells: readonly string[], mapping: WorklistMapping, today: string): ReadRow {
  const facts = blankFacts();
  const problems: RowProblem[] = [];
  const notes: string[] = [];
  let payerName: string | null = null;
  facts.status = mapping.statusForAll;
  mapping.fields.forEach((field, column) => {
    const text = visibleText(cells[column] ?? '', 2000).trim();
    if (field === null || blank(text)) return;
    const problem = (code: RowProblem['code']): number => problems.push({ code, column });
    switch (field) {
      case 'payer': payerName = text.slice(0, 200); facts.payerName = text.slice(0, 300); return;
      case 'note': notes.push(text); return;
      case 'serviceFrom': case 'serviceTo': case 'remittanceOn': case 'noticeReceivedOn': {
        const day = listedDate(text, mapping.dateOrder);
        if (day === null) problem('no-such-day');
        // A span may end ahead of its bill, as supplies for a month do.
        else if (day > today && field !== 'serviceTo') problem('in-the-future');
        else facts[field] = day;
        return;
      }
      case 'charge': case 'paid': {
        const cents = listedCents(text);
        if (cents === null) problem('not-an-amount');
        else facts[field] = cents;
        return;
      }
      case 'status': {
        const status = statusOf(text);
        if (status === null) problem('unknown-status');
        else facts.status = status;
        return;
      }
      case 'reason': {
        const reasons = reasonsOf(text);
        if (reasons === null) problem('unknown-reason');
        else facts.adjustments = reasons;
        return;
      }
      case 'remark': facts.rarcs = text.toUpperCase().split(/[^A-Z0-9]+/u).filter((code) => /^(?:M|MA|N)\d{1,4}$/u.test(code)).slice(0, 40); return;
      case 'procedure': facts.lines = proceduresOf(text); return;
      default: facts[field] = text.slice(0, 300);
    }
  });
  if (facts.serviceTo === null && facts.serviceFrom !== null) facts.serviceTo = facts.serviceFrom;
  if (facts.serviceFrom !== null && facts.serviceTo !== null && facts.serviceTo < facts.serviceFrom) problems.push({ code: 'backwards', column: columnOf('serviceTo', mapping) });
  if (plainNumber(facts.claimControlNumber) === null && plainNumber(facts.patientControlNumber) === null && (facts.patientName === null || facts.serviceFrom === null)) problems.push({ code: 'no-claim', column: null });
  if (payerName === null && mapping.payerKey === null) problems.push({ code: 'no-payer', column: columnOf('payer', mapping) });
  return { facts, payerName, note: notes.length === 0 ? null : notes.join('\n').slice(0, 2000), problems };
}

function columnOf(field: WorklistField, mapping: WorklistMapping): number | null {
  const at = mapping.fields.indexOf(field);
  return at < 0 ? null : at;
}

/** `CO-197`, `CO 197, OA23`, `197`, `CO197 $45.00`: group and number of each; null where a cell has no number that could be one. */
function reasonsOf(text: string): CaseAdjustment[] | null {
  const found = [...text.toUpperCase().matchAll(/(?<![A-Z0-9.$])(?:(CO|PR|OA|PI|CR)[ :-]*)?([ABDPW]?\d{1,3})(?![A-Z0-9.])/gu)].map(([, group, carc]): CaseAdjustment => ({ groupCode: (group ?? null) as CaseAdjustment['groupCode'], carc: carc ?? '', cents: null }));
  return found.length === 0 ? null : found.slice(0, 60);
}

function proceduresOf(text: string): ClaimFacts['lines'] {
  return text.toUpperCase().split(/[,;/\s]+/u).filter((code) => /^[A-Z0-9]{5}(?:-[A-Z0-9]{2})*$/u.test(code)).slice(0, 50).map((code, index) => {
    const [procedure = '', ...modifiers] = code.split('-');
    return { line: index + 1, procedure, modifiers: modifiers.slice(0, 8), units: null, charge: null, allowed: null, paid: null, status: null, serviceFrom: null, serviceTo: null, adjustments: [], rarcs: [], payerCodes: [] };
  });
}

/** Claim numbers that stand in more than one row: lines of one claim, or one claim listed twice. They become one case. */
export function repeatedClaims(rows: readonly ReadRow[]): string[] {
  const seen = new Map<string, number>();
  for (const { facts: { claimControlNumber } } of rows) {
    const number = plainNumber(claimControlNumber);
    if (number !== null) seen.set(number, (seen.get(number) ?? 0) + 1);
  }
  return [...seen].filter(([, times]) => times > 1).map(([number]) => number);
}

const isDay = (cell: string): boolean => listedDate(cell, 'month-first') !== null || listedDate(cell, 'day-first') !== null;

/**
 * Where the headers stand: the first row whose cells are mostly words that mean something here, within the first ten; -1 where
 * no row is one, so that a list without headings loses none of its claims. A row with a day in it is a claim.
 */
export function headerRowOf(rows: readonly (readonly string[])[], propose: (headers: readonly string[]) => readonly (WorklistField | null)[]): number {
  let best = { at: -1, known: 0 };
  rows.slice(0, 10).forEach((row, at) => {
    if (row.some(isDay)) return;
    const known = propose(row).filter((field) => field !== null).length;
    if (known > best.known && row.filter((cell) => plainHeader(cell) !== '').length >= 2) best = { at, known };
  });
  return best.at;
}
