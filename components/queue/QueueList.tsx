import { useEffect, useEffectEvent, useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { QUEUE_ROW_REM, QueueRow } from './QueueRow.tsx';
import { useRowWindow } from './use-row-window.ts';

export type QueueListProps = {
  /** Spoken name of the list: "My queue". */
  label: string;
  count: number;
  /** The row at an index, or null while its page is on its way. */
  itemAt: (index: number) => QueueItem | null;
  today: DayNumber;
  active: number; onActive: (index: number) => void; onOpen: (index: number) => void;
  /** Which rows are in sight, so that only those are fetched and opened. */
  onRange?: (first: number, last: number) => void;
  takesFocus?: boolean;
  /** Rows say whose they are. */
  showsOwner?: boolean;
};

/** Where a key leads from a row, or null where it is not a key of lists. `page` is how many rows are in sight. */
export function rowAfterKey(key: string, active: number, count: number, page: number): number | null {
  const last = count - 1;
  const to = { ArrowDown: active + 1, j: active + 1, ArrowUp: active - 1, k: active - 1, Home: 0, End: last, PageDown: active + page, PageUp: active - page }[key];
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(last, to));
}

const rootRem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/**
 * The queue: a list box of any length of which only the rows in sight exist. Focus stays on the box, the active row is named to
 * screen readers, so that 100,000 rows move as fast as ten.
 */
export function QueueList({ label, count, itemAt, today, active, onActive, onOpen, onRange, takesFocus = false, showsOwner = false }: QueueListProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const rowHeight = QUEUE_ROW_REM * rootRem();
  const { total, rows, first, last, reveal } = useRowWindow(box, count, rowHeight, active);
  const show = useEffectEvent(reveal);
  useEffect(() => { onRange?.(first, last); }, [onRange, first, last]);
  useEffect(() => {
    // Never out of a field somebody is typing in.
    if (takesFocus && (document.activeElement === null || document.activeElement === document.body)) box.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useEffect(() => { if (active < count) show(active); }, [active, count]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && active < count) {
      event.preventDefault();
      onOpen(active);
      return;
    }
    const to = rowAfterKey(event.key, active, count, Math.max(1, Math.floor((box.current?.clientHeight ?? rowHeight) / rowHeight) - 1));
    if (to === null) return;
    event.preventDefault();
    onActive(to);
  };

  return (
    <div
      ref={box} role="listbox" aria-label={label} tabIndex={0} {...(active < count ? { 'aria-activedescendant': `${id}-${active}` } : {})}
      onKeyDown={onKeyDown}
      className="min-h-32 flex-1 overflow-y-auto overscroll-contain outline-none focus-visible:[&_.queue-row-active]:outline-2 focus-visible:[&_.queue-row-active]:-outline-offset-2 focus-visible:[&_.queue-row-active]:outline-accent"
    >
      <div role="presentation" className="relative w-full" style={{ height: `${total}px` }}>
        {rows.map((row) => (
          <QueueRow showsOwner={showsOwner}
            key={row.index} item={itemAt(row.index)} today={today} id={`${id}-${row.index}`} index={row.index} count={count} isActive={row.index === active} top={row.start}
            onPress={() => { onActive(row.index); onOpen(row.index); }}
          />
        ))}
      </div>
    </div>
  );
}
