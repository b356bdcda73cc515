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
 * frames it is, which its parent is, and so on, also across origins, since windows can be told apart by anybody. All
 * frames are asked at once, because a place is counted and moves when a frame before it comes or goes.
 */
export async function parentsInTab(tabId: number): Promise<Map<number, number | null | undefined> | null> {
  try {
    const asked = browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => {
        const places: number[] = [];
        for (let at: Window = window; at !== at.parent && places.length < 60; at = at.parent) {
          let place = -1;
          for (let index = 0; index < Math.min(at.parent.length, 10_000) && place === -1; index += 1) if (at.parent[index] === at) place = index;
          places.unshift(place);
        }
        return places;
      },
    });
    const results = await Promise.race([asked, new Promise<null>((resolve) => { setTimeout(() => resolve(null), PATIENCE_MS); })]);
    if (results === null) return null;
    return parentsOf(new Map(results.flatMap(({ frameId, result }): [number, number[]][] => {
      const parsed = path.safeParse(result);
      return parsed.success ? [[frameId, parsed.data]] : [];
    })));
  } catch {
    return null; // the tab is gone, or shows a page we may not enter: nothing is known, and nothing is guessed
  }
}
