import type { DenialCategory } from '../codes/vocabulary.ts';

/**
 * Minutes of work a case of a category usually takes until its next step is done. Our own estimates to begin with, told
 * as such; a lead sets the practice's own (`queueWeights`).
 */
export const USUAL_MINUTES: Readonly<Record<DenialCategory, number>> = {
  eligibility: 15, 'patient-data': 10, 'coordination-of-benefits': 20, 'prior-authorization': 30, 'claim-data': 10, coding: 20, bundling: 20, documentation: 30,
  'medical-necessity': 45, 'timely-filing': 25, duplicate: 10, 'provider-enrollment': 30, network: 25, 'non-covered': 20, contractual: 25, 'patient-responsibility': 10,
  'payment-adjustment': 25, other: 20,
};

/** Minutes for a category that is none of ours. */
export const MINUTES_ELSEWHERE = 20;
