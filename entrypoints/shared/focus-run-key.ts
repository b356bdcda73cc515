import { browser } from 'wxt/browser';

/** Where the session's memory keeps the run through a view. */
export const FOCUS_RUN = 'focus-run';

/** The run is of one person: it ends with their session. */
export async function forgetFocusRun(): Promise<void> {
  await browser.storage.session.remove(FOCUS_RUN);
}
