import { useEffect, useRef, useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';

/** Copies through `onCopy` (the page owns the clipboard) and says for two seconds that it did. */
export function CopyButton({ label, onCopy, words, kind = 'plain', shortcut }: { label: string; onCopy: () => void | Promise<void>; words?: string; kind?: 'plain' | 'primary'; shortcut?: string }) {
  const [isCopied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => { if (timer.current !== null) clearTimeout(timer.current); }, []);
  const copy = () => {
    void Promise.resolve(onCopy()).then(() => {
      setCopied(true);
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => setCopied(false), 2000);
    });
  };
  const icon = isCopied ? <Check aria-hidden className="size-3.5 text-good" /> : <Copy aria-hidden className="size-3.5" />;
  const key = shortcut === undefined ? {} : { shortcut };
  return (
    <>
      {words === undefined ? <IconButton label={label} icon={icon} onPress={copy} {...key} /> : <Button kind={kind} icon={kind === 'primary' && isCopied ? <Check aria-hidden className="size-3.5" /> : icon} onPress={copy}>{isCopied ? 'Copied' : words}</Button>}
      <span role="status" className="sr-only">{isCopied ? `${label}: copied` : ''}</span>
    </>
  );
}
