import type { DenialCategory } from '../codes/vocabulary.ts';

/** Where in the practice's day the cause of a denial lies. */
export const ORIGIN_STEPS = ['scheduling', 'front-desk', 'clinical', 'coding', 'charge-entry', 'billing', 'payer-contract', 'undecided'] as const;
export type OriginStep = (typeof ORIGIN_STEPS)[number];

/** What to do next. The words of `NEXT_ACTIONS`, plus `none` where nothing is open. */
export const ADVISED_PATHS = [
  'correct-and-resubmit', 'appeal', 'send-records', 'bill-other-payer', 'bill-patient', 'call-payer', 'write-off', 'wait-for-payer', 'none',
] as const;
export type AdvisedPath = (typeof ADVISED_PATHS)[number];

export const AVOIDABLE = ['yes', 'no', 'undecided'] as const;
export type Avoidable = (typeof AVOIDABLE)[number];

/** `possible`: a right of appeal normally exists, but another path answers this denial better. */
export const APPEALABLE = ['yes', 'possible', 'no'] as const;
export type Appealable = (typeof APPEALABLE)[number];

/** What kind of payer answer it is. Only `denial` and `partial-denial` are decisions against payment. */
export const NATURES = [
  'denial', 'partial-denial', 'rejection', 'information-request', 'pending', 'patient-share', 'not-denied', 'reversal', 'forwarded', 'not-found', 'unknown',
] as const;
export type Nature = (typeof NATURES)[number];

/** What an adjusted amount is: money refused, an agreed cut, the patient's part, or money not decided yet. */
export const ADJUSTMENT_KINDS = ['denial', 'reduction', 'patient-share', 'pending'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/** How a correction reaches the payer. */
export const CORRECTION_ROUTES = ['new-claim', 'replacement-claim', 'reopening'] as const;
export type CorrectionRoute = (typeof CORRECTION_ROUTES)[number];

/**
 * The order in which a payer's system usually asks its questions: who is it, are they covered, are we first, is it in
 * time, seen before, who billed, was it allowed, is the claim sound, then the medical questions. A claim stopped at
 * an early gate never reached the later ones, so at equal money the earlier gate leads.
 */
export const GATES: readonly DenialCategory[] = [
  'patient-data', 'eligibility', 'coordination-of-benefits', 'timely-filing', 'duplicate', 'provider-enrollment', 'network', 'prior-authorization',
  'claim-data', 'coding', 'bundling', 'documentation', 'medical-necessity', 'non-covered', 'contractual', 'patient-responsibility', 'payment-adjustment', 'other',
];

/** The step a category usually starts at; single situations say otherwise. */
export const usualOrigin: Readonly<Record<DenialCategory, OriginStep>> = {
  eligibility: 'front-desk', 'patient-data': 'front-desk', 'coordination-of-benefits': 'front-desk', 'prior-authorization': 'scheduling',
  'claim-data': 'billing', coding: 'coding', bundling: 'coding', documentation: 'clinical', 'medical-necessity': 'clinical', 'timely-filing': 'billing',
  duplicate: 'billing', 'provider-enrollment': 'payer-contract', network: 'scheduling', 'non-covered': 'front-desk', contractual: 'payer-contract',
  'patient-responsibility': 'front-desk', 'payment-adjustment': 'payer-contract', other: 'undecided',
};
