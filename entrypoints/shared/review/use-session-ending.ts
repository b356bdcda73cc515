import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { endingKey } from '../session-ending.ts';
import type { SessionEnding } from '../session-ending.ts';

/** Whether the portal of a review counts down to a sign-out; null where it does not. */
export function useSessionEnding(tabId: number | null): SessionEnding | null {
  const [heard, setHeard] = useState<{ tabId: number; ending: SessionEnding | null } | null>(null);
  useEffect(() => {
    if (tabId === null) return undefined;
    let isGone = false;
    const key = endingKey(tabId);
    const hear = (value: unknown) => { if (!isGone) setHeard({ tabId, ending: (value as SessionEnding | undefined) ?? null }); };
    const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      const change = changes[key];
      if (area === 'session' && change !== undefined) hear(change.newValue);
    };
    browser.storage.onChanged.addListener(onChanged);
    void browser.storage.session.get(key).then((all) => hear(all[key]));
    return () => {
      isGone = true;
      browser.storage.onChanged.removeListener(onChanged);
    };
  }, [tabId]);
  return heard !== null && heard.tabId === tabId ? heard.ending : null;
}
