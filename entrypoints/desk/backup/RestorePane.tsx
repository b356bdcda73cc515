import { useState } from 'react';
import { Button } from '../../../components/ui/Button.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { Progress } from '../../../components/ui/Progress.tsx';
import { backupFailureWords } from '../../../components/words/backup-words.ts';
import { errorWords } from '../../../components/words/error-words.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { CheckBackup } from './CheckBackup.tsx';
import type { CheckedBackup } from './CheckBackup.tsx';
import { useBackupWorker } from './use-backup-worker.ts';

const now = () => Date.now();

/** Restores a backup into a profile in which nothing was set up yet. */
export function RestorePane({ onBack }: { onBack: () => void }) {
  const { progress, run } = useBackupWorker();
  const [checked, setChecked] = useState<CheckedBackup | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const restore = async () => {
    if (checked === null) return;
    setBusy(true);
    setProblem(null);
    const ended = await run({ kind: 'restore', file: checked.file, passphrase: checked.passphrase, userId: '', nowMs: now() });
    const stopped = ended.kind === 'restored' ? await takeInto(ended.name) : ended.kind === 'failed' ? backupFailureWords(ended.failure, true) : errorWords('storage-failed');
    setProblem(stopped);
    setBusy(false);
  };
  const takeInto = async (name: string): Promise<string | null> => {
    const used = await sendCommand('backup:use-restored', { name, passphrase: null });
    return used.ok ? null : errorWords(used.error.code);
  };
  return (
    <main className="mx-auto flex w-full max-w-3xl flex-col gap-4 px-6 py-10">
      <p className="text-small font-medium text-ink-3">Overturn</p>
      <h1 className="text-display font-semibold">Restore from a backup</h1>
      <p className="text-ink-2">You need the file, the passphrase it was made with, and afterwards the passphrase or recovery key of a person of that day to sign in.</p>
      <CheckBackup withVault={false} checked={checked} onChecked={setChecked} action={<Button kind="primary" isDisabled={isBusy} onPress={() => void restore()}>Restore this backup</Button>} />
      {isBusy && <Progress label="Restoring" value={progress?.done ?? 0} max={progress?.total ?? 1} text={progress === null || progress.total === 0 ? 'Starting' : `${Math.floor((progress.done / progress.total) * 100)}%`} />}
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      <div className="border-t border-line pt-4"><Button kind="quiet" isDisabled={isBusy} onPress={onBack}>Back to setting up</Button></div>
    </main>
  );
}
