import type { ClaimFacts, SealedCase } from '../domain/denial-case.ts';
import { mergeFacts } from './merge-facts.ts';
import type { FactName } from './merge-facts.ts';

/**
 * Two cases of one claim as one: what the kept one says stays, the other fills its gaps; references, submissions and dates set
 * by hand come along, and a mark that keeps either from leaving. The other's numbers are kept as further numbers of the claim, so that the next look at either finds it.
 */
export function mergedCase(kept: SealedCase, other: SealedCase): SealedCase {
  const { facts } = mergeFacts(kept.facts, other.facts, { fillOnly: true });
  const own = [facts.claimControlNumber, facts.patientControlNumber];
  const numbers = [other.facts.claimControlNumber, other.facts.patientControlNumber, ...(other.alsoNumbers ?? [])].filter((number): number is string => number !== null && !own.includes(number));
  return {
    ...kept, facts, references: union(kept.references, other.references).slice(-200), submissions: union(kept.submissions, other.submissions).sort((one, next) => one.on.localeCompare(next.on)).slice(-200),
    ...(kept.letters === undefined && other.letters === undefined ? {} : { letters: union(kept.letters ?? [], other.letters ?? []).slice(-60) }),
    ...(kept.sensitive == null && other.sensitive != null ? { sensitive: other.sensitive } : {}),
    overrides: [...kept.overrides, ...other.overrides.filter(({ action }) => !kept.overrides.some((one) => one.action === action))], alsoNumbers: [...new Set([...(kept.alsoNumbers ?? []), ...numbers])].slice(-60),
  };
}

/**
 * Takes a regrouping back: what it changed and nobody has changed since becomes what it was before; whatever came later
 * stays. `before` and `after` are the case just before and just after it.
 */
export function withoutRegrouping(now: SealedCase, before: SealedCase, after: SealedCase): SealedCase {
  const facts = { ...now.facts };
  for (const field of Object.keys(facts) as FactName[]) {
    if (!same(before.facts[field], after.facts[field]) && same(now.facts[field], after.facts[field])) Object.assign(facts, { [field]: before.facts[field] });
  }
  return {
    ...now, facts, references: less(now.references, after.references, before.references), submissions: less(now.submissions, after.submissions, before.submissions), overrides: less(now.overrides, after.overrides, before.overrides),
    ...(now.letters === undefined ? {} : { letters: less(now.letters, after.letters ?? [], before.letters ?? []) }),
    alsoNumbers: less(now.alsoNumbers ?? [], after.alsoNumbers ?? [], before.alsoNumbers ?? []), setAside: less(now.setAside ?? [], after.setAside ?? [], before.setAside ?? []),
  };
}

/** What looks say together, first to last; `complete` where a look says everything there is about codes and lines. Null of none. */
export function factsOfLooks(looks: readonly { facts: ClaimFacts; complete: boolean }[]): ClaimFacts | null {
  const [first, ...rest] = looks;
  if (first === undefined) return null;
  return rest.reduce((facts, look) => mergeFacts(facts, look.facts, { complete: look.complete }).facts, first.facts);
}

/** What is left of a case when some of its looks are another claim: what the others say, and what a person set. */
export function caseWithout(sealed: SealedCase, left: ClaimFacts, aside: readonly string[]): SealedCase {
  const facts = { ...left };
  for (const field of sealed.edited ?? []) if (field in facts) Object.assign(facts, { [field]: sealed.facts[field as FactName] });
  return { ...sealed, facts, suggestion: null, setAside: [...new Set([...(sealed.setAside ?? []), ...aside])] };
}

const text = (value: unknown): string => JSON.stringify(value);
const same = (one: unknown, other: unknown): boolean => text(one) === text(other);

function union<T>(some: readonly T[], more: readonly T[]): T[] {
  const known = new Set(some.map(text));
  return [...some, ...more.filter((one) => !known.has(text(one)))];
}

/** `now` without what `after` had beyond `before`. */
function less<T>(now: readonly T[], after: readonly T[], before: readonly T[]): T[] {
  const kept = new Set(before.map(text));
  const brought = new Set(after.map(text).filter((one) => !kept.has(one)));
  const gone = before.filter((one) => !after.some((other) => same(one, other)) && !now.some((other) => same(one, other)));
  return [...gone, ...now.filter((one) => !brought.has(text(one)))];
}
