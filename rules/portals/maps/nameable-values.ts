import { readLabel } from '../reader/labels.ts';
import { readPersonName } from '../reader/identifiers.ts';
import { isEmptyMark } from '../reader/shown-text.ts';
import { readStatusWord } from '../reader/status-words.ts';
import { HookFinder } from './find-hooks.ts';
import { MAP_FIELDS } from './map-fields.ts';
import type { MapField } from './map-fields.ts';

/** A text of the page that may be the value of something, with the label that seems to belong to it. `n`: its place among the visible texts. */
export type NameableValue = { n: number; text: string; label: string | null; means: MapField | null; isColumn: boolean };

const MOST = 300;
const HEADING = /^H[1-6]$/u;

/** Everything on a page that could be named, in the order of the page. Looks; touches nothing. */
export function nameableValues(root: Document, finder: HookFinder = new HookFinder(root)): NameableValue[] {
  const leaves = finder.shownLeaves();
  const out: NameableValue[] = [];
  for (let n = 0; n < leaves.length && out.length < MOST; n += 1) {
    const value = nameableAt(leaves, n);
    if (value !== null && (isValueLike(value.text) || value.label !== null && value.label !== '')) out.push(value);
  }
  return out;
}

/** The value at one place, whatever it looks like: a person pointed at it. Null where nothing but a heading or an empty mark stands there. */
export function nameableAt(leaves: readonly { text: string; el: Element }[], n: number): NameableValue | null {
  const leaf = leaves[n];
  if (leaf === undefined || leaf.text.length > 160 || isEmptyMark(leaf.text) || leaf.el.closest('dt,th,label,legend,caption,nav,header h1,button,[role=columnheader],[role=rowheader],[role=navigation],[role=menu],option') !== null) return null;
  const inline = /^([^:]{2,60}):\s+(\S.{0,120})$/u.exec(leaf.text);
  if (inline !== null) return make(n, inline[2] ?? '', inline[1] ?? '', false);
  if (HEADING.test(leaf.el.tagName) || leaf.text.endsWith(':') || readLabel(leaf.text) !== null && readStatusWord(leaf.text) === null) return null;
  const column = columnTitle(leaf.el);
  if (column !== null) return column === leaf.text ? null : make(n, leaf.text, column, true);
  return make(n, leaf.text, labelBefore(leaves, n), false);
}

function make(n: number, text: string, label: string | null, isColumn: boolean): NameableValue {
  const hit = label === null ? null : readLabel(label);
  const means = hit === null || hit.key === 'other' ? null : (Object.keys(MAP_FIELDS) as MapField[]).find((field) => MAP_FIELDS[field] === hit.key) ?? null;
  return { n, text: text.slice(0, 160), label: label === null ? null : label.slice(0, 80), means, isColumn };
}

function isValueLike(text: string): boolean {
  return /\d/u.test(text) || readStatusWord(text) !== null || /^[\p{Lu}’' -]{2,},\s*\p{Lu}/u.test(text) && readPersonName(text) !== null;
}

/** The text just before, where it can be a label: short, without a number, in the same part of the page. */
function labelBefore(leaves: readonly { text: string; el: Element }[], n: number): string | null {
  const before = leaves[n - 1];
  const leaf = leaves[n];
  if (before === undefined || leaf === undefined || before.text.length > 60 || /\d{3}/u.test(before.text) || HEADING.test(before.el.tagName)) return null;
  return shareBlock(before.el, leaf.el) ? before.text : null;
}

function shareBlock(a: Element, b: Element): boolean {
  for (let at: Element | null = b, steps = 0; at !== null && steps < 5; at = at.parentElement, steps += 1) if (at.contains(a)) return at.textContent !== null && at.textContent.length < 4000;
  return false;
}

/** The title over a cell, in a table or grid with a row of titles and at least two rows below. */
function columnTitle(el: Element): string | null {
  const cell = el.closest('td,[role=cell],[role=gridcell]');
  const row = cell?.closest('tr,[role=row]') ?? null;
  const table = row?.closest('table,[role=table],[role=grid],[role=treegrid]') ?? null;
  if (cell === null || cell === undefined || row === null || table === null) return null;
  const rows = [...table.querySelectorAll('tr,[role=row]')];
  const heads = rows.find((one) => one.querySelector('th,[role=columnheader]') !== null);
  if (heads === undefined || heads === row || row.querySelector('th,[role=rowheader]') !== null && heads.children.length !== row.children.length) return null;
  const at = [...row.children].indexOf(cell);
  const head = heads.children[at];
  const text = head?.textContent?.replaceAll(/\s+/gu, ' ').trim() ?? '';
  return text === '' || text.length > 60 ? null : text;
}
