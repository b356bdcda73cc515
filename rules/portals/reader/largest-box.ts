import type { Box } from './page-tree.ts';

/** The largest box around a piece of the page that may still be its own: the walk goes up as long as the next box around may be taken. */
export function largestBox(piece: Box, mayTake: (box: Box) => boolean): Box {
  let box = piece;
  while (box.parent !== null && mayTake(box.parent)) box = box.parent;
  return box;
}
