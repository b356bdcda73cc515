import type { CalendarFileDay } from '../rules/reminders/calendar-file.ts';
import { lastWorkingDays, restAfter } from '../rules/calendar/working-days.ts';
import { weekdayName } from '../rules/calendar/calendar-day.ts';
import type { DayNumber } from '../rules/domain/day-number.ts';
import { POOL } from '../rules/domain/vocabulary.ts';
import type { PracticeSettings } from '../rules/domain/practice.ts';
import { digestWords, hasNews, markDigest } from '../rules/reminders/digest-words.ts';
import type { Digest, DigestMark } from '../rules/reminders/digest-words.ts';
import type { DueReminder } from '../rules/reminders/due-reminders.ts';
import { reminderWords } from '../rules/reminders/reminder-words.ts';
import { tellingNow } from '../rules/reminders/telling-hours.ts';
import type { PracticeMoment, TellingHours } from '../rules/reminders/telling-hours.ts';
import { readClosedDays } from './dating.ts';
import type { OverturnDatabase } from './db.ts';
import { countDue, findDueReminders, markReminded } from './reminders.ts';
import { countWoken } from './woken.ts';
import { withWriter } from './write.ts';

/*
 * What to tell whom, and when. Reads clear columns only, so that it goes on while the vault is locked. Nothing is
 * remembered but what was told: every sweep works it out anew from the cases.
 */

/** Something to tell now. `words` is null where there is a digest to note down but nothing to say in it. */
export type Telling = { userId: string; day: DayNumber; words: { title: string; message: string } | null; isDigest: boolean; due: DueReminder[] };

const markKey = (userId: string): string => `digest:${userId}`;

export async function readDigestMark(db: OverturnDatabase, userId: string): Promise<DigestMark | null> {
  return ((await db.meta.get(markKey(userId)))?.value as DigestMark | undefined) ?? null;
}

/** When this practice may be told something: its settings and its own closed days. */
export async function readTellingHours(db: OverturnDatabase, settings: PracticeSettings): Promise<TellingHours> {
  return { working: { weekdays: settings.workingDays, closed: await readClosedDays(db) }, quiet: settings.quietHours, digestAt: settings.digestAt };
}

/**
 * What a user is to be told at this moment, or null. The first word of a working day is the digest, which holds every
 * reminder that came up since; after it, single reminders as they come up. The pool's reminders go to everybody, because
 * what belongs to nobody is missed by everybody. `only`: reminders of these cases alone; a digest looks at everything.
 */
export async function planTelling(db: OverturnDatabase, userId: string, moment: PracticeMoment, settings: PracticeSettings, only: readonly string[] | null = null): Promise<Telling | null> {
  const hours = await readTellingHours(db, settings);
  const mark = await readDigestMark(db, userId);
  const kind = tellingNow(moment, hours, mark?.lastDay ?? null);
  if (kind === 'nothing') return null;
  const due = await findDueReminders(db, [userId, POOL], moment.day, restAfter(moment.day, hours.working), kind === 'reminders' ? only : null);
  if (kind === 'reminders') {
    const words = reminderWords(due);
    return words === null ? null : { userId, day: moment.day, words, isDigest: false, due };
  }
  const digest = await readDigest(db, userId, moment.day, mark?.lastDay ?? null, settings);
  return { userId, day: moment.day, words: hasNews(digest) ? digestWords(digest, sinceWords(mark?.lastDay ?? null, moment.day)) : null, isDigest: true, due };
}

/** Remembers what was told; to be called after telling. Killed in between, the next sweep tells the same under the same id. */
export async function markTold(db: OverturnDatabase, telling: Telling, nowMs: number): Promise<void> {
  await markReminded(db, telling.due, nowMs);
  if (!telling.isDigest) return;
  await withWriter(db, async () => db.meta.put({ key: markKey(telling.userId), value: markDigest(await readDigestMark(db, telling.userId), telling.day) }));
}

/** A person put the morning's card away for the day of the newest digest. */
export async function markDigestSeen(db: OverturnDatabase, userId: string): Promise<void> {
  await withWriter(db, async () => {
    const mark = await readDigestMark(db, userId);
    if (mark !== null) await db.meta.put({ key: markKey(userId), value: { ...mark, seenDay: mark.lastDay } satisfies DigestMark });
  });
}

/** The day of the week of an earlier digest, or its distance where that would be ambiguous. */
export function sinceWords(lastDay: DayNumber | null, today: DayNumber): string | null {
  if (lastDay === null) return null;
  if (today - lastDay === 1) return 'yesterday';
  return today - lastDay < 7 ? weekdayName(lastDay) : `${today - lastDay} days ago`;
}

/**
 * How a user's day stands, by index counts alone. `sinceDay` is the day of the digest before: what was due on it and is
 * not done yet has gone past its day since.
 */
export async function readDigest(db: OverturnDatabase, userId: string, today: DayNumber, sinceDay: DayNumber | null, settings: PracticeSettings): Promise<Digest> {
  const count = (ownerId: string, from: DayNumber, to: DayNumber): Promise<number> => db.cases.where('[open+ownerId+nextDay]').between([1, ownerId, from], [1, ownerId, to], true, true).count();
  const role = (await db.users.get(userId))?.role;
  const [own, pool, dueToday, passed, back, escalated, prevention] = await Promise.all([
    countDue(db, userId, today), countDue(db, POOL, today), count(userId, today, today), sinceDay === null ? 0 : count(userId, sinceDay, today - 1), countWoken(db, userId, sinceDay, today),
    role === 'lead' ? countEscalated(db, userId, today, settings) : 0, countPrevention(db, role === 'lead' ? [userId, ''] : [userId], today),
  ]);
  return { overdue: own.overdue, dueToday, dueSoon: Math.max(0, own.dueSoon - dueToday), passed, back, pool: pool.overdue + pool.dueSoon, escalated, prevention };
}

/** The day before which what is due of others is told to the leads. */
export async function escalatedBefore(db: OverturnDatabase, today: DayNumber, settings: PracticeSettings): Promise<DayNumber> {
  const { working } = await readTellingHours(db, settings);
  return lastWorkingDays(today, settings.escalateAfterDays, working);
}

/** Open cases of others that went past their day at least so many working days ago as the practice allows. */
async function countEscalated(db: OverturnDatabase, userId: string, today: DayNumber, settings: PracticeSettings): Promise<number> {
  const before = await escalatedBefore(db, today, settings);
  const [all, own, pool] = await Promise.all([
    db.cases.where('[open+nextDay]').between([1, -Infinity], [1, before], true, false).count(),
    ...[userId, POOL].map((ownerId) => db.cases.where('[open+ownerId+nextDay]').between([1, ownerId, -Infinity], [1, ownerId, before], true, false).count()),
  ]);
  return (all ?? 0) - (own ?? 0) - (pool ?? 0);
}

/** Steps of prevention of these people (`''`: of nobody) whose day has come. There are some dozens of records, so they are looked at one by one. */
function countPrevention(db: OverturnDatabase, ownerIds: readonly string[], today: DayNumber): Promise<number> {
  return db.preventionRecords.where('[kind+state]').anyOf([['log', 'open'], ['change', 'running'], ['check', 'open']]).filter(({ ownerId, dueDay }) => dueDay <= today && ownerIds.includes(ownerId)).count();
}

/** How far ahead a calendar file looks, in days. */
const CALENDAR_DAYS = 120;

/**
 * The work of a user by day, from today on; counts only: claims whose window ends, follow-ups (also those behind an earlier
 * window of the same claim), and claims whose date is still to be found.
 */
export async function calendarDays(db: OverturnDatabase, userId: string, today: DayNumber): Promise<CalendarFileDay[]> {
  const days = new Map<DayNumber, { claims: Set<string>; followUps: number; datesToFind: number }>();
  const at = (day: DayNumber): { claims: Set<string>; followUps: number; datesToFind: number } => {
    const kept = days.get(day) ?? { claims: new Set<string>(), followUps: 0, datesToFind: 0 };
    days.set(day, kept);
    return kept;
  };
  const isAhead = (day: DayNumber): boolean => day >= today && day <= today + CALENDAR_DAYS;
  await db.clocks.where('[open+ownerId+safeDay]').between([1, userId, today], [1, userId, today + CALENDAR_DAYS], true, true).each((row) => { at(row.safeDay).claims.add(row.caseId); });
  await db.cases.where('[open+ownerId+nextDay]').between([1, userId, -Infinity], [1, userId, today + CALENDAR_DAYS], true, true).each((row) => {
    if (isAhead(row.followUpDay)) at(row.followUpDay).followUps += 1;
    if (row.nextKind === 'find-date' && isAhead(row.nextDay)) at(row.nextDay).datesToFind += 1;
  });
  return [...days].map(([day, { claims, followUps, datesToFind }]) => ({ day, claims: claims.size, followUps, datesToFind })).sort((a, b) => a.day - b.day);
}
