/**
 * Why a backup file cannot be used.
 * - `not-a-backup`: the file does not begin like one;
 * - `newer-form`, `newer-schema`: a newer Overturn wrote it;
 * - `wrong-passphrase`: the file is sound as far as can be told, the passphrase is another one;
 * - `cut-off`: its end is missing; `appended`: something stands after its end; `damaged`: bytes in it are not those that were written;
 * - `incomplete`: it opens, and holds another number of rows than it says (a fault of the writer).
 */
export const BACKUP_FAULTS = ['not-a-backup', 'newer-form', 'newer-schema', 'wrong-passphrase', 'cut-off', 'appended', 'damaged', 'incomplete'] as const;
export type BackupFaultCode = (typeof BACKUP_FAULTS)[number];

/** Where the fault lies: bytes of the file (`to` is the first after it), and the table that was being read, with how many of its rows were sound. */
export type FaultPlace = { from: number; to: number; table: string | null; rows: number };

/** A backup file that cannot be used; carries no value of it. */
export class BackupFault extends Error {
  readonly code: BackupFaultCode;
  readonly place: FaultPlace | null;

  constructor(code: BackupFaultCode, place: FaultPlace | null = null) {
    super(code);
    this.name = 'BackupFault';
    this.code = code;
    this.place = place;
  }
}
