const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'OVERTURN-MARK']);
const MOST_NODES = 60_000;

/**
 * Where a value of the reading stands on the page: the text node that holds `raw`, preferring the one nearest below `label`.
 * For showing evidence only; reads the page and touches nothing.
 */
export function findOnPage(raw: string, label: string | null): DOMRect | null {
  const wanted = fold(raw);
  if (wanted === '') return null;
  const wantedLabel = label === null ? '' : fold(label);
  let sinceLabel = Number.POSITIVE_INFINITY;
  let best: { node: Node; distance: number } | null = null;
  let budget = MOST_NODES;

  const visit = (node: Node): void => {
    if (--budget < 0) return;
    if (node.nodeType === Node.TEXT_NODE) {
      const text = fold(node.nodeValue ?? '');
      if (text === '') return;
      sinceLabel += 1;
      if (wantedLabel !== '' && text.includes(wantedLabel)) sinceLabel = 0;
      if (text.includes(wanted) && (best === null || sinceLabel < best.distance) && isVisible(node)) best = { node, distance: sinceLabel };
      return;
    }
    if (node instanceof HTMLElement) {
      if (SKIPPED.has(node.tagName)) return;
      if (node instanceof HTMLInputElement && fold(node.value) === wanted) best ??= { node, distance: 1 };
      if (node.shadowRoot !== null) visitChildren(node.shadowRoot);
    }
    visitChildren(node);
  };
  const visitChildren = (node: Node): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child);
  };
  visit(document.body);

  const found = best as { node: Node; distance: number } | null;
  return found === null ? null : rectangleOf(found.node);
}

function fold(text: string): string {
  return text.slice(0, 4000).replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}

function rectangleOf(node: Node): DOMRect {
  if (node instanceof Element) return node.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}

function isVisible(node: Node): boolean {
  const { width, height } = rectangleOf(node);
  return width > 0 && height > 0;
}
