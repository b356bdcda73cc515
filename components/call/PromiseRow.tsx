import type { PromiseState } from '../../rules/domain/contact.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { dueWords, numericDay } from '../words/day-words.ts';

const states: Record<PromiseState, string> = { open: 'Open', kept: 'Kept', broken: 'Broken', withdrawn: 'Put away' };
export type PromiseRowProps = { promise: { id: string; text: string; dueDay: DayNumber; state: PromiseState; how: string }; today: DayNumber; about?: string; onSettle: (state: PromiseState) => void; onOpen?: () => void };

/** A promise of a payer with its day; whoever knows says how it ended. */
export function PromiseRow({ promise, today, about, onSettle, onOpen }: PromiseRowProps) {
  const isOpen = promise.state === 'open';
  const name = promise.text === '' ? `promise for ${numericDay(promise.dueDay)}` : promise.text;
  return (
    <li className="flex flex-col gap-1 border-b border-line py-1.5 last:border-b-0">
      {about !== undefined && <p className="foreign truncate text-small text-ink-2">{about}</p>}
      <p className="foreign break-words">{promise.text === '' ? 'An answer' : promise.text} <span className="figures text-ink-2">by {numericDay(promise.dueDay)}</span></p>
      <div className="flex flex-wrap items-center gap-1.5">
        <Chip>{isOpen && promise.dueDay < today ? `Past its day, ${dueWords(promise.dueDay, today)}` : isOpen ? dueWords(promise.dueDay, today) : states[promise.state]}</Chip>
        {promise.how !== '' && <span className="foreign text-small text-ink-2">{promise.how}</span>}
        <span className="flex-1" />
        {isOpen && <Button size="small" aria-label={`Kept: ${name}`} onPress={() => onSettle('kept')}>Kept</Button>}
        {isOpen && <Button size="small" aria-label={`Broken: ${name}`} onPress={() => onSettle('broken')}>Broken</Button>}
        {isOpen && <Button size="small" kind="quiet" aria-label={`Put away: ${name}`} onPress={() => onSettle('withdrawn')}>Put away</Button>}
        {!isOpen && <Button size="small" kind="quiet" aria-label={`Open again: ${name}`} onPress={() => onSettle('open')}>Open again</Button>}
        {onOpen !== undefined && <Button size="small" kind="quiet" onPress={onOpen}>Open case</Button>}
      </div>
    </li>
  );
}
