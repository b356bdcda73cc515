import Dexie from 'dexie';
import type { Collection } from 'dexie';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { awakeFrom } from '../../rules/queue/priority.ts';
import { DUE_SOON_DAYS } from '../../rules/reminders/badge-words.ts';
import type { AgeBucket, QueueFilter } from '../../rules/domain/queue-filter.ts';
import type { OverturnDatabase } from '../db.ts';
import type { CaseRow } from '../schema/v3.ts';

export type QueuePage = { rows: CaseRow[]; total: number };

/** Rows to step over one by one; a deeper page is found through the keys, fetched in one go. */
const DEEP = 120;
/** Where so few are left, their rows are fetched and put in order: quicker than the keys of everything. */
const FEW = 800;
const MS_PER_DAY = 86_400_000;

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

/** First and last day a denial of this age was decided on. */
export function daysOfAge(age: AgeBucket, today: DayNumber): [DayNumber, DayNumber] {
  switch (age) {
    case '0-30': return [today - 30, NO_DAY];
    case '31-60': return [today - 60, today - 31];
    case '61-90': return [today - 90, today - 61];
    case '91+': return [MIN, today - 91];
  }
}

/** What somebody set aside as not workable sleeps until its second look; asking for it means showing it. */
const showsSnoozed = (filter: QueueFilter): boolean => filter.showSnoozed === true || filter.state === 'not-workable';
const lowest = (filter: QueueFilter, today: DayNumber): number => (showsSnoozed(filter) ? MIN : awakeFrom(today));

/** Whether only the owner narrows this view. */
export function isPlain(filter: QueueFilter): boolean {
  return Object.entries(filter).every(([name, value]) => value === undefined || name === 'ownerId' || name === 'sort' || name === 'showSnoozed');
}

/**
 * One page of the queue. `today` is the practice's day number. The default view (own or everybody's open cases by priority
 * or next day) reads only the rows of the page; any other filter first walks keys of its indexes, never rows.
 */
export async function queuePage(db: OverturnDatabase, filter: QueueFilter, today: DayNumber, offset: number, limit: number): Promise<QueuePage> {
  return db.transaction('r', db.cases, async () => {
    if (isPlain(filter) && filter.sort === 'priority' && offset <= DEEP) {
      const awake = (): Part => byPriority(db, filter.ownerId, lowest(filter, today));
      const [total, rows] = await Promise.all([awake().count(), awake().reverse().offset(offset).limit(limit).toArray()]);
      return { rows, total };
    }
    const ids = await orderedIds(db, filter, today);
    const rows = await db.cases.bulkGet(ids.slice(offset, offset + limit));
    return { rows: rows.filter((row) => row !== undefined), total: ids.length };
  });
}

/** Ids of everything the filter lets through, in its order. For what is done to a whole view at once. */
export async function queueIds(db: OverturnDatabase, filter: QueueFilter, today: DayNumber): Promise<string[]> {
  return db.transaction('r', db.cases, () => orderedIds(db, filter, today));
}

async function orderedIds(db: OverturnDatabase, filter: QueueFilter, today: DayNumber): Promise<string[]> {
  if (filter.state === 'resolved') return closedIds(db, filter);
  const keys = await Promise.all(narrowing(db, filter, today).map((part) => part.primaryKeys()));
  keys.sort((a, b) => a.length - b.length);
  const [fewest = null, ...others] = keys;
  if (fewest !== null) {
    const sets = others.map((ids) => new Set(ids));
    const besides = new Set((await Promise.all((filter.escalated?.besides ?? []).map((ownerId) => byNextDay(db, ownerId, MIN, NO_DAY).primaryKeys()))).flat());
    const left = fewest.filter((id) => sets.every((set) => set.has(id)) && !besides.has(id));
    if (left.length <= FEW) return inOrder((await db.cases.bulkGet([...left].sort())).filter((row) => row !== undefined), filter, today);
    const kept = new Set(left);
    return (await orderOf(db, filter, today)).filter((id) => kept.has(id));
  }
  return orderOf(db, filter, today);
}

/** Parts of the index that each narrow by one thing. Every open row is in each of them that fits, so their intersection is the view. */
function narrowing(db: OverturnDatabase, filter: QueueFilter, today: DayNumber): Part[] {
  const parts: Part[] = [];
  const facet = (name: string, value: string | undefined): void => { if (value !== undefined) parts.push(db.cases.where('facets').equals(`${name}:${value}`)); };
  if (filter.payerKey !== undefined) parts.push(db.cases.where('[open+payerKey]').equals([1, filter.payerKey]));
  if (filter.category !== undefined) parts.push(db.cases.where('[open+category]').equals([1, filter.category]));
  facet('state', filter.state);
  facet('kind', filter.kind);
  for (const name of ['provider', 'location', 'specialty', 'group'] as const) facet(name, filter[name]);
  if (filter.age !== undefined) parts.push(db.cases.where('[open+ageDay]').between([1, daysOfAge(filter.age, today)[0]], [1, daysOfAge(filter.age, today)[1]], true, true));
  if (filter.minCents !== undefined) parts.push(db.cases.where('[open+deniedCents]').between([1, filter.minCents], [1, MAX], true, true));
  if (filter.untouchedDays !== undefined) parts.push(db.cases.where('[open+touchedMs]').between([1, MIN], [1, untouchedSince(filter.untouchedDays, today)], true, true));
  if (filter.due === 'overdue') parts.push(byNextDay(db, filter.ownerId, MIN, today - 1));
  else if (filter.due === 'soon') parts.push(byNextDay(db, filter.ownerId, today, today + DUE_SOON_DAYS));
  else if (filter.due === 'undated') parts.push(db.cases.where('[open+undated]').between([1, ''], [1, MAX], false, true));
  if (filter.escalated !== undefined) parts.push(byNextDay(db, filter.ownerId, MIN, filter.escalated.before - 1));
  if (filter.sort !== 'priority' && !showsSnoozed(filter)) parts.push(byPriority(db, filter.ownerId, awakeFrom(today)));
  else if (filter.sort !== 'priority' && filter.sort !== 'next-day' && filter.ownerId !== null) parts.push(byPriority(db, filter.ownerId, MIN));
  return parts;
}

/** The last moment before which a case counts as untouched for so many days; by UTC days, so within a day of the practice's. */
export function untouchedSince(days: number, today: DayNumber): number {
  return (today - days + 1) * MS_PER_DAY - 1;
}

async function orderOf(db: OverturnDatabase, filter: QueueFilter, today: DayNumber): Promise<string[]> {
  // `primaryKeys` in ascending order is one call to the browser; turned round it would be one per row.
  switch (filter.sort) {
    case 'priority': return (await byPriority(db, filter.ownerId, lowest(filter, today)).primaryKeys()).reverse();
    case 'next-day': return byNextDay(db, filter.ownerId, MIN, NO_DAY).primaryKeys();
    case 'oldest-touch': return db.cases.where('[open+touchedMs]').between([1, MIN], [1, MAX], true, true).primaryKeys();
    case 'oldest': return db.cases.where('[open+ageDay]').between([1, MIN], [1, MAX], true, true).primaryKeys();
    case 'amount': return (await db.cases.where('[open+deniedCents]').between([1, MIN], [1, MAX], true, true).primaryKeys()).reverse();
  }
}

/** The same order over rows in hand; owner and sleep are checked here, since no part of the index did. */
function inOrder(rows: CaseRow[], filter: QueueFilter, today: DayNumber): string[] {
  const by: Record<QueueFilter['sort'], (row: CaseRow) => number> = {
    priority: (row) => -row.priority, 'next-day': (row) => row.nextDay, 'oldest-touch': (row) => row.touchedMs, oldest: (row) => row.ageDay ?? row.createdDay, amount: (row) => -row.deniedCents,
  };
  const place = by[filter.sort];
  return rows.filter((row) => row.open === 1 && (filter.ownerId === null || row.ownerId === filter.ownerId) && row.priority >= lowest(filter, today))
    .sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
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
