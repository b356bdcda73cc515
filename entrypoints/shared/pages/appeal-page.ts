import { browser } from 'wxt/browser';

/** Opens an appeal on the desk: in this page where it is the desk, else in a tab of its own. The address holds an opaque id only. */
export function openAppealPage(appealId: string): void {
  if (location.pathname.endsWith('/desk.html')) location.hash = `#/appeals/${appealId}`;
  else void browser.tabs.create({ url: browser.runtime.getURL(`/desk.html#/appeals/${appealId}` as '/') });
}
