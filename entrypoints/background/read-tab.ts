import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { FrameContext } from '../../rules/portals/reader/frame-context.ts';
import type { ErrorCode } from '../../rules/protocol/error-codes.ts';
import { portalOfHost, termsForFrames } from '../../rules/portals/terms.ts';
import { blankReading } from '../../rules/reading/blank-reading.ts';
import { frameContextSchema, parseReading } from '../../rules/reading/reading-schema.ts';
import type { Reading, TermsMode } from '../../rules/reading/reading.ts';
import { StorageFault } from '../../storage/storage-fault.ts';
import { isGranted, parseUrl } from './caller.ts';

const READ_ONCE_FILE = '/read-once.js';

export type TabReading = { host: string; mode: TermsMode; granted: boolean; frames: { frameId: number; reading: Reading; context: FrameContext | null }[] };

const refuse = (code: ErrorCode): never => {
  throw new StorageFault(code);
};

/**
 * Reads the page of a tab once, in all frames it may, after the user's gesture (`activeTab`). Nothing stays in the page.
 *
 * @throws StorageFault `portal-hands-off` before anything is injected where the page or a frame of it belongs to such a
 *   portal; `no-claim-here` for pages that are no web pages; `portal-not-granted` where the browser does not let us in.
 */
export async function readTabOnce(tabId: number): Promise<TabReading> {
  const tab = await browser.tabs.get(tabId).catch(() => refuse('not-found'));
  const url = parseUrl(tab.url);
  if (url === null) return refuse('portal-not-granted'); // the browser shows no address without a gesture or a permission
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('no-claim-here');
  const own = termsForFrames([url.host]);
  if (own.mode === 'hands-off') return refuse('portal-hands-off');
  const frameHosts = await hostsOfFrames(tabId);
  const { mode } = termsForFrames([url.host, ...frameHosts]);
  if (mode === 'hands-off') return refuse('portal-hands-off');
  const frames = await readFrames(tabId);
  if (frames.some(({ reading }) => portalOfHost(reading.source)?.mode === 'hands-off')) return refuse('portal-hands-off');
  return { host: url.host, mode, granted: await isGranted(url), frames };
}

/** Where the frames of the top document point, so that a frame of a hands-off portal is seen before anything goes into it. */
async function hostsOfFrames(tabId: number): Promise<string[]> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId },
      func: () => Array.from(document.querySelectorAll('iframe, frame'), (frame) => (frame as HTMLIFrameElement).src).filter((src) => /^https?:/iu.test(src)).map((src) => new URL(src).host),
    });
    return (results[0]?.result) ?? [];
  } catch {
    return refuse('portal-not-granted');
  }
}

async function readFrames(tabId: number): Promise<TabReading['frames']> {
  const results = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [READ_ONCE_FILE as never] });
  // A page can tamper with what runs in its world's DOM, so a result is outside data like any other.
  return results.map(({ frameId, result }) => ({ frameId, ...parseFrame(result) })).sort((a, b) => a.frameId - b.frameId);
}

const frameShape = z.object({ reading: z.unknown(), context: frameContextSchema });

/** A frame's answer: a reading with what it lends to others, or a bare reading. */
function parseFrame(result: unknown): { reading: Reading; context: FrameContext | null } {
  const both = frameShape.safeParse(result);
  const reading = parseReading(both.success ? both.data.reading : result) ?? blankReading('');
  return { reading, context: both.success ? (both.data.context as FrameContext) : null };
}
