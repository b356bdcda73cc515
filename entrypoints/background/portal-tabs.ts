import { browser } from 'wxt/browser';
import type { PortalMessage } from '../../rules/protocol/portal-messages.ts';

/** Without the address on the envelope. */
export type PortalWord = PortalMessage extends infer M ? (M extends PortalMessage ? Omit<M, 'overturn' | 'to'> : never) : never;

/** Says something to the scripts in a tab (to one frame where `frameId` is given). A tab without our script does not answer, and need not. */
export async function tellPortal(tabId: number, word: PortalWord, frameId?: number): Promise<void> {
  try {
    await browser.tabs.sendMessage(tabId, { overturn: 1, to: 'portal', ...word }, frameId === undefined ? {} : { frameId });
  } catch {
    // The tab is gone, or holds no script of ours: there is nobody to tell.
  }
}

/** A frame that is busy or frozen is not waited for any longer than this. */
const PATIENCE_MS = 1500;

/** The same to one frame, waiting until it did what was said: false where it could not, or did not answer in time. */
export async function askPortal(tabId: number, word: PortalWord, frameId: number): Promise<boolean> {
  const late = new Promise<false>((resolve) => { setTimeout(() => resolve(false), PATIENCE_MS); });
  try {
    return (await Promise.race([browser.tabs.sendMessage(tabId, { overturn: 1, to: 'portal', ...word }, { frameId }), late])) === true;
  } catch {
    return false; // that frame was left meanwhile
  }
}

/**
 * Tells every portal tab that the vault opened or closed. Which tabs hold our script is not remembered anywhere, so all
 * are asked; those without one do not hear it.
 */
export async function refreshPortals(say: 'refresh' | 'close-card'): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(async ({ id }) => (id === undefined ? undefined : tellPortal(id, { say }))));
}
