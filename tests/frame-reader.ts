/** The reader as it runs in a frame of a page under test: the very code the content script bundles. */
import type { SlimMap } from '../rules/portals/maps/portal-map.ts';
import { mappedSlices, readFrameWithMap } from '../rules/portals/maps/read-with-map.ts';
import { worthReading } from '../rules/portals/reader/worth-reading.ts';
import { isStillLoading } from '../rules/portals/reader/still-loading.ts';

/** What runs on every page of a granted portal before anything else is brought in. */
export function gate(): boolean {
  return worthReading(document);
}

/** A reading of its own, without the question whether more is to come. */
export function readAlone(): string {
  return JSON.stringify(readFrameWithMap(document, { source: 'bench', now: () => performance.now() }, null).reading);
}

/** Milliseconds of each piece of a reading between two pauses, as the script in a portal page takes them. */
export function pieces(rows?: number): number[] {
  const took: number[] = [];
  const slices = mappedSlices(document, { source: 'bench', now: () => performance.now(), ...(rows === undefined ? {} : { rows }) }, null);
  for (let isDone = false; !isDone;) {
    const started = performance.now();
    isDone = slices.next().done === true;
    took.push(performance.now() - started);
  }
  return took;
}

export function read(source: string, portal: string | null, terms: 'assisted' | 'read-only' | 'unknown', map: SlimMap | null): string {
  const frame = readFrameWithMap(document, { source, portal, terms, now: () => performance.now() }, map);
  return JSON.stringify({ ...frame, busy: isStillLoading(document) });
}
