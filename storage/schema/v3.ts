import type { Sealed, UserRow } from './v1.ts';

/**
 * Schema version 3: the work after a denial is known. Frozen once released.
 *
 * A table of an earlier version that gets another index is repeated here whole; a table that stays as it is, is not named.
 */
export const SCHEMA_V3 = 3;

/** What a payer promised on a contact, and how it ended. `dueDay`: the day it was promised for. What was promised is sealed. */
export type PromiseRow = {
  id: string; caseId: string; contactId: string; payerKey: string; state: 'open' | 'kept' | 'broken' | 'withdrawn'; madeMs: number; madeDay: number; dueDay: number; userId: string;
  settledMs: number | null; settledDay: number | null; settledBy: string | null; sealed: Sealed;
};

/** What went (or goes) back to the payer outside of an appeal: rules/domain/correction.ts. `stepDay`: day of its newest step. */
export type CorrectionRow = {
  id: string; caseId: string; payerKey: string; kind: string; state: string; open: 0 | 1; madeMs: number; sentDay: number | null; stepDay: number; paidCents: number | null; userId: string; rev: number; sealed: Sealed;
};

/** A note that is finished and waits to be typed or pasted into the practice system. Its text is sealed and never changed. */
export type CaseNoteRow = { id: string; caseId: string; sourceId: string; state: 'unposted' | 'posted' | 'not-needed'; atMs: number; userId: string; postedMs: number | null; postedBy: string | null; sealed: Sealed };

/**
 * Texts the practice keeps for its work, version by version: question lists, note templates, its own numbers. `id` is key:n; the
 * highest `n` of a key holds. A sealed null goes back to what is shipped.
 */
export type WorkTextRow = { id: string; key: string; n: number; atMs: number; userId: string; sealed: Sealed };

/**
 * One level of appeal: rules/domain/appeal.ts. `previousId` chains it to the level before. `dueDay`, `safeDay`: last and safe day to send
 * it, kept by the sweep while it is not sent; NO_DAY where none is known. `nextDay`: when somebody has to look again.
 */
export type AppealRow = {
  id: string; caseId: string; payerKey: string; level: string; state: string; open: 0 | 1; previousId: string | null; category: string; ownerId: string;
  dueDay: number; safeDay: number; nextDay: number; madeMs: number; sentDay: number | null; isLate: 0 | 1 | null; decidedDay: number | null;
  requestedCents: number | null; recoveredCents: number | null; rev: number; sealed: Sealed;
};

/** A document of a packet. Its content stands in `documentParts`, sealed in pieces; `done` 1 once all of them are there and agree with its hash. */
export type DocumentRow = { id: string; caseId: string; appealId: string; type: string; bytes: number; pages: number; parts: number; done: 0 | 1; atMs: number; userId: string; sealed: Sealed };
export type DocumentPartRow = { id: string; documentId: string; n: number; sealed: Sealed };

/**
 * A person, with what assigning work needs; of staff, so in clear. Rows of earlier versions have none of it. `leftMs`: can sign in
 * no more; `elsewhere`: works on another computer of the practice; `firstPassphrase`: a lead set the passphrase, so an own one comes first.
 */
export type PersonRow = UserRow & {
  skills?: string[]; payerKeys?: string[]; pools?: string[]; away?: { from: string; to: string; coverId: string | null }[]; leftMs?: number | null; elsewhere?: 1; firstPassphrase?: 1;
};

export const TABLES_V3 = {
  appeals: 'id, caseId, previousId, [open+nextDay], [payerKey+state]',
  documents: 'id, appealId, caseId',
  documentParts: 'id, documentId',
  // As in version 1, with the payers of cases without a date counted by index.
  cases: 'id, *blind, [open+ownerId+priority], [open+priority], [open+nextDay], [open+ownerId+nextDay], [open+payerKey], [open+category], [open+touchedMs], [open+undated], [open+undated+payerKey]',
  promises: 'id, caseId, contactId, [state+dueDay], [payerKey+state]',
  corrections: 'id, caseId, [open+stepDay], [payerKey+state]',
  caseNotes: 'id, caseId, sourceId, [state+atMs]',
  workTexts: 'id, key',
} as const;
