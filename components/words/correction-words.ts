import type { GuardFinding } from '../../rules/corrections/duplicate-guard.ts';
import { CORRECTION_FIELDS, CORRECTION_KINDS } from '../../rules/domain/correction.ts';
import type { CorrectionField, CorrectionKind, CorrectionState } from '../../rules/domain/correction.ts';

const kinds: Record<CorrectionKind, string> = { replacement: 'Corrected claim (7)', void: 'Void (8)', resubmission: 'New submission (1)', records: 'Records' };
const states: Record<CorrectionState, string> = {
  draft: 'Draft', sent: 'Sent', accepted: 'Accepted by the payer', 'in-process': 'In process', rejected: 'Rejected', paid: 'Paid', denied: 'Denied again', voided: 'Voided', withdrawn: 'Not sent after all',
};
const fields: Record<CorrectionField, string> = {
  'patient-name': 'Patient name', 'birth-date': 'Birth date', 'member-id': 'Member ID', plan: 'Plan', 'payer-order': 'Payer order', subscriber: 'Subscriber', 'service-dates': 'Dates of service', procedure: 'Procedure code',
  modifier: 'Modifier', diagnosis: 'Diagnosis', units: 'Units', charge: 'Charge', 'place-of-service': 'Place of service', 'rendering-provider': 'Rendering provider', 'billing-provider': 'Billing provider',
  'referring-provider': 'Referring provider', 'npi-or-tax-id': 'NPI or tax ID', 'authorization-number': 'Authorization number', attachment: 'Attachment', other: 'Something else',
};
const guards: Record<GuardFinding['code'], string> = {
  'in-process': 'A claim for this service is in process. Sending now comes back as a duplicate.', paid: 'A claim for this service is paid already.', 'on-its-way': 'A correction for this service is on its way already.',
  'no-status-check': "The payer's status was not looked at yet. Check it before sending.", 'check-too-old': 'The last look at the status is more than three days old.', 'no-original-number': "The payer's number of the original claim is missing: without it this is read as a new claim.",
  'appeal-pending': 'An appeal is still undecided. Some payers close it when a corrected claim comes.', 'nothing-changed': 'Nothing is different from the claim as it was sent: that is a duplicate.',
};

export const correctionKindWords = (kind: CorrectionKind) => kinds[kind];
export const correctionStateWords = (state: CorrectionState) => states[state];
export const correctionFieldWords = (field: CorrectionField) => fields[field];
export const guardWords = (code: GuardFinding['code']) => guards[code];
export const correctionKindOptions = CORRECTION_KINDS.map((value) => ({ value, label: kinds[value] }));
export const correctionFieldOptions = CORRECTION_FIELDS.map((value) => ({ value, label: fields[value] }));
export const correctionChannelOptions = [{ value: 'edi', label: 'EDI' }, { value: 'portal', label: 'Portal' }, { value: 'mail', label: 'Mail' }, { value: 'fax', label: 'Fax' }, { value: 'phone', label: 'Phone' }] as const;
