import type { ClaimClock } from '../deadlines/claim-clocks.ts';
import { NO_DAY } from '../domain/day-number.ts';
import type { DayNumber } from '../domain/day-number.ts';
import type { SealedCase } from '../domain/denial-case.ts';
import { stoppedBy } from './date-case.ts';
import type { DatedCase } from './date-case.ts';

/**
 * One window of a case whose last day other rules would move. Days are NO_DAY where there is none. `isPast`: its last day would
 * lie before today. `isLost`: it runs today and would be past or without a date. `daysMoved`: null where one side has no date.
 */
export type MovedWindow = { action: string; letterOn: string | null; wasDay: DayNumber; nowDay: DayNumber; daysMoved: number | null; isPast: boolean; isLost: boolean };

const nameOf = ({ action, party, letter }: ClaimClock): string => `${action} ${party} ${letter?.on ?? ''}`;
const isSent = (clock: ClaimClock | undefined): boolean => clock !== undefined && (clock.state === 'filed' || clock.state === 'filed-late');

/**
 * Which windows of a case move from one dating to another, the worst first. Looks at each window that decides in either, not
 * only at the one the case is worked by: behind a second window with the same last day the first could pass unseen. Steps that
 * were taken do not press any more and are left out. `today` is the biller's day.
 */
export function movedWindows(before: DatedCase, after: DatedCase, submissions: SealedCase['submissions'], today: DayNumber): MovedWindow[] {
  const stopped = stoppedBy(submissions);
  const [was, now] = [before, after].map(({ all }) => new Map(all.clocks.map((clock) => [nameOf(clock), clock])));
  const names = new Set([...before.deciding, ...after.deciding].map(nameOf));
  return [...names].flatMap((name): MovedWindow[] => {
    const [left, right] = [was?.get(name), now?.get(name)];
    const clock = left ?? right;
    const [wasDay, nowDay] = [left?.dueDay ?? NO_DAY, right?.dueDay ?? NO_DAY];
    if (clock === undefined || wasDay === nowDay || stopped.has(clock.action) || (isSent(left) && isSent(right))) return [];
    const isPast = nowDay !== NO_DAY && nowDay < today;
    const isLost = wasDay !== NO_DAY && wasDay >= today && (isPast || nowDay === NO_DAY);
    return [{ action: clock.action, letterOn: clock.letter?.on ?? null, wasDay, nowDay, daysMoved: wasDay === NO_DAY || nowDay === NO_DAY ? null : nowDay - wasDay, isPast, isLost }];
  }).sort((left, right) => Number(right.isLost) - Number(left.isLost) || (left.daysMoved ?? 0) - (right.daysMoved ?? 0));
}
