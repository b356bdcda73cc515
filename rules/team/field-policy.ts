import { NO_DAY } from '../domain/day-number.ts';
import type { Candidate, Json, Register } from './field-register.ts';
import { differentValues, laterOf } from './field-register.ts';

/**
 * Which value is shown where two computers wrote a field without knowing of each other, and whether a person has to decide. Fields
 * by their path (case-fields.ts). What only plans the work settles itself, on the side of caution; both values are in the timeline
 * then. What a person typed as a fact, a decision or an ending is never settled by itself.
 */
export type Standing = { open: boolean; state: string; resolution: Json };

const isStanding = (value: Json): value is { open: boolean; state: string; resolution: Json } => typeof value === 'object' && value !== null && 'open' in value;

/** Planning: who has it, what is next, when to look again, and marks of the product itself. */
const SETTLES_ITSELF = /^(?:plan\/|takenBack\/|promise\/|note\/|suggestion$|mergedInto$|sensitive$|legalHold$|unanswered$|asks\/|edited\/|differences\/|alsoNumbers\/|notTwins\/|setAside\/|references\/|appeal\/[^/]+\/(?:state|nextDay|ownerId|check|editors\/.*)$)/u;

/**
 * Paths of lists whose entries a person can take out again (a step that never went out, a date set by hand, what the undoing of a
 * merge takes away); entries of all others are only ever added.
 */
const TAKEN_OUT = /^(?:differences|alsoNumbers|notTwins|overrides|submissions|references|edited|setAside|letters)\/|^appeal\/[^/]+\/(?:typedFacts|proofs)\//u;
export const canBeTakenOut = (path: string): boolean => TAKEN_OUT.test(path);

const latest = (candidates: readonly Candidate[]): Candidate | undefined => candidates.reduce<Candidate | undefined>((found, one) => (found === undefined || laterOf(one, found) > 0 ? one : found), undefined);

function firstOf(candidates: readonly Candidate[], order: readonly string[], word: (value: Json) => unknown): Candidate | undefined {
  for (const wanted of order) {
    const found = latest(candidates.filter(({ value }) => word(value) === wanted));
    if (found !== undefined) return found;
  }
  return latest(candidates);
}

const stateOf = (value: Json): unknown => (typeof value === 'object' && value !== null && 'state' in value ? value.state : null);

/** The writing that is shown. `register` has at least one. */
export function shownCandidate(path: string, register: Register): Candidate | undefined {
  const all = register.candidates;
  if (all.length < 2) return all[0];
  // Something beats nothing: to empty a field counts only for whoever saw what was in it.
  const full = all.filter(({ value }) => value !== null);
  const from = full.length === 0 ? all : full;
  if (path === 'standing') return latest(from.filter(({ value }) => isStanding(value) && value.open)) ?? latest(from); // a case stays in the queue while one of two goes on working
  if (path === 'plan/followUpDay') return from.reduce((found, one) => (Number(one.value) < Number(found.value) || (one.value === found.value && laterOf(one, found) > 0) ? one : found));
  if (path === 'plan/snoozedUntilDay') return latest(from.filter(({ value }) => value === NO_DAY)) ?? from.reduce((found, one) => (Number(one.value) < Number(found.value) ? one : found));
  // Whoever answered, answered; who asked once more beside it can ask anew.
  if (path.startsWith('asks/')) return latest(from.filter(({ value }) => typeof value === 'object' && value !== null && 'answer' in value && value.answer !== null)) ?? latest(from);
  if (path.startsWith('promise/')) return latest(from.filter(({ value }) => stateOf(value) !== 'open')) ?? latest(from);
  if (path.startsWith('note/')) return firstOf(from, ['posted', 'not-needed', 'unposted'], stateOf);
  return latest(from);
}

/** What the field holds as far as anybody is shown; undefined for a register without a writing. */
export function shownValue(path: string, register: Register | undefined): Json | undefined {
  return register === undefined ? undefined : shownCandidate(path, register)?.value;
}

/** The values between which a person has to decide, oldest first; empty where there is nothing to decide. */
export function openChoice(path: string, register: Register): Candidate[] {
  if (register.candidates.length < 2 || SETTLES_ITSELF.test(path)) return [];
  const different = differentValues(register).filter(({ value }) => value !== null);
  if (different.length < 2) return [];
  if (path === 'standing') {
    // Two who both go on working differ only in a word of the plan; an ending against going on, or against another ending, is a decision.
    const endings = different.filter(({ value }) => isStanding(value) && !value.open);
    return endings.length === 0 ? [] : different;
  }
  return different.some(({ typed }) => typed) ? different : [];
}
