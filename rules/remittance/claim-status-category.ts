import type { ClaimStatus } from '../reading/reading.ts';
import { statusFromAmounts } from '../reading/status-from-amounts.ts';

/** Categories that only say "decided": the amounts tell what. */
const DECIDED = new Set(['F0', 'F3', 'F3N', 'F4']);

const BY_CATEGORY: ReadonlyMap<string, ClaimStatus> = new Map([
  ['A0', 'forwarded'], ['A1', 'acknowledged'], ['A2', 'acknowledged'], ['A3', 'rejected'], ['A4', 'not-found'], ['A5', 'acknowledged'],
  ['A6', 'rejected'], ['A7', 'rejected'], ['A8', 'rejected'], ['D0', 'not-found'],
  ['DR01', 'acknowledged'], ['DR02', 'acknowledged'], ['DR03', 'rejected'], ['DR04', 'not-found'], ['DR05', 'rejected'], ['DR06', 'rejected'],
  ['DR07', 'rejected'], ['DR08', 'acknowledged'],
  ['F1', 'paid'], ['F2', 'denied'], ['F3F', 'forwarded'], ['F5', 'denied'],
  ['P0', 'pending'], ['P1', 'pending'], ['P2', 'pending'], ['P3', 'information-requested'], ['P4', 'pending'], ['P5', 'pending'],
]);

/**
 * What a claim status category (STC01-1 and its kin) says of a claim, in the statuses of a reading.
 * `F0`, `F3` and `F4` are resolved by the amounts. Null for errors of the inquiry (E) and unknown codes.
 */
export function statusOfCategory(category: string, charge: number | null, paid: number | null): { status: ClaimStatus; derived: boolean } | null {
  if (DECIDED.has(category)) return { status: statusFromAmounts({ charge, paid, adjustments: [], lines: [] }), derived: true };
  const known = BY_CATEGORY.get(category);
  if (known !== undefined) return { status: known, derived: false };
  return /^R(\d{1,2}|Q)$/.test(category) ? { status: 'information-requested', derived: false } : null;
}
