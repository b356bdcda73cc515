import { z } from 'zod';
import type { Reading } from '../reading/reading.ts';
import type { ClaimIdentity } from './claim-identity.ts';
import { claimFor, identityOf, isSameClaim } from './claim-identity.ts';
import { startDraft } from './review-draft.ts';
import type { DraftClaim, ReviewDraft } from './review-draft.ts';
import { REVIEW_FIELDS, reviewFields } from './review-fields.ts';

const text = z.string().max(2000);
const reference = z.object({ label: text, value: text });
const identity: z.ZodType<ClaimIdentity> = z.object({ claimControlNumber: text.nullable(), patientControlNumber: text.nullable(), patientName: text.nullable(), serviceFrom: text.nullable(), charge: z.int().nullable() });

/**
 * What a person typed about one claim, and what the page said at that moment. Never the page's own values: the page is
 * read anew each time, and an old value of it must not come back over a newer one.
 */
const keptClaim = z.object({
  identity, chosen: z.boolean(),
  payer: z.object({ key: text, pageSays: text.nullable() }).nullable(),
  fields: z.partialRecord(z.enum(REVIEW_FIELDS.map(({ key }) => key)), z.object({ text, read: text })),
  references: z.object({ typed: z.array(reference).max(60), read: z.array(reference).max(60) }).nullable(),
  noReferenceIssued: z.boolean(),
});
export type KeptClaim = z.infer<typeof keptClaim>;

/** The unsaved words of a person about the claims of one page. */
export const keptReview = z.object({ claims: z.array(keptClaim).max(500) });
export type KeptReview = z.infer<typeof keptReview>;

/** The same over many pages of a portal, with the moment each was last touched (epoch ms). */
export const keptReviews = z.object({ claims: z.array(keptClaim.extend({ atMs: z.int() })) });
export type KeptReviews = z.infer<typeof keptReviews>;

const MOST_CLAIMS = 500;
const MOST_CHARACTERS = 300_000;
const DAYS_KEPT = 14;
const MS_PER_DAY = 86_400_000;

/** What of a draft is the person's and not the page's. A claim nobody touched is not in it. */
export function keepReview(draft: ReviewDraft, reading: Reading, payerKeyAtStart: string | null): KeptReview {
  const isList = reading.claims.length > 1;
  const payer = draft.payerKey === null || draft.payerKey === payerKeyAtStart ? null : { key: draft.payerKey, pageSays: reading.payer?.raw.slice(0, 2000) ?? null };
  return {
    claims: draft.claims.flatMap((claim): KeptClaim[] => {
      const read = reading.claims[claim.index];
      if (read === undefined) return [];
      const page = new Map(reviewFields(reading, claim.index, null).map((field) => [field.key, field.text]));
      const fields: KeptClaim['fields'] = {};
      for (const { key } of REVIEW_FIELDS) {
        const [typed, before] = [claim.texts[key] ?? '', claim.typedBefore[key]];
        if (claim.edited.includes(key) && typed !== page.get(key)) fields[key] = { text: typed.slice(0, 2000), read: page.get(key)?.slice(0, 2000) ?? '' };
        else if (before !== undefined) fields[key] = before;
      }
      const given = read.references.map(({ label, value }) => ({ label, value }));
      const references = JSON.stringify(given) === JSON.stringify(claim.references) ? null : { typed: claim.references.slice(0, 60), read: given.slice(0, 60) };
      const chosen = isList && claim.chosen;
      if (!chosen && payer === null && references === null && !claim.noReferenceIssued && Object.keys(fields).length === 0) return [];
      return [{ identity: identityOf(read), chosen, payer: isList && !chosen && Object.keys(fields).length === 0 ? null : payer, fields, references, noReferenceIssued: claim.noReferenceIssued }];
    }).slice(0, MOST_CLAIMS),
  };
}

/**
 * The card as it opens, with what the person had typed about the same claims. A field comes back only where the page
 * still says what it said then; elsewhere the page's value stands and the typed one is offered beside it (`typedBefore`).
 */
export function reapplyReview(kept: unknown, reading: Reading, payerKey: string | null): ReviewDraft {
  const start = startDraft(reading, payerKey);
  const parsed = keptReview.safeParse(kept);
  if (!parsed.success) return start;
  const isList = reading.claims.length > 1;
  const identities = reading.claims.map((claim, index) => ({ index, identity: identityOf(claim) }));
  const payers = new Set<string>();
  const claims = start.claims.map((claim): DraftClaim => {
    const own = identities[claim.index];
    const found = own === undefined ? null : claimFor(parsed.data.claims, own.identity);
    if (own === undefined || found === null || claimFor(identities, found.identity) !== own) return claim;
    if (found.payer !== null && found.payer.pageSays === (reading.payer?.raw.slice(0, 2000) ?? null)) payers.add(found.payer.key);
    return reapplyClaim(claim, found, isList);
  });
  const [chosenPayer, ...rivals] = payers;
  return { payerKey: chosenPayer !== undefined && rivals.length === 0 ? chosenPayer : payerKey, claims };
}

function reapplyClaim(claim: DraftClaim, kept: KeptClaim, isList: boolean): DraftClaim {
  const next: DraftClaim = { ...claim, texts: { ...claim.texts }, edited: [...claim.edited], typedBefore: {}, chosen: isList ? kept.chosen : claim.chosen };
  for (const { key } of REVIEW_FIELDS) {
    const typed = kept.fields[key];
    const now = claim.texts[key] ?? '';
    if (typed === undefined || typed.text === now) continue; // the page says by now what was typed
    if (typed.read === now.slice(0, 2000)) {
      next.texts[key] = typed.text;
      next.edited.push(key);
    } else next.typedBefore[key] = typed;
  }
  if (kept.references !== null) {
    const { typed, read } = kept.references;
    const known = (list: typeof typed, value: string) => list.some((one) => one.value === value);
    next.references = JSON.stringify(claim.references.slice(0, 60)) === JSON.stringify(read) ? typed : [...claim.references, ...typed.filter((one) => !known(read, one.value) && !known(claim.references, one.value))];
  }
  next.noReferenceIssued = kept.noReferenceIssued && claim.references.length === 0;
  return next;
}

const none: KeptReviews = { claims: [] };

/** What is kept of a portal, without what is older than two weeks; nothing where it cannot be read. */
export function freshReviews(kept: unknown, nowMs: number): KeptReviews {
  const parsed = keptReviews.safeParse(kept);
  return parsed.success ? { claims: parsed.data.claims.filter(({ atMs }) => nowMs - atMs < DAYS_KEPT * MS_PER_DAY) } : none;
}

/** The part of it that is about the claims of a page. */
export function keptOfReading({ claims }: KeptReviews, reading: Reading): KeptReviews {
  const identities = reading.claims.map(identityOf);
  return { claims: claims.filter((claim) => identities.some((one) => isSameClaim(claim.identity, one))) };
}

/** With the words about one page replaced by newer ones. The oldest give way where it would grow without end. */
export function mergeReviews(kept: KeptReviews, reading: Reading, review: KeptReview, nowMs: number): KeptReviews {
  const gone = new Set(keptOfReading(kept, reading).claims);
  const claims = [...review.claims.map((claim) => ({ ...claim, atMs: nowMs })), ...kept.claims.filter((claim) => !gone.has(claim)).sort((a, b) => b.atMs - a.atMs)];
  const fits: KeptReviews['claims'] = [];
  let characters = 0;
  for (const claim of claims.slice(0, MOST_CLAIMS)) {
    characters += JSON.stringify(claim).length;
    if (characters > MOST_CHARACTERS) break;
    fits.push(claim);
  }
  return { claims: fits };
}

/** Without the claims at these places of the reading: they were saved. */
export function dropSaved(kept: KeptReviews, reading: Reading, saved: readonly number[]): KeptReviews {
  const identities = saved.flatMap((index) => reading.claims[index] ?? []).map(identityOf);
  return { claims: kept.claims.filter((claim) => !identities.some((one) => isSameClaim(claim.identity, one))) };
}
