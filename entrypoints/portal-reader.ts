import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readFrame } from '../rules/portals/reader/read-document.ts';
import { RowGatherer } from './payer-portal.content/row-gatherer.ts';
import { RowMarks } from './payer-portal.content/row-marks.ts';

/**
 * The reader and what is needed beside lists of claims, for the script that watches a portal page. Brought in by the background when a page could be a claim page;
 * both live in the extension's own world of that frame, which the portal's scripts cannot reach.
 */
export default defineUnlistedScript(() => {
  globalThis.overturnReadFrame = readFrame;
  globalThis.overturnRows = { RowGatherer, RowMarks };
});
