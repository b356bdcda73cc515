import { browser } from 'wxt/browser';

/**
 * What the side panel was opened for, left by a shortcut or a menu. Read when the panel opens and when it changes, then dropped.
 * Opaque ids only, but for `text`: what a person selected on a page, for the paste box. It lives in the memory-backed session area, is
 * left there only while the vault is open, and goes with the lock.
 */
export type PanelIntent = { show: 'capture' | 'log-contact' | 'trainer' | 'paste'; tabId: number | null; captureId: string | null; atMs: number; text?: string; html?: string | null };

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
