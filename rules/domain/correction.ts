import { z } from 'zod';
import { cents, isoDate, longText, opaqueId, shortText } from './iso-date.ts';
import { CONTACT_OUTCOMES } from './vocabulary.ts';

/**
 * What goes back to the payer outside of an appeal: the claim corrected (frequency code 7), taken back (8), sent once more because
 * it never arrived (1), or the records that were asked for.
 */
export const CORRECTION_KINDS = ['replacement', 'void', 'resubmission', 'records'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** Claim frequency code of the 837 (CLM05-3), which is not sent with records. */
export const FREQUENCY_CODES: Readonly<Record<CorrectionKind, '7' | '8' | '1' | null>> = { replacement: '7', void: '8', resubmission: '1', records: null };

/** From the first thought to the end. `rejected`: turned away before it was decided; `denied`: decided against; `withdrawn`: not sent after all. */
export const CORRECTION_STATES = ['draft', 'sent', 'accepted', 'in-process', 'rejected', 'paid', 'denied', 'voided', 'withdrawn'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];
/** States in which somebody still has to look. */
export const OPEN_CORRECTION_STATES: readonly CorrectionState[] = ['draft', 'sent', 'accepted', 'in-process', 'rejected'];

export const CORRECTION_FIELDS = [
  'patient-name', 'birth-date', 'member-id', 'plan', 'payer-order', 'subscriber', 'service-dates', 'procedure', 'modifier', 'diagnosis', 'units', 'charge', 'place-of-service',
  'rendering-provider', 'billing-provider', 'referring-provider', 'npi-or-tax-id', 'authorization-number', 'attachment', 'other',
] as const;
export type CorrectionField = (typeof CORRECTION_FIELDS)[number];
/** One thing that is different from the claim as it was sent. */
export const correctionChange = z.object({ field: z.enum(CORRECTION_FIELDS), was: shortText, now: shortText, why: shortText });
export type CorrectionChange = z.infer<typeof correctionChange>;

export const CORRECTION_CHANNELS = ['edi', 'portal', 'mail', 'fax', 'phone'] as const;

/** A look at the payer's status before sending: what keeps a correction from being denied as a duplicate. */
export const statusCheck = z.object({ on: isoDate, how: z.enum(['portal', 'phone', 'ivr', 'edi']), outcome: z.enum(CONTACT_OUTCOMES), reference: shortText.nullable(), byUser: opaqueId, atMs: z.int() });
export type StatusCheck = z.infer<typeof statusCheck>;

/** A document that was asked for, and whether it is in the answer. */
export const requestedRecord = z.object({ name: shortText.min(1), isEnclosed: z.boolean(), pages: z.int().min(0).max(100_000).nullable() });
export type RequestedRecord = z.infer<typeof requestedRecord>;

/** A correction as it is sealed; what queries need of it stands in clear beside it. Steps are added, never changed. */
export const correction = z.object({
  kind: z.enum(CORRECTION_KINDS),
  /** The payer's number of the claim that is replaced or voided (REF*F8); null only where the payer never had it, or with records. */
  originalClaimNumber: shortText.nullable(),
  changes: z.array(correctionChange).max(60), reason: longText, records: z.array(requestedRecord).max(60),
  /** Number under which records were asked for, or the letter's own. */
  requestReference: shortText.nullable(),
  statusCheck: statusCheck.nullable(),
  /** Why it may go out although the same service is in process or paid. */
  duplicateReason: shortText.nullable(),
  steps: z.array(z.object({
    state: z.enum(CORRECTION_STATES), on: isoDate, channel: z.enum(CORRECTION_CHANNELS).nullable(), confirmation: shortText.nullable(), noConfirmationReason: shortText.nullable(),
    /** The payer's number of the new claim. */
    newClaimNumber: shortText.nullable(), paidCents: cents.nullable(), note: longText, byUser: opaqueId, atMs: z.int(),
  })).max(100),
});
export type Correction = z.infer<typeof correction>;
export type CorrectionStep = Correction['steps'][number];
