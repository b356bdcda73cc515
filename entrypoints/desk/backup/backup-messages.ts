import type { BackupFaultCode, FaultPlace } from '../../../storage/backup/backup-fault.ts';
import type { BackupCheck } from '../../../storage/backup/verify-backup.ts';
import type { BackupFacts } from '../../../storage/backup/write-backup.ts';
import type { ErrorCode } from '../../../rules/protocol/error-codes.ts';

/** A key is the vault's raw data key; a worker has no `browser.*` to get it from. */
export type ToBackupWorker =
  | { kind: 'write'; /** The copy kept of before the last update, rather than what is here. */ ofCopy: boolean; key: Uint8Array; userId: string; passphrase: string; product: string; today: string; nowMs: number }
  | { kind: 'check'; file: File; passphrase: string; key: Uint8Array | null }
  | { kind: 'restore'; file: File; passphrase: string; userId: string; nowMs: number }
  | { kind: 'cancel' };

export type BackupFailure = { code: BackupFaultCode | ErrorCode; place: FaultPlace | null };

/** What the worker tells back. `progress` counts rows while writing and bytes while reading; any other ends it. */
export type FromBackupWorker =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'written'; file: File; facts: BackupFacts }
  | { kind: 'checked'; check: BackupCheck }
  | { kind: 'restored'; name: string; facts: BackupFacts; trailBrokenAt: number | null }
  | { kind: 'failed'; failure: BackupFailure };
