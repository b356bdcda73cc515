import type { ExportColumn, ExportKind, ExportReason } from '../../rules/exports/export-kinds.ts';

const columns: Record<ExportColumn, string> = {
  payer: 'Payer', reason: 'Denial reason', state: 'State', 'next-action': 'Next action', 'next-date': 'Next date', 'last-safe-day': 'Last safe day', 'due-date': 'Due date', denied: 'Denied', charge: 'Charge', paid: 'Paid',
  owner: 'Owner', 'payer-status': 'Payer status', path: 'Path', 'last-touched': 'Last touched', patient: 'Patient', account: 'Account number', claim: 'Claim number', member: 'Member ID', 'service-date': 'Service date', provider: 'Provider',
};
const reasons: Record<ExportReason, string> = {
  posting: 'For posting', 'payer-request': 'The payer asked for it', 'patient-request': 'The patient asked for it', 'other-system': 'To go on in another system', audit: 'Audit', 'legal-request': 'Legal request', other: 'Another reason',
};
const kinds: Record<ExportKind, string> = { cases: 'Cases', posting: 'Posting hand-over', everything: 'Everything', trail: 'Audit trail' };

export const exportColumnWords = (column: ExportColumn) => columns[column];
export const exportKindWords = (kind: ExportKind) => kinds[kind];
export const exportReasonOptions = (Object.keys(reasons) as ExportReason[]).map((value) => ({ value, label: reasons[value] }));
export const postingWhat = { payment: 'Payment', adjustment: 'Adjustment', 'patient-share': 'Patient share' } as const;
