import type { DayNumber } from '../../rules/domain/day-number.ts';
import { orderSentence } from '../../rules/queue/priority.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { clockWords } from '../words/clock-words.ts';
import { isKnownDay, weekdayDay } from '../words/day-words.ts';

/** Why a case stands where it stands: date and money, each with its weight. */
export function OrderReasons({ item, place, today }: { item: QueueItem; place: number; today: DayNumber }) {
  return (
    <div className="figures text-ink-2">
      <p><span className="font-medium text-ink">Number {place}.</span> {orderSentence(item, today)}</p>
      {isKnownDay(item.nextDay) && (
        <p>{clockWords(item.nextKind)}: work by {weekdayDay(item.nextDay)}{isKnownDay(item.dueDay) && item.dueDay !== item.nextDay && item.nextDay === item.safeDay && <>, last day {weekdayDay(item.dueDay)}</>}.</p>
      )}
    </div>
  );
}
