import { useState } from 'react';
import { browser } from 'wxt/browser';
import { CopyBefore } from '../../../components/backup/CopyBefore.tsx';
import { MakeBackup } from '../../../components/backup/MakeBackup.tsx';
import type { BackupLock } from '../../../components/backup/MakeBackup.tsx';
import { ReplaceForm } from '../../../components/backup/ReplaceForm.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { Progress } from '../../../components/ui/Progress.tsx';
import { backupFailureWords } from '../../../components/words/backup-words.ts';
import { errorWords } from '../../../components/words/error-words.ts';
import { COPY_DAYS, keptCopy } from '../../../storage/backup/kept-copy.ts';
import { LAST_BACKUP } from '../../../storage/backup/last-backup.ts';
import { RESTORED_MARK } from '../../../storage/backup/restored-mark.ts';
import type { RestoredMark } from '../../../storage/backup/restored-mark.ts';
import { roleOf } from '../../../storage/people.ts';
import { readSettings } from '../../../storage/settings.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { saveFile } from '../../shared/pages/save-file.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { readSessionVault } from '../../shared/session-vault.ts';
import { CheckBackup } from './CheckBackup.tsx';
import type { CheckedBackup } from './CheckBackup.tsx';
import { useBackupWorker } from './use-backup-worker.ts';

type Busy = 'making' | 'saving-first' | 'reading' | null;
const busyWords = { making: 'Writing the backup', 'saving-first': 'Saving the present state', reading: 'Reading the backup' } as const;

/** Backups: made, checked, restored over what is here. A lead makes and restores them; anybody may check one. */
export function BackupPane({ session }: { session: OpenVault }) {
  const { db, userId } = session;
  const { progress, run, cancel } = useBackupWorker();
  const [busy, setBusy] = useState<Busy>(null);
  const [made, setMade] = useState<{ name: string; rows: number; ofCopy: boolean } | null>(null);
  const [copyProblem, setCopyProblem] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [checked, setChecked] = useState<CheckedBackup | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [replaceProblem, setReplaceProblem] = useState<string | null>(null);
  const state = useQuery(async () => ({ last: (await db.meta.get(LAST_BACKUP))?.value as number | undefined, restored: (await db.meta.get(RESTORED_MARK))?.value as RestoredMark | undefined, role: await roleOf(db, userId), cases: await db.cases.count(), copy: await keptCopy(db) }), [db, userId]);
  if (state.state !== 'ready') return null;
  const isLead = state.value.role === 'lead';

  /** Gives what stood in the way, or null. */
  const make = async (lock: BackupLock, passphrase: string, why: 'person' | 'before-restore' | 'before-update'): Promise<string | null> => {
    const ofCopy = why === 'before-update';
    const begun = await sendCommand('backup:begin', { lock, passphrase, why });
    if (!begun.ok) return errorWords(begun.error.code);
    const open = await readSessionVault();
    if (open === null) return errorWords('vault-locked');
    const { timeZone } = await readSettings(db);
    const today = Temporal.Now.plainDateISO(timeZone === '' ? Temporal.Now.timeZoneId() : timeZone).toString();
    const ended = await run({ kind: 'write', ofCopy, key: open.dataKey, userId, passphrase, product: browser.runtime.getManifest().version, today, nowMs: Date.now() });
    if (ended.kind !== 'written') return ended.kind === 'failed' ? backupFailureWords(ended.failure, false) : errorWords('storage-failed');
    saveFile(ended.file);
    // What is here now is not in that one: the reminder goes on.
    if (!ofCopy) void sendCommand('backup:made', { rows: ended.facts.rows });
    setMade({ name: ended.file.name, rows: ended.facts.rows, ofCopy });
    return null;
  };

  const makeNow = async (lock: BackupLock, passphrase: string) => {
    setBusy('making');
    setMade(null);
    setProblem(await make(lock, passphrase, 'person'));
    setBusy(null);
  };

  const saveCopy = async (passphrase: string) => {
    setBusy('making');
    setMade(null);
    setCopyProblem(await make('user', passphrase, 'before-update'));
    setBusy(null);
  };
  const dropCopy = async () => {
    const dropped = await sendCommand('backup:drop-copy', {});
    setCopyProblem(dropped.ok ? null : errorWords(dropped.error.code));
  };

  const replace = async (own: string) => {
    if (checked === null) return;
    setBusy('saving-first');
    setReplaceProblem(null);
    const stopped = await make('user', own, 'before-restore') ?? await takeInto(checked, own);
    setBusy(null);
    setReplaceProblem(stopped);
  };
  const takeInto = async ({ file, passphrase }: CheckedBackup, own: string): Promise<string | null> => {
    setBusy('reading');
    const ended = await run({ kind: 'restore', file, passphrase, userId, nowMs: Date.now() });
    if (ended.kind !== 'restored') return ended.kind === 'failed' ? backupFailureWords(ended.failure, true) : errorWords('storage-failed');
    const used = await sendCommand('backup:use-restored', { name: ended.name, passphrase: own });
    return used.ok ? null : errorWords(used.error.code);
  };

  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <h1 className="text-title font-semibold">Backup</h1>
      {busy !== null && (
        <div className="rounded-md border border-line bg-raised px-4 py-3">
          <Progress label={busyWords[busy]} value={progress?.done ?? 0} max={progress?.total ?? 1} text={progress === null || progress.total === 0 ? 'Starting' : `${Math.floor((progress.done / progress.total) * 100)}%`} />
          <div className="mt-2 flex items-center justify-between gap-2"><span className="text-small text-ink-3">Saving in other windows waits meanwhile.</span>{busy === 'making' && <Button size="small" kind="quiet" onPress={cancel}>Stop</Button>}</div>
        </div>
      )}
      <section aria-labelledby="make-backup" className="flex flex-col gap-3">
        <h2 id="make-backup" className="text-lead font-semibold">Save a backup</h2>
        {isLead ? <MakeBackup lastMs={state.value.last ?? null} restoredMs={state.value.restored?.madeMs ?? null} made={made?.ofCopy === false ? made : null} isBusy={busy === 'making'} problem={problem} onMake={(lock, passphrase) => void makeNow(lock, passphrase)} /> : <Notice>A lead saves the backups of this practice.</Notice>}
      </section>
      <section aria-labelledby="check-backup" className="flex flex-col gap-3 border-t border-line pt-5">
        <h2 id="check-backup" className="text-lead font-semibold">Check or restore a backup</h2>
        <CheckBackup withVault checked={checked} onChecked={setChecked} action={isLead ? <Button kind="danger" isDisabled={busy !== null} onPress={() => { setReplaceProblem(null); setAsking(true); }}>Replace what is here with it</Button> : <p className="text-ink-3">A lead may restore it.</p>} />
      </section>
      {isLead && state.value.copy !== null && (
        <section aria-labelledby="before-update" className="flex flex-col gap-3 border-t border-line pt-5">
          <h2 id="before-update" className="text-lead font-semibold">Before the last update</h2>
          <CopyBefore rows={state.value.copy.rows} sinceMs={state.value.copy.sinceMs} days={COPY_DAYS} saved={made?.ofCopy === true ? made.name : null} isBusy={busy !== null} problem={copyProblem} onSave={(passphrase) => void saveCopy(passphrase)} onDrop={() => void dropCopy()} />
        </section>
      )}
      {isAsking && checked !== null && <ReplaceForm madeMs={checked.check.facts.madeMs} cases={state.value.cases} isBusy={busy !== null} problem={replaceProblem} onReplace={(own) => void replace(own)} onClose={() => { if (busy === null) setAsking(false); }} />}
    </div>
  );
}
