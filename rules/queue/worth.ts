import { DEFAULT_WEIGHTS } from '../domain/queue-weights.ts';
import type { QueueWeights } from '../domain/queue-weights.ts';
import { chanceOf, chanceTable } from './chance.ts';
import type { ChanceTable } from './chance.ts';
import { MINUTES_ELSEWHERE, USUAL_MINUTES } from './effort.ts';

/** What the order of the queue is worked out by, beside the dates. */
export type Scoring = { weights: QueueWeights; chances: ChanceTable };
export const DEFAULT_SCORING: Scoring = { weights: DEFAULT_WEIGHTS, chances: chanceTable({}) };

/** What a case is worth per minute of work: `value` are the days that this counts like, `perMinute` expected cents a minute. */
export type Worth = { value: number; chance: number; minutes: number; perMinute: number };

/** Minutes a case of this category takes: the practice's own number, else the usual one. */
export function minutesOf(weights: QueueWeights, category: string): number {
  const key = category as keyof typeof USUAL_MINUTES;
  return weights.minutes[key] ?? (Object.hasOwn(USUAL_MINUTES, category) ? USUAL_MINUTES[key] : MINUTES_ELSEWHERE);
}

/** Expected dollars per minute, value times chance by effort, and the days they count like. Doublings count, not dollars: a claim of a million must not hide every date. */
export function worthOf(input: { deniedCents: number; payerKey: string; category: string }, { weights, chances }: Scoring): Worth {
  const { chance } = chanceOf(chances, input.payerKey, input.category);
  const minutes = minutesOf(weights, input.category);
  const perMinute = (Math.max(0, input.deniedCents) * chance) / minutes;
  return { value: round(weights.daysPerDoubling * Math.log2(1 + perMinute / 100)), chance: Math.round(chance * 1000) / 1000, minutes, perMinute: Math.round(perMinute) };
}

/** Two places: so that a hair's breadth of a chance does not write every row anew. */
const round = (value: number): number => Math.round(value * 100) / 100;
