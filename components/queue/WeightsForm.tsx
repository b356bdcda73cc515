import type { QueueWeights } from '../../rules/domain/queue-weights.ts';
import { DEFAULT_WEIGHTS } from '../../rules/domain/queue-weights.ts';
import { USUAL_MINUTES } from '../../rules/queue/effort.ts';
import { DENIAL_CATEGORIES } from '../../rules/codes/vocabulary.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TextField } from '../ui/TextField.tsx';
import { categoryWords } from '../words/denial-words.ts';

/** What is typed, as text; `minutes` by category, empty where the usual number holds. */
export type WeightsDraft = { daysPerDoubling: string; findDateWithin: string; decideWithin: string; untouchedDays: string; noResponseDays: string; minutes: Record<string, string> };

export function weightsDraft(weights: QueueWeights): WeightsDraft {
  return {
    daysPerDoubling: String(weights.daysPerDoubling), findDateWithin: String(weights.findDateWithin), decideWithin: String(weights.decideWithin), untouchedDays: String(weights.untouchedDays), noResponseDays: String(weights.noResponseDays),
    minutes: Object.fromEntries(Object.entries(weights.minutes).map(([category, minutes]) => [category, String(minutes)])),
  };
}

const LIMITS = { findDateWithin: [1, 90], decideWithin: [1, 180], untouchedDays: [1, 180], noResponseDays: [7, 180] } as const;
const whole = (text: string, [low, high]: readonly [number, number]): number | null => { const value = /^\d{1,4}$/u.test(text.trim()) ? Number(text) : NaN; return value >= low && value <= high ? value : null; };
const wordsOf = ([low, high]: readonly [number, number]): string => `A whole number from ${low} to ${high}`;
const broken = (text: string): number | null => { const value = /^\d{1,2}(\.\d{1,2})?$/u.test(text.trim()) ? Number(text) : NaN; return value >= 0 && value <= 10 ? value : null; };

/** The weights typed; null where something is no number that can be taken. */
export function weightsOf(draft: WeightsDraft): QueueWeights | null {
  const daysPerDoubling = broken(draft.daysPerDoubling);
  const [findDateWithin, decideWithin, untouchedDays, noResponseDays] = [whole(draft.findDateWithin, LIMITS.findDateWithin), whole(draft.decideWithin, LIMITS.decideWithin), whole(draft.untouchedDays, LIMITS.untouchedDays), whole(draft.noResponseDays, LIMITS.noResponseDays)];
  const minutes: QueueWeights['minutes'] = {};
  for (const category of DENIAL_CATEGORIES) {
    const text = draft.minutes[category] ?? '';
    if (text.trim() === '') continue;
    const value = whole(text, [1, 480]);
    if (value === null) return null;
    minutes[category] = value;
  }
  return daysPerDoubling === null || findDateWithin === null || decideWithin === null || untouchedDays === null || noResponseDays === null ? null : { daysPerDoubling, findDateWithin, decideWithin, minutes, untouchedDays, noResponseDays };
}

/** What a lead decides about the order of everybody's queue. */
export function WeightsForm({ draft, mayChange, isChanged, isBusy, onDraft, onSave, onReset }: { draft: WeightsDraft; mayChange: boolean; isChanged: boolean; isBusy: boolean; onDraft: (draft: WeightsDraft) => void; onSave: () => void; onReset: () => void }) {
  const put = (name: keyof Omit<WeightsDraft, 'minutes'>) => (value: string) => onDraft({ ...draft, [name]: value });
  const days = (name: keyof typeof LIMITS, label: string, hint: string) => <TextField label={label} value={draft[name]} onChange={put(name)} isDisabled={!mayChange} inputMode="numeric" hint={hint} error={whole(draft[name], LIMITS[name]) === null ? wordsOf(LIMITS[name]) : null} />;
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => { event.preventDefault(); if (weightsOf(draft) !== null && isChanged) onSave(); }}>
      <TextField label="Days a doubling counts" value={draft.daysPerDoubling} onChange={put('daysPerDoubling')} isDisabled={!mayChange} inputMode="decimal" hint="A case worth twice as many dollars a minute counts as due so many days sooner. 0: only dates count." error={broken(draft.daysPerDoubling) === null ? 'A number from 0 to 10' : null} />
      {days('findDateWithin', 'Find a date within, days', 'A case without a known date counts as due so long after it came in.')}
      {days('decideWithin', 'Decide within, days', 'A case whose every date has passed counts as due so long from then.')}
      {days('untouchedDays', 'Untouched from, days', 'From when the workload lists a case as untouched.')}
      {days('noResponseDays', 'No answer from, days', 'Payers without a time of their own: after so many days a claim sent and not answered comes into the queue.')}
      <Disclosure title="Minutes of work by reason" level={2}>
        <div className="grid grid-cols-2 gap-2 py-2">
          {DENIAL_CATEGORIES.map((category) => {
            const text = draft.minutes[category] ?? '';
            return <TextField key={category} label={categoryWords(category)} value={text} placeholder={String(USUAL_MINUTES[category])} isDisabled={!mayChange} inputMode="numeric" onChange={(value) => onDraft({ ...draft, minutes: { ...draft.minutes, [category]: value } })} error={text.trim() !== '' && whole(text, [1, 480]) === null ? wordsOf([1, 480]) : null} />;
          })}
        </div>
      </Disclosure>
      {mayChange ? (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" kind="primary" isDisabled={!isChanged || weightsOf(draft) === null} isPending={isBusy}>Use for everybody</Button>
          <Button kind="quiet" isDisabled={!isChanged} onPress={onReset}>As it is now</Button>
          <Button kind="quiet" onPress={() => onDraft(weightsDraft(DEFAULT_WEIGHTS))}>As shipped</Button>
        </div>
      ) : <p className="text-ink-2">A lead decides this.</p>}
    </form>
  );
}
