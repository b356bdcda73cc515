import type { QueueFilter } from '../../rules/domain/queue-filter.ts';

/** The view another part of the desk asks the queue to open with. Kept in the page's memory only: a filter can name a provider's token. */
let wanted: QueueFilter | null = null;

/** Leads to the queue, narrowed so. */
export function showInQueue(filter: QueueFilter): void {
  wanted = filter;
  location.hash = '#/queue';
}

/** What the queue shall open with, once. */
export function takeWantedView(): QueueFilter | null {
  const taken = wanted;
  wanted = null;
  return taken;
}
