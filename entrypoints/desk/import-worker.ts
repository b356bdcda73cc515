import '../shared/zod-setup.ts';
import { openDatabase } from '../../storage/db.ts';
import { importRemittance } from '../../storage/imports/import-remittance.ts';
import type { ImportProgress } from '../../storage/imports/import-remittance.ts';
import { StorageFault } from '../../storage/storage-fault.ts';
import { Vault } from '../../storage/vault/vault.ts';
import type { FromImportWorker, ToImportWorker } from './import-messages.ts';

/**
 * Reads and commits one long file away from the page. A service worker lives minutes and cannot be sent a file, so this
 * is the one writer beside the background; both take the same lock (storage/write.ts). One worker per file.
 */
const PROGRESS_EVERY_MS = 120;

let cancelled = false;
let started = false;

function post(message: FromImportWorker): void {
  self.postMessage(message);
}

/** Progress, not more often than a person sees it. */
function teller(): (progress: ImportProgress) => void {
  let last = -PROGRESS_EVERY_MS;
  return (progress) => {
    const now = performance.now();
    if (now - last < PROGRESS_EVERY_MS && progress.bytesDone < progress.bytes) return;
    last = now;
    post({ kind: 'progress', progress });
  };
}

async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    // An import that stops half way leaves the stream open otherwise. A broken one refuses; there is nothing left to free.
    await reader.cancel().catch(() => undefined);
  }
}

async function start(request: Extract<ToImportWorker, { kind: 'start' }>): Promise<void> {
  try {
    const db = await openDatabase(request.database);
    const vault = await Vault.fromKey(request.key);
    request.key.fill(0);
    const { file, userId, nowMs, today } = request;
    const outcome = await importRemittance({ db, vault, userId, nowMs, today }, { name: file.name, bytes: file.size, open: () => piecesOf(file) }, { onProgress: teller(), isCancelled: () => cancelled });
    db.close();
    if (outcome.kind === 'failed') post({ kind: 'failed', code: outcome.code, summary: outcome.summary });
    else if (outcome.kind === 'cancelled') post({ kind: 'cancelled', summary: outcome.summary });
    else post({ kind: 'done', summary: outcome.summary, repeated: outcome.kind === 'repeated' });
  } catch (error) {
    post({ kind: 'failed', code: error instanceof StorageFault ? error.code : 'storage-failed', summary: null });
  }
}

self.addEventListener('message', (event: MessageEvent<ToImportWorker>) => {
  if (event.data.kind === 'cancel') cancelled = true;
  else if (!started) {
    started = true;
    void start(event.data);
  }
});
