import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { orderReasons } from '../words/queue-words.ts';

const share = (part: number) => Math.round(part * 100) / 100;

/** Why a case stands where it stands: the parts in words, and the sum they make. */
export function OrderReasons({ item, place, today }: { item: QueueItem; place: number; today: DayNumber }) {
  return (
    <div className="flex flex-col gap-1.5">
      <ul className="flex list-disc flex-col gap-0.5 pl-4 text-ink-2">
        {orderReasons(item, today).map((reason) => <li key={reason}>{reason}</li>)}
      </ul>
      <p className="figures text-small text-ink-3">
        Number {place}: date {share(item.score.pressure)} + money {share(item.score.value)} = {share(item.priority)}
      </p>
    </div>
  );
}
