import { useSyncExternalStore } from 'react';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import type { DayNumber } from '../../../rules/domain/day-number.ts';

let zone = '';
const listeners = new Set<() => void>();

/** The practice's time zone; empty for the computer's own. */
export function setPracticeZone(timeZone: string): void {
  if (zone === timeZone) return;
  zone = timeZone;
  for (const listener of listeners) listener();
}

function today(): DayNumber {
  try {
    return isoToDayNumber(Temporal.Now.plainDateISO(zone === '' ? Temporal.Now.timeZoneId() : zone).toString());
  } catch {
    return isoToDayNumber(Temporal.Now.plainDateISO().toString()); // a zone this browser does not know
  }
}

/** A panel stays open over midnight, and a machine sleeps: look again every minute and whenever the page comes to the front. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const timer = setInterval(listener, 60_000);
  addEventListener('focus', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    listeners.delete(listener);
    clearInterval(timer);
    removeEventListener('focus', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}

/** Today as the practice's calendar has it, followed over midnight. */
export function useToday(): DayNumber {
  return useSyncExternalStore(subscribe, today);
}
