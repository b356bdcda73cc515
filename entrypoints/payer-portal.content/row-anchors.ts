import type { Reading } from '../../rules/reading/reading.ts';

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'OVERTURN-MARK']);
const MOST_NODES = 200_000;

/** The text by which each row of a list is found on the page: the claim's number, or the account number where there is none. */
function wordsOfRows(reading: Reading): (string | null)[] {
  return reading.claims.map((claim) => fold((claim.claimControlNumber ?? claim.patientControlNumber)?.raw ?? '') || null);
}

function fold(text: string): string {
  return text.slice(0, 300).replaceAll(/\s+/gu, ' ').trim();
}

/**
 * Where the rows of a list stand: for each row the text node of its number, null where it is not drawn now. Two rows with
 * one number are told apart by their order. Reads the page and touches nothing.
 */
export class RowAnchors {
  #words: (string | null)[] = [];
  #found: (Text | null)[] = [];

  find(reading: Reading): readonly (Text | null)[] {
    const words = wordsOfRows(reading);
    const isSame = words.length === this.#words.length && words.every((word, at) => word === this.#words[at]);
    if (isSame && this.areAsFound()) return this.#found;
    this.#words = words;
    this.#found = this.#search(words);
    return this.#found;
  }

  /** As long as all that was found still says what it said, nothing was drawn anew and nothing has to be looked for. */
  areAsFound(): boolean {
    return this.#found.some((text) => text !== null) && this.#found.every((text, at) => text === null || (text.isConnected && fold(text.data) === this.#words[at]));
  }

  #search(words: readonly (string | null)[]): (Text | null)[] {
    const wanted = new Map<string, number[]>();
    words.forEach((word, row) => { if (word !== null) wanted.set(word, [...(wanted.get(word) ?? []), row]); });
    const found: (Text | null)[] = words.map(() => null);
    let missing = words.filter((word) => word !== null).length;
    let budget = MOST_NODES;
    const visit = (root: Node): void => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => (SKIPPED.has(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
      for (let node = walker.nextNode(); node !== null && missing > 0 && budget > 0; node = walker.nextNode()) {
        budget -= 1;
        if (node instanceof Text) {
          if (node.data.length > 300) continue;
          const row = wanted.get(fold(node.data))?.find((at) => found[at] === null);
          if (row !== undefined && isDrawn(node)) {
            found[row] = node;
            missing -= 1;
          }
        } else if (node instanceof Element && node.shadowRoot !== null) visit(node.shadowRoot);
      }
    };
    if (missing > 0) visit(document.body);
    return found;
  }
}

function isDrawn(text: Text): boolean {
  return text.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true;
}

const range = (text: Text): Range => {
  const made = document.createRange();
  made.selectNodeContents(text);
  return made;
};

/** The box of the text itself, not of its cell. */
export function boxOfText(text: Text): DOMRect {
  return range(text).getBoundingClientRect();
}

/** Where a text stands; null where a box around it that scrolls has cut it off. `isInWindow`: it can be seen without scrolling the page, too. */
export function clippedBox(text: Text): { box: DOMRect; isInWindow: boolean } | null {
  const box = boxOfText(text);
  const middle = box.top + box.height / 2;
  for (let at: Element | null = text.parentElement; at !== null && at !== document.body && at !== document.documentElement; at = at.parentElement ?? hostOf(at)) {
    if (at.scrollHeight <= at.clientHeight + 1) continue;
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'visible') continue;
    const around = at.getBoundingClientRect();
    if (middle < around.top || middle > around.bottom) return null;
  }
  return { box, isInWindow: middle >= 0 && middle <= innerHeight };
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
