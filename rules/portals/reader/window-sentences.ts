import { windowStatements } from '../../library/window-statements.ts';
import { Trait } from './page-tree.ts';
import type { Box, PageTree } from './page-tree.ts';

/** As many paragraphs as are looked at, and as much of one. */
const MOST_PARAGRAPHS = 40;
const MOST_TEXT = 1200;

/** The paragraph a piece of text stands in: the nearest block around it that is still short enough to be one. */
function paragraphOf(leaf: Box): Box {
  let box = leaf;
  while ((box.traits & (Trait.block | Trait.cell)) === 0 && box.parent !== null && box.parent.text.length < MOST_TEXT) box = box.parent;
  return box;
}

/** A page is read again and again while what it says of windows stays: the last text and what came of it. */
let last: { text: string; sentences: readonly string[] } = { text: '', sentences: [] };

/** Sentences of the visible page that state a window for a step of the provider's ("appeals within 90 days"), as they stand there. */
export function windowSentences(tree: PageTree): string[] {
  const paragraphs = new Set<Box>();
  for (const leaf of tree.leaves) {
    if (paragraphs.size >= MOST_PARAGRAPHS) break;
    if (leaf.text.length > 3 && /\b(?:days?|months?|years?)\b/i.test(leaf.text)) paragraphs.add(paragraphOf(leaf));
  }
  if (paragraphs.size === 0) return [];
  const text = [...paragraphs].map((paragraph) => paragraph.text.slice(0, MOST_TEXT)).join('\n\n');
  if (text !== last.text) last = { text, sentences: [...new Set(windowStatements(text).map(({ sentence }) => sentence))] };
  return [...last.sentences];
}
