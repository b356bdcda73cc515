import type { Table } from 'dexie';
import type { OverturnDatabase } from '../db.ts';
import type { ClockRow, EventRow, ObservationRow } from '../schema/v1.ts';
import type { CaseRow } from '../schema/v3.ts';
import { markQueueDue } from '../queue/queue-blocks.ts';
import { moveTallies } from './recovery-tallies.ts';
import { noteCasesChanged } from '../telling-pass.ts';
import { StorageFault } from '../storage-fault.ts';
import { moveTotals } from './open-totals.ts';

/** Everything one change writes about its cases. `before` is the row the change was worked out from; absent for a new case. */
export type CaseWrites = { cases: { before: CaseRow | undefined; after: CaseRow; clocks: ClockRow[] }[]; observations: ObservationRow[]; events: EventRow[] };

/** The order of a table's keys. */
export const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** The tables `putCases` writes to, for the transaction around it. */
export function caseTables(db: OverturnDatabase): Table[] {
  return [db.cases, db.clocks, db.observations, db.events, db.reminders, db.meta, db.numbersDue, db.queueDue];
}

/**
 * Writes cases with their clocks, observations and events. Inside a transaction over `caseTables`.
 * @throws StorageFault `changed-meanwhile` where a row is not the one the change was worked out from; nothing is kept then.
 */
export async function putCases(db: OverturnDatabase, writes: CaseWrites): Promise<void> {
  const known = writes.cases.filter((one) => one.before !== undefined);
  if (known.length > 0) {
    const stored = await db.cases.bulkGet(known.map(({ after }) => after.id));
    if (known.some(({ before }, index) => stored[index]?.rev !== before?.rev)) throw new StorageFault('changed-meanwhile');
    const keep = new Set(writes.cases.flatMap(({ clocks }) => clocks.map(({ id }) => id)));
    const old = await db.clocks.where('caseId').anyOf(known.map(({ after }) => after.id)).primaryKeys();
    await db.clocks.bulkDelete(old.filter((id) => !keep.has(id)));
  }
  // All at once: they keep their order, and none waits for the browser's answer to the one before. By id, because the
  // browser looks for every key before it writes it: random order costs it several times as much in a large store.
  await Promise.all([
    db.cases.bulkPut(writes.cases.map(({ after }) => after).sort(byId)),
    db.clocks.bulkPut(writes.cases.flatMap(({ clocks }) => clocks).sort(byId)),
    db.observations.bulkAdd([...writes.observations].sort(byId)),
    db.events.bulkAdd([...writes.events].sort(byId)),
    moveTotals(db, writes.cases),
    db.numbersDue.bulkPut(writes.cases.map(({ after }) => ({ id: after.id })).sort(byId)),
    moveTallies(db, writes.cases),
    noteCasesChanged(db, writes.cases.map(({ after }) => after.id)),
    markQueueDue(db, writes.cases.map(({ after }) => after.id)),
  ]);
}
