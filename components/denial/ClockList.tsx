import { CircleAlert, CircleHelp, CircleSlash, Clock, GitCompareArrows, TriangleAlert } from 'lucide-react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { ClockView } from '../../rules/work/case-file.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { classes } from '../ui/classes.ts';
import { clockKindWords } from '../words/clock-words.ts';
import { dayOfIso, dueWords, urgencyOf, usDates, weekdayDay } from '../words/day-words.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import { DEADLINE_ACTIONS, LETTER_KINDS } from '../../rules/domain/vocabulary.ts';
import type { LetterKind } from '../../rules/domain/vocabulary.ts';
import type { ExpectedDay } from '../../rules/work/expected-days.ts';
import { ClockDetail } from './ClockDetail.tsx';
import { ClockTimeline } from './ClockTimeline.tsx';
import { ExpectedList } from './ExpectedList.tsx';

export type ClockListProps = {
  clocks: readonly ClockView[]; traps: readonly string[]; today: DayNumber;
  /** Answers awaited, promises, our own follow-up. */
  expected?: readonly ExpectedDay[];
  /** Asks for a date of a person's own; null where no clock is named yet. */
  onOverride?: (action: string | null) => void;
  /** Steps whose date was set by hand, and the way back to the rule's. */
  handSet?: ReadonlySet<string>; onBackToRule?: (action: string) => void;
  /** The letter of this kind and day was answered: its clock ends. */
  onAnswered?: (kind: LetterKind, letterOn: string) => void;
};

const rank: Record<ClockView['kind'], number> = { dated: 0, conflict: 1, needs: 2, unverified: 3, unknown: 4, 'not-open': 5, stopped: 6 };
const safeDay = (clock: ClockView) => (clock.safe === null ? null : dayOfIso(clock.safe)) ?? NO_DAY;

/**
 * Dated clocks on top in the order they come in (the rules put the one that ends first and still lives before those that are long gone),
 * then those without a date by what can be done about it.
 */
export function inOrder(clocks: readonly ClockView[]): ClockView[] {
  return [...clocks].sort((a, b) => rank[a.kind] - rank[b.kind]);
}

/** Every clock of the claim. Each opens to rule, source, counting and doubt. */
export function ClockList({ clocks, traps, today, expected = [], onOverride, handSet, onBackToRule, onAnswered }: ClockListProps) {
  const ordered = inOrder(clocks);
  const isResting = (clock: ClockView) => clock.kind === 'not-open' || clock.kind === 'stopped';
  const live = ordered.filter((clock) => !isResting(clock));
  const resting = ordered.filter(isResting);
  const hasDate = live.some((clock) => clock.kind === 'dated');
  const row = (clock: ClockView, place: number) => {
    const letter = LETTER_KINDS.find((kind) => kind === clock.action);
    const { letterOn } = clock;
    return <Disclosure key={`${clock.action} ${clock.letterOn ?? ''}`} title={usDates(clock.name)} aside={<ClockAside clock={clock} today={today} isFirst={place === 0} />}>
      <ClockDetail clock={clock} {...(onOverride === undefined || !hasOwnDate(clock.action) ? {} : { onOverride: () => onOverride(clock.action) })} {...(onBackToRule !== undefined && handSet?.has(clock.action) === true ? { onBackToRule: () => onBackToRule(clock.action) } : {})} {...(onAnswered === undefined || letter === undefined || letterOn === null ? {} : { onAnswered: () => onAnswered(letter, letterOn) })} />
    </Disclosure>;
  };
  return (
    <div className="flex flex-col gap-2">
      <ClockTimeline clocks={live} expected={expected} today={today} />
      <div>
        {live.map(row)}
        {resting.length > 0 && <Disclosure title={live.length === 0 ? 'Clocks not open or finished' : 'Not open or finished'} aside={<span className="figures text-small">{resting.length}</span>}>{resting.map(row)}</Disclosure>}
        {!hasDate && (
          <div className="flex flex-wrap items-center gap-2 pt-1">
            <p className="min-w-0 flex-1 basis-48 text-ink-2">{clocks.length === 0 ? 'No rule is on file for this claim. Take the last day from the letter or the contract.' : 'No date can be worked out yet. A date from the letter or the contract beats every rule.'}</p>
            {onOverride !== undefined && <Button size="small" onPress={() => onOverride(null)}>Set a date</Button>}
          </div>
        )}
      </div>
      <ExpectedList expected={expected} today={today} />
      {traps.length > 0 && (
        <ul aria-label="Easily missed" className="flex flex-col gap-1">
          {traps.map((trap) => (
            <li key={trap} className="figures flex items-start gap-1.5 text-small text-ink-2"><TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0 text-soon" />{usDates(trap)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A letter brings its last day with it, and the next payer's rules are its own: neither is set over here. */
function hasOwnDate(action: string): boolean {
  return (DEADLINE_ACTIONS as readonly string[]).includes(action);
}

function ClockAside({ clock, today, isFirst }: { clock: ClockView; today: DayNumber; isFirst: boolean }) {
  const day = safeDay(clock);
  if (clock.kind !== 'dated' || day === NO_DAY) {
    const Mark = clock.kind === 'conflict' ? GitCompareArrows : clock.kind === 'stopped' || clock.kind === 'not-open' ? CircleSlash : CircleHelp;
    return <span className="inline-flex items-center gap-1 text-small text-ink-2"><Mark aria-hidden className="size-3 shrink-0" />{clockKindWords(clock.kind)}</span>;
  }
  const due = clock.due === null ? null : dayOfIso(clock.due);
  const isLast = day < today && due !== null && due >= today;
  const shown = isLast ? due : day;
  const urgency = isLast ? 'today' : urgencyOf(day, today);
  const Mark = urgency === 'over' ? CircleAlert : Clock;
  const isNear = urgency !== 'later';
  return (
    <span className={classes('figures inline-flex items-center gap-1 text-small', urgency === 'over' ? 'font-medium text-over' : isNear ? 'font-medium text-soon' : isFirst ? 'text-ink' : 'text-ink-2')}>
      {isNear && <Mark aria-hidden className="size-3 shrink-0" strokeWidth={2.25} />}
      <time dateTime={(isLast ? clock.due : clock.safe) ?? ''}>{weekdayDay(shown)}</time>
      <span className="w-21 text-right">{isLast ? `last ${dueWords(shown, today)}` : dueWords(shown, today)}</span>
    </span>
  );
}

