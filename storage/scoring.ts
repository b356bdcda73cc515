import { DEFAULT_WEIGHTS, queueWeights } from '../rules/domain/queue-weights.ts';
import type { QueueWeights } from '../rules/domain/queue-weights.ts';
import { chanceTable } from '../rules/queue/chance.ts';
import type { Scoring } from '../rules/queue/worth.ts';
import { readTallies } from './cases/recovery-tallies.ts';
import type { OverturnDatabase } from './db.ts';

/** The setting that holds what a lead decided about the queue's order. */
export const WEIGHTS_SETTING = 'queueWeights';

export async function readWeights(db: OverturnDatabase): Promise<QueueWeights> {
  const parsed = queueWeights.safeParse((await db.settings.get(WEIGHTS_SETTING))?.value);
  return parsed.success ? parsed.data : DEFAULT_WEIGHTS;
}

const remembered = new WeakMap<OverturnDatabase, { text: string; scoring: Scoring }>();

/** Weights and chances as the queue's order takes them; the same object as long as neither has changed. */
export async function readScoring(db: OverturnDatabase): Promise<Scoring> {
  const [weights, tallies] = await Promise.all([readWeights(db), readTallies(db)]);
  const text = JSON.stringify([weights, tallies]);
  const known = remembered.get(db);
  if (known?.text === text) return known.scoring;
  const scoring = { weights, chances: chanceTable(tallies) };
  remembered.set(db, { text, scoring });
  return scoring;
}
