import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { isInUnseenFrame } from '../../rules/portals/reader/unseen-frames.ts';

const QUIET_MS = 350;
const AT_LATEST_MS = 2000;
const SHADOWS_MS = 3000;
const SEEN_CHANGING: MutationObserverInit = {
  childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'aria-expanded', 'aria-hidden', 'data-state', 'open', 'value'],
};
const OURS = 'overturn-mark';
const isOurNode = (node: Node): boolean => node.nodeName === OURS.toUpperCase();
/** A mark of ours that came, went or moved is no change of the page. */
const isOurs = ({ target, addedNodes, removedNodes }: MutationRecord): boolean => isOurNode(target) || (addedNodes.length + removedNodes.length > 0 && [...addedNodes, ...removedNodes].every(isOurNode));

/**
 * Calls `look` when the page has been still for a moment, at the latest every two seconds while it keeps changing.
 *
 * Portals draw cards one by one and some rewrite themselves without end, so looking is debounced and waits for idle time.
 * On a hidden tab nothing is observed at all; when it comes back to the front it is looked at anew. Route changes without
 * a load are only changes like any other: the address may change before or after the page does, and only the page itself
 * is evidence.
 */
export class PageWatch {
  readonly #ctx: ContentScriptContext;
  readonly #look: () => void;
  readonly #observer = new MutationObserver((changes) => { if (!changes.every(isOurs)) this.#hasChanged(); });
  #roots = new WeakSet<Node>();
  #waiting = 0;
  #firstChange = 0;
  #changes = 0;
  #isWatching = false;
  #isUnseen = false;

  constructor(ctx: ContentScriptContext, look: () => void) {
    this.#ctx = ctx;
    this.#look = look;
    ctx.addEventListener(document, 'visibilitychange', () => this.#keepUp());
    // A page put back from the back/forward cache comes as it was left, without a change to observe.
    ctx.addEventListener(window, 'pageshow', (event) => { if (event.persisted) this.#hasChanged(); });
    ctx.addEventListener(window, 'wxt:locationchange', () => this.#hasChanged());
    // What fades or slides in can be seen only at the end of it.
    ctx.addEventListener(document, 'transitionend', () => this.#hasChanged());
    ctx.addEventListener(document, 'animationend', () => this.#hasChanged());
    // Also where a page that writes itself anew (`document.open`) took every listener away.
    ctx.setInterval(() => {
      this.#keepUp();
      this.#lookAround();
    }, SHADOWS_MS);
    ctx.onInvalidated(() => this.#observer.disconnect());
    this.#keepUp();
    this.#isUnseen = isInUnseenFrame(document);
  }

  /** How often the page has changed: it says the same as long as this does not move. Null while nobody watches it. */
  get changes(): number | null {
    if (!this.#isWatching) return null;
    if (this.#observer.takeRecords().some((record) => !isOurs(record))) this.#hasChanged();
    this.#lookAround();
    return this.#changes;
  }

  /** Whether this frame is shown is decided by the page around it, whose changes are none of this one. */
  #lookAround(): void {
    if (!this.#isWatching) return;
    const isUnseen = isInUnseenFrame(document);
    if (isUnseen === this.#isUnseen) return;
    this.#isUnseen = isUnseen;
    this.#hasChanged();
  }

  #hasChanged(): void {
    this.#changes += 1;
    if (!this.#isWatching) return;
    const now = performance.now();
    if (this.#waiting === 0) this.#firstChange = now;
    else clearTimeout(this.#waiting);
    this.#waiting = this.#ctx.setTimeout(() => {
      this.#waiting = 0;
      this.#ctx.requestIdleCallback(() => {
        if (!this.#isWatching) return;
        this.#followShadows();
        this.#look();
      }, { timeout: 500 });
    }, Math.max(0, Math.min(QUIET_MS, this.#firstChange + AT_LATEST_MS - now)));
  }

  /** Watches while the page can be seen, and only then. */
  #keepUp(): void {
    if (document.visibilityState === 'visible') {
      const comesBack = !this.#isWatching;
      this.#isWatching = true;
      this.#follow(document);
      this.#followShadows();
      if (comesBack) this.#hasChanged();
    } else if (this.#isWatching) {
      this.#isWatching = false;
      this.#observer.disconnect();
      this.#roots = new WeakSet();
      clearTimeout(this.#waiting);
      this.#waiting = 0;
    }
  }

  #follow(root: Document | ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, SEEN_CHANGING);
    if (root !== document) this.#changes += 1; // what happened in it before is not known
  }

  /** Changes inside an open shadow root do not reach an observer of the document. */
  #followShadows(): void {
    const pending: (Document | ShadowRoot)[] = [document];
    let budget = 5000;
    for (let root = pending.pop(); root !== undefined && budget > 0; root = pending.pop()) {
      for (const element of root.querySelectorAll('*')) {
        if (--budget === 0) break;
        if (element.localName.includes('-') && element.shadowRoot !== null && element.localName !== OURS) {
          this.#follow(element.shadowRoot);
          pending.push(element.shadowRoot);
        }
      }
    }
  }
}
