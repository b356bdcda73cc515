import { blankClaim, blankLine } from '../reading/blank-reading.ts';
import type { Adjustment, ReadingClaim, ReadingLine, Value } from '../reading/reading.ts';
import { statusFromAmounts } from '../reading/status-from-amounts.ts';
import type { FileClaimDetail, FileLineDetail, PartyName } from './edi-events.ts';
import { blankLineDetail, displayName, found, textValue, workedOut } from './edi-values.ts';

/** A claim of an 835 while its segments arrive. */
export type ClaimInProgress = {
  claim: ReadingClaim;
  detail: FileClaimDetail;
  line: ReadingLine | null;
  lineDetail: FileLineDetail | null;
  statementFrom: Value<string>;
  statementTo: Value<string>;
  statusCode: string;
};

export function startClaim(detail: FileClaimDetail, statusCode: string): ClaimInProgress {
  return { claim: blankClaim(), detail, line: null, lineDetail: null, statementFrom: null, statementTo: null, statusCode };
}

export function startLine(at: ClaimInProgress): { line: ReadingLine; lineDetail: FileLineDetail } {
  const line = blankLine(at.claim.lines.length + 1);
  const lineDetail = blankLineDetail();
  at.claim.lines.push(line);
  at.detail.lines.push(lineDetail);
  at.line = line;
  at.lineDetail = lineDetail;
  return { line, lineDetail };
}

/** Fills in what follows from the whole claim: who it is, when, and what became of it. */
export function finishClaim(at: ClaimInProgress): void {
  name(at.claim, at.detail);
  for (const line of at.claim.lines) {
    if (line.serviceTo === null && line.serviceFrom !== null) line.serviceTo = { ...line.serviceFrom, derived: true };
  }
  serviceDates(at);
  at.claim.status = status(at);
}

/** NM1*74 gives what the payer corrected, often only a part: the rest stays as submitted. */
function name(claim: ReadingClaim, detail: FileClaimDetail): void {
  const { patient, insured, corrected } = detail;
  const submitted = patient === null ? '' : displayName(patient);
  const named = corrected === null ? null : correctedName(patient, corrected);
  if (named === null) claim.patientName = textValue(submitted, 'NM1*QC');
  else {
    const display = displayName(named);
    claim.patientName = found(display, display, 'NM1*74');
    if (submitted !== '' && submitted !== display) claim.references.push({ label: 'NM1*QC', value: submitted });
  }
  const submittedId = patient?.id ?? '';
  if (corrected !== null && corrected.id !== '') {
    claim.memberId = found(corrected.id, corrected.id, 'NM1*74-09');
    if (submittedId !== '' && submittedId !== corrected.id) claim.references.push({ label: 'NM1*QC-09', value: submittedId });
  } else claim.memberId = textValue(submittedId, 'NM1*QC-09') ?? textValue(insured?.id ?? '', 'NM1*IL-09');
}

function correctedName(patient: PartyName | null, corrected: PartyName): PartyName | null {
  if (corrected.last === '' && corrected.first === '') return null;
  if (corrected.last !== '' && corrected.first !== '') return corrected;
  const base = patient ?? corrected;
  return {
    ...corrected, last: corrected.last === '' ? base.last : corrected.last, first: corrected.first === '' ? base.first : corrected.first,
    middle: corrected.middle === '' ? base.middle : corrected.middle,
  };
}

/** The statement period, else the earliest and latest day of the lines; a lone start is also the end. */
function serviceDates(at: ClaimInProgress): void {
  const { claim } = at;
  let earliest: Value<string> = null;
  let latest: Value<string> = null;
  for (const line of claim.lines) {
    for (const day of [line.serviceFrom, line.serviceTo]) {
      if (day === null) continue;
      if (earliest === null || day.value < earliest.value) earliest = day;
      if (latest === null || day.value > latest.value) latest = day;
    }
  }
  const from: Value<string> = at.statementFrom ?? (earliest === null ? null : { ...earliest, derived: true });
  claim.serviceFrom = from;
  if (at.statementTo !== null) claim.serviceTo = at.statementTo;
  else if (latest !== null && (from === null || latest.value >= from.value)) claim.serviceTo = { ...latest, derived: true };
  else if (from !== null) claim.serviceTo = { ...from, derived: true };
}

function status(at: ClaimInProgress): ReadingClaim['status'] {
  const code = at.statusCode;
  if (code === '4') return found('denied', code, 'CLP02');
  if (code === '22') return found('reversed', code, 'CLP02');
  if (code === '23') return found('forwarded', code, 'CLP02');
  const { claim } = at;
  return workedOut(statusFromAmounts({
    charge: claim.charge?.value ?? null, paid: claim.paid?.value ?? null, adjustments: claim.adjustments,
    lines: claim.lines.map((line) => ({ charge: line.charge?.value ?? null, paid: line.paid?.value ?? null, adjustments: line.adjustments })),
  }), code, 'CLP02');
}

const sum = (adjustments: readonly Adjustment[]): number => adjustments.reduce((total, adjustment) => total + (adjustment.cents ?? 0), 0);

/** Cents by which charge less adjustments less paid is off: for the claim, and for each line that is off. */
export function imbalances(claim: ReadingClaim): { claim: number; lines: { line: number; cents: number }[] } {
  let adjusted = sum(claim.adjustments);
  const lines: { line: number; cents: number }[] = [];
  for (const line of claim.lines) {
    const ofLine = sum(line.adjustments);
    adjusted += ofLine;
    if (line.charge === null || line.paid === null) continue;
    const off = line.charge.value - ofLine - line.paid.value;
    if (off !== 0) lines.push({ line: line.line, cents: off });
  }
  return { claim: (claim.charge?.value ?? 0) - adjusted - (claim.paid?.value ?? 0), lines };
}
