import { Trait } from './page-tree.ts';
import type { Box, PageTree } from './page-tree.ts';
import { remembering } from './remembered.ts';

/** What is said of the page or of its claims, wherever on it that stands. */
const MADE_UP = /\b(?:the (?:claim|page|screen|table)s?(?: below| above| shown)?) (?:is|are|shows) (?:only )?(?:an? )?(?:example|sample|illustration|estimate|prediction)s?\b|\bthis (?:page|claim|screen) (?:is|shows) (?:only )?(?:an? )?(?:example|sample|illustration|estimate|prediction)s?\b|\b(?:table|chart|list|figure|page) (?:below |above )?(?:explains|describes|defines|shows what is in) (?:each|the|every|all) (?:field|column|box|part)(?:e?s)?\b|^what (?:you(?:'ll| will)? see|it means|this means)$|\bin (?:this|the following) (?:scenario|example)\b|\bthe (?:first|second|third|next|last) (?:row|table) shows\b|\b(?:made[- ]up|fictitious|fictional|dummy) (?:values?|data|claims?|names?|information|patients?)\b|^(?:all )?(?:the )?(?:data|claims|patients|names|values|information) (?:shown |here |below |on this page )*(?:is|are) (?:made[- ]up|fictitious|fictional|not real)\b|\. (?:all )?(?:data|claims|patients|names|values|information) (?:shown |here |below |on this page )*(?:is|are) (?:made[- ]up|fictitious|fictional|not real)\b/i;

/** What may be said of one card, picture or note. */
const SAID_OF_ITS_PART = /\b(?:this|the (?:picture|image)s?(?: below| above| shown)?) (?:is|are|shows) (?:only )?(?:an? )?(?:example|sample|illustration|estimate|prediction)s?\b|\bestimate\b.{0,60}\bnot a guarantee of payment/i;

/** `The claim has not been filed`, but not `… was not filed within the limit`, which is why a claim was denied. */
const NOT_FILED = /\b(?:a |the )?claim (?:has|was) not (?:yet )?(?:been )?(?:filed|submitted)\b(?! (?:yet )?(?:within|in (?:time|a timely)|timely|on time|by|before|prior|with|to|according|correctly|properly|electronically|under|until|after))|^no claim (?:has been|was) (?:filed|submitted)\b/i;
const CONDITION = /\b(?:if|when|whenever|unless|until|before|where|whether|once|because|since|reason|denied|rejected|denial)\b[^.!?]*$/i;

const CALLED_SAMPLE = /\b(?:samples?|examples?|demo|training|practice|test|illustration)\b/i;

/**
 * Whether the page says of what it shows that it is a sample, or a forecast without a claim behind it. `claimAt`: where in the page
 * the facts of its claims stand. A sentence in a card of its own, behind the claim, is about that card.
 */
export function isNotReal(tree: PageTree, claimAt: readonly number[], labels: ReadonlySet<string>): boolean {
  return tree.leaves.some((leaf) => {
    // All of these are sentences or words in a row.
    if (leaf.text.length < 10 || leaf.text.length >= 300 || !leaf.text.includes(' ') || labels.has(leaf.text)) return false;
    const about = saidOf(leaf.text);
    return about === 'the page' || about === 'a part' && !inPartOfItsOwn(leaf, claimAt);
  });
}

/** Of what a text says that it is not real. */
type SaidOf = 'nothing' | 'a part' | 'the page';

const saidOf = remembering((text): SaidOf => {
  if (MADE_UP.test(text)) return 'the page';
  const filed = NOT_FILED.exec(text);
  if (filed !== null && !CONDITION.test(text.slice(0, filed.index))) return 'the page';
  return SAID_OF_ITS_PART.test(text) ? 'a part' : 'nothing';
});

function inPartOfItsOwn(leaf: Box, claimAt: readonly number[]): boolean {
  if (claimAt.length === 0 || claimAt.every((at) => at > leaf.start)) return false;
  for (let at = leaf.parent; at !== null; at = at.parent) {
    const { start, end, kids } = at;
    if ((at.traits & (Trait.live | Trait.dialog)) !== 0 || claimAt.some((place) => place >= start && place <= end)) return false;
    const heading = kids.find((kid) => (kid.traits & Trait.heading) !== 0);
    if (heading !== undefined && heading.end < leaf.start) return !CALLED_SAMPLE.test(heading.text);
  }
  return false;
}
