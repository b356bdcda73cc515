import type { Found, ReadingClaim } from '../../reading/reading.ts';
import { nameKey } from '../reader/claim-fields.ts';
import { readTexts } from '../reader/found-values.ts';
import { readAccountNumber, readClaimNumber, readMemberId, readPaymentNumber, readPersonName, sameIdentifier } from '../reader/identifiers.ts';
import { readMoney } from '../reader/money.ts';
import { readDate, readDateSpan } from '../reader/page-dates.ts';
import { readStatusWord } from '../reader/status-words.ts';
import type { ClaimField, HookField } from './map-fields.ts';

/** The value of a field among texts, by the same shapes that the general reader asks for; null where none has the shape. */
export function readHookField(field: Exclude<HookField, 'serviceDates' | 'status'>, texts: readonly string[]): { value: string | number; raw: string } | null {
  switch (field) {
    case 'claimControlNumber': return readTexts(texts, readClaimNumber);
    case 'patientControlNumber': return readTexts(texts, readAccountNumber);
    case 'patientName': return readTexts(texts, readPersonName);
    case 'memberId': return readTexts(texts, readMemberId);
    case 'paymentNumber': return readTexts(texts, readPaymentNumber);
    case 'charge': case 'allowed': case 'paid': case 'patientResponsibility': return readTexts(texts, (text) => readMoney(text)?.cents ?? null);
    default: return readTexts(texts, readDate);
  }
}

/** A service date or span: both ends, the second as worked out where only one day is shown. */
export function readHookDates(texts: readonly string[]): { from: string; to: string | null; raw: string } | null {
  const span = readTexts(texts.length === 3 ? [texts[0] ?? '', `${texts[1] ?? ''} - ${texts[2] ?? ''}`] : texts, (text) => {
    const found = readDateSpan(text);
    return found === null ? null : `${found.from} ${found.to ?? ''}`;
  });
  if (span === null) return null;
  const [from = '', to = ''] = span.value.split(' ');
  return { from, to: to === '' ? null : to, raw: span.raw };
}

/** A status word and what it stands for. */
export function readHookStatus(texts: readonly string[]): { value: string; raw: string } | null {
  return readTexts(texts, readStatusWord);
}

/** Whether two values of a field are the same thing, however it is written. */
export function sameValue(field: ClaimField, a: string | number, b: string | number): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b;
  // A word of the portal and the state it stands for are the same thing said twice.
  if (field === 'status') return (readStatusWord(a) ?? a) === (readStatusWord(b) ?? b);
  if (field === 'patientName') return nameKey(a) === nameKey(b);
  if (field === 'claimControlNumber' || field === 'patientControlNumber' || field === 'memberId' || field === 'paymentNumber') return sameIdentifier(a) === sameIdentifier(b);
  return a === b;
}

export function valueOf(claim: ReadingClaim, field: ClaimField): Found<string | number> | null {
  return claim[field];
}

/** Puts a value of the right kind for its field; the kinds were settled where it was read. */
export function putValue(claim: ReadingClaim, field: ClaimField, found: Found<string | number> | null): void {
  Object.assign(claim, { [field]: found });
}
