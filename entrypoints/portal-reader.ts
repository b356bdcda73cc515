import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { SlimMap } from '../rules/portals/maps/portal-map.ts';
import { mappedSlices } from '../rules/portals/maps/read-with-map.ts';
import { RowGatherer } from './payer-portal.content/row-gatherer.ts';
import { RowMarks } from './payer-portal.content/row-marks.ts';

declare global {
  /** The map of this frame's host, laid here by the background; only this host's, and only what reading needs. */
  var overturnPortalMap: SlimMap | undefined;
}

/**
 * The reader and what is needed beside lists of claims, for the script that watches a portal page. Brought in by the background when a page could be a claim page;
 * both live in the extension's own world of that frame, which the portal's scripts cannot reach.
 */
export default defineUnlistedScript(() => {
  globalThis.overturnReadSlices = (root, options = {}) => mappedSlices(root, options, globalThis.overturnPortalMap ?? null);
  globalThis.overturnRows = { RowGatherer, RowMarks };
});
