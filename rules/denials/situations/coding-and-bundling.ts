import { notPatient } from '../situation.ts';
import type { Situation } from '../situation.ts';

/** Codes, modifiers, units, and services that the payer counts into others. */
const writeOffIfPart = { path: 'write-off', because: 'If it was part of the other service.' } as const;
const appealIfModified = { path: 'appeal', because: 'If the claim carried the right modifier and the record supports it.' } as const;

export const codingSituations: readonly Situation[] = [
  {
    id: 'codes-disagree', carc: ['4', '5', '6', '7', '8', '9', '10', '11', '12', '107', '110', '135', '146', '181', '182', '189', '199', '240', '267', '268', '282', '306', 'A8', 'P7'], category: 'coding', path: 'correct-and-resubmit', avoidable: 'yes',
    because: 'Codes, dates or patient data on the claim do not fit together: compare them with the record, correct, send again.', appeal: 'possible', from: 'Code meanings',
    alternatives: [{ path: 'appeal', because: 'If the claim was right as billed: send the record.' }],
  },
  {
    id: 'not-a-new-patient', carc: ['B16'], category: 'coding', path: 'correct-and-resubmit', avoidable: 'yes', because: 'Someone of the group and specialty saw the patient within three years: bill the established-patient visit.', appeal: 'possible', from: 'New patient definition',
    alternatives: [{ path: 'appeal', because: 'If nobody of the same specialty in the group saw the patient in that time.' }],
  },
  {
    id: 'companion-missing', carc: ['B15'], category: 'bundling', path: 'correct-and-resubmit', avoidable: 'yes', because: 'It is paid only with another service that the payer does not have: bill both on one claim, or first get the other one paid.', appeal: 'possible', from: 'Code meaning',
  },
  {
    id: 'against-history', carc: ['261'], category: 'coding', path: 'correct-and-resubmit', avoidable: 'undecided', because: 'The payer\'s history contradicts the service: check patient, side, code and date.', appeal: 'possible', from: 'Code meaning',
    alternatives: [{ path: 'send-records', because: 'If it is right: the operative note shows it.' }],
  },
  {
    id: 'too-many-units', carc: ['151', '222', '119', '96', '16', '272', '273'], rarc: ['N362', 'N430'], category: 'coding', origin: 'charge-entry', path: 'correct-and-resubmit', avoidable: 'yes',
    because: 'More units than the payer\'s daily maximum: check the units against the record and the code\'s definition; if right, report them as the edit allows.', appeal: 'yes', from: 'Medically unlikely edits',
    alternatives: [{ path: 'appeal', because: 'If all units were given and needed: send the record.' }],
  },
  {
    id: 'bundled', carc: ['97', '231', 'B10', 'B14', 'P14', '194'], group: notPatient, category: 'bundling', path: 'correct-and-resubmit', avoidable: 'yes',
    because: 'The payer counts it into another service already decided: if the record shows a separate service, add the modifier that says so.', appeal: 'possible', from: 'Bundling practice', alternatives: [writeOffIfPart, appealIfModified],
  },
  {
    id: 'correct-coding-pair', carc: ['236'], category: 'bundling', path: 'correct-and-resubmit', avoidable: 'yes',
    because: 'The pair is blocked by the correct coding edits: if the edit allows a modifier and the record shows separate site, session or practitioner, add it.', appeal: 'possible', from: 'NCCI procedure-to-procedure edits',
    alternatives: [{ path: 'write-off', because: 'If the edit allows no modifier or the record does not carry one.' }, appealIfModified],
  },
  {
    id: 'global-period', carc: ['97', '231', '236'], rarc: ['N525', 'M144'], group: notPatient, category: 'bundling', path: 'correct-and-resubmit', avoidable: 'yes',
    because: 'It falls into a surgery\'s global period: unrelated, staged or decision-for-surgery care needs its modifier (24, 25, 57, 58, 78, 79).', appeal: 'possible', from: 'Global surgery rules', alternatives: [{ path: 'write-off', because: 'If it was routine care after the surgery.' }],
  },
  {
    id: 'facility-pays', carc: ['97', '190', '109', '96'], rarc: ['N70', 'N106', 'N107', 'N121', 'M2', 'M96', 'M97', 'MA101', 'N538'], category: 'bundling', origin: 'billing', path: 'bill-other-payer', avoidable: 'yes',
    because: 'The service is inside a facility\'s payment for the stay or episode: bill the facility.', appeal: 'possible', from: 'Consolidated billing rules', alternatives: [{ path: 'correct-and-resubmit', because: 'If the service is excluded from the facility\'s payment or the dates are wrong.' }],
  },
  {
    id: 'inside-nursing-stay', carc: ['190'], category: 'bundling', origin: 'billing', path: 'bill-other-payer', avoidable: 'yes', because: 'It falls into a skilled nursing stay whose facility is paid for it: bill the facility.', appeal: 'possible', from: 'Consolidated billing rules',
  },
  {
    id: 'payment-window', carc: ['60'], category: 'bundling', origin: 'billing', path: 'correct-and-resubmit', avoidable: 'yes', because: 'Outpatient care just before an admission belongs on the inpatient claim: combine them.', appeal: 'possible', from: 'Payment window rules',
  },
  {
    id: 'not-paid-apart', carc: ['234'], group: notPatient, category: 'bundling', path: 'write-off', avoidable: 'yes', because: 'The payer never pays this apart, and the patient may not be billed.', appeal: 'possible', from: 'Code meaning', alternatives: [{ path: 'correct-and-resubmit', because: 'If the record shows a separate service and the code takes a modifier.' }],
  },
  {
    id: 'multiple-procedure-cut', carc: ['59'], kind: 'reduction', category: 'bundling', path: 'write-off', avoidable: 'no', because: 'The usual cut for further procedures on one day; check the order and the percentage against the contract.', appeal: 'possible', from: 'Multiple procedure rules', alternatives: [{ path: 'appeal', because: 'If a code exempt from the cut was reduced.' }],
  },
  {
    id: 'same-equipment', carc: ['96', '16', '151', '119', '18'], rarc: ['M3', 'M86', 'N347', 'N472'], category: 'duplicate', origin: 'front-desk', path: 'appeal', avoidable: 'yes', because: 'The same or a similar item or service was paid within the period: appeal with why another one was needed.', appeal: 'yes', from: 'Same or similar rules',
  },
];
