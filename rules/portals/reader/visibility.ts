/** Parent in the composed tree: slotted nodes stand in their slot, a shadow root in its host. */
export function composedParent(el: Element): Element | null {
  const slot = el.assignedSlot;
  if (slot !== null && slot !== undefined) return slot;
  const parent = el.parentNode;
  if (parent === null) return null;
  if (parent.nodeType === 1) return parent as Element;
  const host = (parent as ShadowRoot).host;
  return parent.nodeType === 11 && host !== undefined ? host : null;
}

const ASKED = { opacityProperty: true, visibilityProperty: true } as const;
const ENOUGH = 8;
/** Parts of a table are never smaller than what they hold; pieces of running text have no box to clip with. */
const CANNOT_COLLAPSE = /^(?:TD|TH|TR|TBODY|THEAD|TFOOT|B|STRONG|EM|SMALL)$/;
/** A matrix that leaves no width or no height. */
const FLAT = /^matrix\((?:0, 0, |[^,]+, [^,]+, 0, 0, )|^matrix3d\((?:0, 0, 0, |(?:[^,]+, ){4}0, 0, 0, )/;
/** More than there are makes of elements on any page. */
const MANY = 2 ** 22;

/** What a person can see, asked of the layout where there is one (a document without a window has none: then only `hidden` counts). */
export class Sight {
  readonly view: (Window & typeof globalThis) | null;
  private readonly clipped = new Map<Element, boolean>();
  /** How often an element of a make did not hide what is in it. */
  private readonly unhidden = new Map<number, number>();
  private readonly range: Range | null;
  private readonly seen = new Map<number, number>();
  /** Makes of elements, and makes of parents, as numbers: comparing long class names over and over is what takes time. */
  private readonly makes = new Map<string, Map<string, number>>();
  private readonly lines = new Map<number, number>();
  private readonly rects = new Map<Node, DOMRect>();
  private readonly laidOut: boolean;
  private numbers = 0;

  constructor(root: Document) {
    this.view = root.defaultView;
    this.range = this.view !== null && typeof this.view.getComputedStyle === 'function' ? root.createRange() : null;
    this.laidOut = this.range !== null && typeof this.range.getBoundingClientRect === 'function';
  }

  get hasLayout(): boolean {
    return this.laidOut;
  }

  /** Whether the text standing directly in this element can be seen. */
  shows(el: Element): boolean {
    if (!this.laidOut) return !hiddenByMarkup(el);
    return this.rendered(el) && !this.clips(el);
  }

  /**
   * Whether the layout draws this element. A slot, or anything else with `display: contents`, has no box of its own and is
   * reported as invisible though the text in it is drawn: for it, what holds it answers.
   */
  rendered(el: Element): boolean {
    if (typeof el.checkVisibility !== 'function') return true;
    for (let at: Element | null = el, steps = 0; at !== null && steps < 40; at = composedParent(at), steps += 1) {
      if (at.checkVisibility(ASKED)) return true;
      const style = this.view?.getComputedStyle(at);
      if (style?.display !== 'contents' || style.visibility !== 'visible') return false;
    }
    return false;
  }

  /** Whether nothing in this element is drawn at all (`display: none` on it), so that what is in it need not be looked at. */
  isGone(el: Element): boolean {
    if (!this.laidOut || typeof el.checkVisibility !== 'function' || el.checkVisibility()) return false;
    return this.view?.getComputedStyle(el).display === 'none';
  }

  /** As `shows`, of an element whose like has often been seen: asked are only what holds it and whether it has kept its size. */
  showsAgain(el: Element): boolean {
    return this.rendered(el) && !this.clips(el, true);
  }

  /**
   * Whether elements of one make have so often turned out to be plainly visible that asking the layout again is idle:
   * same tag, class and inline style, in parents of the same make. Keeps passes over long lists short.
   */
  isUsual(make: number): boolean {
    return (this.seen.get(make) ?? 0) >= ENOUGH;
  }

  /** Counts an element that was seen; one that was not makes its kind be asked each time. */
  learn(make: number, visible: boolean): void {
    this.seen.set(make, visible ? (this.seen.get(make) ?? 0) + 1 : -1_000_000);
  }

  /** The make of an element as a number: its own (`ownMake`) and that of what holds it (`lineOf`). */
  makeOf(own: number, around: number): number {
    return own * MANY + around;
  }

  /** What elements inside one of make `own` are held by; `above` is the make of what holds that one in turn, 0 where nothing does. */
  lineOf(own: number, above: number): number {
    const line = own * MANY + above;
    let number = this.lines.get(line);
    if (number === undefined) this.lines.set(line, number = this.numbers += 1);
    return number;
  }

  /** A number for tag, class, inline style, `aria-hidden` and the names of all attributes of an element. */
  ownMake(el: Element): number {
    let alike = this.makes.get(el.tagName);
    if (alike === undefined) this.makes.set(el.tagName, alike = new Map<string, number>());
    let key = '';
    if (el.hasAttributes()) {
      key = el.getAttribute('class') ?? '';
      const style = el.getAttribute('style');
      const hidden = el.getAttribute('aria-hidden');
      if (style !== null || hidden !== null) key = `${key}|${style ?? ''}|${hidden ?? ''}`;
      // A sheet may address any attribute: what carries others is of another make.
      if (el.attributes.length > (key === '' ? 0 : 1)) key = `${key}|${el.getAttributeNames().join()}`;
    }
    let number = alike.get(key);
    if (number === undefined) alike.set(key, number = this.numbers += 1);
    return number;
  }

  /** Where things stand is remembered while the page cannot move. */
  forgetPlaces(): void {
    this.rects.clear();
  }

  /** The box of a node's text on the page, or null where nothing is drawn. */
  rectOf(node: Node): DOMRect | null {
    if (this.range === null || !this.hasLayout) return null;
    let rect = this.rects.get(node);
    if (rect === undefined) {
      if (node.nodeType === 1 && /^(?:INPUT|TEXTAREA|SELECT)$/.test((node as Element).tagName)) rect = (node as Element).getBoundingClientRect();
      else {
        this.range.selectNodeContents(node);
        rect = this.range.getBoundingClientRect();
      }
      this.rects.set(node, rect);
    }
    return rect;
  }

  /** Whether glyphs of this text node are drawn somewhere a person can get at. */
  drawn(node: Node): boolean {
    const rect = this.rectOf(node);
    if (rect === null) return true;
    if (rect.width < 1.5 || rect.height < 1.5) return false;
    const scrollY = this.view?.scrollY ?? 0;
    return !(rect.right < -400 || rect.bottom + scrollY < -400 || rect.left > 60_000);
  }

  /** Whether an ancestor clips everything in it away, or makes it transparent. */
  private clips(el: Element, lightly = false): boolean {
    const known = this.clipped.get(el);
    if (known !== undefined) return known;
    const chain: Element[] = [];
    let at: Element | null = el;
    let result = false;
    while (at !== null) {
      const cached = this.clipped.get(at);
      if (cached !== undefined) {
        result = cached;
        break;
      }
      chain.push(at);
      at = composedParent(at);
      if (chain.length > 800) break;
    }
    for (let index = chain.length - 1; index >= 0; index -= 1) {
      const step = chain[index];
      if (step === undefined) continue;
      if (!result) result = lightly ? this.hidesLikely(step) : this.hides(step);
      this.clipped.set(step, result);
    }
    return result;
  }

  /** As `hides`, asked of the style only a few times for each make of elements; of the size, which scripts and siblings change, always. */
  private hidesLikely(el: Element): boolean {
    if (CANNOT_COLLAPSE.test(el.tagName)) return false;
    const { offsetHeight, offsetWidth } = el as HTMLElement;
    if (offsetHeight <= 1 || offsetWidth <= 1) return this.hides(el);
    const make = this.ownMake(el);
    const asked = this.unhidden.get(make) ?? 0;
    if (asked >= ENOUGH) return false;
    const result = this.hides(el);
    if (!result) this.unhidden.set(make, asked + 1);
    return result;
  }

  private hides(el: Element): boolean {
    const style = this.view?.getComputedStyle(el);
    if (style === undefined) return false;
    if (Number(style.opacity) < 0.06) return true;
    if (/^rgba\(.*, 0\)$/.test(style.color) && style.getPropertyValue('-webkit-text-fill-color') === style.color && style.textShadow === 'none' && style.backgroundClip !== 'text') return true;
    if (style.filter !== 'none' && /opacity\(0(?:\.0[0-5]\d*)?%?\)/.test(style.filter)) return true;
    if (style.transform !== 'none' && FLAT.test(style.transform) || style.scale !== 'none' && /^0(?: |$)|^\S+ 0(?: |$)/.test(style.scale)) return true;
    if (/^inset\((?:50|100)%|^inset\((?:(?!round)[^)])*(?<![-\d.])100%|^circle\(0|^polygon\(0(?:px)? 0(?:px)?, 0(?:px)? 0/.test(style.clipPath)) return true;
    const clip = style.getPropertyValue('clip');
    if (clip !== 'auto' && /^rect\((?:0|1)px,? (?:0|1)px,? (?:0|1)px,? (?:0|1)px\)$/.test(clip)) return true;
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
      if (style.display === 'contents' || style.display === 'inline' || el === el.ownerDocument.body || el === el.ownerDocument.documentElement) return false;
      const box = el.getBoundingClientRect();
      if (box.width <= 1.5 && style.overflowX !== 'visible' || box.height <= 1.5 && style.overflowY !== 'visible') return true;
    }
    return false;
  }
}

function hiddenByMarkup(el: Element): boolean {
  for (let at: Element | null = el, steps = 0; at !== null && steps < 400; at = composedParent(at), steps += 1) {
    if (at.hasAttribute('hidden') || /display:\s*none|visibility:\s*hidden/i.test(at.getAttribute('style') ?? '')) return true;
  }
  return false;
}
