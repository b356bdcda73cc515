import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import { z } from 'zod';
import type { FrameContext } from '../../rules/portals/reader/frame-context.ts';
import type { ErrorCode } from '../../rules/protocol/error-codes.ts';
import { isRefused, termsUnderPolicy } from '../../rules/policy/portal-policy.ts';
import { portalOfHost } from '../../rules/portals/terms.ts';
import { blankReading } from '../../rules/reading/blank-reading.ts';
import { frameContextSchema, parseReading } from '../../rules/reading/reading-schema.ts';
import type { Reading, TermsMode } from '../../rules/reading/reading.ts';
import { StorageFault } from '../../storage/storage-fault.ts';
import type { SlimMap } from '../../rules/portals/maps/portal-map.ts';
import { managedPolicy } from '../shared/managed-policy.ts';
import { isGranted, parseUrl } from './caller.ts';
import { mapForHost } from './page-map.ts';

const READ_ONCE_FILE = '/read-once.js';

export type TabReading = { host: string; mode: TermsMode; granted: boolean; frames: { frameId: number; reading: Reading; context: FrameContext | null }[] };

const refuse = (code: ErrorCode): never => {
  throw new StorageFault(code);
};

/**
 * Reads the page of a tab once, in all frames it may, after the user's gesture (`activeTab`). Nothing stays in the page.
 *
 * The frames are asked where they stand before the reader goes in, and the reader asks itself once more.
 *
 * @throws StorageFault `portal-hands-off` before anything is injected where the page or a frame of it belongs to such a
 *   portal; `no-claim-here` for pages that are no web pages; `portal-not-granted` where the browser does not let us in.
 */
export async function readTabOnce(tabId: number): Promise<TabReading> {
  const { url, mode, places } = await allowedTab(tabId);
  const frames = await readFrames(tabId, places.map(({ frameId }) => frameId), await mapForHost(url.host));
  if (frames.some(({ reading }) => reading.terms === 'hands-off' || portalOfHost(reading.source)?.mode === 'hands-off')) return refuse('portal-hands-off');
  return { host: url.host, mode, granted: await isGranted(url), frames };
}

/**
 * The page of a tab, if a script of ours may go into it at all, with the frames it may go into.
 * @throws StorageFault as `readTabOnce`
 */
export async function allowedTab(tabId: number): Promise<{ url: URL; mode: Exclude<TermsMode, 'hands-off'>; places: { frameId: number; hosts: string[] }[] }> {
  const tab = await browser.tabs.get(tabId).catch(() => refuse('not-found'));
  const url = parseUrl(tab.url);
  if (url === null) return refuse('portal-not-granted'); // the browser shows no address without a gesture or a permission
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('no-claim-here');
  const policy = await managedPolicy();
  if (isRefused(policy, url.host)) return refuse('policy-forbids');
  if (termsUnderPolicy(policy, url.host).mode === 'hands-off') return refuse('portal-hands-off');
  if (termsUnderPolicy(policy, url.host, await hostsOfFrames(tabId)).mode === 'hands-off') return refuse('portal-hands-off');
  const all = await placesOfFrames(tabId);
  const { mode } = termsUnderPolicy(policy, url.host, all.flatMap(({ hosts }) => hosts));
  // A frame whose host the organization does not list is left alone, like one that is not there.
  const places = all.filter(({ frameId, hosts }) => frameId === 0 || hosts[0] === '' || !isRefused(policy, hosts[0] ?? ''));
  if (mode === 'hands-off') return refuse('portal-hands-off');
  return { url, mode, places };
}

const hostList = z.array(z.string().max(300)).max(2000);

/** Where the frames of the top document point, so that a frame of a hands-off portal is seen before anything goes into it. */
async function hostsOfFrames(tabId: number): Promise<string[]> {
  const [top] = await ask({ tabId }, () => {
    const hosts: string[] = [];
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot !== null) look(element.shadowRoot);
        const url = element.matches('iframe, frame') ? URL.parse(element.getAttribute('src') ?? '', document.baseURI) : null;
        if (url?.protocol === 'https:' || url?.protocol === 'http:') hosts.push(url.host);
      }
    };
    look(document);
    return hosts;
  });
  return top?.hosts ?? [];
}

/** Where each frame says it stands, frames within frames included: own host and those around it. */
async function placesOfFrames(tabId: number): Promise<{ frameId: number; hosts: string[] }[]> {
  return ask({ tabId, allFrames: true }, () => [location.origin, ...Array.from(location.ancestorOrigins as DOMStringList | undefined ?? [])].map((origin) => URL.parse(origin)?.host ?? ''));
}

/** Runs a question that looks at no content of the page; what comes back is outside data like any other. */
async function ask(target: Browser.scripting.InjectionTarget, func: () => string[]): Promise<{ frameId: number; hosts: string[] }[]> {
  const results = await browser.scripting.executeScript({ target, func }).catch(() => refuse('portal-not-granted'));
  return results.map(({ frameId, result }) => ({ frameId, hosts: hostList.safeParse(result ?? []).data ?? refuse('no-claim-here') }));
}

/** By number, so that a frame that came after the question is left alone. */
async function readFrames(tabId: number, frameIds: number[], map: SlimMap | null): Promise<TabReading['frames']> {
  if (map !== null) await browser.scripting.executeScript({ target: { tabId, frameIds }, func: layMapOnce, args: [map] }).catch(() => refuse('no-claim-here'));
  const results = await browser.scripting.executeScript({ target: { tabId, frameIds }, files: [READ_ONCE_FILE as never] }).catch(() => refuse('no-claim-here')); // a frame was left meanwhile
  // A page can tamper with what runs in its world's DOM, so a result is outside data like any other.
  return results.map(({ frameId, result }) => ({ frameId, ...parseFrame(result) })).sort((a, b) => a.frameId - b.frameId);
}

/** Runs in the frame: where `read-once.ts` looks for the map of this host. */
function layMapOnce(map: SlimMap): void {
  globalThis.overturnMapOnce = map;
}

const frameShape = z.object({ reading: z.unknown(), context: frameContextSchema });

/** A frame's answer: a reading with what it lends to others, or a bare reading. */
export function parseFrame(result: unknown): { reading: Reading; context: FrameContext | null } {
  const both = frameShape.safeParse(result);
  const reading = parseReading(both.success ? both.data.reading : result) ?? blankReading('');
  return { reading, context: both.success ? (both.data.context as FrameContext) : null };
}
