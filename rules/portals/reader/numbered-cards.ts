import { firstFrom } from './by-place.ts';
import type { Scan } from './findings.ts';
import { largestBox } from './largest-box.ts';
import { Trait } from './page-tree.ts';
import type { Box, PageTree } from './page-tree.ts';

const NUMBERED = /^#\s?(?=[A-Z0-9-]*\d)[A-Z0-9][A-Z0-9-]{5,24}$/;
const CLAIMS = /\bclaims\b/i;
const OF_A_CLAIM: ReadonlySet<string> = new Set(['charge', 'paid', 'dos', 'dosFrom', 'status', 'allowed', 'patResp']);

/**
 * On a page titled `Claims`, cards that each open with a number (`#PB4471-01`) and name no claim number otherwise: the number is the
 * card's claim. Two cards at least, each with two facts of a claim of its own; where any label names a claim, nothing is taken.
 */
export function numberCards(tree: PageTree, scan: Scan): void {
  const title = scan.headings.find((heading) => heading.level === 1) ?? scan.headings[0];
  if (title === undefined || !CLAIMS.test(title.text) || scan.grids.length > 0 || scan.findings.some((finding) => finding.key === 'ccn')) return;
  const openers = tree.leaves.filter((leaf) => NUMBERED.test(leaf.text) && (leaf.traits & (Trait.nav | Trait.button | Trait.badge)) === 0);
  if (openers.length < 2 || new Set(openers.map((leaf) => leaf.text)).size < openers.length) return;
  const facts = scan.findings.filter((finding) => OF_A_CLAIM.has(finding.key)).sort((one, other) => one.at - other.at);
  const places = openers.map((leaf) => ({ at: leaf.start }));
  const isCard = (leaf: Box): boolean => {
    const card = cardOf(leaf, places);
    return card.start === leaf.start && firstFrom(facts, card.end + 1) - firstFrom(facts, card.start) >= 2;
  };
  if (!openers.every(isCard)) return;
  openers.forEach((leaf) => scan.findings.push({ key: 'ccn', weak: false, label: '#', texts: [leaf.text.replace(/^#\s?/, '')], boxes: [leaf], sections: [], at: leaf.start, open: false, via: 'heading', banner: false }));
  scan.findings.sort((a, b) => a.at - b.at);
}

/** The largest box around a number that holds no other; `places` are those of all numbers, in document order. */
function cardOf(leaf: Box, places: readonly { at: number }[]): Box {
  return largestBox(leaf, ({ start, end }) => firstFrom(places, end + 1) - firstFrom(places, start) === 1);
}
