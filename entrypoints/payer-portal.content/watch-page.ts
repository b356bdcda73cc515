import type { ContentScriptContext } from 'wxt/utils/content-script-context';

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
export function watchPage(ctx: ContentScriptContext, look: () => void): void {
  let waiting = 0;
  let firstChange = 0;
  let isWatching = false;
  let roots = new WeakSet<Node>();

  const lookSoon = () => {
    if (!isWatching) return;
    const now = performance.now();
    if (waiting === 0) firstChange = now;
    else clearTimeout(waiting);
    waiting = ctx.setTimeout(() => {
      waiting = 0;
      ctx.requestIdleCallback(() => { if (isWatching) look(); }, { timeout: 500 });
    }, Math.max(0, Math.min(QUIET_MS, firstChange + AT_LATEST_MS - now)));
  };
  const observer = new MutationObserver((changes) => { if (!changes.every(isOurs)) lookSoon(); });

  const follow = (root: Document | ShadowRoot) => {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root, SEEN_CHANGING);
  };
  // Changes inside an open shadow root do not reach an observer of the document.
  const followShadows = () => {
    const pending: (Document | ShadowRoot)[] = [document];
    let budget = 5000;
    for (let root = pending.pop(); root !== undefined && budget > 0; root = pending.pop()) {
      for (const element of root.querySelectorAll('*')) {
        if (--budget === 0) break;
        if (element.localName.includes('-') && element.shadowRoot !== null && element.localName !== OURS) {
          follow(element.shadowRoot);
          pending.push(element.shadowRoot);
        }
      }
    }
  };

  /** Watches while the page can be seen, and only then. */
  const keepUp = () => {
    if (document.visibilityState === 'visible') {
      const comesBack = !isWatching;
      isWatching = true;
      follow(document);
      followShadows();
      if (comesBack) lookSoon();
    } else if (isWatching) {
      isWatching = false;
      observer.disconnect();
      roots = new WeakSet();
      clearTimeout(waiting);
      waiting = 0;
    }
  };

  ctx.addEventListener(document, 'visibilitychange', keepUp);
  // A page put back from the back/forward cache comes as it was left, without a change to observe.
  ctx.addEventListener(window, 'pageshow', lookSoon);
  ctx.addEventListener(window, 'wxt:locationchange', lookSoon);
  // Also where a page that writes itself anew (`document.open`) took every listener away.
  ctx.setInterval(keepUp, SHADOWS_MS);
  ctx.onInvalidated(() => observer.disconnect());
  keepUp();
}
