import { NO_DAY, toDayNumber } from '../domain/day-number.ts';
import type { DayNumber } from '../domain/day-number.ts';
import type { DeadlineOptions } from '../deadlines/decide-deadline.ts';
import type { PracticePayer } from '../domain/practice.ts';
import type { Reading } from '../reading/reading.ts';
import { workOutCase } from './case-columns.ts';
import { factsFromReading } from './facts-from-reading.ts';

/**
 * The day by which something would have to be done about the claims of a page nobody has saved yet: the earliest of them,
 * worked out exactly as it will be once they are saved. `NO_DAY` where no date can be told.
 */
export function firstDayOfReading(reading: Reading, payer: PracticePayer, today: Temporal.PlainDate, dating: DeadlineOptions = {}): DayNumber {
  const day = toDayNumber(today);
  const days = reading.claims.slice(0, 25).map((claim) => workOutCase({
    sealed: { facts: factsFromReading(claim, { payerName: reading.payer?.value ?? null }), references: [], classification: null, overrides: [], submissions: [], resolution: null },
    payer, payerKey: payer.key, plan: { ownerId: '', state: 'identified', nextAction: 'review', followUpDay: NO_DAY, snoozedUntilDay: NO_DAY },
    open: true, createdDay: day, today: day, todayDate: today, dating,
  }).columns).map(({ nextDay, nextKind }) => (nextKind === 'find-date' ? NO_DAY : nextDay));
  return Math.min(NO_DAY, ...days);
}
