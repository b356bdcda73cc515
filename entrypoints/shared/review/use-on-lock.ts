import { useEffect, useEffectEvent } from 'react';
import { browser } from 'wxt/browser';
import { SESSION_VAULT_KEY } from '../session-vault.ts';

/** Calls `onLock` the moment the key leaves the session. Needs no store, so it works in a framed page too. */
export function useOnLock(onLock: () => void): void {
  const hear = useEffectEvent(onLock);
  useEffect(() => {
    const follow = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      const change = changes[SESSION_VAULT_KEY];
      if (area === 'session' && change !== undefined && change.newValue === undefined) hear();
    };
    browser.storage.onChanged.addListener(follow);
    return () => browser.storage.onChanged.removeListener(follow);
  }, []);
}
