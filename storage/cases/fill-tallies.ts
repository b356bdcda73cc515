import { StorageFault } from '../storage-fault.ts';
import { readDating } from '../dating.ts';
import { listPayers } from '../payers.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { composeCase, draftOf, todayOf } from './case-row.ts';
import { openCase } from './open-case.ts';
import { caseTables, putCases } from './put-cases.ts';
import type { CaseWrites } from './put-cases.ts';

const DONE = 'tallies-filled';
const BATCH = 100;

/**
 * Cases that were closed before their ends were counted teach the chance of like ones as well: once, in batches of their own, each in one
 * transaction with the tallies. A case that is counted has its end in clear, so that a worker killed half-way goes on where it was and
 * counts nothing twice. Merged cases and damaged records say nothing.
 */
export async function fillTallies(ctx: WriteContext, signal: AbortSignal): Promise<{ counted: number; isDone: boolean }> {
  const { db } = ctx;
  if ((await db.meta.get(DONE)) !== undefined) return { counted: 0, isDone: true };
  let counted = 0;
  const ids = (await db.cases.where('[open+touchedMs]').between([0, -Infinity], [0, Infinity]).primaryKeys()).sort();
  for (let at = 0; at < ids.length; at += BATCH) {
    if (signal.aborted) return { counted, isDone: false };
    counted += await withWriter(db, () => fillBatch(ctx, ids.slice(at, at + BATCH)));
  }
  await db.meta.put({ key: DONE, value: true });
  return { counted, isDone: true };
}

async function fillBatch(ctx: WriteContext, ids: readonly string[]): Promise<number> {
  const { db, vault } = ctx;
  const rows = (await db.cases.bulkGet([...ids])).filter((row) => row !== undefined && row.open === 0 && (row.outcome ?? '') === '').filter((row) => row !== undefined);
  if (rows.length === 0) return 0;
  const payers = new Map((await listPayers(db)).map((payer) => [payer.key, payer]));
  const today = todayOf(ctx.today, await readDating(db));
  const writes: CaseWrites = { cases: [], observations: [], events: [] };
  for (const row of rows) {
    try {
      const sealed = await openCase(vault, row);
      if (sealed.resolution === null || sealed.mergedInto != null) continue;
      const { row: after, clocks } = await composeCase(vault, draftOf(row, sealed, payers.get(row.payerKey) ?? null), today);
      writes.cases.push({ before: row, after, clocks });
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error; // one damaged record must not hold up the others
    }
  }
  if (writes.cases.length > 0) await db.transaction('rw', caseTables(db), async () => putCases(db, writes));
  return writes.cases.length;
}
