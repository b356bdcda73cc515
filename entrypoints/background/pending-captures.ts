import { browser } from 'wxt/browser';
import type { FrameContext } from '../../rules/portals/reader/frame-context.ts';
import { joinFrames } from '../../rules/portals/reader/join-frames.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { PANEL_INTENT_KEY } from '../shared/panel-intent.ts';
import { endingKey } from '../shared/session-ending.ts';
import { readSessionVault } from '../shared/session-vault.ts';
import { parentsInTab } from './frame-tree.ts';

/**
 * Readings that nobody has saved yet, in the memory-backed session area, by tab. Nothing of a page is kept anywhere else,
 * and none of it while the vault is locked.
 *
 * A tab holds the newest reading of each of its frames. What a person reviews is a capture: a snapshot with an id of its
 * own, which does not change any more once a card has asked for it, however the page moves on beneath.
 */
export type Capture = { id: string; tabId: number; host: string; reading: Reading; atMs: number; served: boolean };

export type FrameReading = { frameId: number; pageId: string; host: string; atMs: number; reading: Reading; context: FrameContext | null };
/** A capture somebody works on. In the page of the portal (`card`) it ends with that page; in a page of ours it does not. */
type Held = { id: string; by: 'card' | 'page'; atMs: number };
type TabReadings = { topPageId: string | null; frames: FrameReading[]; captureIds: string[] };

/** Snapshots kept per tab: the one in front, and earlier ones that may still be open in a card or the panel. */
const KEPT_PER_TAB = 3;
/** Captures under review at a time, over all tabs, and how long one is waited for. */
const MOST_HELD = 12;
const HELD_MS = 12 * 3_600_000;
const HELD_KEY = 'held-captures';
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
    // Asked again here: the vault may have been locked while this waited, and what locking swept away must not come back.
    if (first === undefined || (await readSessionVault()) === null) return { capture: null, changed: false };
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
  const reading = await joinTab(tabId, tab.frames);
  const lastId = tab.captureIds.at(-1);
  const last = lastId === undefined ? null : await readCapture(lastId);
  if (reading.claims.length === 0 && reading.member === undefined) {
    // An earlier snapshot stays readable for a card that is open, but is no longer what the tab shows.
    await keepIds(tab, [...tab.captureIds.filter((id) => id !== ''), '']);
    await browser.storage.session.set({ [tabKey(tabId)]: tab });
    return { capture: null, changed: last !== null };
  }
  if (last !== null && JSON.stringify(last.reading) === JSON.stringify(reading)) {
    await browser.storage.session.set({ [tabKey(tabId)]: tab });
    return { capture: last, changed: false };
  }
  const host = (tab.frames.find((frame) => frame.reading.claims.length > 0) ?? tab.frames.find((frame) => reading.claims.length === 0 && frame.reading.member !== undefined) ?? tab.frames[0])?.host ?? '';
  const continues = last !== null && !last.served && goesOn(last.reading, reading);
  const capture: Capture = { id: continues ? last.id : crypto.randomUUID(), tabId, host, reading, atMs: nowMs, served: false };
  await keepIds(tab, [...tab.captureIds.filter((id) => id !== '' && id !== capture.id), capture.id]);
  await browser.storage.session.set({ [tabKey(tabId)]: tab, [captureKey(capture.id)]: capture });
  return { capture, changed: true };
}

/** Keeps the newest snapshots of a tab, and of the others only what somebody has open. */
async function keepIds(tab: TabReadings, ids: readonly string[]): Promise<void> {
  const held = new Set((await readHeld()).map(({ id }) => id));
  await removeCaptures(ids.slice(0, -KEPT_PER_TAB).filter((id) => !held.has(id)));
  tab.captureIds = ids.slice(-KEPT_PER_TAB);
}

async function removeCaptures(ids: readonly string[]): Promise<void> {
  const keys = ids.filter((id) => id !== '').map(captureKey);
  if (keys.length > 0) await browser.storage.session.remove(keys);
}

async function readHeld(): Promise<Held[]> {
  return ((await browser.storage.session.get(HELD_KEY))[HELD_KEY] as Held[] | undefined) ?? [];
}

/** Writes who is held now; a capture that is held no longer and that its tab does not show any more is removed. */
async function writeHeld(before: readonly Held[], after: readonly Held[]): Promise<void> {
  if (after.length === 0) await browser.storage.session.remove(HELD_KEY);
  else await browser.storage.session.set({ [HELD_KEY]: after });
  for (const { id } of before.filter((one) => !after.some((other) => other.id === one.id))) {
    const capture = await readCapture(id);
    if (capture !== null && !(await readTab(capture.tabId)).captureIds.includes(id)) await removeCaptures([id]);
  }
}

const noContext: FrameContext = { patientName: null, memberId: null, claimControlNumber: null, patientControlNumber: null, payer: null, title: null };

/** Two frames can only be one in the other; of more, the browser is asked how they stand. Where it does not say, none lends anything to another. */
async function joinTab(tabId: number, frames: readonly FrameReading[]): Promise<Reading> {
  const mayNest = frames.length > 2 && frames.some(({ frameId, reading }) => frameId !== 0 && reading.kind !== 'none');
  const tree = mayNest ? await parentsInTab(tabId, frames.map(({ frameId }) => frameId)) : null;
  const parentOf = (frameId: number): number | null => (frameId === 0 ? null : mayNest ? (tree?.get(frameId) ?? null) : 0);
  const parts = frames.map(({ frameId, reading, context }) => ({ id: String(frameId), parent: parentOf(frameId)?.toString() ?? null, reading, context: context ?? noContext }));
  return joinFrames(parts, frames[0]?.host ?? '');
}

/** Whether a reading is the same one further on: values come in late, and a list grows while somebody scrolls. */
function goesOn(before: Reading, now: Reading): boolean {
  if (before.member?.kind !== now.member?.kind || before.member?.values.memberId?.value !== now.member?.values.memberId?.value || before.member?.values.number?.value !== now.member?.values.number?.value) return false;
  const known = new Set(now.claims.map(identityOf));
  return before.kind === now.kind && before.claims.every((claim) => known.has(identityOf(claim))) && (now.kind === 'claim-list' || before.claims.length === now.claims.length);
}

function identityOf(claim: Reading['claims'][number]): string {
  return JSON.stringify([claim.claimControlNumber?.value, claim.patientControlNumber?.value]);
}

/** The frames of a tab that were read, the top one first. */
export async function framesOfTab(tabId: number): Promise<readonly FrameReading[]> {
  return (await readTab(tabId)).frames;
}

/**
 * Freezes a capture, because somebody looks at it from now on. It is kept until it is saved or closed, the vault is
 * locked, or nobody came back to it for hours; one in a card of the portal page goes with that page.
 */
export function serveCapture(id: string, by: Held['by'], nowMs: number): Promise<Capture | null> {
  return inTurn(async () => {
    const capture = await readCapture(id);
    if (capture === null) return null;
    const before = await readHeld();
    const isOurs = by === 'page' || before.some((one) => one.id === id && one.by === 'page');
    const others = before.filter((one) => one.id !== id && nowMs - one.atMs < HELD_MS);
    const served = { ...capture, served: true };
    if (!capture.served) await browser.storage.session.set({ [captureKey(id)]: served });
    await writeHeld(before, [...others, { id, by: isOurs ? ('page' as const) : by, atMs: nowMs }].slice(-MOST_HELD));
    return served;
  });
}

/** Nobody works on it any more: it was saved or closed. The page in front of its tab may still offer it. */
export function releaseCapture(id: string): Promise<void> {
  return inTurn(async () => {
    const before = await readHeld();
    await writeHeld(before, before.filter((one) => one.id !== id));
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
  return inTurn(async () => {
    await forgetTab(tabId, await readTab(tabId));
    await browser.storage.session.remove(endingKey(tabId));
  });
}

async function forgetTab(tabId: number, tab: TabReadings): Promise<void> {
  await browser.storage.session.remove(tabKey(tabId));
  const before = await readHeld();
  // A card in the page went with the page, whichever snapshot it showed; a review in the side panel goes on.
  const kept: Held[] = [];
  for (const one of before) if (one.by === 'page' || (await readCapture(one.id))?.tabId !== tabId) kept.push(one);
  if (kept.length < before.length) await writeHeld(before, kept);
  await removeCaptures(tab.captureIds.filter((id) => !kept.some((one) => one.id === id)));
}

/** The vault was locked: no reading of a page outlives that. */
export function forgetAllCaptures(): Promise<void> {
  return inTurn(async () => {
    const keys = Object.keys(await browser.storage.session.get(null));
    await browser.storage.session.remove(keys.filter((key) => key === HELD_KEY || key.startsWith('tab:') || key.startsWith('capture:') || key.startsWith('trainer-pick:') || key === PANEL_INTENT_KEY));
  });
}
