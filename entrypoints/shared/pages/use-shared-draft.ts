import { useCallback, useEffect, useRef, useState } from 'react';
import { mergeDraft } from '../../../rules/work/merge-draft.ts';
import type { FieldChange } from '../../../rules/work/merge-draft.ts';
import { readDraft } from '../../../storage/drafts.ts';
import { StorageFault } from '../../../storage/storage-fault.ts';
import { sendCommand } from '../send-command.ts';
import type { OpenVault } from './open-vault.ts';
import { useQuery } from './use-query.ts';

const KEEP_AFTER_MS = 150;
/** How long nothing may have been typed before what another window wrote is shown: letters must not move under the fingers. */
const REST_MS = 400;

type Fields = Readonly<Record<string, unknown>>;
const same = (left: unknown, right: unknown) => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);

export type SharedDraft<T> = {
  value: T; change: (next: T) => void; drop: () => Promise<void>;
  /** Another window saved it or put it away. */
  isGone: boolean;
};

/** The fields of `now` that are not as `known`. Null for what is not there: a message loses what is undefined. */
function changesOf(known: Fields, now: Fields): Record<string, FieldChange> {
  return Object.fromEntries(Object.keys(now).flatMap((field) => (same(known[field], now[field]) ? [] : [[field, { was: known[field] ?? null, now: now[field] ?? null }]])));
}

/**
 * A draft that popup, panel and desk may write at the same time. Only fields that changed are sent, and the background merges them
 * into what is kept; what another window wrote shows up here as soon as nobody types. Null until the kept draft was looked up.
 * @param own fields that belong to a draft from its first change on, though nobody types them, as when it was begun.
 */
export function useSharedDraft<T extends Fields>(session: OpenVault, key: string, restore: (kept: unknown) => T | null, blank: () => T, own: readonly (keyof T & string)[] = []): SharedDraft<T> | null {
  const { db, vault, userId } = session;
  // Followed by Dexie as a sealed row alone; it is opened after.
  const row = useQuery(async () => (await db.drafts.get(`${userId}/${key}`)) ?? null, [db, userId, key]);
  const looking = useRef<(() => void) | null>(null);
  const [held, setHeld] = useState<{ key: string; value: T; isGone: boolean } | null>(null);
  const state = useRef<{ key: string; local: T; known: Fields; wasKept: boolean; isDropped: boolean; typedMs: number; inFlight: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const start = useRef({ restore, blank, own });

  const send = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const now = state.current;
    if (now === null || now.isDropped) return;
    const fields = changesOf(now.known, now.local);
    if (Object.keys(fields).length === 0) return;
    now.known = { ...now.known, ...now.local };
    now.wasKept = true;
    now.inFlight += 1;
    void sendCommand('draft:merge', { key: now.key, fields }).then((reply) => {
      now.inFlight -= 1;
      // Not kept, as while locked: it counts as changed still, and is sent with the next key.
      if (!reply.ok) now.known = { ...now.known, ...Object.fromEntries(Object.entries(fields).map(([field, { was }]) => [field, was])) };
    });
  }, []);

  useEffect(() => {
    let isOver = false;
    let retry: ReturnType<typeof setTimeout> | null = null;
    const take = (kept: unknown) => {
      if (isOver) return;
      const before = state.current;
      if (before?.key !== key) {
        const value = start.current.restore(kept) ?? start.current.blank();
        const isKept = typeof kept === 'object' && kept !== null;
        state.current = { key, local: value, known: isKept ? { ...value, ...(kept as Fields) } : Object.fromEntries(Object.entries(value).filter(([field]) => !start.current.own.includes(field))), wasKept: isKept, isDropped: false, typedMs: 0, inFlight: 0 };
        setHeld({ key, value, isGone: false });
        return;
      }
      if (before.isDropped) return;
      if (kept === null) {
        if (before.wasKept && before.inFlight === 0) setHeld({ key, value: before.local, isGone: true });
        return;
      }
      if (before.inFlight > 0 || performance.now() - before.typedMs < REST_MS) {
        if (retry !== null) clearTimeout(retry);
        retry = setTimeout(() => void look(), REST_MS);
        return;
      }
      const stored = start.current.restore(kept);
      if (stored === null) return;
      const merged = mergeDraft(stored, changesOf(before.known, before.local)) as unknown as T;
      before.known = stored;
      before.wasKept = true;
      if (same(merged, before.local)) return;
      before.local = merged;
      setHeld({ key, value: merged, isGone: false });
    };
    const read = async () => {
      try {
        return (await readDraft(db, vault, userId, key))?.value ?? null;
      } catch (error) {
        if (!(error instanceof StorageFault)) throw error;
        return null; // a damaged draft must not stand in the way of a new one
      }
    };
    const look = async () => take(await read());
    looking.current = () => void look();
    void look();
    return () => {
      isOver = true;
      looking.current = null;
      if (retry !== null) clearTimeout(retry);
    };
  }, [db, vault, userId, key]);

  useEffect(() => { if (row.state === 'ready') looking.current?.(); }, [row]);

  useEffect(() => {
    addEventListener('pagehide', send);
    document.addEventListener('visibilitychange', send);
    return () => {
      removeEventListener('pagehide', send);
      document.removeEventListener('visibilitychange', send);
      send();
    };
  }, [send, key]);

  if (held?.key !== key) return null;
  return {
    value: held.value, isGone: held.isGone,
    change: (value) => {
      const now = state.current;
      if (now === null) return;
      now.local = value;
      now.typedMs = performance.now();
      setHeld({ key, value, isGone: false });
      timer.current ??= setTimeout(send, KEEP_AFTER_MS);
    },
    drop: async () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
      if (state.current !== null) state.current.isDropped = true;
      await sendCommand('draft:drop', { key });
    },
  };
}
