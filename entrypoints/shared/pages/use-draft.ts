import { useEffect, useRef, useState } from 'react';
import { readDraft } from '../../../storage/drafts.ts';
import { StorageFault } from '../../../storage/storage-fault.ts';
import { sendCommand } from '../send-command.ts';
import type { OpenVault } from './open-vault.ts';

const KEEP_AFTER_MS = 150;

/** `latest` is for what goes on after a wait: the value as it is by then, not as it was drawn. */
export type Draft<T> = { value: T; latest: () => T; change: (next: T) => void; drop: () => Promise<void> };

/**
 * What a person types, kept sealed by the background a moment after each keystroke and at once when the page goes away (a popup dies
 * when it loses focus). Null until the kept draft was looked up.
 * @param restore makes a value of what was kept; null where that is of no use.
 */
export function useDraft<T>(session: OpenVault, key: string, restore: (kept: unknown) => T | null, blank: () => T): Draft<T> | null {
  const [held, setHeld] = useState<{ key: string; value: T } | null>(null);
  const unsent = useRef<{ key: string; value: T } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const start = useRef({ restore, blank });
  const newest = useRef<{ key: string; value: T } | null>(null);
  const { db, vault, userId } = session;

  useEffect(() => {
    let isGone = false;
    const begin = (kept: unknown) => { if (!isGone) setHeld({ key, value: start.current.restore(kept) ?? start.current.blank() }); };
    readDraft(db, vault, userId, key).then((found) => begin(found?.value ?? null), (error: unknown) => {
      begin(null); // a damaged draft must not stand in the way of a new one
      if (!(error instanceof StorageFault)) throw error;
    });
    return () => { isGone = true; };
  }, [db, vault, userId, key]);

  useEffect(() => {
    const flush = () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
      const last = unsent.current;
      unsent.current = null;
      if (last !== null) void sendCommand('draft:keep', last);
    };
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, []);

  if (held?.key !== key) return null;
  return {
    value: held.value,
    latest: () => (newest.current?.key === key ? newest.current.value : held.value),
    change: (value) => {
      newest.current = { key, value };
      setHeld({ key, value });
      unsent.current = { key, value };
      timer.current ??= setTimeout(() => {
        timer.current = null;
        const last = unsent.current;
        unsent.current = null;
        if (last !== null) void sendCommand('draft:keep', last);
      }, KEEP_AFTER_MS);
    },
    drop: async () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
      unsent.current = null;
      await sendCommand('draft:drop', { key });
    },
  };
}
