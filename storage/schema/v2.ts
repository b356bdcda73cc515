import type { Sealed } from './v1.ts';

/**
 * Schema version 2: maps of portals, the practice's own payer library, and the work around appeals. Frozen once released.
 *
 * A table of version 1 that gets another index is repeated here whole; a table that stays as it is, is not named.
 */
export const SCHEMA_V2 = 2;

/** A map of a portal that somebody of the practice made or imported. What it says is sealed: a label of a page could name a person. */
export type PortalMapRow = {
  id: string; state: 'proposed' | 'approved' | 'retired'; version: number; authorId: string; deciderId: string | null; atMs: number; decidedMs: number | null; sealed: Sealed;
};

/**
 * How reading a portal goes, per kind of page and field: `id` is portal|kind|field. Names and days only: no text of a page and no address.
 * `missing`: looked for and not found so many times in a row; `fell`: the map promised it. `portal`: id of the register, or the host where it has none.
 */
export type CaptureHealthRow = { id: string; portal: string; kind: string; field: string; lastGoodDay: number | null; lastUseDay: number; missing: number; fell: 0 | 1; mapId: string | null; mapVersion: number | null };

/** A deadline rule as the practice keeps it; the shape is that of the rule files (rules/payers/payer-rule.ts). In clear, because dates are also worked out of rows read while locked. */
export type KeptRuleColumn = { rule: unknown; checkedOn: string | null };

/**
 * What holds now in the practice's own library: which version of an entry. `rule` only for kind `rule`; null there (with
 * `gone` 0) means "as shipped". `n` counts its approved versions; `gone` 1 means it was taken away.
 */
export type LibraryEntryRow = { id: string; kind: 'rule' | 'profile' | 'playbook' | 'note'; payerKey: string; n: number; versionId: string; atMs: number; userId: string; gone: 0 | 1; rule: KeptRuleColumn | null };

/** A version of an entry: proposed, approved or declined, as its change is. `n` is 0 until it is approved; `base` the version it was written upon. */
export type LibraryVersionRow = { id: string; entryId: string; changeId: string; kind: LibraryEntryRow['kind']; payerKey: string; n: number; base: number; atMs: number; userId: string; gone: 0 | 1; rule: KeptRuleColumn | null; sealed: Sealed | null };

/** One change of the library, of one or many entries, with who was touched by it: the change feed. */
export type LibraryChangeRow = {
  id: string; state: 'proposed' | 'approved' | 'declined'; origin: 'edit' | 'pack' | 'radar' | 'undo'; kinds: string[]; payerKeys: string[]; atMs: number; userId: string; decidedMs: number | null; decidedBy: string | null;
  /** Open cases of the payers touched, by owner, when it was approved; and how many of them then got another date (null: not counted). */
  touched: { ownerId: string; cases: number }[]; datesMoved: number | null; sealed: Sealed;
};

/** A window somebody else states than the library, asked about once. `id` is payer, step and window; the sentences are sealed. */
export type RadarAskRow = { id: string; payerKey: string; state: 'open' | 'dismissed' | 'taken'; atMs: number; userId: string; decidedBy: string | null; decidedMs: number | null; sealed: Sealed };

/** A claim as sent or as its arrival was answered: proof of filing, and the denominator of denials. `id` is a keyed hash of its content; `day` is that of the file. */
export type FilingRow = { id: string; importId: string; step: string; payerKey: string; day: number; chargeCents: number; atMs: number; blind: string[]; sealed: Sealed };

/** Which column of a worklist means what, known again by its headers. `id` is a keyed hash of them. */
export type WorklistMappingRow = { id: string; atMs: number; userId: string; sealed: Sealed };

/** Two cases made one, or one made two, by a person; `undone` where it was taken back. */
export type RegroupingRow = { id: string; kind: 'merge' | 'split'; caseId: string; otherId: string; atMs: number; userId: string; undone: 0 | 1; sealed: Sealed };

export const TABLES_V2 = {
  libraryEntries: 'id, kind, [kind+payerKey]',
  libraryVersions: 'id, entryId, changeId',
  libraryChanges: 'id, state, atMs',
  radarAsks: 'id, [payerKey+state], state',
  filings: 'id, *blind, importId, [step+day]',
  worklistMappings: 'id',
  regroupings: 'id, caseId, otherId',
  portalMaps: 'id, state',
  captureHealth: 'id, portal',
} as const;
