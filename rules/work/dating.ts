import { parseCalendarDay } from '../calendar/calendar-day.ts';
import type { DeadlineOptions } from '../deadlines/decide-deadline.ts';
import type { PracticeCalendar } from '../domain/practice-calendar.ts';
import type { RuleLibrary } from '../payers/rule-library.ts';
import type { Scoring } from '../queue/worth.ts';

/** Everything a case's columns are worked out by: rules and calendar for its dates, weights and chances for its place. */
export type CaseDating = DeadlineOptions & { scoring?: Scoring };

const daysOf = (entries: readonly { on: string }[]): Set<number> => new Set(entries.flatMap(({ on }) => parseCalendarDay(on) ?? []));

/**
 * What a practice's dates are worked out by, as the engine takes it: a rule set (null for the shipped one; else
 * `buildRuleLibrary` over shipped rules with the practice's edits and packs) and the practice's own calendar.
 */
export function ruleSetDating(library: RuleLibrary | null, calendar: PracticeCalendar): DeadlineOptions {
  const federal = calendar.closedDays.filter(({ list }) => list === 'everywhere');
  const texas = calendar.closedDays.filter(({ list }) => list === 'tmhp');
  const pauses = calendar.pauses.flatMap(({ from, to, reason, source, state }) => {
    const [first, last] = [parseCalendarDay(from), parseCalendarDay(to)];
    return first === null || last === null || last < first ? [] : [{ from: first, to: last, reason, ...(source === '' ? {} : { source }), ...(state === null ? {} : { state }) }];
  });
  return {
    ...(library === null ? {} : { library }),
    ...(federal.length === 0 ? {} : { closedDays: daysOf(federal) }),
    ...(texas.length === 0 ? {} : { tmhpHolidays: daysOf(texas) }),
    ...(pauses.length === 0 ? {} : { pauses }),
    ...(calendar.mailDays === null ? {} : { mailDays: calendar.mailDays }),
  };
}
