import { useState } from 'react';
import { momentWords } from '../words/day-words.ts';
import { TextField } from '../ui/TextField.tsx';
import { DialogForm } from '../work/DialogForm.tsx';

/** What is typed before what is here gives way to a backup. */
const WORD = 'REPLACE';

/** Asks for the word and for the passphrase of whoever is signed in, which also locks the backup that is made first. */
export function ReplaceForm({ madeMs, cases, isBusy, problem, onReplace, onClose }: { madeMs: number; cases: number; isBusy: boolean; problem: string | null; onReplace: (passphrase: string) => void; onClose: () => void }) {
  const [word, setWord] = useState('');
  const [passphrase, setPassphrase] = useState('');
  return (
    <DialogForm title="Replace everything here" save="Replace" isReady={word === WORD && passphrase !== ''} isBusy={isBusy} onSave={() => onReplace(passphrase)} onClose={onClose}>
      <p className="text-ink-2">All that is in this browser now, {cases.toLocaleString('en-US')} {cases === 1 ? 'case' : 'cases'}, gives way to the backup of {momentWords(madeMs)}. Work done since then is not in it.</p>
      <p className="text-ink-2">First a backup of the present state is saved to your downloads, locked with your passphrase. Then everybody signs in with the passphrases of that day.</p>
      <TextField label={`Type ${WORD}`} value={word} onChange={setWord} autoComplete="off" autoFocus />
      <TextField label="Your passphrase now" type="password" autoComplete="current-password" value={passphrase} onChange={setPassphrase} maxLength={1000} error={problem} />
    </DialogForm>
  );
}
