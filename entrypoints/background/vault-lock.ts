import { browser } from 'wxt/browser';
import { settingsUnderPolicy } from '../../rules/policy/policy-settings.ts';
import { readSettings } from '../../storage/settings.ts';
import { commitChange, withWriter } from '../../storage/write.ts';
import { managedPolicy, onManagedChange } from '../shared/managed-policy.ts';
import { forgetFocusRun } from '../shared/focus-run-key.ts';
import { forgetRevealReasons } from '../shared/reveal-reasons.ts';
import { clearSessionVault, readSessionVault } from '../shared/session-vault.ts';
import { forgetAllCaptures } from './pending-captures.ts';
import { refreshPortals } from './portal-tabs.ts';
import { stopRedating } from './redate.ts';
import { openStore } from './services.ts';
import { sweepSoon } from './sweep.ts';

/**
 * Registers what locks by itself: nobody at the computer for the practice's number of minutes, or the system's own lock.
 * A browser that closes locks too, because the session area goes with it.
 */
export function startLocking(): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state === 'idle' || state === 'locked') void lockVault('idle');
  });
  onManagedChange(() => void followIdleSetting());
  void keepSessionPrivate();
  void followIdleSetting();
}

/** Said aloud although it is the default: no content script may ever read the area that holds the key. */
async function keepSessionPrivate(): Promise<void> {
  const { session } = browser.storage as unknown as { session: { setAccessLevel?: (options: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> } };
  await session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }); // Firefox has no such method and never shows the area to content scripts
}

export async function followIdleSetting(): Promise<void> {
  try {
    const { idleMinutes } = settingsUnderPolicy(await readSettings(await openStore()), await managedPolicy());
    browser.idle.setDetectionInterval(idleMinutes * 60);
  } catch {
    browser.idle.setDetectionInterval(15 * 60); // no store, nothing to protect yet; the sweep says that it failed
  }
}

/** Forgets the key, and every reading of a page with it: nothing personal stays in the session of a locked vault. */
export async function lockVault(why: 'idle' | 'person' | 'practice-mode' | 'restored' | 'client'): Promise<void> {
  stopRedating();
  const session = await readSessionVault();
  await clearSessionVault();
  await forgetRevealReasons();
  await forgetFocusRun();
  await forgetAllCaptures();
  if (session === null) return;
  const { userId } = session;
  session.dataKey.fill(0);
  // A card in a portal page shows a claim: it goes, and the page is asked again, which makes its pill say "locked".
  await refreshPortals('close-card');
  sweepSoon();
  const db = await openStore();
  await withWriter(db, async () => commitChange({ db, vault: null, userId, nowMs: Date.now() }, { command: 'vault:lock', subject: why, outcome: 'done' }, [], () => Promise.resolve()));
}
