import Dexie from 'dexie';
import type { Collection } from 'dexie';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { QueueFilter } from '../../rules/domain/queue-filter.ts';
import { awakeFrom } from '../../rules/queue/priority.ts';
import { idAt, selectPlaces, showsSnoozed } from '../../rules/queue/queue-board.ts';
import type { QueueBoard } from '../../rules/queue/queue-board.ts';
import { askedFacet } from '../cases/case-facets.ts';
import type { OverturnDatabase } from '../db.ts';
import { readBoard } from '../queue/queue-board.ts';
import type { CaseRow } from '../schema/v3.ts';

export type QueuePage = { rows: CaseRow[]; total: number };

/** Rows of the plain queue that the index gives at once, before anything else is read: a popup stands on them. */
const AT_ONCE = 120;
/** Views whose order is kept with a board. */
const KEPT_VIEWS = 8;

const { maxKey: MAX } = Dexie;
const MIN = -Infinity;

/** Open cases by priority, from a lowest priority on. */
function byPriority(db: OverturnDatabase, ownerId: string | null, from: number): Collection<CaseRow, string> {
  return ownerId === null
    ? db.cases.where('[open+priority]').between([1, from], [1, MAX], true, true)
    : db.cases.where('[open+ownerId+priority]').between([1, ownerId, from], [1, ownerId, MAX], true, true);
}

/** Whether only the owner narrows this view. */
export function isPlain(filter: QueueFilter): boolean {
  return Object.entries(filter).every(([name, value]) => value === undefined || name === 'ownerId' || name === 'sort' || name === 'showSnoozed');
}

/**
 * One page of the queue. `today` is the practice's day number. The first rows of the default view (own or everybody's open cases by
 * priority) come by the index alone; everything else is chosen from the columns of all open cases in memory, and only the rows of
 * the page are read.
 */
export async function queuePage(db: OverturnDatabase, filter: QueueFilter, today: DayNumber, offset: number, limit: number): Promise<QueuePage> {
  if (isPlain(filter) && filter.sort === 'priority' && offset + limit <= AT_ONCE) {
    return db.transaction('r', db.cases, async () => {
      const awake = (): Collection<CaseRow, string> => byPriority(db, filter.ownerId, showsSnoozed(filter) ? MIN : awakeFrom(today));
      const [total, rows] = await Promise.all([awake().count(), awake().reverse().offset(offset).limit(limit).toArray()]);
      return { rows, total };
    });
  }
  const ids = filter.state === 'resolved' ? await closedIds(db, filter) : null;
  const board = ids === null ? await readBoard(db) : null;
  const places = board === null ? null : await askedAmong(db, board, placesOf(board, filter, today), filter);
  const wanted = board === null || places === null ? (ids ?? []).slice(offset, offset + limit) : [...places.subarray(offset, offset + limit)].map((place) => idAt(board, place));
  const rows = await db.cases.bulkGet(wanted);
  return { rows: rows.filter((row) => row !== undefined), total: places?.length ?? ids?.length ?? 0 };
}

/** Ids of everything the filter lets through, in its order. For what is done to a whole view at once. */
export async function queueIds(db: OverturnDatabase, filter: QueueFilter, today: DayNumber): Promise<string[]> {
  if (filter.state === 'resolved') return closedIds(db, filter);
  const board = await readBoard(db);
  return [...await askedAmong(db, board, placesOf(board, filter, today), filter)].map((place) => idAt(board, place));
}

/** Of these places those on which something is asked of the person the filter names: a few, found by their index. */
async function askedAmong(db: OverturnDatabase, board: QueueBoard, places: Uint32Array, { asked }: QueueFilter): Promise<Uint32Array> {
  if (asked === undefined) return places;
  const ids = new Set(await db.cases.where('facets').equals(askedFacet(asked)).primaryKeys());
  return places.filter((place) => ids.has(idAt(board, place)));
}

/** How many open cases something is asked of this person on. */
export async function countAsked(db: OverturnDatabase, userId: string): Promise<number> {
  return db.cases.where('facets').equals(askedFacet(userId)).count();
}

const chosen = new WeakMap<QueueBoard, Map<string, Uint32Array>>();

/** The order of a view, kept as long as its board holds: scrolling asks for it at every step. */
function placesOf(board: QueueBoard, filter: QueueFilter, today: DayNumber): Uint32Array {
  const views = chosen.get(board) ?? new Map<string, Uint32Array>();
  chosen.set(board, views);
  const key = JSON.stringify([filter, today]);
  const known = views.get(key);
  if (known !== undefined) return known;
  const places = selectPlaces(board, filter, today);
  const [oldest] = views.keys();
  if (views.size >= KEPT_VIEWS && oldest !== undefined) views.delete(oldest);
  views.set(key, places);
  return places;
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
