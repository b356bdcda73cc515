import { isForTheHand } from './icons.ts';
import { foldText } from './shown-text.ts';
import { typedRows } from './preformatted.ts';
import { longRows } from './long-lists.ts';
import { remembering } from './remembered.ts';
import { LARGE_TEXT, SpeakingParts, isLongAndMute, saysNothing } from './mute-regions.ts';
import { OffCanvas } from './off-canvas.ts';
import type { Clip } from './off-canvas.ts';
import { mayBeChip, spokenState } from './spoken-states.ts';
import { Sight } from './visibility.ts';

/** What an element (or a chain of elements that hold nothing but one another) is, as far as markup says. */
export const Trait = {
  heading: 1, label: 2, term: 4, detail: 8, cell: 16, headCell: 32, row: 64, table: 128, link: 256, button: 512, input: 1024,
  editable: 2048, nav: 4096, dialog: 8192, form: 16384, tab: 32768, badge: 65536, block: 131072, banner: 262144, live: 524288, empty: 1048576, list: 2097152,
} as const;

/**
 * A visible piece of the page: a leaf with text, or a group of pieces. Chains of wrappers are one box,
 * so markup of any make comes down to the same few shapes. `el` is the outermost element of the chain, `inner` the innermost.
 */
export type Box = {
  el: Element; inner: Element; node: Node; parent: Box | null; kids: Box[]; text: string; traits: number;
  /** Document order of the first and last leaf in it. */
  start: number; end: number;
};

export type PageTree = { root: Box | null; boxOf: Map<Element, Box>; leaves: Box[]; sight: Sight; cut: boolean; editable: number; /** Whether any dialog is drawn. */ dialogs: boolean; /** Rows of the longest list that were left out because it is very long. */ unreadRows: number };
export type TreeLimits = { nodes: number; depth: number; text: number; spent: () => boolean; /** Rows of one list. */ rows?: number };

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'svg', 'CANVAS', 'HEAD', 'META', 'LINK', 'IFRAME', 'FRAME', 'OBJECT', 'EMBED', 'VIDEO', 'AUDIO', 'MAP', 'DATALIST', 'TITLE', 'PROGRESS', 'METER', 'BR', 'HR', 'COL', 'COLGROUP', 'MATH', 'PICTURE', 'IMG', 'DIALOG-BACKDROP', 'OVERTURN-MARK']);
const INLINE_EMPTY = new Set(['I', 'A', 'BUTTON', 'IMG', 'SUP', 'LABEL']);
const BLOCK = new Set(['DIV', 'P', 'TD', 'TH', 'LI', 'DD', 'DT', 'SECTION', 'ARTICLE', 'TR', 'TABLE', 'UL', 'OL', 'DL', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'FIELDSET', 'FORM', 'HEADER', 'FOOTER', 'MAIN', 'ASIDE', 'NAV', 'PRE', 'BLOCKQUOTE']);
const ROLE_TRAITS: Readonly<Record<string, number>> = {
  heading: Trait.heading, cell: Trait.cell, gridcell: Trait.cell, columnheader: Trait.cell | Trait.headCell, rowheader: Trait.cell | Trait.headCell, row: Trait.row,
  table: Trait.table, grid: Trait.table, treegrid: Trait.table, term: Trait.term, definition: Trait.detail, navigation: Trait.nav, menu: Trait.nav, menubar: Trait.nav, menuitem: Trait.nav, tablist: Trait.nav, tab: Trait.nav | Trait.tab, toolbar: Trait.nav, listbox: Trait.nav, option: Trait.nav, combobox: Trait.editable, textbox: Trait.editable, searchbox: Trait.editable, contentinfo: Trait.nav, tooltip: Trait.nav,
  dialog: Trait.dialog, alertdialog: Trait.dialog, search: Trait.form, form: 0, banner: Trait.banner, button: Trait.button, link: Trait.link, status: Trait.live, alert: Trait.live, log: Trait.live,
};
const TAG_TRAITS: Readonly<Record<string, number>> = {
  H1: Trait.heading, H2: Trait.heading, H3: Trait.heading, H4: Trait.heading, H5: Trait.heading, H6: Trait.heading, LEGEND: Trait.heading, CAPTION: Trait.heading, SUMMARY: Trait.heading,
  LABEL: Trait.label, DT: Trait.term, DD: Trait.detail, TD: Trait.cell, TH: Trait.cell | Trait.headCell, TR: Trait.row, TABLE: Trait.table, A: Trait.link, BUTTON: Trait.button, NAV: Trait.nav, FOOTER: Trait.nav, MENU: Trait.nav, DIALOG: Trait.dialog, FORM: Trait.form, UL: Trait.list, OL: Trait.list, DL: Trait.list,
};
const MENU_ROLES: ReadonlySet<string> = new Set(['navigation', 'menu', 'menubar', 'listbox']);
const TEXT_INPUT = /^(?:text|search|tel|number|date|datetime-local|email|month|time|url|)$/;

/** Reads the visible page into boxes. Open shadow roots and slots are walked in the order they are drawn. */
export function readPageTree(root: Document, limits: TreeLimits): PageTree {
  const slices = treeSlices(root, limits);
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}

/** As `readPageTree`, with a pause after every few hundred elements; `next(true)` says that the page had its turn at it. */
export function* treeSlices(root: Document, limits: TreeLimits): Generator<undefined, PageTree, unknown> {
  const walk = new TreeWalk(root, limits);
  const start = root.body ?? root.documentElement;
  if (start !== null) walk.tree.root = yield* walk.visitLarge(start, null, null);
  return walk.tree;
}

/** Rows of one list that are read unless fewer are wanted. */
const MOST_ROWS = 2000;
/** Elements between two pauses. */
const SLICE = 300;

/** An element whose pieces are being gathered. */
type Open = {
  el: Element; tag: string; traits: number; depth: number; kids: Box[]; /** Its text where that is long, so that asking what its parts say pays. */ large: LargeText | null; /** Whether its own text can be seen, once asked. */ shown: boolean | null; unseen: boolean;
  /** What is drawn around it, and what clips it there. */ up: Open | null; clip: Clip | null;
  /** Numbers for its make and for what its pieces are held by; 0 until asked. */ own: number; line: number;
};
type LargeText = { length: number; mute: boolean };

class TreeWalk {
  readonly tree: PageTree;
  private readonly limits: TreeLimits;
  private readonly sight: Sight;
  private readonly away: OffCanvas;
  private readonly parts = new SpeakingParts();
  private nodes = 0;
  private order = 0;
  private sliceEnd = SLICE;
  /** What an element came to that was not opened. */
  private done: Box | null = null;

  constructor(root: Document, limits: TreeLimits) {
    this.limits = limits;
    this.sight = new Sight(root);
    this.away = new OffCanvas(this.sight.hasLayout ? this.sight.view : null);
    this.tree = { root: null, boxOf: new Map(), leaves: [], sight: this.sight, cut: false, editable: 0, dialogs: false, unreadRows: 0 };
  }

  /** An element around which the text is long, with pauses. */
  * visitLarge(el: Element, up: Open | null, around: LargeText | null): Generator<undefined, Box | null, unknown> {
    const open = this.open(el, up, around ?? { length: -1, mute: false });
    if (open === null) return this.done;
    if (open.large === null) return this.rest(open);
    const shown = longRows(open.el, open.tag, this.sight, this.limits.rows ?? MOST_ROWS);
    if (shown !== null) this.tree.unreadRows = Math.max(this.tree.unreadRows, shown.left);
    let child = this.first(open);
    while (child !== null) {
      if (this.nodes > this.sliceEnd) {
        const hadTurn: unknown = yield;
        if (hadTurn === true) this.sight.forgetPlaces();
        this.sliceEnd = this.nodes + SLICE;
      }
      if (child.nodeType === 1) {
        if (shown === null || shown.kept.has(child as Element)) {
          const box: Box | null = yield* this.visitLarge(child as Element, open, open.large);
          if (box !== null) open.kids.push(box);
        }
        child = child.nextSibling;
      } else child = this.step(open, child);
    }
    return this.close(open);
  }

  private visit(el: Element, up: Open): Box | null {
    const open = this.open(el, up, null);
    return open === null ? this.done : this.rest(open);
  }

  private rest(open: Open): Box | null {
    let child = this.first(open);
    while (child !== null) child = this.step(open, child);
    return this.close(open);
  }

  /** The first child that is drawn in it; what is assigned to a slot is taken at once. */
  private first(open: Open): Node | null {
    if (open.tag === 'SLOT') {
      const assigned = (open.el as HTMLSlotElement).assignedNodes({ flatten: true });
      for (const node of assigned) this.step(open, node);
      if (assigned.length > 0) return null;
    }
    return (open.el.shadowRoot ?? open.el).firstChild;
  }

  /** Takes one child; gives the next one. */
  private step(open: Open, child: Node): Node | null {
    if (child.nodeType === 3) return this.text(open, child);
    if (child.nodeType === 1) {
      const box = this.visit(child as Element, open);
      if (box !== null) open.kids.push(box);
    }
    return child.nextSibling;
  }

  private leaf(node: Node, el: Element, text: string, traits: number): Box {
    this.order += 1;
    const box: Box = { el, inner: el, node, parent: null, kids: [], text, traits, start: this.order, end: this.order };
    if (text !== '') this.tree.leaves.push(box);
    return box;
  }

  private settled(box: Box | null): null {
    this.done = box;
    return null;
  }

  /** Looks at an element itself. Null where nothing below it is to be gathered: `done` is what it came to. */
  private open(el: Element, up: Open | null, around: LargeText | null): Open | null {
    const tag = el.tagName;
    const depth = up === null ? 0 : up.depth + 1;
    const { limits, sight, tree } = this;
    if (SKIPPED.has(tag) || depth > limits.depth) return this.settled(null);
    this.nodes += 1;
    if (this.nodes > limits.nodes || (this.nodes & 1023) === 0 && limits.spent()) {
      tree.cut = true;
      return this.settled(null);
    }
    const plain = !el.hasAttributes();
    if (!plain && !sight.hasLayout && el.hasAttribute('hidden') && el.getAttribute('hidden') !== 'until-found') return this.settled(null);
    if (tag === 'INPUT' || tag === 'TEXTAREA' || tag === 'SELECT') return this.settled(this.field(el));
    if (isLongAndMute(el, tag, this.parts)) return this.settled(null);
    const traits = plain && tag !== 'HEADER' ? (TAG_TRAITS[tag] ?? 0) | (BLOCK.has(tag) ? Trait.block : 0) : traitsOf(el, tag);
    // Menus are never read: what is in them leads to other pages.
    if (tag === 'NAV' || !plain && MENU_ROLES.has(el.getAttribute('role') ?? '')) return this.settled(null);
    if ((traits & Trait.dialog) !== 0) tree.dialogs = true;
    let large = around;
    if (large !== null && el.firstElementChild !== null && el.shadowRoot === null && tag !== 'SLOT') {
      const text = el.textContent ?? '';
      // A wrapper says what its only child says: it is asked once.
      const own: LargeText = text.length === large.length ? large : { length: text.length, mute: text.length > 300 && saysNothing(text) };
      if (own.length > 300 && own.mute && !this.parts.mayBeIn(el) || sight.isGone(el)) return this.settled(null);
      large = own.length > LARGE_TEXT ? own : null;
    }
    const { away } = this;
    const hasElements = el.firstElementChild !== null;
    const own = hasElements && (plain || isToldByClass(el)) ? sight.ownMake(el) : 0;
    if (hasElements && away.isAway(el, tag, up?.clip ?? null, own === 0 ? 0 : sight.makeOf(own, this.lineOf(up)))) return this.settled(null);
    const clip = hasElements ? away.inside : null;
    if ((traits & Trait.editable) !== 0) {
      if (!sight.shows(el)) return this.settled(null);
      tree.editable += 1;
      const gap = this.leaf(el, el, '', traits);
      tree.boxOf.set(el, gap);
      return this.settled(gap);
    }
    if (isForTheHand(el, tag)) return this.settled(null);
    return { el, tag, traits, depth, kids: [], large, shown: null, unseen: false, up, clip, own, line: 0 };
  }

  private ownMake(open: Open): number {
    if (open.own === 0) open.own = this.sight.ownMake(open.el);
    return open.own;
  }

  /** What the pieces of an element are held by. */
  private lineOf(open: Open | null): number {
    if (open === null) return 0;
    if (open.line === 0) open.line = this.sight.lineOf(this.ownMake(open), open.up === null ? 0 : this.ownMake(open.up));
    return open.line;
  }

  /** A text; frameworks split one text over neighbouring nodes, their first node stands for all of it. Gives the node behind them. */
  private text(open: Open, child: Node): Node | null {
    const { el, tag } = open;
    const { sight, limits } = this;
    let raw = child.nodeValue ?? '';
    let next = child.nextSibling;
    if (tag !== 'SLOT') for (; next !== null && (next.nodeType === 3 || next.nodeType === 8); next = next.nextSibling) if (next.nodeType === 3) raw += next.nodeValue ?? '';
    const text = foldText(raw.length > limits.text ? raw.slice(0, limits.text) : raw);
    // A colon drawn as a piece of its own belongs to the label before it and is nothing's value.
    if (text === ':') open.unseen = true;
    if (text === '' || text === ':') return next;
    if (open.shown === null) {
      const make = sight.hasLayout ? sight.makeOf(this.ownMake(open), this.lineOf(open.up)) : 0;
      if (sight.hasLayout && sight.isUsual(make)) open.shown = sight.showsAgain(el);
      else {
        open.shown = sight.shows(el) && this.drawnAny(child, next);
        sight.learn(make, open.shown);
      }
    }
    if (!open.shown) {
      open.unseen = true;
      return next;
    }
    const rows = raw.length <= limits.text && raw.includes('\n') && /\S[^\n]*\n[^\n]*\S/.test(raw) && (tag === 'PRE' || /\S(?: {2,}|\t)\S/.test(raw) && keepsBlanks(sight, el)) ? typedRows(raw) : null;
    if (rows === null) open.kids.push(this.leaf(child, el, text, 0));
    else for (const row of rows) {
      const pieces = row.map((piece) => this.leaf(child, el, foldText(piece), piece === '' ? Trait.empty : 0));
      if (pieces.length > 0) open.kids.push(this.grouped(el, child, pieces));
    }
    return next;
  }

  private drawnAny(from: Node, to: Node | null): boolean {
    for (let node: Node | null = from; node !== null && node !== to; node = node.nextSibling) if (node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '' && this.sight.drawn(node)) return true;
    return false;
  }

  private close({ el, tag, traits, kids, unseen }: Open): Box | null {
    const { boxOf } = this.tree;
    if (kids.length === 0) {
      const spoken = mayBeChip(el, (traits & (Trait.cell | Trait.detail)) !== 0) ? spokenState(el, this.sight) : null;
      const chip = spoken === null ? null : this.leaf(el, el, spoken, traits);
      if (chip !== null) boxOf.set(el, chip);
      if (chip !== null) return chip;
      // Empty cells and empty value holders keep their place, so that no label takes its neighbour's value.
      const keeps = (traits & Trait.cell) !== 0 || !unseen && ((traits & Trait.detail) !== 0 || (BLOCK.has(tag) || tag === 'SPAN' || tag.includes('-') || tag === 'B' || tag === 'STRONG') && el.childElementCount === 0 && !INLINE_EMPTY.has(tag) && !/icon|spacer|divider|clearfix|glyph|caret|tooltip|arrow|sort|resiz/i.test(el.getAttribute('class') ?? ''));
      if (!keeps) return null;
      const gap = this.leaf(el, el, '', traits | Trait.empty);
      boxOf.set(el, gap);
      return gap;
    }
    const only = kids.length === 1 ? kids[0] : undefined;
    if (only !== undefined && !((traits & Trait.table) !== 0 && (only.traits & Trait.table) !== 0)) {
      only.traits |= traits;
      only.el = el;
      boxOf.set(el, only);
      return only;
    }
    const box = this.grouped(el, el, kids);
    box.traits = traits;
    boxOf.set(el, box);
    return box;
  }

  private grouped(el: Element, node: Node, kids: Box[]): Box {
    const first = kids[0];
    const last = kids[kids.length - 1];
    if (first !== undefined && kids.length === 1) return first;
    const box: Box = { el, inner: el, node, parent: null, kids, text: joined(kids), traits: 0, start: first?.start ?? this.order, end: last?.end ?? this.order };
    for (const kid of kids) kid.parent = box;
    return box;
  }

  private field(el: Element): Box | null {
    const input = el as HTMLInputElement;
    const type = el.tagName === 'INPUT' ? (el.getAttribute('type') ?? '').toLowerCase() : '';
    if (type !== '' && !TEXT_INPUT.test(type) || !this.sight.shows(el)) return null;
    const fixed = input.disabled || el.tagName !== 'SELECT' && input.readOnly;
    const select = el as HTMLSelectElement;
    const value = el.tagName === 'SELECT' ? select.options[select.selectedIndex]?.text ?? '' : input.value ?? '';
    if (!fixed) this.tree.editable += 1;
    const box = this.leaf(el, el, fixed ? foldText(value.slice(0, this.limits.text)) : '', Trait.input | (fixed ? 0 : Trait.editable));
    this.tree.boxOf.set(el, box);
    return box;
  }
}

/** Whether blanks and line ends of this element's text are drawn as they are written. */
function keepsBlanks(sight: Sight, el: Element): boolean {
  return sight.view !== null && sight.hasLayout && /^(?:pre|break-spaces)/.test(sight.view.getComputedStyle(el).whiteSpace);
}

function joined(kids: readonly Box[]): string {
  let text = '';
  for (const kid of kids) {
    if (kid.text === '') continue;
    text = text === '' ? kid.text : `${text} ${kid.text}`;
    if (text.length > 1200) return text.slice(0, 1200);
  }
  return text;
}

function traitsOf(el: Element, tag: string): number {
  let traits = TAG_TRAITS[tag] ?? 0;
  const role = el.getAttribute('role');
  if (role !== null) {
    const name = role.trim().split(' ')[0] ?? '';
    // A display field is called a text box, read-only: nobody types into it.
    const named = name === 'textbox' && el.getAttribute('aria-readonly') === 'true' && el.getAttribute('contenteditable') !== 'true' ? 0 : ROLE_TRAITS[name];
    if (named !== undefined) traits = role === 'presentation' || role === 'none' ? traits : traits & ~(Trait.link | Trait.button) | named;
  }
  if (tag === 'HEADER' && role === null && el.parentElement === el.ownerDocument.body) traits |= Trait.banner;
  const className = el.getAttribute('class');
  if (className !== null) traits |= classTraits(className);
  if (className !== null && /\b(?:modal|dialog)\b/i.test(className) && el.getAttribute('aria-modal') === 'true') traits |= Trait.dialog;
  if (BLOCK.has(tag)) traits |= Trait.block;
  if (el.getAttribute('contenteditable') === 'true') traits |= Trait.editable;
  return traits;
}

/** Whether an element has no attributes but class and inline style. */
function isToldByClass(el: Element): boolean {
  return el.attributes.length === (el.hasAttribute('class') ? 1 : 0) + (el.hasAttribute('style') ? 1 : 0);
}

/** What the names of an element's classes say it is; pages repeat the same few. */
const classTraits = remembering((className) => {
  let traits = 0;
  if (/badge|chip|pill|tag\b|status|label-(?:success|danger|warning|default|info)|state/i.test(className)) traits |= Trait.badge;
  if (/(?:^|[\s_-])(?:breadcrumbs?|sidenav|navbar|nav-?tabs|menu|footer|toolbar|pagination|pager|paginator)(?:$|[\s_])/i.test(className)) traits |= Trait.nav;
  return traits;
}, 1000);
