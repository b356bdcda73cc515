import { portalWordKey, withPortalWords } from '../reader/portal-words.ts';
import { markLabels } from '../reader/label-marks.ts';
import { readPageTree } from '../reader/page-tree.ts';
import { cellTexts } from '../reader/scan-matrix.ts';
import { scanTree } from '../reader/scan.ts';
import { isEmptyMark } from '../reader/shown-text.ts';
import { readStatusWord } from '../reader/status-words.ts';
import { HookFinder } from './find-hooks.ts';
import { readHookDates, readHookField } from './hook-values.ts';
import { HOOK_FIELDS, MAP_FIELDS } from './map-fields.ts';
import type { HookField, MapField } from './map-fields.ts';
import type { NameableValue } from './nameable-values.ts';
import type { Hook } from './portal-map.ts';

export type HookSuggestion = { hook: Hook | null; reads: string | null; why: 'wrong-shape' | 'no-anchor' | null };

const nothing = (why: HookSuggestion['why']): HookSuggestion => ({ hook: null, reads: null, why });

/**
 * How a value that somebody pointed at can be found again: by its label first, then by a name its makers gave it, by position last.
 * Each way is tried on the page as it stands, and only one that finds this very value (and no other) is proposed.
 */
export function suggestHook(root: Document, value: NameableValue, field: MapField): HookSuggestion {
  if (!hasShape(field, value.text)) return nothing('wrong-shape');
  const finder = new HookFinder(root);
  for (const hook of candidates(finder, value, field)) {
    const reads = hook.by === 'label' || hook.by === 'column' ? underLabel(root, hook.is, field, value.text) : atHook(finder, hook, value.text);
    if (reads) return { hook, reads: value.text, why: null };
  }
  return nothing('no-anchor');
}

function hasShape(field: MapField, text: string): boolean {
  if (field === 'serviceDates') return readHookDates([text]) !== null;
  if (field === 'status') return !isEmptyMark(text) && text.length <= 60;
  if ((HOOK_FIELDS as readonly string[]).includes(field)) return readHookField(field as Exclude<HookField, 'serviceDates' | 'status'>, [text]) !== null;
  return !isEmptyMark(text);
}

function candidates(finder: HookFinder, value: NameableValue, field: MapField): Hook[] {
  const leaves = finder.shownLeaves();
  const leaf = leaves[value.n];
  const out: Hook[] = [];
  const isLabel = value.label !== null && !/\d{4}/u.test(value.label) && value.label.length <= 80;
  if (isLabel && value.label !== null) out.push({ by: value.isColumn ? 'column' : 'label', is: value.label });
  if (leaf === undefined || !(HOOK_FIELDS as readonly string[]).includes(field)) return out;
  for (let at: Element | null = leaf.el, steps = 0; at !== null && steps < 4; at = at.parentElement, steps += 1) {
    const pieces = finder.pieces(at);
    if (pieces.length > 4) break;
    const label = isLabel && value.label !== null && pieces.some((text) => portalWordKey(text) === portalWordKey(value.label ?? '')) ? { label: value.label } : {};
    const testId = at.getAttribute('data-testid');
    if (testId !== null && testId.length >= 2 && testId.length <= 120) out.push({ by: 'testid', is: testId, ...label });
    const suffix = stableEnd(at.id);
    if (suffix !== null) out.push({ by: 'id-suffix', is: suffix, ...label });
    const aria = at.getAttribute('aria-label');
    if (aria !== null && aria.length <= 80 && !aria.includes(value.text) && !/\d{4}/u.test(aria)) out.push({ by: 'aria-label', is: aria });
  }
  for (let back = 1; back <= 12; back += 1) {
    const before = leaves[value.n - back];
    if (before === undefined) break;
    if (before.text.length <= 80 && !/\d{3}/u.test(before.text) && /\p{L}{2}/u.test(before.text)) out.push({ by: 'place', after: before.text, nth: back });
  }
  return out;
}

/** The last part of a made-up id, where it is a name and no counter: `lblIcn` of `ctl00_cph_ctl03_lblIcn`. */
function stableEnd(id: string): string | null {
  const end = id.split(/[_:.-]/u).at(-1) ?? '';
  return /^[A-Za-z][A-Za-z]{2,40}\d?$/u.test(end) && !/^[a-z]?id\d*$/iu.test(end) ? end : null;
}

function atHook(finder: HookFinder, hook: Hook, text: string): boolean {
  const found = finder.at(hook);
  return found.state === 'found' && found.texts[0] === text;
}

/** Whether the reader, told what this label means, finds this text under it and no other. */
function underLabel(root: Document, label: string, field: MapField, text: string): boolean {
  const key = MAP_FIELDS[field];
  const words = { labels: new Map([[portalWordKey(label), { key, weak: false }]]), statuses: field === 'status' && readStatusWord(text) === null ? new Map([[portalWordKey(text), 'pending' as const]]) : new Map() };
  return withPortalWords(words, () => {
    const tree = readPageTree(root, { nodes: 120_000, depth: 500, text: 20_000, spent: () => false });
    if (tree.root === null) return false;
    const out = scanTree(tree, markLabels(tree), tree.root);
    const found = out.findings.filter((finding) => finding.key === key && portalWordKey(finding.label) === portalWordKey(label)).map(({ texts }) => texts);
    const inGrid = out.grids.some((grid) => grid.heads.some((head) => portalWordKey(head.text) === portalWordKey(label) && grid.rows.some((row) => cellTexts(row, head).includes(text))));
    return inGrid || found.length > 0 && found.every((texts) => texts.includes(text));
  });
}
