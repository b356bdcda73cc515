import { z } from 'zod';
import { isoDate, longText, shortText } from './iso-date.ts';
import { CHANNELS, CONTACT_OUTCOMES, NO_REFERENCE_REASONS } from './vocabulary.ts';

/** A contact with a payer about one or more cases: who, what was said, what was promised. Sealed as a whole but for its day and outcome. */
export const contact = z.object({
  channel: z.enum(CHANNELS), numberDialled: shortText, representative: shortText, reference: shortText.nullable(),
  noReferenceReason: z.enum(NO_REFERENCE_REASONS).nullable(), outcome: z.enum(CONTACT_OUTCOMES), promise: shortText, promisedFor: isoDate.nullable(),
  note: longText, startedAtMs: z.int(), endedAtMs: z.int().nullable(), holdSeconds: z.int().min(0).nullable(),
}).refine((value) => value.reference !== null || value.noReferenceReason !== null, { path: ['noReferenceReason'], message: 'reference-or-reason' });
export type Contact = z.infer<typeof contact>;
