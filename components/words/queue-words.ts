import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { clockWords, undatedWords } from './clock-words.ts';
import { dueWords, isKnownDay, weekdayDay } from './day-words.ts';
import { moneyWords } from './money-words.ts';

/** `Appeal in 12 days`, `Appeal 3 days over`, or why there is no date. */
export function nextDayWords(item: Pick<QueueItem, 'nextDay' | 'nextKind' | 'undated'>, today: DayNumber): string {
  return isKnownDay(item.nextDay) ? `${clockWords(item.nextKind)} ${dueWords(item.nextDay, today)}` : undatedWords(item.undated);
}

/** The name of a row as it is said and read, also where the record could not be opened. */
export const patientWords = (name: string | null) => (name === null || name.trim() === '' ? 'Name not known' : name);

/** Why a case stands where it stands: each part of the order in words. */
export function orderReasons(item: QueueItem, today: DayNumber): string[] {
  const reasons: string[] = [];
  if (isKnownDay(item.nextDay)) {
    const days = item.nextDay - today;
    const near = days < 0 ? 'past its day' : days <= 3 ? 'very near' : days <= 14 ? 'near' : 'still far';
    reasons.push(`${clockWords(item.nextKind)} by ${weekdayDay(item.nextDay)}, ${dueWords(item.nextDay, today)}: ${near}.`);
    if (isKnownDay(item.dueDay) && item.dueDay !== item.nextDay) reasons.push(`The last lawful day is ${weekdayDay(item.dueDay)}; the day shown is the safe one.`);
  } else {
    reasons.push(`${undatedWords(item.undated)}: it could run out unseen, so it is not left at the end.`);
  }
  reasons.push(`${moneyWords(item.deniedCents)} denied.`);
  return reasons;
}
