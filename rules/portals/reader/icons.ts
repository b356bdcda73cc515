const ICONS: ReadonlySet<string> = new Set(['I', 'SPAN', 'MAT-ICON', 'SUP']);
const CONTROLS: ReadonlySet<string> = new Set(['A', 'BUTTON', 'SPAN']);

/** Whether an element only decorates or serves the hand: an icon, drawn or spelled, or what a grid lets people do with a column. */
export function isForTheHand(el: Element, tag: string): boolean {
  const mayBeIcon = ICONS.has(tag);
  const mayBeControl = CONTROLS.has(tag);
  if (!mayBeIcon && !mayBeControl) return false;
  const text = el.textContent ?? '';
  return mayBeIcon && isIcon(el, text) || mayBeControl && isHeadControl(el, text);
}

function isIcon(el: Element, whole: string): boolean {
  const className = el.getAttribute('class') ?? '';
  if (className !== '' && /material-(?:icons|symbols)|\bmat-icon\b|ligature|\bfa-|glyphicon/i.test(className)) return true;
  const text = el.childElementCount === 0 ? whole : '';
  return text.length < 40 && /^\s*[a-z]+(?:_[a-z]+)+\s*$/.test(text) || className !== '' && /icon/i.test(className) && /^\s*[a-z_]{2,24}\s*$/.test(text) || /^\s*[▲▼△▽⇅↕↑↓⌄⌃›‹»«✓✔✕✖×+ⓘℹ?*▸▾►⋮☰●■◆⬤○◉]\s*$/.test(text);
}

/** What a grid lets people do with a column stands in its head and is no part of the column's name. */
function isHeadControl(el: Element, text: string): boolean {
  return text.length < 40 && /^\s*(?:filter|sort|sortable|(?:edit )?column (?:menu|settings|options)|(?:open )?filter menu|sort (?:ascending|descending)|(?:click|activate) to sort)\s*$/i.test(text) && el.closest('th,[role=columnheader]') !== null;
}
