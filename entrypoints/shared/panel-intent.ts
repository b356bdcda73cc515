import { browser } from 'wxt/browser';

/** What the side panel was opened for, left by a shortcut; opaque ids only. Read when the panel opens and when it changes, then dropped. */
export type PanelIntent = { show: 'capture' | 'log-contact'; tabId: number | null; captureId: string | null; atMs: number };

export const PANEL_INTENT_KEY = 'panel-intent';

export async function keepPanelIntent(intent: PanelIntent): Promise<void> {
  await browser.storage.session.set({ [PANEL_INTENT_KEY]: intent });
}

/** Takes the intent: it is given once. */
export async function takePanelIntent(): Promise<PanelIntent | null> {
  const intent = (await browser.storage.session.get(PANEL_INTENT_KEY))[PANEL_INTENT_KEY] as PanelIntent | undefined;
  if (intent === undefined) return null;
  await browser.storage.session.remove(PANEL_INTENT_KEY);
  return intent;
}
