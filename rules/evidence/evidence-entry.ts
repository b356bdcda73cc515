import { z } from 'zod';
import { claimFacts } from '../domain/denial-case.ts';
import { longText, opaqueId, shortText } from '../domain/iso-date.ts';
import { claimReadingSchema } from '../reading/reading-schema.ts';

/** Where on a portal a look was taken, and with what: the kind of page, the portal and the map that was used, the reader's version. */
export const pageOfLook = z.object({
  kind: z.string().max(40), portal: z.string().max(200).nullable(), map: z.object({ id: z.string().max(200), version: z.string().max(40) }).nullable(), reader: z.string().max(40),
});
export type PageOfLook = z.infer<typeof pageOfLook>;

/**
 * What one look at a claim left as evidence. `facts` is what a person confirmed, `reading` what stood on the page with
 * its texts and labels, `edited` names the facts a person typed or changed. `host` is a host, never an address.
 */
export const evidenceContent = z.object({
  facts: claimFacts, reading: claimReadingSchema.nullable().catch(null), edited: z.array(z.string().max(60)).max(60),
  references: z.array(z.object({ label: shortText, value: shortText })).max(200), host: z.string().max(300).nullable(),
  page: pageOfLook.nullable().optional(), place: z.object({ importId: z.string().max(200), segment: z.int() }).nullable().catch(null), pasted: longText.nullable().catch(null),
});
export type EvidenceContent = z.infer<typeof evidenceContent>;

/** A moment in UTC; more than nine digits of a second no clock has, and no reader takes. */
export const momentText = z.iso.datetime().max(30);

export const EVIDENCE_SOURCES = ['portal', 'remittance', 'paste', 'form', 'sent-file'] as const;

/**
 * One entry of the chain as it stands in a file. `practice` is the entry's place in the practice's own chain, whose
 * hashes are keyed; `previous` and `hash` are the plain chain of the file, which anybody can compute.
 */
export const evidenceEntry = z.strictObject({
  n: z.int().min(1), id: opaqueId, source: z.enum(EVIDENCE_SOURCES), at: momentText, user: z.strictObject({ id: opaqueId, name: shortText }),
  content: z.record(z.string(), z.json()), practice: z.strictObject({ previous: z.string().max(100), hash: z.string().max(100) }),
  previous: z.string().regex(/^[0-9a-f]{64}$/u), hash: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type EvidenceEntry = z.infer<typeof evidenceEntry>;
