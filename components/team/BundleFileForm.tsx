import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { DropArea } from '../ui/DropArea.tsx';
import { TextField } from '../ui/TextField.tsx';

/** A hand-over file and the passphrase that was said by phone. Looking changes nothing. */
export function BundleFileForm({ isBusy, problem, onLook }: { isBusy: boolean; problem: string | null; onLook: (file: File, passphrase: string) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  if (file === null) return <DropArea label="Drop a hand-over file here" button="Choose a hand-over file" accept={['.overturn-handover']} onFiles={([first]) => setFile(first ?? null)}>You see what is in it before anything is taken in.</DropArea>;
  return (
    <form
      noValidate className="flex max-w-md flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '' && !isBusy) onLook(file, passphrase);
      }}
    >
      <div className="flex items-center justify-between gap-3 rounded-md border border-line bg-sunken px-3 py-2">
        <span className="foreign min-w-0 truncate font-medium">{file.name}</span>
        <Button size="small" kind="quiet" isDisabled={isBusy} onPress={() => setFile(null)}>Another file</Button>
      </div>
      <TextField label="Passphrase of this file" type="password" autoComplete="off" autoFocus value={passphrase} onChange={setPassphrase} maxLength={1000} error={problem} hint="The one you were told by phone" />
      <div><Button type="submit" kind="primary" isDisabled={passphrase === '' || isBusy}>{isBusy ? 'Reading' : 'Look at it'}</Button></div>
    </form>
  );
}
