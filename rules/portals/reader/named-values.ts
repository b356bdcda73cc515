import { readLabel } from './labels.ts';
import type { LabelHit } from './labels.ts';
import { Trait } from './page-tree.ts';
import type { Box } from './page-tree.ts';
import type { Section } from './sections.ts';
import { emit } from './findings.ts';
import { referredElement } from './referred-elements.ts';
import type { Scanner } from './findings.ts';

const NAMED = '[aria-label],[data-label],[data-title],[data-th],[data-header],[title],[aria-labelledby]';
const PLAIN_ATTRIBUTES = ['aria-label', 'data-label', 'data-title', 'data-th', 'data-header', 'title'] as const;

/** A value that carries its label as an attribute. */
export function ariaPair(scanner: Scanner, box: Box, sections: readonly Section[]): void {
  if (box.text === '' || box.text.length > 160 || scanner.marks.hits.has(box) || (scanner.marks.within.get(box) ?? 0) > 0) return;
  for (let at: Element | null = box.inner, steps = 0; at !== null && steps < 4; at = at === box.el ? null : at.parentElement, steps += 1) {
    if (!at.hasAttributes() || !at.matches(NAMED)) continue;
    for (const name of PLAIN_ATTRIBUTES) {
      const text = at.getAttribute(name);
      if (text === null || text.length > 60 || text === box.text) continue;
      const hit = readLabel(text.trim());
      // Tables for narrow windows name each cell after its column, and columns may have vague names.
      if (hit !== null && (!hit.weak || name.startsWith('data-') && at.tagName === 'TD') && hit.key !== 'other') { emit(scanner, hit, text.trim(), [box], sections, 'aria'); return; }
    }
    const text = referenced(at, 'aria-labelledby');
    const hit = text === null ? null : readLabel(text);
    if (text !== null && hit !== null && hit.key !== 'other') { emit(scanner, hit, text, [box], sections, 'aria'); return; }
  }
}

/** `<label for>` and the field or text it names. */
export function labelled(scanner: Scanner, box: Box, hit: LabelHit, sections: readonly Section[]): boolean {
  for (let at: Element | null = box.inner, steps = 0; at !== null && steps < 4; at = at === box.el ? null : at.parentElement, steps += 1) {
    const id = at.tagName === 'LABEL' ? at.getAttribute('for') : null;
    if (id === null || id === '') continue;
    const target = referredElement(at, id);
    const value = target === null ? undefined : scanner.tree.boxOf.get(target);
    if (value === undefined || value === box || value.start <= box.end && value.end >= box.start) continue;
    if ((value.traits & (Trait.empty | Trait.editable)) === 0) emit(scanner, hit, box.text, [value], sections, 'aria');
    return true;
  }
  return false;
}

/** A value that says by reference whose it is belongs to no neighbour. */
export function namedByReference(box: Box): boolean {
  for (let at: Element | null = box.inner, steps = 0; at !== null && steps < 4; at = at === box.el ? null : at.parentElement, steps += 1) {
    const text = at.hasAttributes() && at.hasAttribute('aria-labelledby') ? referenced(at, 'aria-labelledby') : null;
    if (text !== null && readLabel(text) !== null) return true;
  }
  return false;
}

export function referenced(el: Element, attribute: string): string | null {
  const ids = el.getAttribute(attribute);
  if (ids === null || ids.length > 200) return null;
  const texts = ids.trim().split(/\s+/).slice(0, 4).map((id) => referredElement(el, id)?.textContent?.trim() ?? '').filter((text) => text !== '');
  return texts.length === 0 ? null : texts.join(' ').replace(/\s+/g, ' ');
}
