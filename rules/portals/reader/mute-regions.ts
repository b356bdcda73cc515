const SPEAKING = ['claim', 'charge', 'billed', 'paid', 'amount', 'procedure', 'cpt', 'hcpcs', 'code', 'status', 'patient', 'member', 'appeal', 'icn', 'dcn', 'number', 'date', 'reason', 'remark', 'denied', 'service', 'payment', 'name', ' id', 'allowed', 'deduct', 'pending', 'reject'] as const;
/** A date, or a number as long as a claim's: a column of values has these where it has no words. */
const VALUES = /\d{8}|\d[/-]\d{1,2}[/-]\d|[a-z]{3}\.? \d{1,2}, \d{4}/;

/** Characters of text above which what lies below an element is asked about piece by piece. */
export const LARGE_TEXT = 3000;

/** Whether a text has no word of a claim. */
function isMute(text: string): boolean {
  const plain = text.toLowerCase();
  return !SPEAKING.some((word) => plain.includes(word));
}

/** A long table or list in which no word of a claim occurs: rates, directories, menus. Asked natively, so it costs next to nothing. */
export function isLongAndMute(el: Element, tag: string, parts: SpeakingParts): boolean {
  if (tag !== 'TABLE' && tag !== 'UL' && tag !== 'OL') return false;
  const rows = tag === 'TABLE' ? el.getElementsByTagName('tr').length : el.childElementCount;
  if (rows < 60 || el.getAttribute('role') === 'presentation') return false;
  return isMute(el.textContent ?? '') && el.querySelector('table') === null && !parts.drawsElsewhere(el);
}

/** Whether a text says neither a word nor a value of a claim. */
export function saysNothing(text: string): boolean {
  return isMute(text) && !VALUES.test(text);
}

type Marked = { speaking: Set<Element>; elsewhere: Set<Element> };

/**
 * Which elements hold parts that may say more than their text: fields, names for assistive technology, slots, shadow roots.
 * Gathered once for a whole document or shadow root, on first need, so that asking of a part is one look.
 */
export class SpeakingParts {
  private readonly known = new Map<Node, Marked>();

  mayBeIn(el: Element): boolean {
    return this.of(el).speaking.has(el);
  }

  /** Whether a slot or a shadow root lies in it, whose text is drawn but is not its own. */
  drawsElsewhere(el: Element): boolean {
    return this.of(el).elsewhere.has(el);
  }

  private of(el: Element): Marked {
    const root = el.getRootNode();
    let marked = this.known.get(root);
    if (marked === undefined) this.known.set(root, marked = partsOf(root, el.ownerDocument));
    return marked;
  }
}

function partsOf(root: Node, document: Document): Marked {
  const marked: Marked = { speaking: new Set(), elsewhere: new Set() };
  const above = (el: Element, into: Set<Element>): void => {
    for (let at = el.parentElement; at !== null && !into.has(at); at = at.parentElement) into.add(at);
  };
  // By name the browser has its own lists, which it keeps; a selector would be asked of every element.
  for (const name of ['input', 'select', 'textarea', 'slot']) {
    for (const el of root.nodeType === 9 ? (root as Document).getElementsByTagName(name) : (root as ParentNode).querySelectorAll(name)) {
      above(el, marked.speaking);
      if (name === 'slot') above(el, marked.elsewhere);
    }
  }
  // An attribute is found without a look at each element from here; a shadow root is not.
  for (const el of (root as ParentNode).querySelectorAll('[aria-label],[aria-labelledby]')) above(el, marked.speaking);
  const walker = document.createTreeWalker(root, 1);
  for (let at = walker.nextNode() as Element | null; at !== null; at = walker.nextNode() as Element | null) {
    const { shadowRoot } = at;
    if (shadowRoot === null || shadowRoot === undefined) continue;
    above(at, marked.speaking);
    above(at, marked.elsewhere);
  }
  return marked;
}
