import { z } from 'zod';
import { isoDate, opaqueId, shortText } from './iso-date.ts';
import { CHANNELS } from './vocabulary.ts';

/** The words of a portal's page that a record was read from: kept with it, never changed. */
export const recordEvidence = z.object({ host: shortText, seenMs: z.int(), values: z.array(z.object({ field: z.string().max(40), label: z.string().max(300).nullable(), raw: z.string().max(2000) })).max(30) });
export type RecordEvidence = z.infer<typeof recordEvidence>;

/** How a record of a member came to us: typed by a person, or read from a portal's page that a person captured. */
const how = { channel: z.enum([...CHANNELS, 'portal-page']), reference: shortText.nullable(), note: shortText, byUser: opaqueId, atMs: z.int(), evidence: recordEvidence.optional() };

/** What a payer said of a member's coverage on a day: kept as it was said, later checks are added. */
export const coverageCheck = z.object({
  kind: z.literal('coverage'), memberId: shortText.min(1), patientName: shortText.nullable(), plan: shortText.nullable(),
  /** First and last day covered as the payer said; null where it gave none (an open end). */
  from: isoDate.nullable(), to: isoDate.nullable(), status: z.enum(['active', 'inactive', 'unclear']),
  order: z.enum(['primary', 'secondary', 'tertiary', 'unclear']), otherPayer: shortText.nullable(), checkedOn: isoDate, ...how,
});
export type CoverageCheck = z.infer<typeof coverageCheck>;

/** An approval as the payer gave it. `units` approved in all; codes without modifiers. */
export const authorizationRecord = z.object({
  kind: z.literal('authorization'), memberId: shortText.min(1), patientName: shortText.nullable(), number: shortText.min(1),
  codes: z.array(z.string().max(12)).max(40), units: z.number().min(0).nullable(), from: isoDate.nullable(), to: isoDate.nullable(),
  provider: shortText.nullable(), place: shortText.nullable(), status: z.enum(['approved', 'partly', 'pending', 'denied']), ...how,
});
export type AuthorizationRecord = z.infer<typeof authorizationRecord>;

export const memberRecord = z.discriminatedUnion('kind', [coverageCheck, authorizationRecord]);
export type MemberRecord = z.infer<typeof memberRecord>;
