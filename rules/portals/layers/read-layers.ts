import { readText } from '../paste/read-text.ts';
import { readingSlices } from '../reader/read-document.ts';
import type { ReadOptions, ReadingSlices } from '../reader/read-document.ts';
import { isInUnseenFrame } from '../reader/unseen-frames.ts';
import { textOfLayers } from './text-layers.ts';

/**
 * As `readingSlices`; where the page itself says nothing of a claim, what a viewer in it draws as a sheet of paper is read by the
 * places of its words. The page is not touched: the lines are laid out in a document of their own.
 */
export function* layeredSlices(root: Document, options: ReadOptions): ReadingSlices {
  const frame = yield* readingSlices(root, options);
  const { reading, context } = frame;
  if (reading.kind !== 'none' || reading.terms === 'hands-off' || reading.warnings.length > 0 || isInUnseenFrame(root)) return frame;
  const text = textOfLayers(root);
  if (text === null) return frame;
  yield;
  const drawn = readText(text, root.implementation.createHTMLDocument(''), reading.source);
  return drawn.kind === 'none' ? frame : { reading: { ...drawn, portal: reading.portal, terms: reading.terms }, context };
}
