import { READER_VERSION } from '../portals/reader/reader-version.ts';
import type { Reading } from '../reading/reading.ts';
import type { PageOfLook } from './evidence-entry.ts';

/** What is kept of the page a reading is from: never an address, never a title. `map` names the portal map that outranked the general reader. */
export function pageOfReading(reading: Reading): PageOfLook {
  return { kind: reading.kind, portal: reading.portal, map: mapOf(reading), reader: READER_VERSION };
}

/** Readings made with a map say so in a warning-like member of their own; without one the general reader read alone. */
function mapOf(reading: Reading): PageOfLook['map'] {
  const { map } = reading as Reading & { map?: { id?: unknown; version?: unknown } | null };
  return typeof map?.id === 'string' ? { id: map.id.slice(0, 200), version: typeof map.version === 'string' || typeof map.version === 'number' ? String(map.version).slice(0, 40) : '' } : null;
}
