import type { MemberField } from '../../rules/reading/member-reading.ts';
import { wordOf } from './word-of.ts';

const fields: Record<MemberField, string> = {
  memberId: 'Member ID', patientName: 'Patient', payer: 'Payer', number: 'Authorization number', status: 'Status', from: 'From', to: 'To', codes: 'Codes', units: 'Units approved', plan: 'Plan', order: 'Order of payers',
  otherPayer: 'Other payer', provider: 'Provider', place: 'Place', asOf: 'Asked for the day', reference: 'Reference number',
};

export const recordFieldWords = (field: string) => wordOf(fields, field);
export const coverageOptions = [{ value: 'active', label: 'Active' }, { value: 'inactive', label: 'Not active' }, { value: 'unclear', label: 'Not clear' }] as const;
export const orderOptions = [{ value: 'primary', label: 'Pays first' }, { value: 'secondary', label: 'Pays second' }, { value: 'tertiary', label: 'Pays third' }, { value: 'unclear', label: 'Not clear' }] as const;
export const approvalOptions = [{ value: 'approved', label: 'Approved' }, { value: 'partly', label: 'Partly approved' }, { value: 'pending', label: 'Pending' }, { value: 'denied', label: 'Denied' }] as const;
