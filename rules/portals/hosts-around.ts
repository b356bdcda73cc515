import { termsForFrames } from './terms.ts';

/** What a document knows of its own place: `location`, as far as this needs it. Not every browser tells the ancestors. */
export type Place = { host: string; ancestorOrigins?: ArrayLike<string> };

/**
 * The hosts a document stands in: its own, then those of every page around it, as far as the browser tells them.
 * A document without an address (`about:blank`, `srcdoc`) has only those around it; opaque origins name no host.
 */
export function hostsAround(place: Place): string[] {
  return [place.host, ...Array.from(place.ancestorOrigins ?? [], (origin) => URL.parse(origin)?.host ?? '')].filter((host) => host !== '');
}

/** The host that makes a document one to keep out of: its own or that of a page around it; null where there is none. */
export function handsOffHost(place: Place): string | null {
  return hostsAround(place).find((host) => termsForFrames([host]).mode === 'hands-off') ?? null;
}
