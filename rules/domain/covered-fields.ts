/**
 * Which facts of a claim are covered in the case view until somebody shows them with a reason. The member's number and the birth date open doors
 * elsewhere and are seldom needed by eye; numbers of the claim are what a biller compares all day, so a lead (or the organization) decides about those.
 */
export const COVERED_FACTS: Readonly<Record<'member' | 'numbers', ReadonlySet<string>>> = {
  member: new Set(['memberId', 'birthDate']),
  /** `reference`: numbers a page or a file gave the claim, and those that prove its filing. */
  numbers: new Set(['memberId', 'birthDate', 'claimControlNumber', 'patientControlNumber', 'paymentNumber', 'reference']),
};
