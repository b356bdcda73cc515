import { useEffect, useEffectEvent } from 'react';

function land(): void {
  if (document.hasFocus() && (document.activeElement === null || document.activeElement === document.body)) document.querySelector<HTMLElement>('h1')?.focus();
}

/**
 * Ctrl+Enter saves, from wherever in the review. In the card of a portal page Escape closes it, and focus that comes into
 * it from the page lands on its heading, so that a screen reader says where one is. Takes no focus by itself.
 */
export function useCardKeys({ isDrawn, onSave, onClose }: { /** Whether there is a heading by now. */ isDrawn: boolean; onSave: () => void; onClose: () => void }): void {
  const save = useEffectEvent(onSave);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const isCard = window.top !== window;
    const press = (event: KeyboardEvent) => {
      if (isCard && event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) close();
    };
    // Before the control that has the focus: a list or a button would take the key for its own.
    const pressFirst = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      save();
    };
    addEventListener('keydown', press);
    addEventListener('keydown', pressFirst, true);
    if (isCard) addEventListener('focus', land);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('keydown', pressFirst, true);
      removeEventListener('focus', land);
    };
  }, []);
  // The page's focus may have come before there was anything to land on.
  useEffect(() => {
    if (isDrawn && window.top !== window) land();
  }, [isDrawn]);
}
