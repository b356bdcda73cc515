import type { DayNumber } from '../../rules/domain/day-number.ts';
import { agoWords, dayOfIso, dueWords, isKnownDay, isoOfDay, numericDay, shortDay, weekdayDay } from '../words/day-words.ts';

type Form = 'numeric' | 'weekday' | 'short' | 'due' | 'ago' | 'weekday-due';

/**
 * A calendar day, shown in US form and machine-readable underneath.
 * `day` is a day number or `YYYY-MM-DD`; the forms with words for the distance need `today`.
 */
export function PlainDay({ day, form = 'numeric', today }: { day: DayNumber | string | null; form?: Form; today?: DayNumber }) {
  const number = typeof day === 'string' ? dayOfIso(day) : day;
  if (number === null || !isKnownDay(number)) return <span className="text-ink-3"><span aria-hidden>–</span><span className="sr-only">date not known</span></span>;
  const from = today ?? number;
  const text = form === 'numeric' ? numericDay(number) : form === 'weekday' ? weekdayDay(number) : form === 'short' ? shortDay(number, from)
    : form === 'due' ? dueWords(number, from) : form === 'ago' ? agoWords(number, from) : `${weekdayDay(number)}, ${dueWords(number, from)}`;
  return <time dateTime={isoOfDay(number)} title={weekdayDay(number)} className="figures whitespace-nowrap">{text}</time>;
}
