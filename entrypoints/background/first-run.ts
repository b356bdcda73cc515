import { browser } from 'wxt/browser';

/** Opens the welcome page once, after a first installation; never after an update. */
export function startFirstRun(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/desk.html') });
  });
}
