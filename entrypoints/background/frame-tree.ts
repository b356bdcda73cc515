import { browser } from 'wxt/browser';
import { z } from 'zod';
import { parentsOf } from '../../rules/portals/frame-tree.ts';

const path = z.array(z.int().min(-1).max(10_000)).max(60);
/** A frame that does not answer must not hold up the others. */
const PATIENCE_MS = 700;

/**
 * Which frame of a tab stands in which, by frame id: null for the top document, `undefined` where it cannot be told.
 * Null as a whole where the browser does not say.
 *
 * The browser's own answer (`webNavigation`) costs a permission that warns of reading the browsing history, and frames
 * cannot ask each other without talking to the page. But every frame may look up its own place: which of its parent's
 * frames it is, which its parent is, and so on, also across origins, since windows can be told apart by anybody. They
 * are asked at once, because a place is counted and moves when a frame before it comes or goes.
 *
 * @param frameIds the frames that have spoken, and no others: a frame nobody knows may be one that is not to be touched
 */
export async function parentsInTab(tabId: number, frameIds: readonly number[]): Promise<Map<number, number | null | undefined> | null> {
  try {
    const asked = Promise.all(frameIds.map((frameId) => placeOf(tabId, frameId)));
    const results = await Promise.race([asked, new Promise<null>((resolve) => { setTimeout(() => resolve(null), PATIENCE_MS); })]);
    if (results === null) return null;
    return parentsOf(new Map(results.flatMap((one) => (one === null ? [] : [one]))));
  } catch {
    return null; // the tab is gone, or shows a page we may not enter: nothing is known, and nothing is guessed
  }
}

/** The frame with its place; null where it was left meanwhile. */
async function placeOf(tabId: number, frameId: number): Promise<[number, number[]] | null> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, func: ownPlace });
    const parsed = path.safeParse(answer?.result);
    return parsed.success ? [frameId, parsed.data] : null;
  } catch {
    return null; // the frame is gone, or shows a page we may not enter
  }
}

/** Runs in the frame, and looks at no content of the page. */
function ownPlace(): number[] {
  const places: number[] = [];
  for (let at: Window = window; at !== at.parent && places.length < 60; at = at.parent) {
    let place = -1;
    for (let index = 0; index < Math.min(at.parent.length, 10_000) && place === -1; index += 1) if (at.parent[index] === at) place = index;
    places.unshift(place);
  }
  return places;
}
