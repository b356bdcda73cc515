import type { QueueFilter } from '../../rules/domain/queue-filter.ts';

/** What the queue of this desk shows at present. Kept in memory only: a filter can stand for a provider or a place. */
let now: QueueFilter | null = null;

export function noteQueueFilter(filter: QueueFilter): void {
  now = filter;
}

/** What the queue was last narrowed to in this window; null where it was not open yet. */
export const queueFilterNow = (): QueueFilter | null => now;
