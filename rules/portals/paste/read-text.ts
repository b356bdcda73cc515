import type { Reading } from '../../reading/reading.ts';
import { blankReading } from '../../reading/blank-reading.ts';
import { readDocument } from '../reader/read-document.ts';
import { claimStretches, holdsSeveral } from './claim-stretches.ts';
import { layStretch } from './lay-pieces.ts';
import { pastedLines } from './pasted-lines.ts';

/** Claims written out one below the other; lists of thousands come as tables and are not bound by it. */
const MOST_STRETCHES = 200;

/**
 * Reads lines of text, cells parted by tabs, as a page would be read. `sheet`: an empty document to lay them out in; it is written to
 * and emptied. Never throws.
 */
export function readText(text: string, sheet: Document, source: string): Reading {
  const { lines, cut } = pastedLines(text);
  const body = sheet.body;
  if (body === null || body === undefined) return { ...blankReading(source), warnings: [{ code: 'reader-failed', place: null }] };
  body.textContent = '';
  const stretches = claimStretches(lines);
  let unread = false;
  let mixed = false;
  for (const stretch of stretches.slice(0, MOST_STRETCHES)) {
    if (holdsSeveral(stretch)) mixed = true;
    else if (layStretch(stretch, sheet, body).unread) unread = true;
  }
  const reading = readDocument(sheet, { source });
  body.textContent = '';
  // A table that was not understood may hold the denied line: no outcome is worked out then.
  if (unread) for (const claim of reading.claims) if (claim.status?.derived === true || claim.lines.length === 0 && /^(?:final|process|adjudic|clos|complet|adjust|f[034])/i.test(claim.status?.raw ?? '')) claim.status = null;
  if (mixed) reading.warnings.push({ code: 'claims-not-parted', place: null });
  if (stretches.length > MOST_STRETCHES) reading.warnings.push({ code: 'too-many-claims', place: null });
  if (cut && !reading.warnings.some(({ code }) => code === 'page-too-large')) reading.warnings.push({ code: 'page-too-large', place: null });
  return reading;
}
