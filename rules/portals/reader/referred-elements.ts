/**
 * The element an id refers to, seen from the one that refers to it. Server-built pages repeat ids part by part: then it is the one nearest
 * to who refers, and where two are equally near nobody knows which is meant.
 */
export function referredElement(from: Element, id: string): Element | null {
  const root = from.getRootNode() as Document | ShadowRoot;
  const first = typeof root.getElementById === 'function' ? root.getElementById(id) : null;
  const escape = from.ownerDocument.defaultView?.CSS?.escape;
  if (first === null || typeof escape !== 'function') return first;
  const all = [...root.querySelectorAll(`#${escape(id)}`)];
  if (all.length < 2) return first;
  for (let at = from.parentNode; at !== null; at = at.parentNode) {
    const near = all.filter((element) => at.contains(element));
    if (near.length > 0) return near.length === 1 ? near[0] ?? null : null;
  }
  return null;
}
