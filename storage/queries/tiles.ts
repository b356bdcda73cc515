import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { Tiles } from '../../rules/work/queue-item.ts';
import { readTotals, totalsOf } from '../cases/open-totals.ts';
import type { OverturnDatabase } from '../db.ts';
import { countDue } from '../reminders.ts';

/**
 * The tiles of one owner, or of everybody: what the queue shows unless asked for snoozed cases, which are left out here as
 * in the queue and the badge. Two index counts and the kept sums, less the snoozed rows. Works while locked.
 */
export async function tiles(db: OverturnDatabase, ownerId: string | null, today: DayNumber): Promise<Tiles> {
  return db.transaction('r', [db.cases, db.meta], async () => {
    const [{ dueSoon, overdue, snoozed }, all] = await Promise.all([countDue(db, ownerId, today), readTotals(db, ownerId)]);
    const asleep = totalsOf(snoozed);
    return { dueSoon, overdue, undated: all.undated - asleep.undated, openCases: all.cases - asleep.cases, openCents: all.cents - asleep.cents };
  });
}
