import { browser } from 'wxt/browser';
import { sessionArea } from './session-area.ts';

/**
 * Whether practice mode is on, for all contexts: a mark in the session area, gone with the browser. While it stands, the
 * store in use is another database under another key, and the practice's own vault is locked.
 */
export const TRAINING_KEY = 'training-mode';

/** False where this context has no session area: the card in a real portal's page, which never stands there while practice mode is on. */
export async function isTraining(): Promise<boolean> {
  return (await sessionArea()?.get(TRAINING_KEY))?.[TRAINING_KEY] === true;
}

/** Calls back when the mode changes. A page then loads itself anew: nothing of the one side stays in the memory of the other. */
export function onTrainingChange(hear: () => void): () => void {
  const follow = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && TRAINING_KEY in changes) hear();
  };
  browser.storage.onChanged.addListener(follow);
  return () => browser.storage.onChanged.removeListener(follow);
}
