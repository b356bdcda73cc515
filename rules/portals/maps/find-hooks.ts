import { composedParent, Sight } from '../reader/visibility.ts';
import { readLabel } from '../reader/labels.ts';
import { portalWordKey } from '../reader/portal-words.ts';
import { foldText, isEmptyMark } from '../reader/shown-text.ts';
import type { Hook } from './portal-map.ts';

/**
 * What stands at a hook: `gone` where the hook (or the label that must stand there) is not on the page or is there several times
 * with different texts, `empty` where the portal shows no value, else the texts, the whole first.
 */
export type AtHook = { state: 'gone' } | { state: 'empty' } | { state: 'found'; texts: string[]; label: string | null; el: Element };

/** One visible text of the page. `node`: the text node, or the field that shows it. */
export type ShownLeaf = { text: string; el: Element; node: Node };

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'svg', 'OVERTURN-MARK', 'SELECT', 'OPTION', 'IFRAME']);
const MOST_ELEMENTS = 60_000;
const MOST_PIECES = 24;
const MOST_LEAVES = 20_000;
/** As many claims as one page is cut into. */
const MOST_ALIKE = 500;

/** The named elements of a page, looked up once a pass: nothing of a page without hooks is walked. */
export class HookFinder {
  private readonly sight: Sight;
  private readonly testIds = new Map<string, Element[]>();
  private readonly ariaLabels = new Map<string, Element[]>();
  private readonly ids: { id: string; el: Element }[] = [];
  private leaves: ShownLeaf[] | null = null;
  private readonly root: Document;

  constructor(root: Document) {
    this.root = root;
    this.sight = new Sight(root);
    let budget = MOST_ELEMENTS;
    const look = (part: Document | ShadowRoot): void => {
      for (const el of part.querySelectorAll('*')) {
        if (--budget < 0) return;
        if (el.shadowRoot !== null && el.shadowRoot !== undefined) look(el.shadowRoot);
        if (el.attributes.length === 0) continue;
        const testId = el.getAttribute('data-testid');
        if (testId !== null) push(this.testIds, testId, el);
        const aria = el.getAttribute('aria-label');
        if (aria !== null && aria.length <= 80) push(this.ariaLabels, portalWordKey(aria), el);
        if (el.id !== '' && el.id.length <= 300) this.ids.push({ id: el.id, el });
      }
    };
    look(root);
  }

  /** Whether a hook is there to be seen; labels and columns are the reader's to find. */
  isThere(hook: Hook): boolean {
    return this.at(hook).state !== 'gone';
  }

  /** What stands at a hook on the page, or in one `part` of it; a place counts the texts of the whole page and has no part. */
  at(hook: Hook, part: Element | null = null): AtHook {
    if (hook.by === 'place') return part === null ? this.atPlace(hook.after, hook.nth) : { state: 'gone' };
    const found = this.drawnAt(hook).filter(({ el }) => part === null || isIn(el, part));
    const first = found[0];
    if (first === undefined || found.some(({ pieces }) => pieces.join('\n') !== first.pieces.join('\n'))) return { state: 'gone' };
    return valueOf(first.el, first.pieces, 'label' in hook ? hook.label : undefined);
  }

  /** Every place where a hook is, each on its own: one for each claim of a list. */
  all(hook: Hook): { el: Element; at: AtHook }[] {
    return this.drawnAt(hook).map(({ el, pieces }) => ({ el, at: valueOf(el, pieces, 'label' in hook ? hook.label : undefined) }));
  }

  private drawnAt(hook: Hook): { el: Element; pieces: string[] }[] {
    return this.elements(hook).flatMap((el) => {
      if (isTypedInto(el)) return [];
      const pieces = this.pieces(el);
      return pieces.length === 0 && !this.isDrawn(el) ? [] : [{ el, pieces }];
    });
  }

  private elements(hook: Hook): Element[] {
    switch (hook.by) {
      case 'testid': return this.testIds.get(hook.is) ?? [];
      case 'aria-label': return this.ariaLabels.get(portalWordKey(hook.is)) ?? [];
      // `ctl00_cph_gv_ctl03_lblIcn`, `form:list:0:icn`: the numbers change with position, the last part is the maker's name for it.
      case 'id-suffix': return this.ids.filter(({ id }) => id === hook.is || id.endsWith(hook.is) && /[_:.-]/u.test(id.charAt(id.length - hook.is.length - 1))).map(({ el }) => el);
      default: return [];
    }
  }

  /** The n-th text after one that says exactly `after`; an anchor that stands twice anchors nothing. */
  private atPlace(after: string, nth: number): AtHook {
    const leaves = this.shownLeaves();
    const key = portalWordKey(after);
    const at = leaves.findIndex(({ text }) => portalWordKey(text) === key);
    if (at === -1 || leaves.slice(at + 1).some(({ text }) => portalWordKey(text) === key)) return { state: 'gone' };
    const leaf = leaves[at + nth];
    return leaf === undefined ? { state: 'gone' } : isEmptyMark(leaf.text) ? { state: 'empty' } : { state: 'found', texts: [leaf.text], label: null, el: leaf.el };
  }

  /** Every visible text of the page in order, for places and for the list of what can be named. */
  shownLeaves(): ShownLeaf[] {
    if (this.leaves !== null) return this.leaves;
    const leaves: ShownLeaf[] = [];
    const body = this.root.body ?? this.root.documentElement;
    if (body !== null) this.walk(body, 0, (text, el, node) => { if (leaves.length < MOST_LEAVES) leaves.push({ text, el, node }); });
    this.leaves = leaves;
    return leaves;
  }

  private isDrawn(el: Element): boolean {
    return this.sight.shows(el) && (!this.sight.hasLayout || el.getClientRects().length > 0);
  }

  /** The visible texts in an element, without icons and what only invites a click. */
  pieces(el: Element): string[] {
    const out: string[] = [];
    this.walk(el, 0, (text, at) => { if (out.length < MOST_PIECES && !isIconOrControl(text, at)) out.push(text.slice(0, 400)); });
    return out;
  }

  private walk(node: Node, depth: number, take: (text: string, el: Element, node: Node) => void): void {
    if (depth > 400) return;
    if (node.nodeType === 3) {
      const text = foldText(node.nodeValue ?? '');
      const parent = node.parentNode?.nodeType === 1 ? (node.parentNode as Element) : null;
      if (text !== '' && parent !== null && this.sight.shows(parent) && this.sight.drawn(node)) take(text, parent, node);
      return;
    }
    if (node.nodeType !== 1) return;
    const el = node as Element;
    if (SKIPPED.has(el.tagName) || el.hasAttribute('hidden') && !this.sight.hasLayout) return;
    if (el.tagName === 'INPUT' || el.tagName === 'TEXTAREA') {
      const input = el as HTMLInputElement;
      if (!isTypedInto(el) && input.type !== 'password' && this.sight.shows(el) && foldText(input.value) !== '') take(foldText(input.value), el, el);
      return;
    }
    if (el.tagName === 'SLOT') {
      const assigned = (el as HTMLSlotElement).assignedNodes({ flatten: true });
      if (assigned.length > 0) {
        for (const child of assigned) this.walk(child, depth + 1, take);
        return;
      }
    }
    const holder: Node = el.shadowRoot ?? el;
    for (let child = holder.firstChild; child !== null; child = child.nextSibling) this.walk(child, depth + 1, take);
  }
}

/** Whether an element is drawn inside another, over slots and shadow roots. */
function isIn(el: Element, part: Element): boolean {
  for (let at: Element | null = el; at !== null; at = composedParent(at)) if (at === part) return true;
  return false;
}

/** A field to type into holds what somebody typed, and is no answer of the portal. */
function isTypedInto(el: Element): boolean {
  return el.tagName === 'SELECT' || (el.tagName === 'INPUT' || el.tagName === 'TEXTAREA') && !(el as HTMLInputElement).readOnly && !(el as HTMLInputElement).disabled;
}

function push(map: Map<string, Element[]>, key: string, el: Element): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [el]);
  else if (list.length < MOST_ALIKE) list.push(el);
}

function isIconOrControl(text: string, el: Element): boolean {
  if (/^[a-z]+(?:_[a-z]+)+$/u.test(text)) return true; // ligatures: the icon's name is text in the page
  for (let at: Element | null = el, steps = 0; at !== null && steps < 4; at = composedParent(at), steps += 1) if (at.tagName === 'BUTTON' || at.getAttribute('role') === 'button') return !/\d{3}/u.test(text);
  return false;
}

/** A label line and a value line, a value alone, or nothing. */
function valueOf(el: Element, pieces: readonly string[], label: string | undefined): AtHook {
  let rest = [...pieces];
  let named: string | null = null;
  if (label !== undefined) {
    const at = rest.findIndex((text) => portalWordKey(text) === portalWordKey(label));
    if (at === -1) return { state: 'gone' };
    named = rest[at] ?? null;
    rest.splice(at, 1);
  } else if (rest.length > 1 && readLabel(rest[0] ?? '') !== null) {
    named = rest[0] ?? null;
    rest = rest.slice(1);
  }
  const shown = rest.filter((text) => !isEmptyMark(text));
  if (shown.length === 0) return { state: 'empty' };
  const whole = shown.join(' ').slice(0, 400);
  return { state: 'found', texts: shown.length === 1 ? [whole] : [whole, ...shown], label: named, el };
}
