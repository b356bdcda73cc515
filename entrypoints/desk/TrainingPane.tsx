import { useState } from 'react';
import { browser } from 'wxt/browser';
import { ExerciseList } from '../../components/training/ExerciseList.tsx';
import type { ExerciseView } from '../../components/training/ExerciseList.tsx';
import { LeaveTraining } from '../../components/training/LeaveTraining.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { EXERCISES, TRAINING_MINUTES } from '../../rules/training/exercises.ts';
import { TRAINING_PAYERS } from '../../rules/training/training-practice.ts';
import { TRAINING_DATABASE_NAME } from '../../storage/database-names.ts';
import { trainingProgress } from '../../storage/queries/training-progress.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { sendCommand } from '../shared/send-command.ts';

const payerNames: Readonly<Record<string, string>> = { osprey: TRAINING_PAYERS[0]?.name ?? '', fernbrook: TRAINING_PAYERS[1]?.name ?? '', larkmoor: TRAINING_PAYERS[2]?.name ?? '' };

/** Practice mode: the denials to close, how far one is, and the way out. */
export function TrainingPane({ session }: { session: OpenVault }) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const progress = useQuery(() => trainingProgress(session.db, session.vault), [session.db, session.vault]);
  if (session.db.name !== TRAINING_DATABASE_NAME) return <EmptyState title="Practice mode is off">Start it under Settings.</EmptyState>;
  if (progress.state === 'failed') return <EmptyState title="This cannot be shown">{errorWords(progress.code)}</EmptyState>;
  if (progress.state !== 'ready') return <div aria-busy="true" />;
  const { startedMs, exercises } = progress.value;
  const views = EXERCISES.map((exercise): ExerciseView => {
    const at = exercises.find(({ id }) => id === exercise.id);
    return { ...exercise, payerName: payerNames[exercise.portal] ?? '', state: at?.state ?? 'not-captured', outcome: at?.outcome ?? null };
  });
  const closed = views.filter(({ state }) => state === 'closed').length;
  const lastMs = Math.max(0, ...exercises.map(({ closedMs }) => closedMs ?? 0));
  const minutes = startedMs === null || lastMs === 0 ? null : Math.max(1, Math.ceil((lastMs - startedMs) / 60_000));
  const leave = async (deleteData: boolean) => {
    setBusy(true);
    // The page loads itself anew as practice mode ends: by then it must stand at the practice's own queue.
    const here = location.hash;
    history.replaceState(null, '', '#/queue');
    const reply = await sendCommand('training:leave', { deleteData });
    setBusy(false);
    setAsking(false);
    if (reply.ok) return;
    history.replaceState(null, '', here);
    setProblem(errorWords(reply.error.code));
  };
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-title font-semibold">Close five practice denials in {TRAINING_MINUTES} minutes</h1>
        <Button onPress={() => setAsking(true)}>Leave practice mode</Button>
      </div>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      <div className="flex items-center gap-3">
        <progress aria-label="Denials closed" className="h-2 w-48 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent" max={views.length} value={closed} />
        <p className="figures" aria-live="polite"><strong>{closed} of {views.length} closed</strong>{minutes !== null && <span className="text-ink-2">, the last after {minutes} {minutes === 1 ? 'minute' : 'minutes'}</span>}</p>
      </div>
      {closed === views.length && <Notice title="All five are closed">{minutes !== null && minutes <= TRAINING_MINUTES ? 'Within the half hour. You are ready for your own queue.' : 'You are ready for your own queue.'}</Notice>}
      <ExerciseList exercises={views} onPortal={({ portal, claimNumber }) => void browser.tabs.create({ url: browser.runtime.getURL(`/training-portal.html#/${portal}/claim/${claimNumber}` as '/') })} />
      <p className="text-small text-ink-3">The queue, the side panel, the keys and everything else work as they do with real claims. Alt+Shift+O opens the queue beside a portal page.</p>
      {isAsking && <LeaveTraining isBusy={isBusy} onLeave={(deleteData) => void leave(deleteData)} onClose={() => setAsking(false)} />}
    </div>
  );
}
