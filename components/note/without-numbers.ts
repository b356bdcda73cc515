import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import { maskedValue } from '../denial/masked-value.ts';

/** A text about a claim with those of its numbers covered that are covered among the claim's values. `covered`: names of facts, and `reference`. */
export function withoutNumbers(text: string, { facts, references }: { facts: ClaimFacts; references: readonly { value: string }[] }, covered: ReadonlySet<string>): string {
  const numbers = [
    ...(['claimControlNumber', 'patientControlNumber', 'memberId', 'paymentNumber'] as const).flatMap((field) => (covered.has(field) ? [facts[field] ?? ''] : [])),
    ...(covered.has('reference') ? references.map(({ value }) => value) : []),
  ];
  return coverAll(text, numbers);
}

/** A text with these numbers covered; those of up to three characters are in many words and stay. */
export function coverAll(text: string, numbers: readonly string[]): string {
  // The longest first: one number may begin with another.
  return numbers.filter((number) => number.length > 3).sort((one, other) => other.length - one.length).reduce((said, number) => said.replaceAll(number, maskedValue(number)), text);
}
