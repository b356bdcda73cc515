import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';

const choices = [{ value: 'never', label: 'Never (as it comes)' }, ...[10, 15, 20, 50].map((tries) => ({ value: String(tries), label: `After ${tries} wrong tries in a row` }))];

/** Whether everything is deleted after many wrong passphrases. Off until a lead sets it; the passphrase is asked. `onSet` gives what stood in the way, or null. */
export function WipeForm({ after, onSet }: { after: number | null; onSet: (after: number | null, passphrase: string) => Promise<string | null> }) {
  const [chosen, setChosen] = useState(after === null ? 'never' : String(after));
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const now = after === null ? 'never' : String(after);
  const options = choices.some(({ value }) => value === now) ? choices : [...choices, { value: now, label: `After ${now} wrong tries in a row` }];
  return (
    <form
      noValidate className="flex max-w-md flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase === '') return;
        void onSet(chosen === 'never' ? null : Number(chosen), passphrase).then((stopped) => {
          setProblem(stopped);
          setPassphrase('');
        });
      }}
    >
      <SelectField label="Delete everything here" options={options} value={chosen} onChange={setChosen} />
      {chosen !== 'never' && <Notice tone="caution">After that many wrong passphrases for one person, or wrong recovery keys, everything in this browser is deleted and cannot be brought back, except from a backup. Anybody at the keyboard could cause it. Each try already has to wait up to 15 minutes.</Notice>}
      {chosen !== now && (
        <>
          <TextField label="Your passphrase" type="password" autoComplete="current-password" value={passphrase} onChange={setPassphrase} maxLength={1000} error={problem} />
          <div><Button type="submit" kind={chosen === 'never' ? 'plain' : 'danger'} isDisabled={passphrase === ''}>{chosen === 'never' ? 'Never delete' : 'Set it'}</Button></div>
        </>
      )}
      <p role="status" className="sr-only">{after === null ? 'Never deleted' : `Deleted after ${after} wrong tries`}</p>
    </form>
  );
}
