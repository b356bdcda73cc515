import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { momentWords } from '../words/day-words.ts';

export type BackupLock = 'user' | 'own';
const locks = [{ value: 'user', label: 'My passphrase' }, { value: 'own', label: 'A passphrase for this file' }] as const;

/** Everything into one file, locked with a passphrase. `made`: the one just saved. */
export function MakeBackup({ lastMs, restoredMs, made, isBusy, problem, onMake }: {
  lastMs: number | null; /** When the backup this practice was restored from was made; null where it was not restored. */ restoredMs: number | null; made: { name: string; rows: number } | null; isBusy: boolean; problem: string | null; onMake: (lock: BackupLock, passphrase: string) => void;
}) {
  const [lock, setLock] = useState<BackupLock>('user');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const fits = passphrase !== '' && (lock === 'user' || passphrase === again);
  return (
    <form
      noValidate className="flex max-w-md flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!fits || isBusy) return;
        onMake(lock, passphrase);
        setPassphrase('');
        setAgain('');
      }}
    >
      <p className="text-ink-2">{lastMs !== null ? `Last backup: ${momentWords(lastMs)}.` : restoredMs !== null ? `This practice came from a backup of ${momentWords(restoredMs)}. None was made since.` : 'No backup was made yet.'} Keep the file on another disk than this computer's. Whoever restores it needs its passphrase, and then the passphrase of a person of that day to sign in.</p>
      <Choice label="Lock the file with" options={locks} value={lock} onChange={setLock} />
      <TextField
        label={lock === 'user' ? 'Your passphrase' : 'Passphrase for this file'} type="password" autoComplete={lock === 'user' ? 'current-password' : 'new-password'} value={passphrase} onChange={setPassphrase} maxLength={1000} error={problem}
        {...(lock === 'own' ? { hint: 'At least 12 characters that are not easily guessed. Without it the file opens for nobody.' } : {})}
      />
      {lock === 'own' && <TextField label="The same again" type="password" autoComplete="new-password" value={again} onChange={setAgain} maxLength={1000} error={again !== '' && !passphrase.startsWith(again) ? 'Not the same.' : null} />}
      <div><Button type="submit" kind="primary" isDisabled={!fits || isBusy}>{isBusy ? 'Saving' : 'Save a backup'}</Button></div>
      {made !== null && <Notice title="Saved">{made.rows.toLocaleString('en-US')} rows went to <span className="foreign">{made.name}</span> in your downloads. Check it below: that takes a minute and shows that it opens.</Notice>}
    </form>
  );
}
