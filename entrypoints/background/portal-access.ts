import { browser } from 'wxt/browser';
import { mayRegister, neverMatches } from '../../rules/portals/script-matches.ts';
import { listPortalGrants } from '../../storage/portal-grants.ts';
import { layMap, mapForHost } from './page-map.ts';
import { openPracticeStore } from './services.ts';

declare const __OVERTURN_BUILD__: string;

const SCRIPT_ID = 'payer-portal';
const SCRIPT_FILE = 'content-scripts/payer-portal.js';
const READER_FILE = '/portal-reader.js';
/** The demo and test build carries this permission in its manifest; the store build has no such entry. */
const DEMO_ORIGINS = ['http://127.0.0.1/*', 'http://localhost/*'];

/**
 * Makes the registered scripts what the grants say: those origins the practice granted, the browser still permits, and
 * the terms allow. Run at every start, because a registration can be lost with an update (w3c/webextensions/issues/406).
 */
export async function registerPortalScripts(): Promise<void> {
  const granted = (await listPortalGrants(await openPracticeStore())).map((grant) => grant.origin);
  const wanted = [...new Set([...granted, ...(__OVERTURN_BUILD__ === 'demo' ? DEMO_ORIGINS : [])])].filter(mayRegister).sort();
  const permitted = await Promise.all(wanted.map(async (origin) => browser.permissions.contains({ origins: [origin] })));
  const matches = wanted.filter((_origin, at) => permitted[at] === true);
  const [present] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (present !== undefined) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = { id: SCRIPT_ID, js: [SCRIPT_FILE], matches, excludeMatches: neverMatches(), allFrames: true, matchOriginAsFallback: true, runAt: 'document_idle' as const, persistAcrossSessions: true };
  if (present === undefined) await browser.scripting.registerContentScripts([script]);
  else if (JSON.stringify([...(present.matches ?? [])].sort()) !== JSON.stringify(matches)) await browser.scripting.updateContentScripts([script]);
}

/** Registers what follows the browser's own list of permissions, and brings the registrations up to date. */
export function startPortalAccess(): void {
  browser.permissions.onRemoved.addListener(() => void bringUpToDate());
  void bringUpToDate();
}

async function bringUpToDate(): Promise<void> {
  try {
    await registerPortalScripts();
  } catch {
    // No store yet or a browser busy with an update: the next start tries again, and nothing is registered meanwhile.
  }
}

/** Whether the browser itself would let us into a portal where no script of ours may stand: only where somebody allowed all sites, or just that one. */
async function couldEnterForbidden(): Promise<boolean> {
  const answers = await Promise.all(neverMatches().map((pattern) => browser.permissions.contains({ origins: [pattern.replace('*:', 'https:')] })));
  return answers.includes(true);
}

/**
 * Brings the script into pages that were open when their portal was granted; a registration reaches new pages only. Into all their frames,
 * unless one of them could be of a portal that forbids it: then into the top document, and the frames get it when they are loaded next.
 */
export async function startInOpenTabs(origins: readonly string[]): Promise<void> {
  const allowed = origins.filter(mayRegister);
  if (allowed.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...allowed] });
  const reach = (await couldEnterForbidden()) ? { frameIds: [0] } : { allFrames: true };
  await Promise.all(tabs.map(async ({ id }) => {
    if (id === undefined) return;
    try {
      await browser.scripting.executeScript({ target: { tabId: id, ...reach }, files: [`/${SCRIPT_FILE}` as never] });
    } catch {
      // An error page or a discarded tab: it gets the script when it is loaded next.
    }
  }));
}

/** Brings the reader into one frame that asked for it, and the map of its host beside it. False where the frame is gone by now. */
export async function bringReader(tabId: number, frameId: number, host: string): Promise<boolean> {
  try {
    await layMap({ tabId, frameIds: [frameId] }, await mapForHost(host));
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [READER_FILE as never] });
    return true;
  } catch {
    return false; // the frame was left while it asked
  }
}
