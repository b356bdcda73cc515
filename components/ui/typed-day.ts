import type { DayNumber } from '../../rules/domain/day-number.ts';
import { dayOfIso, isoOfDay } from '../words/day-words.ts';

const weekdayStart = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'] as const;

/**
 * The day a person meant: `12/3/26`, `12-03-2026`, `2026-12-03`, `12/3` (the next one to come), `+14`, `today`, `tomorrow`, `fri`.
 * Returns `YYYY-MM-DD`, or null where no such day exists.
 */
export function typedDay(text: string, today: DayNumber): string | null {
  const typed = text.trim().toLowerCase();
  const ahead = /^\+\s?(\d{1,3})$/u.exec(typed)?.[1];
  if (ahead !== undefined) return isoOfDay(today + Number(ahead));
  if (typed === 't' || typed === 'today') return isoOfDay(today);
  if (/^tom(?:orrow)?$/u.test(typed)) return isoOfDay(today + 1);
  if (/^[a-z]{2,9}$/u.test(typed)) {
    const wanted = weekdayStart.findIndex((start) => typed.startsWith(start));
    const now = (((today + 4) % 7) + 7) % 7; // day 0 was a Thursday
    return wanted === -1 ? null : isoOfDay(today + ((wanted - now + 6) % 7) + 1);
  }
  const us = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/u.exec(typed);
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})$/u.exec(typed);
  const written = (year: string, month: string, day: string) => `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (iso !== null) return checked(written(iso[1] ?? '', iso[2] ?? '', iso[3] ?? ''));
  if (us === null) return null;
  const [, month = '', day = '', year] = us;
  if (year !== undefined) return checked(written(year, month, day));
  const thisYear = Number(isoOfDay(today).slice(0, 4));
  const coming = [thisYear, thisYear + 1].map((one) => checked(written(String(one), month, day))).filter((one) => one !== null);
  return coming.find((one) => (dayOfIso(one) ?? 0) >= today) ?? coming[0] ?? null;
}

const checked = (iso: string) => (dayOfIso(iso) === null ? null : iso);
