import { useEffect, useEffectEvent } from 'react';
import { browser } from 'wxt/browser';
import { PANEL_INTENT_KEY, takePanelIntent } from '../panel-intent.ts';
import type { PanelIntent } from '../panel-intent.ts';

const STALE_MS = 60_000;

/** Acts on what the page was opened for, at start and whenever something new is left. */
export function usePanelIntent(act: (intent: PanelIntent) => void): void {
  const onIntent = useEffectEvent(act);
  useEffect(() => {
    const take = () => void takePanelIntent().then((intent) => { if (intent !== null && Date.now() - intent.atMs < STALE_MS) onIntent(intent); });
    const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area === 'session' && changes[PANEL_INTENT_KEY]?.newValue !== undefined) take();
    };
    take();
    browser.storage.onChanged.addListener(onChanged);
    return () => browser.storage.onChanged.removeListener(onChanged);
  }, []);
}
