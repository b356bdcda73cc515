import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { View } from './view.ts';
import { queueView } from './view.ts';

const KEY = 'panel-place';

/**
 * What the page shows. The side panel keeps it in the memory-backed session area, so that it comes back where it was after it was
 * closed; the popup is for a glance and starts at the queue. Opaque ids only.
 */
export function usePlace(isKept: boolean): [View, (view: View) => void] {
  const [view, setView] = useState<View>(queueView);
  useEffect(() => {
    if (!isKept) return;
    void browser.storage.session.get(KEY).then((found) => {
      const kept = found[KEY] as View | undefined;
      if (kept !== undefined && kept.name !== 'review' && kept.name !== 'trainer') setView((now) => (now.name === 'queue' ? kept : now));
    });
  }, [isKept]);
  return [view, (next) => {
    setView(next);
    if (isKept) void browser.storage.session.set({ [KEY]: next });
  }];
}
