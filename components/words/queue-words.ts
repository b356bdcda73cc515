import type { DayNumber } from '../../rules/domain/day-number.ts';
import { isWindowUnknown } from '../../rules/queue/priority.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { visibleText } from '../../rules/work/visible-text.ts';
import { clockWords, undatedWords } from './clock-words.ts';
import { dueWords, isKnownDay } from './day-words.ts';

/** How near a window must be to be named beside a follow-up that comes first, in days. */
const NAMED_BESIDE = 14;
type Due = Pick<QueueItem, 'nextDay' | 'nextKind' | 'undated'> & Partial<Pick<QueueItem, 'safeDay' | 'dueDay' | 'payerDay'>>;

/** The day it is for what a row waits for: at the payer where it is later there already, for a window; here for our own follow-up. */
export function dayForRow(item: Due, today: DayNumber): DayNumber {
  return item.nextKind === 'follow-up' || item.nextKind === 'find-date' ? today : Math.max(today, Math.min(today + 1, item.payerDay ?? today));
}

/** The day to work to is past and the last one, at the payer, is not: pressing, yet not over. Gives that last day, else null. */
export function lastDayOf(item: Due, today: DayNumber): DayNumber | null {
  const { nextDay, safeDay, dueDay } = item;
  return nextDay < today && nextDay === safeDay && dueDay !== undefined && isKnownDay(dueDay) && dueDay >= dayForRow(item, today) ? dueDay : null;
}

/**
 * `Appeal in 12 days`, `Appeal 3 days over`, or why there is no date; a follow-up does not stand in for a window nobody knows, nor
 * hide one that is near.
 */
export function nextDayWords(item: Due, today: DayNumber): string {
  if (!isKnownDay(item.nextDay)) return undatedWords(item.undated);
  if (item.nextKind === 'find-date') return item.nextDay > today ? undatedWords(item.undated) : `${undatedWords(item.undated)}, look ${dueWords(item.nextDay, today)}`;
  if (item.nextKind === 'follow-up') {
    if (isWindowUnknown(item.undated)) return `No date, look again ${dueWords(item.nextDay, today)}`;
    const { safeDay } = item;
    const isNear = safeDay !== undefined && isKnownDay(safeDay) && safeDay - today <= NAMED_BESIDE;
    return `${clockWords(item.nextKind)} ${dueWords(item.nextDay, today)}${isNear ? `, window ${dueWords(safeDay, today)}` : ''}`;
  }
  const lastDay = lastDayOf(item, today);
  if (lastDay !== null) return `${clockWords(item.nextKind)}: last day ${dueWords(lastDay, today)}`;
  const isOverThere = item.nextDay === today && dayForRow(item, today) > today;
  return `${clockWords(item.nextKind)} ${dueWords(item.nextDay, today)}${isOverThere ? ', after the payer\'s cut-off' : ''}`;
}

/**
 * The name of a row as it is said and read, also where the record could not be opened. What would turn the text around or hide part
 * of it is left out, or a hostile name could be read as another.
 */
export function patientWords(name: string | null): string {
  const shown = name === null ? '' : visibleText(name);
  return shown === '' ? 'Name not known' : shown;
}
