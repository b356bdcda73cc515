import type { LabelKey } from './label-data.ts';
import { readAccountNumber, readClaimNumber, readMemberId, readPayerName, readPaymentNumber, readPersonName, readReference } from './identifiers.ts';
import { readMoney } from './money.ts';
import { readDate, readFieldDate, readFieldSpan } from './page-dates.ts';
import { readCategory, readCodes, readGroupCode, readStatusNumber, readStatusTriples } from './page-codes.ts';
import { readModifiers, readProcedure, readUnits } from './service-line-values.ts';
import { isAppealOutcome, readStatusWord } from './status-words.ts';
import { isEmptyMark } from './shown-text.ts';

/** Whether a text has the shape a field's value must have. Empty marks fit nothing. */
export function fits(key: LabelKey, text: string): boolean {
  if (isEmptyMark(text)) return false;
  switch (key) {
    case 'ccn': return readClaimNumber(text) !== null;
    case 'pcn': return readAccountNumber(text) !== null;
    case 'patientName': case 'nameOnly': case 'patientFirst': case 'patientLast': case 'patientMiddle': case 'firstOnly': case 'lastOnly': return readPersonName(text) !== null;
    case 'memberId': return readMemberId(text) !== null;
    case 'dos': return readFieldSpan(text) !== null;
    case 'dosFrom': case 'dosTo': case 'received': case 'finalized': case 'remitDate': case 'payDate': case 'appealReceived': case 'appealDecided': return readFieldDate(text) !== null;
    case 'finalization': return readDate(text) !== null || readStatusWord(text) !== null;
    case 'payNumber': return readPaymentNumber(text) !== null;
    case 'charge': case 'allowed': case 'paid': case 'patResp': case 'checkAmount': case 'adjAmount': return readMoney(text) !== null;
    case 'status': return readStatusWord(text) !== null || /^[A-Za-z][A-Za-z /-]{2,40}$/.test(text);
    case 'category': return readCategory(text) !== null || readStatusWord(text) !== null;
    case 'statusCode': return readStatusTriples(text).length > 0 || readStatusNumber(text) !== null || readCategory(text) !== null;
    case 'entity': return /^[0-9A-Z]{2,3}\b/.test(text);
    case 'group': return readGroupCode(text) !== null;
    case 'carc': return readCodes(text, 'carc') !== null || readMoney(text)?.marked === true;
    case 'rarc': return readCodes(text, 'rarc') !== null;
    case 'codes': case 'code': return readCodes(text, 'codes') !== null || readProcedure(text) !== null;
    case 'payerCode': return readCodes(text, 'payer') !== null;
    case 'procedure': case 'procedureModifier': case 'revProcedure': return readProcedure(text) !== null;
    case 'modifier': return readModifiers(text) !== null;
    case 'units': return readUnits(text) !== null;
    case 'revenue': return /^0?\d{3,4}(?:\s*-.*)?$/.test(text);
    case 'lineNo': return /^0*\d{1,3}$/.test(text);
    case 'appealNumber': case 'confirmation': case 'refLabel': return readReference(text) !== null;
    case 'appealLevel': return /^[A-Za-z0-9][A-Za-z0-9 ()/-]{0,50}$/.test(text);
    case 'appealStatus': return /^[A-Za-z][A-Za-z /()-]{1,50}$/.test(text);
    case 'appealOutcome': return isAppealOutcome(text);
    case 'payer': case 'payerAndId': return readPayerName(text) !== null;
    case 'payMethod': return /^[A-Za-z][A-Za-z /()-]{1,30}$/.test(text);
    case 'other': return text.length < 120;
    default: return false;
  }
}
