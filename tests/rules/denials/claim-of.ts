import type { LineOfBusiness } from '../../../rules/domain/vocabulary.ts';
import type { DenialInput, DenialLine } from '../../../rules/denials/denial-input.ts';
import type { Adjustment, GroupCode } from '../../../rules/reading/reading.ts';

const groups: readonly string[] = ['CO', 'PR', 'OA', 'PI', 'CR'];

/** `CO-16` or `16`, with an amount, as an adjustment. */
export function adjustment(text: string, cents: number | null): Adjustment {
  const [first = '', second] = text.split('-');
  return second !== undefined && groups.includes(first) ? { groupCode: first as GroupCode, carc: second, cents } : { groupCode: null, carc: text, cents };
}

/** One line of 200.00, nothing paid, with the codes given as `CO-16 N290 MA130`. */
export function lineOf(line: number, codes: string, cents = 200_00, paid = 0): DenialLine {
  const [carc = '', ...rarcs] = codes.split(' ');
  return { line, charge: cents + paid, paid, adjustments: [adjustment(carc, cents)], rarcs };
}

/** A claim of that one line, as a remittance gives it. */
export function claimOf(lineOfBusiness: LineOfBusiness | null, codes: string): DenialInput {
  return { lineOfBusiness, status: null, charge: 200_00, paid: 0, lines: [lineOf(1, codes)] };
}
