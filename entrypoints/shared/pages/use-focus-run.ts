import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { isFocusRun } from '../../../rules/queue/focus-run.ts';
import type { FocusRun } from '../../../rules/queue/focus-run.ts';
import { FOCUS_RUN } from '../focus-run-key.ts';

/** The run through a view, one for popup, panel and desk: in the memory-backed session area, so that it outlives a popup and not the browser. Opaque ids only. */
export function useFocusRun(): [FocusRun | null, (run: FocusRun | null) => void] {
  const [run, setRun] = useState<FocusRun | null>(null);
  useEffect(() => {
    const take = (value: unknown) => setRun(isFocusRun(value) ? value : null);
    void browser.storage.session.get(FOCUS_RUN).then((found) => take(found[FOCUS_RUN]));
    const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => { if (area === 'session' && FOCUS_RUN in changes) take(changes[FOCUS_RUN]?.newValue); };
    browser.storage.onChanged.addListener(listen);
    return () => browser.storage.onChanged.removeListener(listen);
  }, []);
  return [run, (next) => {
    setRun(next);
    void (next === null ? browser.storage.session.remove(FOCUS_RUN) : browser.storage.session.set({ [FOCUS_RUN]: next }));
  }];
}
