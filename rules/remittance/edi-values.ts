import type { Found, Value } from '../reading/reading.ts';
import { centsOf, dateOf, isRounded } from './elements.ts';
import type { Envelope, FileClaimDetail, FileLineDetail, PartyName, TransactionSink } from './edi-events.ts';
import type { Segment } from './segment.ts';

/** A value of a file is always certain; its label is the name of its element. */
export function found<T>(value: T, raw: string, label: string): Found<T> {
  return { value, raw, label, confidence: 'certain' };
}

export function workedOut<T>(value: T, raw: string, label: string): Found<T> {
  return { value, raw, label, confidence: 'certain', derived: true };
}

export function textValue(text: string, label: string): Value<string> {
  return text === '' ? null : { value: text, raw: text, label, confidence: 'certain' };
}

/** Cents of an element; what is not an amount is reported and null. */
export function moneyValue(text: string, label: string, sink: TransactionSink, segment: number): Value<number> {
  if (text === '') return null;
  const cents = centsOf(text);
  if (cents === null) {
    sink.fault('bad-amount', segment, label);
    return null;
  }
  if (isRounded(text)) sink.fault('rounded-amount', segment, label);
  return { value: cents, raw: text, label, confidence: 'certain' };
}

/** A day of an element; one that does not exist is reported and null. */
export function dateValue(text: string, label: string, sink: TransactionSink, segment: number): Value<string> {
  if (text === '') return null;
  const date = checkedDate(text, label, sink, segment);
  return date === null ? null : { value: date, raw: text, label, confidence: 'certain' };
}

export function checkedDate(text: string, label: string, sink: TransactionSink, segment: number): string | null {
  const date = dateOf(text);
  if (date === null) sink.fault('bad-date', segment, label);
  else if (date < '1900' || date >= '2100') sink.fault('odd-date', segment, label);
  return date;
}

/** NM1 as written: 03 last, 04 first, 05 middle, 07 suffix, 08 qualifier, 09 id. */
export function partyOf(segment: Segment): PartyName {
  return {
    last: segment.get(3), first: segment.get(4), middle: segment.get(5), suffix: segment.get(7),
    qualifier: segment.code(8), id: segment.get(9),
  };
}

/** `LAST, FIRST M`; empty when the party has no name. */
export function displayName(party: PartyName): string {
  const given = party.middle === '' ? party.first : `${party.first} ${party.middle}`.trim();
  if (party.last === '') return given;
  return given === '' ? party.last : `${party.last}, ${given}`;
}

export function blankLineDetail(): FileLineDetail {
  return { lineControl: null, revenueCode: null, procedureQualifier: null, submittedProcedure: null, references: [], amounts: [], rendering: null, statusCodes: [] };
}

export function blankDetail(kind: FileClaimDetail['kind'], envelope: Envelope, segment: number): FileClaimDetail {
  return {
    kind, envelope, segment, payerName: null, payerId: null, payee: null, claimStatusCode: null, filingIndicator: null, facilityCode: null, birthDate: null, plan: null, serviceFacility: null,
    frequencyCode: null, drg: null, reversal: false, correctsReversal: false, patient: null, insured: null, corrected: null, rendering: null,
    crossoverCarrier: null, statedBy: null, originalClaimControlNumber: null, references: [], amounts: [], quantities: [], diagnoses: [], claimContact: null,
    lines: [], madeOn: null, claimKey: '', transactionKey: '',
  };
}

/** Parts joined by a sign no element can hold, so that different parts never make the same key. */
export function keyOf(parts: readonly (string | null)[]): string {
  let key = parts[0] ?? '';
  for (let index = 1; index < parts.length; index += 1) key += `\u0001${parts[index] ?? ''}`;
  return key;
}

/** Composite elements: split by the declared separator, or by the one in use where a header declares another. */
export function composite(text: string, component: string): string[] {
  return text.split(component).map((part) => part.trim());
}

const FOREIGN_COMPOSITE = /^[A-Z0-9]{2}([:>^|\\<;\u001f])./i;

/** The separator a procedure composite is really written with, where the declared one does not occur in it. */
export function componentInUse(text: string, declared: string): string | null {
  if (text.includes(declared)) return null;
  return FOREIGN_COMPOSITE.exec(text)?.[1] ?? null;
}

/** Null for an empty element. */
export function orNull(text: string): string | null {
  return text === '' ? null : text;
}
