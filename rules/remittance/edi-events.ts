import type { ClaimStatus, Payment, ReadingClaim } from '../reading/reading.ts';
import type { EdiFault } from './faults.ts';
import type { Segment } from './segment.ts';

/** A person or organisation as NM1 names it; empty where the element is. */
export type PartyName = { last: string; first: string; middle: string; suffix: string; qualifier: string; id: string };

/** Where a transaction stands. Null where the file has no such header. */
export type Envelope = {
  interchangeControl: string | null;
  groupControl: string | null;
  transactionControl: string | null;
  /** ST01: 835, 277, 837 … */
  transactionSet: string;
  /** ST03, else GS08: which guide it follows. */
  implementation: string | null;
};

export type EdiKind = 'remittance' | 'status-file' | 'claim-file' | 'acknowledgement-file';

/** What the product needs of a claim beside its reading. All texts as written. */
export type FileClaimDetail = {
  kind: EdiKind;
  envelope: Envelope;
  /** The segment the claim begins at. */
  segment: number;
  payerName: string | null;
  payerId: string | null;
  payee: { name: string; npi: string; taxId: string } | null;
  /** CLP02 of a remittance. */
  claimStatusCode: string | null;
  /** CLP06 or SBR09: what kind of insurance. */
  filingIndicator: string | null;
  /** CLP08 or CLM05-1. */
  facilityCode: string | null;
  /** Of a submitted claim: the patient's birth date (DMG), plan or group (SBR), and where the service was given (NM1*77). */
  birthDate: string | null; plan: string | null; serviceFacility: PartyName | null;
  /** CLP09 or CLM05-3: 7 replaces, 8 voids an earlier claim. */
  frequencyCode: string | null;
  /** CLP11. */
  drg: string | null;
  reversal: boolean;
  /** A reversal of the same account came before it in this transaction. */
  correctsReversal: boolean;
  patient: PartyName | null;
  insured: PartyName | null;
  corrected: PartyName | null;
  rendering: PartyName | null;
  crossoverCarrier: PartyName | null;
  /** Who gave the status of a 277: the payer, or a clearinghouse whose word is no proof that the payer has the claim. */
  statedBy: { role: 'payer' | 'clearinghouse'; name: string; id: string } | null;
  /** REF*F8 of a submitted claim: the payer's number of the claim it replaces. */
  originalClaimControlNumber: string | null;
  references: { qualifier: string; value: string }[];
  amounts: { qualifier: string; cents: number }[];
  quantities: { qualifier: string; quantity: number }[];
  diagnoses: string[];
  claimContact: string | null;
  lines: FileLineDetail[];
  /** BHT04 of a status file or of submitted claims: the day it was made. */
  madeOn: string | null;
  /** One text per claim and payer decision, the same in every file that carries it: payer, control numbers, sign of the status. */
  claimKey: string;
  /** One text per remittance: interchange, group and transaction control numbers, trace and its originator. */
  transactionKey: string;
};

export type FileLineDetail = {
  /** REF*6R: the provider's own number of the line. */
  lineControl: string | null;
  revenueCode: string | null;
  /** Qualifier of the procedure code: HC, AD, NU, N4 … */
  procedureQualifier: string | null;
  /** SVC06: what was billed where the payer decided on another code. */
  submittedProcedure: string | null;
  references: { qualifier: string; value: string }[];
  amounts: { qualifier: string; cents: number }[];
  rendering: PartyName | null;
  statusCodes: { category: string; status: string | null; entity: string | null }[];
};

/** What a whole transaction says: known when it ends. */
export type TransactionSummary = {
  kind: EdiKind;
  envelope: Envelope;
  transactionKey: string;
  segment: number;
  claims: number;
  payerName: string | null;
  payerId: string | null;
  payerContacts: { kind: string; name: string; numbers: { kind: string; value: string }[] }[];
  payee: { name: string; npi: string; taxId: string } | null;
  payment: Payment | null;
  traceOriginator: string | null;
  remittanceOn: string | null;
  providerAdjustments: { code: string; cents: number; reference: string | null; provider: string; fiscalYearEnd: string | null }[];
  /** Whether the amounts of the transaction add up; null where that cannot be said. */
  balanced: boolean | null;
  /** Statuses that concern a batch or a provider, not a claim (277 levels 20, 21 and 19). */
  batchStatuses: BatchStatus[];
  acknowledgement: Acknowledgement | null;
};

export type BatchStatus = { level: string; category: string; status: string | null; entity: string | null; on: string | null; action: string | null; meaning: ClaimStatus | null };

/** 999 or 997: which group was acknowledged, and how. */
export type Acknowledgement = {
  groupCode: string | null;
  groupControl: string | null;
  /** AK901: A accepted, E accepted with errors, P partly, R rejected … */
  code: string | null;
  included: number | null;
  received: number | null;
  accepted: number | null;
  /** Per transaction: its kind, control number and code (at most 1,000 kept). */
  transactions: { transactionSet: string; control: string; code: string }[];
};

export type EdiEvent =
  | { type: 'claim'; claim: ReadingClaim; detail: FileClaimDetail }
  | { type: 'transaction'; summary: TransactionSummary }
  | { type: 'fault'; fault: EdiFault };

/** What a reader of one kind of transaction is given, and where it reports to. */
export type TransactionSink = {
  claim(claim: ReadingClaim, detail: FileClaimDetail): void;
  transaction(summary: TransactionSummary): void;
  fault(code: EdiFault['code'], segment: number | null, detail?: string): void;
};

export type TransactionReader = {
  readonly kind: EdiKind;
  segment(segment: Segment): void;
  /**
   * The transaction is over. `how`: `ended` by its trailer or by the next header; `cut` at the end of the file,
   * with `rest` the id of the unfinished segment, empty when the file ends at a segment's end.
   */
  close(how: { ended: true } | { ended: false; rest: string }, number: number): void;
};
