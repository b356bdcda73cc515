/** What the pill may say: a word for the status, days, a count. Never a person and never a number of a claim. */
export type PillWords = { text: string; tone: 'plain' | 'soon' | 'over' | 'quiet'; hint: string };
export type PillPlace = { side: 'left' | 'right'; top: number };

declare const __OVERTURN_BUILD__: 'store' | 'demo';

const STYLE = `
  :host { all: initial; position: fixed; z-index: 2147483646; inset: 0 auto auto 0; width: 0; height: 0; overflow: visible; }
  * { box-sizing: border-box; margin: 0; font: 500 13px/18px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
  .pill { position: fixed; display: flex; align-items: center; gap: 8px; max-width: 260px; height: 32px; padding: 0 12px 0 10px; border: 1px solid #c9cfd8; border-radius: 16px; background: #ffffff; color: #17202b; box-shadow: 0 2px 8px rgba(16, 24, 40, .18); cursor: pointer; user-select: none; touch-action: none; white-space: nowrap; }
  .pill:hover { background: #f4f6f9; }
  .pill:focus-visible { outline: 2px solid #1d4ed8; outline-offset: 2px; }
  .mark { flex: none; width: 10px; height: 10px; border-radius: 5px; border: 2px solid #1d4ed8; }
  .soon .mark { border-color: #b45309; background: #b45309; }
  .over .mark { border-color: #b91c1c; background: #b91c1c; border-radius: 2px; }
  .quiet .mark { border-color: #667085; }
  .words { overflow: hidden; text-overflow: ellipsis; }
  .card { position: fixed; width: 420px; max-width: calc(100vw - 24px); height: min(680px, calc(100vh - 24px)); border: 1px solid #c9cfd8; border-radius: 12px; background: #ffffff; box-shadow: 0 12px 40px rgba(16, 24, 40, .28); color-scheme: normal; }
  .leaving { position: fixed; top: 12px; width: 420px; height: 400px; border: 0; visibility: hidden; pointer-events: none; }
  @media (prefers-color-scheme: dark) { .pill { background: #1b2430; color: #eef2f7; border-color: #3b4656; } .pill:hover { background: #242f3d; } .card { background: #121821; border-color: #3b4656; } }
  @media (forced-colors: active) { .pill { border-color: ButtonText; background: ButtonFace; color: ButtonText; } }
`;

/** How long the frame of a closed card stays, out of sight: one that is taken away within a press swallows the rest of it. */
const LEAVE_MS = 400;

const CONTROL = 'a[href],button,input,select,textarea,summary,[role=button],[role=link],[role=tab],[role=menuitem],[tabindex]:not([tabindex="-1"])';

/** Firefox refuses constructed sheets made in a content script's world; there a style element serves. */
function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = STYLE;
    root.append(style);
  }
}

/**
 * The quiet mark beside a claim page and the frame of the review card.
 *
 * Both hang in one closed shadow root of our own; nothing of the portal's is touched. Sizes are pixels because `rem` follows the portal.
 * Events of the pill stop at the host, so that no hotkey of the portal fires; keys typed in the card belong to another document anyway.
 */
export class Pill {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #button: HTMLButtonElement;
  readonly #words: HTMLSpanElement;
  #place: PillPlace;
  #card: HTMLIFrameElement | null = null;
  #dragged = false;
  readonly #onMoved: (place: PillPlace) => void;
  readonly #onClosed: () => void;

  constructor(place: PillPlace, { onPress, onMoved, onClosed }: { onPress: () => void; onMoved: (place: PillPlace) => void; onClosed: () => void }) {
    this.#place = place;
    this.#onMoved = onMoved;
    this.#onClosed = onClosed;
    this.#host = document.createElement('overturn-mark');
    this.#root = this.#host.attachShadow({ mode: __OVERTURN_BUILD__ === 'demo' ? 'open' : 'closed' });
    dress(this.#root);
    this.#button = document.createElement('button');
    this.#button.type = 'button';
    const mark = document.createElement('span');
    mark.className = 'mark';
    mark.setAttribute('aria-hidden', 'true');
    this.#words = document.createElement('span');
    this.#words.className = 'words';
    this.#button.append(mark, this.#words);
    this.#root.append(this.#button);
    this.#button.addEventListener('click', () => {
      if (this.#dragged) this.#dragged = false;
      else onPress();
    });
    this.#button.addEventListener('keydown', (event) => {
      const step = { ArrowUp: -24, ArrowDown: 24 }[event.key];
      if (event.altKey && step !== undefined) this.#moveTo({ ...this.#place, top: this.#place.top + step });
      else if (event.altKey && event.key === 'ArrowLeft') this.#moveTo({ ...this.#place, side: 'left' });
      else if (event.altKey && event.key === 'ArrowRight') this.#moveTo({ ...this.#place, side: 'right' });
      else if (event.key === 'Escape') this.closeCard();
    });
    this.#makeDraggable();
    for (const kind of ['click', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'keypress', 'input', 'focusin', 'focusout'] as const) this.#host.addEventListener(kind, (event) => event.stopPropagation());
  }

  show(words: PillWords): void {
    this.#button.className = `pill ${words.tone}`;
    this.#words.textContent = words.text;
    this.#button.title = words.hint;
    this.#button.setAttribute('aria-label', `Overturn: ${words.text}. ${words.hint}`);
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
    this.#lay();
  }

  hide(): void {
    this.closeCard();
    this.#host.remove();
  }

  get cardIsOpen(): boolean {
    return this.#card !== null;
  }

  /** Opens the review card, a page of the extension: the portal can neither read nor restyle it. */
  openCard(url: string, onLoaded: () => void): void {
    this.closeCard();
    const frame = document.createElement('iframe');
    // Also where the page refuses it: what is loaded then is the browser's own word about that.
    frame.addEventListener('load', onLoaded, { once: true });
    frame.className = 'card';
    frame.title = 'Overturn review card';
    frame.src = url;
    this.#card = frame;
    this.#root.append(frame);
    this.#lay();
  }

  /** Out of sight at once; the frame itself goes a moment later. */
  closeCard(): void {
    const card = this.#card;
    if (card === null) return;
    const wasInCard = this.#root.activeElement === card;
    this.#card = null;
    card.className = 'leaving';
    card.style.cssText = '';
    setTimeout(() => card.remove(), LEAVE_MS);
    // Back to where a keyboard came from; somebody who works in the portal meanwhile is left where they are.
    if (wasInCard && this.#host.isConnected) this.#button.focus({ preventScroll: true });
    this.#onClosed();
  }

  /** After the press that opened the card, unless the person has gone on to something else by the time it stands. */
  focusCard(): void {
    const at = document.activeElement;
    if (at === null || at === document.body || at === this.#host) this.#card?.focus({ preventScroll: true });
  }

  /** The window or what lies beneath moved: the mark keeps its place where it covers nothing, and otherwise finds another. */
  layAgain(): void {
    if (this.#host.isConnected) this.#lay();
  }

  #lay(): void {
    const { side } = this.#place;
    const top = this.#dragged ? this.#place.top : this.#freeTop();
    this.#button.style.cssText = `top:${top}px;${side}:12px`;
    if (this.#card !== null) {
      const height = Math.min(680, innerHeight - 24);
      const cardTop = Math.max(12, Math.min(top + 40, innerHeight - height - 12));
      this.#card.style.cssText = `top:${cardTop}px;${side}:12px`;
    }
  }

  /** The remembered height, or the next one down where no control of the portal lies beneath. */
  #freeTop(): number {
    const lowest = innerHeight - 48;
    const wished = Math.max(8, Math.min(this.#place.top, lowest));
    const width = this.#button.getBoundingClientRect().width || 160;
    const xs = this.#place.side === 'left' ? [16, 12 + width / 2, 8 + width] : [innerWidth - 16, innerWidth - 12 - width / 2, innerWidth - 8 - width];
    const isFree = (top: number) => xs.every((x) => [top + 4, top + 28].every((y) => !document.elementsFromPoint(x, y).some((element) => element !== this.#host && element.matches(CONTROL))));
    for (let shift = 0; shift <= lowest; shift += 40) {
      const below = wished + shift;
      if (below <= lowest && isFree(below)) return below;
      const above = wished - shift;
      if (above >= 8 && isFree(above)) return above;
    }
    return wished;
  }

  #moveTo(place: PillPlace): void {
    this.#place = { side: place.side, top: Math.max(8, Math.min(Math.round(place.top), innerHeight - 48)) };
    this.#lay();
    this.#onMoved(this.#place);
  }

  #makeDraggable(): void {
    this.#button.addEventListener('pointerdown', (down) => {
      if (down.button !== 0) return;
      const offset = down.clientY - this.#button.getBoundingClientRect().top;
      const move = (event: PointerEvent) => {
        if (!this.#dragged && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < 6) return;
        this.#dragged = true;
        this.#button.setPointerCapture(down.pointerId);
        this.#place = { side: event.clientX < innerWidth / 2 ? 'left' : 'right', top: event.clientY - offset };
        this.#lay();
      };
      const up = () => {
        this.#button.removeEventListener('pointermove', move);
        if (this.#dragged) this.#moveTo(this.#place);
      };
      this.#button.addEventListener('pointermove', move);
      this.#button.addEventListener('pointerup', up, { once: true });
      this.#button.addEventListener('pointercancel', up, { once: true });
    });
  }
}
