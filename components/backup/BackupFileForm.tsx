import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { DropArea } from '../ui/DropArea.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';

const megabytes = (bytes: number) => (bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

/** A backup file and its passphrase, to be checked. The file is only read. `faultOf`: what is wrong with it before any passphrase; null for a file that begins as one. */
export function BackupFileForm({ isBusy, problem, faultOf, onCheck }: { isBusy: boolean; problem: string | null; faultOf: (file: File) => Promise<string | null>; onCheck: (file: File, passphrase: string) => void }) {
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
        <DropArea label="Drop a backup file here" button="Choose a backup" accept={['.overturn']} onFiles={([first]) => { if (first !== undefined) void choose(first); }}>
          Checking reads the file and changes nothing.
        </DropArea>
        {fault !== null && <div role="alert"><Notice tone="problem">{fault}</Notice></div>}
      </div>
    );
  }
  return (
    <form
      noValidate className="flex max-w-md flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '' && !isBusy) onCheck(file, passphrase);
      }}
    >
      <div className="flex items-center justify-between gap-3 rounded-md border border-line bg-sunken px-3 py-2">
        <p className="min-w-0"><span className="foreign block truncate font-medium">{file.name}</span><span className="figures text-small text-ink-3">{megabytes(file.size)}</span></p>
        <Button size="small" kind="quiet" isDisabled={isBusy} onPress={() => setFile(null)}>Another file</Button>
      </div>
      <TextField label="Passphrase of this backup" type="password" autoComplete="off" autoFocus value={passphrase} onChange={setPassphrase} maxLength={1000} error={problem} hint="The one it was made with" />
      <div><Button type="submit" kind="primary" isDisabled={passphrase === '' || isBusy}>{isBusy ? 'Checking' : 'Check the backup'}</Button></div>
    </form>
  );
}
