import { z } from 'zod';
import { DENIAL_CATEGORIES } from '../codes/vocabulary.ts';
import { AVOIDABLE, ORIGIN_STEPS } from '../denials/vocabulary.ts';
import { opaqueId, shortText } from './iso-date.ts';

/**
 * The first preventable error behind a denial, as a person found it. Later findings are added, never written over:
 * the last of a case's list holds. `ruleAvoidable` is what the table of sub-reasons says; where a person says otherwise,
 * `overrideReason` says why.
 */
export const rootCause = z.object({
  category: z.enum(DENIAL_CATEGORIES), subReason: z.string().regex(/^[a-z0-9-]{1,60}$/u), origin: z.enum(ORIGIN_STEPS),
  avoidable: z.enum(AVOIDABLE), ruleAvoidable: z.enum(AVOIDABLE), overrideReason: shortText.nullable(),
  /** The questions as they were answered on the way, ids of rules/root-cause/questions.ts. */
  answers: z.array(z.object({ question: z.string().max(60), answer: z.string().max(60) })).max(30),
  note: shortText, byUser: opaqueId, atMs: z.int(),
}).refine((value) => value.avoidable === value.ruleAvoidable || (value.overrideReason ?? '').trim() !== '', { path: ['overrideReason'], message: 'reason-needed' });
export type RootCause = z.infer<typeof rootCause>;
