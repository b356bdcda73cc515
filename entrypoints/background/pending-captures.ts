import { browser } from 'wxt/browser';
import type { FrameContext } from '../../rules/portals/reader/frame-context.ts';
import { joinFrames } from '../../rules/portals/reader/join-frames.ts';
import type { Reading } from '../../rules/reading/reading.ts';

/**
 * Readings that nobody has saved yet, in the memory-backed session area, by tab. Nothing of a page is kept anywhere else,
 * and none of it while the vault is locked.
 *
 * A tab holds the newest reading of each of its frames. What a person reviews is a capture: a snapshot with an id of its
 * own, which does not change any more once a card has asked for it, however the page moves on beneath.
 */
export type Capture = { id: string; tabId: number; host: string; reading: Reading; atMs: number; served: boolean };

type FrameReading = { frameId: number; pageId: string; host: string; atMs: number; reading: Reading; context: FrameContext | null };
type TabReadings = { topPageId: string | null; frames: FrameReading[]; captureIds: string[] };

/** Snapshots kept per tab: the one in front, and earlier ones that may still be open in a card or the panel. */
const KEPT_PER_TAB = 3;
/** A frame that was read longer ago than this when a new top document appears belonged to the old one. */
const OLD_FRAME_MS = 10_000;

const tabKey = (tabId: number): string => `tab:${tabId}`;
const captureKey = (id: string): string => `capture:${id}`;

/** One change at a time: frames of a tab offer at the same moment, and the session area has no transactions. */
let queue: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work, work);
  queue = turn.catch(() => undefined); // the next in line does not care how this one ended
  return turn;
}

async function readTab(tabId: number): Promise<TabReadings> {
  const key = tabKey(tabId);
  return ((await browser.storage.session.get(key))[key] as TabReadings | undefined) ?? { topPageId: null, frames: [], captureIds: [] };
}

export async function readCapture(id: string): Promise<Capture | null> {
  const key = captureKey(id);
  return ((await browser.storage.session.get(key))[key] as Capture | undefined) ?? null;
}

/** The capture of a tab as it stands now, if the page in it holds claims. */
export async function currentCapture(tabId: number): Promise<Capture | null> {
  const id = (await readTab(tabId)).captureIds.at(-1);
  return id === undefined ? null : readCapture(id);
}

export type FrameOffer = { tabId: number; frameId: number; pageId: string; host: string; reading: Reading; context?: FrameContext | null; nowMs: number };

/** Takes in the reading of one frame (or of several at once) and gives the capture of the whole tab, null where no claim is shown. `changed` when it is not what it was. */
export function offerFrames(offers: readonly FrameOffer[]): Promise<{ capture: Capture | null; changed: boolean }> {
  return inTurn(async () => {
    const [first] = offers;
    if (first === undefined) return { capture: null, changed: false };
    const tab = await readTab(first.tabId);
    for (const offer of offers) takeFrame(tab, offer);
    return settle(first.tabId, tab, first.nowMs);
  });
}

function takeFrame(tab: TabReadings, { frameId, pageId, host, reading, context, nowMs }: FrameOffer): void {
  const isNewTop = frameId === 0 && tab.topPageId !== null && tab.topPageId !== pageId;
  const kept = tab.frames.filter((frame) => frame.frameId !== frameId && !(isNewTop && frame.atMs < nowMs - OLD_FRAME_MS));
  tab.frames = [...kept, { frameId, pageId, host, reading, context: context ?? null, atMs: nowMs }].sort((a, b) => a.frameId - b.frameId);
  if (frameId === 0) tab.topPageId = pageId;
}

async function settle(tabId: number, tab: TabReadings, nowMs: number): Promise<{ capture: Capture | null; changed: boolean }> {
  const reading = joinTab(tab.frames);
  const lastId = tab.captureIds.at(-1);
  const last = lastId === undefined ? null : await readCapture(lastId);
  if (reading.kind === 'none' || reading.claims.length === 0) {
    // An earlier snapshot stays readable for a card that is open, but is no longer what the tab shows.
    tab.captureIds = [...tab.captureIds.filter((id) => id !== ''), ''].slice(-KEPT_PER_TAB);
    await browser.storage.session.set({ [tabKey(tabId)]: tab });
    return { capture: null, changed: last !== null };
  }
  if (last !== null && JSON.stringify(last.reading) === JSON.stringify(reading)) {
    await browser.storage.session.set({ [tabKey(tabId)]: tab });
    return { capture: last, changed: false };
  }
  const host = (tab.frames.find((frame) => frame.reading.claims.length > 0) ?? tab.frames[0])?.host ?? '';
  const continues = last !== null && !last.served && identityOf(last.reading) === identityOf(reading);
  const capture: Capture = { id: continues ? last.id : crypto.randomUUID(), tabId, host, reading, atMs: nowMs, served: false };
  const ids = [...tab.captureIds.filter((id) => id !== '' && id !== capture.id), capture.id];
  await browser.storage.session.remove(ids.slice(0, -KEPT_PER_TAB).map(captureKey));
  tab.captureIds = ids.slice(-KEPT_PER_TAB);
  await browser.storage.session.set({ [tabKey(tabId)]: tab, [captureKey(capture.id)]: capture });
  return { capture, changed: true };
}

const noContext: FrameContext = { patientName: null, memberId: null, claimControlNumber: null, patientControlNumber: null, payer: null, title: null };

/**
 * Which frame stands in which is not known without a further permission (`webNavigation`, which warns of reading the
 * browsing history), so every frame counts as one of the top document.
 */
function joinTab(frames: readonly FrameReading[]): Reading {
  const parts = frames.map(({ frameId, reading, context }) => ({ id: String(frameId), parent: frameId === 0 ? null : '0', reading, context: context ?? noContext }));
  return joinFrames(parts, frames[0]?.host ?? '');
}

/** What makes a reading one of the same claims: values may still come in late under the same capture. */
function identityOf(reading: Reading): string {
  return JSON.stringify(reading.claims.map((claim) => [claim.claimControlNumber?.value, claim.patientControlNumber?.value]));
}

/** Freezes a capture, because somebody looks at it from now on. */
export function serveCapture(id: string): Promise<Capture | null> {
  return inTurn(async () => {
    const capture = await readCapture(id);
    if (capture === null || capture.served) return capture;
    await browser.storage.session.set({ [captureKey(id)]: { ...capture, served: true } });
    return capture;
  });
}

/** A frame was left. When it is the top one, the tab's whole page went away, and every reading of it. */
export function withdrawFrame(tabId: number, frameId: number, pageId: string, nowMs: number): Promise<void> {
  return inTurn(async () => {
    const tab = await readTab(tabId);
    if (!tab.frames.some((frame) => frame.frameId === frameId && frame.pageId === pageId)) return; // said too late: a new page has spoken already
    if (frameId === 0) {
      await forgetTab(tabId, tab);
      return;
    }
    tab.frames = tab.frames.filter((frame) => frame.frameId !== frameId);
    await settle(tabId, tab, nowMs);
  });
}

/** The tab was closed. */
export function forgetTabCaptures(tabId: number): Promise<void> {
  return inTurn(async () => forgetTab(tabId, await readTab(tabId)));
}

async function forgetTab(tabId: number, tab: TabReadings): Promise<void> {
  await browser.storage.session.remove([tabKey(tabId), ...tab.captureIds.map(captureKey)]);
}

/** The vault was locked: no reading of a page outlives that. */
export function forgetAllCaptures(): Promise<void> {
  return inTurn(async () => {
    const keys = Object.keys(await browser.storage.session.get(null));
    await browser.storage.session.remove(keys.filter((key) => key.startsWith('tab:') || key.startsWith('capture:')));
  });
}
