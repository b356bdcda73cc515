import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { errorWords } from '../../../components/words/error-words.ts';
import type { KeptReview } from '../../../rules/review/kept-review.ts';
import type { KeptRecordReview } from '../../../rules/review/record-review.ts';
import { sendCommand } from '../send-command.ts';

/** At most this much typing can be lost when the page is taken away without a word. */
const KEEP_EVERY_MS = 250;

/**
 * Keeps what is typed in a card while it is typed: at most every quarter of a second, and at once when the card goes away.
 * `problem` is what a person has to know where it could not be kept.
 */
export function useKeptDraft(captureId: string): { keep: (draft: KeptReview | KeptRecordReview, forCapture?: string) => void; forget: () => void; flush: () => Promise<void>; problem: string | null } {
  const [problem, setProblem] = useState<string | null>(null);
  const waiting = useRef<{ captureId: string; draft: KeptReview | KeptRecordReview; timer: ReturnType<typeof setTimeout> } | null>(null);
  const isGone = useRef(false);

  const forget = (): void => {
    clearTimeout(waiting.current?.timer);
    waiting.current = null;
  };
  const flush = async (): Promise<void> => {
    const last = waiting.current;
    if (last === null) return;
    forget();
    const reply = await sendCommand('capture:draft', { captureId: last.captureId, draft: last.draft });
    if (!isGone.current) setProblem(reply.ok ? null : `What you typed is not kept yet. ${errorWords(reply.error.code)}`);
  };
  const keep = (draft: KeptReview | KeptRecordReview, forCapture = captureId): void => {
    // The clock starts at the first key, so that somebody who types without a pause is kept too.
    if (waiting.current === null) waiting.current = { captureId: forCapture, draft, timer: setTimeout(() => void flush(), KEEP_EVERY_MS) };
    else Object.assign(waiting.current, { captureId: forCapture, draft });
  };

  const leaving = useEffectEvent(() => void flush());
  useEffect(() => {
    isGone.current = false;
    const leave = () => leaving();
    addEventListener('pagehide', leave);
    return () => {
      isGone.current = true;
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return { keep, forget, flush, problem };
}
