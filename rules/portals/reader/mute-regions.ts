const SPEAKING = ['claim', 'charge', 'billed', 'paid', 'amount', 'procedure', 'cpt', 'hcpcs', 'code', 'status', 'patient', 'member', 'appeal', 'icn', 'dcn', 'number', 'date', 'reason', 'remark', 'denied', 'service', 'payment', 'name', ' id', 'allowed', 'deduct', 'pending', 'reject'] as const;
/** A date, or a number as long as a claim's: a column of values has these where it has no words. */
const VALUES = /\d{8}|\d[/-]\d{1,2}[/-]\d|[a-z]{3,9}\.? \d{1,2}, \d{4}/;

/** Characters of text above which what lies below an element is asked about piece by piece. */
export const LARGE_TEXT = 3000;

/** Whether a text has no word of a claim. */
function isMute(text: string): boolean {
  const plain = text.toLowerCase();
  return !SPEAKING.some((word) => plain.includes(word));
}

/** A long table or list in which no word of a claim occurs: rates, directories, menus. Asked natively, so it costs next to nothing. */
export function isLongAndMute(el: Element, tag: string): boolean {
  if (tag !== 'TABLE' && tag !== 'UL' && tag !== 'OL') return false;
  const rows = tag === 'TABLE' ? el.getElementsByTagName('tr').length : el.childElementCount;
  if (rows < 60 || el.getAttribute('role') === 'presentation') return false;
  return isMute(el.textContent ?? '') && el.querySelector('table,slot') === null && !holdsShadow(el);
}

/**
 * A part of the page that says neither a word nor a value of a claim. A part that holds shadow roots or fields may say more than its text.
 */
export function saysNothing(el: Element, text: string): boolean {
  return isMute(text) && !VALUES.test(text) && el.querySelector('input,select,textarea,slot,[aria-label],[aria-labelledby]') === null && !holdsShadow(el);
}

function holdsShadow(el: Element): boolean {
  const walker = el.ownerDocument.createTreeWalker(el, 1);
  for (let at: Node | null = walker.currentNode; at !== null; at = walker.nextNode()) if ((at as Element).shadowRoot !== null) return true;
  return false;
}
