import Dexie from 'dexie';
import type { Collection } from 'dexie';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { awakeFrom } from '../../rules/queue/priority.ts';
import { DUE_SOON_DAYS } from '../../rules/reminders/badge-words.ts';
import type { QueueFilter } from '../../rules/work/queue-item.ts';
import type { OverturnDatabase } from '../db.ts';
import type { CaseRow } from '../schema/v1.ts';

export type QueuePage = { rows: CaseRow[]; total: number };

/** Rows to step over one by one; a deeper page is found through the keys, fetched in one go. */
const DEEP = 120;

const { maxKey: MAX } = Dexie;
const MIN = -Infinity;
type Part = Collection<CaseRow, string>;

/** Open cases by priority, from a lowest priority on. */
function byPriority(db: OverturnDatabase, ownerId: string | null, from: number): Part {
  return ownerId === null
    ? db.cases.where('[open+priority]').between([1, from], [1, MAX], true, true)
    : db.cases.where('[open+ownerId+priority]').between([1, ownerId, from], [1, ownerId, MAX], true, true);
}

function byNextDay(db: OverturnDatabase, ownerId: string | null, from: number, to: number): Part {
  return ownerId === null
    ? db.cases.where('[open+nextDay]').between([1, from], [1, to], true, true)
    : db.cases.where('[open+ownerId+nextDay]').between([1, ownerId, from], [1, ownerId, to], true, true);
}

/**
 * One page of the queue. `today` is the practice's day number. The default view (own or everybody's open cases by priority
 * or next day) reads only the rows of the page; any other filter first walks keys of its indexes, never rows.
 */
export async function queuePage(db: OverturnDatabase, filter: QueueFilter, today: DayNumber, offset: number, limit: number): Promise<QueuePage> {
  return db.transaction('r', db.cases, async () => {
    const plain = filter.payerKey === undefined && filter.category === undefined && filter.state === undefined && filter.due === undefined && filter.escalated === undefined;
    if (plain && filter.sort === 'priority' && offset <= DEEP) {
      const awake = (): Part => byPriority(db, filter.ownerId, filter.showSnoozed === true ? MIN : awakeFrom(today));
      const [total, rows] = await Promise.all([awake().count(), awake().reverse().offset(offset).limit(limit).toArray()]);
      return { rows, total };
    }
    const ids = await orderedIds(db, filter, today);
    const rows = await db.cases.bulkGet(ids.slice(offset, offset + limit));
    return { rows: rows.filter((row) => row !== undefined), total: ids.length };
  });
}

/** Ids of everything the filter lets through, in its order. */
async function orderedIds(db: OverturnDatabase, filter: QueueFilter, today: DayNumber): Promise<string[]> {
  if (filter.state === 'resolved') return closedIds(db, filter);
  const sets = await Promise.all(narrowing(db, filter, today).map(async (part) => new Set(await part.primaryKeys())));
  const order = await orderOf(db, filter, today);
  const besides = new Set((await Promise.all((filter.escalated?.besides ?? []).map((ownerId) => byNextDay(db, ownerId, MIN, NO_DAY).primaryKeys()))).flat());
  const kept = order.filter((id) => sets.every((set) => set.has(id)) && !besides.has(id));
  if (filter.state === undefined) return kept;
  // The state has no index of its own: it is looked up on the rows that are left, in pieces.
  const passing: string[] = [];
  for (let at = 0; at < kept.length; at += 500) {
    const rows = await db.cases.bulkGet(kept.slice(at, at + 500));
    for (const row of rows) if (row !== undefined && row.state === filter.state) passing.push(row.id);
  }
  return passing;
}

function narrowing(db: OverturnDatabase, filter: QueueFilter, today: DayNumber): Part[] {
  const parts: Part[] = [];
  if (filter.payerKey !== undefined) parts.push(db.cases.where('[open+payerKey]').equals([1, filter.payerKey]));
  if (filter.category !== undefined) parts.push(db.cases.where('[open+category]').equals([1, filter.category]));
  if (filter.due === 'overdue') parts.push(byNextDay(db, filter.ownerId, MIN, today - 1));
  else if (filter.due === 'soon') parts.push(byNextDay(db, filter.ownerId, today, today + DUE_SOON_DAYS));
  else if (filter.due === 'undated') parts.push(db.cases.where('[open+undated]').between([1, ''], [1, MAX], false, true));
  if (filter.escalated !== undefined) parts.push(byNextDay(db, filter.ownerId, MIN, filter.escalated.before - 1));
  if (filter.sort !== 'priority' && filter.showSnoozed !== true) parts.push(byPriority(db, filter.ownerId, awakeFrom(today)));
  else if (filter.sort === 'oldest-touch' && filter.ownerId !== null) parts.push(byPriority(db, filter.ownerId, MIN));
  return parts;
}

async function orderOf(db: OverturnDatabase, filter: QueueFilter, today: DayNumber): Promise<string[]> {
  switch (filter.sort) {
    // `primaryKeys` in ascending order is one call to the browser; turned round it would be one per row.
    case 'priority': return (await byPriority(db, filter.ownerId, filter.showSnoozed === true ? MIN : awakeFrom(today)).primaryKeys()).reverse();
    case 'next-day': return byNextDay(db, filter.ownerId, MIN, NO_DAY).primaryKeys();
    case 'oldest-touch': return db.cases.where('[open+touchedMs]').between([1, MIN], [1, MAX], true, true).primaryKeys();
  }
}

/** Resolved cases, the one touched last first: a list to look back at, not a queue. */
async function closedIds(db: OverturnDatabase, filter: QueueFilter): Promise<string[]> {
  const ids = (await db.cases.where('[open+touchedMs]').between([0, MIN], [0, MAX], true, true).primaryKeys()).reverse();
  const sets: Set<string>[] = [];
  if (filter.ownerId !== null) sets.push(new Set(await db.cases.where('[open+ownerId+priority]').between([0, filter.ownerId, MIN], [0, filter.ownerId, MAX], true, true).primaryKeys()));
  if (filter.payerKey !== undefined) sets.push(new Set(await db.cases.where('[open+payerKey]').equals([0, filter.payerKey]).primaryKeys()));
  if (filter.category !== undefined) sets.push(new Set(await db.cases.where('[open+category]').equals([0, filter.category]).primaryKeys()));
  return ids.filter((id) => sets.every((set) => set.has(id)));
}
