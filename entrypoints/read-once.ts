import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readDocument } from '../rules/portals/reader/read-document.ts';
import type { Reading } from '../rules/reading/reading.ts';

/**
 * First contact with a portal: injected once into the frames of a tab after the toolbar button or the shortcut (`activeTab`).
 * Its result is the reading, given back to the background; it registers nothing, watches nothing, draws nothing.
 */
export default defineUnlistedScript(async (): Promise<Reading> => {
  let before = readDocument(document, { source: location.host });
  for (let tries = 0; tries < 4; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const now = readDocument(document, { source: location.host });
    if (JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
  return before;
});
