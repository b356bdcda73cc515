import { browser } from 'wxt/browser';

/**
 * The session area as this context has it. Firefox gives none to a page of ours that stands in a frame of a web page: the review card
 * there asks the background instead, and is taken away by it when the vault is locked.
 */
export function sessionArea(): typeof browser.storage.session | null {
  return (browser.storage.session) ?? null;
}

/** How often the card asks where it cannot hear of changes. */
export const ASK_EVERY_MS = 2000;
