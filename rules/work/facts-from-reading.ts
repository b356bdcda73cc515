import type { CaseAdjustment, CaseServiceLine, ClaimFacts } from '../domain/denial-case.ts';
import type { LineOfBusiness } from '../domain/vocabulary.ts';
import type { Adjustment, PayerCode, ReadingClaim, ReadingLine, Value } from '../reading/reading.ts';
import { blankFacts } from './blank-facts.ts';
import { visibleText } from './visible-text.ts';

/** What the page or file says beside the claim itself. */
export type ReadingContext = { payerName: string | null; provider?: string | null; lineOfBusiness?: LineOfBusiness | null; claimType?: ClaimFacts['claimType'] };

const LARGEST = 10_000_000_00;

const text = (value: Value<string>): string | null => shown(value?.value ?? null);
const amount = (value: Value<number>): number | null => bounded(value?.value ?? null);

function shown(value: string | null): string | null {
  const visible = value === null ? '' : visibleText(value);
  return visible === '' ? null : visible;
}

function bounded(value: number | null): number | null {
  return value !== null && Number.isSafeInteger(value) && Math.abs(value) <= LARGEST ? value : null;
}

const codes = (values: readonly string[]): string[] => values.map((code) => visibleText(code, 8)).filter((code) => code !== '').slice(0, 40);
const adjustmentsOf = (values: readonly Adjustment[]): CaseAdjustment[] =>
  values.slice(0, 60).map(({ groupCode, carc, cents }) => ({ groupCode, carc: visibleText(carc, 8), cents: bounded(cents) })).filter(({ carc }) => carc !== '');
const payerCodesOf = (values: readonly PayerCode[]): PayerCode[] =>
  values.slice(0, 40).map((one) => ({ code: visibleText(one.code), text: one.text === null ? null : visibleText(one.text, 2000) })).filter(({ code }) => code !== '');

function lineOf(line: ReadingLine): CaseServiceLine {
  return {
    line: line.line, procedure: text(line.procedure), modifiers: line.modifiers.slice(0, 8).map((modifier) => visibleText(modifier, 8)), units: line.units?.value ?? null,
    charge: amount(line.charge), allowed: amount(line.allowed), paid: amount(line.paid), status: line.status?.value ?? null,
    serviceFrom: line.serviceFrom?.value ?? null, serviceTo: line.serviceTo?.value ?? null,
    adjustments: adjustmentsOf(line.adjustments), rarcs: codes(line.rarcs), payerCodes: payerCodesOf(line.payerCodes),
  };
}

/**
 * What a reading of one claim says, in plain values. Texts lose invisible characters and are cut to what a case can hold;
 * an amount beyond ten million dollars is no claim's and is left out. Candidates are not facts.
 */
export function factsFromReading(claim: ReadingClaim, context: ReadingContext): ClaimFacts {
  return {
    ...blankFacts(),
    payerName: shown(context.payerName), provider: shown(context.provider ?? null),
    claimControlNumber: text(claim.claimControlNumber), patientControlNumber: text(claim.patientControlNumber), patientName: text(claim.patientName), memberId: text(claim.memberId),
    serviceFrom: claim.serviceFrom?.value ?? null, serviceTo: claim.serviceTo?.value ?? null, receivedOn: claim.receivedOn?.value ?? null, finalizedOn: claim.finalizedOn?.value ?? null,
    remittanceOn: claim.remittanceOn?.value ?? null, paymentOn: claim.paymentOn?.value ?? null,
    charge: amount(claim.charge), allowed: amount(claim.allowed), paid: amount(claim.paid), patientResponsibility: amount(claim.patientResponsibility),
    paymentNumber: text(claim.paymentNumber), status: claim.status?.value ?? null,
    statusCodes: claim.statusCodes.slice(0, 40).map(({ category, status, entity }) => ({ category: visibleText(category, 8), status: status === null ? null : visibleText(status, 8), entity: entity === null ? null : visibleText(entity, 8) })),
    adjustments: adjustmentsOf(claim.adjustments), rarcs: codes(claim.rarcs), payerCodes: payerCodesOf(claim.payerCodes), lines: claim.lines.slice(0, 1000).map(lineOf),
    lineOfBusiness: context.lineOfBusiness ?? null, claimType: context.claimType ?? null,
  };
}
