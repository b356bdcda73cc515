import type { DayNumber } from '../../rules/domain/day-number.ts';
import { loadOf } from '../../rules/queue/team-load.ts';
import type { TeamLoad } from '../../rules/queue/team-load.ts';
import { minutesOf } from '../../rules/queue/worth.ts';
import type { OverturnDatabase } from '../db.ts';
import { readBoard } from '../queue/queue-board.ts';
import { readWeights } from '../scoring.ts';

/** Who has how much, and what it is worth; `untouchedDays` as the lead set it. Clear columns only. */
export async function teamLoad(db: OverturnDatabase, today: DayNumber): Promise<TeamLoad & { untouchedDays: number }> {
  const weights = await readWeights(db);
  return { ...loadOf(await readBoard(db), today, weights.untouchedDays, (category) => minutesOf(weights, category)), untouchedDays: weights.untouchedDays };
}
