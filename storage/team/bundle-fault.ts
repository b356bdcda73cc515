import { BackupFault } from '../backup/backup-fault.ts';
import type { BackupFaultCode } from '../backup/backup-fault.ts';

/**
 * Why a hand-over file cannot be used: what a locked file can have (backup-fault.ts), or
 * - `not-a-bundle`, `a-backup`: it is something else;
 * - `newer-form`: a newer Overturn made it;
 * - `not-signed`: a part of it is not signed by whom it says it is from;
 * - `incomplete`: it opens, and does not hold what its head says.
 */
export const BUNDLE_FAULTS = ['not-a-bundle', 'a-backup', 'newer-form', 'wrong-passphrase', 'cut-off', 'appended', 'damaged', 'incomplete', 'not-signed'] as const;
export type BundleFaultCode = (typeof BUNDLE_FAULTS)[number];

/** A hand-over file that cannot be used; carries no value of it. */
export class BundleFault extends Error {
  readonly code: BundleFaultCode;

  constructor(code: BundleFaultCode) {
    super(code);
    this.name = 'BundleFault';
    this.code = code;
  }
}

const CODES: Readonly<Record<BackupFaultCode, BundleFaultCode>> = {
  'not-a-backup': 'not-a-bundle', 'newer-form': 'newer-form', 'newer-schema': 'newer-form', 'wrong-passphrase': 'wrong-passphrase', 'cut-off': 'cut-off', appended: 'appended', damaged: 'damaged', incomplete: 'incomplete',
};

/** A fault of the locked file in the words of a bundle; anything else goes on as it is. */
export function asBundleFault(error: unknown): unknown {
  return error instanceof BackupFault ? new BundleFault(CODES[error.code]) : error;
}
