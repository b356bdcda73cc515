import { CalendarCheck2, PhoneCall, Repeat, Scale } from 'lucide-react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { ExpectedDay } from '../../rules/work/expected-days.ts';
import { classes } from '../ui/classes.ts';
import { dayOfIso, dueWords, usDates, weekdayDay } from '../words/day-words.ts';
import { SourceLink } from './SourceLink.tsx';

const marks = { 'payer-answer': Repeat, promise: PhoneCall, 'follow-up': CalendarCheck2, 'prompt-pay': Scale } as const;

/** What others are to do, what was promised, and when we meant to look again. None of these is a window that closes. */
export function ExpectedList({ expected, today }: { expected: readonly ExpectedDay[]; today: DayNumber }) {
  if (expected.length === 0) return null;
  return (
    <ul aria-label="Awaited" className="flex flex-col gap-1.5 border-t border-line pt-2">
      {expected.map((one) => {
        const Icon = marks[one.kind];
        const day = dayOfIso(one.day);
        return (
          <li key={one.id} className="figures flex items-start gap-1.5 text-small">
            <Icon aria-hidden className={classes('mt-0.5 size-3 shrink-0', one.isPast ? 'text-over' : 'text-ink-3')} />
            {/* Each text has its own colour: Chromium leaves inherited ones behind when the system turns dark while the page is open. */}
            <span className="min-w-0 text-ink-2">
              <span className="font-medium text-ink">{one.title}</span>{day !== null && <>: {one.isOver === true ? 'was due ' : ''}{weekdayDay(day)}{one.isOver !== true && <>, <span className={one.isPast ? 'font-medium text-over' : 'text-ink-2'}>{dueWords(day, today)}</span></>}</>}
              <span className="foreign block text-ink-2">{usDates(one.why)}</span>
              {one.source !== null && <SourceLink source={one.source} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
