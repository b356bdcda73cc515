import { useEffect, useRef } from 'react';
import { Search, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { KeyHint } from '../ui/KeyHint.tsx';

export type SearchBoxProps = {
  text: string; onText: (text: string) => void;
  /** Arrow keys, Enter: moved in the list below without leaving the box. */
  onListKey: (key: string) => void;
  /** Raised by one each time the box shall take the focus. */
  focusCall: number;
};

const listKeys = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Enter']);

/** Finds a case by claim number, reference, account number or patient. */
export function SearchBox({ text, onText, onListKey, focusCall }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusCall === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [focusCall]);
  return (
    <div className="relative px-3 py-2">
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-5 size-3.5 -translate-y-1/2 text-ink-3" />
      <input
        ref={input} type="search" aria-label="Search claim, reference, account number or patient" placeholder="Claim, reference, account or patient" value={text} autoComplete="off" spellCheck={false} maxLength={200}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            event.stopPropagation();
            onText('');
          } else if (event.key === 'Escape') {
            event.currentTarget.blur(); // the keys of the queue act again
          } else if (listKeys.has(event.key) && !event.nativeEvent.isComposing) {
            event.preventDefault();
            onListKey(event.key);
          }
        }}
        className="h-8 w-full rounded-md border border-line bg-sunken pr-8 pl-7 text-body text-ink hover:border-edge focus:border-accent focus:bg-ground focus:outline-2 focus:outline-offset-0 focus:outline-accent [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="absolute top-1/2 right-4.5 flex -translate-y-1/2 items-center">
        {text === ''
          ? <KeyHint keys="/" />
          : <Button aria-label="Clear search" onPress={() => { onText(''); input.current?.focus(); }} className="flex size-6 items-center justify-center rounded-sm text-ink-3 data-[hovered]:bg-hover"><X aria-hidden className="size-3.5" /></Button>}
      </span>
    </div>
  );
}
