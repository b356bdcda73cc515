import { dayOfPlainDate } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { PracticePayer } from '../domain/practice.ts';

/**
 * The day for which something filed at this instant counts at the payer: the date in its own zone, and the day after once its
 * cut-off has passed. A biller in Hawaii at eight in the evening is on the next day already. Null where the practice has no
 * cut-off on file, or one in a zone nobody knows: then nothing is assumed behind the biller's back.
 */
export function dayAtPayer(cutOff: PracticePayer['cutOff'], instant: Temporal.Instant): CalendarDay | null {
  if (cutOff == null) return null;
  try {
    const there = instant.toZonedDateTimeISO(cutOff.timeZone);
    return dayOfPlainDate(there.toPlainDate()) + (there.hour * 60 + there.minute >= cutOff.minute ? 1 : 0);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
