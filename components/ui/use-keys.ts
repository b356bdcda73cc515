import { useEffect, useEffectEvent } from 'react';

/** What each key does, by its name as typed: `j`, `?`, `L` (with Shift), `Escape`, `/`. */
export type KeyMap = Readonly<Record<string, () => void>>;

const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="combobox"]';
const floating = '[role="dialog"], [role="menu"], [data-trigger]';

/**
 * Single keys for the whole page. They are silent while a person types, while a dialog or list floats above, and while a modifier
 * is held, so that no key of the browser or of a field is taken. Escape acts from fields as well.
 */
export function useKeys(keys: KeyMap, isOn = true): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const inside = event.target instanceof Element ? event.target : null;
    if (inside?.closest(floating) !== null && inside !== null) return;
    if (event.key !== 'Escape' && inside?.closest(typing) !== null && inside !== null) return;
    const does = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (does === undefined) return;
    event.preventDefault();
    does();
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent) => act(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isOn]);
}
