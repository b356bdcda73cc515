import { z } from 'zod';
import { MEMBER_FIELDS } from './member-reading.ts';
import type { Reading } from './reading.ts';

/**
 * The same shape as `reading.ts`, checked. A reading comes from a page that may be hostile, so every string is bounded
 * and every number is an integer amount of cents; whatever does not fit refuses the reading as a whole.
 */
const text = z.string().max(2000);
const date = z.iso.date();
const amount = z.int().min(-100_000_000_00).max(100_000_000_00);

function found<T extends z.ZodType>(value: T) {
  return z.object({ value, raw: text, label: text.nullable(), confidence: z.enum(['certain', 'likely']), derived: z.literal(true).optional() }).nullable();
}
const status = z.enum([
  'paid', 'partially-denied', 'denied', 'pending', 'rejected', 'reversed', 'information-requested', 'acknowledged', 'forwarded', 'not-found', 'finalized',
]);
const adjustments = z.array(z.object({ groupCode: z.enum(['CO', 'PR', 'OA', 'PI', 'CR']).nullable(), carc: z.string().max(8), cents: amount.nullable() })).max(200);
const codes = z.array(z.string().max(12)).max(200);
const payerCodes = z.array(z.object({ code: text, text: text.nullable() })).max(200);

const line = z.object({
  line: z.int(), procedure: found(text), modifiers: codes, units: found(z.number()), charge: found(amount), allowed: found(amount), paid: found(amount),
  status: found(status), serviceFrom: found(date), serviceTo: found(date), adjustments, rarcs: codes, payerCodes,
});

const claim = z.object({
  claimControlNumber: found(text), patientControlNumber: found(text), patientName: found(text), memberId: found(text),
  serviceFrom: found(date), serviceTo: found(date), receivedOn: found(date), finalizedOn: found(date), remittanceOn: found(date), paymentOn: found(date),
  charge: found(amount), allowed: found(amount), paid: found(amount), patientResponsibility: found(amount), paymentNumber: found(text), status: found(status),
  statusCodes: z.array(z.object({ category: z.string().max(8), status: z.string().max(8).nullable(), entity: z.string().max(8).nullable() })).max(100),
  references: z.array(z.object({ label: text, value: text })).max(200), adjustments, rarcs: codes, payerCodes,
  appeal: z.object({ level: text.nullable(), number: text.nullable(), receivedOn: date.nullable(), decidedOn: date.nullable(), outcome: text.nullable() }).nullable(),
  lines: z.array(line).max(1000),
});

const kinds = z.enum(['claim-detail', 'claim-list', 'remittance', 'appeal-status', 'confirmation', 'status-file', 'claim-file', 'acknowledgement-file', 'none']);

export const memberReadingSchema = z.object({ kind: z.enum(['coverage', 'authorization']), values: z.partialRecord(z.enum(MEMBER_FIELDS), found(text).unwrap()) });

export const readingSchema = z.object({
  schema: z.literal('overturn-reading/1'), source: text,
  kind: kinds,
  portal: text.nullable(), terms: z.enum(['assisted', 'read-only', 'hands-off', 'unknown']), payer: found(text), claims: z.array(claim).max(2000),
  payment: z.object({ number: found(text), date: found(date), amount: found(amount), method: text.nullable() }).nullable(),
  providerAdjustments: z.array(z.object({ code: text, cents: amount, reference: text.nullable() })).max(500),
  seen: z.object({ rows: z.int(), of: z.int().nullable() }).nullable(),
  candidates: z.array(z.object({ claim: z.int(), field: text, values: z.array(z.object({
    value: z.union([z.string().max(2000), z.number()]), raw: text, label: text.nullable(), confidence: z.enum(['certain', 'likely']), derived: z.literal(true).optional(),
  })).max(50) })).max(500),
  warnings: z.array(z.object({ code: text, place: text.nullable(), detail: text.optional() })).max(500),
  map: z.object({
    id: z.string().max(80), version: z.int().min(0).max(1_000_000), trial: z.literal(true).optional(), page: kinds.nullable(),
    fell: z.array(z.string().max(40)).max(60), doubtful: z.array(z.string().max(40)).max(60),
  }).optional(),
  statements: z.array(z.string().max(500)).max(24).optional(),
  member: memberReadingSchema.optional(),
});

/** What a frame around a claim may lend to it; the shape of `FrameContext`. */
export const frameContextSchema = z.object({
  patientName: found(text), memberId: found(text), claimControlNumber: found(text), patientControlNumber: found(text), payer: found(text), title: text.nullable(),
});

/** The checked reading, or null where the shape does not hold. */
export function parseReading(value: unknown): Reading | null {
  const parsed = readingSchema.safeParse(value);
  return parsed.success ? (parsed.data as Reading) : null;
}

/** One claim of a reading alone: the part of it that is kept as evidence of a case. */
export const claimReadingSchema = claim;
