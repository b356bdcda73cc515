/**
 * Schema version 1. Frozen once released: a change is a new file with the next number and a migration.
 *
 * Clear columns are what queries need and nothing more (see storage/README.md for what each could reveal).
 * `sealed` is AES-GCM under the vault's data key, bound to its table and row id.
 */
export const SCHEMA_V1 = 1;

export type Sealed = { v: 1; iv: Uint8Array<ArrayBuffer>; box: Uint8Array<ArrayBuffer> };

export type MetaRow = { key: string; value: unknown };

/** One way to open the data key. Room for more: recovery keys, further users. */
export type WrapRow = {
  id: string; kind: 'passphrase' | 'recovery'; userId: string | null;
  kdf: { name: 'argon2id'; memoryKiB: number; iterations: number; parallelism: number; salt: Uint8Array<ArrayBuffer> };
  iv: Uint8Array<ArrayBuffer>; wrapped: Uint8Array<ArrayBuffer>;
  failures: number; blockedUntilMs: number;
};

/** Staff, not patients: the name must be readable on the sign-in screen. */
export type UserRow = { id: string; name: string; role: 'biller' | 'lead' | 'auditor'; createdMs: number };

export type PayerRow = { key: string; name: string; libraryPayer: string | null; lineOfBusiness: string | null; state: string | null; network: string | null; aliases: string[];
  /** Windows of the practice's own contracts: action, length and where it is written. */
  contractWindows?: { action: string; value: number; unit: string; startsFrom: string; evidence: string }[] };

export type CaseRow = {
  id: string; rev: number; ownerId: string; open: 0 | 1; state: string; nextAction: string; payerKey: string; category: string; path: string; payerStatus: string;
  /** Sort key of the queue: higher is sooner. Worked out by rules/queue from the parts kept in `score`. */
  priority: number; score: { pressure: number; value: number };
  deniedCents: number; chargeCents: number; paidCents: number;
  /** The day the next thing must be done by: earliest of live clocks' safe day and follow-up. NO_DAY when nothing is known. */
  nextDay: number;
  /** Which clock that is: a deadline action or 'follow-up'. */
  nextKind: string;
  /** The earliest live clock's safe and due day alone; NO_DAY where no date is known. */
  safeDay: number; dueDay: number;
  /** Why there is no date: '', 'needs', 'unknown-payer', 'unverified', 'conflict', 'no-rule'. */
  undated: string;
  /** `createdDay`: the practice's calendar day at `createdMs`, which the moment alone does not tell. */
  followUpDay: number; snoozedUntilDay: number; createdMs: number; createdDay: number; touchedMs: number;
  /** Keyed hashes for look-up over sealed values: exact and prefix. */
  blind: string[];
  sealed: Sealed;
};

/** One clock of a case, in day numbers, so that reminders run while the vault is locked. */
export type ClockRow = {
  id: string; caseId: string; ownerId: string; open: 0 | 1; action: string; rawDay: number; dueDay: number; safeDay: number; ruleId: string; ruleVersion: number;
  confidence: string; overridden: 0 | 1;
};

/** What a page, a file or a person said, once; superseded, never edited. `hash` chains to the observation before it in the same case. */
export type ObservationRow = { id: string; caseId: string; n: number; source: 'portal' | 'remittance' | 'paste' | 'form' | 'sent-file'; atMs: number; userId: string; prev: string; hash: string; sealed: Sealed };

export type ContactRow = { id: string; caseIds: string[]; payerKey: string; outcome: string; atMs: number; userId: string; blind: string[]; sealed: Sealed };

/** The timeline of a case: everything that happened, in order. */
export type EventRow = { id: string; caseId: string; kind: string; atMs: number; userId: string; sealed: Sealed };

/** A claim of a remittance that was read, denied or not: the denominator, and what makes a second import a no-op. `id` is a keyed hash of its identity. */
export type RemittanceClaimRow = { id: string; importId: string; caseId: string; payerKey: string; outcome: string; chargeCents: number; paidCents: number; atMs: number };

/** The journal of an import. `id` is a keyed hash of the file's content: the same file resumes. */
export type ImportRow = {
  id: string; state: 'running' | 'done' | 'cancelled' | 'failed'; startedMs: number; finishedMs: number | null; userId: string; bytes: number; bytesDone: number;
  /** Claims committed so far; a resumed import skips them by identity. */
  claims: number; paid: number; denied: number; partlyDenied: number; other: number; alreadyKnown: number; newCases: number; updatedCases: number; faults: number;
  sealed: Sealed;
};
/** A fault of a file with its place; the text is sealed, as it may quote the file. */
export type FaultRow = { id: string; importId: string; code: string; segment: number; sealed: Sealed };

/** `id` is caseId:clock:stage, so that no reminder is ever given twice. */
export type ReminderRow = { id: string; caseId: string; stage: number; day: number; firedMs: number };

export type DraftRow = { key: string; userId: string; atMs: number; sealed: Sealed };
export type PayerNoteRow = { id: string; payerKey: string; atMs: number; userId: string; tags: string[]; sealed: Sealed };
export type SettingRow = { key: string; value: unknown };
export type PortalGrantRow = { origin: string; portal: string; mode: string; atMs: number };

/** Append-only and hash-chained: each row's hash covers the row before it. No patient data. */
export type AuditRow = { seq: number; atMs: number; userId: string; command: string; subject: string; outcome: string; prev: string; hash: string };

export const TABLES_V1 = {
  meta: 'key',
  wraps: 'id, userId',
  users: 'id',
  payers: 'key',
  cases: 'id, *blind, [open+ownerId+priority], [open+priority], [open+nextDay], [open+ownerId+nextDay], [open+payerKey], [open+category], [open+touchedMs], [open+undated]',
  clocks: 'id, caseId, [open+safeDay], [open+ownerId+safeDay]',
  observations: 'id, [caseId+n]',
  contacts: 'id, *caseIds, *blind, [payerKey+atMs], atMs',
  events: 'id, [caseId+atMs]',
  remittanceClaims: 'id, importId, caseId',
  imports: 'id, startedMs',
  faults: 'id, importId',
  reminders: 'id, caseId',
  drafts: 'key',
  payerNotes: 'id, payerKey',
  settings: 'key',
  portalGrants: 'origin',
  audit: 'seq, [subject+seq]',
} as const;
