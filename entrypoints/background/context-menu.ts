import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import { openPanelNow } from '../shared/open-panel.ts';
import { keepPanelIntent } from '../shared/panel-intent.ts';
import { isTraining } from '../shared/training-mode.ts';
import { readSelection } from './read-selection.ts';
import { openWriteContext } from './services.ts';

const ITEM = 'capture-selection';
const MOST_TEXT = 200_000;

/**
 * The way in that works on every page, whatever else fails: select, right mouse button. The text goes into the paste box of the side panel.
 * On a portal that allows no tool nothing of ours goes into the page: the browser itself hands over the selected words, without their lines.
 */
export function startContextMenu(): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => browser.contextMenus.create({ id: ITEM, title: 'Capture selected text with Overturn', contexts: ['selection'] }));
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== ITEM || tab?.id === undefined) return;
    // First of all, while the click counts as a gesture.
    const opened = openPanelNow(tab.id, tab.windowId);
    void captureSelection(info, tab.id, opened);
  });
}

async function captureSelection(info: Browser.contextMenus.OnClickData, tabId: number, opened: Promise<boolean>): Promise<void> {
  const given = await selectionOf(info, tabId);
  // Real pages have no place in practice mode.
  const isOpen = !(await isTraining()) && (await openWriteContext()) !== null;
  // While locked nothing of a page is kept: the panel asks for the passphrase, the box stays empty.
  await keepPanelIntent({ show: 'paste', tabId, captureId: null, atMs: Date.now(), ...(isOpen ? given : {}) });
  if (!(await opened) && 'openPopup' in browser.action) await browser.action.openPopup().catch(() => undefined); // no window in front: the intent stays for later
}

async function selectionOf(info: Browser.contextMenus.OnClickData, tabId: number): Promise<{ text: string; html: string | null }> {
  try {
    return await readSelection(tabId, info.frameId ?? null);
  } catch {
    // Hands-off, or a page no script gets into: the words the browser gives are all there is.
    return { text: (info.selectionText ?? '').slice(0, MOST_TEXT), html: null };
  }
}
