import { browser } from 'wxt/browser';
import { portalHosts } from '../../../rules/portals/registry/portal-hosts.ts';
import { portalOfHost, termsForHost } from '../../../rules/portals/terms.ts';
import { sendCommand } from '../send-command.ts';

/** A portal the practice may allow for good: what it is called and what the browser is asked for. */
export type GrantOffer = { name: string; origins: string[] };

const WANTED = 'wanted-origins';

/** What to ask for a host: the portal's own hosts and its frames' where the register knows it, else that host alone; null where the terms forbid more than a look. */
export function grantOfferFor(host: string): GrantOffer | null {
  const { mode } = termsForHost(host);
  if (mode === 'hands-off' || mode === 'read-only') return null;
  const portal = portalOfHost(host);
  const known = portalHosts.find((one) => one.id === portal?.id);
  if (known === undefined) return /^[a-z0-9.-]+$/iu.test(host) && host.includes('.') ? { name: host, origins: [`https://${host}/*`] } : null;
  return { name: known.name, origins: [...known.hosts, ...known.frameHosts].map((one) => `https://${one}/*`) };
}

/**
 * Asks the browser for a portal, then tells the background. Must be the first thing a press does, or the browser no longer counts it as
 * one. The prompt can close a popup before the answer comes: what was asked is noted, and `finishGrant` ends it when the page opens next.
 */
export async function askForGrant({ origins }: GrantOffer): Promise<boolean> {
  const answer = browser.permissions.request({ origins });
  void browser.storage.session.set({ [WANTED]: origins });
  const isGiven = await answer;
  await browser.storage.session.remove(WANTED);
  return isGiven && (await sendCommand('portal:granted', { origins })).ok;
}

/** Ends a grant whose answer this page did not live to see. */
export async function finishGrant(): Promise<void> {
  const origins = (await browser.storage.session.get(WANTED))[WANTED] as string[] | undefined;
  if (origins === undefined) return;
  await browser.storage.session.remove(WANTED);
  if (await browser.permissions.contains({ origins })) await sendCommand('portal:granted', { origins });
}
