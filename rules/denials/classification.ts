import type { DenialCategory } from '../codes/vocabulary.ts';
import type { DeadlineAction } from '../domain/vocabulary.ts';
import type { GroupCode } from '../reading/reading.ts';
import type { DeniedLine } from './denied-amount.ts';
import type { Alternative } from './situation.ts';
import type { AdvisedPath, Appealable, Avoidable, CorrectionRoute, Nature, OriginStep } from './vocabulary.ts';

/** A reason of the claim as the case view shows it. */
export type ReasonSummary = {
  groupCode: GroupCode | null;
  carc: string;
  rarcs: readonly string[];
  category: DenialCategory;
  path: AdvisedPath;
  /** Lines it stands on; empty = claim level. */
  lines: readonly number[];
  cents: number | null;
};

/** What a denied (or rejected, or pending) claim means and what to do about it. */
export type Classification = {
  nature: Nature;
  category: DenialCategory;
  originStep: OriginStep;
  avoidable: Avoidable;
  path: AdvisedPath;
  pathReason: string;
  /** How a correction travels, where the path is a correction. */
  correction: CorrectionRoute | null;
  appealable: Appealable;
  appealReason: string;
  /** The codes read together, in plain words. */
  explanation: string;
  /** The leading reason; null when no standard reason code is on the claim. */
  lead: ReasonSummary | null;
  /** Why this reason leads. */
  leadReason: string;
  /** All further reasons, in order of weight. */
  others: ReasonSummary[];
  deniedLines: DeniedLine[];
  /** Money refused: neither agreed cuts nor the patient's part. Null = not known. */
  deniedCents: number | null;
  deniedBasis: 'adjustments' | 'charges' | null;
  /** Money the payer gives to the patient, cost share and refusals alike. Null = not all of it is shown. */
  patientCents: number | null;
  alternatives: Alternative[];
  /** Clocks that run for this claim, the most pressing kind of step first. */
  clocks: DeadlineAction[];
  /** `table`: a row decided; `default`: only the code's default; `guess`: from a status or the payer's own words. */
  basis: 'table' | 'default' | 'guess';
  /** The row that decided and where it comes from. */
  rule: string;
  ruleFrom: string;
};
