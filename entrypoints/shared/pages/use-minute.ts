import { useSyncExternalStore } from 'react';

const minute = (): number => Math.floor(Date.now() / 60_000);

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, 20_000);
  document.addEventListener('visibilitychange', listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', listener);
  };
}

/** The minute it is, in minutes since 1970-01-01: what shows a payer's cut-off is drawn again as it passes. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, minute);
}
