/** Changed claims that move no rate: one in twenty, and never more than this many. */
const ONE_IN = 20;
const MANY = 200;

/**
 * Whether the figures are of a part of the claims only, so that rates of all claims sent would be wrong. `due`: claims that
 * still wait to be worked in; `rows`: those that are in. `isAnswered`: the first call to work them in was answered; until
 * then imports are not counted, nor claims that a new form of the rows makes due.
 */
export function isPartOnly({ isAnswered, due, rows }: { isAnswered: boolean; due: number; rows: number }): boolean {
  return !isAnswered || due > Math.min(MANY, rows / ONE_IN);
}
