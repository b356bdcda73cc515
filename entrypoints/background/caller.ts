import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import type { Sender } from '../../rules/protocol/commands.ts';
import type { TermsMode } from '../../rules/reading/reading.ts';
import { isRefused, termsUnderPolicy } from '../../rules/policy/portal-policy.ts';
import { termsForFrames } from '../../rules/portals/terms.ts';
import { TRAINING_HOST } from '../../rules/training/training-practice.ts';
import { managedPolicy } from '../shared/managed-policy.ts';
import { isTraining } from '../shared/training-mode.ts';

/** Who sends a command, as the browser (not the message) says. */
export type Caller =
  | { kind: 'page' }
  | { kind: 'card'; tabId: number }
  | { kind: 'portal'; tabId: number; frameId: number; host: string; mode: Exclude<TermsMode, 'hands-off' | 'unknown'>; isTrainingPortal?: true };

/** The one page of ours that may stand in a frame of a portal. */
const CARD_PATH = '/review.html';
/** Our own page that plays a portal in practice mode; its script has the rights of a portal's and no others. */
const TRAINING_PORTAL_PATH = '/training-portal.html';

/**
 * Who this is, or null for anybody who has no business here: another extension, a framed page of ours other than the
 * card, a script in a page whose host was not granted or is hands-off.
 */
export async function callerOf(sender: Browser.runtime.MessageSender): Promise<Caller | null> {
  if (sender.id !== browser.runtime.id || sender.url === undefined) return null;
  const kind = ownPageKind(sender);
  if (kind === 'page' && parseUrl(sender.url)?.pathname === TRAINING_PORTAL_PATH) {
    return (await isTraining()) && sender.tab?.id !== undefined ? { kind: 'portal', tabId: sender.tab.id, frameId: 0, host: TRAINING_HOST, mode: 'assisted', isTrainingPortal: true } : null;
  }
  if (kind === 'page') return { kind };
  if (kind === 'card') return sender.tab?.id === undefined ? null : { kind, tabId: sender.tab.id };
  return kind === 'stranger' ? portalCaller(sender) : null;
}

/** What the sender's address alone says; synchronous, for the few things that must happen within a user's gesture. */
export function ownPageKind(sender: Browser.runtime.MessageSender): 'page' | 'card' | 'stranger' | 'refused' {
  const url = parseUrl(sender.url);
  if (url === null) return 'stranger'; // about:blank and the like: a frame of a portal
  if (!isOwnOrigin(url)) return 'stranger';
  const isFramed = sender.tab !== undefined && sender.frameId !== 0;
  if (url.pathname === CARD_PATH) return isFramed ? 'card' : 'refused';
  return isFramed ? 'refused' : 'page';
}

/**
 * Whether a sender may have the side panel opened, as far as this can be told without waiting: a page of ours, or a
 * script in a tab no host of which is read-only or hands-off. Whether the browser still holds the permission is
 * asked after; a panel shows nothing but our own page.
 */
export function mayOpenPanelNow(sender: Browser.runtime.MessageSender, from: readonly Sender[]): boolean {
  const kind = ownPageKind(sender);
  if (kind !== 'stranger') return kind !== 'refused' && from.includes(kind);
  if (!from.includes('portal') || sender.tab?.id === undefined || sender.frameId === undefined) return false;
  const hosts = [sender.url, sender.origin, sender.tab.url].map(parseUrl).filter((url) => url?.protocol === 'https:' || url?.protocol === 'http:').map((url) => url?.host ?? '');
  const { mode } = termsForFrames(hosts);
  return hosts.length > 0 && (mode === 'assisted' || mode === 'unknown');
}

/** `use_dynamic_url` gives a framed page another host name than the extension's id; the scheme is what no web page can have. */
function isOwnOrigin(url: URL): boolean {
  return url.protocol === new URL(browser.runtime.getURL('/')).protocol;
}

async function portalCaller(sender: Browser.runtime.MessageSender): Promise<Caller | null> {
  const { tab, frameId } = sender;
  // A frame without an address of its own (about:blank, srcdoc) has the origin of the page that made it.
  const url = [sender.url, sender.origin].map(parseUrl).find((candidate) => candidate?.protocol === 'https:' || candidate?.protocol === 'http:') ?? null;
  if (url === null || tab?.id === undefined || frameId === undefined) return null;
  if (!(await isGranted(url))) return null;
  const top = parseUrl(tab.url);
  const policy = await managedPolicy();
  const { mode } = termsUnderPolicy(policy, top?.host ?? url.host, [url.host]);
  if (mode === 'hands-off' || isRefused(policy, url.host)) return null;
  // A host no register knows, granted by the practice, is treated like one whose terms allow the reader.
  return { kind: 'portal', tabId: tab.id, frameId, host: url.host, mode: mode === 'read-only' ? 'read-only' : 'assisted' };
}

/** Whether the browser holds a lasting permission for the host of an address. */
export async function isGranted(url: URL): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] });
}

export function parseUrl(text: string | undefined): URL | null {
  return text === undefined ? null : URL.parse(text);
}

/** Whether a command that names its senders may come from this one. */
export function mayAsk(from: readonly Sender[], caller: Caller): boolean {
  return from.includes(caller.kind);
}
