import type { EarlierState } from '../words/prevention-words.ts';
import { momentWords } from '../words/day-words.ts';
import { Disclosure } from '../ui/Disclosure.tsx';

/** What stood in a record before: nothing is overwritten silently. Shows nothing where it was never changed. */
export function EarlierStates({ states }: { states: readonly EarlierState[] }) {
  if (states.length === 0) return null;
  return (
    <Disclosure title={`Changed ${states.length === 1 ? 'once' : `${states.length} times`}`}>
      <ul className="m-0 flex list-none flex-col gap-1.5 p-0">
        {states.map(({ atMs, by, was }) => (
          <li key={atMs} className="foreign"><span className="text-ink-2">{momentWords(atMs)}, {by}: </span>{was.length === 0 ? 'saved unchanged' : was.map(({ field, before, after }) => `${field}: ${before} → ${after}`).join('; ')}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
