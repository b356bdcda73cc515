import type { ClaimFacts } from '../domain/denial-case.ts';
import { factText } from './fact-text.ts';

export type FactName = keyof ClaimFacts;
export type FactChange = { field: FactName; was: string | null; now: string | null };

/** Codes and lines say one thing together: a mixture of two looks would be a third claim. */
const TOGETHER: readonly FactName[] = ['statusCodes', 'adjustments', 'rarcs', 'payerCodes', 'lines'];

export type Merged = {
  facts: ClaimFacts;
  /** What is different now from what was known. */
  changes: FactChange[];
  /** What the new look says against a person's word; the facts keep the person's. `value` is what was seen. */
  differences: (FactChange & { value: unknown })[];
  /** The new look is older than what is known and only filled gaps. */
  older: boolean;
};

export type MergeOptions = {
  /** Facts a person set. */
  edited?: readonly string[];
  /** The source says everything there is about codes and lines (a remittance); a list row does not. */
  complete?: boolean;
  /** Facts a person confirmed or typed in this very look: they win over earlier words of persons too. */
  confirmed?: readonly string[];
  /** The look is about an earlier or another stage of the claim and only fills gaps. */
  fillOnly?: boolean;
};

/**
 * Puts a new look at a claim onto what is known. A value never seen before is added, a different one replaces the old,
 * an absent one takes nothing away. What a person typed stays until that person accepts the difference. A look whose
 * remittance is older than the known one (files dropped out of order) only fills gaps.
 */
export function mergeFacts(known: ClaimFacts, seen: ClaimFacts, options: MergeOptions = {}): Merged {
  const edited = new Set(options.edited ?? []);
  for (const field of options.confirmed ?? []) edited.delete(field);
  const older = options.fillOnly === true || isOlder(known, seen);
  const replacesCodes = !older && (options.complete === true || TOGETHER.some((field) => !isEmpty(seen[field])));
  const merged: Merged = { facts: { ...known }, changes: [], differences: [], older };
  for (const field of namesOf(known, seen)) {
    const together = TOGETHER.includes(field);
    if (isEmpty(seen[field]) && !(together && replacesCodes)) continue;
    if (together && !replacesCodes && !(older && TOGETHER.every((other) => isEmpty(known[other])))) continue;
    if (same(known[field], seen[field])) continue;
    if (older && !together && !isEmpty(known[field])) continue;
    // A look that has no status codes does not unsay those of an earlier acknowledgement, and the like.
    const change: FactChange = { field, was: factText(field, known), now: factText(field, seen) };
    if (edited.has(field)) merged.differences.push({ ...change, value: seen[field] });
    else {
      Object.assign(merged.facts, { [field]: seen[field] });
      merged.changes.push(change);
    }
  }
  return merged;
}

/** Facts a person sets by hand, `null` included: what changed by it. */
export function setFacts(known: ClaimFacts, typed: Partial<{ [K in FactName]: ClaimFacts[K] | undefined }>): { facts: ClaimFacts; changes: FactChange[] } {
  const facts = { ...known };
  for (const [field, value] of Object.entries(typed)) if (value !== undefined && (field in known || OPTIONAL.has(field))) Object.assign(facts, { [field]: value });
  const changes = namesOf(known, facts).filter((field) => !same(known[field] ?? null, facts[field] ?? null))
    .map((field) => ({ field, was: factText(field, known), now: factText(field, facts) }));
  return { facts, changes };
}

/** Facts that a record made before they existed does not have. */
const OPTIONAL: ReadonlySet<string> = new Set(['location', 'specialty', 'birthDate', 'plan'] satisfies FactName[]);

function namesOf(one: ClaimFacts, other: ClaimFacts): FactName[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])] as FactName[];
}

function isEmpty(value: ClaimFacts[FactName]): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isOlder(known: ClaimFacts, seen: ClaimFacts): boolean {
  const [was, is] = [known.remittanceOn ?? known.paymentOn, seen.remittanceOn ?? seen.paymentOn];
  return was !== null && is !== null && is < was;
}
