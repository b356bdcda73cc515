import { useEffect, useState } from 'react';
import { UnlockForm } from '../../../../components/vault/UnlockForm.tsx';
import type { CommandReply } from '../../../../rules/protocol/commands.ts';
import { TRAINING_PASSPHRASE } from '../../../../rules/training/training-practice.ts';
import { TRAINING_DATABASE_NAME } from '../../../../storage/database-names.ts';
import type { OverturnDatabase } from '../../../../storage/db.ts';
import { sendCommand } from '../../send-command.ts';
import { useTheme } from '../use-theme.ts';

type Status = CommandReply<'vault:status'>;
const now = () => Date.now();

/** Signs in. What was in front comes back by itself, because every page follows the vault. */
export function UnlockPane({ db }: { db: OverturnDatabase }) {
  const [status, setStatus] = useState<Status | null>(null);
  const [problem, setProblem] = useState<{ code: string; untilMs: number | null } | null>(null);
  const [isBusy, setBusy] = useState(false);
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

  const unlock = async (userId: string, passphrase: string) => {
    setBusy(true);
    setProblem(null);
    const reply = await sendCommand('vault:unlock', { userId, passphrase });
    setBusy(false);
    if (!reply.ok) setProblem({ code: reply.error.code, untilMs: reply.error.untilMs ?? null });
  };

  if (status === null && problem === null) return <main aria-busy="true" className="h-full" />;
  return (
    <main className="flex h-full flex-col justify-center overflow-y-auto">
      <UnlockForm users={status?.users ?? []} lastUserId={status?.userId ?? null} errorCode={problem?.code ?? null} backOffUntilMs={problem?.untilMs ?? status?.backOffUntilMs ?? null} isBusy={isBusy} now={now} onUnlock={(userId, passphrase) => void unlock(userId, passphrase)} />
      {db.name === TRAINING_DATABASE_NAME && <p className="px-6 pt-3 text-ink-2">The passphrase of practice mode: <span className="font-medium text-ink select-all">{TRAINING_PASSPHRASE}</span></p>}
    </main>
  );
}
