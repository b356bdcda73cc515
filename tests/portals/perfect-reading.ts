/** The reading a faultless reader would give of an expectation: the scale's own zero point, for its tests. */
import type { Found, Reading, ReadingClaim } from '../../rules/reading/reading.ts';
import { READING_SCHEMA } from '../../rules/reading/reading.ts';
import type { Expectation, TruthClaim } from './truth.ts';

function found<T extends string | number>(value: T | null | undefined): Found<T> | null {
  return value === null || value === undefined ? null : { value, raw: String(value), label: null, confidence: 'certain' };
}

function claim(truth: TruthClaim): ReadingClaim {
  return {
    claimControlNumber: found(truth.claimControlNumber), patientControlNumber: found(truth.patientControlNumber), patientName: found(truth.patientName), memberId: found(truth.memberId),
    serviceFrom: found(truth.serviceFrom), serviceTo: found(truth.serviceTo), receivedOn: found(truth.receivedOn), finalizedOn: found(truth.finalizedOn), remittanceOn: found(truth.remittanceOn), paymentOn: found(truth.paymentOn),
    charge: found(truth.charge), allowed: found(truth.allowed), paid: found(truth.paid), patientResponsibility: found(truth.patientResponsibility), paymentNumber: found(truth.paymentNumber), status: found(truth.status),
    statusCodes: (truth.statusCodes ?? []).map((text) => { const [category = '', status, entity] = text.split(':'); return { category, status: status ?? null, entity: entity ?? null }; }),
    references: (truth.references ?? []).map((value) => ({ label: 'Reference', value })), adjustments: truth.adjustments ?? [], rarcs: truth.rarcs ?? [], payerCodes: (truth.payerCodes ?? []).map((code) => ({ code, text: null })), appeal: truth.appeal ?? null,
    lines: (truth.lines ?? []).map((line, at) => ({
      line: at + 1, procedure: found(line.procedure), modifiers: line.modifiers ?? [], units: found(line.units), charge: found(line.charge), allowed: found(line.allowed), paid: found(line.paid), status: found(line.status),
      serviceFrom: found(line.serviceFrom), serviceTo: found(line.serviceTo), adjustments: line.adjustments ?? [], rarcs: line.rarcs ?? [], payerCodes: (line.payerCodes ?? []).map((code) => ({ code, text: null })),
    })),
  };
}

export function perfectReading(truth: Expectation): Reading {
  const { payment } = truth;
  return {
    schema: READING_SCHEMA, source: 'truth', kind: truth.kind, portal: null, terms: 'unknown', payer: null, claims: truth.claims.map(claim),
    payment: payment ? { number: found(payment.number), date: found(payment.date), amount: found(payment.amount), method: null } : null,
    providerAdjustments: truth.providerAdjustments ?? [], seen: truth.seen ?? null, candidates: [], warnings: [],
  };
}
