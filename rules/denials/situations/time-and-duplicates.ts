import { notPatient } from '../situation.ts';
import type { Situation } from '../situation.ts';

/** Too late, or seen before. */
export const timeAndDuplicateSituations: readonly Situation[] = [
  {
    id: 'late', carc: ['29'], category: 'timely-filing', origin: 'billing', path: 'appeal', avoidable: 'yes',
    because: 'The payer says the claim came too late: appeal with proof of timely filing, best the 277CA acceptance of the first submission.', appeal: 'yes', from: 'Commercial and Medicaid practice',
    alternatives: [{ path: 'write-off', because: 'If nothing proves that it was filed in time; the patient may not be billed.' }],
  },
  {
    id: 'late-medicare', carc: ['29'], lineOfBusiness: ['medicare-ffs'], category: 'timely-filing', origin: 'billing', path: 'write-off', avoidable: 'yes',
    because: 'Medicare\'s one-year limit has passed and the patient may not be billed.', appeal: 'no',
    appealBecause: 'A late-filing denial is no initial determination under Medicare, so it carries no appeal right.', from: '42 CFR 424.44, 405.926',
    alternatives: [{ path: 'call-payer', because: 'If an exception fits (the agency\'s own error, retroactive entitlement, retroactive end of a Medicare Advantage or Medicaid plan): ask the contractor for it in writing.' }],
  },
  {
    id: 'late-appeal', carc: ['286', '138'], category: 'timely-filing', origin: 'billing', path: 'call-payer', avoidable: 'yes', because: 'The appeal itself came too late: ask which level is left and whether good cause is accepted.',
    appeal: 'possible', from: 'Code meaning', alternatives: [{ path: 'write-off', because: 'If no level is left.' }],
  },
  {
    id: 'late-penalty', carc: ['B4'], kind: 'reduction', category: 'timely-filing', origin: 'billing', path: 'write-off', avoidable: 'yes', because: 'A penalty for filing late was taken; it cannot be billed to the patient.', appeal: 'possible', from: 'Code meaning',
  },
  {
    id: 'duplicate', carc: ['18', 'B13'], category: 'duplicate', origin: 'billing', path: 'call-payer', avoidable: 'yes',
    because: 'The payer has this service already. Look up the first claim: if it was paid, close this one; if it was denied, work that denial; never send it a third time unchanged.', appeal: 'possible',
    appealBecause: 'Only the question whether it is a duplicate could be appealed; the first claim\'s own denial keeps its own appeal date.', from: 'Duplicate practice',
    alternatives: [{ path: 'correct-and-resubmit', because: 'If it was a second, separate service: add the repeat or distinct-service modifier.' }],
  },
  {
    id: 'duplicate-crossover', carc: ['18'], rarc: ['N522'], category: 'duplicate', origin: 'billing', path: 'wait-for-payer', avoidable: 'yes',
    because: 'The first payer had already passed the claim on: watch for the decision on that copy instead.', appeal: 'no', from: 'Crossover practice',
  },
  {
    id: 'reprocesses-itself', carc: ['18', '16', '96', 'A1'], rarc: ['N938', 'N185'], path: 'wait-for-payer', avoidable: 'no', because: 'The remark says not to send it again: the payer works on it by itself.', appeal: 'possible', from: 'Remark meaning',
  },
  {
    id: 'under-review', carc: ['133', 'P8', '221'], kind: 'pending', path: 'wait-for-payer', avoidable: 'no', because: 'The payer has not decided yet.', appeal: 'no', appealBecause: 'Nothing has been decided yet.', from: 'Code meaning',
  },
  {
    id: 'litigation', carc: ['P10', 'P11', '244', '255'], kind: 'pending', path: 'wait-for-payer', avoidable: 'no', because: 'Nothing is paid until the legal case ends.', appeal: 'no', appealBecause: 'Nothing has been decided yet.', from: 'Code meaning',
    alternatives: [{ path: 'bill-other-payer', because: 'If health coverage can pay first and recover later.' }],
  },
  {
    id: 'late-to-patient', carc: ['29'], group: ['PR'], category: 'timely-filing', origin: 'billing', path: 'call-payer', avoidable: 'yes',
    because: 'A late filing is hardly ever the patient\'s to pay: have the group code checked before any bill goes out.', appeal: 'possible', from: 'Group PR against contract practice',
  },
  {
    id: 'another-provider-gave-it', carc: ['B20'], group: notPatient, category: 'duplicate', path: 'appeal', avoidable: 'no', because: 'The payer paid another provider for it: appeal with the record that shows who did what.', appeal: 'yes', from: 'Code meaning',
  },
];
