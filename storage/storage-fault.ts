import type { ErrorCode } from '../rules/protocol/error-codes.ts';

/**
 * An expected failure below a command: a code and nothing else, so that no value of a patient can ride along.
 * The router turns it into a result; pages show it through their boundary.
 */
export class StorageFault extends Error {
  readonly code: ErrorCode;
  readonly untilMs: number | undefined;

  constructor(code: ErrorCode, untilMs?: number) {
    super(code);
    this.name = 'StorageFault';
    this.code = code;
    this.untilMs = untilMs;
  }
}

const codeByErrorName: Partial<Record<string, ErrorCode>> = {
  QuotaExceededError: 'storage-full',
  VersionError: 'storage-newer',
  MissingAPIError: 'storage-failed',
  InvalidStateError: 'storage-failed',
  SecurityError: 'storage-failed',
  OpenFailedError: 'storage-failed',
  UnknownError: 'storage-failed',
  DatabaseClosedError: 'storage-failed',
  TransactionInactiveError: 'storage-failed',
  AbortError: 'storage-failed',
  TimeoutError: 'storage-failed',
  ReadOnlyError: 'storage-failed',
};

/**
 * The code of a failure of the store, or null for anything that is a programmer's mistake.
 * Dexie wraps the browser's error in `inner`; the innermost known name says most (an aborted transaction hides "quota").
 */
export function storageErrorCode(error: unknown): ErrorCode | null {
  if (error instanceof StorageFault) return error.code;
  let found: ErrorCode | null = null;
  let at: unknown = error;
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth += 1) {
    const { name, inner } = at as { name?: unknown; inner?: unknown };
    const code = typeof name === 'string' ? codeByErrorName[name] : undefined;
    if (code !== undefined && (found === null || code !== 'storage-failed')) found = code;
    at = inner;
  }
  return found;
}
