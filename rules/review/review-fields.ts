import type { ClaimFacts } from '../domain/denial-case.ts';
import type { Found, Reading, ReadingClaim } from '../reading/reading.ts';
import { shownDate, typedDate } from './typed-date.ts';
import { shownCents, typedCents } from './typed-money.ts';

/** The fields of a claim that the review card shows one by one, in the order a biller checks them. */
export const REVIEW_FIELDS = [
  { key: 'claimControlNumber', kind: 'text', label: 'Claim number' },
  { key: 'patientName', kind: 'text', label: 'Patient' },
  { key: 'memberId', kind: 'text', label: 'Member ID' },
  { key: 'patientControlNumber', kind: 'text', label: 'Account number' },
  { key: 'status', kind: 'status', label: 'Status' },
  { key: 'serviceFrom', kind: 'date', label: 'Service from' },
  { key: 'serviceTo', kind: 'date', label: 'Service to' },
  { key: 'charge', kind: 'money', label: 'Billed' },
  { key: 'allowed', kind: 'money', label: 'Allowed' },
  { key: 'paid', kind: 'money', label: 'Paid' },
  { key: 'patientResponsibility', kind: 'money', label: 'Patient share' },
  { key: 'receivedOn', kind: 'date', label: 'Received' },
  { key: 'finalizedOn', kind: 'date', label: 'Finalized' },
  { key: 'remittanceOn', kind: 'date', label: 'Remittance date' },
  { key: 'paymentOn', kind: 'date', label: 'Payment date' },
  { key: 'paymentNumber', kind: 'text', label: 'Check or EFT' },
] as const;

export type ReviewKey = (typeof REVIEW_FIELDS)[number]['key'];
export type ReviewKind = (typeof REVIEW_FIELDS)[number]['kind'];

export type ReviewField = {
  key: ReviewKey; kind: ReviewKind; label: string;
  /** As a person reads and edits it; empty where nothing was found. */
  text: string;
  /** Where it stood on the page; null where nothing was found. */
  evidence: { raw: string; label: string | null } | null;
  /** How sure the reader is. `missing` is an honest "not found". */
  doubt: 'certain' | 'likely' | 'derived' | 'missing';
  /** Rivals the reader would not choose between. */
  candidates: { text: string; raw: string; label: string | null }[];
  /** What was known before, where it differs from what the page says now. */
  was: string | null;
};

/** The value as text in the form a person edits. */
export function shownValue(kind: ReviewKind, value: string | number): string {
  if (kind === 'money') return typeof value === 'number' ? shownCents(value) : value;
  if (kind === 'date') return shownDate(String(value));
  return String(value);
}

/** The plain value of a field's text; null where it is empty, undefined where it cannot be read. */
export function typedValue(kind: ReviewKind, text: string): string | number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (kind === 'money') return typedCents(trimmed) ?? undefined;
  if (kind === 'date') return typedDate(trimmed) ?? undefined;
  return trimmed;
}

/**
 * One claim of a reading as the fields of the card.
 * @param known the facts as last saved for this claim, or null where it is new.
 */
export function reviewFields(reading: Reading, index: number, known: ClaimFacts | null): ReviewField[] {
  const claim: ReadingClaim | undefined = reading.claims[index];
  return REVIEW_FIELDS.map(({ key, kind, label }) => {
    const found: Found<string | number> | null = claim?.[key] ?? null;
    const text = found === null ? '' : shownValue(kind, found.value);
    const before = known?.[key] ?? null;
    const was = before === null || found === null || before === found.value ? null : shownValue(kind, before);
    const candidates = reading.candidates.filter((one) => one.claim === index && one.field === key).flatMap((one) => one.values)
      .map((value) => ({ text: shownValue(kind, value.value), raw: value.raw, label: value.label }));
    return {
      key, kind, label, text, candidates, was,
      evidence: found === null ? null : { raw: found.raw, label: found.label },
      doubt: found === null ? 'missing' : found.derived === true ? 'derived' : found.confidence,
    };
  });
}
