import { normalizeCarc } from '../codes/membership.ts';
import type { DenialInput, DenialLine } from './denial-input.ts';
import type { Reason } from './reasons.ts';

/** A line the payer refused: wholly, or only in part (something was paid on it). */
export type DeniedLine = { line: number; cents: number | null; part: boolean };

/** What was refused. `basis` tells whether the adjustments or, where no amounts stand beside the codes, the charges gave it. */
export type DeniedAmount = { lines: DeniedLine[]; cents: number | null; basis: 'adjustments' | 'charges' | null };

/** Where nothing was refused. */
export const nothingRefused: DeniedAmount = { lines: [], cents: 0, basis: null };

const sum = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((total, cents) => (total === null || cents === null ? null : total + cents), 0);

/** Cents refused: adjustments that are neither contractual cuts nor the patient's part nor bookkeeping. */
export function deniedAmount(input: DenialInput, reasons: readonly Reason[]): DeniedAmount {
  const refused = reasons.filter((reason) => reason.decision.kind === 'denial');
  const lines = (input.lines ?? []).flatMap((line) => refusedLine(line, reasons));
  const claimLevel = refused.filter((reason) => reason.lines.length === 0);
  const fromAdjustments = sum([...lines.map((line) => line.cents), ...claimLevel.map((reason) => reason.cents)]);
  if (refused.length > 0 && fromAdjustments !== null) return { lines, cents: fromAdjustments, basis: 'adjustments' };
  // Denied, but every code gives the money to the patient: nothing of it is the payer's refusal of the provider's money.
  if (refused.length === 0 && lines.every((line) => line.cents === null) && reasons.some((reason) => reason.decision.kind === 'patient-share')) return nothingRefused;
  const open = openCharge(input);
  const saysDenied = refused.length > 0 || lines.length > 0 || input.status === 'denied' || input.status === 'rejected';
  return saysDenied && open !== null ? { lines, cents: open, basis: 'charges' } : { lines, cents: saysDenied ? fromAdjustments || null : 0, basis: null };
}

function refusedLine(line: DenialLine, reasons: readonly Reason[]): DeniedLine[] {
  // A negative charge belongs to a correction; it is no money refused.
  const charge = line.charge === undefined || line.charge === null || line.charge < 0 ? null : line.charge;
  const own = reasons.filter((reason) => reason.decision.kind === 'denial' && reason.lines.includes(line.line));
  const part = (line.paid ?? 0) > 0;
  if (own.length === 0) return line.status === 'denied' ? [{ line: line.line, cents: charge, part: false }] : [];
  const keys = new Set(own.map((reason) => `${reason.groupCode ?? ''}-${reason.carc}`));
  const amounts = (line.adjustments ?? []).filter((a) => keys.has(`${a.groupCode ?? ''}-${normalizeCarc(a.carc) ?? a.carc.trim().toUpperCase()}`) && (a.cents ?? 0) >= 0).map((a) => a.cents);
  const shown = sum(amounts);
  return [{ line: line.line, cents: shown ?? (part ? null : charge), part }];
}

/** The charge of a claim on which nothing was paid; null when that is not known. */
function openCharge(input: DenialInput): number | null {
  if (input.charge === null || input.charge === undefined || input.charge < 0) return null;
  if (input.paid === null || input.paid === undefined) return input.status === 'denied' || input.status === 'rejected' ? input.charge : null;
  return input.paid === 0 ? input.charge : null;
}

/** Cents the payer gives to the patient, cost share and refusals alike; null when any of it is not shown. */
export function patientCents(reasons: readonly Reason[]): number | null {
  return sum(reasons.filter((reason) => reason.decision.kind === 'patient-share').map((reason) => reason.cents));
}
