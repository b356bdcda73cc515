import type { Reading } from '../../reading/reading.ts';
import { portalWordKey } from '../reader/portal-words.ts';
import type { HookFinder, ShownLeaf } from './find-hooks.ts';
import { readHookDates, readHookField, readHookStatus } from './hook-values.ts';
import type { HookField } from './map-fields.ts';
import type { Hook, SlimMap } from './portal-map.ts';

type MapPage = SlimMap['pages'][number];

/** What pages about a person say too: a coverage check shows them and is no claim. */
const OF_PERSONS: ReadonlySet<HookField> = new Set<HookField>(['patientName', 'memberId', 'patientResponsibility', 'paymentNumber']);
/** So many fields that speak of a claim, each with a value of its shape, make a page of the map. */
const ENOUGH = 2;

/**
 * The page of a map that a page without any claim still is, by those of the map's labels that the portal left alone. A map of
 * words alone has no other mark, so a portal that renames its labels would look like a page that is none of the map's.
 *
 * A search form has labels without values, a coverage check the labels of a person: neither counts.
 */
export function pageByRemainingLabels(map: SlimMap, reading: Reading, finder: HookFinder): MapPage | null {
  if (reading.kind !== 'none' || reading.member !== undefined || reading.warnings.some(({ code }) => code === 'page-covered' || code === 'reader-failed')) return null;
  const leaves = finder.shownLeaves();
  return map.pages.find((page) => page.fields.filter(({ field, hooks }) => !OF_PERSONS.has(field) && hooks.some((hook) => standsAt(hook, field, leaves))).length >= ENOUGH) ?? null;
}

function standsAt(hook: Hook, field: HookField, leaves: readonly ShownLeaf[]): boolean {
  if (hook.by !== 'label' && hook.by !== 'column') return false;
  const wanted = portalWordKey(hook.is);
  return leaves.some((leaf, at) => {
    const colon = leaf.text.indexOf(':');
    const isLabel = portalWordKey(leaf.text) === wanted;
    if (!isLabel && (colon === -1 || portalWordKey(leaf.text.slice(0, colon)) !== wanted)) return false;
    if (hook.by === 'column') return hasRows(leaf.el);
    const value = isLabel ? leaves.slice(at + 1, at + 3).find(({ text }) => /[\p{L}\p{N}]/u.test(text))?.text : leaf.text.slice(colon + 1).trim();
    return value !== undefined && value !== '' && hasShape(field, value);
  });
}

function hasShape(field: HookField, text: string): boolean {
  if (field === 'serviceDates') return readHookDates([text]) !== null;
  return (field === 'status' ? readHookStatus([text]) : readHookField(field, [text])) !== null;
}

/** Whether the column has anything below it. */
function hasRows(title: Element): boolean {
  const table = title.closest('table,[role="table"],[role="grid"],[role="treegrid"]');
  return table !== null && [...table.querySelectorAll('td,[role="cell"],[role="gridcell"]')].some((cell) => /\d/u.test(cell.textContent ?? ''));
}
