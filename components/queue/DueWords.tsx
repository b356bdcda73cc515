import { CircleAlert, CircleHelp, Clock } from 'lucide-react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { classes } from '../ui/classes.ts';
import { urgencyOf } from '../words/day-words.ts';
import type { Urgency } from '../words/day-words.ts';
import { dayForRow, lastDayOf, nextDayWords } from '../words/queue-words.ts';

const tone: Record<Urgency, string> = { over: 'text-over font-medium', today: 'text-soon font-medium', soon: 'text-soon font-medium', later: 'text-ink-2', none: 'text-ink-2' };

/** What is due next and in how many days. The words say it, the mark repeats it, colour only goes along. */
export function DueWords({ item, today }: { item: Pick<QueueItem, 'nextDay' | 'nextKind' | 'undated'> & Partial<Pick<QueueItem, 'safeDay' | 'dueDay' | 'payerDay' | 'open'>>; today: DayNumber }) {
  // A search finds closed ones too: nothing of theirs is due.
  if (item.open === false) return <span className="shrink-0 whitespace-nowrap text-ink-3">Closed</span>;
  const urgency = item.nextKind === 'find-date' && item.nextDay > today ? 'none' : lastDayOf(item, today) !== null ? 'today' : urgencyOf(item.nextDay, dayForRow(item, today));
  const Mark = urgency === 'over' ? CircleAlert : urgency === 'none' ? CircleHelp : urgency === 'later' ? null : Clock;
  return (
    <span className={classes('figures inline-flex shrink-0 items-center gap-1 whitespace-nowrap', tone[urgency])}>
      {Mark !== null && <Mark aria-hidden className="size-3 shrink-0" strokeWidth={2.25} />}
      {nextDayWords(item, today)}
    </span>
  );
}
