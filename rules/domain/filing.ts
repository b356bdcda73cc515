import { z } from 'zod';
import { cents, isoDate, shortText } from './iso-date.ts';

/** What happened to a claim on its way to the payer. A clearinghouse that took it in is no proof that the payer has it. */
export const FILING_STEPS = ['sent', 'accepted', 'taken-in', 'rejected'] as const;
export type FilingStep = (typeof FILING_STEPS)[number];

/** A claim as it was submitted (837) or as its arrival was answered (277CA). */
export const filing = z.object({
  step: z.enum(FILING_STEPS),
  /** The day it was sent, or of the answer. */
  on: isoDate.nullable(),
  /** Who answered; null for a claim sent. */
  by: shortText.nullable(),
  patientControlNumber: shortText.nullable(), claimControlNumber: shortText.nullable(), patientName: shortText.nullable(), memberId: shortText.nullable(),
  serviceFrom: isoDate.nullable(), serviceTo: isoDate.nullable(), charge: cents.nullable(),
  /** The payer's number of the claim that this one replaces. */
  replaces: shortText.nullable(),
  /** CLM05-3: 1 original, 7 replacement, 8 void. */
  frequency: z.string().max(4).nullable(),
  statusCodes: z.array(z.object({ category: z.string().max(8), status: z.string().max(8).nullable(), entity: z.string().max(8).nullable() })).max(40),
  message: z.string().max(2000).nullable(),
  /** Numbers that prove it: the clearinghouse's trace, the batch. */
  references: z.array(z.object({ label: shortText, value: shortText })).max(40),
  diagnoses: z.array(z.string().max(12)).max(40),
  /** Of a claim sent, where the file says it: birth date, plan or group, place (a name, or code and words), who gave the service. Absent in filings read before these were. */
  birthDate: isoDate.nullable().optional(), plan: shortText.nullable().optional(), place: shortText.nullable().optional(), provider: shortText.nullable().optional(),
  lines: z.array(z.object({ procedure: shortText.nullable(), modifiers: z.array(z.string().max(8)).max(8), units: z.number().nullable(), charge: cents.nullable() })).max(200),
});
export type Filing = z.infer<typeof filing>;
