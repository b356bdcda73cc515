import { z } from 'zod';
import { opaqueId, shortText } from './iso-date.ts';

/**
 * What one person asks of another on a case, by name: it stands in that person's view until it is answered, by whoever was asked, whoever
 * asked, or a lead. Named by its moment and the two of them, so that it travels between computers as a field of its own.
 */
export const caseAsk = z.object({
  byUser: opaqueId, ofUser: opaqueId, atMs: z.int(), words: shortText.min(1),
  /** Null while it is open. */
  answer: z.object({ words: shortText.min(1), byUser: opaqueId, atMs: z.int() }).nullable(),
});
export type CaseAsk = z.infer<typeof caseAsk>;

export const isOpenAsk = ({ answer }: CaseAsk): boolean => answer === null;

/** Ids of the people of whom something is asked that nobody answered yet. */
export function askedOf(asks: readonly CaseAsk[] | undefined): string[] {
  return [...new Set((asks ?? []).filter(isOpenAsk).map(({ ofUser }) => ofUser))].sort();
}
