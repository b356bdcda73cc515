import type { AppealLevel, AppealState, EscalationStep, PartKind, ProofKind } from '../../rules/domain/appeal.ts';
import { APPEAL_CHANNELS, PART_KINDS, PROOF_KINDS, REQUESTS } from '../../rules/domain/appeal.ts';
import type { ProofGrade } from '../../rules/appeals/filing-proofs.ts';
import type { PacketFault } from '../../rules/appeals/packet-checklist.ts';
import type { ChipTone } from '../ui/Chip.tsx';
import { clockWords } from './clock-words.ts';
import { wordOf } from './word-of.ts';

/** Words for appeals and their packets. */
const states: Record<AppealState, string> = {
  draft: 'Draft', 'in-review': 'Waiting for its check', ready: 'Ready to send', sent: 'Sent', 'receipt-confirmed': 'Receipt confirmed', 'in-payer-review': 'In review at the payer', 'information-requested': 'Payer asks for more',
  upheld: 'Upheld: denial stands', overturned: 'Overturned', 'partly-overturned': 'Partly overturned', 'external-review': 'With the outside reviewer', withdrawn: 'Withdrawn', dismissed: 'Dismissed', closed: 'Closed',
};
const tones: Partial<Record<AppealState, ChipTone>> = { ready: 'accent', 'in-review': 'soon', 'information-requested': 'soon', upheld: 'over', overturned: 'good', 'partly-overturned': 'soon', dismissed: 'over' };
const parts: Record<PartKind, string> = {
  'cover-letter': 'Cover letter', 'payer-form': "Payer's own form", remittance: 'Remittance or EOB', 'denial-letter': 'Denial letter', 'prior-decision': 'Decision of the level before', 'claim-copy': 'Copy of the claim', 'chart-notes': 'Chart notes', orders: 'Orders',
  'test-results': 'Test results', authorization: 'Approval', 'policy-text': "Payer's policy", 'filing-proof-list': 'List of proofs of filing', 'filing-proof': 'Proof of filing', 'coverage-proof': 'Proof of coverage', 'other-payer-remittance': "Other payer's remittance",
  'corrected-claim': 'Corrected claim', 'representative-form': 'Representative form', other: 'Other document',
};
const proofs: Record<ProofKind, string> = {
  'payer-acceptance-277ca': '277CA, accepted by the payer', 'clearinghouse-277ca': '277CA of the clearinghouse', 'functional-ack-999': '999 acknowledgment', 'interchange-ack-ta1': 'TA1 acknowledgment', 'clearinghouse-payer-report': "Clearinghouse report with the payer's number",
  'clearinghouse-batch-report': 'Clearinghouse batch receipt', 'portal-receipt': 'Portal receipt', 'portal-screenshot': 'Portal screenshot', 'practice-system-screenshot': 'Screenshot of our own system', 'certified-mail': 'Certified mail receipt', 'fax-confirmation': 'Fax confirmation',
  'earlier-remittance': 'Earlier remittance', 'payer-letter': 'Letter from the payer', 'call-reference': 'Call reference', 'claim-copy-only': 'Copy of the claim form', 'claim-file-837': '837 claim file',
};
const grades: Record<ProofGrade, string> = { counts: 'Counts', supports: 'Supports', weak: 'Weak', 'does-not-count': 'Does not count' };
const gradeTones: Record<ProofGrade, ChipTone> = { counts: 'good', supports: 'accent', weak: 'soon', 'does-not-count': 'over' };
const requests: Record<(typeof REQUESTS)[number], string> = { 'pay-in-full': 'Pay the claim', 'pay-denied-lines': 'Pay the denied services', reprocess: 'Process the claim again', 'records-reviewed': 'Review the records and pay', 'return-taken-back': 'Return what was taken back' };
const escalations: Record<EscalationStep, string> = { supervisor: 'Supervisor', 'payer-representative': 'Provider representative', 'formal-complaint': 'Formal complaint', regulator: 'Regulator' };
const channels: Record<(typeof APPEAL_CHANNELS)[number], string> = { portal: 'Portal', fax: 'Fax', mail: 'Mail', edi: 'EDI', phone: 'Phone' };
const refusals: Record<string, string> = {
  'not-a-document': 'This is no PDF, PNG or JPEG. Save it as a PDF first.', encrypted: 'This PDF is locked or protected with a password. Print it to a new PDF and take that.', broken: 'This file is damaged and cannot be opened. Get it again from where it came.',
  'has-program': 'This PDF has a program inside. Print it to a new PDF and take that.', 'has-files': 'This PDF has other files inside. Print it to a new PDF, and add those files by themselves.', 'changing-form': 'This PDF is a form that draws itself. Print it to a new PDF and take that.',
  'too-many-pages': 'This PDF has more than 2,000 pages. Take only the pages that matter.', 'too-large': 'This file is larger than 50 MB. Take only the pages that matter.', 'image-too-large': 'This picture is too large. Save it smaller first.', 'too-slow': 'This file takes too long to open and was given up. Print it to a new PDF and take that.',
  empty: 'This file is empty.', twice: 'This very file is in the packet already.', failed: 'This file could not be kept. Try again.',
};

export const appealStateWords = (state: string) => wordOf(states, state);
export const appealStateTone = (state: AppealState): ChipTone => tones[state] ?? 'plain';
export const levelWords = (level: AppealLevel) => clockWords(level);
export const partWords = (kind: string) => wordOf(parts, kind);
export const proofWords = (kind: string) => wordOf(proofs, kind);
export const gradeWords = (grade: ProofGrade) => grades[grade];
export const gradeTone = (grade: ProofGrade) => gradeTones[grade];
export const requestWords = (request: string) => wordOf(requests, request);
export const escalationWords = (step: string) => wordOf(escalations, step);
export const channelWords = (channel: string) => wordOf(channels, channel);
export const refusalWords = (refusal: string) => wordOf(refusals, refusal);
export const partOptions = PART_KINDS.map((value) => ({ value, label: parts[value] }));
export const proofOptions = PROOF_KINDS.map((value) => ({ value, label: proofs[value] }));
export const requestOptions = REQUESTS.map((value) => ({ value, label: requests[value] }));
export const channelOptions = APPEAL_CHANNELS.map((value) => ({ value, label: channels[value] }));

/** A merge field as a person reads it: `claim number`. */
export const fieldWords = (field: string) => field.replaceAll('-', ' ');

/** `1.4 MB`, `320 KB`. */
export function sizeWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** What is missing, as one thing to do. */
export function faultWords(fault: PacketFault): string {
  switch (fault.code) {
    case 'blank': return `The letter has a blank: ${fieldWords(fault.field)}`;
    case 'unconfirmed': return `“${fault.what}” in your paragraph is not in the case. Say where it comes from.`;
    case 'missing-part': return `${partWords(fault.kind)} is missing. ${fault.why}`;
    case 'no-document': return `${fault.title} has no document`;
    case 'no-why': return `${fault.title}: say why it is included`;
    case 'not-whole': return `${fault.title} was not taken in whole. Add it again.`;
    case 'too-many-pages': return `${fault.pages} pages; this payer takes ${fault.limit}`;
    case 'too-large': return `${sizeWords(fault.bytes)}; this payer takes ${sizeWords(fault.limit)}`;
    case 'no-proof-counts': return 'No proof of filing here counts or supports. Add one the payer accepts.';
  }
}
