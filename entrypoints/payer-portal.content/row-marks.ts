import type { CommandReply } from '../../rules/protocol/commands.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { boxOfText, clippedBox, RowAnchors } from './row-anchors.ts';

declare const __OVERTURN_BUILD__: 'store' | 'demo';

type Mark = CommandReply<'capture:offer'>['marks'][number];

const HEIGHT = 18;
const WIDTH = 64;
const NARROW = 5;
const STILL_MS = 150;
const CONTROL = 'a[href],a[role],button,input,select,textarea,summary,label,[role=button],[role=link],[role=checkbox],[role=menuitem]';
const STYLE = `
  :host { all: initial; position: fixed; z-index: 2147483644; inset: 0 auto auto 0; width: 0; height: 0; overflow: visible; pointer-events: none; }
  .row { position: fixed; box-sizing: border-box; height: ${HEIGHT}px; padding: 0 4px; border: 1px solid #1d4ed8; border-radius: 9px; background: #fff; color: #17202b; font: 600 11px/16px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; pointer-events: auto; cursor: pointer; text-align: center; }
  .row.soon { border-color: #b45309; background: #fff7e6; }
  .row.over { border-color: #b91c1c; background: #fdecec; }
  .row.quiet { border-color: #667085; color: #475467; }
  .row.changed { border-style: dashed; border-width: 2px; line-height: 14px; }
  .row.narrow { width: ${NARROW}px; padding: 0; border-radius: 2px; border-width: 0; background: #1d4ed8; color: transparent; }
  .row.narrow.soon { background: #b45309; } .row.narrow.over { background: #b91c1c; } .row.narrow.quiet { background: #667085; }
  @media (forced-colors: active) { .row { border-color: ButtonText; background: ButtonFace; color: ButtonText; } }
`;

/** What a mark says: days and whether the page says something else by now. Nothing of the claim. */
function wordsOf({ daysLeft, closed, changed }: Mark): { text: string; spoken: string; tone: string } {
  const days = daysLeft === null ? null : daysLeft < 0 ? `${-daysLeft} d over` : daysLeft === 0 ? 'today' : `${daysLeft} d`;
  const text = closed ? 'closed' : (days ?? 'in queue');
  const left = closed ? 'Closed in your queue' : daysLeft === null ? 'In your queue, no date yet' : daysLeft < 0 ? `In your queue, ${-daysLeft} days over` : daysLeft === 0 ? 'In your queue, due today' : `In your queue, ${daysLeft} days left`;
  return {
    text: changed ? `≠ ${text}` : text, spoken: `Overturn: ${left}${changed ? '. The page says something else than was last seen' : ''}`,
    tone: closed ? 'quiet' : daysLeft === null ? '' : daysLeft < 0 ? 'over' : daysLeft <= 7 ? 'soon' : '',
  };
}

/**
 * Marks beside the rows of a list that are in the queue already, in a closed layer of our own above the page: not one node
 * of the portal is touched and its scripts cannot read them. They stand where nothing of the portal is covered: left or
 * right of the list, else behind the number, else as a narrow bar at the edge of the row. While the page moves they are out
 * of sight, and are laid again in idle time once it is still.
 */
export class RowMarks {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #anchors = new RowAnchors();
  readonly #onPress: () => void;
  #reading: Reading | null = null;
  #marks: readonly Mark[] = [];
  #waiting = 0;

  constructor(onPress: () => void, signal: AbortSignal) {
    this.#onPress = onPress;
    this.#host = document.createElement('overturn-mark');
    this.#root = this.#host.attachShadow({ mode: __OVERTURN_BUILD__ === 'demo' ? 'open' : 'closed' });
    for (const kind of ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup'] as const) this.#host.addEventListener(kind, (event) => event.stopPropagation());
    const moved = () => {
      if (this.#marks.length === 0) return;
      this.#host.style.visibility = 'hidden';
      this.laySoon();
    };
    document.addEventListener('scroll', moved, { capture: true, passive: true, signal });
    window.addEventListener('resize', moved, { passive: true, signal });
    signal.addEventListener('abort', () => this.clear());
  }

  show(reading: Reading, marks: readonly Mark[]): void {
    this.#reading = reading;
    this.#marks = marks;
    if (marks.length === 0) this.clear();
    else this.laySoon();
  }

  clear(): void {
    this.#marks = [];
    clearTimeout(this.#waiting);
    this.#host.remove();
  }

  /** The page may have moved under them. */
  laySoon(): void {
    if (this.#marks.length === 0) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => requestIdleCallback(() => this.#lay(), { timeout: 500 }), STILL_MS) as unknown as number;
  }

  #lay(): void {
    if (this.#reading === null || this.#marks.length === 0 || document.visibilityState !== 'visible') return;
    const anchors = this.#anchors.find(this.#reading);
    const drawn = this.#marks.flatMap((mark) => {
      const text = anchors[mark.row] ?? null;
      const place = text === null ? null : placeFor(text);
      return place === null ? [] : [draw(mark, place, this.#onPress)];
    });
    const style = document.createElement('style');
    style.textContent = STYLE;
    this.#root.replaceChildren(style, ...drawn);
    this.#host.style.visibility = '';
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
  }
}

type Place = { left: number; top: number; isNarrow: boolean };

function draw(mark: Mark, { left, top, isNarrow }: Place, onPress: () => void): HTMLElement {
  const { text, spoken, tone } = wordsOf(mark);
  const element = document.createElement('div');
  element.className = `row ${tone}${mark.changed ? ' changed' : ''}${isNarrow ? ' narrow' : ''}`;
  element.style.cssText = `left:${Math.round(left)}px;top:${Math.round(top)}px;${isNarrow ? '' : `width:${WIDTH}px`}`;
  element.textContent = isNarrow ? '' : text;
  element.title = spoken;
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', spoken);
  element.addEventListener('click', onPress);
  return element;
}

/** A place beside the row where nothing of the portal lies, or null where the row itself is out of sight or covered. */
function placeFor(text: Text): Place | null {
  const seen = clippedBox(text);
  const own = text.parentElement;
  if (seen === null || !seen.isInWindow || own === null) return null;
  const { box } = seen;
  const middle = box.top + box.height / 2;
  const over = topmost(box.left + Math.min(box.width / 2, 20), middle);
  // Something else lies over the number: a dialog, a menu, the head of the list.
  if (over === null || !(over === own || over.contains(own) || own.contains(over))) return null;
  const row = own.closest('tr,[role=row],li') ?? own;
  const list = row.closest('table,[role=grid],[role=treegrid],[role=table],ul,ol') ?? row;
  const edges = list.getBoundingClientRect();
  const cell = own.closest('td,th,[role=gridcell],[role=cell],[role=rowheader]')?.getBoundingClientRect() ?? edges;
  const top = middle - HEIGHT / 2;
  for (const [left, lowest, highest] of [[edges.left - WIDTH - 4, 2, edges.left], [edges.right + 4, edges.right, innerWidth - 2], [box.right + 6, box.right, cell.right - 2]] as const) {
    if (left >= lowest && left + WIDTH <= highest && isFree(left, top, WIDTH)) return { left, top, isNarrow: false };
  }
  const edge = Math.max(0, row.getBoundingClientRect().left, edges.left);
  return isFree(edge, top, NARROW) ? { left: edge, top, isNarrow: true } : null;
}

/** The portal's own element at a point, whatever of ours lies above it. */
function topmost(x: number, y: number): Element | null {
  return document.elementsFromPoint(x, y).find((element) => element.localName !== 'overturn-mark') ?? null;
}

/** Whether neither a control nor a word of the portal lies there. */
function isFree(left: number, top: number, width: number): boolean {
  for (const x of [left + 1, left + width / 2, left + width - 1]) {
    for (const y of [top + 2, top + HEIGHT - 2]) {
      const element = topmost(x, y);
      if (element === null || element.closest(CONTROL) !== null || ['IMG', 'SVG', 'CANVAS', 'IFRAME', 'FRAME', 'VIDEO', 'EMBED', 'OBJECT'].includes(element.tagName.toUpperCase())) return false;
      for (const node of element.childNodes) {
        if (!(node instanceof Text) || node.data.trim() === '') continue;
        const words = boxOfText(node);
        if (words.right > left && words.left < left + width && words.bottom > top && words.top < top + HEIGHT) return false;
      }
    }
  }
  return true;
}
