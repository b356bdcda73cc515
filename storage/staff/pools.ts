import { z } from 'zod';
import { GENERAL_POOL, workPool } from '../../rules/domain/person.ts';
import type { WorkPool } from '../../rules/domain/person.ts';
import { POOL } from '../../rules/domain/vocabulary.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { OverturnDatabase } from '../db.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/** Settings row: the practice's own pools. The general one is always there. */
const POOLS = 'pools';

/** Every pool of the practice, the general one first. */
export async function readPools(db: OverturnDatabase): Promise<WorkPool[]> {
  const parsed = z.array(workPool).safeParse((await db.settings.get(POOLS))?.value);
  return [GENERAL_POOL, ...(parsed.success ? parsed.data.filter(({ key }) => key !== POOL) : [])];
}

/** Replaces the practice's own pools. One that still owns open cases cannot go (`has-open-cases`). */
export async function savePools(ctx: WriteContext, pools: readonly WorkPool[]): Promise<Result<Record<string, never>>> {
  const own = pools.filter(({ key }) => key !== POOL);
  if (new Set(own.map(({ key }) => key)).size !== own.length) return failed('bad-request', 'pools');
  return withWriter(ctx.db, async () => {
    for (const { key } of await readPools(ctx.db)) {
      const isGone = key !== POOL && !own.some((one) => one.key === key);
      if (isGone && (await ctx.db.cases.where('[open+ownerId+priority]').between([1, key, -Infinity], [1, key, Infinity]).count()) > 0) return failed('has-open-cases', 'pools');
    }
    await commitChange(ctx, { command: 'pools:save', subject: String(own.length), outcome: 'done' }, [ctx.db.settings], async () => ctx.db.settings.put({ key: POOLS, value: own }));
    return ok({});
  });
}
