import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import { typedCents } from '../../rules/review/typed-money.ts';

/** A claim typed by hand or beside a pasted text, as it stands while it is typed. */
export type ManualDraft = {
  payerKey: string | null; pasted: string; claimControlNumber: string; patientControlNumber: string; patientName: string; memberId: string; serviceFrom: string | null; serviceTo: string | null;
  remittanceOn: string | null; status: ClaimFacts['status']; charge: string; paid: string; codes: string; reference: string;
};

export const blankManual = (): ManualDraft => ({
  payerKey: null, pasted: '', claimControlNumber: '', patientControlNumber: '', patientName: '', memberId: '', serviceFrom: null, serviceTo: null, remittanceOn: null, status: 'denied', charge: '', paid: '', codes: '', reference: '',
});

export function restoredManual(kept: unknown): ManualDraft | null {
  if (typeof kept !== 'object' || kept === null || typeof (kept as Partial<ManualDraft>).pasted !== 'string') return null;
  return { ...blankManual(), ...(kept as Partial<ManualDraft>) };
}

export type ManualFault = { field: keyof ManualDraft; text: string };
export type TypedCodes = { adjustments: ClaimFacts['adjustments']; rarcs: string[]; unread: string[] };

const groups = ['CO', 'PR', 'OA', 'PI', 'CR'] as const;

/** Codes as they are typed or copied: `CO-197, N54 pr3`. What is no code is given back, not dropped. */
export function typedCodes(text: string): TypedCodes {
  const found: TypedCodes = { adjustments: [], rarcs: [], unread: [] };
  for (const word of text.toUpperCase().split(/[\s,;/]+/u).filter((part) => part !== '')) {
    const adjustment = /^(CO|PR|OA|PI|CR)-?([A-Z]?\d{1,3})$/u.exec(word);
    const groupCode = groups.find((one) => one === adjustment?.[1]);
    if (adjustment !== null && groupCode !== undefined) found.adjustments.push({ groupCode, carc: adjustment[2] ?? '', cents: null });
    else if (/^(?:MA|N|M)\d{1,3}$/u.test(word)) found.rarcs.push(word);
    else if (/^(?:\d{1,3}|[ABDPWY]\d{1,2})$/u.test(word)) found.adjustments.push({ groupCode: null, carc: word, cents: null });
    else found.unread.push(word);
  }
  return found;
}

/** The facts as they are recorded, or what stands in the way. */
export function manualFacts(draft: ManualDraft, payerName: string | null): { facts: ClaimFacts; faults: ManualFault[] } {
  const faults: ManualFault[] = [];
  const cents = (field: 'charge' | 'paid') => {
    if (draft[field].trim() === '') return null;
    const read = typedCents(draft[field]);
    if (read === null) faults.push({ field, text: 'Write an amount as 1,234.50.' });
    return read;
  };
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  const codes = typedCodes(draft.codes);
  if (codes.unread.length > 0) faults.push({ field: 'codes', text: `Not a code: ${codes.unread.join(', ')}` });
  if (draft.payerKey === null) faults.push({ field: 'payerKey', text: 'Choose the payer.' });
  if (text(draft.claimControlNumber) === null && text(draft.patientControlNumber) === null && text(draft.patientName) === null) faults.push({ field: 'claimControlNumber', text: 'Give a claim number, an account number or the patient.' });
  if (draft.serviceFrom !== null && draft.serviceTo !== null && draft.serviceTo < draft.serviceFrom) faults.push({ field: 'serviceTo', text: 'The service ends before it begins.' });
  const facts: ClaimFacts = {
    payerName, claimControlNumber: text(draft.claimControlNumber), patientControlNumber: text(draft.patientControlNumber), patientName: text(draft.patientName), memberId: text(draft.memberId), provider: null,
    serviceFrom: draft.serviceFrom, serviceTo: draft.serviceTo ?? draft.serviceFrom, receivedOn: null, finalizedOn: null, remittanceOn: draft.remittanceOn, paymentOn: null, noticeReceivedOn: null,
    charge: cents('charge'), allowed: null, paid: cents('paid'), patientResponsibility: null, paymentNumber: null, status: draft.status, statusCodes: [], adjustments: codes.adjustments, rarcs: codes.rarcs,
    payerCodes: [], lines: [], claimType: null, network: null, lineOfBusiness: null, state: null, mac: null,
  };
  return { facts, faults };
}
