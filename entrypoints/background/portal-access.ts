import { browser } from 'wxt/browser';
import { portalHosts } from '../../rules/portals/registry/portal-hosts.ts';
import { hostMatches, termsForHost } from '../../rules/portals/terms.ts';
import { listPortalGrants } from '../../storage/portal-grants.ts';
import { openStore } from './services.ts';

declare const __OVERTURN_BUILD__: string;

const SCRIPT_ID = 'payer-portal';
const SCRIPT_FILE = 'content-scripts/payer-portal.js';
/** The demo and test build carries this permission in its manifest; the store build has no such entry. */
const DEMO_ORIGINS = ['http://127.0.0.1/*', 'http://localhost/*'];

/** The host a match pattern names, `*.` taken off; null for a pattern wider than one host. */
export function hostOfPattern(origin: string): string | null {
  const host = /^https?:\/\/(?:\*\.)?([a-z0-9.-]+)(?::\d+)?\/\*$/u.exec(origin)?.[1];
  return host === undefined || (!host.includes('.') && host !== 'localhost') ? null : host;
}

/**
 * Whether a script may be registered for a pattern: its host is not one whose terms forbid it, and no such host lies
 * below it. A host nobody knows counts as allowed once the practice has granted it.
 */
export function mayRegister(origin: string): boolean {
  const host = hostOfPattern(origin);
  if (host === null || !isAssisted(host)) return false;
  if (!origin.includes('//*.')) return true;
  return portalHosts.every((portal) => portal.mode === 'assisted' || [...portal.hosts, ...portal.frameHosts].every((pattern) => !hostMatches(`*.${host}`, pattern.replace(/^\*\./u, ''))));
}

function isAssisted(host: string): boolean {
  const { mode } = termsForHost(host);
  return mode === 'assisted' || mode === 'unknown';
}

/** Patterns no registration of ours ever touches, whatever is granted: belt to the braces of `mayRegister`. */
function neverMatches(): string[] {
  return portalHosts.filter((portal) => portal.mode !== 'assisted').flatMap((portal) => [...portal.hosts, ...portal.frameHosts]).map((host) => `*://${host}/*`);
}

/**
 * Makes the registered scripts what the grants say: those origins the practice granted, the browser still permits, and
 * the terms allow. Run at every start, because a registration can be lost with an update (w3c/webextensions/issues/406).
 */
export async function registerPortalScripts(): Promise<void> {
  const granted = (await listPortalGrants(await openStore())).map((grant) => grant.origin);
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

/** Brings the script into pages that were open when their portal was granted; a registration reaches new pages only. */
export async function startInOpenTabs(origins: readonly string[]): Promise<void> {
  const allowed = origins.filter(mayRegister);
  if (allowed.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...allowed] });
  await Promise.all(tabs.map(async ({ id }) => {
    if (id === undefined) return;
    try {
      await browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [`/${SCRIPT_FILE}` as never] });
    } catch {
      // An error page or a discarded tab: it gets the script when it is loaded next.
    }
  }));
}
