import { placeOf } from '../../rules/queue/priority.ts';
import { worthOf } from '../../rules/queue/worth.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import { queueWeights } from '../../rules/domain/queue-weights.ts';
import type { QueueWeights } from '../../rules/domain/queue-weights.ts';
import { ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { foldQueue, markQueueDue } from '../queue/queue-blocks.ts';
import { hasDamagedColumns } from '../sound-rows.ts';
import { readScoring, WEIGHTS_SETTING } from '../scoring.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { todayOf } from './case-row.ts';

const BATCH_CASES = 400;
/** Cases after which the queue's blocks take in what moved. */
const FOLD_EVERY = 10 * BATCH_CASES;
/** Chances move by a hair with every closed case: a row is written only where its place changes by this many days. */
const MOVES_BY = 0.05;

/** Keeps what a lead decided about the order. The open cases get their new places by `rescoreOpenCases`. */
export async function setWeights(ctx: WriteContext, weights: QueueWeights): Promise<Result<Record<string, never>>> {
  const kept = queueWeights.parse(weights);
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'queue:set-weights', subject: WEIGHTS_SETTING, outcome: 'done' }, [ctx.db.settings], () => ctx.db.settings.put({ key: WEIGHTS_SETTING, value: kept })));
  return ok({});
}

/**
 * Puts open cases where weights and chances put them now. Reads clear columns only, in batches, each under the writer's
 * lock, so that nobody's work waits for more than one. `days` of a date move only when the case is next dated.
 */
export async function rescoreOpenCases(ctx: Pick<WriteContext, 'db' | 'today'>, signal?: AbortSignal): Promise<{ looked: number; moved: number }> {
  const { db } = ctx;
  const today = todayOf(ctx.today).day;
  const scoring = await readScoring(db);
  const ids = (await db.cases.where('[open+nextDay]').between([1, -Infinity], [1, NO_DAY], true, true).primaryKeys()).sort();
  let moved = 0;
  for (let at = 0; at < ids.length && signal?.aborted !== true; at += BATCH_CASES) {
    moved += await withWriter(db, () => db.transaction('rw', [db.cases, db.queueDue], async () => {
      const rows = (await db.cases.bulkGet(ids.slice(at, at + BATCH_CASES))).filter((row) => row !== undefined);
      const changed = rows.flatMap((row) => {
        // Written back it would look sound, with what is said when nothing is known: it waits until somebody mends it.
        if (hasDamagedColumns(row)) return [];
        const { value, chance, minutes } = worthOf(row, scoring);
        if (row.open === 0 || (Math.abs(value - row.score.value) < MOVES_BY && row.score.minutes === minutes && row.score.chance !== undefined)) return [];
        return [{ ...row, rev: row.rev + 1, score: { ...row.score, value, chance, minutes }, priority: placeOf(row.score.pressure, value, row.snoozedUntilDay, today) }];
      });
      await db.cases.bulkPut(changed);
      await markQueueDue(db, changed.map(({ id }) => id));
      return changed.length;
    }));
    if (at % FOLD_EVERY === 0) await foldQueue(db, FOLD_EVERY);
  }
  await foldQueue(db);
  return { looked: ids.length, moved };
}
