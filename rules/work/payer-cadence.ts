import type { PracticePayer } from '../domain/practice.ts';

/** Days between something sent or said and the next look, and why so many. */
export type Cadence = { days: number; why: string };

/** The payer's own cadence where the practice keeps one (`answersWithinDays`), else the practice's usual days for all payers. */
export function cadenceOf(payer: Pick<PracticePayer, 'name' | 'answersWithinDays'> | null, followUpDays: number): Cadence {
  const own = payer?.answersWithinDays ?? null;
  return payer === null || own === null ? { days: followUpDays, why: `The practice's usual ${followUpDays} days.` } : { days: own, why: `${payer.name} usually answers within ${own} days.` };
}
