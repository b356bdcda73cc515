import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';

/** What stood in the way of a new passphrase, and at which of the two it is mended. */
export type PassphraseFault = { at: 'current' | 'next'; words: string };

/** A new passphrase in place of the old one. `onChange` says what stood in the way, or null; what was typed stays until it is changed. */
export function PassphraseForm({ onChange }: { onChange: (current: string, next: string) => Promise<PassphraseFault | null> }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<PassphraseFault | null>(null);
  const [isDone, setDone] = useState(false);
  const fits = current !== '' && next !== '' && next === again;
  return (
    <form
      className="flex max-w-md flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!fits) return;
        void onChange(current, next).then((fault) => {
          setProblem(fault);
          setDone(fault === null);
          if (fault === null) for (const clear of [setCurrent, setNext, setAgain]) clear('');
        });
      }}
    >
      <TextField label="Passphrase now" type="password" autoComplete="current-password" value={current} onChange={setCurrent} error={problem?.at === 'current' ? problem.words : null} />
      <TextField label="New passphrase" type="password" autoComplete="new-password" value={next} onChange={setNext} error={problem?.at === 'next' ? problem.words : null} hint="At least 12 characters that are not easily guessed" />
      <TextField label="New passphrase again" type="password" autoComplete="new-password" value={again} onChange={setAgain} error={again !== '' && !next.startsWith(again) ? 'Not the same.' : null} />
      <div className="flex items-center gap-3"><Button type="submit" isDisabled={!fits}>Change passphrase</Button><span role="status" className="text-good">{isDone ? 'Changed. The old one opens nothing any more.' : ''}</span></div>
    </form>
  );
}
