import { notPatient } from '../situation.ts';
import type { Situation } from '../situation.ts';

/** Remarks by which the payer says that surprise billing law set the amount. */
const surpriseBilling = ['N830', 'N844', 'N845', 'N858', 'N859', 'N860', 'N862', 'N863', 'N864', 'N865', 'N866', 'N867', 'N869', 'N870', 'N871', 'N877', 'N882', 'N883', 'N914'] as const;

/** The plan's benefits, the patient's share, the contract's cut, and bookkeeping. */
export const benefitSituations: readonly Situation[] = [
  {
    id: 'cost-share', carc: ['1', '2', '3', '66', '85', '122', '142', '178', '201', '241', '247', '248'], group: ['PR', null], kind: 'patient-share', category: 'patient-responsibility', path: 'bill-patient', avoidable: 'no',
    because: 'The plan\'s cost share: bill the next payer if there is one, else the patient.', appeal: 'no', appealBecause: 'The service was covered; the amount is the plan\'s cost share.', from: 'Code meanings', alternatives: [{ path: 'bill-other-payer', because: 'If the patient has secondary coverage.' }],
  },
  {
    id: 'cost-share-not-patient', carc: ['1', '2', '3', '66', '85', '122', '142', '178', '201', '241', '247', '248'], group: ['CO', 'PI', 'OA', 'CR'], kind: 'reduction', category: 'patient-responsibility', path: 'call-payer', avoidable: 'no', because: 'Cost share that the patient may not be charged: usual for some dual-eligible patients and waived shares, else the group code is wrong.', appeal: 'possible', from: 'Group against code', alternatives: [{ path: 'write-off', because: 'If the share is waived by law or contract.' }],
  },
  {
    id: 'cost-share-medicaid', carc: ['1', '2', '3', '66', '122', '247', '248'], rarc: ['N192', 'N781', 'N782', 'N783'], group: ['PR', 'OA', null], kind: 'patient-share', category: 'patient-responsibility', path: 'bill-other-payer', avoidable: 'no',
    because: 'The patient has Medicaid or is a qualified Medicare beneficiary: Medicaid is billed for the share, the patient never.', appeal: 'no', appealBecause: 'The service was covered; the amount is the plan\'s cost share.', from: 'Medicare QMB billing rules', alternatives: [{ path: 'write-off', because: 'What Medicaid leaves, where the patient is a qualified Medicare beneficiary.' }],
  },
  {
    id: 'surprise-billing-price', carc: ['45', '42', '131'], rarc: [...surpriseBilling], group: notPatient, kind: 'reduction', category: 'contractual', path: 'call-payer', avoidable: 'no',
    because: 'Surprise billing law set this price. If it is too low, open negotiation has to begin within 30 business days of the first payment.', appeal: 'possible', appealBecause: 'The amount goes through negotiation and dispute resolution, not through an appeal.', from: '45 CFR 149.510', alternatives: [{ path: 'write-off', because: 'If the amount is acceptable: the patient may not be billed for the rest.' }],
  },
  {
    id: 'surprise-billing-patient', carc: ['45', '42'], rarc: [...surpriseBilling], group: ['PR'], category: 'contractual', path: 'call-payer', avoidable: 'no',
    because: 'Surprise billing law protects the patient above the in-network share: have the group code checked before any statement goes out.', appeal: 'possible', from: '45 CFR 149.410',
  },
  {
    id: 'contract-cut', carc: ['45', '42', 'A2'], group: ['CO', 'OA', null], kind: 'reduction', category: 'contractual', path: 'write-off', avoidable: 'no', because: 'The agreed discount between charge and fee schedule: post it; the patient may not be billed.', appeal: 'no', appealBecause: 'Nothing was refused; only a wrong rate could be disputed.', from: 'Contract practice', alternatives: [{ path: 'call-payer', because: 'If the allowed amount is below the contract.' }],
  },
  {
    id: 'above-fee-patient', carc: ['45', '42'], group: ['PR'], kind: 'patient-share', category: 'patient-responsibility', path: 'bill-patient', avoidable: 'no', because: 'No contract with this payer, so the rest is the patient\'s, unless surprise billing law forbids it.', appeal: 'possible', from: 'Group PR; No Surprises Act',
  },
  {
    id: 'cut-without-contract', carc: ['45', '42', '59', 'P5'], group: ['PI'], kind: 'reduction', category: 'contractual', path: 'appeal', avoidable: 'no', because: 'The payer cut the charge by its own decision, without a contract behind it: ask for the basis and dispute it.', appeal: 'yes', from: 'Group PI',
  },
  {
    id: 'sequestration', carc: ['253'], kind: 'reduction', category: 'payment-adjustment', path: 'write-off', avoidable: 'no', because: 'The federal two percent cut: post it; the patient may not be billed.', appeal: 'no', appealBecause: 'The cut is set by law.', from: 'Budget Control Act',
  },
  {
    id: 'agreed-cuts', carc: ['44', '103', '104', '105', '118', '130', '131', '132', '137', '139', '144', '161', '172', '223', '225', '235', '237', '245', '271', '278', '281', '308'], group: notPatient, kind: 'reduction', path: 'write-off', avoidable: 'no', because: 'A cut by contract, programme or law: post it, and check it once against the contract.', appeal: 'possible', from: 'Code meanings',
  },
  {
    id: 'bookkeeping', carc: ['69', '70', '74', '75', '76', '90', '91', '94', '101', '102', '121', '143', '169', '187', '195', '203', '205', '232', '259', '260', '262', '263', '264', '265', '266', '290', '291', '292', '295', '298', '300', '305', '307', 'A5', 'B11', '246'], group: notPatient, kind: 'reduction', path: 'none', avoidable: 'no', because: 'Bookkeeping on the remittance: nothing was refused.', appeal: 'no', appealBecause: 'Nothing was refused, so there is nothing to appeal.', from: 'Code meanings',
  },
  {
    id: 'paid-to-someone-else', carc: ['100', '293', '294'], kind: 'patient-share', path: 'bill-patient', avoidable: 'no', because: 'The payer sent the money to the patient or another party: collect it there.', appeal: 'possible', from: 'Code meaning', alternatives: [{ path: 'call-payer', because: 'If the assignment of benefits was on the claim.' }],
  },
  {
    id: 'not-covered', carc: ['96', '49', '46', '48', '53', '78', '114', '188', 'B1'], group: notPatient, category: 'non-covered', path: 'call-payer', avoidable: 'undecided', because: 'The payer does not cover it and does not give it to the patient: learn which exclusion before writing it off.', appeal: 'possible', from: 'Group CO', alternatives: [{ path: 'write-off', because: 'If the exclusion stands; the patient may not be billed.' }, { path: 'appeal', because: 'If the plan documents cover it.' }],
  },
  {
    id: 'not-covered-patient', carc: ['96', '49', '46', '48', '204', '35', '119', '149', '202', '157', '158', '159', '160', '179', '180', '289', 'B1', '272', '273'], group: ['PR'], category: 'non-covered', path: 'bill-patient', avoidable: 'undecided', because: 'The plan does not cover it and gives the amount to the patient.', appeal: 'possible', from: 'Group PR', alternatives: [{ path: 'bill-other-payer', because: 'If the patient has other coverage.' }, { path: 'appeal', because: 'If the plan documents cover it.' }],
  },
  {
    id: 'not-in-plan', carc: ['204', '35', '149', '202', '157', '158', '159', '160', '289', '269'], group: ['CO', 'PI'], category: 'non-covered', path: 'write-off', avoidable: 'yes', because: 'The plan does not cover it and the patient may not be billed: check other coverage and the benefit first, then write it off.', appeal: 'possible', from: 'Group CO', alternatives: [{ path: 'bill-other-payer', because: 'If other coverage exists.' }, { path: 'appeal', because: 'If the benefit document covers it.' }],
  },
  {
    id: 'benefit-used-up', carc: ['119'], group: notPatient, category: 'non-covered', path: 'call-payer', avoidable: 'yes', because: 'The benefit limit is reached: ask what was counted and whether an exception or extension exists; the patient is not given the amount.', appeal: 'possible', from: 'Code meaning', alternatives: [{ path: 'appeal', because: 'If the count is wrong or an exception applies.' }, { path: 'write-off', because: 'If the limit stands.' }],
  },
  {
    id: 'advance-notice-invalid', carc: ['116'], group: notPatient, category: 'documentation', origin: 'front-desk', path: 'write-off', avoidable: 'yes', because: 'The advance notice to the patient was not valid, so the patient may not be billed.', appeal: 'possible', from: 'Limitation of liability rules',
  },
  {
    id: 'hospital-acquired', carc: ['233'], category: 'non-covered', origin: 'clinical', path: 'write-off', avoidable: 'yes', because: 'Care for a condition that arose in the hospital is not paid and may not be billed.', appeal: 'possible', from: 'Hospital-acquired condition rules', alternatives: [{ path: 'correct-and-resubmit', because: 'If the condition was present on admission and the indicator was wrong.' }],
  },
  {
    id: 'earlier-payer-denied', carc: ['136', '276'], group: notPatient, category: 'coordination-of-benefits', origin: 'billing', path: 'appeal', avoidable: 'yes', because: 'The second payer follows the first payer\'s refusal: work the first payer\'s denial, then send its new decision here.', appeal: 'yes', from: 'Code meaning',
  },
];
