/** Everything a letter can name. A closed list: a template cannot ask for what nobody could prove. */
export const LETTER_FIELDS = [
  'letter-date', 'practice-name', 'practice-address', 'practice-phone', 'npi', 'tax-id', 'signer', 'signer-title', 'payer-name', 'payer-address', 'level', 'payer-appeal-number',
  'patient-name', 'birth-date', 'member-id', 'claim-number', 'account-number', 'service-dates', 'provider', 'procedures', 'diagnoses', 'charge', 'paid', 'denied-amount', 'requested-amount',
  'request', 'denial-codes', 'denial-reason', 'denial-date', 'payment-number', 'due-date', 'due-rule', 'received-date', 'authorization-number', 'authorization-dates', 'approved-services',
  'first-filed', 'filing-accepted', 'filing-reference', 'previous-level', 'previous-decision', 'call-reference', 'policy-cited', 'chart-evidence', 'medical-reason', 'coverage-dates', 'other-payer', 'other-payer-paid',
  'modifier-reason', 'contract-term', 'late-reason', 'taken-back-date',
] as const;
export type LetterField = (typeof LETTER_FIELDS)[number];

/** What a person types because no page or file shows it; each with where it comes from. */
export const TYPED_FIELDS: readonly LetterField[] = [
  'practice-address', 'practice-phone', 'npi', 'tax-id', 'payer-address', 'birth-date', 'provider', 'procedures', 'diagnoses', 'authorization-number', 'authorization-dates', 'approved-services', 'first-filed', 'filing-accepted',
  'filing-reference', 'policy-cited', 'chart-evidence', 'medical-reason', 'coverage-dates', 'other-payer', 'other-payer-paid', 'modifier-reason', 'contract-term', 'late-reason', 'taken-back-date', 'previous-decision', 'payment-number', 'received-date', 'account-number',
];

export function isLetterField(name: string): name is LetterField {
  return (LETTER_FIELDS as readonly string[]).includes(name);
}
/** Whether a person may type it for one letter. What tells the claim apart comes from the case alone: wrong there, it is mended there. */
export function isTypedField(name: string): name is LetterField {
  return (TYPED_FIELDS as readonly string[]).includes(name);
}

/** A fact of a letter and where it comes from, in words: the file, the page, the person. */
export type LetterFact = { value: string; source: string };
export type LetterFacts = ReadonlyMap<LetterField, LetterFact>;
