import type { LineOfBusiness } from '../domain/vocabulary.ts';
import type { Adjustment, ClaimStatus, PayerCode, ReadingClaim } from '../reading/reading.ts';

/** A service line as far as classifying needs it. Money in integer cents; null or left out = not shown. */
export type DenialLine = {
  line: number;
  charge?: number | null;
  paid?: number | null;
  status?: ClaimStatus | null;
  adjustments?: readonly Adjustment[];
  rarcs?: readonly string[];
  payerCodes?: readonly PayerCode[];
};

/** What is known of a claim's outcome. Every part may be missing; a case's `ClaimFacts` fit as they are. */
export type DenialInput = {
  lineOfBusiness?: LineOfBusiness | null;
  status?: ClaimStatus | null;
  statusCodes?: readonly { category: string; status: string | null; entity: string | null }[];
  charge?: number | null;
  paid?: number | null;
  adjustments?: readonly Adjustment[];
  rarcs?: readonly string[];
  payerCodes?: readonly PayerCode[];
  lines?: readonly DenialLine[];
};

/** The input out of a claim as read from a page or file; the line of business is the caller's to know. */
export function denialInputOf(claim: ReadingClaim, lineOfBusiness: LineOfBusiness | null): DenialInput {
  return {
    lineOfBusiness, status: claim.status?.value ?? null, statusCodes: claim.statusCodes, charge: claim.charge?.value ?? null, paid: claim.paid?.value ?? null,
    adjustments: claim.adjustments, rarcs: claim.rarcs, payerCodes: claim.payerCodes,
    lines: claim.lines.map((line) => ({
      line: line.line, charge: line.charge?.value ?? null, paid: line.paid?.value ?? null, status: line.status?.value ?? null,
      adjustments: line.adjustments, rarcs: line.rarcs, payerCodes: line.payerCodes,
    })),
  };
}
