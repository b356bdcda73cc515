import { browser } from 'wxt/browser';
import { mapServes } from '../../../rules/portals/maps/map-serves.ts';
import { slimMap } from '../../../rules/portals/maps/portal-map.ts';
import type { PortalMap } from '../../../rules/portals/maps/portal-map.ts';
import { failed, ok } from '../../../rules/protocol/result.ts';
import { approveMap, listOwnMaps, proposeMap, retireMap } from '../../../storage/portal-maps.ts';
import type { WriteContext } from '../../../storage/write.ts';
import { parseUrl } from '../caller.ts';
import type { Handlers } from '../handler.ts';
import { layMap, mapForHost } from '../page-map.ts';
import { framesOfTab } from '../pending-captures.ts';
import { tellPortal } from '../portal-tabs.ts';
import { readSelection } from '../read-selection.ts';
import { needWriteContext, openWriteContext } from '../services.ts';
import { pointInTab, showInFrame, startTrainer, stopTrainer, suggestInFrame, tryInTab } from '../trainer.ts';

/** Pages that are open now are read with the new map at once. */
async function refreshMappedTabs(map: Pick<PortalMap, 'hosts' | 'frameHosts'>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(async ({ id, url }) => {
    const host = parseUrl(url)?.host; // only of hosts the practice granted does the browser tell
    if (id === undefined || host === undefined || !mapServes(map, host)) return;
    try {
      const laid = await mapForHost(host);
      // Only frames that have spoken to us: any other may be of a portal that is not to be touched.
      await Promise.allSettled((await framesOfTab(id)).map(({ frameId }) => layMap({ tabId: id, frameIds: [frameId] }, laid)));
      await tellPortal(id, { say: 'refresh' });
    } catch {
      // A page without our script, or one that is just going away: it gets the map when it is loaded next.
    }
  }));
}

async function mapOf(ctx: WriteContext, id: string): Promise<PortalMap | null> {
  return (await listOwnMaps(ctx.db, ctx.vault)).find((one) => one.id === id)?.map ?? null;
}

export const mapHandlers: Pick<Handlers, 'map:propose' | 'map:approve' | 'map:retire' | 'trainer:start' | 'trainer:point' | 'trainer:pointed' | 'trainer:show' | 'trainer:suggest' | 'trainer:try' | 'trainer:stop' | 'portal:read-selection'> = {
  'map:propose': async ({ map }) => {
    const proposed = await proposeMap(await needWriteContext(), map as PortalMap);
    if (proposed.ok) void refreshMappedTabs(map);
    return proposed;
  },
  'map:approve': async ({ id }) => {
    const ctx = await needWriteContext();
    const map = await mapOf(ctx, id);
    const approved = await approveMap(ctx, id);
    if (approved.ok && map !== null) void refreshMappedTabs(map);
    return approved;
  },
  'map:retire': async ({ id }) => {
    const ctx = await needWriteContext();
    const map = await mapOf(ctx, id);
    const retired = await retireMap(ctx, id);
    if (retired.ok && map !== null) void refreshMappedTabs(map);
    return retired;
  },

  'trainer:start': async ({ tabId }) => ok(await startTrainer(tabId)),
  'trainer:point': async ({ tabId }) => {
    await pointInTab(tabId);
    return ok({});
  },
  'trainer:pointed': async ({ value }, caller) => {
    if (caller.kind !== 'portal' || caller.mode !== 'assisted') return failed('not-allowed');
    await stopTrainer(caller.tabId); // the layers in the other frames of the page
    // Like every reading nobody saved: in memory only, and not while locked.
    if ((await openWriteContext()) !== null) await browser.storage.session.set({ [`trainer-pick:${caller.tabId}`]: { frameId: caller.frameId, value, atMs: Date.now() } });
    return ok({});
  },
  'trainer:show': async ({ tabId, frameId, n }) => {
    await showInFrame(tabId, frameId, n);
    return ok({});
  },
  'trainer:suggest': async ({ tabId, frameId, n, field }) => ok(await suggestInFrame(tabId, frameId, n, field)),
  'trainer:try': async ({ tabId, map }) => ok({ reading: await tryInTab(tabId, slimMap(map as PortalMap, true)) }),
  'trainer:stop': async ({ tabId }) => {
    await stopTrainer(tabId);
    return ok({});
  },

  'portal:read-selection': async ({ tabId }) => ok(await readSelection(tabId, null)),
};
