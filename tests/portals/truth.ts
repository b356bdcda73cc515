/**
 * Ground truth of a page state: what a careful person would read from it, in the normal form of a reading.
 * A field left out of a claim is "must be absent", exactly like null: the page does not say it.
 */
import type { ClaimStatus, GroupCode, ReadingKind } from '../../rules/reading/reading.ts';

export type TruthAdjustment = { groupCode: GroupCode | null; carc: string; cents: number | null };
export type TruthLine = {
  procedure?: string | null; modifiers?: string[]; units?: number | null;
  charge?: number | null; allowed?: number | null; paid?: number | null;
  status?: ClaimStatus | null; serviceFrom?: string | null; serviceTo?: string | null;
  adjustments?: TruthAdjustment[]; rarcs?: string[]; payerCodes?: string[];
};
export type TruthAppeal = { level: string | null; number: string | null; receivedOn: string | null; decidedOn: string | null; outcome: string | null };
export type TruthClaim = {
  claimControlNumber?: string | null; patientControlNumber?: string | null; patientName?: string | null; memberId?: string | null;
  serviceFrom?: string | null; serviceTo?: string | null; receivedOn?: string | null; finalizedOn?: string | null;
  remittanceOn?: string | null; paymentOn?: string | null;
  charge?: number | null; allowed?: number | null; paid?: number | null; patientResponsibility?: number | null;
  paymentNumber?: string | null; status?: ClaimStatus | null;
  /** `A7:562:85`, `F2:84`, `P1`. */
  statusCodes?: string[];
  adjustments?: TruthAdjustment[]; rarcs?: string[]; payerCodes?: string[];
  appeal?: TruthAppeal | null;
  lines?: TruthLine[];
  /** Reference numbers of a confirmation page. */
  references?: string[];
  /** Readings of a field that are neither right nor wrong: a fair reader may give them or leave them. */
  optional?: Partial<Record<string, (string | number)[]>>;
};
export type Step =
  | { do: 'click'; selector: string; frame?: string }
  | { do: 'wait'; text: string }
  | { do: 'pause'; ms: number };
export type Decoy = { text: string; why: string; hidden?: boolean };
export type Expectation = {
  id: string;
  /** Path from the server's root. */
  page: string;
  steps: Step[];
  /** Text that stands on the page once this state is reached, over all frames and open shadow roots. */
  settled: string;
  kind: ReadingKind;
  /** Kinds a careful person might also call it: two claims side by side are a list, or a detail. */
  alsoKinds?: ReadingKind[];
  claims: TruthClaim[];
  /** Claims that may be read or left, rows in the tree but clipped: wrong values in them count, their absence does not. */
  mayOffer?: TruthClaim[];
  payment?: { number: string | null; date: string | null; amount: number | null } | null;
  providerAdjustments?: { code: string; cents: number; reference: string | null }[];
  seen?: { rows: number; of: number | null } | null;
  /** Strings as shown, each of which must be visible. */
  visible: string[];
  decoys: Decoy[];
};
