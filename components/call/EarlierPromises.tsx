import type { PromiseState } from '../../rules/domain/contact.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { Choice } from '../ui/Choice.tsx';
import { numericDay } from '../words/day-words.ts';

export type EarlierPromise = { id: string; text: string; dueDay: DayNumber };
const ends = [{ value: 'kept', label: 'Kept' }, { value: 'broken', label: 'Broken' }, { value: 'open', label: 'Cannot tell yet' }] as const;

/** Promises whose day has come: what this contact tells of them is counted for the payer. */
export function EarlierPromises({ promises, states, onState }: { promises: readonly EarlierPromise[]; states: Readonly<Record<string, PromiseState>>; onState: (id: string, state: PromiseState) => void }) {
  if (promises.length === 0) return null;
  return (
    <section aria-label="Promised before" className="flex flex-col gap-2 rounded-md border border-line bg-soon-soft px-2.5 py-2">
      {promises.map((promise) => (
        <Choice key={promise.id} label={`Promised for ${numericDay(promise.dueDay)}${promise.text === '' ? '' : `: ${promise.text}`}`} options={ends} value={ends.find(({ value }) => value === states[promise.id])?.value ?? null} onChange={(state) => onState(promise.id, state)} />
      ))}
    </section>
  );
}
