import type { DayNumber } from '../domain/day-number.ts';
import { valueOf } from '../numbers/dimensions.ts';
import type { Dimension, NumbersFilter } from '../numbers/dimensions.ts';
import type { DenialRow } from '../numbers/denial-row.ts';
import { binomialLower, binomialUpper } from './binomial.ts';

/** Fewer claims than this before and after together say nothing either way. */
export const FEWEST_FOR_EFFECT = 10;
const SURE = 0.05;
/** A change is called useless only where a fall by half, which would have been worth it, can be ruled out this surely. */
const WORTH_IT = 0.5;
const RULED_OUT = 0.1;

export type Span = { claims: number; cents: number };
export type ChangeEffect = {
  days: number; before: Span; after: Span;
  /** Every other denial over the same days: what would have happened anyway. */
  others: { before: Span; after: Span };
  /** After ÷ before of the pattern, over the same of the others; below 1 it fell against them. Null where one of them is nothing. */
  ratio: number | null;
  /** The chance of so few (or, where it rose, so many) had the change done nothing. */
  chance: number | null;
  suggestion: 'too-early' | 'keep' | 'adjust' | 'retire';
  why: 'running' | 'too-few' | 'fell' | 'not-followed' | 'rule-moved' | 'unclear' | 'no-change' | 'rose';
};

/**
 * Before and after a change, windows of the same length, the pattern beside everything else. A fall counts only against what
 * the other denials did in the same days, by the conditional test of two rates; no fall counts only where one by half is ruled
 * out, so that a true one too small to be sure of is not thrown away. It suggests; a person decides.
 */
export function effectOf(rows: readonly DenialRow[], change: { filter: NumbersFilter; startDay: DayNumber; reviewDay: DayNumber; followed: 'yes' | 'partly' | 'no' | 'not-asked'; payerRuleMoved: boolean }, today: DayNumber): ChangeEffect {
  const days = Math.max(1, Math.min(change.reviewDay, today) - change.startDay);
  const wanted = Object.entries(change.filter) as [Dimension, string][];
  const none = (): Span => ({ claims: 0, cents: 0 });
  const pattern = { before: none(), after: none() };
  const others = { before: none(), after: none() };
  for (const row of rows) {
    if (row.first === 'rejection') continue;
    const when = row.deniedDay >= change.startDay - days && row.deniedDay < change.startDay ? 'before' : row.deniedDay >= change.startDay && row.deniedDay < change.startDay + days ? 'after' : null;
    if (when === null) continue;
    const span = (wanted.every(([dimension, value]) => valueOf(row, dimension) === value) ? pattern : others)[when];
    span.claims += 1;
    span.cents += row.deniedCents;
  }
  const { before, after } = pattern;
  const ratio = before.claims === 0 || others.before.claims === 0 || others.after.claims === 0 ? null : (after.claims / before.claims) / (others.after.claims / others.before.claims);
  const total = before.claims + after.claims;
  const share = others.before.claims + others.after.claims === 0 ? 0.5 : others.after.claims / (others.before.claims + others.after.claims);
  const fell = (ratio ?? after.claims / Math.max(1, before.claims)) < 1;
  const chance = total === 0 ? null : fell ? binomialLower(after.claims, total, share) : binomialUpper(after.claims, total, share);
  return { days, before, after, others, ratio, chance, ...suggest() };

  function suggest(): Pick<ChangeEffect, 'suggestion' | 'why'> {
    if (today < change.reviewDay) return { suggestion: 'too-early', why: 'running' };
    if (total < FEWEST_FOR_EFFECT || chance === null) return { suggestion: 'too-early', why: 'too-few' };
    if (fell && chance < SURE) return { suggestion: 'keep', why: 'fell' };
    if (change.followed === 'no' || change.followed === 'partly') return { suggestion: 'adjust', why: 'not-followed' };
    if (change.payerRuleMoved) return { suggestion: 'adjust', why: 'rule-moved' };
    if (!fell && chance < SURE) return { suggestion: 'retire', why: 'rose' };
    const halved = (WORTH_IT * share) / (1 - share + WORTH_IT * share);
    return binomialUpper(after.claims, total, halved) < RULED_OUT ? { suggestion: 'retire', why: 'no-change' } : { suggestion: 'too-early', why: 'unclear' };
  }
}
