import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { classes } from '../ui/classes.ts';
import { Money } from '../ui/Money.tsx';
import { categoryWords } from '../words/denial-words.ts';
import { patientWords } from '../words/queue-words.ts';
import { DueWords } from './DueWords.tsx';

export type QueueRowProps = {
  item: QueueItem | null; today: DayNumber; id: string; index: number; count: number; isActive: boolean; top: number;
  /** Whose it is, in a list of several people's. */
  showsOwner?: boolean; onPress: () => void;
};

/** Height of one row, in rem: two lines. */
export const QUEUE_ROW_REM = 3.25;

/** One case in two lines: who and how much, why and until when. A null item is one whose page is still on its way. */
export function QueueRow({ item, today, id, index, count, isActive, top, showsOwner = false, onPress }: QueueRowProps) {
  return (
    <div
      role="option" id={id} aria-selected={isActive} aria-setsize={count} aria-posinset={index + 1} tabIndex={-1}
      onClick={onPress}
      className={classes('absolute inset-x-0 top-0 flex h-[3.25rem] flex-col justify-center gap-0.5 border-b border-line px-3 outline-none select-none', isActive ? 'queue-row-active bg-accent-soft' : 'hover:bg-hover')}
      style={{ transform: `translateY(${top}px)` }}
    >
      {isActive && <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent forced-colors:bg-[Highlight]" />}
      {item === null ? <span className="text-ink-3">…</span> : (
        <>
          <span className="flex items-baseline justify-between gap-3">
            <span className={classes('foreign min-w-0 truncate', item.patientName === null ? 'text-ink-2 italic' : 'font-semibold')}>{patientWords(item.patientName)}</span>
            <span className="shrink-0 font-medium"><Money cents={item.deniedCents} /></span>
          </span>
          <span className="flex items-baseline justify-between gap-3 text-small">
            <span className="foreign min-w-0 truncate text-ink-2">{showsOwner && (item.ownerName ?? '') !== '' && <>{item.ownerName} · </>}{categoryWords(item.category)}<span className="text-ink-3"> · {item.payerName}</span></span>
            <DueWords item={item} today={today} />
          </span>
        </>
      )}
    </div>
  );
}
