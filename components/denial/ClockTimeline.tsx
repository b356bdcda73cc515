import { CalendarCheck2, Flag, PhoneCall, Repeat } from 'lucide-react';
import type { ReactNode } from 'react';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { ClockView } from '../../rules/work/case-file.ts';
import type { ExpectedDay } from '../../rules/work/expected-days.ts';
import { classes } from '../ui/classes.ts';
import { dayOfIso, dueWords, shortDay, urgencyOf, usDates, weekdayDay } from '../words/day-words.ts';
import { axisTicks, placeOnAxis } from './timeline-axis.ts';

type Row = { key: string; name: string; safe: DayNumber; due: DayNumber; expected: ExpectedDay | null };

const dayOf = (iso: string | null) => (iso === null ? null : dayOfIso(iso)) ?? NO_DAY;

function rowsOf(clocks: readonly ClockView[], expected: readonly ExpectedDay[]): Row[] {
  const dated = clocks.filter((clock) => clock.kind === 'dated' && clock.safe !== null && clock.due !== null)
    .map((clock): Row => ({ key: `${clock.action} ${clock.letterOn ?? ''}`, name: usDates(clock.name), safe: dayOf(clock.safe), due: dayOf(clock.due), expected: null }));
  const others = expected.map((one): Row => ({ key: one.id, name: one.title, safe: dayOf(one.day), due: dayOf(one.day), expected: one }));
  return [...dated, ...others].sort((a, b) => a.safe - b.safe || a.due - b.due);
}

/**
 * When each window of a claim ends, at a glance: one bar a clock from today to the day to work by, an outlined rest to the last
 * day, the one that ends first on top with a flag. Shape and words carry it; colour only repeats. The text says the same for
 * whoever does not see the picture.
 */
export function ClockTimeline({ clocks, expected, today }: { clocks: readonly ClockView[]; expected: readonly ExpectedDay[]; today: DayNumber }) {
  const rows = rowsOf(clocks, expected);
  const running = rows.filter((row) => row.due >= today);
  if (rows.length < 2 || running.length === 0) return null;
  const first = running.find((row) => row.expected === null) ?? null;
  const over = rows.filter((row) => row.due < today);
  const last = Math.max(...running.map((row) => row.due));
  return (
    <figure className="m-0 pb-1">
      <figcaption className="sr-only">When the windows of this claim end, the earliest first</figcaption>
      <div aria-hidden>
        <div className="grid grid-cols-[minmax(5.5rem,8.5rem)_1fr] gap-x-2">
          <span />
          <div className="relative h-4 text-tiny text-ink-3">
            <span className="absolute left-0">today</span>
            {axisTicks(last - today).map(({ days, word }) => <span key={days} className="absolute -translate-x-1/2" style={{ left: percent(placeOnAxis(days, last - today)) }}>{word}</span>)}
          </div>
          {running.map((row) => <TimelineRow key={row.key} row={row} today={today} span={last - today} isFirst={row === first} />)}
        </div>
      </div>
      <ol className="sr-only">
        {over.map((row) => <li key={row.key}>{row.name}: over since {weekdayDay(row.due)}.</li>)}
        {running.map((row) => <li key={row.key}>{rowWords(row, today, row === first)}</li>)}
      </ol>
    </figure>
  );
}

/** Room is left at the right end for the words of the last date: as wide as they are, however narrow the panel is. */
const percent = (part: number) => `calc((100% - 6.5rem) * ${part.toFixed(4)})`;

function rowWords({ name, safe, due, expected }: Row, today: DayNumber, isFirst: boolean): string {
  if (expected !== null) return `${name}: ${weekdayDay(due)}, ${dueWords(due, today)}. Not a window of ours.`;
  const work = safe === due ? '' : `work by ${weekdayDay(safe)}, `;
  return `${name}: ${work}last day ${weekdayDay(due)}, ${dueWords(due, today)}.${isFirst ? ' This one ends first.' : ''}`;
}

function TimelineRow({ row, today, span, isFirst }: { row: Row; today: DayNumber; span: number; isFirst: boolean }) {
  const { name, safe, due, expected } = row;
  const end = placeOnAxis(due - today, span);
  const work = placeOnAxis(Math.max(0, safe - today), span);
  const urgency = urgencyOf(safe, today);
  const tone = urgency === 'over' ? 'bg-over' : urgency === 'later' ? (isFirst ? 'bg-ink' : 'bg-edge') : 'bg-soon';
  return (
    <>
      <span className={classes('truncate py-0.5 text-small', isFirst ? 'font-semibold text-ink' : 'text-ink-2')} title={name}>{name}</span>
      <div className="relative h-5 border-l-2 border-ink-2">
        {expected === null ? (
          <>
            <span className={classes('absolute left-0 top-1/2 -translate-y-1/2 rounded-r-sm', tone, isFirst ? 'h-2.5' : 'h-1.5')} style={{ width: percent(work) }} />
            {due > safe && <span className={classes('absolute top-1/2 -translate-y-1/2 rounded-r-sm border border-l-0 border-edge', isFirst ? 'h-2.5' : 'h-1.5')} style={{ left: percent(work), width: percent(Math.max(0.012, end - work)) }} />}
          </>
        ) : <span className="absolute left-0 top-1/2 border-t border-dashed border-edge" style={{ width: percent(end) }} />}
        <span
          className={classes('figures absolute top-1/2 inline-flex -translate-y-1/2 items-center gap-0.5 whitespace-nowrap bg-ground px-1 text-tiny', isFirst ? 'font-semibold text-ink' : 'text-ink-2')}
          style={{ left: percent(end) }}
        >
          <Mark row={row} isFirst={isFirst} />{shortDay(safe, today)}
        </span>
      </div>
    </>
  );
}

function Mark({ row, isFirst }: { row: Row; isFirst: boolean }): ReactNode {
  const look = 'size-3 shrink-0';
  if (row.expected === null) return isFirst ? <Flag className={look} /> : null;
  if (row.expected.kind === 'promise') return <PhoneCall className={look} />;
  return row.expected.kind === 'payer-answer' ? <Repeat className={look} /> : <CalendarCheck2 className={look} />;
}
