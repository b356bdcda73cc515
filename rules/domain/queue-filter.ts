import { z } from 'zod';
import { CASE_STATES } from './vocabulary.ts';
import { WORK_KINDS } from '../work/case-traits.ts';

/** Ages of a denial in days, as practices report them. */
export const AGE_BUCKETS = ['0-30', '31-60', '61-90', '91+'] as const;
export type AgeBucket = (typeof AGE_BUCKETS)[number];
export const QUEUE_UNSET = ['owner', 'date', 'action'] as const;
export const QUEUE_SORTS = ['priority', 'next-day', 'oldest-touch', 'oldest', 'amount'] as const;

const token = z.string().max(40);
/** What narrows the queue. Providers, places, specialties and groups are named by their keyed hash. */
export const queueFilter = z.object({
  /** A user's own queue, `pool`, or null for everybody's. */
  ownerId: z.string().max(64).nullable(),
  payerKey: z.string().max(80).optional(), category: z.string().max(60).optional(), state: z.enum(CASE_STATES).or(z.string().max(40)).optional(),
  kind: z.enum(WORK_KINDS).optional(), due: z.enum(['soon', 'overdue', 'undated']).optional(), age: z.enum(AGE_BUCKETS).optional(),
  /** At least so many cents. */
  minCents: z.int().min(0).optional(),
  /** Not touched for so many days. */
  untouchedDays: z.int().min(1).max(3650).optional(),
  provider: token.optional(), location: token.optional(), specialty: token.optional(), group: token.optional(),
  /** Only what was due before this day, and not of these owners: what leads are told of. */
  escalated: z.object({ before: z.int(), besides: z.array(z.string().max(64)).max(200) }).optional(),
  /** What every open case should have and this one has not: an owner, a day, a next step somebody decided on. */
  unset: z.enum(QUEUE_UNSET).optional(),
  /** Only cases on which something is asked of this person. */
  asked: z.string().max(64).optional(),
  showSnoozed: z.boolean().optional(), sort: z.enum(QUEUE_SORTS),
});
export type QueueFilter = z.infer<typeof queueFilter>;

export const savedView = z.object({ name: z.string().trim().min(1).max(80), filter: queueFilter });
export type SavedView = z.infer<typeof savedView>;
