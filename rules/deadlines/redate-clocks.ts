import type { CalendarDay } from '../calendar/calendar-day.ts';
import { decideDeadline } from './decide-deadline.ts';
import type { DeadlineOptions } from './decide-deadline.ts';
import type { DeadlineQuery } from './deadline-query.ts';

/** A clock as it is stored: the checked query it came from and the dates it was given, as day numbers; null where undated. */
export type StoredClock = {
  id: string;
  query: DeadlineQuery;
  rule: string | null;
  version: number | null;
  rawDay: CalendarDay | null;
  dueDay: CalendarDay | null;
  safeDay: CalendarDay | null;
};

export type ClockDates = Pick<StoredClock, 'rule' | 'version' | 'rawDay' | 'dueDay' | 'safeDay'>;

/** A clock the library now dates otherwise. `daysMoved` is that of the due date, null where one side has no date. */
export type ClockChange = { id: string; was: ClockDates; now: ClockDates; daysMoved: number | null };

const UNDATED: ClockDates = { rule: null, version: null, rawDay: null, dueDay: null, safeDay: null };

/** The dates of one checked query without its words; all null where no date can be given. */
export function clockDates(query: DeadlineQuery, options: DeadlineOptions = {}): ClockDates {
  const decision = decideDeadline(query, options);
  if ('answer' in decision) return UNDATED;
  const { dates, candidate } = decision.governing;
  const { rule } = candidate.entry;
  return { rule: rule.id, version: rule.version, rawDay: dates.raw, dueDay: dates.due, safeDay: dates.safe };
}

/**
 * Which clocks of a stretch move under a library, and by how many days: the preview before a rule is changed. Stretches
 * (`from` up to but not including `to`) let a worker yield between them; the result does not depend on their size.
 */
export function clockChanges(clocks: readonly StoredClock[], options: DeadlineOptions, from = 0, to = clocks.length): ClockChange[] {
  const changes: ClockChange[] = [];
  for (const clock of clocks.slice(from, to)) {
    const now = clockDates(clock.query, options);
    if (now.rule === clock.rule && now.version === clock.version && now.rawDay === clock.rawDay && now.dueDay === clock.dueDay && now.safeDay === clock.safeDay) continue;
    const { rule, version, rawDay, dueDay, safeDay } = clock;
    changes.push({
      id: clock.id, was: { rule, version, rawDay, dueDay, safeDay }, now,
      daysMoved: now.dueDay === null || dueDay === null ? null : now.dueDay - dueDay,
    });
  }
  return changes;
}
