import { browser } from 'wxt/browser';
import { z } from 'zod';
import { joinFrames } from '../../rules/portals/reader/join-frames.ts';
import { portalOfHost, hostNameOf } from '../../rules/portals/terms.ts';
import { termsUnderPolicy } from '../../rules/policy/portal-policy.ts';
import { hookSuggestion, mapPageKind, nameableValue } from '../../rules/portals/maps/trainer-schema.ts';
import type { MapField } from '../../rules/portals/maps/map-fields.ts';
import { layOver } from '../../rules/portals/maps/portal-map.ts';
import type { SlimMap } from '../../rules/portals/maps/portal-map.ts';
import type { CommandReply } from '../../rules/protocol/commands.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { StorageFault } from '../../storage/storage-fault.ts';
import { managedPolicy } from '../shared/managed-policy.ts';
import { isTraining } from '../shared/training-mode.ts';
import { isGranted, parseUrl } from './caller.ts';
import { allowedTab, parseFrame } from './read-tab.ts';
import { parentsInTab } from './frame-tree.ts';
import { layMap, mapForHost } from './page-map.ts';

const TRAINER_FILE = '/portal-trainer.js';
/** The frames the trainer was brought into. */
const framesKey = (tabId: number): string => `trainer-frames:${tabId}`;

/** A page that the trainer may go into: granted for good, and of a portal whose terms allow more than a look. @throws StorageFault */
async function trainable(tabId: number): Promise<{ host: string; frameIds: number[] }> {
  if (await isTraining()) throw new StorageFault('practice-mode');
  const { url, mode, places } = await allowedTab(tabId);
  if (!(await isGranted(url))) throw new StorageFault('portal-not-granted');
  if (mode === 'read-only') throw new StorageFault('not-allowed');
  return { host: url.host, frameIds: places.map(({ frameId }) => frameId) };
}

/** Brings the trainer into the frames of a tab and lists what can be named there. @throws StorageFault */
export async function startTrainer(tabId: number): Promise<CommandReply<'trainer:start'>> {
  const { host, frameIds } = await trainable(tabId);
  const target = { tabId, frameIds };
  await browser.storage.session.set({ [framesKey(tabId)]: frameIds });
  await layMap(target, await mapForHost(host));
  await browser.scripting.executeScript({ target, files: [TRAINER_FILE as never] });
  const lists = await browser.scripting.executeScript({ target, func: () => globalThis.overturnTrainer?.values() ?? null });
  const values: CommandReply<'trainer:start'>['values'] = [];
  let kind: CommandReply<'trainer:start'>['kind'] = null;
  let hidden = 0;
  for (const { frameId, result } of lists) {
    const list = result as { values?: unknown[]; kind?: unknown; hidden?: unknown } | null;
    kind ??= mapPageKind.safeParse(list?.kind).data ?? null;
    if (typeof list?.hidden === 'number') hidden += list.hidden;
    // What a page gives back is outside data like any other.
    for (const one of list?.values ?? []) {
      const parsed = nameableValue.safeParse(one);
      if (parsed.success && values.length < 600) values.push({ ...parsed.data, frameId });
    }
  }
  return { host: hostNameOf(host) ?? '', portal: portalOfHost(host)?.id ?? null, kind, values, hidden };
}

export async function pointInTab(tabId: number): Promise<void> {
  const { frameIds } = await trainable(tabId);
  await browser.storage.session.remove(`trainer-pick:${tabId}`);
  await browser.scripting.executeScript({ target: { tabId, frameIds }, func: () => globalThis.overturnTrainer?.point() });
}

/** Outlines a value of the list on the page. */
export async function showInFrame(tabId: number, frameId: number, n: number | null): Promise<void> {
  await trainable(tabId);
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, func: (at: number | null) => globalThis.overturnTrainer?.show(at), args: [n] });
}

export async function suggestInFrame(tabId: number, frameId: number, n: number, field: MapField): Promise<CommandReply<'trainer:suggest'>> {
  await trainable(tabId);
  const [answer] = await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, func: (at: number, wanted: MapField) => globalThis.overturnTrainer?.suggest(at, wanted) ?? null, args: [n, field] });
  return hookSuggestion.safeParse(answer?.result).data ?? { hook: null, reads: null, why: 'no-anchor' };
}

/** What the whole page gives with this map, frames joined as ever. */
export async function tryInTab(tabId: number, map: SlimMap): Promise<Reading> {
  const { host, frameIds } = await trainable(tabId);
  const laid = layOver(map, await mapForHost(host, { withTrial: false }));
  const answers = await browser.scripting.executeScript({ target: { tabId, frameIds }, func: (wanted: SlimMap) => globalThis.overturnTrainer?.tryMap(wanted) ?? null, args: [laid] });
  const blank = { patientName: null, memberId: null, claimControlNumber: null, patientControlNumber: null, payer: null, title: null };
  // Frames within frames join here as they do when the card is read, or the trial would promise less than the map gives.
  const tree = frameIds.length > 2 ? await parentsInTab(tabId, frameIds) : null;
  return joinFrames(answers.map(({ frameId, result }) => {
    const { reading, context } = parseFrame(result);
    const parent = frameId === 0 ? null : frameIds.length > 2 ? tree?.get(frameId) ?? null : 0;
    return { id: String(frameId), parent: parent?.toString() ?? null, reading, context: context ?? blank };
  }), host);
}

/** Takes the layer off the page. A page that is gone has none, and one that allows no tool gets no script, not even this. */
export async function stopTrainer(tabId: number): Promise<void> {
  await browser.storage.session.remove(`trainer-pick:${tabId}`);
  try {
    const host = parseUrl((await browser.tabs.get(tabId)).url)?.host;
    if (host !== undefined && termsUnderPolicy(await managedPolicy(), host).mode === 'hands-off') return;
    const frameIds = z.array(z.int()).safeParse((await browser.storage.session.get(framesKey(tabId)))[framesKey(tabId)]).data ?? [];
    await browser.storage.session.remove(framesKey(tabId));
    await Promise.allSettled(frameIds.map((frameId) => browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, func: () => globalThis.overturnTrainer?.stop() })));
  } catch {
    // The page was left: its layer went with it.
  }
}
