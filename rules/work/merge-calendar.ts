import type { ClosedDay, CountPause, PracticeCalendar } from '../domain/practice-calendar.ts';

const dayKey = ({ on, list }: ClosedDay): string => `${on}:${list}`;
const pauseKey = ({ from, to, state }: CountPause): string => `${from}:${to}:${state ?? ''}`;

/**
 * The calendar as kept with what one person changed of it (`was` to `now`), in the order of days. Days added or taken away by
 * somebody else meanwhile stay so. `null` where the two cannot both stand: the same day with another reason, or the mail days set two ways.
 */
export function mergeCalendar(kept: PracticeCalendar, was: PracticeCalendar, now: PracticeCalendar): PracticeCalendar | null {
  const closedDays = mergeList(kept.closedDays, was.closedDays, now.closedDays, dayKey);
  const pauses = mergeList(kept.pauses, was.pauses, now.pauses, pauseKey);
  if (closedDays === null || pauses === null) return null;
  if (now.mailDays !== was.mailDays && kept.mailDays !== was.mailDays && kept.mailDays !== now.mailDays) return null;
  return {
    closedDays: closedDays.sort((a, b) => (a.on < b.on ? -1 : 1)), pauses: pauses.sort((a, b) => (a.from < b.from ? -1 : 1)),
    mailDays: now.mailDays === was.mailDays ? kept.mailDays : now.mailDays,
  };
}

function mergeList<T>(kept: readonly T[], was: readonly T[], now: readonly T[], keyOf: (one: T) => string): T[] | null {
  const byKey = (list: readonly T[]) => new Map(list.map((one) => [keyOf(one), JSON.stringify(one)]));
  const [before, after, there] = [byKey(was), byKey(now), byKey(kept)];
  const added = now.filter((one) => before.get(keyOf(one)) !== JSON.stringify(one));
  // Another text under the same key, neither seen nor meant by this person, would be overwritten.
  if (added.some((one) => there.has(keyOf(one)) && there.get(keyOf(one)) !== JSON.stringify(one) && there.get(keyOf(one)) !== before.get(keyOf(one)))) return null;
  const addedKeys = new Set(added.map(keyOf));
  return [...kept.filter((one) => !addedKeys.has(keyOf(one)) && !(before.has(keyOf(one)) && !after.has(keyOf(one)))), ...added];
}
