import { notPatient } from '../situation.ts';
import type { Situation } from '../situation.ts';

/** Papers that are missing, and the payer's doubt that the service was needed. */
const documents = ['M29', 'M30', 'M31', 'M60', 'M127', 'M135', 'M141', 'N26', 'N66', 'N102', 'N109', 'N163', 'N205', 'N206', 'N221', 'N237', 'N358', 'N366', 'N393', 'N394', 'N455', 'N457', 'N459', 'N463', 'N464', 'N705', 'N706', 'N707', 'N708', 'N709', 'N710', 'N713', 'N714', 'N729', 'N730'] as const;
const supported = { path: 'correct-and-resubmit', because: 'If the record supports a covered diagnosis that the claim left out.' } as const;

export const recordSituations: readonly Situation[] = [
  {
    id: 'records-wanted', carc: ['163', '164', '173', '175', '176', '112', '228', 'B12', '17', '226', '250', '251', '252'], category: 'documentation', path: 'send-records', avoidable: 'yes',
    because: 'The payer decided without a paper it needs: send exactly that paper, with the claim number, by a route that confirms receipt.', appeal: 'possible', from: 'Code meanings',
    alternatives: [{ path: 'appeal', because: 'If it was sent in time already: show the proof of sending.' }],
  },
  {
    id: 'records-wanted-medicare', carc: ['226', '252', '250', '251'], rarc: [...documents], lineOfBusiness: ['medicare-ffs'], category: 'documentation', path: 'send-records', avoidable: 'yes',
    because: 'A record request went unanswered or fell short: send the records now; the contractor may reopen, and the redetermination date still holds.', appeal: 'yes', from: 'Medicare medical review practice',
    alternatives: [{ path: 'appeal', because: 'If the contractor takes the records only with a redetermination request.' }],
  },
  {
    id: 'level-not-supported', carc: ['150', '152', '153', '154', '57'], category: 'documentation', path: 'send-records', avoidable: 'yes', because: 'The records seen do not carry what was billed: send the full record.', appeal: 'yes', from: 'Code meaning', alternatives: [{ path: 'correct-and-resubmit', because: 'If the record only carries a lower level.' }, { path: 'appeal', because: 'If the payer had the full record.' }],
  },
  {
    id: 'level-not-supported-medicare', carc: ['150', '151', '152', '153', '154'], lineOfBusiness: ['medicare-ffs'], path: 'appeal', avoidable: 'yes', because: 'Medicare takes further records on a decided claim by redetermination: file it with the full record.', appeal: 'yes', from: '42 CFR 405.940', alternatives: [{ path: 'correct-and-resubmit', because: 'If units or level were billed too high.' }],
  },
  {
    id: 'too-often', carc: ['151'], category: 'medical-necessity', origin: 'clinical', path: 'send-records', avoidable: 'yes', because: 'The records seen do not support this many or this often: send the record that shows why.', appeal: 'yes', from: 'Code meaning', alternatives: [{ path: 'appeal', because: 'If the payer had the records.' }, { path: 'correct-and-resubmit', because: 'If the units were typed wrong.' }],
  },
  {
    id: 'patient-must-answer', carc: ['227'], group: notPatient, category: 'documentation', origin: 'front-desk', path: 'call-payer', avoidable: 'undecided', because: 'The payer waits for the patient (accident, other coverage, student status): ask what is wanted, have the patient answer, then ask for reprocessing.', appeal: 'possible', from: 'Code meaning',
  },
  {
    id: 'patient-must-answer-patient', carc: ['227'], group: ['PR'], category: 'documentation', origin: 'front-desk', path: 'bill-patient', avoidable: 'undecided', because: 'Until the patient answers the payer the amount is theirs: send the bill with the request to call the plan.', appeal: 'possible', from: 'Group PR', alternatives: [{ path: 'call-payer', because: 'To ask for reprocessing once the patient has answered.' }],
  },
  {
    id: 'not-necessary', carc: ['50', '55', '56', '40', '54', '186', '216', '219', '249', '117', 'P15'], group: notPatient, category: 'medical-necessity', path: 'appeal', avoidable: 'undecided',
    because: 'The payer says the record does not show the need: appeal with the notes measured against its policy, point by point.', appeal: 'yes', from: 'Appeal practice', alternatives: [supported, { path: 'call-payer', because: 'Ask for a talk between physicians where the payer offers one; its date is short.' }],
  },
  {
    id: 'not-necessary-medicare', carc: ['50'], lineOfBusiness: ['medicare-ffs'], group: notPatient, category: 'medical-necessity', path: 'appeal', avoidable: 'undecided',
    because: 'Medicare says not reasonable and necessary: redetermination with the record held against the coverage determination.', appeal: 'yes', from: 'Social Security Act 1862(a)(1)(A)', alternatives: [supported, { path: 'write-off', because: 'If no valid advance notice was given and the record is thin; the patient may not be billed.' }],
  },
  {
    id: 'coverage-determination', carc: ['50', '167', '11', '96', '272', '273'], rarc: ['N115', 'N386'], group: notPatient, category: 'medical-necessity', path: 'appeal', avoidable: 'yes',
    because: 'A written coverage policy decided: find its diagnosis list and criteria, then appeal with the parts of the record that meet them.', appeal: 'yes', from: 'Local and national coverage determinations', alternatives: [supported],
  },
  {
    id: 'not-necessary-patient', carc: ['50', '55', '56', '40', '151', '167'], group: ['PR'], path: 'bill-patient', avoidable: 'undecided', because: 'The payer refuses and gives the amount to the patient, as after a signed advance notice or a plan exclusion.', appeal: 'yes', appealBecause: 'The decision on need can still be appealed, also for the patient.', from: 'Advance notice rules', alternatives: [{ path: 'appeal', because: 'If the record meets the policy.' }],
  },
  {
    id: 'necessity-needs-papers', carc: ['50', '56', '55', '40', '197'], rarc: [...documents], group: notPatient, category: 'documentation', path: 'send-records', avoidable: 'yes', because: 'The payer refused because it lacked a document: send what the remark names.', appeal: 'yes', from: 'Remark meaning', alternatives: [{ path: 'appeal', because: 'If the payer takes records only with an appeal.' }],
  },
  {
    id: 'necessity-needs-papers-medicare', carc: ['50'], rarc: [...documents], lineOfBusiness: ['medicare-ffs'], group: notPatient, category: 'documentation', path: 'appeal', avoidable: 'yes', because: 'The records asked for did not come, and contractors take them after a review denial with a redetermination: file it with the records.', appeal: 'yes', from: 'Medicare contractors\' appeal guidance',
  },
  {
    id: 'peer-talk', carc: ['50', '55', '56', '197', '198', '39', '216', '186', '96'], rarc: ['N939'], group: notPatient, path: 'call-payer', avoidable: 'undecided', because: 'The payer offers a talk between physicians, usually only for some days and before the appeal: book it first.', appeal: 'yes', from: 'Remark meaning', alternatives: [{ path: 'appeal', because: 'If the talk changes nothing or its time has passed.' }],
  },
  {
    id: 'notice-invalid', carc: ['50', '116', '151', '96'], rarc: ['M27', 'M39', 'N563'], lineOfBusiness: ['medicare-ffs'], group: notPatient, path: 'appeal', avoidable: 'yes', because: 'Without a valid advance notice the amount is yours: only the merits can win it back.', appeal: 'yes', from: 'Limitation of liability rules', alternatives: [{ path: 'write-off', because: 'If the record does not meet the coverage criteria; the patient may not be billed.' }],
  },
  {
    id: 'diagnosis-not-covered', carc: ['167'], group: notPatient, category: 'non-covered', origin: 'coding', path: 'correct-and-resubmit', avoidable: 'yes', because: 'The plan does not cover the service for this diagnosis: if the record carries a covered one that was left out, correct it.', appeal: 'possible', from: 'Code meaning', alternatives: [{ path: 'appeal', because: 'If the plan does cover the diagnosis.' }, { path: 'write-off', because: 'If the coding was complete.' }],
  },
  {
    id: 'guidelines', carc: ['272', '273'], group: notPatient, category: 'non-covered', path: 'appeal', avoidable: 'undecided', because: 'A coverage guideline was not met or was exceeded: get the guideline and appeal with the record that meets it.', appeal: 'yes', from: 'Code meaning',
  },
];
