import type { Adjustment, ClaimStatus } from './reading.ts';

export type Amounts = {
  /** Cents; null where not shown. */
  charge: number | null;
  paid: number | null;
  /** Of the claim itself, not of its lines. */
  adjustments: readonly Adjustment[];
  lines: readonly { charge: number | null; paid: number | null; adjustments: readonly Adjustment[]; status?: ClaimStatus | null }[];
};

/**
 * What became of a decided claim, worked out from its amounts, for words that only say "decided"
 * (Finalized, Processed, F0, F3, F4) and for the claims of a remittance:
 * nothing paid and an adjustment that is neither the patient's nor contractual is `denied`; so is nothing paid
 * of a charge without any code; something paid beside such an adjustment or beside a denied line is
 * `partially-denied`; everything else with a paid amount is `paid`, also when all of it is the patient's
 * or contractual; without a paid amount only `finalized` can be said.
 */
export function statusFromAmounts(amounts: Amounts): ClaimStatus {
  const { charge, paid } = amounts;
  if (paid === null) return 'finalized';
  const refused = amounts.adjustments.some(isRefusal) || amounts.lines.some((line) => line.adjustments.some(isRefusal));
  if (paid === 0) {
    if (refused) return 'denied';
    const coded = amounts.adjustments.length > 0 || amounts.lines.some((line) => line.adjustments.length > 0);
    return !coded && charge !== null && charge > 0 ? 'denied' : 'paid';
  }
  if (paid > 0 && (refused || amounts.lines.some((line) => isDeniedLine(line, amounts.adjustments.length === 0)))) return 'partially-denied';
  return 'paid';
}

/** An adjustment the provider may dispute: not the patient's share, not the contract (45) and not sequestration (253). */
export function isRefusal(adjustment: Adjustment): boolean {
  if (adjustment.groupCode === 'PR') return false;
  return !(adjustment.groupCode === 'CO' && (adjustment.carc === '45' || adjustment.carc === '253'));
}

function isDeniedLine(line: Amounts['lines'][number], claimHasNoCodes: boolean): boolean {
  if (line.status === 'denied') return true;
  // A line without codes in a claim adjusted as a whole may be covered by the claim's own codes.
  return line.paid === 0 && line.charge !== null && line.charge > 0 && line.adjustments.length === 0 && claimHasNoCodes;
}
