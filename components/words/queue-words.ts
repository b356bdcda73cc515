import type { DayNumber } from '../../rules/domain/day-number.ts';
import { isWindowUnknown } from '../../rules/queue/priority.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { visibleText } from '../../rules/work/visible-text.ts';
import { clockWords, undatedWords } from './clock-words.ts';
import { dueWords, isKnownDay } from './day-words.ts';

/** `Appeal in 12 days`, `Appeal 3 days over`, or why there is no date; a follow-up does not stand in for a window nobody knows. */
export function nextDayWords(item: Pick<QueueItem, 'nextDay' | 'nextKind' | 'undated'>, today: DayNumber): string {
  if (isKnownDay(item.nextDay) && item.nextKind === 'follow-up' && isWindowUnknown(item.undated)) return `No date, look again ${dueWords(item.nextDay, today)}`;
  return isKnownDay(item.nextDay) ? `${clockWords(item.nextKind)} ${dueWords(item.nextDay, today)}` : undatedWords(item.undated);
}

/**
 * The name of a row as it is said and read, also where the record could not be opened. What would turn the text around or hide part
 * of it is left out, or a hostile name could be read as another.
 */
export function patientWords(name: string | null): string {
  const shown = name === null ? '' : visibleText(name);
  return shown === '' ? 'Name not known' : shown;
}
