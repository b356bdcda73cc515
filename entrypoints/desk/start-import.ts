import type { FromImportWorker, ToImportWorker } from './import-messages.ts';

export type ImportStart = { database: string; key: Uint8Array; userId: string; file: File; today: string; nowMs: number };

/**
 * Starts the import of one file in its worker. `tell` hears progress and, last, how it ended; a worker that breaks says
 * `storage-failed`. `cancel` stops after the batch in hand; `kill` at once (the journal still lets the file go on later).
 */
export function startImport(request: ImportStart, tell: (message: FromImportWorker) => void): { cancel: () => void; kill: () => void } {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module', name: 'overturn-import' });
  const end = (message: FromImportWorker): void => {
    worker.terminate();
    tell(message);
  };
  worker.addEventListener('message', (event: MessageEvent<FromImportWorker>) => (event.data.kind === 'progress' ? tell(event.data) : end(event.data)));
  worker.addEventListener('error', () => end({ kind: 'failed', code: 'storage-failed', summary: null }));
  worker.postMessage({ kind: 'start', ...request } satisfies ToImportWorker);
  return { cancel: () => worker.postMessage({ kind: 'cancel' } satisfies ToImportWorker), kill: () => worker.terminate() };
}
