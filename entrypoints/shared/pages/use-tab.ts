import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

export type FrontTab = { tabId: number; windowId: number };

async function frontTab(): Promise<FrontTab | null> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  const [tab] = Number.isInteger(named) && named > 0 ? [await browser.tabs.get(named).catch(() => undefined)] : await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined || tab.windowId === undefined ? null : { tabId: tab.id, windowId: tab.windowId };
}

/**
 * The tab this page speaks of: the active one of its window, followed as the person moves; `?tab=` names another, for a page
 * that was opened in a tab of its own. Only its id is read, never its address.
 */
export function useFrontTab(): FrontTab | null {
  const [tab, setTab] = useState<FrontTab | null>(null);
  useEffect(() => {
    let isGone = false;
    const look = () => void frontTab().then((found) => { if (!isGone) setTab((before) => (before?.tabId === found?.tabId && before?.windowId === found?.windowId ? before : found)); });
    look();
    browser.tabs.onActivated.addListener(look);
    return () => {
      isGone = true;
      browser.tabs.onActivated.removeListener(look);
    };
  }, []);
  return tab;
}
