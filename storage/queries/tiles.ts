import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { Tiles } from '../../rules/work/queue-item.ts';
import { readTotals } from '../cases/open-totals.ts';
import type { OverturnDatabase } from '../db.ts';
import { SOON_DAYS } from './queue-page.ts';

/** The four tiles of one owner, or of everybody: two index counts and the kept sums. Works while locked. */
export async function tiles(db: OverturnDatabase, ownerId: string | null, today: DayNumber): Promise<Tiles> {
  const between = (from: number, to: number): Promise<number> => (ownerId === null
    ? db.cases.where('[open+nextDay]').between([1, from], [1, to], true, true)
    : db.cases.where('[open+ownerId+nextDay]').between([1, ownerId, from], [1, ownerId, to], true, true)).count();
  return db.transaction('r', [db.cases, db.meta], async () => {
    const [overdue, dueSoon, totals] = await Promise.all([between(-Infinity, today - 1), between(today, today + SOON_DAYS), readTotals(db, ownerId)]);
    return { dueSoon, overdue, undated: totals.undated, openCases: totals.cases, openCents: totals.cents };
  });
}
