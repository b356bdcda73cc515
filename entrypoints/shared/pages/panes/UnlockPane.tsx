import { useEffect, useState } from 'react';
import { UnlockForm } from '../../../../components/vault/UnlockForm.tsx';
import { RecoveryUseForm } from '../../../../components/recovery/RecoveryUseForm.tsx';
import { Button } from '../../../../components/ui/Button.tsx';
import { RestoredNotice } from '../../../../components/vault/RestoredNotice.tsx';
import type { CommandReply } from '../../../../rules/protocol/commands.ts';
import { TRAINING_PASSPHRASE } from '../../../../rules/training/training-practice.ts';
import { TRAINING_DATABASE_NAME } from '../../../../storage/database-names.ts';
import { RESTORED_MARK } from '../../../../storage/backup/restored-mark.ts';
import type { RestoredMark } from '../../../../storage/backup/restored-mark.ts';
import { isBeforeKept } from '../../../../storage/current-store.ts';
import type { OverturnDatabase } from '../../../../storage/db.ts';
import { hasRecoveryKey } from '../../../../storage/vault/recovery-state.ts';
import { errorWords } from '../../../../components/words/error-words.ts';
import { sendCommand } from '../../send-command.ts';
import { ClientSwitch } from '../ClientSwitch.tsx';
import { useTheme } from '../use-theme.ts';

type Status = CommandReply<'vault:status'>;
const now = () => Date.now();

/** Signs in. What was in front comes back by itself, because every page follows the vault. */
export function UnlockPane({ db }: { db: OverturnDatabase }) {
  const [status, setStatus] = useState<Status | null>(null);
  const [problem, setProblem] = useState<{ code: string; untilMs: number | null } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [restored, setRestored] = useState<RestoredMark | null>(null);
  const [recovery, setRecovery] = useState<'absent' | 'there' | 'used'>('absent');
  const [recoveryProblem, setRecoveryProblem] = useState<string | null>(null);
  useTheme(db);

  useEffect(() => {
    let isGone = false;
    void sendCommand('vault:status', {}).then((reply) => {
      if (isGone) return;
      if (reply.ok) setStatus(reply.value);
      else setProblem({ code: reply.error.code, untilMs: null });
    });
    return () => { isGone = true; };
  }, []);

  // Until somebody has signed in after a restore, what was here before can be put back.
  useEffect(() => {
    void hasRecoveryKey(db).then((has) => { if (has) setRecovery('there'); });
    void (async () => {
      if (await isBeforeKept()) setRestored(((await db.meta.get(RESTORED_MARK))?.value as RestoredMark | undefined) ?? null);
    })();
  }, [db]);

  const unlock = async (userId: string, passphrase: string) => {
    setBusy(true);
    setProblem(null);
    const reply = await sendCommand('vault:unlock', { userId, passphrase });
    setBusy(false);
    if (!reply.ok) setProblem({ code: reply.error.code, untilMs: reply.error.untilMs ?? null });
  };

  const recover = async (userId: string, key: string, next: string) => {
    setBusy(true);
    setRecoveryProblem(null);
    const reply = await sendCommand('recovery:use', { userId, key, next });
    setBusy(false);
    if (!reply.ok) setRecoveryProblem(errorWords(reply.error.code));
  };

  if (status === null && problem === null) return <main aria-busy="true" className="h-full" />;
  return (
    <main className="flex h-full flex-col justify-center overflow-y-auto">
      <ClientSwitch database={db.name} />
      {restored !== null && <RestoredNotice madeMs={restored.madeMs} onPutBack={() => void sendCommand('backup:put-back', {})} />}
      {recovery === 'used' && <RecoveryUseForm users={status?.users ?? []} userId={status?.userId ?? null} problem={recoveryProblem} isBusy={isBusy} onUse={(userId, key, next) => void recover(userId, key, next)} onBack={() => setRecovery('there')} />}
      {recovery !== 'used' && <UnlockForm users={status?.users ?? []} lastUserId={status?.userId ?? null} errorCode={problem?.code ?? null} backOffUntilMs={problem?.untilMs ?? status?.backOffUntilMs ?? null} isBusy={isBusy} now={now} onUnlock={(userId, passphrase) => void unlock(userId, passphrase)} />}
      {recovery === 'there' && <div className="-mt-6 flex justify-center pb-6"><Button kind="quiet" onPress={() => setRecovery('used')}>Use the recovery key</Button></div>}
      {db.name === TRAINING_DATABASE_NAME && <p className="px-6 pt-3 text-ink-2">The passphrase of practice mode: <span className="font-medium text-ink select-all">{TRAINING_PASSPHRASE}</span></p>}
    </main>
  );
}
