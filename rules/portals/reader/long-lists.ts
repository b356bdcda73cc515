import type { Sight } from './visibility.ts';

/** Rows above the window that are read with it. */
const BEFORE_VIEW = 50;
/** Names of columns stand in the first rows. */
const HEAD_ROWS = 3;
const ROW_HOLDERS: ReadonlySet<string> = new Set(['TBODY', 'TABLE', 'UL', 'OL']);
const ROW_ROLES: ReadonlySet<string> = new Set(['rowgroup', 'grid', 'table', 'treegrid', 'list']);

/**
 * The rows of a very long list that are read: the first ones, and as many as may be around what is in view: `most`. `left` is how many are not.
 * Null where an element is no such list, and all of it is read.
 */
export function longRows(el: Element, tag: string, sight: Sight, most: number): { kept: ReadonlySet<Element>; left: number } | null {
  const count = el.childElementCount;
  if (count <= most + HEAD_ROWS || !(ROW_HOLDERS.has(tag) || ROW_ROLES.has(el.getAttribute('role') ?? '') || isUniform(el))) return null;
  const rows = el.children;
  // A cell that reaches down over rows would push the columns of rows read without it.
  const reaching = el.querySelector('[rowspan]:not([rowspan="1"])') !== null;
  const from = reaching ? 0 : Math.max(0, Math.min(firstInView(rows, sight) - BEFORE_VIEW, count - most - HEAD_ROWS));
  const kept = new Set<Element>();
  for (let at = 0; at < HEAD_ROWS; at += 1) keep(kept, rows[at]);
  for (let at = from; at < from + most + HEAD_ROWS; at += 1) keep(kept, rows[at]);
  return { kept, left: count - kept.size };
}

function keep(kept: Set<Element>, row: Element | undefined): void {
  if (row !== undefined) kept.add(row);
}

/** Rows drawn as plain elements: all alike. */
function isUniform(el: Element): boolean {
  const rows = el.children;
  const make = (row: Element | undefined): string => (row === undefined ? '' : `${row.tagName} ${row.childElementCount}`);
  const first = make(rows[HEAD_ROWS]);
  return [0.25, 0.5, 0.75].every((share) => make(rows[Math.floor(rows.length * share)]) === first);
}

/** The first row that does not lie above the window, found by halving: rows stand below one another. */
function firstInView(rows: HTMLCollection, sight: Sight): number {
  if (!sight.hasLayout) return 0;
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
