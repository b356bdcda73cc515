import type { DenialCategory } from '../codes/vocabulary.ts';
import type { LineOfBusiness } from '../domain/vocabulary.ts';
import type { GroupCode } from '../reading/reading.ts';
import type { AdjustmentKind, AdvisedPath, Appealable, Avoidable, OriginStep } from './vocabulary.ts';

export type Alternative = { path: AdvisedPath; because: string };

/** What is decided about one adjusted amount. Left out = the code table's default for the reason code. */
export type Verdict = {
  kind?: AdjustmentKind;
  category?: DenialCategory;
  origin?: OriginStep;
  avoidable?: Avoidable;
  path: AdvisedPath;
  /** Why this path, one sentence for the biller. */
  because: string;
  appeal: Appealable;
  /** Why it can or cannot be appealed; a usual sentence stands in when left out. */
  appealBecause?: string;
  alternatives?: readonly Alternative[];
};

/**
 * One row of the decision table: group code x reason x remark x line of business -> verdict.
 * A condition left out means "any". `null` among the groups means that the page showed none.
 * The most specific row wins: a named remark (16) beats a remark category (8), that beats a weak one (4), then line of
 * business (2) and group (1). Between rows for different remarks of the same rank the remark written first decides.
 */
export type Situation = Verdict & {
  id: string;
  carc: readonly string[];
  rarc?: readonly string[];
  remarkCategory?: readonly DenialCategory[];
  /** The remark category hardly fits this reason, so any other remark beside it decides first. */
  weak?: true;
  lineOfBusiness?: readonly LineOfBusiness[];
  group?: readonly (GroupCode | null)[];
  /** Where the rule comes from. */
  from: string;
};

/** Every group but PR: the amount is not the patient's. */
export const notPatient: readonly (GroupCode | null)[] = ['CO', 'OA', 'PI', 'CR', null];

/**
 * Reason codes that say "read the remark": the remark decides what is wrong.
 * (16, 96, 125, 129, 148, 226, 227, 234, 250-252, 272, A1 and P1 are never sent without one.)
 */
export const speakThroughRemark: readonly string[] = ['16', '96', '125', '129', '148', '226', '234', '250', '251', '252', '272', 'A1', 'P1'];

/** Those of them that say "something is missing or wrong": a remark about bundling or benefits hardly belongs to them. */
export const somethingMissing: readonly string[] = ['16', '125', '129', '148', '226', '250', '251', '252'];
