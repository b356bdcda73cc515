import { isWorkingDay } from '../calendar/working-days.ts';
import type { WorkingDays } from '../calendar/working-days.ts';
import type { DayNumber } from '../domain/day-number.ts';

/** Minutes after midnight. From 18:00 to 7:00 is { from: 1080, to: 420 }; equal ends mean that no hour is quiet. */
export type QuietHours = { from: number; to: number };

export type TellingHours = { working: WorkingDays; quiet: QuietHours; /** When the morning digest may come, minutes after midnight. */ digestAt: number };

/** The practice's own day and minute of the day. */
export type PracticeMoment = { day: DayNumber; minute: number };

export function isQuietHour(minute: number, { from, to }: QuietHours): boolean {
  if (from === to) return false;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/**
 * What may be told at this moment: nothing in quiet hours and on days on which nobody works; the digest once a working
 * day, from its hour on; single reminders only after the day's digest, which holds all that came up before it.
 * Nothing is lost by silence: what was not told is told with the next digest.
 */
export function tellingNow(moment: PracticeMoment, hours: TellingHours, lastDigestDay: DayNumber | null): 'nothing' | 'digest' | 'reminders' {
  if (!isWorkingDay(moment.day, hours.working) || isQuietHour(moment.minute, hours.quiet)) return 'nothing';
  // A digest of a day to come is one of a clock that was set back since, or of a zone further east: today counts as told.
  if (lastDigestDay !== null && lastDigestDay >= moment.day) return 'reminders';
  return moment.minute >= hours.digestAt ? 'digest' : 'nothing';
}
