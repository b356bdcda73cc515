import { normalizeCarc, normalizeRarc } from '../codes/membership.ts';
import type { GroupCode } from '../reading/reading.ts';
import { decide } from './decide.ts';
import type { Decision } from './decide.ts';
import type { DenialInput } from './denial-input.ts';
import { GATES } from './vocabulary.ts';

/** One reason of the claim: the same group, code and remarks on all its lines, with the money they hold. */
export type Reason = {
  groupCode: GroupCode | null;
  carc: string;
  rarcs: readonly string[];
  /** Lines it stands on; empty = claim level. */
  lines: number[];
  /** Sum in cents; null when any of its amounts is not shown. */
  cents: number | null;
  /** MA130 beside it: the payer returned this part as unprocessable. */
  unprocessable: boolean;
  decision: Decision;
};

const unique = (codes: readonly string[]) => [...new Set(codes)];
/** Remark codes as the tables write them; texts that are none are the payer's own and say nothing here. */
const remarksOf = (texts: readonly string[] | undefined) => unique((texts ?? []).flatMap((text) => normalizeRarc(text) ?? []));

/**
 * All reasons of a claim, claim level and lines, with the verdict on each. Negative amounts (corrections upwards) are
 * left out: they take nothing. A line's own remarks are read before the claim's.
 */
export function reasonsOf(input: DenialInput): Reason[] {
  const claimRemarks = remarksOf(input.rarcs);
  const lineOfBusiness = input.lineOfBusiness ?? null;
  const found = new Map<string, Reason>();
  const add = (line: number | null, adjustments: DenialInput['adjustments'], own: readonly string[]) => {
    for (const { groupCode, carc: text, cents } of adjustments ?? []) {
      if (cents !== null && cents < 0) continue;
      const carc = normalizeCarc(text) ?? text.trim().toUpperCase();
      const rarcs = unique([...own, ...claimRemarks]);
      const key = JSON.stringify([groupCode, carc, rarcs]);
      const known = found.get(key);
      if (known === undefined) {
        const decision = decide({ groupCode, carc, rarcs, lineOfBusiness });
        found.set(key, { groupCode, carc, rarcs, lines: line === null ? [] : [line], cents, unprocessable: rarcs.includes('MA130'), decision });
      } else {
        known.cents = known.cents === null || cents === null ? null : known.cents + cents;
        if (line !== null && !known.lines.includes(line)) known.lines.push(line);
      }
    }
  };
  add(null, input.adjustments, []);
  for (const line of input.lines ?? []) add(line.line, line.adjustments, remarksOf(line.rarcs));
  return [...found.values()];
}

/** A reason that names an amount of zero takes nothing; it only speaks when no other reason does. */
const weight = (reason: Reason) => (reason.cents === 0 ? 0 : 1);
const gate = (reason: Reason) => GATES.indexOf(reason.decision.category);

/** The stated rule by which one reason leads. */
export const TIE_BREAK =
  'The reason that holds most money leads; at equal money the one that stops a claim earlier in the payer\'s own order (patient, coverage, other payer, time, provider, authorization, claim, coding, records, need, benefit); then the first on the remittance.';

/** Reasons with the leading one first, by `TIE_BREAK`. A reason whose amount is not shown counts after known amounts of equal rank only by its gate. */
export function byLead(reasons: readonly Reason[]): Reason[] {
  const amountsKnown = reasons.every((reason) => reason.cents !== null);
  return reasons
    .map((reason, at) => ({ reason, at }))
    .sort((a, b) => weight(b.reason) - weight(a.reason)
      || (amountsKnown ? (b.reason.cents ?? 0) - (a.reason.cents ?? 0) : 0)
      || gate(a.reason) - gate(b.reason)
      || a.at - b.at)
    .map(({ reason }) => reason);
}
