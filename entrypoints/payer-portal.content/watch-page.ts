import type { ContentScriptContext } from 'wxt/utils/content-script-context';

const QUIET_MS = 350;
const AT_LATEST_MS = 2000;

/**
 * Calls `look` when the page has been still for a moment, at the latest every two seconds while it keeps changing.
 *
 * Portals draw cards one by one and some rewrite themselves without end, so looking is debounced, waits for idle time,
 * and rests while the tab is hidden. Route changes without a load are only changes like any other: the address may change before
 * or after the page does, and only the page itself is evidence.
 */
export function watchPage(ctx: ContentScriptContext, look: () => void): void {
  let waiting = 0;
  let firstChange = 0;
  let wasHidden = false;

  const lookSoon = () => {
    if (document.hidden) {
      wasHidden = true;
      return;
    }
    const now = performance.now();
    if (waiting === 0) firstChange = now;
    else clearTimeout(waiting);
    const wait = Math.max(0, Math.min(QUIET_MS, firstChange + AT_LATEST_MS - now));
    waiting = ctx.setTimeout(() => {
      waiting = 0;
      ctx.requestIdleCallback(look, { timeout: 500 });
    }, wait);
  };

  const observer = new MutationObserver(lookSoon);
  const roots = new WeakSet<Node>();
  const follow = (root: Document | ShadowRoot) => {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'aria-expanded', 'aria-hidden', 'data-state', 'open', 'value'] });
  };
  follow(document);
  // Changes inside an open shadow root do not reach an observer of the document.
  const followShadows = () => {
    const pending: (Document | ShadowRoot)[] = [document];
    let budget = 5000;
    for (let root = pending.pop(); root !== undefined && budget > 0; root = pending.pop()) {
      for (const element of root.querySelectorAll('*')) {
        if (--budget === 0) break;
        if (element.localName.includes('-') && element.shadowRoot !== null) {
          follow(element.shadowRoot);
          pending.push(element.shadowRoot);
        }
      }
    }
  };

  ctx.addEventListener(document, 'visibilitychange', () => {
    if (!document.hidden && wasHidden) {
      wasHidden = false;
      lookSoon();
    }
  });
  ctx.addEventListener(window, 'wxt:locationchange', lookSoon);
  ctx.setInterval(() => {
    if (!document.hidden) followShadows();
  }, 3000);
  ctx.onInvalidated(() => observer.disconnect());
  followShadows();
  lookSoon();
}
