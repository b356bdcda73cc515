import { browser } from 'wxt/browser';
import { keepPanelIntent } from '../shared/panel-intent.ts';
import { openPanelNow } from '../shared/open-panel.ts';
import { noteUseLater, tellingReading } from './capture-health.ts';
import { isTraining } from '../shared/training-mode.ts';
import { currentCapture, offerFrames } from './pending-captures.ts';
import { readTabOnce } from './read-tab.ts';
import { openWriteContext } from './services.ts';
import { lockVault } from './vault-lock.ts';

/**
 * The keyboard outside our own pages. The browser opens the popup by itself (`_execute_action`); these are the others.
 * The panel is opened first thing, while the key press still counts as a gesture; what it should show is then left in
 * the session, where it looks when it opens and when that changes.
 */
export function startShortcuts(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'lock') void lockVault('person');
    else if (command === 'log-contact') void openAndSay(openPanelNow(tab?.id, tab?.windowId), async () => keepPanelIntent({ show: 'log-contact', tabId: tab?.id ?? null, captureId: null, atMs: Date.now() }));
    else if (command === 'capture-page' && tab?.id !== undefined) {
      const { id } = tab;
      void openAndSay(openPanelNow(id, tab.windowId), async () => captureFor(id));
    }
  });
}

async function openAndSay(opened: Promise<boolean>, then: () => Promise<void>): Promise<void> {
  await then();
  // Where the panel did not open, the popup is the next best place to read what was left.
  if (!(await opened) && 'openPopup' in browser.action) await browser.action.openPopup().catch(() => undefined); // no window in front: the intent stays for later
}

async function captureFor(tabId: number): Promise<void> {
  let captureId: string | null = null;
  try {
    const ctx = await openWriteContext();
    if (await isTraining()) captureId = (await currentCapture(tabId))?.id ?? null;
    else if (ctx !== null) {
      const { host, frames } = await readTabOnce(tabId);
      const nowMs = Date.now();
      const offers = frames.map(({ frameId, reading, context }) => ({ tabId, frameId, pageId: `once-${nowMs}`, host: frameId === 0 ? host : reading.source, reading, context, nowMs }));
      const { capture } = await offerFrames(offers);
      noteUseLater(ctx, host, capture?.id ?? `once-${nowMs}`, capture?.reading ?? tellingReading(frames));
      captureId = capture?.id ?? null;
    }
  } catch {
    // Hands-off, not a web page, or not let in: the panel asks for itself and shows the reason.
  }
  await keepPanelIntent({ show: 'capture', tabId, captureId, atMs: Date.now() });
}
