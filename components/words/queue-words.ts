import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { clockWords, undatedWords } from './clock-words.ts';
import { dueWords, isKnownDay } from './day-words.ts';

/** `Appeal in 12 days`, `Appeal 3 days over`, or why there is no date. */
export function nextDayWords(item: Pick<QueueItem, 'nextDay' | 'nextKind' | 'undated'>, today: DayNumber): string {
  return isKnownDay(item.nextDay) ? `${clockWords(item.nextKind)} ${dueWords(item.nextDay, today)}` : undatedWords(item.undated);
}

/** The name of a row as it is said and read, also where the record could not be opened. */
export const patientWords = (name: string | null) => (name === null || name.trim() === '' ? 'Name not known' : name);
