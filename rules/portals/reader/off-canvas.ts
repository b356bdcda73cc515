/** What may be pushed out of sight: parts of a page, not pieces of text or of a table. */
const PART = /^(?:DIV|SECTION|ASIDE|ARTICLE|DIALOG|MAIN|FORM|UL|.+-.+)$/;
/** Inside these, what is out of sight can be brought into it: grids move their heads along with their rows. */
const GRIDS = /^(?:grid|treegrid|table|rowgroup|row)$/;
/** Looks at the layout for one reading; a page has far fewer parts, and a very large one is looked at as far as this. */
const MOST_LOOKS = 1500;

/** What clips the inside of a part on its sides. */
export type Clip = { el: Element; left: number; right: number };
/** After so many parts of one make that neither float nor clip, the next ones are not asked. */
const ENOUGH = 3;

/**
 * Drawers pushed beyond the window's edge and slides of a carousel that are not in its frame: laid out, not hidden by any style of their
 * own, and yet nobody can see them or scroll to them. Asked of each part of the page on the way down.
 */
export class OffCanvas {
  private readonly view: (Window & typeof globalThis) | null;
  /** What clips the inside of the part asked about last. */
  inside: Clip | null = null;
  private readonly still = new Map<number, number>();
  private looks = 0;

  constructor(view: (Window & typeof globalThis) | null) {
    this.view = view;
  }

  /**
   * Whether all of this part lies where nobody can get at it. Where something stands is the dearest question of all, so it is asked only
   * of what floats over the window, clips, or is clipped.
   *
   * @param around what clips the inside of its parent
   * @param make a number for parts a style sheet cannot tell from this one but by their place; 0 where it could
   */
  isAway(el: Element, tag: string, around: Clip | null, make: number): boolean {
    const { view } = this;
    this.inside = null;
    if (view === null || tag === 'TABLE' || GRIDS.test(el.getAttribute('role') ?? '')) return false;
    this.inside = around;
    if (!PART.test(tag) || this.looks >= MOST_LOOKS) return false;
    this.looks += 1;
    const known = make === 0 ? 0 : this.still.get(make) ?? 0;
    if (around === null) {
      if (known >= ENOUGH) return false;
      const { position, overflowX } = view.getComputedStyle(el);
      if (position !== 'fixed' && overflowX !== 'hidden' && overflowX !== 'clip') {
        if (make !== 0) this.still.set(make, known + 1);
        return false;
      }
    }
    const box = el.getBoundingClientRect();
    if (box.width >= 2 && box.height >= 2) {
      const beyondClip = around !== null && (box.left >= around.right - 1 || box.right <= around.left + 1);
      const beyondWindow = box.left >= view.innerWidth - 1 || box.right <= 1 || box.bottom <= 1 || box.top >= view.innerHeight - 1 && isNearBody(el);
      if (beyondClip && !this.escapes(el, around)) return true;
      if (beyondWindow && view.getComputedStyle(el).position === 'fixed') return true;
    }
    this.inside = this.clipOf(el, box, around, view);
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
