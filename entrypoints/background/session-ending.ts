import { browser } from 'wxt/browser';
import { readSettings } from '../../storage/settings.ts';
import { endingKey } from '../shared/session-ending.ts';
import type { SessionEnding } from '../shared/session-ending.ts';
import { tellPortal } from './portal-tabs.ts';
import { openStore } from './services.ts';

const NOTIFICATION = 'session-ending';

/**
 * A portal counts down to a sign-out: the mark on its page says so, a card that is open keeps what was typed at once, and
 * somebody who looks elsewhere gets a notification. The host only; nothing of a claim.
 */
export async function sessionIsEnding(tabId: number, { isEnding, seconds, isWatched }: { isEnding: boolean; seconds: number | null; isWatched: boolean }, nowMs: number): Promise<void> {
  const key = endingKey(tabId);
  await tellPortal(tabId, { say: 'session-ending', isEnding, seconds }, 0);
  if (!isEnding) {
    await browser.storage.session.remove(key);
    await browser.notifications.clear(NOTIFICATION);
    return;
  }
  const ending: SessionEnding = { atMs: nowMs, seconds };
  await browser.storage.session.set({ [key]: ending });
  if (isWatched || !(await readSettings(await openStore())).notifications) return;
  const tab = await browser.tabs.get(tabId);
  const host = URL.parse(tab.url ?? '')?.hostname ?? '';
  await browser.notifications.create(NOTIFICATION, {
    type: 'basic', iconUrl: browser.runtime.getURL('/icon/128.png' as '/'), title: 'A portal is about to sign you out', message: `${host === '' ? 'A portal' : host} counts down${seconds === null ? '' : `, about ${seconds} seconds`}. What you typed in Overturn is kept.`,
  });
}

/** The page that counted down was left. */
export async function forgetEnding(tabId: number): Promise<void> {
  await browser.storage.session.remove(endingKey(tabId));
}

/** What is known of the sign-out of a tab's portal; null where it does not count down. */
export async function readEnding(tabId: number): Promise<SessionEnding | null> {
  return ((await browser.storage.session.get(endingKey(tabId)))[endingKey(tabId)] as SessionEnding | undefined) ?? null;
}
