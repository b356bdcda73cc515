import type { CaseAdjustment, ClaimFacts } from '../domain/denial-case.ts';

/**
 * One thing to post for a claim: the payer's payment, an adjustment with its group and reason, or what the patient owes.
 * `at`: the claim as a whole, or the number of its service line.
 */
export type PostingLine = { what: 'payment' | 'adjustment' | 'patient-share'; at: 'claim' | number; code: string | null; cents: number };

/** `difference`: charge less payment, adjustments and patient share; 0 where all of it is explained, null where the charge or the payment is not known. */
export type Posting = { lines: PostingLine[]; paidCents: number | null; adjustedCents: number; patientCents: number; difference: number | null };

/** What the newest word on a claim gives to post. Amounts that are not known make no line; nothing is worked out that the payer did not say. */
export function postingOf(facts: ClaimFacts): Posting {
  const lines: PostingLine[] = [];
  const add = (adjustments: readonly CaseAdjustment[], at: PostingLine['at']): void => {
    for (const { groupCode, carc, cents } of adjustments) {
      if (cents === null || cents === 0) continue;
      lines.push({ what: groupCode === 'PR' ? 'patient-share' : 'adjustment', at, code: groupCode === null ? carc : `${groupCode}-${carc}`, cents });
    }
  };
  const linePaid = facts.lines.every((line) => line.paid !== null) && facts.lines.length > 0 ? facts.lines.reduce((sum, line) => sum + (line.paid ?? 0), 0) : null;
  // By line where the lines say it and add up to the claim; otherwise as one.
  if (linePaid !== null && linePaid === facts.paid) for (const line of facts.lines) {
    if (line.paid !== null && line.paid !== 0) lines.push({ what: 'payment', at: line.line, code: null, cents: line.paid });
  } else if (facts.paid !== null && facts.paid !== 0) lines.push({ what: 'payment', at: 'claim', code: null, cents: facts.paid });
  add(facts.adjustments, 'claim');
  for (const line of facts.lines) add(line.adjustments, line.line);
  const sum = (what: PostingLine['what']) => lines.filter((line) => line.what === what).reduce((total, line) => total + line.cents, 0);
  // A share the payer states without a code of its own is still the patient's.
  const stated = facts.patientResponsibility;
  if (stated !== null && stated !== 0 && sum('patient-share') === 0) lines.push({ what: 'patient-share', at: 'claim', code: null, cents: stated });
  const [adjustedCents, patientCents] = [sum('adjustment'), sum('patient-share')];
  return { lines, paidCents: facts.paid, adjustedCents, patientCents, difference: facts.charge === null || facts.paid === null ? null : facts.charge - facts.paid - adjustedCents - patientCents };
}
