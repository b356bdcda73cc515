import { READING_SCHEMA } from './reading.ts';
import type { Reading, ReadingClaim, ReadingLine } from './reading.ts';

/** A reading that says nothing yet: kind `none`, no claims. */
export function blankReading(source: string): Reading {
  return {
    schema: READING_SCHEMA, source, kind: 'none', portal: null, terms: 'unknown', payer: null, claims: [],
    payment: null, providerAdjustments: [], seen: null, candidates: [], warnings: [],
  };
}

/** A claim with every field absent. */
export function blankClaim(): ReadingClaim {
  return {
    claimControlNumber: null, patientControlNumber: null, patientName: null, memberId: null,
    serviceFrom: null, serviceTo: null, receivedOn: null, finalizedOn: null, remittanceOn: null, paymentOn: null,
    charge: null, allowed: null, paid: null, patientResponsibility: null, paymentNumber: null, status: null,
    statusCodes: [], references: [], adjustments: [], rarcs: [], payerCodes: [], appeal: null, lines: [],
  };
}

/** A service line with every field absent; `line` counts from 1 in the order shown. */
export function blankLine(line: number): ReadingLine {
  return {
    line, procedure: null, modifiers: [], units: null, charge: null, allowed: null, paid: null, status: null,
    serviceFrom: null, serviceTo: null, adjustments: [], rarcs: [], payerCodes: [],
  };
}
