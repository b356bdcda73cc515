import type { FilingRow } from './v2.ts';
import type { CaseRow as CaseRowV1, RemittanceClaimRow, Sealed, UserRow } from './v1.ts';

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
export type DocumentRow = { id: string; caseId: string; appealId: string; type: string; bytes: number; pages: number; parts: number; done: 0 | 1; /** Announced by a hand-over file, whose pieces it waits for, rather than by somebody here. */ came?: 1; atMs: number; userId: string; sealed: Sealed };
export type DocumentPartRow = { id: string; documentId: string; n: number; sealed: Sealed };

/**
 * A person, with what assigning work needs; of staff, so in clear. Rows of earlier versions have none of it. `leftMs`: can sign in
 * no more; `elsewhere`: works on another computer of the practice; `firstPassphrase`: a lead set the passphrase, so an own one comes first.
 */
export type PersonRow = UserRow & {
  skills?: string[]; payerKeys?: string[]; pools?: string[]; away?: { from: string; to: string; coverId: string | null }[]; leftMs?: number | null; elsewhere?: 1; firstPassphrase?: 1;
};

/** Facts of many denials in one sealed box, worked out of the cases and worked out again where one changes (storage/numbers). No row of it names a person. */
export type NumberBlockRow = { id: string; rev: number; n: number; sealed: Sealed };
/** A case whose row in the numbers is to be worked out again. */
export type NumbersDueRow = { id: string };
/** What an import brought, by month and payer: claims sent (837, 277CA) and claims answered. `month` counts months since year 0. */
export type CountedImportRow = { id: string; months: { month: number; payerKey: string; sent: number; sentCents: number; answered: number; answeredCents: number }[] };
/** Figures of a month that a person typed from the practice system; the newest of a month and payer holds. `payerKey` '' is the whole practice. */
export type MonthFigureRow = {
  id: string; month: number; payerKey: string; claims: number | null; cents: number | null; cleanClaims: number | null; receivablesCents: number | null; dailyChargesCents: number | null; atMs: number; userId: string;
};
/** What the practice writes down to keep a denial from coming back: rules/prevention/prevention-record.ts. */
export type PreventionRow = { id: string; kind: string; state: string; rev: number; payerKey: string; category: string; ownerId: string; dueDay: number; atMs: number; userId: string; sealed: Sealed };

/** A claim of a remittance with the day of the payer's answer, and its account number as a keyed hash ('' where it has none); absent in rows before version 3. */
export type AnsweredClaimRow = RemittanceClaimRow & { day?: number; token?: string };
/** `waits` 1: sent, and no answer to it was looked for yet because its time is not over. Absent in rows before version 3, which are never looked for. */
export type WaitingFilingRow = FilingRow & { waits?: 0 | 1 };

/**
 * What version 3 adds to a case. All of it may be absent in a row that has not been worked out since: it is filled in at the next unlocking.
 * Names of providers, places and specialties and the group of like denials are keyed hashes: equal ones have equal tokens.
 */
export type CaseExtras = {
  workKind?: string; ageDay?: number;
  outcome?: string; endReason?: string; resolvedDay?: number; recoveredCents?: number;
  cause?: string; subReason?: string; originStep?: string; avoidable?: string;
  providerToken?: string; locationToken?: string; specialtyToken?: string; groupToken?: string;
  /** What lists narrow by, of open cases only: `kind:denial`, `state:working`, `provider:<token>`. */
  facets?: string[];
  score: { pressure: number; value: number; chance?: number; minutes?: number };
};
export type CaseRow = CaseRowV1 & CaseExtras;

/** A coverage check or an authorization, kept by member: `memberToken` is a keyed hash, `endDay` the last day covered or approved. Later ones are added, none is changed. */
export type MemberRecordRow = { id: string; kind: 'coverage' | 'authorization'; memberToken: string; payerKey: string; endDay: number; caseId: string; atMs: number; userId: string; sealed: Sealed };

/** A view of the queue somebody kept; `shared` 1 where everybody has it. Its name and its filter are sealed. */
export type SavedViewRow = { id: string; userId: string; shared: 0 | 1; atMs: number; sealed: Sealed };

/**
 * Some hundred open cases as the queue narrows and orders them: clear columns of `cases` and nothing else, side by side in one
 * buffer (rules/queue/queue-columns.ts), so that 100,000 of them are read in one go. `id`: which cases, by their ids; `ids` joined by line breaks.
 */
export type QueueBlockRow = { id: string; n: number; ids: string; words: string[]; data: Uint8Array<ArrayBuffer> };
/** A case whose line in its block is older than its row. */
export type QueueDueRow = { id: string };
/** What this computer knows of who wrote which field of a case, once the case was in a hand-over bundle: rules/team. `choices`: fields between whose values a person has to decide. */
export type CaseVersionRow = { id: string; choices: number; sealed: Sealed };

export const TABLES_V3 = {
  appeals: 'id, caseId, previousId, [open+nextDay], [payerKey+state]',
  documents: 'id, appealId, caseId',
  documentParts: 'id, documentId',
  promises: 'id, caseId, contactId, [state+dueDay], [payerKey+state]',
  corrections: 'id, caseId, [open+stepDay], [payerKey+state]',
  caseNotes: 'id, caseId, sourceId, [state+atMs]',
  workTexts: 'id, key',
  numberBlocks: 'id',
  numbersDue: 'id',
  countedImports: 'id',
  monthFigures: 'id, month',
  preventionRecords: 'id, [kind+state]',
  memberRecords: 'id, [memberToken+kind], [kind+endDay], caseId',
  savedViews: 'id, userId',
  // As in version 2, with the claims that wait for an answer; as in version 1, with answers found by account number.
  filings: 'id, *blind, importId, [step+day], [waits+payerKey+day]',
  remittanceClaims: 'id, importId, caseId, token',
  queueBlocks: 'id',
  queueDue: 'id',
  caseVersions: 'id, choices',
  // As in version 1, with the payers of cases without a date counted by index, and what the queue narrows by.
  cases: 'id, *blind, [open+ownerId+priority], [open+priority], [open+nextDay], [open+ownerId+nextDay], [open+payerKey], [open+category], [open+touchedMs], [open+undated], [open+undated+payerKey], *facets, [open+ageDay], [open+deniedCents], [outcome+resolvedDay]',
} as const;
