/** Closed word lists of the domain: const tuples, with the type derived from each. */

export const LINES_OF_BUSINESS = ['medicare-ffs', 'medicare-advantage', 'medicaid', 'commercial', 'erisa', 'tricare', 'va', 'workers-comp'] as const;
export type LineOfBusiness = (typeof LINES_OF_BUSINESS)[number];

/** Where the work on a case stands; apart from what the payer says of the claim. */
/** `not-workable`: nothing can be done now; it comes back for a second look. */
export const CASE_STATES = ['identified', 'working', 'correction-sent', 'records-sent', 'appeal-sent', 'waiting-on-payer', 'not-workable', 'resolved'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const RESOLUTIONS = ['paid', 'overturned', 'corrected-paid', 'written-off', 'patient-billed', 'closed'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export const ROLES = ['biller', 'lead', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Owner of the cases that wait for somebody to take them. No user has this id. */
export const POOL = 'pool';

export const CHANNELS = ['phone', 'ivr', 'portal-message', 'chat', 'fax', 'letter', 'email', 'peer-to-peer'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What came of a contact with a payer. */
export const CONTACT_OUTCOMES = [
  'patient-not-on-file', 'claim-not-on-file', 'in-process', 'in-process-overdue', 'set-to-pay', 'paid', 'patient-share', 'rejected', 'denied',
  'cob-update-needed', 'records-requested', 'sent-for-reprocessing', 'appeal-received', 'appeal-in-review', 'appeal-upheld', 'appeal-overturned',
  'appeal-partly-overturned', 'closed-by-payer', 'transferred', 'refused', 'disconnected', 'office-closed',
] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** Why a contact or a submission has no reference number. */
export const NO_REFERENCE_REASONS = ['not-offered', 'refused', 'cut-off', 'automated-line', 'none-issued'] as const;
export type NoReferenceReason = (typeof NO_REFERENCE_REASONS)[number];

/** The routes a payer gives; the words of the deadline rules. */
export const DEADLINE_ACTIONS = [
  'timely-filing', 'corrected-claim', 'reopening', 'reconsideration', 'appeal-level-1', 'appeal-level-2', 'appeal-level-3', 'appeal-level-4', 'appeal-level-5',
  'peer-to-peer', 'external-review',
] as const;
export type DeadlineAction = (typeof DEADLINE_ACTIONS)[number];

/** Letters that start a clock of their own, beside the routes the rules speak of. */
export const LETTER_KINDS = ['records-request', 'recoupment-demand', 'refund-request', 'overpayment-found'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
/** Everything that can run out on a claim. `next-payer`: filing with the payer after this one. */
export type ClockKind = DeadlineAction | LetterKind | 'next-payer';

/** What the work waits for; shown as the next action of a case. `ask-practice`: front desk, clinician or coder have to say something first. */
export const NEXT_ACTIONS = ['review', 'call-payer', 'correct-and-resubmit', 'send-records', 'appeal', 'bill-other-payer', 'bill-patient', 'write-off', 'ask-practice', 'check-status', 'wait-for-payer'] as const;
export type NextAction = (typeof NEXT_ACTIONS)[number];

/** Why covered identifiers of a case are shown while it is worked. */
export const CASE_REVEAL_REASONS = ['working-claim', 'on-call', 'patient-question', 'record-request', 'audit'] as const;
export type CaseRevealReason = (typeof CASE_REVEAL_REASONS)[number];
/** Why somebody has covered identifiers of an exhibit shown. */
export const REVEAL_REASONS = ['appeal-exhibit', 'payer-request', 'legal-request', 'audit', 'checking', 'other'] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];
