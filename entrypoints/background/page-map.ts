import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import { shippedMapOf } from '../../rules/portals/maps/map-library.ts';
import { layOver, slimMap } from '../../rules/portals/maps/portal-map.ts';
import type { SlimMap } from '../../rules/portals/maps/portal-map.ts';
import { ownMapsOf } from '../../storage/portal-maps.ts';
import { openWriteContext } from './services.ts';

/**
 * The map for a host, as little of it as the page needs: the practice's approved map over the shipped one, and over both the signed-in
 * user's own proposal, marked as a trial. Null where nothing is known. While the vault is locked only the shipped one.
 */
export async function mapForHost(host: string, { withTrial = true }: { withTrial?: boolean } = {}): Promise<SlimMap | null> {
  const shipped = shippedMapOf(host);
  const base = shipped === null || shipped.reach === 'general' ? null : slimMap(shipped);
  const ctx = await openWriteContext();
  if (ctx === null) return base;
  const { approved, trial } = await ownMapsOf(ctx.db, ctx.vault, ctx.userId, host);
  const own = approved === null ? base : layOver(slimMap(approved), base);
  return trial === null || !withTrial ? own : layOver(slimMap(trial, true), own);
}

/** Lays a map beside the reader of a frame. */
export async function layMap(target: Browser.scripting.InjectionTarget, map: SlimMap | null): Promise<void> {
  await browser.scripting.executeScript({ target, func: putMap, args: [map] });
}

/** Runs in the frame, in the extension's own world, which the portal's scripts cannot reach. */
function putMap(map: SlimMap | null): void {
  globalThis.overturnPortalMap = map ?? undefined;
}
