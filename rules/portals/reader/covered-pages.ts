import { saysSubmitted } from '../page-kind.ts';
import type { ClaimValues } from './claim-fields.ts';
import { Trait } from './page-tree.ts';
import type { Box, PageTree } from './page-tree.ts';

/** A cover over the whole window (time-out, sign-in) hides what lies below it, though it is still in the document. */
export function isCovered(tree: PageTree, values: ClaimValues): boolean {
  return isTextCovered(tree, values.claim.claimControlNumber?.raw);
}

/** The same, asked of the place where one text stands. */
export function isTextCovered(tree: PageTree, raw: string | undefined): boolean {
  const view = tree.sight.view;
  const leaf = tree.leaves.find((box) => box.text === raw);
  if (view === null || leaf === undefined || !tree.sight.hasLayout) return false;
  const rect = tree.sight.rectOf(leaf.node);
  if (rect === null) return false;
  const x = rect.left + rect.width / 2;
  const y = rect.top + rect.height / 2;
  const wide = view.innerWidth;
  const high = view.innerHeight;
  const at = x >= 0 && y >= 0 && x < wide && y < high ? { x, y } : { x: wide / 2, y: high / 2 };
  for (const el of leaf.el.ownerDocument.elementsFromPoint(at.x, at.y)) {
    if (el === leaf.el || el.contains(leaf.el) || leaf.el.contains(el)) return false;
    const box = el.getBoundingClientRect();
    if (box.width < wide * 0.95 || box.height < high * 0.95) continue;
    const style = view.getComputedStyle(el);
    if (style.position !== 'fixed' && style.position !== 'absolute' || Number(style.opacity) < 0.95) continue;
    const alpha = /^rgba\(.*,\s*([\d.]+)\)$/.exec(style.backgroundColor)?.[1];
    if (alpha === undefined ? style.backgroundColor.startsWith('rgb') : Number(alpha) > 0.95) return true;
  }
  return false;
}

/** `Your dispute is on its way` in a dialog: the confirmation itself, however little else it says. */
function saysFiled(tree: PageTree, dialog: Box): boolean {
  return saysSubmitted(tree.leaves.filter((leaf) => leaf.start >= dialog.start && leaf.end <= dialog.end).map((leaf) => leaf.text));
}

/** A modal dialog that itself shows a claim is what is being read; one that only asks something is not part of it. */
export function openDialog(tree: PageTree, within: Map<Box, number>): Box | null {
  let found: Box | null = null;
  const walk = (box: Box, depth: number): void => {
    if (found !== null || depth > 60) return;
    if ((box.traits & Trait.dialog) !== 0) {
      const labels = within.get(box) ?? 0;
      if (labels >= 4 && /claim|icn|dcn|appeal/i.test(box.text) || labels >= 1 && saysFiled(tree, box)) found = box;
      else box.traits |= Trait.nav;
      return;
    }
    for (const kid of box.kids) walk(kid, depth + 1);
  };
  if (tree.root !== null && tree.dialogs) walk(tree.root, 0);
  return found;
}
