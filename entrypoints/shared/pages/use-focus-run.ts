import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { isFocusRun } from '../../../rules/queue/focus-run.ts';
import type { FocusRun } from '../../../rules/queue/focus-run.ts';

const KEY = 'focus-run';

/** The run through a view, one for popup, panel and desk: in the memory-backed session area, so that it outlives a popup and not the browser. Opaque ids only. */
export function useFocusRun(): [FocusRun | null, (run: FocusRun | null) => void] {
  const [run, setRun] = useState<FocusRun | null>(null);
  useEffect(() => {
    const take = (value: unknown) => setRun(isFocusRun(value) ? value : null);
    void browser.storage.session.get(KEY).then((found) => take(found[KEY]));
    const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => { if (area === 'session' && KEY in changes) take(changes[KEY]?.newValue); };
    browser.storage.onChanged.addListener(listen);
    return () => browser.storage.onChanged.removeListener(listen);
  }, []);
  return [run, (next) => {
    setRun(next);
    void (next === null ? browser.storage.session.remove(KEY) : browser.storage.session.set({ [KEY]: next }));
  }];
}
