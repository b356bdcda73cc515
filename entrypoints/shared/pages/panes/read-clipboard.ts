import { MOST_TEXT } from '../../../../rules/portals/paste/pasted-lines.ts';
import { readPasted } from '../../../../rules/portals/paste/read-pasted.ts';
import type { Reading } from '../../../../rules/reading/reading.ts';

/** Beyond this the HTML flavour is left alone: the text flavour is cut and read instead. */
const MOST_HTML = 4_000_000;

/**
 * Reads what was pasted. The HTML flavour is parsed into a document that belongs to no window: no script runs in it, no picture is
 * fetched, nothing of it is ever put into this page.
 */
export function readClipboard(text: string, html: string | null): Reading {
  const page = html === null || html.length > MOST_HTML || text.length > MOST_TEXT ? null : new DOMParser().parseFromString(html, 'text/html');
  return readPasted({ text, page, sheet: document.implementation.createHTMLDocument('') }, 'Pasted text');
}
