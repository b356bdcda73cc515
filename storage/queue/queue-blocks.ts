import { packLines } from '../../rules/queue/queue-columns.ts';
import type { QueueLine } from '../../rules/queue/queue-columns.ts';
import { layOpen, lineAt } from '../../rules/queue/queue-columns.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { OverturnDatabase } from '../db.ts';
import type { CaseRow } from '../schema/v3.ts';
import { withLock, withWriter } from '../write.ts';

/*
 * The queue's columns of open cases, in 128 blocks by the ids of the cases. Writing a case only puts its id into `queueDue`, in the
 * same transaction; the background takes those into the blocks later, and whoever reads looks at their rows meanwhile. All of it
 * can be made anew from `cases`, in clear columns only.
 */

/** Raised where a column is added or worked out otherwise: the blocks are then made anew. */
const FORM = 1;
/** In `meta`: which form the blocks have, and how often each was written. Without it, or with another form, rows are read instead. */
export const BLOCKS_KEY = 'queue-blocks';
export type BlocksMark = { form: number; revs: Record<string, number> };

/** Cases read or taken in at a time. */
const AT_ONCE = 1000;
/** Fewer than these are left to be read as rows. */
const FOLD_FROM = 64;
/** A practice with fewer open cases needs no blocks. */
const BLOCKS_FROM = 400;

/** The block of a case: by a hash of its id (FNV-1a), since not every id is random to the same degree. */
export function blockOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return ((hash >>> 16) & 127).toString(16).padStart(2, '0');
}

/** The line of an open case. */
export function lineOf(row: CaseRow): QueueLine {
  return {
    id: row.id, priority: row.priority, pressure: row.score.pressure, touchedMs: row.touchedMs, deniedCents: row.deniedCents,
    nextDay: row.nextDay, dueDay: row.dueDay ?? NO_DAY, followUpDay: row.followUpDay, snoozedUntilDay: row.snoozedUntilDay, ageDay: row.ageDay ?? row.createdDay,
    ownerId: row.ownerId, payerKey: row.payerKey, category: row.category, state: row.state, kind: row.workKind ?? '', undated: row.undated, nextAction: row.nextAction, nextKind: row.nextKind,
    provider: row.providerToken ?? '', location: row.locationToken ?? '', specialty: row.specialtyToken ?? '', group: row.groupToken ?? '',
  };
}

export async function readMark(db: OverturnDatabase): Promise<BlocksMark | null> {
  const mark = (await db.meta.get(BLOCKS_KEY))?.value as BlocksMark | undefined;
  return mark?.form === FORM ? mark : null;
}

/** Inside the transaction that writes cases: their lines are older now. */
export async function markQueueDue(db: OverturnDatabase, ids: readonly string[]): Promise<void> {
  await db.queueDue.bulkPut([...ids].sort().map((id) => ({ id })));
}

/**
 * Takes what changed into the blocks where that is much, or makes the blocks where there are none. `from`: how many changed cases are
 * worth it, `blocksFrom`: how many open cases are worth blocks. One at a time among all contexts; the writer's lock is held for a batch only.
 */
export async function foldQueue(db: OverturnDatabase, from = FOLD_FROM, blocksFrom = BLOCKS_FROM): Promise<void> {
  await withLock(`queue-fold:${db.name}`, async () => {
    if ((await readMark(db)) === null) {
      if ((await db.cases.where('[open+nextDay]').between([1, -Infinity], [1, NO_DAY], true, true).count()) < blocksFrom) return;
      await buildBlocks(db);
    }
    if ((await db.queueDue.count()) < from) return;
    for (;;) {
      const taken = await withWriter(db, () => foldBatch(db));
      if (taken < AT_ONCE) return;
    }
  });
}

async function foldBatch(db: OverturnDatabase): Promise<number> {
  const ids = await db.queueDue.toCollection().limit(AT_ONCE).primaryKeys();
  const mark = await readMark(db);
  if (ids.length === 0 || mark === null) return 0;
  const rows = await db.cases.bulkGet(ids);
  const changed = new Map<string, Map<string, QueueLine | null>>();
  ids.forEach((id, index) => {
    const row = rows[index];
    const key = blockOf(id);
    const lines = changed.get(key) ?? new Map<string, QueueLine | null>();
    lines.set(id, row !== undefined && row.open === 1 ? lineOf(row) : null);
    changed.set(key, lines);
  });
  const keys = [...changed.keys()].sort();
  const before = await db.queueBlocks.bulkGet(keys);
  const after = keys.map((key, index) => {
    const block = before[index];
    const columns = block === undefined ? null : layOpen(block);
    const lines = new Map(columns === null ? [] : columns.ids().map((id, row): [string, QueueLine] => [id, lineAt(columns, row)]));
    for (const [id, line] of changed.get(key) ?? []) {
      if (line === null) lines.delete(id);
      else lines.set(id, line);
    }
    return { id: key, ...packLines([...lines.values()]) };
  });
  const revs = { ...mark.revs };
  for (const key of keys) revs[key] = (revs[key] ?? 0) + 1;
  await db.transaction('rw', [db.queueBlocks, db.queueDue, db.meta], async () => {
    await db.queueBlocks.bulkPut(after);
    await db.queueDue.bulkDelete(ids);
    await db.meta.put({ key: BLOCKS_KEY, value: { form: FORM, revs } satisfies BlocksMark });
  });
  return ids.length;
}

/** All blocks from all rows. What is written meanwhile is due, and so looked at again. */
async function buildBlocks(db: OverturnDatabase): Promise<void> {
  const ids = (await db.cases.where('[open+nextDay]').between([1, -Infinity], [1, NO_DAY], true, true).primaryKeys()).sort();
  const blocks = new Map<string, QueueLine[]>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    for (const row of await db.cases.bulkGet(ids.slice(at, at + AT_ONCE))) {
      if (row === undefined || row.open === 0) continue;
      const lines = blocks.get(blockOf(row.id)) ?? [];
      lines.push(lineOf(row));
      blocks.set(blockOf(row.id), lines);
    }
  }
  const rows = [...blocks].map(([id, lines]) => ({ id, ...packLines(lines) })).sort((one, other) => (one.id < other.id ? -1 : 1));
  await withWriter(db, () => db.transaction('rw', [db.queueBlocks, db.queueDue, db.meta], async () => {
    await db.queueBlocks.clear();
    await db.queueBlocks.bulkPut(rows);
    await db.meta.put({ key: BLOCKS_KEY, value: { form: FORM, revs: Object.fromEntries(rows.map(({ id }) => [id, 1])) } satisfies BlocksMark });
  }));
}
