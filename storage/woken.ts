import type { DayNumber } from '../rules/domain/day-number.ts';
import type { OverturnDatabase } from './db.ts';

/*
 * How many cases came back from a snooze on which day, by owner: the morning's digest says it. Counts only; the snooze
 * itself is gone from a case once it is over.
 */

const KEY = 'woken';
/** Days for which the counts are kept: longer than anybody is away without being told that much has passed. */
const KEPT_DAYS = 60;

type Woken = { ownerId: string; day: DayNumber; count: number };

async function readWoken(db: OverturnDatabase): Promise<Woken[]> {
  return ((await db.meta.get(KEY))?.value as Woken[] | undefined) ?? [];
}

/** Adds cases whose snooze ended, by owner and the day it ended on. Only table calls: may stand inside a transaction over `meta`. */
export async function addWoken(db: OverturnDatabase, woken: readonly { ownerId: string; day: DayNumber }[], today: DayNumber): Promise<void> {
  if (woken.length === 0) return;
  const kept = (await readWoken(db)).filter(({ day }) => day > today - KEPT_DAYS);
  for (const { ownerId, day } of woken) {
    const same = kept.find((one) => one.ownerId === ownerId && one.day === day);
    if (same === undefined) kept.push({ ownerId, day, count: 1 });
    else same.count += 1;
  }
  await db.meta.put({ key: KEY, value: kept });
}

/** Cases of an owner whose snooze ended after `sinceDay` (null: today), whether they are worked out anew yet or not. */
export async function countWoken(db: OverturnDatabase, ownerId: string, sinceDay: DayNumber | null, today: DayNumber): Promise<number> {
  const since = sinceDay ?? today - 1;
  const [counted, waiting] = await Promise.all([
    readWoken(db),
    // A snoozed case stands in the priority index at minus the day it comes back on.
    db.cases.where('[open+ownerId+priority]').between([1, ownerId, -today], [1, ownerId, -since], true, false).count(),
  ]);
  return waiting + counted.filter((one) => one.ownerId === ownerId && one.day > since && one.day <= today).reduce((sum, one) => sum + one.count, 0);
}
