import { NO_DAY } from '../domain/day-number.ts';
import type { DayNumber } from '../domain/day-number.ts';
import type { AgeBucket, QueueFilter } from '../domain/queue-filter.ts';
import { POOL } from '../domain/vocabulary.ts';
import { DUE_SOON_DAYS } from '../reminders/badge-words.ts';
import { awakeFrom } from './priority.ts';
import type { QueueColumns, WordColumn } from './queue-columns.ts';

const MS_PER_DAY = 86_400_000;

/** A run of open cases; `gone` 1 where a newer line of the case stands in another segment, or the case is closed. */
export type BoardSegment = { columns: QueueColumns; gone: Uint8Array | null };

/** All open cases as columns. A place names one: segment times `PER_SEGMENT` plus row. */
export type QueueBoard = { segments: readonly BoardSegment[] };
export const PER_SEGMENT = 131_072;

/** First and last day a denial of this age was decided on. */
export function daysOfAge(age: AgeBucket, today: DayNumber): [DayNumber, DayNumber] {
  switch (age) {
    case '0-30': return [today - 30, NO_DAY];
    case '31-60': return [today - 60, today - 31];
    case '61-90': return [today - 90, today - 61];
    case '91+': return [-NO_DAY, today - 91];
  }
}

/** The last moment before which a case counts as untouched for so many days; by UTC days, so within a day of the practice's. */
export function untouchedSince(days: number, today: DayNumber): number {
  return (today - days + 1) * MS_PER_DAY - 1;
}

/** What somebody set aside as not workable sleeps until its second look; asking for it means showing it. */
export const showsSnoozed = (filter: QueueFilter): boolean => filter.showSnoozed === true || filter.state === 'not-workable';

/** Whether nobody owns a case: it waits in the pool, or in one of the practice's own. */
export const isPool = (ownerId: string): boolean => ownerId === POOL || ownerId.startsWith(`${POOL}-`);

/** Whether a case has no day that a clock or a person gave it. */
export const hasNoDate = (nextDay: DayNumber, nextKind: string): boolean => nextDay >= NO_DAY || nextKind === 'find-date';

type Test = (row: number) => boolean;

/** Everything a filter asks of a row of one segment; null where no row of it can fit. */
function testsFor({ numbers, days, places, words }: QueueColumns, filter: QueueFilter, today: DayNumber): Test[] | null {
  const tests: Test[] = [];
  const wanted: readonly [WordColumn, string | null | undefined][] = [
    ['ownerId', filter.ownerId], ['payerKey', filter.payerKey], ['category', filter.category], ['state', filter.state], ['kind', filter.kind],
    ['provider', filter.provider], ['location', filter.location], ['specialty', filter.specialty], ['group', filter.group],
  ];
  for (const [name, value] of wanted) {
    if (value === null || value === undefined) continue;
    const place = words.indexOf(value);
    if (place === -1) return null;
    const column = places[name];
    tests.push((row) => column[row] === place);
  }
  const between = (column: ArrayLike<number>, from: number, to: number): void => { tests.push((row) => (column[row] as number) >= from && (column[row] as number) <= to); };
  if (!showsSnoozed(filter)) between(numbers.priority, awakeFrom(today), Infinity);
  if (filter.age !== undefined) between(days.ageDay, ...daysOfAge(filter.age, today));
  if (filter.minCents !== undefined) between(numbers.deniedCents, filter.minCents, Infinity);
  if (filter.untouchedDays !== undefined) between(numbers.touchedMs, -Infinity, untouchedSince(filter.untouchedDays, today));
  if (filter.due === 'overdue') between(days.nextDay, -Infinity, today - 1);
  else if (filter.due === 'soon') between(days.nextDay, today, today + DUE_SOON_DAYS);
  else if (filter.due === 'undated') {
    const none = words.indexOf('');
    tests.push((row) => places.undated[row] !== none);
  }
  if (filter.escalated !== undefined) {
    const besides = new Set(filter.escalated.besides.map((ownerId) => words.indexOf(ownerId)));
    between(days.nextDay, -Infinity, filter.escalated.before - 1);
    tests.push((row) => !besides.has(places.ownerId[row] as number));
  }
  if (filter.unset === 'owner') tests.push((row) => isPool(words[places.ownerId[row] as number] ?? ''));
  else if (filter.unset === 'date') tests.push((row) => hasNoDate(days.nextDay[row] as number, words[places.nextKind[row] as number] ?? ''));
  else if (filter.unset === 'action') {
    const review = words.indexOf('review');
    if (review === -1) return null;
    tests.push((row) => places.nextAction[row] === review);
  }
  return tests;
}

/** Keys that sort upwards into the order asked for. */
function keyOf({ numbers, days }: QueueColumns, sort: QueueFilter['sort']): (row: number) => number {
  switch (sort) {
    case 'priority': return (row) => -(numbers.priority[row] as number);
    case 'next-day': return (row) => days.nextDay[row] as number;
    case 'oldest-touch': return (row) => numbers.touchedMs[row] as number;
    case 'oldest': return (row) => days.ageDay[row] as number;
    case 'amount': return (row) => -(numbers.deniedCents[row] as number);
  }
}

/** The places of everything a filter lets through, in its order; equal ones by their ids, downwards where the order is. */
export function selectPlaces(board: QueueBoard, filter: QueueFilter, today: DayNumber): Uint32Array {
  const places: number[] = [];
  const keys: number[] = [];
  board.segments.forEach(({ columns, gone }, segment) => {
    const tests = testsFor(columns, filter, today);
    if (tests === null) return;
    const key = keyOf(columns, filter.sort);
    for (let row = 0; row < columns.n; row += 1) {
      if (gone?.[row] === 1 || !tests.every((test) => test(row))) continue;
      places.push(segment * PER_SEGMENT + row);
      keys.push(key(row));
    }
  });
  const sign = filter.sort === 'priority' || filter.sort === 'amount' ? -1 : 1;
  const order = Uint32Array.from(places.keys());
  order.sort((one, other) => (keys[one] as number) - (keys[other] as number) || sign * (idAt(board, places[one] as number) < idAt(board, places[other] as number) ? -1 : 1));
  return order.map((index) => places[index] as number);
}

export function idAt(board: QueueBoard, place: number): string {
  return board.segments[Math.floor(place / PER_SEGMENT)]?.columns.ids()[place % PER_SEGMENT] ?? '';
}

/** Calls back for each open case, with the columns it stands in. */
export function eachRow(board: QueueBoard, take: (columns: QueueColumns, row: number) => void): void {
  for (const { columns, gone } of board.segments) for (let row = 0; row < columns.n; row += 1) if (gone?.[row] !== 1) take(columns, row);
}
