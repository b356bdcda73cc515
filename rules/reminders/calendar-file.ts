import { isoOfDay } from '../calendar/calendar-day.ts';
import type { DayNumber } from '../domain/day-number.ts';

/** One day of the calendar file: how many claims have to be worked on it or before, how many are looked at again, how many get their date by then. */
export type CalendarFileDay = { day: DayNumber; claims: number; followUps: number; datesToFind: number };

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const compact = (day: DayNumber): string => isoOfDay(day).replaceAll('-', '');

/** Lines of a calendar file are at most 75 octets; a longer one goes on after a line end and a blank (RFC 5545, 3.1). */
function fold(line: string): string {
  const pieces: string[] = [];
  let rest = line;
  for (let width = 75; rest.length > width; width = 74) {
    pieces.push(rest.slice(0, width));
    rest = rest.slice(width);
  }
  return [...pieces, rest].join('\r\n ');
}

/**
 * A calendar file (RFC 5545) with one whole-day entry a day. It holds counts and nothing else: no patient, claim, payer or
 * amount, so that it may go into a calendar that others can see. The same day keeps its `UID`, so that a newer file
 * replaces the older one's entries.
 *
 * @param stamp the moment of writing in UTC, as `YYYYMMDDTHHMMSSZ`
 */
export function calendarFile(days: readonly CalendarFileDay[], stamp: string, owner: string): string {
  const events = days.filter(({ claims, followUps, datesToFind }) => claims + followUps + datesToFind > 0).flatMap(({ day, claims, followUps, datesToFind }) => {
    const words = [
      ...(claims > 0 ? [`${plural(claims, 'claim')} due`] : []), ...(followUps > 0 ? [plural(followUps, 'follow-up')] : []), ...(datesToFind > 0 ? [plural(datesToFind, 'date to find', 'dates to find')] : []),
    ].join(', ');
    return [
      'BEGIN:VEVENT', `UID:${compact(day)}-${owner}@overturn.invalid`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(day + 1)}`,
      `SUMMARY:Overturn: ${words.replaceAll(',', String.raw`\,`)}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
    ];
  });
  return [...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Overturn//Deadlines//EN', 'CALSCALE:GREGORIAN', ...events, 'END:VCALENDAR'].map(fold), ''].join('\r\n');
}
