import { z } from 'zod';
import { opaqueId, shortText } from '../domain/iso-date.ts';

/**
 * What a hand-over file says of the whole practice beside its cases: holds on everything that stand on the computer it comes from,
 * and which cases were purged there. A hold only ever arrives; its end never travels, so no file undoes one.
 */
export const MOST_IN_PART = 2000;
/** Marks of purged cases in one file; the newest go along, an older one is no longer on anybody's pile. */
export const MOST_PURGED = 100_000;

/** A hold on everything by its own id, so that one that was ended here is not set anew by a file from before. */
export const travellingHold = z.object({ id: opaqueId, atMs: z.int(), byUser: z.string().max(64), reason: shortText });
export type TravellingHold = z.infer<typeof travellingHold>;

/** A purged case: the mark of its random id (storage/retention/purged-cases.ts) and the moment it was last worked on. Nothing of a patient. */
export const purgedMark = z.tuple([z.string().regex(/^[0-9a-f]{32}$/u), z.int().min(0)]);
export type PurgedMark = z.infer<typeof purgedMark>;

export const practicePart = z.object({ holds: z.array(travellingHold).max(50), purged: z.array(purgedMark).max(MOST_IN_PART) });
export type PracticePart = z.infer<typeof practicePart>;

/**
 * Whether a case as it was last worked on (ms) went with the purge: everything that was known of it then, or earlier, is gone for good.
 * One that somebody worked on after that is another matter: the purge did not know of it, and it stays.
 */
export const isPurged = (touchedMs: number, purgedMs: number | null): boolean => purgedMs !== null && touchedMs <= purgedMs;
