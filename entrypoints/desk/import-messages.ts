import type { ImportFailure, ImportProgress } from '../../storage/imports/import-remittance.ts';
import type { ImportSummary } from '../../rules/work/case-file.ts';

/** What the desk page tells the import worker. The key is the vault's raw data key; a worker has no `browser.*` to get it from. */
export type ToImportWorker =
  | { kind: 'start'; database: string; key: Uint8Array; userId: string; file: File; today: string; nowMs: number }
  | { kind: 'cancel' };

/** What the worker tells back. One of the last three ends it. `repeated` = the very same file was read before. */
export type FromImportWorker =
  | { kind: 'progress'; progress: ImportProgress }
  | { kind: 'done'; summary: ImportSummary; repeated: boolean }
  | { kind: 'cancelled'; summary: ImportSummary }
  | { kind: 'failed'; code: ImportFailure; summary: ImportSummary | null };
