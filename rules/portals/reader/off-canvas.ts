import { composedParent } from './visibility.ts';

/** What may be pushed out of sight: parts of a page, not pieces of text or of a table. */
const PART = /^(?:DIV|SECTION|ASIDE|ARTICLE|DIALOG|MAIN|FORM|UL|.+-.+)$/;
/** Inside these, what is out of sight can be brought into it: grids move their heads along with their rows. */
const GRIDS = /^(?:grid|treegrid|table|rowgroup|row)$/;
/** Looks at the layout for one reading; a page has far fewer parts, and a very large one is looked at as far as this. */
const MOST_LOOKS = 1500;

type Clip = { el: Element; left: number; right: number };

/**
 * Drawers pushed beyond the window's edge and slides of a carousel that are not in its frame: laid out, not hidden by any style of their
 * own, and yet nobody can see them or scroll to them. Asked of each part of the page on the way down.
 */
export class OffCanvas {
  private readonly view: (Window & typeof globalThis) | null;
  /** What clips the inside of a part on its sides. */
  private readonly clips = new Map<Element, Clip | null>();
  private looks = 0;

  constructor(view: (Window & typeof globalThis) | null) {
    this.view = view;
  }

  /** Whether all of this part lies where nobody can get at it. Its parents have to be asked before it. */
  isAway(el: Element, tag: string): boolean {
    const { view } = this;
    if (view === null) return false;
    const parent = composedParent(el);
    const around = parent === null ? null : this.clips.get(parent) ?? null;
    if (tag === 'TABLE' || GRIDS.test(el.getAttribute('role') ?? '')) {
      this.clips.set(el, null);
      return false;
    }
    if (!PART.test(tag) || this.looks >= MOST_LOOKS) {
      if (around !== null) this.clips.set(el, around);
      return false;
    }
    this.looks += 1;
    const box = el.getBoundingClientRect();
    if (box.width >= 2 && box.height >= 2) {
      const beyondClip = around !== null && (box.left >= around.right - 1 || box.right <= around.left + 1);
      const beyondWindow = box.left >= view.innerWidth - 1 || box.right <= 1 || box.bottom <= 1 || box.top >= view.innerHeight - 1 && isNearBody(el);
      if (beyondClip && !this.escapes(el, around)) return true;
      if (beyondWindow && view.getComputedStyle(el).position === 'fixed') return true;
    }
    this.clips.set(el, this.clipOf(el, box, around, view));
    return false;
  }

  private clipOf(el: Element, box: DOMRect, around: Clip | null, view: Window): Clip | null {
    if (el.scrollWidth <= el.clientWidth + 1) return around;
    const { overflowX } = view.getComputedStyle(el);
    if (overflowX === 'auto' || overflowX === 'scroll') return null;
    return (overflowX === 'hidden' || overflowX === 'clip') && box.width > 2 ? { el, left: box.left, right: box.right } : around;
  }

  /** What is laid out by something outside the frame is not clipped by it. */
  private escapes(el: Element, around: Clip): boolean {
    const position = this.view?.getComputedStyle(el).position;
    if (position === 'fixed') return true;
    if (position !== 'absolute') return false;
    const holder = (el as HTMLElement).offsetParent;
    return holder === null || !around.el.contains(holder);
  }
}

function isNearBody(el: Element): boolean {
  for (let at = el.parentElement, steps = 0; at !== null && steps < 3; at = at.parentElement, steps += 1) if (at.tagName === 'BODY') return true;
  return false;
}
