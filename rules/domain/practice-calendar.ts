import { z } from 'zod';
import { isoDate, shortText } from './iso-date.ts';

/**
 * A day nobody works beyond the federal calendar. `everywhere`: closed by executive order or in the practice's own list;
 * `tmhp`: named in the list that Texas Medicaid publishes for the year.
 */
export const closedDay = z.object({ on: isoDate, reason: shortText.min(1), list: z.enum(['everywhere', 'tmhp']) });

/** Days that an emergency order takes out of a count, both ends included. `state` null holds for every rule. */
export const countPause = z.object({
  from: isoDate, to: isoDate, reason: shortText.min(1), source: shortText, state: z.string().regex(/^[A-Z]{2}$/u).nullable(),
});

/** What the practice adds to every count; none of it names a patient. */
export const practiceCalendar = z.object({
  closedDays: z.array(closedDay).max(400).default([]),
  pauses: z.array(countPause).max(60).default([]),
  /** Calendar days that paper is sent ahead; null for the usual five. */
  mailDays: z.int().min(1).max(30).nullable().default(null),
});
export type PracticeCalendar = z.infer<typeof practiceCalendar>;
export type ClosedDay = z.infer<typeof closedDay>;
export type CountPause = z.infer<typeof countPause>;
