import { notPatient, somethingMissing, speakThroughRemark } from '../situation.ts';
import type { Situation } from '../situation.ts';

/** Reasons that mean nothing by themselves (16, 96, 125, 129, A1 ...): the remark says what to do. */
const from = 'Remark codes name the missing or wrong item; X12 requires one with these reasons';

const decidedOnMerits = speakThroughRemark.filter((carc) => !somethingMissing.includes(carc));

const strong: readonly Situation[] = [
  {
    id: 'no-remark', carc: ['16', '125', '129', '148'], category: 'claim-data', avoidable: 'undecided', path: 'call-payer',
    because: 'The reason only says that something is missing or wrong and no remark says what: ask the payer before sending anything again.',
    appeal: 'possible', from, alternatives: [{ path: 'correct-and-resubmit', because: 'Where the claim form shows the gap at once.' }],
  },
  {
    id: 'no-remark-denied', carc: ['A1', 'P1'], group: notPatient, category: 'other', avoidable: 'undecided', path: 'call-payer',
    because: 'The reason says only that it was denied; without a remark the cause has to be asked for.', appeal: 'possible', from,
  },
  {
    id: 'remark-patient-data', carc: speakThroughRemark, remarkCategory: ['patient-data'], category: 'patient-data', origin: 'front-desk', avoidable: 'yes',
    path: 'correct-and-resubmit', because: 'Who the patient is does not match: compare name, birth date and identifier with the card and the eligibility answer, correct, send again.',
    appeal: 'possible', from,
  },
  {
    id: 'remark-eligibility', carc: speakThroughRemark, remarkCategory: ['eligibility'], group: notPatient, category: 'eligibility', origin: 'front-desk', avoidable: 'yes',
    path: 'correct-and-resubmit', because: 'The remark points at the patient\'s coverage data: check eligibility for the service date, correct what differs, send again.',
    appeal: 'possible', from, alternatives: [{ path: 'bill-other-payer', because: 'If other coverage was in force that day.' }],
  },
  {
    id: 'remark-claim-data', carc: speakThroughRemark, remarkCategory: ['claim-data', 'provider-enrollment'], category: 'claim-data', origin: 'billing', avoidable: 'yes',
    path: 'correct-and-resubmit', because: 'A provider\'s identifier, name or taxonomy on the claim is missing or differs from the payer\'s file: correct it and send again.',
    appeal: 'possible', from, alternatives: [{ path: 'call-payer', because: 'If the claim was right, the payer\'s provider file has to be put right first.' }],
  },
  {
    id: 'remark-coding', carc: speakThroughRemark, remarkCategory: ['coding'], category: 'coding', origin: 'coding', avoidable: 'yes',
    path: 'correct-and-resubmit', because: 'The remark names the field that is missing or wrong: correct it from the record and send again.',
    appeal: 'possible', from,
  },
  {
    id: 'remark-documentation', carc: speakThroughRemark, remarkCategory: ['documentation'], category: 'documentation', origin: 'clinical', avoidable: 'yes',
    path: 'send-records', because: 'The payer decided without a paper it wants: send exactly the document the remark names, with the claim number on it.',
    appeal: 'possible', from, alternatives: [{ path: 'appeal', because: 'Where the payer takes records only with an appeal, or got them already.' }],
  },
  {
    id: 'remark-other-payer', carc: speakThroughRemark, remarkCategory: ['coordination-of-benefits'], category: 'coordination-of-benefits', origin: 'front-desk', avoidable: 'yes',
    path: 'bill-other-payer', because: 'The remark says that another payer comes first or is responsible: find out which and bill it.',
    appeal: 'possible', from,
  },
  {
    id: 'remark-primary-payment-missing', carc: speakThroughRemark, rarc: ['MA04', 'MA64', 'MA83', 'MA88', 'MA89', 'MA92', 'N4', 'N5', 'N8', 'N48', 'N245', 'N479', 'N480', 'N541', 'N811'],
    category: 'coordination-of-benefits', origin: 'billing', avoidable: 'yes', path: 'correct-and-resubmit',
    because: 'This payer is second and lacks the first payer\'s decision: send the claim again with the first payer\'s payment and adjustments.', appeal: 'possible', from,
    alternatives: [{ path: 'call-payer', because: 'If the patient has no other coverage, the other-insurance file has to be closed first.' }],
  },
  {
    id: 'remark-authorization', carc: speakThroughRemark, remarkCategory: ['prior-authorization'], group: notPatient, category: 'prior-authorization', origin: 'scheduling', avoidable: 'yes',
    path: 'appeal', because: 'The service lacks the approval the payer asks for: appeal with the approval, or with why it could not be had.', appeal: 'yes', from,
    alternatives: [{ path: 'correct-and-resubmit', because: 'If a valid authorization exists and only its number was left out.' }],
  },
  {
    id: 'remark-authorization-number', carc: [...speakThroughRemark, '15', '197', '198', '284', '296'], rarc: ['M62', 'N54', 'N188', 'N351'], category: 'prior-authorization', origin: 'billing', avoidable: 'yes',
    path: 'correct-and-resubmit', because: 'The authorization number is missing or does not fit what was billed: put the right number, dates, codes and units on the claim.',
    appeal: 'possible', from, alternatives: [{ path: 'appeal', because: 'If no authorization was obtained: ask for one after the fact, with the reason.' }],
  },
  {
    id: 'remark-bundling', carc: decidedOnMerits, remarkCategory: ['bundling'], group: notPatient, category: 'bundling', origin: 'coding', avoidable: 'yes',
    path: 'correct-and-resubmit', because: 'The payer counts the service into another one: if the record shows a separate service, add the modifier that says so.',
    appeal: 'possible', from, alternatives: [{ path: 'write-off', because: 'If it was part of the other service.' }, { path: 'appeal', because: 'If the modifier was there and the record supports it.' }],
  },
  {
    id: 'remark-necessity', carc: decidedOnMerits, remarkCategory: ['medical-necessity'], group: notPatient, category: 'medical-necessity', origin: 'clinical', avoidable: 'undecided',
    path: 'appeal', because: 'The payer doubts the need: appeal with the record measured against the policy it names.', appeal: 'yes', from,
    alternatives: [{ path: 'correct-and-resubmit', because: 'If the record supports a diagnosis that the policy covers and the claim left it out.' }],
  },
  {
    id: 'remark-duplicate', carc: decidedOnMerits, remarkCategory: ['duplicate'], category: 'duplicate', origin: 'billing', avoidable: 'yes',
    path: 'call-payer', because: 'The payer has this service already: find out what became of the first claim before anything is sent.', appeal: 'possible', from,
  },
  {
    id: 'remark-non-covered', carc: decidedOnMerits, remarkCategory: ['non-covered'], group: notPatient, category: 'non-covered', path: 'call-payer', avoidable: 'undecided',
    because: 'The plan excludes it and does not give it to the patient: check the exclusion against the plan before writing it off.', appeal: 'possible', from,
    alternatives: [{ path: 'write-off', because: 'If the exclusion stands; the patient may not be billed.' }, { path: 'appeal', because: 'If the plan documents cover it.' }],
  },
  {
    id: 'remark-units-or-place', carc: speakThroughRemark, rarc: ['M53', 'M54', 'M79', 'M77', 'M22', 'M52', 'M59', 'N345'], category: 'coding', origin: 'charge-entry', avoidable: 'yes',
    path: 'correct-and-resubmit', because: 'Units, dates, charge or place were entered wrong or left out: compare the charge with the record, correct, send again.', appeal: 'possible', from,
  },
  {
    id: 'remark-statutory', carc: ['96'], rarc: ['N425'], lineOfBusiness: ['medicare-ffs'], group: notPatient, category: 'non-covered', origin: 'coding', avoidable: 'yes',
    path: 'correct-and-resubmit', because: 'Medicare excludes it by law and nothing on the claim said that you knew: with modifier GY the amount becomes the patient\'s or the next payer\'s.',
    appeal: 'possible', from: 'CMS Claims Processing Manual, modifier GY', alternatives: [{ path: 'appeal', because: 'If your contractor takes liability modifiers only by redetermination.' }, { path: 'write-off', because: 'If the patient was never told.' }],
  },
];

/** The same answers beside a reason that says something is missing, where they only count when no other remark speaks. */
const weak: readonly Situation[] = strong
  .filter((row) => row.carc === decidedOnMerits)
  .map((row) => ({ ...row, id: `${row.id}-weak`, carc: somethingMissing, weak: true }));

export const remarkSituations: readonly Situation[] = [...strong, ...weak];
