import { NO_DAY } from '../domain/day-number.ts';
import type { DayNumber } from '../domain/day-number.ts';
import { moneyText } from '../work/fact-text.ts';

/** Each doubling of the money counts like this many days less time. */
export const DAYS_PER_DOUBLING = 1.5;
/** A case with no date is looked into within this many days, or the date could run out unseen. */
export const FIND_DATE_WITHIN = 21;
/** A case whose every date has passed needs a decision, after what can still be saved. */
export const DECIDE_WITHIN = 28;
/** Keeps priorities positive until the year 2100, because snoozed cases use the numbers below zero. */
const DAY_ORIGIN = 47_500;

export type PriorityInput = {
  /** The day the next thing must be done by; NO_DAY where none is known. */
  nextDay: DayNumber;
  /** No window of the claim is known, whatever follow-up is planned: the follow-up must not hide that. */
  windowUnknown?: boolean;
  /** Every clock has ended and nothing else is planned. */
  lapsed: boolean;
  createdDay: DayNumber; today: DayNumber; deniedCents: number; snoozedUntilDay: DayNumber;
};

export type Priority = { priority: number; score: { pressure: number; value: number } };

/**
 * Place of a case in the queue: higher is sooner. Days and money add up, so that the order of two cases never depends on
 * the day it is looked at: nothing has to be worked out anew overnight, and one index holds the queue. A snoozed case
 * gets minus the day it comes back on.
 */
export function priorityOf(input: PriorityInput): Priority {
  const pressure = DAY_ORIGIN - pressingDay(input);
  const value = Math.round(DAYS_PER_DOUBLING * Math.log2(1 + Math.max(0, input.deniedCents) / 100) * 100) / 100;
  const snoozed = input.snoozedUntilDay !== NO_DAY && input.snoozedUntilDay > input.today;
  return { priority: snoozed ? -input.snoozedUntilDay : pressure + value, score: { pressure, value } };
}

function pressingDay(input: PriorityInput): DayNumber {
  if (input.lapsed) return input.today + DECIDE_WITHIN;
  return input.nextDay === NO_DAY || input.windowUnknown === true ? Math.min(input.nextDay, input.createdDay + FIND_DATE_WITHIN) : input.nextDay;
}

/** The part of the priority index that is to be worked today: everything but what sleeps beyond today. */
export function awakeFrom(today: DayNumber): number {
  return -today;
}

export type Ordered = { nextDay: DayNumber; nextKind: string; undated: string; dueDay: DayNumber; deniedCents: number; score: { pressure: number; value: number }; snoozedUntilDay: DayNumber };

/** Whether the reason for which a case has no date means that a window may run unseen; "nothing is open" does not. */
export function isWindowUnknown(undated: string): boolean {
  return undated !== '' && undated !== 'not-open';
}

/** Why a case stands where it stands, with the parts of the sum. */
export function orderSentence(row: Ordered, today: DayNumber): string {
  const days = DAY_ORIGIN - row.score.pressure - today;
  const worth = Math.round(row.score.value);
  const money = row.deniedCents > 0 ? `${moneyText(row.deniedCents)} at stake counts like ${worth} ${worth === 1 ? 'day' : 'days'} less.` : 'No money is known to be at stake.';
  if (row.snoozedUntilDay !== NO_DAY && row.snoozedUntilDay > today) return `Snoozed; it comes back in ${inDays(row.snoozedUntilDay - today)}.`;
  if (row.nextDay === NO_DAY || isWindowUnknown(row.undated)) return `No date is known: it counts as if due in ${inDays(days)}, so that it cannot run out unseen. ${money}`;
  if (row.nextDay < today && DAY_ORIGIN - row.score.pressure > row.nextDay) return `Its day passed ${inDays(today - row.nextDay)} ago and nothing is left to run: it waits for a decision. ${money}`;
  if (days < 0) return `${inDays(-days)} past its day. ${money}`;
  return days === 0 ? `Due today. ${money}` : `Due in ${inDays(days)}. ${money}`;
}

const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
