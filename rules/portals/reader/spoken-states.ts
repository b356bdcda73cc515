import { foldText } from './shown-text.ts';
import { readStatusWord } from './status-words.ts';
import type { Sight } from './visibility.ts';

/** Elements looked at in one chip: a coloured pill or a picture has few. */
const MOST_PARTS = 12;
/** What can be pressed says what it does and not how the claim stands. */
const PRESSED = 'a,button,input,select,[role=button],[role=link],[role=checkbox],[role=menuitem],[onclick],[tabindex]';

/** An empty element that names itself, or an empty place (a cell, a value) that holds more than nothing. */
export function mayBeChip(el: Element, isPlace: boolean): boolean {
  return el.hasAttribute('aria-label') || el.hasAttribute('title') || el.firstElementChild !== null && (isPlace || el.tagName === 'SPAN' && el.childElementCount === 1);
}

/**
 * The state that a chip without a word says to assistive technology and to the pointer: an empty coloured element or a picture with
 * `aria-label`, `title` or `alt`, or text kept for screen readers. Null where nothing of it is drawn, where it can be pressed, where
 * its names disagree or where any of them is no state.
 */
export function spokenState(el: Element, sight: Sight): string | null {
  if (!el.hasAttributes() && el.firstElementChild === null) return null;
  const inside = el.getElementsByTagName('*');
  if (inside.length >= MOST_PARTS || el.matches(PRESSED) || el.querySelector(PRESSED) !== null) return null;
  const parts = [el, ...inside];
  const names = parts.flatMap((part) => namesOf(part, sight)).map(foldText).filter((name) => name !== '');
  const [first] = names;
  if (first === undefined || first.length > 40) return null;
  const state = readStatusWord(first);
  if (state === null || names.some((name) => readStatusWord(name) !== state)) return null;
  return parts.some((part) => isDrawn(part, sight)) ? first : null;
}

function namesOf(part: Element, sight: Sight): string[] {
  const named = ['aria-label', 'title', ...(part.tagName === 'IMG' ? ['alt'] : [])].map((name) => part.getAttribute(name) ?? '');
  const text = part.childElementCount === 0 ? part.textContent ?? '' : '';
  return text.trim() === '' ? named : part.tagName.toLowerCase() === 'title' || isForScreenReaders(part, sight) ? [...named, text] : [...named, '?'];
}

/** Drawn, but cut to nothing: how pages keep words for those who listen. What is not drawn at all (`display: none`) is for nobody. */
function isForScreenReaders(el: Element, { view, hasLayout }: Sight): boolean {
  if (view === null || !hasLayout) return false;
  const style = view.getComputedStyle(el);
  const isCut = !/^(?:auto)?$/.test(style.getPropertyValue('clip')) || style.clipPath !== 'none' && style.clipPath !== '' || parseFloat(style.width) <= 1 && style.overflow !== 'visible';
  return style.display !== 'none' && style.visibility === 'visible' && style.opacity !== '0' && style.position === 'absolute' && isCut;
}

/** Whether there is a mark to be seen: an empty cell around words for screen readers is none. */
function isDrawn(el: Element, sight: Sight): boolean {
  if (/^(?:TD|TH|DD|DT)$/.test(el.tagName) || /cell$/.test(el.getAttribute('role') ?? '')) return false;
  if (!sight.hasLayout) return true;
  if (!sight.shows(el)) return false;
  const { width, height } = el.getBoundingClientRect();
  return width >= 4 && height >= 4;
}
