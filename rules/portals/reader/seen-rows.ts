import type { KnownGrid } from './grid-kinds.ts';
import { foldText } from './shown-text.ts';

const COUNTS: readonly RegExp[] = [
  /\b\d{1,6}\s*(?:-|–|—|to|thru|through)\s*\d{1,6}\s+of\s+(?:about\s+)?([\d,]{1,9})\b/i,
  /\b(?:showing|displaying|viewing)\b[^.]{0,30}?\bof\s+([\d,]{1,9})\b/i,
  /\b\d{1,6}\s+of\s+([\d,]{1,9})\s+(?:claims|results|records|entries|items|rows)\b/i,
  /\b([\d,]{1,9})\s+(?:claims|results|records|entries|items|rows)\s*(?:found|returned|total|match\w*|in all)?\b/i,
  /\b(?:total|results|records|claims found|total (?:claims|records|results|rows|items))\s*[:(]\s*([\d,]{1,9})\b/i,
];

/** Words and digits without which none of these counts anything: asked of every text of a page. */
const MAY_COUNT = /\b(?:of|total|claims|results|records|entries|items|rows)\b|\d(?:claims|results|records|entries|items|rows)/i;

/** How many rows were read of how many the list says it has; `of` is null where it says nothing. `unread`: rows that are there and were left out. */
export function seenRows(grids: readonly KnownGrid[], rows: number, texts: readonly string[], unread = 0): { rows: number; of: number | null } {
  let of: number | null = null;
  const counting = texts.flatMap((text) => (text.length <= 90 && /\d/.test(text) && MAY_COUNT.test(text) ? [foldText(text)] : []));
  for (const form of COUNTS) {
    for (const text of counting) {
      const count = Number((form.exec(text)?.[1] ?? '').replace(/,/g, ''));
      if (count >= rows && count > 0) {
        of = count;
        break;
      }
    }
    if (of !== null) break;
  }
  if (of === null && grids.length === 1) {
    const grid = grids[0];
    const root = grid?.el.closest('[aria-rowcount]') ?? grid?.el.querySelector('[aria-rowcount]') ?? null;
    const count = Number(root?.getAttribute('aria-rowcount') ?? '');
    if (root !== null && count > 0) {
      // The count takes in the header rows where these are numbered too.
      const heads = new Set([...root.querySelectorAll('[role=columnheader]')].map((cell) => cell.closest('[role=row]')?.getAttribute('aria-rowindex')).filter((index) => index !== null && index !== undefined)).size;
      if (count - heads >= rows) of = count - heads;
    }
  }
  if (unread > 0 && (of === null || of < rows + unread)) of = rows + unread;
  return { rows, of };
}
