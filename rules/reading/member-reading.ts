import type { Found } from './reading.ts';

/** What a page of eligibility or of an authorization may say of a member, in the order in which it is shown for checking. */
export const MEMBER_FIELDS = ['memberId', 'patientName', 'payer', 'number', 'status', 'from', 'to', 'codes', 'units', 'plan', 'order', 'otherPayer', 'provider', 'place', 'asOf', 'reference'] as const;
export type MemberField = (typeof MEMBER_FIELDS)[number];

/**
 * A coverage check or an authorization as a portal page shows it: never a claim, and kept only by a person's gesture. Dates are
 * `YYYY-MM-DD`, `status` and `order` words of the kept record, `codes` parted by blanks, `units` a number as text. What the page
 * does not say in a way that is sure is not in it.
 */
export type MemberReading = { kind: 'coverage' | 'authorization'; values: Partial<Record<MemberField, Found<string>>> };
