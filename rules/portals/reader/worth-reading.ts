import { mayBeClaimPage } from '../page-kind.ts';

/**
 * The cheap refusal: whether a page could say anything about a claim at all. A file of its own, because it is all of the
 * reader that runs on every page of a granted portal; the rest is brought in only where this says yes.
 */
export function worthReading(root: Document): boolean {
  const body = root.body;
  if (body === null || body === undefined) return false;
  const text = (body.textContent ?? '').slice(0, 2_000_000);
  if (mayBeClaimPage(text)) return true;
  // A shell may hold the patient of the claim in its frame.
  if ((root.defaultView === null ? root.querySelector('iframe,frame') !== null : root.defaultView.length > 0) && /patient|member|beneficiary|recipient/i.test(text)) return true;
  // Text in shadow roots is not in textContent: design systems keep nearly everything there.
  const walker = root.createTreeWalker(body, 1);
  let seen = 0;
  for (let at = walker.nextNode(); at !== null && seen < 200_000; at = walker.nextNode()) {
    seen += 1;
    if ((at as Element).shadowRoot !== null && (at as Element).shadowRoot !== undefined) return true;
  }
  return false;
}
