/** How different developers name and write things: a house is one portal maker's habits. */
import type { DateStyle, MoneyStyle, NameStyle } from '../format.ts';
import type { Outcome } from './facts.ts';

export type HeaderField =
  | 'claim' | 'account' | 'patient' | 'member' | 'service' | 'serviceFrom' | 'serviceTo' | 'received' | 'finalized'
  | 'charge' | 'allowed' | 'paid' | 'share' | 'payment' | 'paymentOn' | 'status' | 'reason' | 'remark' | 'category';
export type LineField =
  | 'line' | 'lineDate' | 'procedure' | 'modifiers' | 'units' | 'lineCharge' | 'lineAllowed' | 'linePaid' | 'lineStatus'
  | 'lineCodes' | 'lineGroup' | 'lineCarc' | 'lineAdjustment' | 'lineRarcs' | 'linePayerCode' | 'place' | 'pointer';
/** `CO-50`, `CO 50`, `CO50`, `50`, or group and reason in columns of their own. */
export type CodeStyle = 'dash' | 'blank' | 'joined' | 'bare' | 'columns' | 'words' | 'described';
export type House = {
  id: string; payer: string;
  labels: Record<HeaderField, string>; columns: Record<LineField, string>;
  money: MoneyStyle; date: DateStyle; name: NameStyle; empty: string; colon: boolean; between: string; codes: CodeStyle;
  words: Record<Outcome, readonly string[]>;
};

/** Other names of the same field, none of which names another one. */
export const SYNONYMS: Record<HeaderField, readonly string[]> = {
  claim: ['Claim Number', 'Claim #', 'Claim No.', 'Claim ID', 'Claim Control Number', 'Payer Claim Control Number', 'ICN', 'Internal Control Number', 'DCN', 'Document Control Number', 'TCN', 'Transaction Control Number', 'Claim Identifier', 'Payer Claim Number', 'Claim Reference Number'],
  account: ['Patient Account Number', 'Patient Account #', 'Patient Control Number', 'Account Number', 'PAN', 'Your account number', 'Patient Acct No'],
  patient: ['Patient Name', 'Patient', 'Member Name', 'Member', 'Beneficiary Name', 'Client Name', 'Recipient', 'Enrollee'],
  member: ['Member ID', 'Subscriber ID', 'Patient ID', 'Medicaid ID', 'Client ID', 'Recipient ID', 'Identification number', 'Member #'],
  service: ['Date of Service', 'DOS', 'Date(s) of Service', 'Service Dates', 'Service Date(s)', 'Claim Service Period', 'Dates of service'],
  serviceFrom: ['From Date', 'From DOS', 'Service From', 'First service date', 'Statement From', 'First Date of Service'],
  serviceTo: ['Thru Date', 'To DOS', 'Service To', 'Last service date', 'Statement Thru', 'Last Date of Service'],
  received: ['Received Date', 'Receipt date', 'Claim Receipt Date', 'Date Received', 'Received'],
  finalized: ['Finalized Date', 'Date Finalized', 'Claim Finalized Date', 'Processed Date', 'Date Processed', 'Process Date', 'Adjudication Date'],
  charge: ['Billed Amount', 'Total Billed', 'Billed', 'Charge Amount', 'Total Charges', 'Amount Charged', 'Claim Amount', 'Claim Charge Amount', 'Submitted amount', 'Amount You Charged', 'Chg Amt'],
  allowed: ['Allowed Amount', 'Amount Allowed', 'Approved amount', 'Allowed', 'Total Allowed'],
  paid: ['Paid Amount', 'Total paid', 'Amount Paid', 'Paid', 'Amount Paid To Provider', 'Provider Payment', 'Total Claim Paid', 'Plan paid', 'Net payment'],
  share: ['Patient Responsibility', 'Patient Resp', 'Member Responsibility', 'Total patient share', 'Patient Cost Share'],
  payment: ['Check Number', 'Check/EFT Number', 'EFT/Check Number', 'EFT Trace Number', 'Check/EFT Trace Number', 'Payment Number', 'Payment #'],
  paymentOn: ['Check Date', 'Check/EFT Date', 'Payment Date', 'Payment issue date', 'EFT effective date'],
  status: ['Claim Status', 'Status', 'Adjudication status', 'Status Description'],
  reason: ['Reason Code', 'Adjustment Reason Code', 'Adj Reason Code', 'CARC', 'Denial code', 'Claim Adjustment Reason Code'],
  remark: ['Remark Code(s)', 'RMK Code', 'RARC', 'Remark Codes'],
  category: ['Category/Status Code', 'HIPAA status', 'Claim Status Category Code'],
};

export const COLUMN_SYNONYMS: Record<LineField, readonly string[]> = {
  line: ['Line', '#', 'Ln', 'Line No.'], lineDate: ['Service Date', 'DOS', 'Date of Service', 'Svc Dt', 'From'],
  procedure: ['Procedure', 'Procedure Code', 'CPT/HCPCS', 'Proc', 'Service', 'HCPCS'], modifiers: ['Modifiers', 'Mod', 'Modifier(s)', 'Mods'], units: ['Units', 'Qty', 'Quantity', 'Unit Count'],
  lineCharge: ['Billed Amount', 'Billed', 'Charge', 'Amount Charged', 'Submitted'], lineAllowed: ['Allowed Amount', 'Allowed', 'Amount Allowed', 'Approved'], linePaid: ['Paid Amount', 'Paid', 'Amount Paid', 'Plan Paid', 'Paid to Provider'],
  lineStatus: ['Status', 'Line Status'], lineCodes: ['Reason/Remark Codes', 'Codes', 'Adj/Remark Codes', 'Adjustment Codes'], lineGroup: ['Group Code', 'Group', 'Grp'], lineCarc: ['Reason Code', 'Adj Reason Code', 'CARC', 'Reason'],
  lineAdjustment: ['Adjustment Amount', 'Adj Amt', 'Adjusted', 'Amount Adjusted'], lineRarcs: ['Remark Codes', 'RMK Code', 'RARC', 'Remarks'], linePayerCode: ['EOB', 'EOB Code', 'EX Code', 'Edit Code'],
  place: ['POS', 'Place of Service'], pointer: ['Diag Ptr', 'Pointer'],
};

const words = (denied: string[], paid: string[], partial: string[], pending: string[], rejected: string[]): House['words'] =>
  ({ denied, paid, deductible: paid, 'partially-denied': partial, pending, rejected });
const PLAIN = words(['Denied'], ['Paid'], ['Partially Paid', 'Partially Denied'], ['Pending', 'In Process'], ['Rejected']);
const NEUTRAL = words(['Finalized'], ['Finalized'], ['Finalized'], ['Pending'], ['Rejected']);

type Short = Omit<House, 'labels' | 'columns'> & { pick: number };
/** A house takes the n-th word of every list, wrapping round, so that its words differ from the others' throughout. */
function build({ pick, ...rest }: Short): House {
  const nth = <K extends string>(lists: Record<K, readonly string[]>): Record<K, string> =>
    Object.fromEntries(Object.entries<readonly string[]>(lists).map(([key, list]) => [key, list[pick % list.length] ?? key])) as Record<K, string>;
  return { ...rest, labels: nth(SYNONYMS), columns: nth(COLUMN_SYNONYMS) };
}

export const HOUSES: readonly House[] = [
  build({ pick: 0, id: 'plain', payer: 'Fernhollow Health', money: 'dollar', date: 'us', name: 'last-first-m', empty: '--', colon: false, between: ' - ', codes: 'dash', words: PLAIN }),
  build({ pick: 1, id: 'old', payer: 'Mercator Life & Health', money: 'plain', date: 'us-short', name: 'upper-no-comma', empty: '\u00a0', colon: true, between: ' thru ', codes: 'columns', words: words(['DENY', 'DENIED'], ['PAID', 'PAY'], ['PARTIALLY PAID'], ['SUSPENDED', 'PENDED'], ['REJECTED']) }),
  build({ pick: 2, id: 'spa', payer: 'Tidewater Advantage', money: 'dollar', date: 'month', name: 'first-last', empty: '—', colon: false, between: ' – ', codes: 'bare', words: NEUTRAL }),
  build({ pick: 3, id: 'state', payer: 'Sagebrush Medicaid', money: 'thousands', date: 'dashes', name: 'last-first', empty: '', colon: true, between: ' to ', codes: 'bare', words: words(['Finalized Denied'], ['Finalized/Payment', 'Paid'], ['Partially Denied'], ['Pended', 'Under review'], ['Returned to Provider']) }),
  build({ pick: 4, id: 'slim', payer: 'Alder & Wyeth Benefits', money: 'dollar', date: 'iso', name: 'title-last-first', empty: 'N/A', colon: false, between: ' - ', codes: 'joined', words: words(['Processed'], ['Processed'], ['Processed'], ['Received', 'In Progress'], ['Unprocessable']) }),
  build({ pick: 5, id: 'guild', payer: 'Carpenters Guild Trust', money: 'spaced', date: 'month-long', name: 'last-first-m', empty: 'None', colon: true, between: ' to ', codes: 'blank', words: words(['Not covered', 'Denied'], ['Approved', 'Paid'], ['Partially Paid'], ['Under review'], ['Rejected by Payer']) }),
  build({ pick: 6, id: 'hub', payer: 'Evergreen Mutual', money: 'dollar', date: 'us', name: 'last-first', empty: '-', colon: false, between: '-', codes: 'described', words: words(['Adjudicated', 'Denied'], ['Adjudicated', 'Paid'], ['Adjudicated'], ['Action required', 'Developing'], ['Rejected']) }),
  build({ pick: 7, id: 'blue', payer: 'Blue Mesa Assurance', money: 'trailing', date: 'us', name: 'last-first-m', empty: '--', colon: true, between: ' - ', codes: 'words', words: words(['Finalized - Denied', 'Claim denied'], ['Completed', 'Paid'], ['Completed'], ['Suspended'], ['Rejected']) }),
];
