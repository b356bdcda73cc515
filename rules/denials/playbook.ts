import type { DenialCategory } from '../codes/vocabulary.ts';

/** What a biller does about a category of denial: check, gather, and keep from happening again. */
export type Play = {
  /** Causes to look for, the usual ones first. */
  causes: readonly string[];
  /** What to do, in order. */
  steps: readonly string[];
  /** What to have at hand before anything is sent. */
  evidence: readonly string[];
  /** The change upstream that stops the next one. */
  prevent: string;
};

const plays: Readonly<Record<DenialCategory, Play>> = {
  eligibility: {
    causes: ['Old insurance card', 'Eligibility not checked for the service date', 'Coverage changed or ended unnoticed', 'Dependent not enrolled'],
    steps: ['Run eligibility for the service date, not for today.', 'Compare plan, member number and dates with the claim.', 'If other coverage was in force, bill it before its filing limit.', 'If coverage was active, ask for reprocessing with the eligibility answer; appeal if refused.', 'Only then bill the patient, and only if the group code gives it to them.'],
    evidence: ['Eligibility answer with its date and trace number', 'Front and back of the card', 'Registration form'],
    prevent: 'Check eligibility in real time before every visit.',
  },
  'patient-data': {
    causes: ['A wrong digit in the member number', 'Misspelled or changed name', 'Wrong birth date', 'Subscriber and patient mixed up'],
    steps: ['Compare name, birth date, member number and relationship on claim, card and eligibility answer.', 'Correct the registration first, then the claim.', 'Send the corrected claim and watch for its acceptance.'],
    evidence: ['Card', 'Eligibility answer', 'Claim as sent'],
    prevent: 'Read the member number back at check-in and match it by an eligibility check.',
  },
  'coordination-of-benefits': {
    causes: ['Payer order wrong', 'Other coverage not asked about', 'First payer\'s decision missing on the second claim', 'Payer\'s other-insurance file out of date'],
    steps: ['Find all coverage on the service date and its order.', 'Bill the first payer, or send its payment and adjustments with the claim to the second.', 'If there is no other coverage, have the patient tell the plan, note the call, then ask for reprocessing.'],
    evidence: ['First payer\'s remittance', 'Coverage dates of each plan', 'Termination letter of the old plan'],
    prevent: 'Ask for other coverage, accident and retirement at each check-in and keep the order in the record.',
  },
  'prior-authorization': {
    causes: ['Need not noticed', 'Approved code, date, place or units differ from what was done', 'Number left off the claim', 'Procedure changed at the last minute'],
    steps: ['Look for an approval in portal, fax and scheduling notes.', 'If it exists, match codes, dates, place and units, put the number on, send a correction.', 'If not, ask for one after the fact where the plan allows it (emergency, late coverage).', 'Appeal with the approval or the reason it could not be had, and the record.'],
    evidence: ['Approval letter or portal page', 'Date, time and reference of the request', 'Order and clinical note', 'Scheduling record'],
    prevent: 'One list of approvals, checked against the booked service the day before.',
  },
  'claim-data': {
    causes: ['Identifier or name of a provider missing or wrong', 'Field left empty by the practice system', 'Payer\'s file differs from yours'],
    steps: ['Read every remark: each names one field.', 'Compare the claim as sent with provider and payer files.', 'Correct all of them at once.', 'Send by the route named and watch for acceptance.'],
    evidence: ['Claim as sent', 'Acknowledgement of the clearinghouse', 'Provider registration'],
    prevent: 'Add the missing field to the claim check before sending.',
  },
  coding: {
    causes: ['Modifier missing or wrong', 'Diagnosis does not support the procedure', 'Code retired or not specific enough', 'Units, place or date typed wrong'],
    steps: ['Hold the codes against the note.', 'Check code validity on the service date, edits and the payer\'s policy.', 'Correct only what the record supports.', 'If the claim was right, appeal with the note.'],
    evidence: ['Note of the visit or procedure', 'Coding reference for that date', 'Payer policy'],
    prevent: 'Tell the coder the pair that failed and add it to the claim check.',
  },
  bundling: {
    causes: ['Service counted into another', 'Distinct-service modifier missing', 'Inside a global period or a facility\'s payment'],
    steps: ['Find the service it was counted into, also on other claims of that day.', 'See whether the edit allows a modifier.', 'If the note shows a separate site, session, practitioner or problem, correct with the modifier.', 'If it was part of the other service, write it off.'],
    evidence: ['Note that shows the separate service', 'Edit and its modifier indicator', 'Surgery date and global days'],
    prevent: 'Check edits before sending and teach the modifier with the note it needs.',
  },
  documentation: {
    causes: ['Record not sent or not received', 'Request lost', 'Note incomplete, unsigned or unreadable', 'Wrong document sent'],
    steps: ['Find the request and its date.', 'Send exactly the document named, whole, signed and readable, with the claim number.', 'Keep proof of sending and look for receipt after some days.', 'If it had been sent in time, appeal with the proof.'],
    evidence: ['Document asked for', 'Request letter', 'Fax confirmation or portal receipt'],
    prevent: 'Log each record request with its date, and use note templates that answer the payer\'s policy.',
  },
  'medical-necessity': {
    causes: ['Note does not say why', 'Policy criteria not met or not shown', 'Too often or too many', 'Regarded as unproven'],
    steps: ['Get the policy that was used and its criteria.', 'Mark in the record where each criterion is met.', 'Ask for a talk between physicians if offered: it has a short date.', 'Appeal with a letter that follows the criteria one by one.'],
    evidence: ['Policy or coverage determination', 'Notes, results, earlier treatment', 'Letter of the treating physician', 'Literature where the service is called unproven'],
    prevent: 'Check the policy before the service and let the note say why it was needed.',
  },
  'timely-filing': {
    causes: ['Late note or charge', 'Rejection not noticed', 'Wrong payer first', 'Eligibility found late'],
    steps: ['Find the first submission and its acceptance.', 'Compare with the limit in contract and law for that date.', 'Dispute with the acceptance report; a batch list is no proof.', 'If nothing proves it, write it off: the patient may not be billed.'],
    evidence: ['277CA with the payer\'s claim number', '999 and clearinghouse report', 'First payer\'s decision date where this payer was second'],
    prevent: 'Work rejections daily and watch filing limits before, not after.',
  },
  duplicate: {
    causes: ['Sent again without looking', 'Correction sent as a new claim', 'Two separate services without a modifier', 'Copy passed on by another payer'],
    steps: ['Find the first claim and its outcome.', 'Paid: close this one. Denied: work that denial. In process: wait.', 'A separate service: correct with the repeat or distinct-service modifier.'],
    evidence: ['First claim\'s number and remittance', 'Notes of both services'],
    prevent: 'Look up the status before anything is sent a second time; correct with a replacement, not a new claim.',
  },
  'provider-enrollment': {
    causes: ['Not enrolled or not linked to the group on that date', 'Wrong number or taxonomy billed', 'Certificate or revalidation lapsed', 'Ordering provider not entitled'],
    steps: ['Check the effective date with the payer for this provider, place and group.', 'If the number was wrong, correct it.', 'If the payer\'s file is wrong, have it corrected and all affected claims reprocessed.', 'If the provider was not yet effective, ask for a retroactive date, else write it off.'],
    evidence: ['Approval letter with its date', 'Registry entry', 'Roster sent to the payer'],
    prevent: 'No booking with a payer before its effective date is on file.',
  },
  network: {
    causes: ['Provider or place outside the plan\'s network', 'Payer file wrong', 'Plan product not covered by the contract'],
    steps: ['Check contract, product and date.', 'If in network, have the file corrected and the claim reprocessed.', 'If not, appeal for emergency, lack of a network provider or continuity of care.', 'Check surprise billing law before the patient is billed.'],
    evidence: ['Contract page and effective date', 'Emergency record', 'Referral'],
    prevent: 'Check network by product at scheduling.',
  },
  'non-covered': {
    causes: ['Plan exclusion', 'Benefit used up', 'Routine service billed without a medical reason', 'No signed notice'],
    steps: ['Read the group code: PR goes to the patient, CO does not.', 'Hold the exclusion against the benefit document.', 'If the service was covered, appeal with the passage.', 'Else bill other coverage, or the patient where allowed, or write it off.'],
    evidence: ['Benefit document', 'Signed notice or waiver', 'Eligibility answer with benefit detail'],
    prevent: 'Check the benefit before the service and have the notice signed.',
  },
  contractual: {
    causes: ['Agreed discount', 'Rate missing or outdated in the payer\'s file', 'Capitated service', 'Contract excludes the service'],
    steps: ['Compare the allowed amount with the contract.', 'If it matches, post it.', 'If not, dispute with the contract page and ask for all affected claims.'],
    evidence: ['Fee schedule of that date', 'Contract clause', 'Other claims paid right'],
    prevent: 'Load contract rates and compare each remittance.',
  },
  'patient-responsibility': {
    causes: ['Deductible, coinsurance or copay', 'No further coverage billed'],
    steps: ['Bill the secondary payer if there is one.', 'Compare the share with the benefits.', 'Send the statement.'],
    evidence: ['Remittance', 'Eligibility answer with benefit detail'],
    prevent: 'Estimate and collect the share at the visit.',
  },
  'payment-adjustment': {
    causes: ['Bookkeeping', 'Recovery of an earlier payment', 'Cut by law or program'],
    steps: ['Find the claim it belongs to.', 'Post it.', 'If money was taken back, check the letter and its dispute date.'],
    evidence: ['Remittance with provider-level adjustments', 'Recovery letter'],
    prevent: 'Match every recovery to its letter before posting.',
  },
  other: {
    causes: ['Reason not shown', 'Payer\'s own code'],
    steps: ['Open the lines and the remittance: codes often hide there.', 'Ask for group, reason and remark code, and note the call.', 'Classify again.'],
    evidence: ['Remittance', 'Call reference'],
    prevent: 'Note what the payer\'s own code meant, for the next time.',
  },
};

/** The play for a category. */
export function playFor(category: DenialCategory): Play {
  return plays[category];
}
