import { useEffect, useEffectEvent } from 'react';

/**
 * Ctrl+Enter saves, from wherever in the review. In the card of a portal page Escape closes it, and focus that comes into
 * it from the page lands on its heading, so that a screen reader says where one is. Takes no focus by itself.
 */
export function useCardKeys({ onSave, onClose }: { onSave: () => void; onClose: () => void }): void {
  const save = useEffectEvent(onSave);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const isCard = window.top !== window;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        save();
      } else if (isCard && event.key === 'Escape') close();
    };
    const land = () => {
      if (document.hasFocus() && (document.activeElement === null || document.activeElement === document.body)) document.querySelector<HTMLElement>('h1')?.focus();
    };
    addEventListener('keydown', press);
    if (isCard) addEventListener('focus', land);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('focus', land);
    };
  }, []);
}
