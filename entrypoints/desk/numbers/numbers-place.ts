import { z } from 'zod';
import { filterSchema } from '../../../rules/prevention/prevention-record.ts';
import { DIMENSIONS } from '../../../rules/numbers/dimensions.ts';
import { PERIODS } from '../../../rules/numbers/period.ts';

/** What is looked at on the numbers page; kept sealed as a draft, because a filter can name a provider. */
export const numbersPlace = z.object({ period: z.enum(PERIODS), dimension: z.enum(DIMENSIONS), filter: filterSchema, metric: z.string().max(60).nullable().default(null) });
export type NumbersPlace = z.infer<typeof numbersPlace>;
export const FIRST_PLACE: NumbersPlace = { period: 'last-3-months', dimension: 'payer', filter: {}, metric: null };
export const PLACE_DRAFT = 'numbers';

export function restorePlace(kept: unknown): NumbersPlace | null {
  const parsed = numbersPlace.safeParse(kept);
  return parsed.success ? parsed.data : null;
}
