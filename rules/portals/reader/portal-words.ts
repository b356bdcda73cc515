import type { LabelHit } from './labels.ts';
import { foldText } from './shown-text.ts';
import type { StatusWord } from './status-words.ts';

/** What one portal calls things, where it differs from the rest of the world: labels and status words, folded by `portalWordKey`. */
export type PortalWords = { labels: ReadonlyMap<string, LabelHit>; statuses: ReadonlyMap<string, StatusWord> };

let current: PortalWords | null = null;

/** The portal's own words that hold for the pass that runs now; null for a portal without any. */
export function portalWords(): PortalWords | null {
  return current;
}

/** Runs one pass with a portal's own words. Passes are synchronous, so nothing else ever sees them. */
export function withPortalWords<T>(words: PortalWords, work: () => T): T {
  const before = current;
  current = words;
  try {
    return work();
  } finally {
    current = before;
  }
}

/** A label or status word as a map compares it: the whole text, white space and case folded, without a closing colon or star. */
export function portalWordKey(text: string): string {
  return foldText(text).toLowerCase().replace(/\s*[:*]+$/u, '');
}
