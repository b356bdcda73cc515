import '../../shared/zod-setup.ts';
import { BackupFault } from '../../../storage/backup/backup-fault.ts';
import { restoreBackup } from '../../../storage/backup/restore-backup.ts';
import { verifyBackup } from '../../../storage/backup/verify-backup.ts';
import { writeBackup } from '../../../storage/backup/write-backup.ts';
import { keptCopy, openCopy } from '../../../storage/backup/kept-copy.ts';
import { openDatabase } from '../../../storage/db.ts';
import { StorageFault, storageErrorCode } from '../../../storage/storage-fault.ts';
import { Vault } from '../../../storage/vault/vault.ts';
import type { BackupFailure, FromBackupWorker, ToBackupWorker } from './backup-messages.ts';
import { openFileSink } from './file-sink.ts';

/** Writes, checks or restores one backup away from the page: deriving the key and reading a hundred thousand cases takes a while. */
const PROGRESS_EVERY_MS = 120;

let cancelled = false;
let started = false;

function post(message: FromBackupWorker): void {
  self.postMessage(message);
}

function teller(): (done: number, total: number) => void {
  let last = -PROGRESS_EVERY_MS;
  return (done, total) => {
    const now = performance.now();
    if (now - last < PROGRESS_EVERY_MS) return;
    last = now;
    post({ kind: 'progress', done, total });
  };
}

type Work = Exclude<ToBackupWorker, { kind: 'cancel' }>;

async function write(request: Extract<Work, { kind: 'write' }>): Promise<FromBackupWorker> {
  const { userId, nowMs, today, passphrase, product } = request;
  const db = await openDatabase();
  const kept = request.ofCopy ? await keptCopy(db) : null;
  if (request.ofCopy && kept === null) throw new StorageFault('not-found');
  const copy = kept === null ? null : await openCopy(db, kept);
  const sink = await openFileSink(nowMs);
  try {
    const vault = await Vault.fromKey(request.key);
    request.key.fill(0);
    const facts = await writeBackup({ db: copy ?? db, vault, userId, nowMs, today }, { passphrase, product, ...(copy === null ? {} : { wraps: db.wraps }), onProgress: teller(), isCancelled: () => cancelled }, sink.write);
    // The day and a part of chance: nothing of the practice.
    return { kind: 'written', file: await sink.finish(`overturn-${copy === null ? 'backup' : 'before-update'}-${today}-${crypto.randomUUID().slice(0, 4)}.overturn`, 'application/octet-stream'), facts };
  } catch (error) {
    await sink.drop();
    throw error;
  } finally {
    copy?.close();
    db.close();
  }
}

async function answer(request: Work): Promise<FromBackupWorker> {
  switch (request.kind) {
    case 'write': return write(request);
    case 'check': {
      const vault = request.key === null ? null : await Vault.fromKey(request.key);
      request.key?.fill(0);
      return { kind: 'checked', check: await verifyBackup(request.file, request.passphrase, vault, teller()) };
    }
    case 'restore': {
      const { userId, nowMs } = request;
      return { kind: 'restored', ...(await restoreBackup(request.file, request.passphrase, { userId, nowMs }, teller())) };
    }
  }
}

function failureOf(error: unknown): BackupFailure {
  if (error instanceof BackupFault) return { code: error.code, place: error.place };
  // A file that was moved, shortened or taken away while it was read.
  if (error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError')) return { code: 'not-found', place: null };
  return { code: storageErrorCode(error) ?? 'storage-failed', place: null };
}

self.addEventListener('message', (event: MessageEvent<ToBackupWorker>) => {
  if (event.data.kind === 'cancel') {
    cancelled = true;
    return;
  }
  if (started) return;
  started = true;
  void answer(event.data).then(post, (error: unknown) => post({ kind: 'failed', failure: failureOf(error) }));
});
