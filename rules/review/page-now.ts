import type { Reading, ReadingClaim } from '../reading/reading.ts';
import { bareNumber, claimFor, identityOf, isSameClaim } from './claim-identity.ts';
import { startDraft } from './review-draft.ts';
import type { DraftClaim, ReviewDraft } from './review-draft.ts';
import { reviewFields } from './review-fields.ts';
import type { ReviewKey } from './review-fields.ts';

/**
 * How the page stands to what a card shows, while the card is open over it:
 * - `same`: nothing else to say;
 * - `changed`: the same claims say something else or something more;
 * - `moved`: other claims stand there now, or another view of these;
 * - `gone`: no claim any more.
 */
export type PageNow =
  | { state: 'same' } | { state: 'gone' } | { state: 'moved'; claims: number }
  | { state: 'changed'; /** Per claim of the card, the fields of which the page says something else now. */ says: Readonly<Record<number, Partial<Record<ReviewKey, string>>>>; values: number; newRows: number; codesChanged: boolean };

const isListOf = (reading: Reading): boolean => reading.claims.length > 1;

/** Compares the reading a card shows with what its page says by now; null where it says nothing. */
export function comparePage(shown: Reading, now: Reading | null): PageNow {
  if (now === null || now.claims.length === 0) return { state: 'gone' };
  const places = placesIn(shown, now);
  const isSameView = isListOf(shown) === isListOf(now) && (isListOf(shown) || shown.kind === now.kind);
  if (!isSameView || places.some((place) => place === null)) return { state: 'moved', claims: now.claims.length };
  const says: Record<number, Partial<Record<ReviewKey, string>>> = {};
  let values = 0;
  let codesChanged = false;
  places.forEach((place, index) => {
    if (place === null) return;
    const before = reviewFields(shown, index, null);
    reviewFields(now, place, null).forEach(({ key, text }, at) => {
      if (text === before[at]?.text) return;
      values += 1;
      says[index] = { ...says[index], [key]: text };
    });
    codesChanged ||= codesOf(shown.claims[index]) !== codesOf(now.claims[place]);
  });
  const newRows = now.claims.length - shown.claims.length;
  return values === 0 && newRows <= 0 && !codesChanged ? { state: 'same' } : { state: 'changed', says, values, newRows: Math.max(0, newRows), codesChanged };
}

function codesOf(claim: ReadingClaim | undefined): string {
  return claim === undefined ? '' : JSON.stringify([claim.adjustments, claim.rarcs, claim.payerCodes, claim.statusCodes, claim.references, claim.appeal, claim.lines]);
}

/** For each claim of one reading its place in another; null where it is not there, or where two could be meant. */
function placesIn(shown: Reading, now: Reading): (number | null)[] {
  const there = now.claims.map((claim, place) => ({ place, identity: identityOf(claim) }));
  // A list has hundreds of rows: only those with the same number, or without one, can be meant.
  const byNumber = new Map<string, typeof there>();
  for (const one of there) byNumber.set(numberOf(one.identity), [...(byNumber.get(numberOf(one.identity)) ?? []), one]);
  const taken = new Set<number>();
  return shown.claims.map((claim) => {
    const wanted = identityOf(claim);
    const mayBe = wanted.claimControlNumber === null ? there : [...(byNumber.get(numberOf(wanted)) ?? []), ...(byNumber.get('') ?? [])];
    // Rows that agree in everything are told apart by their order alone.
    const found = claimFor(mayBe, wanted) ?? mayBe.find(({ place, identity }) => !taken.has(place) && isSameClaim(identity, wanted) && JSON.stringify(identity) === JSON.stringify(wanted)) ?? null;
    if (found === null || taken.has(found.place)) return null;
    taken.add(found.place);
    return found.place;
  });
}

const numberOf = ({ claimControlNumber }: { claimControlNumber: string | null }): string => bareNumber(claimControlNumber ?? '');

/** Which new values of the page a person takes over: all, or one field of one claim of the card. */
export type Taken = 'all' | { index: number; key: ReviewKey };

/**
 * The card brought over to what the page says now, so that what is saved has that as its evidence. What a person typed
 * stays in every case; of the rest, what is not taken over stays as it was and counts as kept by the person.
 */
export function carryDraft(draft: ReviewDraft, shown: Reading, now: Reading, take: Taken): ReviewDraft {
  const places = placesIn(shown, now);
  const fresh = startDraft(now, draft.payerKey);
  return {
    payerKey: draft.payerKey,
    claims: fresh.claims.map((claim): DraftClaim => {
      const index = places.indexOf(claim.index);
      const before = draft.claims.find((one) => one.index === index);
      return before === undefined ? claim : carryClaim(before, claim, shown, take);
    }),
  };
}

function carryClaim(before: DraftClaim, now: DraftClaim, shown: Reading, take: Taken): DraftClaim {
  const pageThen = new Map<string, string>(reviewFields(shown, before.index, null).map(({ key, text }) => [key, text]));
  const texts: Record<string, string> = { ...now.texts };
  const edited: string[] = [];
  for (const [key, said] of Object.entries(now.texts)) {
    const text = before.texts[key] ?? '';
    const isTyped = before.edited.includes(key) && text !== pageThen.get(key);
    const isTaken = take === 'all' ? !isTyped : take.index === before.index && take.key === key;
    if (isTaken || text === said || (!isTyped && pageThen.get(key) === said)) continue;
    texts[key] = text;
    edited.push(key);
  }
  const references = shown.claims[before.index]?.references.map(({ label, value }) => ({ label, value })) ?? [];
  const isReferenceTyped = JSON.stringify(references) !== JSON.stringify(before.references);
  const added = before.references.filter((one) => !now.references.some(({ value }) => value === one.value));
  return {
    ...now, texts, edited, chosen: before.chosen, typedBefore: Object.fromEntries(Object.entries(before.typedBefore).filter(([key]) => take === 'all' || take.key !== key)),
    references: isReferenceTyped ? [...now.references, ...added] : now.references, noReferenceIssued: before.noReferenceIssued && now.references.length === 0,
  };
}
