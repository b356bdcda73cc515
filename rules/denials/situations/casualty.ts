import { notPatient } from '../situation.ts';
import type { Situation } from '../situation.ts';

/** Workers' compensation, auto and liability insurers (P codes). */
export const casualtySituations: readonly Situation[] = [
  {
    id: 'not-work-related', carc: ['P2', 'P4', '191', '214'], category: 'coordination-of-benefits', path: 'bill-other-payer', avoidable: 'undecided', because: 'The compensation carrier does not own the injury: bill the health plan, with the carrier\'s refusal.', appeal: 'possible', from: 'Code meaning', alternatives: [{ path: 'appeal', because: 'If the state board has accepted the injury.' }],
  },
  {
    id: 'set-aside', carc: ['P3'], kind: 'patient-share', category: 'patient-responsibility', path: 'bill-patient', avoidable: 'no', because: 'The case is settled and the patient pays from the set-aside.', appeal: 'no', from: 'Code meaning',
  },
  {
    id: 'casualty-fee-schedule', carc: ['P12', 'P19', 'P23', 'P29', 'W1'], group: notPatient, kind: 'reduction', category: 'contractual', path: 'write-off', avoidable: 'no', because: 'Priced by the state or policy fee schedule; the patient may not be billed.', appeal: 'possible', appealBecause: 'Only the price can be disputed, in the state\'s bill review.', from: 'State fee schedules', alternatives: [{ path: 'appeal', because: 'If the schedule gives more: ask for a second bill review.' }],
  },
  {
    id: 'casualty-network-cut', carc: ['P24', 'P25', 'P26'], group: notPatient, kind: 'reduction', category: 'contractual', path: 'call-payer', avoidable: 'no', because: 'A network discount was taken: check that you are in that network for this kind of insurance.', appeal: 'possible', from: 'Code meaning',
  },
  {
    id: 'casualty-price', carc: ['P5', 'P13', 'P18', 'P20', 'P22', 'P28', '217'], group: ['CO', 'OA', null, 'CR'], category: 'contractual', path: 'appeal', avoidable: 'no', because: 'The carrier priced it by its own rule: ask for the rule and for a second review.', appeal: 'yes', from: 'State bill review rules',
  },
  {
    id: 'casualty-denied', carc: ['P21', 'P27', 'P31', 'P32', 'P6'], category: 'non-covered', path: 'appeal', avoidable: 'undecided', because: 'Refused under the policy\'s or state\'s rules: ask for the rule and dispute it with the record.', appeal: 'yes', from: 'Code meanings', alternatives: [{ path: 'bill-other-payer', because: 'If the coverage is used up: bill the health plan.' }],
  },
  {
    id: 'not-certified-for-injured', carc: ['P16'], category: 'provider-enrollment', path: 'appeal', avoidable: 'yes', because: 'The state had not certified this provider for injured workers: appeal with the certificate and its date.', appeal: 'yes', from: 'Code meaning',
  },
  {
    id: 'attending-did-not-refer', carc: ['P17'], category: 'prior-authorization', path: 'appeal', avoidable: 'yes', because: 'The attending physician did not authorize the referral: appeal with the referral or the attending\'s note.', appeal: 'yes', from: 'Code meaning',
  },
  {
    id: 'flare-up-papers', carc: ['P30', 'P9'], category: 'documentation', path: 'send-records', avoidable: 'yes', because: 'The carrier lacks papers that support the treatment: send them.', appeal: 'possible', from: 'Code meaning',
  },
];
