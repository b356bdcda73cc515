import type { DayNumber } from '../domain/day-number.ts';
import type { DenialRow } from './denial-row.ts';

export type WeekBalance = { monday: DayNumber; opened: number; closed: number };
export type Capacity = {
  weeks: WeekBalance[];
  /** Whole weeks of the last eight in which Overturn was kept; without one nothing can be said of the pace, nor of what it will miss. */
  knownWeeks: number;
  /** Means of those weeks. */
  openedPerWeek: number; closedPerWeek: number; balance: number;
  backlog: number; backlogCents: number;
  /** Weeks until the backlog is worked off at this pace; null where nothing is being closed. */
  weeksOfBacklog: number | null;
  /** First steps a week, which is what keeps a date. */
  actedPerWeek: number;
  /** Last days that come within the weeks ahead on claims nobody has acted on, and how many of them this pace will miss, working by date. */
  ahead: { weeks: number; due: number; dueCents: number; missed: number; missedCents: number; missedIds: string[] };
};

const WEEKS_BACK = 8;

/**
 * Inflow against closures over the last eight whole weeks (those since `keptSince`, the day the first claim came in: the weeks
 * before were not empty, and the first import is a backlog and no week's inflow), and which of the coming last days will be missed if the pace stays:
 * claims are taken by their last day, so many a week as first steps were taken. A date is missed when its turn comes after it.
 */
export function capacityOf(rows: readonly DenialRow[], today: DayNumber, keptSince: DayNumber, weeksAhead = 4): Capacity {
  const monday = today - ((((today + 3) % 7) + 7) % 7);
  const weeks = Array.from({ length: WEEKS_BACK }, (_, index): WeekBalance => ({ monday: monday - 7 * (WEEKS_BACK - index), opened: 0, closed: 0 })).filter((week) => week.monday >= keptSince);
  const knownWeeks = weeks.length;
  const first = weeks[0]?.monday ?? monday;
  let acted = 0; let backlog = 0; let backlogCents = 0;
  const waiting: DenialRow[] = [];
  for (const row of rows) {
    const opened = weeks[Math.floor((row.openedDay - first) / 7)];
    if (opened !== undefined && row.openedDay < monday) opened.opened += 1;
    const closed = row.closedDay === null ? undefined : weeks[Math.floor((row.closedDay - first) / 7)];
    if (closed !== undefined && row.closedDay !== null && row.closedDay < monday) closed.closed += 1;
    if (row.firstActDay !== null && row.firstActDay >= first && row.firstActDay < monday) acted += 1;
    if (!row.open) continue;
    backlog += 1;
    backlogCents += row.deniedCents;
    if (row.window !== null && row.window.actedDay === null && row.window.lastDay >= today) waiting.push(row);
  }
  const mean = (pick: (week: WeekBalance) => number): number => weeks.reduce((sum, week) => sum + pick(week), 0) / Math.max(1, knownWeeks);
  const openedPerWeek = mean(({ opened }) => opened);
  const closedPerWeek = mean(({ closed }) => closed);
  const actedPerWeek = acted / Math.max(1, knownWeeks);
  const until = today + 7 * weeksAhead;
  const byDate = waiting.sort((one, other) => (one.window?.lastDay ?? 0) - (other.window?.lastDay ?? 0));
  const due = byDate.filter((row) => (row.window?.lastDay ?? 0) <= until);
  // The claim in place `at` is taken after (at + 1) / pace weeks.
  const missed = knownWeeks === 0 ? [] : due.filter((row, at) => actedPerWeek === 0 || ((at + 1) / actedPerWeek) * 7 > (row.window?.lastDay ?? 0) - today + 1);
  const cents = (list: readonly DenialRow[]): number => list.reduce((sum, row) => sum + row.deniedCents, 0);
  return {
    weeks, knownWeeks, openedPerWeek, closedPerWeek, balance: openedPerWeek - closedPerWeek, backlog, backlogCents, weeksOfBacklog: closedPerWeek === 0 ? null : backlog / closedPerWeek, actedPerWeek,
    ahead: { weeks: weeksAhead, due: due.length, dueCents: cents(due), missed: missed.length, missedCents: cents(missed), missedIds: missed.map(({ id }) => id) },
  };
}
