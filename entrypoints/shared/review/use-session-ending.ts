import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { endingKey } from '../session-ending.ts';
import { sendCommand } from '../send-command.ts';
import { ASK_EVERY_MS, sessionArea } from '../session-area.ts';
import type { SessionEnding } from '../session-ending.ts';

/** Whether the portal of a review counts down to a sign-out; null where it does not. */
export function useSessionEnding(captureId: string, tabId: number | null): SessionEnding | null {
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
    const session = sessionArea();
    void session?.get(key).then((all) => hear(all[key]));
    const ask = async (): Promise<void> => {
      const reply = await sendCommand('capture:now', { captureId });
      if (reply.ok) hear(reply.value.ending ?? undefined);
    };
    const asking = session === null ? setInterval(() => void ask(), ASK_EVERY_MS) : undefined;
    return () => {
      isGone = true;
      clearInterval(asking);
      browser.storage.onChanged.removeListener(onChanged);
    };
  }, [captureId, tabId]);
  return heard !== null && heard.tabId === tabId ? heard.ending : null;
}
