import { canonicalJson } from '../evidence/canonical-json.ts';

/**
 * What two computers know of one field, so that they come to the same in whatever order they hear of each other: a register that
 * holds several values (the multi-value register of Shapiro, Preguiça, Baquero, Zawirski: "A comprehensive study of Convergent and
 * Commutative Replicated Data Types", 2011). A value that was written by somebody who had seen another takes that one's place; two
 * that were written without knowing of each other both stay, until a person decides.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One writing: which computer, and the how-manieth writing of it on this case. Never given twice. */
export type Dot = readonly [machine: string, n: number];

/** `atMs`, `byUser`: when and by whom, as well as the store knows. `typed`: a person set it, rather than a page or file. */
export type Candidate = { value: Json; dot: Dot; atMs: number; byUser: string; typed: boolean };

/** `seen`: up to which writing of each computer this register knows of; sorted by computer. */
export type Register = { seen: readonly Dot[]; candidates: readonly Candidate[] };

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const byDot = (one: Dot, other: Dot): number => byText(one[0], other[0]) || one[1] - other[1];

/** The newest writing of a computer this register knows of; 0 for none. */
export function seenOf(register: Register, machine: string): number {
  return register.seen.find(([name]) => name === machine)?.[1] ?? 0;
}

function joinSeen(one: readonly Dot[], other: readonly Dot[]): Dot[] {
  const joined = new Map<string, number>(one);
  for (const [machine, n] of other) joined.set(machine, Math.max(n, joined.get(machine) ?? 0));
  return [...joined].sort(byDot);
}

/** A new writing, which has seen and therefore replaces everything the register held. */
export function writeField(register: Register | undefined, written: Candidate): Register {
  return { seen: joinSeen(register?.seen ?? [], [written.dot]), candidates: [written] };
}

/**
 * Both registers' knowledge in one. Commutative, associative and idempotent; a value goes only where the other side had seen it and
 * holds something written after it.
 */
export function mergeRegisters(one: Register, other: Register): Register {
  const kept = new Map<string, Candidate>();
  const has = (register: Register, { dot }: Candidate): boolean => register.candidates.some((candidate) => byDot(candidate.dot, dot) === 0);
  const keep = (candidates: readonly Candidate[], beside: Register): void => {
    for (const candidate of candidates) {
      if (!has(beside, candidate) && seenOf(beside, candidate.dot[0]) >= candidate.dot[1]) continue;
      const key = candidate.dot.join(' ');
      const before = kept.get(key);
      // The same writing with two contents is a fault of a computer; both sides still have to end with the same one.
      if (before === undefined || canonicalJson(before) < canonicalJson(candidate)) kept.set(key, candidate);
    }
  };
  keep(one.candidates, other);
  keep(other.candidates, one);
  return { seen: joinSeen(one.seen, other.seen), candidates: [...kept.values()].sort((a, b) => byDot(a.dot, b.dot)) };
}

/** Which of two writings counts as the later one: by its moment, and where that is the same by its dot, so that everybody agrees. */
export function laterOf(one: Candidate, other: Candidate): number {
  return one.atMs - other.atMs || byDot(one.dot, other.dot) || byText(canonicalJson(one.value), canonicalJson(other.value));
}

/** The values of a register that differ, the latest writing of each, oldest first. */
export function differentValues(register: Register): Candidate[] {
  const byValue = new Map<string, Candidate>();
  for (const candidate of [...register.candidates].sort(laterOf)) byValue.set(canonicalJson(candidate.value), candidate);
  return [...byValue.values()].sort(laterOf);
}
