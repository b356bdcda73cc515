import { z } from 'zod';
import { DENIAL_CATEGORIES } from '../codes/vocabulary.ts';

/** What a lead decides about the order of the queue and its lists. Minutes not named are the usual ones (rules/queue/effort.ts). */
export const queueWeights = z.object({
  /** Each doubling of the expected dollars per minute counts like this many days less time. 0: only dates count. */
  daysPerDoubling: z.number().min(0).max(10),
  /** A case with no date is looked into within this many days; one whose every date has passed is decided within so many. */
  findDateWithin: z.int().min(1).max(90), decideWithin: z.int().min(1).max(180),
  /** Minutes of work by category, for those the practice set itself. */
  minutes: z.partialRecord(z.enum(DENIAL_CATEGORIES), z.int().min(1).max(480)),
  /** Days without a touch, and days without an answer to a claim sent, from which a case or claim is listed. */
  untouchedDays: z.int().min(1).max(180), noResponseDays: z.int().min(7).max(180),
});
export type QueueWeights = z.infer<typeof queueWeights>;

export const DEFAULT_WEIGHTS: QueueWeights = { daysPerDoubling: 2, findDateWithin: 21, decideWithin: 28, minutes: {}, untouchedDays: 14, noResponseDays: 30 };
