import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { numericDay } from '../words/day-words.ts';

const MS_PER_DAY = 86_400_000;

/** What was kept of before an update changed how records are stored: saved as a file to go back to, or deleted early. `sinceMs`: the first sign-in after the update. */
export function CopyBefore({ rows, sinceMs, days, saved, isBusy, problem, onSave, onDrop }: { rows: number; sinceMs: number; days: number; saved: string | null; isBusy: boolean; problem: string | null; onSave: (passphrase: string) => void; onDrop: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      noValidate className="flex max-w-md flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase === '' || isBusy) return;
        onSave(passphrase);
        setPassphrase('');
      }}
    >
      <p className="text-ink-2">The update of {numericDay(Math.floor(sinceMs / MS_PER_DAY))} changed how records are stored. {rows.toLocaleString('en-US')} rows as they were before it are kept on this computer, encrypted as everything else, until {numericDay(Math.floor(sinceMs / MS_PER_DAY) + days)}. If something is not as it was, save them as a file and restore that.</p>
      <TextField label="Your passphrase locks the file" type="password" autoComplete="current-password" value={passphrase} onChange={setPassphrase} maxLength={1000} error={problem} />
      <div className="flex flex-wrap gap-2"><Button type="submit" isDisabled={passphrase === '' || isBusy}>Save what was before the update</Button><Button kind="quiet" isDisabled={isBusy} onPress={onDrop}>Delete it now</Button></div>
      {saved !== null && <Notice title="Saved">It went to <span className="foreign">{saved}</span> in your downloads. It holds nothing that was done since the update.</Notice>}
    </form>
  );
}
