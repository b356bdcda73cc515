import { explainCarc, explainRarc } from '../codes/explain.ts';
import type { Carc } from '../codes/explain.ts';
import type { DenialCategory } from '../codes/vocabulary.ts';
import type { LineOfBusiness } from '../domain/vocabulary.ts';
import type { GroupCode } from '../reading/reading.ts';
import { authorizationSituations } from './situations/authorization-and-network.ts';
import { benefitSituations } from './situations/benefits-and-money.ts';
import { casualtySituations } from './situations/casualty.ts';
import { codingSituations } from './situations/coding-and-bundling.ts';
import { coverageSituations } from './situations/coverage.ts';
import { recordSituations } from './situations/records-and-necessity.ts';
import { remarkSituations } from './situations/remarks.ts';
import { timeAndDuplicateSituations } from './situations/time-and-duplicates.ts';
import type { Situation, Verdict } from './situation.ts';
import { usualOrigin } from './vocabulary.ts';
import type { AdjustmentKind, Avoidable, OriginStep } from './vocabulary.ts';

/** The whole decision table. */
export const situations: readonly Situation[] = [
  ...remarkSituations, ...coverageSituations, ...timeAndDuplicateSituations, ...authorizationSituations, ...codingSituations, ...recordSituations,
  ...benefitSituations, ...casualtySituations,
];

/** One adjusted amount with the remarks that stand beside it, in normalised codes. */
export type AdjustedReason = { groupCode: GroupCode | null; carc: string; rarcs: readonly string[]; lineOfBusiness: LineOfBusiness | null };

/** A verdict without gaps, with the row that gave it and the remark that decided, if one did. */
export type Decision = Verdict & {
  /** `default` = no row of the table, only the code's own default. */
  rule: string;
  from: string;
  kind: AdjustmentKind;
  category: DenialCategory;
  origin: OriginStep;
  avoidable: Avoidable;
  decidingRarc: string | null;
};

const byCarc = new Map<string, Situation[]>();
for (const row of situations) for (const carc of row.carc) byCarc.set(carc, [...(byCarc.get(carc) ?? []), row]);

/** How specific a row is; see `Situation`. */
export function specificity(row: Situation): number {
  return remarkRank(row) + (row.lineOfBusiness ? 2 : 0) + (row.group ? 1 : 0);
}

const remarkRank = (row: Situation) => (row.rarc ? 16 : row.remarkCategory ? (row.weak === true ? 4 : 8) : 0);

/** The remark that makes the row fit: null when the row asks for none, undefined when it does not fit. */
function decidingRemark(row: Situation, reason: AdjustedReason): string | null | undefined {
  if (row.group && !row.group.includes(reason.groupCode)) return undefined;
  if (row.lineOfBusiness && (reason.lineOfBusiness === null || !row.lineOfBusiness.includes(reason.lineOfBusiness))) return undefined;
  const { rarc, remarkCategory } = row;
  if (rarc) return reason.rarcs.find((code) => rarc.includes(code));
  // An alert only informs, so it never tells what is wrong; MA130 says how to answer, not what is wrong.
  if (remarkCategory) return reason.rarcs.find((code) => {
    const remark = explainRarc(code);
    return remark !== null && !remark.alert && code !== 'MA130' && remarkCategory.includes(remark.category);
  });
  return null;
}

/** What to do about one adjusted amount: the most specific row, or the reason code's default adapted to the group. */
export function decide(reason: AdjustedReason): Decision {
  const carc = explainCarc(reason.carc);
  let best: { row: Situation; remark: string | null; at: number } | null = null;
  for (const row of byCarc.get(reason.carc) ?? []) {
    const remark = decidingRemark(row, reason);
    if (remark === undefined) continue;
    const at = remark === null ? 0 : reason.rarcs.indexOf(remark);
    const ahead = best === null ? 1 : remarkRank(row) - remarkRank(best.row) || best.at - at || specificity(row) - specificity(best.row);
    if (ahead > 0) best = { row, remark, at };
  }
  const verdict: Verdict = best?.row ?? defaultVerdict(carc, reason.groupCode);
  const category = verdict.category ?? carc?.category ?? 'other';
  return {
    ...verdict, category,
    rule: best?.row.id ?? 'default',
    from: best?.row.from ?? 'Default of the reason code',
    kind: reason.groupCode === 'PR' ? 'patient-share' : (verdict.kind ?? 'denial'),
    origin: verdict.origin ?? usualOrigin[category],
    avoidable: verdict.avoidable ?? (carc === null ? 'undecided' : carc.preventable ? 'yes' : 'no'),
    decidingRarc: best?.remark ?? null,
  };
}

/** The code table's usual action, made safe for the group: what is not the patient's is never billed to them. */
function defaultVerdict(carc: Carc | null, group: GroupCode | null): Verdict {
  if (carc === null) {
    return { path: 'call-payer', because: 'The code is not on the standard list: ask the payer what it means.', appeal: 'possible', category: 'other', avoidable: 'undecided' };
  }
  if (group === 'PR') {
    return { path: 'bill-patient', because: 'The payer gives the amount to the patient.', appeal: 'possible', alternatives: [{ path: 'call-payer', because: 'If the group code looks wrong for this reason.' }] };
  }
  const bookkeeping = carc.category === 'payment-adjustment' || carc.category === 'contractual' || carc.action === 'none';
  switch (carc.action) {
    case 'correct-and-resubmit':
      return { path: 'correct-and-resubmit', because: 'The claim itself has an error: correct it from the record and send it again.', appeal: 'possible', alternatives: [{ path: 'appeal', because: 'If the claim was right as billed.' }] };
    case 'appeal':
      return { path: 'appeal', because: 'The payer\'s judgment is at issue: appeal with what supports the service.', appeal: 'yes' };
    case 'submit-records':
      return { path: 'send-records', because: 'The payer wants papers: send what it names.', appeal: 'possible', alternatives: [{ path: 'appeal', because: 'If the payer had them.' }] };
    case 'bill-other-payer':
      return { path: 'bill-other-payer', because: 'Another payer is responsible: bill it.', appeal: 'possible' };
    case 'bill-patient':
      return group === null || group === 'OA'
        ? { path: 'call-payer', because: 'The reason usually means the patient\'s part, but the group does not give it to the patient: ask who owes it.', appeal: 'possible', alternatives: [{ path: 'bill-patient', because: 'If the payer confirms that it is the patient\'s.' }] }
        : { path: 'write-off', because: 'The plan does not pay it and the patient may not be billed.', appeal: 'possible', alternatives: [{ path: 'appeal', because: 'If the plan documents cover it.' }] };
    case 'write-off':
      return { ...(bookkeeping ? { kind: 'reduction' as const } : {}), path: 'write-off', because: 'A cut that can be neither billed nor corrected: check it once against the contract, then post it.', appeal: 'possible' };
    case 'none':
      return { kind: 'reduction', path: 'none', because: 'Bookkeeping on the remittance: nothing was refused.', appeal: 'no', appealBecause: 'Nothing was refused, so there is nothing to appeal.' };
    case 'review':
      return { ...(carc.category === 'payment-adjustment' ? { kind: 'reduction' as const } : {}), path: 'call-payer', because: 'The reason leaves open what has to be done: read the contract and ask the payer.', appeal: 'possible' };
  }
}
