import { browser } from 'wxt/browser';
import { portalOfHost, hostNameOf } from '../../rules/portals/terms.ts';
import { healthOfReading } from '../../rules/portals/health/reading-health.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { noteHealth } from '../../storage/capture-health.ts';
import type { WriteContext } from '../../storage/write.ts';

const KEY = 'health-counted';
const MOST = 40;

/** Counts without keeping anybody waiting: an import may hold the store for a while, and a capture is worth more than a count. */
export function noteUseLater(...use: Parameters<typeof noteUse>): void {
  noteUse(...use).catch((error: unknown) => console.error('health-not-counted', error instanceof Error ? error.name : ''));
}

/** Of a page without a claim: the frame that the map of the portal knows, else the one in front. */
export function tellingReading(frames: readonly { reading: Reading }[]): Reading | null {
  return (frames.find(({ reading }) => reading.map !== undefined && reading.map.page !== null) ?? frames[0])?.reading ?? null;
}

/**
 * Each use of the reader tests itself: what was read and what went missing is counted per portal, kind of page and field. `useId` is one page as a
 * person sees it (a capture, or the page's own id), so that a page which fills its cards is counted once. Names of fields only.
 */
async function noteUse(ctx: WriteContext, host: string, useId: string, reading: Reading | null): Promise<void> {
  const health = reading === null ? null : healthOfReading(reading);
  if (health === null) return;
  const portal = portalOfHost(host)?.id ?? hostNameOf(host) ?? '';
  if (portal === '') return;
  const counted = ((await browser.storage.session.get(KEY))[KEY] as [string, string[]][] | undefined) ?? [];
  const before = counted.find(([id]) => id === useId)?.[1] ?? [];
  const map = reading?.map ?? null;
  await noteHealth(ctx, portal, health, map === null ? null : { id: map.id, version: map.version }, before);
  const next: [string, string[]] = [useId, [...new Set([...before, ...health.missing])]];
  await browser.storage.session.set({ [KEY]: [...counted.filter(([id]) => id !== useId), next].slice(-MOST) });
}
