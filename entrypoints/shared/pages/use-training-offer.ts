import { useEffect, useState } from 'react';
import { errorWords } from '../../../components/words/error-words.ts';
import { TRAINING_DATABASE_NAME } from '../../../storage/database-names.ts';
import { sendCommand } from '../send-command.ts';

/** What the offer of practice mode needs: whether one was begun, and the ways in and out. */
export function useTrainingOffer(): { isStarted: boolean; isBusy: boolean; problem: string | null; onEnter: () => void; onDelete: () => void } {
  const [isStarted, setStarted] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void indexedDB.databases().then((all) => setStarted(all.some(({ name }) => name === TRAINING_DATABASE_NAME)));
  }, []);
  const run = async (work: () => ReturnType<typeof sendCommand<'training:enter' | 'training:leave'>>, done: () => void) => {
    setBusy(true);
    setProblem(null);
    const reply = await work();
    setBusy(false);
    if (reply.ok) done();
    else setProblem(errorWords(reply.error.code));
  };
  return {
    isStarted, isBusy, problem,
    // The page loads itself anew when the mode changes; the address already says where to.
    onEnter: () => void run(async () => {
      history.replaceState(null, '', '#/training');
      return sendCommand('training:enter', {});
    }, () => undefined),
    onDelete: () => void run(async () => sendCommand('training:leave', { deleteData: true }), () => setStarted(false)),
  };
}
