import { Check, CircleAlert } from 'lucide-react';
import { Button } from './Button.tsx';

export type StatusMessage = { tone: 'done' | 'problem'; text: string; action?: { label: string; onPress: () => void } };

/** The one line in which a page says what just happened. Always in the document, so that screen readers hear it. */
export function StatusLine({ message }: { message: StatusMessage | null }) {
  return (
    <div role="status" aria-live="polite" className={message === null ? 'sr-only' : 'flex items-center gap-2 border-t border-line bg-raised px-3 py-1.5 text-body'}>
      {message !== null && (
        <>
          {message.tone === 'done' ? <Check aria-hidden className="size-4 shrink-0 text-good" /> : <CircleAlert aria-hidden className="size-4 shrink-0 text-over" />}
          <span className="min-w-0 flex-1">{message.text}</span>
          {message.action !== undefined && <Button size="small" kind="quiet" onPress={message.action.onPress}>{message.action.label}</Button>}
        </>
      )}
    </div>
  );
}
