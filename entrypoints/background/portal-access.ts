import { browser } from 'wxt/browser';
import type { ManagedPolicy } from '../../rules/policy/managed-policy-schema.ts';
import { deniedMatches, isRefused, mayRegisterUnder } from '../../rules/policy/portal-policy.ts';
import { mayRegister, neverMatches } from '../../rules/portals/script-matches.ts';
import { listPortalGrants } from '../../storage/portal-grants.ts';
import { managedPolicy, onManagedChange } from '../shared/managed-policy.ts';
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
 * the terms and the organization allow. Run at every start, because a registration can be lost with an update (w3c/webextensions/issues/406).
 */
export async function registerPortalScripts(): Promise<void> {
  const turn = registering.then(bringRegistrationUpToDate, bringRegistrationUpToDate);
  registering = turn.catch(() => undefined); // the next one in line does not care how this one ended
  return turn;
}

/** One after the other: the start, a grant and a changed policy may come at once, and a second registration of the same script is refused by the browser. */
let registering: Promise<unknown> = Promise.resolve();

async function bringRegistrationUpToDate(): Promise<void> {
  const policy = await managedPolicy();
  const granted = (await listPortalGrants(await openPracticeStore())).map((grant) => grant.origin);
  const wanted = [...new Set([...granted, ...(__OVERTURN_BUILD__ === 'demo' ? DEMO_ORIGINS : [])])].filter((origin) => mayRegister(origin) && mayRegisterUnder(policy, origin)).sort();
  const permitted = await Promise.all(wanted.map(async (origin) => browser.permissions.contains({ origins: [origin] })));
  const matches = wanted.filter((_origin, at) => permitted[at] === true);
  const [present] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (present !== undefined) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = { id: SCRIPT_ID, js: [SCRIPT_FILE], matches, excludeMatches: [...new Set([...neverMatches(), ...deniedMatches(policy)])].sort(), allFrames: true, matchOriginAsFallback: true, runAt: 'document_idle' as const, persistAcrossSessions: true };
  if (present === undefined) await browser.scripting.registerContentScripts([script]);
  else if (placesOf(present) !== placesOf(script)) await browser.scripting.updateContentScripts([script]);
}

/** What a registration reaches and what it leaves out, to compare. */
function placesOf({ matches, excludeMatches }: { matches?: readonly string[] | undefined; excludeMatches?: readonly string[] | undefined }): string {
  return JSON.stringify([[...(matches ?? [])].sort(), [...(excludeMatches ?? [])].sort()]);
}

/** Registers what follows the browser's own list of permissions, and brings the registrations up to date. */
export function startPortalAccess(): void {
  browser.permissions.onRemoved.addListener(() => void bringUpToDate());
  onManagedChange(() => void bringUpToDate());
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
async function couldEnterForbidden(policy: ManagedPolicy): Promise<boolean> {
  // A list of the only ones allowed forbids all others: then only the top document, whose host was looked at, is entered.
  if (policy.portalsAllowed !== null) return true;
  const answers = await Promise.all([...neverMatches(), ...deniedMatches(policy)].map((pattern) => browser.permissions.contains({ origins: [pattern.replace('*:', 'https:')] })));
  return answers.includes(true);
}

/**
 * Brings the script into pages that were open when their portal was granted; a registration reaches new pages only. Into all their frames,
 * unless one of them could be of a portal that forbids it: then into the top document, and the frames get it when they are loaded next.
 */
export async function startInOpenTabs(origins: readonly string[]): Promise<void> {
  const policy = await managedPolicy();
  const allowed = origins.filter((origin) => mayRegister(origin) && mayRegisterUnder(policy, origin));
  if (allowed.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...allowed] });
  const reach = (await couldEnterForbidden(policy)) ? { frameIds: [0] } : { allFrames: true };
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
  if (isRefused(await managedPolicy(), host)) return false;
  try {
    await layMap({ tabId, frameIds: [frameId] }, await mapForHost(host));
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [READER_FILE as never] });
    return true;
  } catch {
    return false; // the frame was left while it asked
  }
}
