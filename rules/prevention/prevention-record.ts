import { z } from 'zod';
import { ORIGIN_STEPS } from '../denials/vocabulary.ts';
import { isoDate, opaqueId, shortText } from '../domain/iso-date.ts';
import { NO_REFERENCE_REASONS } from '../domain/vocabulary.ts';
import { DIMENSIONS } from '../numbers/dimensions.ts';

/** Everything the practice writes down to keep a denial from coming back. Sealed as a whole; what lists need stands in clear beside it. */
export const PREVENTION_KINDS = ['log', 'change', 'owner', 'check', 'baseline', 'put-aside'] as const;
export type PreventionKind = (typeof PREVENTION_KINDS)[number];

const text = z.string().trim().max(2000);
export const filterSchema = z.partialRecord(z.enum(DIMENSIONS), z.string().max(300));
const category = z.string().max(60);
const payerKey = z.string().max(80);

/** One line of the root-cause log: what went wrong where, what is done about it, by whom, until when, and what came of it. */
export const causeLog = z.object({
  kind: z.literal('log'), cause: text.min(1), payerKey: payerKey.nullable(), category: category.nullable(), team: z.enum(ORIGIN_STEPS), action: text.min(1), ownerId: opaqueId.nullable(), dueOn: isoDate.nullable(), result: text,
  state: z.enum(['open', 'done', 'dropped']),
});
/** One change of how work is done, the pattern it is meant for, and the day on which it is looked at again. */
export const changeRecord = z.object({
  kind: z.literal('change'), what: text.min(1), why: text, filter: filterSchema, ownerId: opaqueId.nullable(), startOn: isoDate, reviewOn: isoDate,
  state: z.enum(['running', 'kept', 'adjusted', 'retired']),
  /** Whether the new step was followed: where it was not, the numbers say nothing of it. */
  followed: z.enum(['yes', 'partly', 'no', 'not-asked']), payerRuleMoved: z.boolean(), reason: text,
});
/** The one person who answers for a reason that keeps coming. */
export const categoryOwner = z.object({ kind: z.literal('owner'), category, ownerId: opaqueId, state: z.literal('current') });

export const CHECK_KINDS = ['eligibility', 'benefits', 'authorization', 'referral', 'other-coverage'] as const;
/** A check of the front desk before the service: what was asked, when, and the number that proves it. */
export const frontEndCheck = z.object({
  kind: z.literal('check'), what: z.enum(CHECK_KINDS), on: isoDate, payerKey, about: shortText.min(1), representative: shortText, reference: shortText.nullable(), noReferenceReason: z.enum(NO_REFERENCE_REASONS).nullable(),
  result: text.min(1), exception: text, ownerId: opaqueId.nullable(), dueOn: isoDate.nullable(), state: z.enum(['fine', 'open', 'mended']),
}).refine((value) => value.reference !== null || value.noReferenceReason !== null, { path: ['noReferenceReason'], message: 'reference-or-reason' });
/** A measure as it stood on a day, with the version of its definition: what later figures are held against. */
export const baselineRecord = z.object({
  kind: z.literal('baseline'), metricId: z.string().max(60), version: z.int().min(1), on: isoDate, from: isoDate, to: isoDate, filter: filterSchema,
  value: z.number().nullable(), top: z.number(), bottom: z.number().nullable(), n: z.int().min(0), note: text, state: z.literal('current'),
});
/** A pattern somebody has looked at and put aside, with the reason; it comes back when it has grown by half. */
export const putAside = z.object({ kind: z.literal('put-aside'), pattern: z.string().max(700), claims: z.int().min(0), reason: text.min(1), state: z.literal('current') });

export const preventionRecord = z.discriminatedUnion('kind', [causeLog, changeRecord, categoryOwner, frontEndCheck, baselineRecord, putAside]);
export type PreventionRecord = z.infer<typeof preventionRecord>;
export type RecordOf<K extends PreventionKind> = Extract<PreventionRecord, { kind: K }>;

/** A record with who wrote it when, and every state it was in before. */
export const keptRecord = z.object({ record: preventionRecord, history: z.array(z.object({ atMs: z.int(), userId: z.string(), record: preventionRecord })).max(500) });
export type KeptRecord = z.infer<typeof keptRecord>;
export type PreventionEntry = { id: string; rev: number; atMs: number; userId: string; record: PreventionRecord; history: KeptRecord['history'] };
