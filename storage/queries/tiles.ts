import type { DayNumber } from '../../rules/domain/day-number.ts';
import { awakeFrom } from '../../rules/queue/priority.ts';
import { eachRow } from '../../rules/queue/queue-board.ts';
import { DUE_SOON_DAYS } from '../../rules/reminders/badge-words.ts';
import type { Tiles } from '../../rules/work/queue-item.ts';
import type { OverturnDatabase } from '../db.ts';
import { readBoard } from '../queue/queue-board.ts';

/**
 * The tiles of one owner, or of everybody: what the queue shows unless asked for snoozed cases, which are left out here as in the
 * queue and the badge. One walk over the columns in memory. Works while locked.
 */
export async function tiles(db: OverturnDatabase, ownerId: string | null, today: DayNumber): Promise<Tiles> {
  const sum: Tiles = { dueSoon: 0, overdue: 0, undated: 0, openCases: 0, openCents: 0 };
  const awake = awakeFrom(today);
  eachRow(await readBoard(db), ({ numbers, days, places, words }, row) => {
    if ((numbers.priority[row] as number) < awake || (ownerId !== null && words[places.ownerId[row] as number] !== ownerId)) return;
    const day = days.nextDay[row] as number;
    if (day < today) sum.overdue += 1;
    else if (day <= today + DUE_SOON_DAYS) sum.dueSoon += 1;
    if (words[places.undated[row] as number] !== '') sum.undated += 1;
    sum.openCases += 1;
    sum.openCents += numbers.deniedCents[row] as number;
  });
  return sum;
}
