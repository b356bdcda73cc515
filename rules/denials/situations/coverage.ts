import { notPatient } from '../situation.ts';
import type { Situation } from '../situation.ts';

/** Is the patient the payer's, on that day, and is this payer the right one: eligibility, identity, other coverage. */
export const coverageSituations: readonly Situation[] = [
  {
    id: 'coverage-not-in-force', carc: ['26', '27', '28', '200'], group: notPatient, category: 'eligibility', path: 'bill-other-payer', avoidable: 'yes',
    because: 'No coverage here on the service date and the amount is not given to the patient: find the coverage that was in force and bill it.', appeal: 'possible',
    from: 'Eligibility practice', alternatives: [{ path: 'appeal', because: 'If an eligibility answer from that day shows active coverage.' }, { path: 'bill-patient', because: 'If the patient had no coverage at all and no contract forbids it.' }],
  },
  {
    id: 'coverage-not-in-force-patient', carc: ['26', '27', '28', '200'], group: ['PR'], category: 'eligibility', path: 'bill-patient', avoidable: 'yes',
    because: 'The payer had no coverage on that day and gives the amount to the patient; ask for other coverage with the bill.', appeal: 'possible',
    from: 'Group PR', alternatives: [{ path: 'bill-other-payer', because: 'If the patient names other coverage.' }],
  },
  {
    id: 'patient-not-matched', carc: ['31', '140'], category: 'patient-data', origin: 'front-desk', path: 'correct-and-resubmit', avoidable: 'yes',
    because: 'The payer could not match name, birth date and number to a member, so nothing was decided on the service: check the card, correct, send again.', appeal: 'possible',
    from: 'Registration practice', alternatives: [{ path: 'bill-other-payer', because: 'If the card belongs to another plan.' }],
  },
  {
    id: 'dependent-not-eligible', carc: ['32', '33', '34'], group: notPatient, category: 'eligibility', path: 'call-payer', avoidable: 'yes',
    because: 'The payer does not carry the patient as a dependent: have the subscriber settle it with the plan, then ask for reprocessing.', appeal: 'possible', from: 'Eligibility practice',
    alternatives: [{ path: 'bill-other-payer', because: 'If another parent\'s or the newborn\'s own plan covers.' }],
  },
  {
    id: 'after-death', carc: ['13', '14'], category: 'eligibility', origin: 'front-desk', path: 'correct-and-resubmit', avoidable: 'yes',
    because: 'The service date cannot be right against the recorded birth or death date: check the date and the patient, then correct.', appeal: 'possible', from: 'Registration practice',
    alternatives: [{ path: 'call-payer', because: 'If the payer\'s record of the date is wrong.' }],
  },
  {
    id: 'identity-flag', carc: ['224'], category: 'eligibility', path: 'call-payer', avoidable: 'no', because: 'The payer suspects identity theft and holds everything until identity is proven.', appeal: 'possible', from: 'Code meaning',
  },
  {
    id: 'premium-grace', carc: ['257', '277'], kind: 'pending', category: 'eligibility', path: 'wait-for-payer', avoidable: 'no',
    because: 'The member is behind with the premium; the claim is held until the grace period ends.', appeal: 'no', appealBecause: 'Nothing has been decided yet.', from: '45 CFR 156.270',
    alternatives: [{ path: 'bill-patient', because: 'If coverage is later ended for the unpaid months.' }],
  },
  {
    id: 'other-payer-first', carc: ['22'], category: 'coordination-of-benefits', path: 'bill-other-payer', avoidable: 'yes',
    because: 'This payer believes another one is first: find the right order and bill the first payer, then send its decision here.', appeal: 'possible', from: 'Coordination of benefits',
    alternatives: [{ path: 'call-payer', because: 'If the patient has no other coverage: the patient or you must close the entry in the payer\'s file.' }],
  },
  {
    id: 'medicare-secondary', carc: ['22'], lineOfBusiness: ['medicare-ffs'], category: 'coordination-of-benefits', path: 'bill-other-payer', avoidable: 'yes',
    because: 'Medicare\'s file shows a payer that comes before it: bill that payer, then Medicare with its decision.', appeal: 'possible', from: 'Medicare Secondary Payer rules',
    alternatives: [{ path: 'call-payer', because: 'If the entry is old: the coordination contractor updates it, then the claim is reopened.' }],
  },
  {
    id: 'primary-payment-missing', carc: ['22'], rarc: ['MA04', 'MA64', 'MA92', 'N4', 'N245', 'N479', 'N480'], category: 'coordination-of-benefits', origin: 'billing', path: 'correct-and-resubmit', avoidable: 'yes',
    because: 'The first payer\'s decision is missing from the claim: send it again with that payment and those adjustments.', appeal: 'possible', from: 'Remark meaning',
  },
  {
    id: 'effect-of-first-payer', carc: ['23'], kind: 'reduction', category: 'coordination-of-benefits', path: 'none', avoidable: 'no',
    because: 'This only carries over what the earlier payer paid and adjusted.', appeal: 'no', appealBecause: 'Nothing was refused: the line repeats the earlier payer\'s decision.', from: 'Code meaning',
  },
  {
    id: 'left-by-first-payer', carc: ['23'], group: ['PR'], kind: 'patient-share', category: 'coordination-of-benefits', path: 'bill-patient', avoidable: 'no',
    because: 'What the earlier payers left falls to the patient: bill it after the last payer.', appeal: 'no', appealBecause: 'Nothing was refused: the line repeats the earlier payer\'s decision.', from: 'Group PR',
    alternatives: [{ path: 'bill-other-payer', because: 'If a further payer remains.' }],
  },
  {
    id: 'capitated', carc: ['24'], category: 'contractual', origin: 'front-desk', path: 'bill-other-payer', avoidable: 'yes',
    because: 'A capitated group or managed plan is responsible: bill the group or plan that holds the patient.', appeal: 'possible', from: 'Managed care practice',
    alternatives: [{ path: 'write-off', because: 'If your own capitation covers the service: post it against the capitation.' }],
  },
  {
    id: 'in-medicare-advantage', carc: ['24'], lineOfBusiness: ['medicare-ffs'], category: 'coordination-of-benefits', origin: 'front-desk', path: 'bill-other-payer', avoidable: 'yes',
    because: 'The patient was in a Medicare Advantage plan that day: bill that plan, within its own filing limit.', appeal: 'possible', from: 'Medicare contractors\' denial advice',
  },
  {
    id: 'in-managed-medicaid', carc: ['24'], lineOfBusiness: ['medicaid'], category: 'coordination-of-benefits', origin: 'front-desk', path: 'bill-other-payer', avoidable: 'yes',
    because: 'The patient was in a Medicaid managed care plan that day: bill that plan.', appeal: 'possible', from: 'Managed care practice',
  },
  {
    id: 'wrong-payer', carc: ['109', '166', '254', '270', '280', '297', '301', '304'], category: 'coordination-of-benefits', path: 'bill-other-payer', avoidable: 'yes',
    because: 'It went to a payer or plan that does not cover this: send it to the right one before its filing limit passes.', appeal: 'possible',
    appealBecause: 'The payer did not judge the service; an appeal here cannot make it the right payer.', from: 'Code meaning',
  },
  {
    id: 'liability-payer', carc: ['19', '20', '21'], category: 'coordination-of-benefits', path: 'bill-other-payer', avoidable: 'yes',
    because: 'The payer takes the injury for one that another insurer answers for (work, auto, liability): bill that insurer.', appeal: 'possible', from: 'Coordination of benefits',
    alternatives: [{ path: 'appeal', because: 'If it was no accident, or the other insurer has refused or is used up: send its letter.' }],
  },
  {
    id: 'hospice', carc: ['B9'], category: 'coordination-of-benefits', path: 'bill-other-payer', avoidable: 'yes', because: 'The patient is in hospice: what belongs to the terminal illness is the hospice\'s to pay.',
    appeal: 'possible', from: 'Code meaning',
  },
  {
    id: 'hospice-medicare', carc: ['B9'], lineOfBusiness: ['medicare-ffs'], category: 'coordination-of-benefits', origin: 'coding', path: 'correct-and-resubmit', avoidable: 'yes',
    because: 'Medicare pays beside the hospice only with a modifier: GW for care unrelated to the terminal illness, GV for the attending physician.', appeal: 'possible', from: 'Medicare hospice billing rules',
    alternatives: [{ path: 'bill-other-payer', because: 'If the care belonged to the terminal illness: the hospice pays.' }],
  },
  {
    id: 'cannot-collect-from-patient', carc: ['209'], kind: 'reduction', category: 'contractual', path: 'bill-other-payer', avoidable: 'no', because: 'The patient may not be charged; a later payer may be.', appeal: 'no', from: 'Code meaning',
  },
  {
    id: 'qmb', carc: ['303'], kind: 'reduction', category: 'coordination-of-benefits', path: 'write-off', avoidable: 'no', because: 'The patient is a qualified Medicare beneficiary: by law the cost share may not be billed.',
    appeal: 'no', from: 'Medicare QMB billing rules',
  },
];
