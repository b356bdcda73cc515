import type { RowProblem } from '../../rules/worklists/read-row.ts';
import type { DateOrder, WorklistField } from '../../rules/worklists/worklist-columns.ts';

export const worklistFieldWords: Readonly<Record<WorklistField, string>> = {
  payer: 'Payer', claimControlNumber: "Payer's claim number", patientControlNumber: 'Account number', patientName: 'Patient', memberId: 'Member number', serviceFrom: 'First day of service', serviceTo: 'Last day of service',
  remittanceOn: 'Denied on', noticeReceivedOn: 'Letter received on', charge: 'Charge', paid: 'Paid', status: 'What the payer did', reason: 'Reason code (CARC)', remark: 'Remark code (RARC)', procedure: 'Procedure', provider: 'Provider', location: 'Location', specialty: 'Specialty',
  paymentNumber: 'Check or EFT number', note: 'Note',
};

export const rowProblemWords: Readonly<Record<RowProblem['code'], string>> = {
  'no-such-day': 'No such day', 'not-an-amount': 'Not an amount', 'unknown-status': 'Not clear what the payer did', 'unknown-reason': 'No reason code in it', 'no-claim': 'No claim or account number, and no patient with a day of service',
  'no-payer': 'No payer', backwards: 'Ends before it begins', 'in-the-future': 'This day has not come yet',
};

export const dateOrderWords: Readonly<Record<DateOrder, string>> = { 'month-first': 'Month first: 03/04 is March 4', 'day-first': 'Day first: 03/04 is April 3' };

const delimiters: Readonly<Record<string, string>> = { ',': 'commas', '\t': 'tabs', ';': 'semicolons', '|': 'bars', '^': 'carets' };
const encodings: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', 'windows-1252': 'Windows-1252 (not UTF-8)', 'utf-16': 'UTF-16' };

/** How a list was read: shown, because a wrong guess shows in names and amounts. */
export function readingWords(encoding: string, delimiter: string | null): string {
  return encoding === 'xlsx' ? 'Read as an Excel workbook' : `Read as ${encodings[encoding] ?? encoding}, cells between ${delimiters[delimiter ?? ''] ?? 'other signs'}`;
}

export const worklistFaultWords: Readonly<Record<string, string>> = {
  'file-empty': 'There is nothing in it. Nothing was changed.', 'not-a-table': 'This is not a table with columns. Save it as CSV or XLSX, or copy the cells and paste them here.',
  'old-workbook': 'This is an old Excel file (.xls). Save it as .xlsx or CSV in Excel and drop it again.', 'locked-workbook': 'This workbook has a password. Save a copy without one and drop that.',
  'workbook-too-large': 'This file unfolds to more than a worklist can be. It was not opened.', 'workbook-broken': 'This workbook cannot be read. Open and save it anew in Excel, or save it as CSV.', 'took-too-long': 'Reading took longer than 20 seconds and was stopped. Nothing was changed.',
};
