import { z } from 'zod';
import type { ClaimFacts } from '../domain/denial-case.ts';
import type { CommandRequest } from '../protocol/commands.ts';
import type { Reading } from '../reading/reading.ts';
import { factsFromReading } from '../work/facts-from-reading.ts';
import { REVIEW_FIELDS, reviewFields, typedValue } from './review-fields.ts';
import type { ReviewKey } from './review-fields.ts';

/** What stands in the card: the page's values with the person's over them. What is kept of it is `kept-review.ts`. */
export const reviewDraft = z.object({
  payerKey: z.string().nullable(),
  claims: z.array(z.object({
    index: z.int(), chosen: z.boolean(), texts: z.record(z.string(), z.string()), edited: z.array(z.string()),
    references: z.array(z.object({ label: z.string(), value: z.string() })), noReferenceIssued: z.boolean(),
    /** Typed earlier, into a field of which the page says something else by now. */
    typedBefore: z.record(z.string(), z.object({ text: z.string(), read: z.string() })).default({}),
  })),
});
export type ReviewDraft = z.infer<typeof reviewDraft>;
export type DraftClaim = ReviewDraft['claims'][number];

type ReviewedClaim = CommandRequest<'capture:save'>['claims'][number];

/** The card as it opens: every field as the page says it, every claim of a detail page chosen, none of a list. */
export function startDraft(reading: Reading, payerKey: string | null): ReviewDraft {
  const isList = reading.claims.length > 1;
  return {
    payerKey,
    claims: reading.claims.map((claim, index) => ({
      index, chosen: !isList, edited: [], noReferenceIssued: false, typedBefore: {},
      texts: Object.fromEntries(reviewFields(reading, index, null).map((field) => [field.key, field.text])),
      references: claim.references.map(({ label, value }) => ({ label, value })),
    })),
  };
}

/** A draft that was kept together with its very reading (the paste box), if it is whole. A page that is read anew wants `reapplyReview`. */
export function resumeDraft(kept: unknown, reading: Reading): ReviewDraft | null {
  const parsed = reviewDraft.safeParse(kept);
  if (!parsed.success || parsed.data.claims.length !== reading.claims.length) return null;
  const isSame = parsed.data.claims.every((claim) => reading.claims[claim.index] !== undefined);
  return isSame ? parsed.data : null;
}

/** The draft with one field typed anew. */
export function typeInto(draft: ReviewDraft, index: number, key: ReviewKey, text: string): ReviewDraft {
  return changeClaim(draft, index, (claim) => ({
    ...claim, texts: { ...claim.texts, [key]: text }, edited: [...new Set([...claim.edited, key])],
    typedBefore: Object.fromEntries(Object.entries(claim.typedBefore).filter(([name]) => name !== key)),
  }));
}

export function changeClaim(draft: ReviewDraft, index: number, change: (claim: DraftClaim) => DraftClaim): ReviewDraft {
  return { ...draft, claims: draft.claims.map((claim) => (claim.index === index ? change(claim) : claim)) };
}

export type DraftFault = { index: number; key: ReviewKey | 'payer' | 'claims' | 'identity' };

/**
 * What would be saved, or what stands in the way: a date or an amount that cannot be read, no payer, nothing chosen,
 * or a claim with neither a claim number nor an account number, which could never be found again.
 */
export function claimsOfDraft(draft: ReviewDraft, reading: Reading): { claims: ReviewedClaim[]; faults: DraftFault[] } {
  const faults: DraftFault[] = [];
  const chosen = draft.claims.filter((claim) => claim.chosen);
  if (draft.payerKey === null) faults.push({ index: -1, key: 'payer' });
  if (chosen.length === 0) faults.push({ index: -1, key: 'claims' });
  const claims = chosen.map((claim): ReviewedClaim => {
    const read = reading.claims[claim.index];
    const facts: Record<string, unknown> = read === undefined ? {} : { ...factsFromReading(read, { payerName: reading.payer?.value ?? null }) };
    for (const { key, kind } of REVIEW_FIELDS) {
      const value = typedValue(kind, claim.texts[key] ?? '');
      if (value === undefined) faults.push({ index: claim.index, key });
      else facts[key] = value;
    }
    if (facts['claimControlNumber'] === null && facts['patientControlNumber'] === null) faults.push({ index: claim.index, key: 'identity' });
    return { index: claim.index, facts: facts as ClaimFacts, references: claim.references.filter(({ value }) => value.trim() !== ''), edited: claim.edited, noReferenceIssued: claim.noReferenceIssued };
  });
  return { claims, faults };
}
