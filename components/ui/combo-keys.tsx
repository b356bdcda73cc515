import { useContext, useLayoutEffect, useReducer, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { ComboBoxStateContext } from 'react-aria-components/ComboBox';
import { KeyHint } from './KeyHint.tsx';

const KEYS: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape']);

/**
 * The library opens a combo box a moment after a letter was typed, by an update of low urgency. On a busy machine the next key came before:
 * an arrow then opened the whole list instead of what fits, and Enter threw away what was typed. Here every key first has all that is on its
 * way drawn, and then acts on what the person sees.
 */
export function KeysInOrder({ children }: { children: ReactNode }) {
  const state = useContext(ComboBoxStateContext);
  const latest = useRef(state);
  useLayoutEffect(() => { latest.current = state; });
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const act = (event: KeyboardEvent) => {
    if (!KEYS.has(event.key) || event.nativeEvent.isComposing) return;
    // What is urgent takes what is not along; the second turn draws what the effects of the first one asked for.
    flushSync(redraw);
    flushSync(redraw);
    const now = latest.current;
    if (now === null || !isTypedAndOpen(now)) return;
    const first = now.collection.getFirstKey();
    const isOnly = first !== null && now.collection.getKeyAfter(first) === null;
    if (first === null) return;
    const isSaving = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (isSaving && isOnly) flushSync(() => now.selectionManager.select(first));
    else if ((event.key === 'Enter' && !isSaving) || (event.key === 'Tab' && isOnly)) flushSync(() => now.selectionManager.setFocusedKey(first));
  };
  return <div onKeyDownCapture={act}>{children}</div>;
}

type State = NonNullable<React.ContextType<typeof ComboBoxStateContext>>;
/** A part of a word stands in the box and none of the list was gone to. */
const isTypedAndOpen = ({ isOpen, selectionManager, inputValue }: State) => isOpen && selectionManager.focusedKey === null && inputValue.trim() !== '';

/** Beside the entry that Enter would take while none was gone to. */
export function EnterTakes({ id }: { id: string }) {
  const state = useContext(ComboBoxStateContext);
  return state !== null && isTypedAndOpen(state) && state.collection.getFirstKey() === id ? <span aria-hidden><KeyHint keys="Enter" /></span> : null;
}
