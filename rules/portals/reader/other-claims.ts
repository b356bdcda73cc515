import { firstFrom } from './by-place.ts';
import type { Finding, Scan } from './findings.ts';
import { isForeign } from './grid-kinds.ts';
import { digitsIn, readClaimNumber, sameIdentifier } from './identifiers.ts';
import { looksLikeLabel, readLabel } from './labels.ts';
import { largestBox } from './largest-box.ts';
import { Trait } from './page-tree.ts';
import type { Box, PageTree } from './page-tree.ts';

/** More than so many pieces are a part of the page and no card, row or entry of a menu. */
const LARGEST_CARD = 10;

/** The make of a number: which signs are letters, which digits, and what parts them. */
function makeOf(number: string): string {
  return number.replace(/[A-Z]/gi, 'A').replace(/\d/g, '9');
}

/** A number that is all of a text, or that a text such as `Claim 26H0041` names. */
function namedNumber(text: string): string | null {
  return readClaimNumber(text.replace(/^(?:view )?claim(?: (?:number|no\.?|id))?\s*[#:]*\s+/i, ''));
}

/**
 * Menus, drawers and lists beside a claim (`Last 3 claims`: `26H0041 · PAID $88.20`) name other claims by their bare numbers. What stands
 * in such a card with a number of the same make as the page's own is that other claim's: it is taken out of what was found. A number
 * with a label before it (`Original claim: …`) says something of this claim and is left alone.
 */
export function leaveOtherClaims(tree: PageTree, scan: Scan): void {
  const numbers = scan.findings.filter((finding) => finding.key === 'ccn' && !isForeign(finding.sections));
  const own = new Set<string>();
  const makes = new Set<string>();
  let fewest = Infinity;
  for (const finding of numbers) {
    const number = readClaimNumber(finding.texts[0] ?? '');
    if (number === null) continue;
    own.add(sameIdentifier(number));
    makes.add(makeOf(number));
    fewest = Math.min(fewest, digitsIn(number));
  }
  if (own.size === 0) return;
  const isOther = (number: string | null): boolean => number !== null && makes.has(makeOf(number)) && !own.has(sameIdentifier(number));
  const values = new Set(scan.findings.flatMap((finding) => finding.boxes));
  const places = numbers.map((finding) => ({ at: finding.at })).sort((one, other) => one.at - other.at);
  const regions: Box[] = [];
  tree.leaves.forEach((leaf, at) => {
    // What has fewer digits than any number of the page's own holds none of their make.
    if (leaf.text.length > 60 || digitsIn(leaf.text) < fewest || !/\d{2}/.test(leaf.text)) return;
    if (isOther(namedNumber(leaf.text))) {
      if (!isValue(leaf, values) && !isLabelled(tree.leaves[at - 1], leaf)) regions.push(cardOf(leaf, places));
    } else if (leaf.text.split(/\s*[·•|,;()]\s*|\s[-–—]\s|\s/).some((part) => part.length > 5 && isOther(readClaimNumber(part)))) regions.push(leaf);
  });
  if (regions.length === 0) return;
  const isTheirs = (box: Box): boolean => regions.some(({ start, end }) => box.start >= start && box.end <= end);
  const stays = (finding: Finding): boolean => finding.key === 'ccn' || finding.key === 'refLabel' || !finding.boxes.every(isTheirs);
  scan.findings = scan.findings.filter(stays);
  scan.loose = scan.loose.filter(({ box }) => !isTheirs(box));
}

function isValue(leaf: Box, values: ReadonlySet<Box>): boolean {
  for (let at: Box | null = leaf, steps = 0; at !== null && steps < 3; at = at.parent, steps += 1) if (values.has(at)) return true;
  return false;
}

const NAMES_A_CLAIM = /\b(?:claims?|icn|dcn|tcn|number|no|id|ref(?:erence)?|original|related|replac\w+|adjust\w+|prior|previous|void\w*|corrected|parent)\b/i;

/** Whether the piece before a number is its label: beside it in one box. */
function isLabelled(before: Box | undefined, leaf: Box): boolean {
  if (before === undefined || leaf.parent === null || before.start < (leaf.parent.parent ?? leaf.parent).start) return false;
  // `Related Claim | 26H0041` in one row, though nobody knows that label.
  if (before.parent === leaf.parent && before.text.length <= 40 && NAMES_A_CLAIM.test(before.text)) return true;
  return looksLikeLabel(before.text) || (before.traits & (Trait.term | Trait.label)) !== 0 || readLabel(before.text) !== null;
}

/** The card around a number: as large as it can be without a claim of the page's own in it. */
function cardOf(leaf: Box, places: readonly { at: number }[]): Box {
  return largestBox(leaf, ({ start, end }) => end - start < LARGEST_CARD && firstFrom(places, end + 1) === firstFrom(places, start));
}
