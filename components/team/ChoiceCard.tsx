import type { Candidate } from '../../rules/team/field-register.ts';
import { Button } from '../ui/Button.tsx';
import { momentWords } from '../words/day-words.ts';
import { fieldWords } from '../words/team-words.ts';
import { FieldValue } from './FieldValue.tsx';

/** The values of one field that two computers wrote without knowing of each other. The one not kept stays in the timeline. */
export function ChoiceCard({ path, choice, covered, names, machine, isBusy, onKeep }: { path: string; choice: readonly Candidate[]; covered: ReadonlySet<string>; names: ReadonlyMap<string, string>; machine: string | null; isBusy: boolean; onKeep: (kept: Candidate) => void }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-small font-medium text-ink-2">{fieldWords(path)}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {choice.map((one, index) => (
          <div key={one.dot.join(' ')} className="flex min-w-0 flex-col gap-1 rounded-md border border-line bg-raised px-3 py-2">
            <p><FieldValue path={path} value={one.value} covered={covered} /></p>
            <p className="text-small text-ink-2"><span className="foreign">{names.get(one.byUser) ?? 'Somebody'}</span>, {momentWords(one.atMs)}, {one.dot[0] === machine ? 'on this computer' : 'on another computer'}</p>
            <div><Button size="small" isDisabled={isBusy} aria-label={`Keep value ${index + 1} of ${fieldWords(path)}`} onPress={() => onKeep(one)}>Keep this</Button></div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
