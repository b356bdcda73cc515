/** The reader as it runs in a frame of a page under test: the very code the content script bundles. */
import type { SlimMap } from '../rules/portals/maps/portal-map.ts';
import { readFrameWithMap } from '../rules/portals/maps/read-with-map.ts';
import { worthReading } from '../rules/portals/reader/worth-reading.ts';
import { isStillLoading } from '../rules/portals/reader/still-loading.ts';

/** What runs on every page of a granted portal before anything else is brought in. */
export function gate(): boolean {
  return worthReading(document);
}

export function read(source: string, portal: string | null, terms: 'assisted' | 'read-only' | 'unknown', map: SlimMap | null): string {
  const frame = readFrameWithMap(document, { source, portal, terms, now: () => performance.now() }, map);
  return JSON.stringify({ ...frame, busy: isStillLoading(document) });
}
