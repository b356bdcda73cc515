import { composedParent } from '../reader/visibility.ts';
import { sameIdentifier } from '../reader/identifiers.ts';
import type { HookFinder } from './find-hooks.ts';
import { readHookField } from './hook-values.ts';
import type { Hook } from './portal-map.ts';

const MOST_CLAIMS = 500;

/** The part of the page that is about one claim: the largest one around its number in which no other claim's number stands. */
export type ClaimPart = { number: string; part: Element };

/**
 * Cuts a page of several claims by the hook of the claim's number, which stands there once for each. Empty where it does not: fewer
 * than two numbers, or one number in two places, so that nobody can say which of them a value belongs to.
 */
export function claimParts(hooks: readonly Hook[], finder: HookFinder): ClaimPart[] {
  for (const hook of hooks) {
    const found = finder.all(hook).flatMap(({ el, at }) => {
      const value = at.state === 'found' ? readHookField('claimControlNumber', at.texts) : null;
      return value === null ? [] : [{ el, number: sameIdentifier(String(value.value)) }];
    });
    if (found.length < 2 || found.length > MOST_CLAIMS || new Set(found.map(({ number }) => number)).size < found.length) continue;
    const counts = new Map<Element, number>();
    for (const { el } of found) for (let at: Element | null = el; at !== null; at = composedParent(at)) counts.set(at, (counts.get(at) ?? 0) + 1);
    return found.map(({ el, number }) => {
      let part = el;
      for (let up = composedParent(el); up !== null && counts.get(up) === 1; up = composedParent(up)) part = up;
      return { number, part };
    });
  }
  return [];
}
