import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { DropArea } from '../ui/DropArea.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';

/** A hand-over file and the passphrase that was said by phone. Looking changes nothing. */
export function BundleFileForm({ isBusy, problem, faultOf, onLook }: { isBusy: boolean; problem: string | null; /** What is wrong with it before any passphrase. */ faultOf: (file: File) => Promise<string | null>; onLook: (file: File, passphrase: string) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const choose = async (chosen: File): Promise<void> => {
    const found = await faultOf(chosen);
    setFault(found);
    if (found === null) setFile(chosen);
  };
  if (file === null) {
    return (
      <div className="flex flex-col gap-3">
        <DropArea label="Drop a hand-over file here" button="Choose a hand-over file" accept={['.overturn-handover']} onFiles={([first]) => { if (first !== undefined) void choose(first); }}>You see what is in it before anything is taken in.</DropArea>
        {fault !== null && <div role="alert"><Notice tone="problem">{fault}</Notice></div>}
      </div>
    );
  }
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
