import Dexie from 'dexie';
import { NO_DAY } from '../rules/domain/day-number.ts';
import type { DayNumber } from '../rules/domain/day-number.ts';
import { DUE_SOON_DAYS } from '../rules/reminders/badge-words.ts';
import { dueReminders, FOLLOW_UP, isSnoozed, reachedMark, REMINDER_STAGES } from '../rules/reminders/due-reminders.ts';
import type { DueReminder, RemindedClock } from '../rules/reminders/due-reminders.ts';
import { awakeFrom } from '../rules/queue/priority.ts';
import { eachRow } from '../rules/queue/queue-board.ts';
import type { OverturnDatabase } from './db.ts';
import { readBoard } from './queue/queue-board.ts';
import type { CaseRow, ClockRow, ReminderRow } from './schema/v1.ts';
import { withWriter } from './write.ts';

/*
 * Everything here reads clear columns only, so that badge and reminders work while the vault is locked.
 */

/**
 * Open cases of a user (null: of everybody) whose next day is past, or comes within a week; snoozed ones are left out, as
 * they are in the queue. Counted on the index alone, since a practice may have tens of thousands of them; only snoozed rows
 * are read. Badge and tiles both ask here.
 */
export async function countDue(db: OverturnDatabase, ownerId: string | null, today: DayNumber): Promise<{ dueSoon: number; overdue: number; snoozed: CaseRow[] }> {
  const count = (from: number, to: number): Promise<number> => (ownerId === null
    ? db.cases.where('[open+nextDay]').between([1, from], [1, to], true, true)
    : db.cases.where('[open+ownerId+nextDay]').between([1, ownerId, from], [1, ownerId, to], true, true)).count();
  const [late, soon, snoozed] = await Promise.all([count(-Infinity, today - 1), count(today, today + DUE_SOON_DAYS), snoozedCases(db, ownerId, today)]);
  return {
    overdue: late - snoozed.filter((row) => row.nextDay < today).length,
    dueSoon: soon - snoozed.filter((row) => row.nextDay >= today && row.nextDay <= today + DUE_SOON_DAYS).length,
    snoozed,
  };
}

/** Open cases that sleep beyond today: the part of the queue's index below `awakeFrom`. */
async function snoozedCases(db: OverturnDatabase, ownerId: string | null, today: DayNumber): Promise<CaseRow[]> {
  const asleep = awakeFrom(today);
  return (ownerId === null
    ? db.cases.where('[open+priority]').between([1, -Infinity], [1, asleep], true, false)
    : db.cases.where('[open+ownerId+priority]').between([1, ownerId, -Infinity], [1, ownerId, asleep], true, false)).toArray();
}

/**
 * The reminders of these owners that are due and not yet told.
 *
 * @param rest closed days that follow today directly; see `dueReminders`.
 * @param only looks at these cases alone: what else is due was told already.
 */
export async function findDueReminders(db: OverturnDatabase, ownerIds: readonly string[], today: DayNumber, rest = 0, only: readonly string[] | null = null): Promise<DueReminder[]> {
  const { clocks, snoozedUntil } = only === null ? await remindedOfAll(db, new Set(ownerIds), today, rest) : await remindedAmong(db, ownerIds, only, today, rest);
  const fired = await firedOf(db, clocks.flatMap((clock) => reachedMark(clock, today, rest) ?? []));
  return dueReminders(clocks, new Map(fired.map((row) => [row.id, row.day])), snoozedUntil, today, rest);
}

/** What could be told of, and until when its cases are silent. */
type Reminded = { clocks: RemindedClock[]; snoozedUntil: Map<string, DayNumber> };

/** With more marks than these the whole table is read in one go: asking for tens of thousands one by one takes seconds. */
const MARKS_ASKED = 500;

async function firedOf(db: OverturnDatabase, ids: readonly string[]): Promise<ReminderRow[]> {
  if (ids.length <= MARKS_ASKED) return (await db.reminders.bulkGet([...ids])).filter((row) => row !== undefined);
  const asked = new Set(ids);
  return (await db.reminders.toArray()).filter(({ id }) => asked.has(id));
}

/**
 * Of these owners' open cases. Their days come from the queue's columns, not from their rows: on the first look of a day that would be
 * nearly every row of a large practice.
 */
async function remindedOfAll(db: OverturnDatabase, owners: ReadonlySet<string>, today: DayNumber, rest: number): Promise<Reminded> {
  const [first] = REMINDER_STAGES;
  const [board, ...clocks] = await Promise.all([
    readBoard(db),
    ...[...owners].map((ownerId) => db.clocks.where('[open+ownerId+safeDay]').between([1, ownerId, Dexie.minKey], [1, ownerId, Math.min(today + first, NO_DAY - 1)], true, true).toArray()),
  ]);
  const snoozedUntil = new Map<string, DayNumber>();
  const followUps: { id: string; followUpDay: DayNumber }[] = [];
  eachRow(board, ({ days, places, words, ids }, row) => {
    if (!owners.has(words[places.ownerId[row] as number] ?? '')) return;
    const [until, followUpDay, nextDay] = [days.snoozedUntilDay[row] as number, days.followUpDay[row] as number, days.nextDay[row] as number];
    const isAsleep = isSnoozed(until, today);
    const isDue = followUpDay <= today + rest && nextDay <= today + rest;
    if (!isAsleep && !isDue) return;
    const id = ids()[row] ?? '';
    if (isAsleep) snoozedUntil.set(id, until);
    if (isDue) followUps.push({ id, followUpDay });
  });
  return { clocks: remindedClocks(clocks.flat(), followUps, today), snoozedUntil };
}

/** The same of some cases, whoever owns them. */
async function remindedAmong(db: OverturnDatabase, ownerIds: readonly string[], only: readonly string[], today: DayNumber, rest: number): Promise<Reminded> {
  const [first] = REMINDER_STAGES;
  const [clocks, rows] = await Promise.all([db.clocks.where('caseId').anyOf([...only]).toArray(), db.cases.bulkGet([...only])]);
  const cases = rows.filter((row) => row !== undefined);
  return {
    clocks: remindedClocks(
      clocks.filter(({ open, ownerId, safeDay }) => open === 1 && ownerIds.includes(ownerId) && safeDay <= Math.min(today + first, NO_DAY - 1)),
      cases.filter(({ open, ownerId, nextDay, followUpDay }) => open === 1 && ownerIds.includes(ownerId) && nextDay <= today + rest && followUpDay <= today + rest), today,
    ),
    snoozedUntil: new Map(cases.map((row) => [row.id, row.snoozedUntilDay])),
  };
}

function remindedClocks(clocks: readonly ClockRow[], followUps: readonly Pick<CaseRow, 'id' | 'followUpDay'>[], today: DayNumber): RemindedClock[] {
  return [
    // Up to the safe day we speak of that; once it is past, of the last day itself, which counts its stages anew.
    ...clocks.map((row) => ({ id: row.id, caseId: row.caseId, action: row.action, day: row.safeDay >= today ? row.safeDay : row.dueDay })),
    ...followUps.map((row) => ({ id: `${row.id}:${FOLLOW_UP}`, caseId: row.id, action: FOLLOW_UP, day: row.followUpDay })),
  ];
}

/** Remembers that these were told. Done after telling: a notification under the same id twice is one notification, a lost one is lost. */
export async function markReminded(db: OverturnDatabase, due: readonly DueReminder[], nowMs: number): Promise<void> {
  await withWriter(db, async () => db.reminders.bulkPut(due.flatMap(({ marks, caseId, day }) => marks.map(({ id, stage }) => ({ id, caseId, stage, day, firedMs: nowMs })))));
}
