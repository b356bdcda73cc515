import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handsOffHost } from '../rules/portals/hosts-around.ts';
import { blankReading } from '../rules/reading/blank-reading.ts';
import type { SlimMap } from '../rules/portals/maps/portal-map.ts';
import { readFrameWithMap } from '../rules/portals/maps/read-with-map.ts';
import type { FrameReading } from '../rules/portals/reader/read-document.ts';
import type { Reading } from '../rules/reading/reading.ts';

declare global {
  /** Laid here by the background just before, where the host has a map; taken away again. */
  var overturnMapOnce: SlimMap | undefined;
}

/**
 * First contact with a portal: injected once into the frames of a tab after the toolbar button or the shortcut (`activeTab`).
 * Its result is the reading and what the frame could lend to a claim in another one, given back to the background; it registers nothing, watches nothing, draws nothing.
 */
async function readWhenStill(): Promise<FrameReading | { reading: Reading; context: null }> {
  // First of all, and before the document is looked at: a frame deep in a strange page can belong to such a portal, which
  // nobody could know from outside. The answer names that host, by which the background refuses the whole tab.
  const forbidden = handsOffHost(location);
  if (forbidden !== null) return { reading: { ...blankReading(forbidden), terms: 'hands-off' }, context: null };
  const map = globalThis.overturnMapOnce ?? null;
  globalThis.overturnMapOnce = undefined;
  let before = readFrameWithMap(document, { source: location.host }, map);
  for (let tries = 0; tries < 4; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const now = readFrameWithMap(document, { source: location.host }, map);
    if (JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
  return before;
}

// What main gives back is the result of the injection, a promise included.
export default defineUnlistedScript({ main: () => readWhenStill() });
