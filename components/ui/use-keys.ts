import { useEffectEvent, useLayoutEffect, useRef } from 'react';

/** What each key does, by its name as typed: `j`, `?`, `L` (with Shift), `Escape`, `/`. */
export type KeyMap = Readonly<Record<string, () => void>>;

/** Where letters are typed: a box that is ticked takes none. */
const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable=""], [contenteditable="true"]';
const floating = '[role="dialog"], [role="menu"], [data-trigger], [role="combobox"][aria-expanded="true"]';

/**
 * Single keys for the whole page. They are silent while a person types, while a dialog or list floats above, and while a modifier
 * is held, so that no key of the browser or of a field is taken. Escape acts from fields as well.
 */
export function useKeys(keys: KeyMap, isOn = true): void {
  const isTaken = useRef(false);
  const act = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken.current || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const does = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (does === undefined) return;
    event.preventDefault();
    does();
  });
  // With the paint, not after it: who sees the page may press.
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    // Whose key it is must be seen before anybody acts on it: a list that Escape closes is gone when the event comes up again.
    const look = (event: KeyboardEvent) => {
      const inside = event.target instanceof Element ? event.target : null;
      isTaken.current = inside !== null && (inside.closest(floating) !== null || (event.key !== 'Escape' && inside.closest(typing) !== null));
    };
    const listen = (event: KeyboardEvent) => act(event);
    addEventListener('keydown', look, true);
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', look, true);
      removeEventListener('keydown', listen);
    };
  }, [isOn]);
}
