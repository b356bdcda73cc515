import type { Reading } from '../../../../rules/reading/reading.ts';
import { readingSchema } from '../../../../rules/reading/reading-schema.ts';
import { resumeDraft } from '../../../../rules/review/review-draft.ts';
import type { ReviewDraft } from '../../../../rules/review/review-draft.ts';

/** What stands in the paste box and in the card it led to. `reading` is kept too: the HTML flavour it came from is gone with the clipboard. */
export type PasteDraft = { text: string; reading: Reading | null; review: ReviewDraft | null };

export const blankPaste = (): PasteDraft => ({ text: '', reading: null, review: null });

/** A kept draft, or null. One whose reading no longer fits keeps at least the text. */
export function restoredPaste(kept: unknown): PasteDraft | null {
  if (typeof kept !== 'object' || kept === null || typeof (kept as Partial<PasteDraft>).text !== 'string') return null;
  const { text, reading, review } = kept as PasteDraft;
  const parsed = reading === null ? null : readingSchema.safeParse(reading);
  const resumed = parsed?.success === true ? resumeDraft(review, parsed.data as Reading) : null;
  return parsed?.success === true && resumed !== null ? { text, reading: parsed.data as Reading, review: resumed } : { text, reading: null, review: null };
}
