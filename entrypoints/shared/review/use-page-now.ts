import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Reading } from '../../../rules/reading/reading.ts';
import { sendCommand } from '../send-command.ts';
import { ASK_EVERY_MS, sessionArea } from '../session-area.ts';

/** What the tab shows by now: a capture that can be gone over to, or no claim. */
export type TabNow = { captureId: string | null; reading: Reading | null };

/**
 * Follows what the page of a capture has come to say while somebody reviews it; null until something was heard. Needs no
 * store: the background's memory says that the tab was read anew, and is then asked by command.
 */
export function usePageNow(captureId: string, tabId: number | null): TabNow | null {
  const [heard, setHeard] = useState<{ of: string; now: TabNow } | null>(null);
  useEffect(() => {
    if (tabId === null) return undefined;
    let isGone = false;
    let turn = 0;
    const ask = async (): Promise<void> => {
      turn += 1;
      const mine = turn;
      const reply = await sendCommand('capture:now', { captureId });
      // A later question has the later answer, whichever comes first.
      if (!isGone && mine === turn && reply.ok) setHeard({ of: captureId, now: { captureId: reply.value.captureId, reading: reply.value.reading as Reading | null } });
    };
    const onChanged = (changes: Record<string, unknown>, area: string) => {
      if (area === 'session' && Object.hasOwn(changes, `tab:${tabId}`)) void ask();
    };
    browser.storage.onChanged.addListener(onChanged);
    void ask(); // it may have changed while this was being opened
    const asking = sessionArea() === null ? setInterval(() => void ask(), ASK_EVERY_MS) : undefined;
    return () => {
      isGone = true;
      clearInterval(asking);
      browser.storage.onChanged.removeListener(onChanged);
    };
  }, [captureId, tabId]);
  return heard !== null && heard.of === captureId ? heard.now : null;
}
