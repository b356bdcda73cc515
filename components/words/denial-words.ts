import type { DenialCategory } from '../../rules/codes/vocabulary.ts';
import type { AdvisedPath, OriginStep } from '../../rules/denials/vocabulary.ts';
import { wordOf } from './word-of.ts';

/** Words for why a claim was denied, where that began, and what to do about it. */
const categories: Record<DenialCategory, string> = {
  eligibility: 'Coverage not active', 'patient-data': 'Patient data does not match', 'coordination-of-benefits': 'Other insurance first', 'prior-authorization': 'Authorization missing',
  'claim-data': 'Claim data missing or wrong', coding: 'Coding', bundling: 'Bundled into another service', documentation: 'Records asked for', 'medical-necessity': 'Medical necessity',
  'timely-filing': 'Filed too late', duplicate: 'Duplicate', 'provider-enrollment': 'Provider enrollment', network: 'Out of network', 'non-covered': 'Not covered',
  contractual: 'Contract amount', 'patient-responsibility': 'Patient share', 'payment-adjustment': 'Payment adjusted', other: 'Other reason',
};
const paths: Record<AdvisedPath, string> = {
  'correct-and-resubmit': 'Correct and resubmit', appeal: 'Appeal', 'send-records': 'Send the records', 'bill-other-payer': 'Bill the other payer', 'bill-patient': 'Bill the patient',
  'call-payer': 'Call the payer', 'write-off': 'Write off', 'wait-for-payer': 'Wait for the payer', none: 'Nothing to do',
};
const origins: Record<OriginStep, string> = {
  scheduling: 'Scheduling', 'front-desk': 'Front desk', clinical: 'Clinic', coding: 'Coding', 'charge-entry': 'Charge entry', billing: 'Billing', 'payer-contract': 'Payer or contract', undecided: 'Not clear yet',
};
const avoidables: Record<string, string> = { yes: 'Avoidable', no: 'Not avoidable', undecided: 'Not clear if avoidable' };

export const categoryWords = (category: string) => wordOf(categories, category);
export const pathWords = (path: string) => wordOf(paths, path);
export const originWords = (step: string) => wordOf(origins, step);
export const avoidableWords = (avoidable: string) => wordOf(avoidables, avoidable);

const listed = <T extends string>(table: Record<T, string>) => (Object.keys(table) as T[]).map((value) => ({ value, label: table[value] }));
export const categoryOptions = listed(categories);
export const pathOptions = listed(paths);
