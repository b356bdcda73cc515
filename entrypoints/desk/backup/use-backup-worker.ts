import { useEffect, useRef, useState } from 'react';
import type { FromBackupWorker, ToBackupWorker } from './backup-messages.ts';

export type BackupProgress = { done: number; total: number };
type Ended = Exclude<FromBackupWorker, { kind: 'progress' }>;

/** One worker at a time for this page. `run` gives how it ended; leaving the page ends the worker, which leaves nothing half. */
export function useBackupWorker(): { progress: BackupProgress | null; run: (request: Exclude<ToBackupWorker, { kind: 'cancel' }>) => Promise<Ended>; cancel: () => void } {
  const [progress, setProgress] = useState<BackupProgress | null>(null);
  const worker = useRef<Worker | null>(null);
  useEffect(() => () => worker.current?.terminate(), []);

  const run = async (request: Exclude<ToBackupWorker, { kind: 'cancel' }>): Promise<Ended> => new Promise((resolve) => {
    worker.current?.terminate();
    const own = new Worker(new URL('./backup-worker.ts', import.meta.url), { type: 'module', name: 'overturn-backup' });
    worker.current = own;
    setProgress({ done: 0, total: 0 });
    const end = (message: Ended) => {
      own.terminate();
      worker.current = null;
      setProgress(null);
      resolve(message);
    };
    own.addEventListener('message', (event: MessageEvent<FromBackupWorker>) => (event.data.kind === 'progress' ? setProgress(event.data) : end(event.data)));
    own.addEventListener('error', () => end({ kind: 'failed', failure: { code: 'storage-failed', place: null } }));
    own.postMessage(request);
  });
  return { progress, run, cancel: () => worker.current?.postMessage({ kind: 'cancel' } satisfies ToBackupWorker) };
}
