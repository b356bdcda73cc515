import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Reading } from '../../../rules/reading/reading.ts';

/** What waits for review in a tab. */
export type TabCapture = { captureId: string; host: string; reading: Reading };

/**
 * The reading of a tab that nobody has saved yet, followed live. Read from the memory-backed session area, where the background
 * keeps it (entrypoints/background/pending-captures.ts), and not asked for by command, because asking freezes it for a card.
 */
async function captureOf(tabId: number): Promise<TabCapture | null> {
  const tabKey = `tab:${tabId}`;
  const tab = (await browser.storage.session.get(tabKey))[tabKey] as { captureIds?: string[] } | undefined;
  const captureId = tab?.captureIds?.at(-1) ?? '';
  if (captureId === '') return null;
  const key = `capture:${captureId}`;
  const capture = (await browser.storage.session.get(key))[key] as { host: string; reading: Reading } | undefined;
  return capture === undefined ? null : { captureId, host: capture.host, reading: capture.reading };
}

export function useTabCapture(tabId: number | null): TabCapture | null {
  const [capture, setCapture] = useState<TabCapture | null>(null);
  useEffect(() => {
    if (tabId === null) return undefined;
    let isGone = false;
    const look = () => void captureOf(tabId).then((found) => { if (!isGone) setCapture(found); });
    const onChanged = (changes: Record<string, unknown>, area: string) => {
      if (area === 'session' && Object.hasOwn(changes, `tab:${tabId}`)) look();
    };
    look();
    browser.storage.onChanged.addListener(onChanged);
    return () => {
      isGone = true;
      browser.storage.onChanged.removeListener(onChanged);
    };
  }, [tabId]);
  return tabId === null ? null : capture;
}
