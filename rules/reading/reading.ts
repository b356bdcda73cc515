import type { MemberReading } from './member-reading.ts';

/**
 * What Overturn reads from a page or a file: schema `overturn-reading/1`.
 *
 * Types only, so that the content script can share them without bundling anything.
 * Any non-null value is asserted: it counts as right or wrong. Whatever is less sure is null,
 * with its rivals in `candidates`. Money is in integer cents, dates are `YYYY-MM-DD`.
 */
export const READING_SCHEMA = 'overturn-reading/1';

export type ReadingKind =
  | 'claim-detail' | 'claim-list' | 'remittance' | 'appeal-status' | 'confirmation'
  | 'status-file' | 'claim-file' | 'acknowledgement-file' | 'none';

export type TermsMode = 'assisted' | 'read-only' | 'hands-off' | 'unknown';

export type ClaimStatus =
  | 'paid' | 'partially-denied' | 'denied' | 'pending' | 'rejected' | 'reversed' | 'information-requested'
  | 'acknowledged' | 'forwarded' | 'not-found' | 'finalized';

export type GroupCode = 'CO' | 'PR' | 'OA' | 'PI' | 'CR';

/** A value with its evidence: the text as it stood on the page and the label beside it. */
export type Found<T> = {
  value: T;
  raw: string;
  label: string | null;
  confidence: 'certain' | 'likely';
  /** Worked out, not shown: a service end equal to its start, a status from amounts. */
  derived?: true;
};
export type Value<T> = Found<T> | null;

export type Adjustment = { groupCode: GroupCode | null; carc: string; cents: number | null };
export type PayerCode = { code: string; text: string | null };

export type ReadingLine = {
  line: number;
  procedure: Value<string>;
  modifiers: string[];
  units: Value<number>;
  charge: Value<number>;
  allowed: Value<number>;
  paid: Value<number>;
  status: Value<ClaimStatus>;
  serviceFrom: Value<string>;
  serviceTo: Value<string>;
  adjustments: Adjustment[];
  rarcs: string[];
  payerCodes: PayerCode[];
};

export type ReadingClaim = {
  claimControlNumber: Value<string>;
  patientControlNumber: Value<string>;
  patientName: Value<string>;
  memberId: Value<string>;
  serviceFrom: Value<string>;
  serviceTo: Value<string>;
  receivedOn: Value<string>;
  finalizedOn: Value<string>;
  remittanceOn: Value<string>;
  paymentOn: Value<string>;
  charge: Value<number>;
  allowed: Value<number>;
  paid: Value<number>;
  patientResponsibility: Value<number>;
  paymentNumber: Value<string>;
  status: Value<ClaimStatus>;
  statusCodes: { category: string; status: string | null; entity: string | null }[];
  references: { label: string; value: string }[];
  adjustments: Adjustment[];
  rarcs: string[];
  payerCodes: PayerCode[];
  appeal: { level: string | null; number: string | null; receivedOn: string | null; decidedOn: string | null; outcome: string | null } | null;
  lines: ReadingLine[];
};

export type ReadingWarning = { code: string; place: string | null; detail?: string };

export type Payment = { number: Value<string>; date: Value<string>; amount: Value<number>; method: string | null };

/**
 * Which map of the portal had a say, and how it held. Names of fields only: no text of the page, no address.
 * `page`: the kind of page the map knew it as, null where it knew none and the general reader read alone.
 * `fell`: fields whose place was not where the map says; `doubtful`: where map and reader saw different values.
 */
export type MapUse = { id: string; version: number; trial?: true; page: ReadingKind | null; fell: string[]; doubtful: string[] };

export type Reading = {
  schema: typeof READING_SCHEMA;
  source: string;
  kind: ReadingKind;
  portal: string | null;
  terms: TermsMode;
  payer: Value<string>;
  claims: ReadingClaim[];
  payment: Payment | null;
  providerAdjustments: { code: string; cents: number; reference: string | null }[];
  /** How much of a list was seen: virtual grids draw only part of it. */
  seen: { rows: number; of: number | null } | null;
  candidates: { claim: number; field: string; values: Found<string | number>[] }[];
  warnings: ReadingWarning[];
  /** Absent where the general reader read alone. */
  map?: MapUse;
  /** Sentences of the page that state a window for a step of the provider's, as they stand there; absent where there are none. */
  statements?: string[];
  /** A coverage check or an authorization that a page without a claim shows; absent on every other page. */
  member?: MemberReading;
};
