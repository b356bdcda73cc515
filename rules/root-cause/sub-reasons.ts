import type { DenialCategory } from '../codes/vocabulary.ts';
import type { Avoidable, OriginStep } from '../denials/vocabulary.ts';

/** What went wrong first, in the practice's own terms. `id` is kept with the case and never changes; words may. */
export type SubReason = { id: string; words: string; origin: OriginStep; avoidable: Avoidable };

const of = (id: string, words: string, origin: OriginStep, avoidable: Avoidable = 'yes'): SubReason => ({ id, words, origin, avoidable });

/** Everything the payer did, whatever the practice did: nothing of it can be prevented at a desk. */
const PAYER: readonly SubReason[] = [of('payer-error', "The payer's own mistake", 'payer-contract', 'no')];

/**
 * Sub-reasons by category. The first six lists are the causes practices themselves name most (features.md 3.1 and 3.2:
 * S0-007, S0-011, S0-014, S0-018, S0-020, S0-022); the others follow the same form.
 */
export const SUB_REASONS: Readonly<Record<DenialCategory, readonly SubReason[]>> = {
  eligibility: [
    of('old-card', 'An old card was used', 'front-desk'), of('check-skipped', 'Coverage was not checked', 'front-desk'), of('no-payer-link', "The check did not reach the payer's own data", 'front-desk'),
    of('change-unnoticed', 'Coverage changed and nobody noticed', 'front-desk'), of('ended-after-service', 'The payer ended coverage afterwards', 'payer-contract', 'no'), of('wrong-plan', 'Billed to another plan of this payer', 'billing'), ...PAYER,
  ],
  'patient-data': [
    of('name-differs', 'Name not as the payer has it', 'front-desk'), of('birth-date-differs', 'Birth date not as the payer has it', 'front-desk'), of('member-number-wrong', 'A wrong digit in the member number', 'front-desk'),
    of('relation-wrong', 'Wrong relation to the insured person', 'front-desk'), ...PAYER,
  ],
  'coordination-of-benefits': [
    of('other-payer-unknown', 'Another payer was not asked about', 'front-desk'), of('order-wrong', 'Billed to the payers in the wrong order', 'billing'), of('member-form-open', "The member has not answered the payer's question about other coverage", 'front-desk', 'undecided'),
    of('primary-answer-missing', "The first payer's answer was not sent along", 'billing'), ...PAYER,
  ],
  'prior-authorization': [
    of('need-unclear', 'Nobody knew that approval was needed', 'scheduling'), of('desks-apart', 'Scheduling and billing did not tell one another', 'scheduling'), of('tracked-by-hand', 'Approval was tracked by hand and slipped', 'scheduling'),
    of('changed-late', 'The procedure changed at the last minute', 'clinical'), of('not-asked', 'Approval was not asked for', 'scheduling'), of('used-up', 'Approved dates or units were used up', 'scheduling'),
    of('differs', 'What was approved is not what was billed', 'billing'), of('number-missing', 'The approval number was not on the claim', 'billing'), of('emergency', 'An emergency left no time to ask', 'clinical', 'no'), ...PAYER,
  ],
  coding: [
    of('wrong-procedure', 'Wrong procedure code', 'coding'), of('diagnosis-mismatch', 'Diagnosis does not fit the procedure', 'coding'), of('modifier-missing', 'A modifier is missing', 'coding'), of('modifier-wrong', 'A modifier is wrong', 'coding'),
    of('not-specific', 'Code not specific enough', 'coding'), of('code-retired', 'The code was no longer valid', 'coding'), of('units-wrong', 'Units not as done', 'charge-entry'), ...PAYER,
  ],
  documentation: [
    of('no-notes', 'No notes for the service', 'clinical'), of('no-reason-given', 'The notes give no reason for the service', 'clinical'), of('incomplete', 'The record is incomplete or unsigned', 'clinical'),
    of('terms-differ', 'Notes and claim use different terms', 'clinical'), of('sent-late', 'Records were asked for and not sent in time', 'billing'), ...PAYER,
  ],
  'medical-necessity': [
    of('record-silent', 'The record does not support the service', 'clinical'), of('policy-not-met', "The payer's policy was not met", 'clinical'), of('too-often', 'More often than the policy allows', 'scheduling'), of('wrong-level', 'Another level of care would have done', 'clinical', 'undecided'),
    of('diagnosis-not-listed', 'The diagnosis is not on the policy', 'coding'), ...PAYER,
  ],
  'timely-filing': [
    of('late-notes', 'Notes came late', 'clinical'), of('slow-flow', 'The claim lay too long', 'billing'), of('not-tracked', 'Nobody tracked the limit', 'billing'), of('rejection-unseen', 'An earlier rejection went unseen', 'billing'),
    of('wrong-payer-first', 'Sent to another payer first', 'front-desk'), of('in-time-after-all', 'It was filed in time and there is proof', 'payer-contract', 'no'),
  ],
  duplicate: [
    of('not-tracked', 'Sent again because nobody tracked it', 'billing'), of('resent-by-hand', 'Resent by hand', 'billing'), of('system-fault', 'The system sent it twice', 'billing'), of('correction-as-new', 'A correction went out as a new claim', 'billing'),
    of('separate-service', 'It was another service', 'coding', 'no'), ...PAYER,
  ],
  'non-covered': [
    of('benefit-unchecked', 'The benefit was not checked', 'front-desk'), of('not-told', 'The patient was not told beforehand', 'front-desk'), of('limit-reached', 'The benefit was used up', 'front-desk'), of('excluded', 'The plan excludes it whatever one does', 'payer-contract', 'no'), ...PAYER,
  ],
  'claim-data': [
    of('field-missing', 'A field was missing', 'billing'), of('place-wrong', 'Wrong place of service', 'charge-entry'), of('provider-number-wrong', 'Wrong provider number', 'billing'), of('dates-wrong', 'Wrong dates', 'charge-entry'), ...PAYER,
  ],
  bundling: [
    of('modifier-missing', 'A modifier that tells them apart is missing', 'coding'), of('billed-apart', 'Parts were billed that belong together', 'coding'), of('global-period', 'Within the period of another service', 'coding'), ...PAYER,
  ],
  'provider-enrollment': [of('not-enrolled', 'The provider is not enrolled', 'payer-contract'), of('enrollment-lapsed', 'The enrollment lapsed', 'payer-contract'), of('not-linked', 'Provider and group are not linked', 'payer-contract'), ...PAYER],
  network: [of('network-unchecked', 'The network was not checked', 'scheduling'), of('referral-missing', 'No referral', 'scheduling'), of('contract-open', 'The contract was not in force', 'payer-contract', 'undecided'), ...PAYER],
  contractual: [of('rate-loaded-wrong', 'Paid by a wrong rate', 'payer-contract', 'no'), of('agreed', 'As agreed in the contract', 'payer-contract', 'no'), ...PAYER],
  'patient-responsibility': [of('share-as-due', "The patient's share, as the plan says", 'front-desk', 'no'), of('share-wrong', 'The payer counted the share wrong', 'payer-contract', 'no')],
  'payment-adjustment': [of('earlier-overpayment', 'An earlier payment was too high', 'payer-contract', 'undecided'), of('taken-without-notice', 'Taken back without notice', 'payer-contract', 'no'), ...PAYER],
  other: [of('unclear', 'Not clear', 'undecided', 'undecided'), ...PAYER],
};

/** A sub-reason of a category, or null where the list has none of that id. */
export function subReason(category: string, id: string): SubReason | null {
  return (SUB_REASONS as Readonly<Record<string, readonly SubReason[] | undefined>>)[category]?.find((one) => one.id === id) ?? null;
}
