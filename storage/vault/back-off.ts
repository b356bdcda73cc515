/** Tries that cost nothing but the derivation: a slip of the finger, and one more. */
const FREE_FAILURES = 2;
const LONGEST_MS = 15 * 60_000;

/** How long the next try must wait after this many failures in a row: nothing, nothing, then 2 s doubling to 15 minutes. */
export function backOffMs(failures: number): number {
  return failures <= FREE_FAILURES ? 0 : Math.min(LONGEST_MS, 1000 * 2 ** Math.min(failures - FREE_FAILURES, 20));
}

/** The moment until which tries are refused, or null; a clock that was set back cannot lock a person out for longer than the longest wait. */
export function blockedUntil(blockedUntilMs: number, nowMs: number): number | null {
  return blockedUntilMs <= nowMs ? null : Math.min(blockedUntilMs, nowMs + LONGEST_MS);
}
