import type { Resolution } from './vocabulary.ts';

/** Why a case ended as it did: a closed list per outcome, so that ends can be counted. A person's own words stand beside it. */
export const END_REASONS = {
  paid: ['paid-as-billed', 'paid-after-call', 'paid-after-records', 'paid-late'],
  overturned: ['appeal-won', 'appeal-partly-won', 'peer-talk-won', 'payer-corrected-itself'],
  'corrected-paid': ['replacement-paid', 'resubmission-paid', 'reopening-paid'],
  'written-off': ['window-passed', 'appeal-lost', 'too-small', 'no-authorization', 'no-records', 'contract', 'not-worth-more-work'],
  'patient-billed': ['patient-share', 'not-covered-and-told', 'coverage-ended'],
  closed: ['duplicate-of-another', 'other-payer-billed', 'no-denial', 'merged', 'other'],
} as const satisfies Record<Resolution, readonly string[]>;
export type EndReason = (typeof END_REASONS)[Resolution][number];
export const ALL_END_REASONS = [...new Set(Object.values(END_REASONS).flat())] as [EndReason, ...EndReason[]];

/** Whether the payer paid in the end: what counts as recovered when the chance of a like case is worked out. */
export const RECOVERED: Readonly<Record<Resolution, boolean>> = { paid: true, overturned: true, 'corrected-paid': true, 'written-off': false, 'patient-billed': false, closed: false };
