import { Sight, composedParent } from './visibility.ts';

const DEEPEST = 8;
/** A frame of fewer pixels shows nothing that could be read. */
const LEAST = 8;

/**
 * Whether this document stands in a frame that nobody sees: hidden, transparent, collapsed, clipped away, pushed out of the page, or
 * wholly under another frame. The element that holds a frame can be asked by pages of the same origin only; of a frame of another
 * origin only its own size is known. A frame below the fold is one that a person can scroll to.
 */
export function isInUnseenFrame(root: Document): boolean {
  // A document that was written by itself has no window, and then nothing around it.
  let view: (Window & typeof globalThis) | null = root.defaultView ?? null;
  for (let depth = 0; view !== null && view.parent !== undefined && view.parent !== view && depth < DEEPEST; depth += 1) {
    if (view.innerWidth < LEAST || view.innerHeight < LEAST) return true;
    const holder = frameOf(view);
    if (holder === null) return false;
    if (isUnseen(holder)) return true;
    view = holder.ownerDocument.defaultView;
  }
  return false;
}

function frameOf(view: Window): Element | null {
  try {
    return view.frameElement;
  } catch {
    return null; // a frame of another origin
  }
}

function isUnseen(holder: Element): boolean {
  const view = holder.ownerDocument.defaultView;
  if (view === null || typeof holder.checkVisibility !== 'function') return false;
  if (!new Sight(holder.ownerDocument).shows(holder)) return true;
  const box = holder.getBoundingClientRect();
  if (box.width < LEAST || box.height < LEAST || box.right + view.scrollX <= 1 || box.bottom + view.scrollY <= 1) return true;
  return isOutOfReach(holder, box, view) || isCovered(holder, box, view);
}

/** Whether it lies beyond what clips it or, where it floats over the window, beyond the window: nobody can scroll to it. */
function isOutOfReach(holder: Element, box: DOMRect, view: Window): boolean {
  for (let at: Element | null = holder; at !== null && at !== holder.ownerDocument.body && at !== holder.ownerDocument.documentElement; at = composedParent(at)) {
    const { position, overflowX, overflowY } = view.getComputedStyle(at);
    if (at !== holder) {
      const clip = at.getBoundingClientRect();
      if (/hidden|clip/.test(overflowX) && (box.left >= clip.right - 1 || box.right <= clip.left + 1)) return true;
      if (/hidden|clip/.test(overflowY) && (box.top >= clip.bottom - 1 || box.bottom <= clip.top + 1)) return true;
      if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) return false;
    }
    if (position === 'fixed') return box.left >= view.innerWidth - 1 || box.right <= 1 || box.top >= view.innerHeight - 1 || box.bottom <= 1;
  }
  return false;
}

/** Frames of one desk are often laid over each other, the one in use in front. */
function isCovered(holder: Element, { left, top, width, height }: DOMRect, view: Window): boolean {
  const across = [0.25, 0.5, 0.75].map((part) => left + width * part).filter((x) => x >= 0 && x < view.innerWidth);
  const down = [0.25, 0.5, 0.75].map((part) => top + height * part).filter((y) => y >= 0 && y < view.innerHeight);
  const root = holder.getRootNode() as Document | ShadowRoot;
  const met = across.flatMap((x) => down.map((y) => root.elementFromPoint(x, y)));
  return met.length > 0 && met.every((element) => element !== null && element !== holder && element.tagName === 'IFRAME');
}
