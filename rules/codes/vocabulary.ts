/** The closed word lists of the code tables. Meanings are our own words; the code numbers are X12's. */

/** Reason groups: the same in every report, from the code tables to the case. */
export const DENIAL_CATEGORIES = [
  'eligibility', 'patient-data', 'coordination-of-benefits', 'prior-authorization', 'claim-data', 'coding', 'bundling', 'documentation',
  'medical-necessity', 'timely-filing', 'duplicate', 'provider-enrollment', 'network', 'non-covered', 'contractual', 'patient-responsibility',
  'payment-adjustment', 'other',
] as const;
export type DenialCategory = (typeof DENIAL_CATEGORIES)[number];

/** What is usually done about a reason code when nothing else is known. */
export const TYPICAL_ACTIONS = ['none', 'review', 'correct-and-resubmit', 'appeal', 'submit-records', 'bill-other-payer', 'bill-patient', 'write-off'] as const;
export type TypicalAction = (typeof TYPICAL_ACTIONS)[number];

/** What a 277 category says of the claim. */
export const STATUS_OUTCOMES = [
  'accepted', 'pending', 'finalized-paid', 'finalized-denied', 'finalized-outcome-by-amounts', 'rejected', 'not-found', 'request-for-information', 'error',
] as const;
export type StatusOutcome = (typeof STATUS_OUTCOMES)[number];

/** What a 277 status code is about. It never proves payment or denial: the category does. */
export const STATUS_TOPICS = [
  'ack', 'authorization', 'bundling', 'cob', 'coding', 'denied', 'duplicate', 'eligibility', 'enrollment', 'finalized', 'info', 'necessity', 'paid',
  'pending', 'records', 'reject', 'system', 'timely',
] as const;
export type StatusTopic = (typeof STATUS_TOPICS)[number];
