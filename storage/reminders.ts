import Dexie from 'dexie';
import { NO_DAY } from '../rules/domain/day-number.ts';
import type { DayNumber } from '../rules/domain/day-number.ts';
import { DUE_SOON_DAYS } from '../rules/reminders/badge-words.ts';
import { dueReminders, FOLLOW_UP, REMINDER_STAGES, reminderId } from '../rules/reminders/due-reminders.ts';
import type { DueReminder, RemindedClock } from '../rules/reminders/due-reminders.ts';
import type { OverturnDatabase } from './db.ts';
import { withWriter } from './write.ts';

/*
 * Everything here reads clear columns only, so that badge and reminders work while the vault is locked.
 */

/**
 * Open cases of a user whose next day is past, or comes within a week; snoozed ones are left out.
 * Counted on the index alone, since a practice may have tens of thousands of them; only snoozed rows are read.
 */
export async function countDue(db: OverturnDatabase, ownerId: string, today: DayNumber): Promise<{ dueSoon: number; overdue: number }> {
  const overdue = await db.cases.where('[open+ownerId+nextDay]').between([1, ownerId, Dexie.minKey], [1, ownerId, today], true, false).count();
  const dueSoon = await db.cases.where('[open+ownerId+nextDay]').between([1, ownerId, today], [1, ownerId, today + DUE_SOON_DAYS], true, true).count();
  const silent = await db.cases.where('[open+ownerId+snoozedUntilDay]').between([1, ownerId, today], [1, ownerId, NO_DAY], false, false).toArray();
  return {
    overdue: overdue - silent.filter((row) => row.nextDay < today).length,
    dueSoon: dueSoon - silent.filter((row) => row.nextDay >= today && row.nextDay <= today + DUE_SOON_DAYS).length,
  };
}

/** The reminders of a user that are due and not yet told. */
export async function findDueReminders(db: OverturnDatabase, ownerId: string, today: DayNumber): Promise<DueReminder[]> {
  const [first] = REMINDER_STAGES;
  const clocks = await db.clocks.where('[open+ownerId+safeDay]').between([1, ownerId, Dexie.minKey], [1, ownerId, Math.min(today + first, NO_DAY - 1)], true, true).toArray();
  const cases = await db.cases.where('[open+ownerId+nextDay]').between([1, ownerId, Dexie.minKey], [1, ownerId, today], true, true).toArray();
  const followUps = cases.filter((row) => row.followUpDay <= today);
  const reminded: RemindedClock[] = [
    // Up to the safe day we speak of that; once it is past, of the last day itself, which counts its stages anew.
    ...clocks.map((row) => ({ id: row.id, caseId: row.caseId, action: row.action, day: row.safeDay >= today ? row.safeDay : row.dueDay })),
    ...followUps.map((row) => ({ id: `${row.id}:${FOLLOW_UP}`, caseId: row.id, action: FOLLOW_UP, day: row.followUpDay })),
  ];
  const fired = await db.reminders.bulkGet(reminded.flatMap(({ id }) => REMINDER_STAGES.map((stage) => reminderId(id, stage))));
  const owners = await db.cases.bulkGet([...new Set(reminded.map((clock) => clock.caseId))]);
  return dueReminders(
    reminded,
    new Map(fired.flatMap((row) => (row === undefined ? [] : [[row.id, row.day]]))),
    new Map(owners.flatMap((row) => (row === undefined ? [] : [[row.id, row.snoozedUntilDay]]))),
    today,
  );
}

/** Remembers that these were told. Done after telling: a notification under the same id twice is one notification, a lost one is lost. */
export async function markReminded(db: OverturnDatabase, due: readonly DueReminder[], nowMs: number): Promise<void> {
  await withWriter(db, async () => db.reminders.bulkPut(due.flatMap(({ marks, caseId, day }) => marks.map(({ id, stage }) => ({ id, caseId, stage, day, firedMs: nowMs })))));
}
