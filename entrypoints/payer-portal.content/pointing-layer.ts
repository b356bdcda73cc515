import type { HookFinder, ShownLeaf } from '../../rules/portals/maps/find-hooks.ts';

declare const __OVERTURN_BUILD__: 'store' | 'demo';

const STYLE = `
  :host { all: initial; position: fixed; z-index: 2147483647; inset: 0 auto auto 0; width: 0; height: 0; overflow: visible; }
  * { box-sizing: border-box; margin: 0; font: 500 13px/18px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
  .catcher { position: fixed; inset: 0; cursor: crosshair; background: transparent; }
  .mask { position: fixed; border: 2px solid #1d4ed8; border-radius: 4px; background: rgba(29,78,216,.12); pointer-events: none; }
  .hint { position: fixed; top: 12px; left: 50%; transform: translateX(-50%); padding: 8px 14px; border: 1px solid #c9cfd8; border-radius: 16px; background: #ffffff; color: #17202b; box-shadow: 0 2px 8px rgba(16, 24, 40, .18); pointer-events: none; }
  @media (prefers-color-scheme: dark) { .hint { background: #1b2430; color: #eef2f7; border-color: #3b4656; } }
`;
/** All that a click or a key press can be for the page below: none of it may get there. */
const CAUGHT = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu', 'touchstart', 'touchend'] as const;

/**
 * The layer over a frame while somebody points at a value: it outlines what lies below and catches the click, so that nothing
 * of the portal's is pressed. It hangs in a root of our own; the portal's nodes are only looked at.
 */
export class PointingLayer {
  readonly #host = document.createElement('overturn-mark');
  readonly #catcher = document.createElement('div');
  readonly #mask = document.createElement('div');
  readonly #hint = document.createElement('div');
  #leaves: readonly ShownLeaf[] = [];
  #pick: ((n: number | null) => void) | null = null;

  constructor() {
    const root = this.#host.attachShadow({ mode: __OVERTURN_BUILD__ === 'demo' ? 'open' : 'closed' });
    const style = document.createElement('style');
    style.textContent = STYLE;
    this.#catcher.className = 'catcher';
    this.#mask.className = 'mask';
    this.#mask.hidden = true;
    this.#hint.className = 'hint';
    this.#hint.setAttribute('role', 'status');
    this.#hint.textContent = 'Click a value. Esc stops.';
    root.append(style, this.#catcher, this.#mask, this.#hint);
  }

  /** Waits for one click on a value; gives its number among the visible texts, or null when the person stopped. */
  start(finder: HookFinder, onPick: (n: number | null) => void): void {
    this.stop();
    this.#leaves = finder.shownLeaves();
    this.#pick = onPick;
    this.#catcher.hidden = false;
    this.#hint.hidden = window.top !== window;
    this.#cutHoles();
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
    for (const kind of CAUGHT) addEventListener(kind, this.#catch, { capture: true, passive: false });
    addEventListener('pointermove', this.#move, { capture: true });
    addEventListener('keydown', this.#key, { capture: true });
    addEventListener('wheel', this.#wheel, { capture: true, passive: true });
    addEventListener('resize', this.#cutHoles);
  }

  stop(): void {
    this.#pick = null;
    for (const kind of CAUGHT) removeEventListener(kind, this.#catch, { capture: true });
    removeEventListener('pointermove', this.#move, { capture: true });
    removeEventListener('keydown', this.#key, { capture: true });
    removeEventListener('wheel', this.#wheel, { capture: true });
    removeEventListener('resize', this.#cutHoles);
    this.#host.remove();
  }

  /** Outlines one of the visible texts, without catching anything; null takes the outline away. */
  show(leaf: ShownLeaf | null): void {
    if (this.#pick !== null) return;
    if (leaf === null) {
      this.#host.remove();
      return;
    }
    this.#catcher.hidden = true;
    this.#hint.hidden = true;
    leaf.el.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#outline(leaf);
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
  }

  #outline(leaf: ShownLeaf | null): void {
    const box = leaf === null ? null : boxOf(leaf.node);
    this.#mask.hidden = box === null;
    if (box !== null) this.#mask.style.cssText = `left:${box.left - 4}px;top:${box.top - 3}px;width:${box.width + 8}px;height:${box.height + 6}px`;
  }

  /** Frames of this very site have a layer of their own; over the others the layer stays shut, so that no click gets in. */
  readonly #cutHoles = (): void => {
    const holes = [...document.querySelectorAll('iframe, frame')].filter((frame) => isOurs(frame)).map((frame) => frame.getBoundingClientRect());
    const path = [`M0 0H${innerWidth}V${innerHeight}H0Z`, ...holes.map(({ left, top, right, bottom }) => `M${left} ${top}H${right}V${bottom}H${left}Z`)].join('');
    this.#catcher.style.clipPath = holes.length === 0 ? '' : `path(evenodd, "${path}")`;
  };

  readonly #catch = (event: Event): void => {
    if (!event.composedPath().includes(this.#host)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'click' || !(event instanceof MouseEvent)) return;
    const n = this.#leafAt(event.clientX, event.clientY);
    if (n === -1) return;
    const pick = this.#pick;
    this.stop();
    pick?.(n);
  };

  readonly #move = (event: PointerEvent): void => {
    const n = event.composedPath().includes(this.#host) ? this.#leafAt(event.clientX, event.clientY) : -1;
    this.#outline(this.#leaves[n] ?? null);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const pick = this.#pick;
    this.stop();
    pick?.(null);
  };

  /** The wheel scrolls what lies below, as it would without the layer. */
  readonly #wheel = (event: WheelEvent): void => {
    const [below] = this.#below(event.clientX, event.clientY);
    for (let at: Element | null = below ?? null; at !== null; at = at.parentElement) {
      if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll/u.test(getComputedStyle(at).overflowY)) {
        at.scrollBy(event.deltaX, event.deltaY);
        return;
      }
    }
  };

  #below(x: number, y: number): Element[] {
    const found = document.elementsFromPoint(x, y).filter((element) => element !== this.#host);
    const [first] = found;
    return first?.shadowRoot === null || first?.shadowRoot === undefined ? found : [...first.shadowRoot.elementsFromPoint(x, y), ...found];
  }

  /** The text under the pointer: the one whose own lines hold it, else the only one of the element below. */
  #leafAt(x: number, y: number): number {
    const [below] = this.#below(x, y);
    if (below === undefined) return -1;
    const near = this.#leaves.flatMap((leaf, n) => (leaf.el === below || below.contains(leaf.el) ? [n] : []));
    const hit = near.find((n) => {
      const box = boxOf(this.#leaves[n]?.node ?? below);
      return box.left - 3 <= x && x <= box.right + 3 && box.top - 3 <= y && y <= box.bottom + 3;
    });
    return hit ?? (near.length === 1 ? near[0] ?? -1 : -1);
  }
}

function isOurs(frame: Element): boolean {
  return (frame as HTMLIFrameElement).contentDocument !== null; // a frame of a frameset has it too
}

function boxOf(node: Node): DOMRect {
  if (node instanceof Element) return node.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}
