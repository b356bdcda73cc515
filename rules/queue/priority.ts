import { NO_DAY } from '../domain/day-number.ts';
import type { DayNumber } from '../domain/day-number.ts';
import { DEFAULT_WEIGHTS } from '../domain/queue-weights.ts';
import type { QueueWeights } from '../domain/queue-weights.ts';
import { moneyText } from '../work/fact-text.ts';
import type { Worth } from './worth.ts';

/** Keeps priorities positive until the year 2100, because snoozed cases use the numbers below zero. */
const DAY_ORIGIN = 47_500;

export type PriorityInput = {
  /** The day the next thing must be done by; NO_DAY where none is known. */
  nextDay: DayNumber;
  /** No window of the claim is known, whatever follow-up is planned: the follow-up must not hide that. */
  windowUnknown?: boolean;
  /** Every clock has ended and nothing else is planned. */
  lapsed: boolean;
  createdDay: DayNumber; today: DayNumber; snoozedUntilDay: DayNumber;
  worth: Worth;
  weights?: QueueWeights;
};

/** The parts of the sum as kept with a case; `chance` and `minutes` are absent in rows of earlier versions. */
export type Score = { pressure: number; value: number; chance?: number; minutes?: number };
export type Priority = { priority: number; score: Score };

/**
 * Place of a case in the queue: higher is sooner. Days and worth add up, so that the order of two cases never depends on
 * the day it is looked at: nothing has to be worked out anew overnight, and one index holds the queue. A snoozed case
 * gets minus the day it comes back on.
 */
export function priorityOf(input: PriorityInput): Priority {
  const pressure = DAY_ORIGIN - pressingDay(input, input.weights ?? DEFAULT_WEIGHTS);
  const { value, chance, minutes } = input.worth;
  return { priority: placeOf(pressure, value, input.snoozedUntilDay, input.today), score: { pressure, value, chance, minutes } };
}

/** The sum of the parts, or where a snoozed case waits. */
export function placeOf(pressure: number, value: number, snoozedUntilDay: DayNumber, today: DayNumber): number {
  return snoozedUntilDay !== NO_DAY && snoozedUntilDay > today ? -snoozedUntilDay : pressure + value;
}

function pressingDay(input: PriorityInput, weights: QueueWeights): DayNumber {
  if (input.lapsed) return input.today + weights.decideWithin;
  return input.nextDay === NO_DAY || input.windowUnknown === true ? Math.min(input.nextDay, input.createdDay + weights.findDateWithin) : input.nextDay;
}

/** The part of the priority index that is to be worked today: everything but what sleeps beyond today. */
export function awakeFrom(today: DayNumber): number {
  return -today;
}

export type Ordered = { nextDay: DayNumber; nextKind: string; undated: string; dueDay: DayNumber; deniedCents: number; score: Score; snoozedUntilDay: DayNumber };

/** Whether the reason for which a case has no date means that a window may run unseen; "nothing is open" does not. */
export function isWindowUnknown(undated: string): boolean {
  return undated !== '' && undated !== 'not-open';
}

/** Why a case stands where it stands, with the parts of the sum. */
export function orderSentence(row: Ordered, today: DayNumber): string {
  const days = DAY_ORIGIN - row.score.pressure - today;
  const money = worthSentence(row);
  if (row.snoozedUntilDay !== NO_DAY && row.snoozedUntilDay > today) return `Snoozed; it comes back in ${inDays(row.snoozedUntilDay - today)}.`;
  if (row.nextDay === NO_DAY || isWindowUnknown(row.undated)) return `No date is known: it counts as if due in ${inDays(days)}, so that it cannot run out unseen. ${money}`;
  if (row.nextDay < today && DAY_ORIGIN - row.score.pressure > row.nextDay) return `Its day passed ${inDays(today - row.nextDay)} ago and nothing is left to run: it waits for a decision. ${money}`;
  if (days < 0) return `${inDays(-days)} past its day. ${money}`;
  return days === 0 ? `Due today. ${money}` : `Due in ${inDays(days)}. ${money}`;
}

/** Value, chance and effort as the sum took them, and what they count like. */
function worthSentence({ deniedCents, score }: Ordered): string {
  if (deniedCents <= 0) return 'No money is known to be at stake.';
  const counts = `counts like ${inDays(Math.round(score.value * 10) / 10)} less.`;
  if (score.chance === undefined || score.minutes === undefined) return `${moneyText(deniedCents)} at stake ${counts}`;
  return `${moneyText(deniedCents)} at stake, ${Math.round(score.chance * 100)}% chance, ${score.minutes} minutes of work: ${moneyText(Math.round((deniedCents * score.chance) / score.minutes))} a minute, which ${counts}`;
}

/** Days until the day the case counts as due on, for the parts shown; negative where past. */
export function pressingDays(row: Pick<Ordered, 'score'>, today: DayNumber): number {
  return DAY_ORIGIN - row.score.pressure - today;
}

const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
