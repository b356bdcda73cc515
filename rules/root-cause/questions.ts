import type { DenialCategory } from '../codes/vocabulary.ts';

/** A question with two answers. `found`: the answer that ends the search, with the sub-reason it ends in; the other leads to the next question. */
export type CauseQuestion = { id: string; text: string; found: { answer: 'yes' | 'no'; subReason: string } };

const no = (id: string, text: string, subReason: string): CauseQuestion => ({ id, text, found: { answer: 'no', subReason } });
const yes = (id: string, text: string, subReason: string): CauseQuestion => ({ id, text, found: { answer: 'yes', subReason } });

/**
 * Questions by category, in the order in which the work was done: the first that fails is the first error that could have
 * been prevented. After the last one the payer's own mistake is left, and a person may choose any other.
 */
export const QUESTIONS: Readonly<Partial<Record<DenialCategory, readonly CauseQuestion[]>>> = {
  eligibility: [
    no('checked', 'Was coverage checked before the visit?', 'check-skipped'), no('reached', "Did the check show the payer's own answer?", 'no-payer-link'), no('card', 'Was the card on file the current one?', 'old-card'),
    yes('changed', 'Did coverage change between the check and the visit?', 'change-unnoticed'), yes('plan', 'Was it billed to another plan of this payer?', 'wrong-plan'), yes('after', 'Did the payer end coverage only after the visit?', 'ended-after-service'),
  ],
  'patient-data': [no('name', 'Is the name as the payer has it?', 'name-differs'), no('born', 'Is the birth date as the payer has it?', 'birth-date-differs'), no('member', 'Is every digit of the member number right?', 'member-number-wrong'), no('relation', 'Is the relation to the insured person right?', 'relation-wrong')],
  'coordination-of-benefits': [
    no('asked', 'Was the patient asked about other coverage?', 'other-payer-unknown'), yes('member', 'Does the payer wait for an answer of the member?', 'member-form-open'), no('order', 'Was it billed to the payers in the right order?', 'order-wrong'), no('answer', "Did the first payer's answer go along?", 'primary-answer-missing'),
  ],
  'prior-authorization': [
    no('known', 'Did somebody know that approval was needed?', 'need-unclear'), yes('emergency', 'Was it an emergency?', 'emergency'), no('asked', 'Was approval asked for before the service?', 'not-asked'), yes('changed', 'Did the procedure change after the approval?', 'changed-late'),
    yes('used', 'Were the approved dates or units used up?', 'used-up'), no('same', 'Is what was approved what was billed?', 'differs'), no('number', 'Was the approval number on the claim?', 'number-missing'), no('told', 'Did scheduling tell billing of it?', 'desks-apart'),
  ],
  coding: [
    no('procedure', 'Does the procedure code say what was done?', 'wrong-procedure'), yes('retired', 'Was the code no longer valid on that day?', 'code-retired'), no('diagnosis', 'Does the diagnosis fit the procedure?', 'diagnosis-mismatch'), no('specific', 'Is the diagnosis as specific as the notes?', 'not-specific'),
    yes('missing', 'Is a modifier missing?', 'modifier-missing'), yes('wrong', 'Is a modifier wrong?', 'modifier-wrong'), no('units', 'Are the units as done?', 'units-wrong'),
  ],
  documentation: [no('notes', 'Are there notes for the service?', 'no-notes'), no('reason', 'Do they give the reason for it?', 'no-reason-given'), no('complete', 'Is the record complete and signed?', 'incomplete'), no('terms', 'Do notes and claim use the same terms?', 'terms-differ'), no('sent', 'Were the records sent in time?', 'sent-late')],
  'medical-necessity': [no('record', 'Does the record support the service?', 'record-silent'), no('policy', "Is the payer's policy met?", 'policy-not-met'), no('listed', 'Is the diagnosis on the policy?', 'diagnosis-not-listed'), yes('often', 'Was it done more often than the policy allows?', 'too-often'), yes('level', 'Would another level of care have done?', 'wrong-level')],
  'timely-filing': [yes('proof', 'Is there proof that it was filed in time?', 'in-time-after-all'), yes('late', 'Did the notes come late?', 'late-notes'), yes('rejected', 'Was it rejected before, and nobody saw?', 'rejection-unseen'), yes('other', 'Was it sent to another payer first?', 'wrong-payer-first'), yes('lay', 'Did it lie in the office?', 'slow-flow'), no('tracked', 'Was the limit tracked?', 'not-tracked')],
  duplicate: [yes('separate', 'Was it another service than the first claim?', 'separate-service'), yes('correction', 'Was it meant as a correction?', 'correction-as-new'), yes('hand', 'Did somebody send it again by hand?', 'resent-by-hand'), yes('system', 'Did the system send it twice?', 'system-fault'), no('tracked', 'Was the first claim tracked?', 'not-tracked')],
  'non-covered': [no('checked', 'Was the benefit checked before?', 'benefit-unchecked'), yes('limit', 'Was the benefit used up?', 'limit-reached'), no('told', 'Was the patient told beforehand?', 'not-told'), yes('excluded', 'Does the plan exclude it whatever one does?', 'excluded')],
  'claim-data': [no('whole', 'Was every field filled in?', 'field-missing'), no('place', 'Is the place of service right?', 'place-wrong'), no('provider', 'Is the provider number right?', 'provider-number-wrong'), no('dates', 'Are the dates right?', 'dates-wrong')],
  bundling: [yes('modifier', 'Is the modifier missing that tells the services apart?', 'modifier-missing'), yes('apart', 'Do the services belong together?', 'billed-apart'), yes('global', 'Was it within the period of another service?', 'global-period')],
  'provider-enrollment': [no('enrolled', 'Was the provider enrolled?', 'not-enrolled'), yes('lapsed', 'Had the enrollment lapsed?', 'enrollment-lapsed'), no('linked', 'Are provider and group linked at the payer?', 'not-linked')],
  network: [no('checked', 'Was the network checked?', 'network-unchecked'), yes('referral', 'Is a referral missing?', 'referral-missing'), no('contract', 'Was the contract in force?', 'contract-open')],
};

export type CauseAnswer = { question: string; answer: 'yes' | 'no' };
/** Where the answers lead: the next question, or what they ended in; `subReason` null where no question found anything. */
export type CauseStep = { kind: 'ask'; question: CauseQuestion; n: number; of: number } | { kind: 'found'; subReason: string | null };

/** Follows the answers in order. An answer to another question than the one asked is passed over. */
export function followAnswers(category: string, answers: readonly CauseAnswer[]): CauseStep {
  const questions = (QUESTIONS as Readonly<Record<string, readonly CauseQuestion[] | undefined>>)[category] ?? [];
  for (const [index, question] of questions.entries()) {
    const given = answers.find((one) => one.question === question.id);
    if (given === undefined) return { kind: 'ask', question, n: index + 1, of: questions.length };
    if (given.answer === question.found.answer) return { kind: 'found', subReason: question.found.subReason };
  }
  return { kind: 'found', subReason: null };
}
