import type { FromWorklistWorker, ToWorklistWorker } from './worklist-messages.ts';

/** A workbook that takes longer is not one a person would work through. */
const LONGEST_MS = 20_000;

/** Reads one list in its own worker, which is ended when it answers, breaks, or takes too long. */
export function startWorklist(asked: ToWorklistWorker): Promise<FromWorklistWorker> {
  const worker = new Worker(new URL('./worklist-worker.ts', import.meta.url), { type: 'module', name: 'overturn-worklist' });
  return new Promise<FromWorklistWorker>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'fault', fault: 'took-too-long' }), LONGEST_MS);
    worker.addEventListener('message', (event: MessageEvent<FromWorklistWorker>) => { clearTimeout(timer); resolve(event.data); });
    worker.addEventListener('error', () => { clearTimeout(timer); resolve({ kind: 'fault', fault: 'workbook-broken' }); });
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}
