import { classifyDenial } from '../denials/classify.ts';
import type { ClaimFacts } from '../domain/denial-case.ts';

const REFUSED: ReadonlySet<string> = new Set(['partially-denied', 'denied', 'rejected']);

/**
 * Whether the payer refused money of this claim, so that there is something to work on. "Partly denied" by its amounts
 * alone is not enough: what another payer paid before (OA-23), a negotiated discount or a bookkeeping cut refuses nothing.
 */
export function isRefused(facts: ClaimFacts): boolean {
  if (facts.status === null || !REFUSED.has(facts.status)) return false;
  if (facts.status !== 'partially-denied') return true;
  const { nature } = classifyDenial(facts);
  return nature !== 'not-denied' && nature !== 'patient-share';
}
