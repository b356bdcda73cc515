import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { DropArea } from '../ui/DropArea.tsx';
import { TextField } from '../ui/TextField.tsx';

const megabytes = (bytes: number) => (bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

/** A backup file and its passphrase, to be checked. The file is only read. */
export function BackupFileForm({ isBusy, problem, onCheck }: { isBusy: boolean; problem: string | null; onCheck: (file: File, passphrase: string) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  if (file === null) {
    return (
      <DropArea label="Drop a backup file here" button="Choose a backup" accept={['.overturn']} onFiles={([first]) => setFile(first ?? null)}>
        Checking reads the file and changes nothing.
      </DropArea>
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
