import type { Assembled } from './claims.ts';
import { readLabel } from './labels.ts';
import { Trait } from './page-tree.ts';
import type { Box, PageTree } from './page-tree.ts';

/** A form for entering or correcting a claim asks for procedures and charges; nothing on it has been decided. */
export function isEntryForm(tree: PageTree, result: Assembled): boolean {
  if (tree.editable < 4) return false;
  const asked = new Set<string>();
  const walk = (box: Box, depth: number): void => {
    if (depth > 400) return;
    box.kids.forEach((kid, index) => {
      if ((kid.traits & Trait.editable) !== 0) {
        const before = box.kids[index - 1];
        const hit = before === undefined ? null : readLabel(before.text);
        if (hit !== null) asked.add(hit.key);
        const own = readLabel(kid.el.getAttribute('aria-label') ?? kid.el.getAttribute('placeholder') ?? '');
        if (own !== null) asked.add(own.key);
      }
      walk(kid, depth + 1);
    });
  };
  if (tree.root !== null) walk(tree.root, 0);
  const entering = ['procedure', 'charge', 'units', 'modifier', 'revenue'].filter((key) => asked.has(key)).length;
  const decided = result.values.some((values) => values.claim.status !== null || values.claim.paid !== null);
  return entering >= 2 && !decided || entering >= 2 && tree.editable >= 8 && !result.values.some((values) => values.claim.lines.some((line) => line.paid !== null));
}
