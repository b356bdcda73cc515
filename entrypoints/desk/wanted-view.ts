import { useSyncExternalStore } from 'react';
import type { QueueFilter } from '../../rules/domain/queue-filter.ts';

/** What another part of the desk asks the queue to show. `n` counts the asking. Kept in the page's memory only: a filter can name a provider's token. */
export type WantedView = { n: number; filter: QueueFilter | null; caseId: string | null };

let wanted: WantedView = { n: 0, filter: null, caseId: null };
const listeners = new Set<() => void>();

function want(filter: QueueFilter | null, caseId: string | null): void {
  wanted = { n: wanted.n + 1, filter, caseId };
  location.hash = '#/queue';
  listeners.forEach((listener) => listener());
}

/** Leads to the queue, narrowed so. */
export function showInQueue(filter: QueueFilter): void {
  want(filter, null);
}

/** Leads to the queue with this case open beside it. */
export function openInQueue(caseId: string): void {
  want(null, caseId);
}

/** The newest asking; it stays, and whoever has followed its number has followed it. */
export function useWantedView(): WantedView {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => wanted);
}
