const NUMBER_FIELDS: Readonly<Record<string, string>> = {
  patientBirthDate: 'birthDate', references: 'reference', alsoNumbers: 'reference', 'correction originalClaimNumber': 'claimControlNumber', 'correction requestReference': 'reference', 'appeal payerNumber': 'reference',
};

/** Fields of several parts, one of which may be a member's number or a birth date: covered as a whole. */
export const MANY_PARTS: ReadonlySet<string> = new Set(['correction changes', 'appeal typedFacts']);

/** The fact that a changed field holds, by the field's name in the history; its own name where it is one itself, or none. */
export const factOfField = (field: string): string => (MANY_PARTS.has(field) ? 'memberId' : NUMBER_FIELDS[field] ?? field);
