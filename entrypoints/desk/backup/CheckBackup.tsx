import { useState } from 'react';
import type { ReactNode } from 'react';
import { BackupCheckView } from '../../../components/backup/BackupCheckView.tsx';
import type { BackupCheckResult } from '../../../components/backup/BackupCheckView.tsx';
import { BackupFileForm } from '../../../components/backup/BackupFileForm.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Progress } from '../../../components/ui/Progress.tsx';
import { backupFailureWords } from '../../../components/words/backup-words.ts';
import { BackupFault } from '../../../storage/backup/backup-fault.ts';
import { readFileHead } from '../../../storage/backup/file-head.ts';
import { newestSchema } from '../../../storage/backup/read-backup.ts';
import type { LostDeviceReport } from '../../../rules/health/lost-device.ts';
import { LostDevice } from './LostDevice.tsx';
import { readSessionVault } from '../../shared/session-vault.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { useBackupWorker } from './use-backup-worker.ts';

export type CheckedBackup = { file: File; passphrase: string; check: BackupCheckResult & { lost: LostDeviceReport; practice: string } };

/** What is wrong with a file before any passphrase; null for one that begins as a backup does. */
async function faultOf(file: File): Promise<string | null> {
  try {
    await readFileHead(file);
    return null;
  } catch (error) {
    if (error instanceof BackupFault) return backupFailureWords({ code: error.code, place: error.place }, false);
    return backupFailureWords({ code: 'not-found', place: null }, false);
  }
}

/** Chooses a backup, checks it, shows what is in it; `action` follows a sound one. With the vault its records are opened too and the trail gets a row. */
export function CheckBackup({ withVault, checked, onChecked, action }: { withVault: boolean; checked: CheckedBackup | null; onChecked: (checked: CheckedBackup | null) => void; action: ReactNode }) {
  const { progress, run } = useBackupWorker();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const check = async (file: File, passphrase: string) => {
    setBusy(true);
    setProblem(null);
    const open = withVault ? await readSessionVault() : null;
    const ended = await run({ kind: 'check', file, passphrase, key: open?.dataKey ?? null });
    setBusy(false);
    if (ended.kind === 'checked') onChecked({ file, passphrase, check: ended.check });
    else if (ended.kind === 'failed') setProblem(backupFailureWords(ended.failure, false));
    if (withVault) void sendCommand('backup:checked', { outcome: ended.kind === 'failed' ? ended.failure.code : 'done' });
  };
  if (checked !== null) {
    return (
      <div className="flex flex-col gap-3">
        <BackupCheckView check={checked.check} currentSchema={newestSchema()} />
        <LostDevice check={checked.check} isNoted={withVault} />
        <div className="flex flex-wrap gap-2">{action}<Button kind="quiet" onPress={() => onChecked(null)}>Another file</Button></div>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <BackupFileForm isBusy={isBusy} problem={problem} faultOf={faultOf} onCheck={(file, passphrase) => void check(file, passphrase)} />
      {progress !== null && progress.total > 0 && <div className="max-w-md"><Progress label="Checking" value={progress.done} max={progress.total} text={`${Math.floor((progress.done / progress.total) * 100)}%`} /></div>}
    </div>
  );
}
