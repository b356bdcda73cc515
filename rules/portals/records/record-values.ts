import type { MemberField } from '../../reading/member-reading.ts';
import { readMemberId, readPayerName, readPersonName, readReference } from '../reader/identifiers.ts';
import { readFieldDate } from '../reader/page-dates.ts';
import { readProcedure, readUnits } from '../reader/service-line-values.ts';
import { foldText, isCutOff, isEmptyMark } from '../reader/shown-text.ts';

const ACTIVE = /^(?:active|eligible|covered|in force|enrolled|active coverage|coverage active|(?:member|coverage|plan|policy) is active|active on .{6,24})$/i;
const INACTIVE = /^(?:inactive|not active|terminated|termed|not eligible|ineligible|not covered|no coverage|not enrolled|disenrolled|inactive coverage|coverage (?:inactive|terminated|ended))$/i;
const APPROVED = /^(?:approved|authorized|certified|approved in full|fully approved|certified in total|approved as requested|auth(?:orization)? approved)$/i;
const PARTLY = /^(?:partial(?:ly)? (?:approv(?:ed|al)|certified|authorized)|approved (?:with modifications?|in part|as modified)|modified|certified in part)$/i;
const PENDING = /^(?:pending|pended|in review|under review|in process|pending review|pending decision|received)$/i;
const DENIED = /^(?:denied|not certified|not approved|non-?certified|adverse determination|not authorized)$/i;
const ORDERS = [['primary', /^primary(?: payer| coverage| insurance)?$|^1st$|^1$/i], ['secondary', /^secondary(?: payer| coverage| insurance)?$|^2nd$|^2$/i], ['tertiary', /^tertiary(?: payer| coverage| insurance)?$|^3rd$|^3$/i]] as const;

/** The coverage status a whole text says, or null. */
export function coverageStatus(text: string): 'active' | 'inactive' | null {
  const shown = foldText(text).replace(/[.!]$/, '');
  return ACTIVE.test(shown) ? 'active' : INACTIVE.test(shown) ? 'inactive' : null;
}

/** The answer to a request for approval a whole text says, or null. A withdrawn or cancelled one is none of them. */
export function approvalStatus(text: string): 'approved' | 'partly' | 'pending' | 'denied' | null {
  const shown = foldText(text).replace(/[.!]$/, '');
  return APPROVED.test(shown) ? 'approved' : PARTLY.test(shown) ? 'partly' : PENDING.test(shown) ? 'pending' : DENIED.test(shown) ? 'denied' : null;
}

/** Codes of one place, parted by blanks or commas, or one code with words behind it; null where anything else stands there. */
export function readProcedures(text: string): string | null {
  const one = readProcedure(text);
  if (one !== null) return one.code;
  const parts = foldText(text).split(/\s*[,;/]\s*|\s+/).filter((part) => part !== '').map((part) => readProcedure(part)?.code ?? null);
  return parts.length > 0 && parts.length <= 40 && parts.every((part) => part !== null) ? [...new Set(parts)].join(' ') : null;
}

function words(text: string): string | null {
  const shown = foldText(text);
  return shown.length < 2 || shown.length > 100 || isEmptyMark(shown) || isCutOff(shown) || !/\p{L}{2}/u.test(shown) || /[?!$=<>]/.test(shown) ? null : shown;
}

/** The value of one field, whole text or nothing. */
export function readRecordValue(kind: 'coverage' | 'authorization', field: MemberField, text: string): string | null {
  switch (field) {
    case 'memberId': return readMemberId(text);
    case 'patientName': return readPersonName(text);
    case 'payer': case 'otherPayer': return readPayerName(text);
    case 'number': case 'reference': return readReference(text);
    case 'status': return kind === 'coverage' ? coverageStatus(text) : approvalStatus(text);
    case 'from': case 'to': case 'asOf': return readFieldDate(text);
    case 'codes': return readProcedures(text);
    case 'units': { const units = readUnits(text); return units === null ? null : String(units); }
    case 'order': return ORDERS.find(([, form]) => form.test(foldText(text)))?.[0] ?? null;
    case 'plan': case 'provider': case 'place': return words(text);
  }
}
