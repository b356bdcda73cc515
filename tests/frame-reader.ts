/** The reader as it runs in a frame of a page under test: the very code the content script bundles. */
import { readFrame } from '../rules/portals/reader/read-document.ts';
import { isStillLoading } from '../rules/portals/reader/still-loading.ts';

export function read(source: string, portal: string | null, terms: 'assisted' | 'read-only' | 'unknown'): string {
  const frame = readFrame(document, { source, portal, terms, now: () => performance.now() });
  return JSON.stringify({ ...frame, busy: isStillLoading(document) });
}
