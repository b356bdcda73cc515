import type { DenialCategory } from '../codes/vocabulary.ts';

/**
 * Words of a payer's own message that point at a category. Only a suggestion, used where no standard code stands on
 * the page: a person has to confirm it. First match in this order wins, so the narrower words come first.
 */
const hints: readonly (readonly [RegExp, DenialCategory])[] = [
  [/\b(timely|filing limit|past (the )?(filing|submission)|late submission|received after)\b/i, 'timely-filing'],
  [/\bduplicate|already (been )?(processed|paid|submitted)\b/i, 'duplicate'],
  [/\b(prior|pre-?)\s?(auth\w*|cert\w*|approval)|\bauthori[sz]ation|\breferral\b|\bprecert/i, 'prior-authorization'],
  [/\b(other (insurance|payer|coverage|carrier)|primary (payer|insurance|eob|carrier)|coordination of benefits|cob)\b/i, 'coordination-of-benefits'],
  [/\b(medical(ly)? necess\w+|experimental|investigational|not reasonable and necessary)/i, 'medical-necessity'],
  [/\b(not eligible|ineligible|coverage (terminated|ended|not in effect)|no coverage|terminated|not enrolled on)\b/i, 'eligibility'],
  [/\b(member|patient|subscriber|recipient)\b.{0,30}\b(not (found|on file|identified)|mismatch|does not match)/i, 'patient-data'],
  [/\b(out.of.network|non.?participating|not in network)\b/i, 'network'],
  [/\b(credential\w*|not enrolled|provider (is )?not (on file|eligible|certified)|npi)\b/i, 'provider-enrollment'],
  [/\b(bundl\w+|incidental|mutually exclusive|global (period|surgery)|included in)\b/i, 'bundling'],
  [/\b(medical records?|documentation|itemized|additional information|operative report|notes)\b/i, 'documentation'],
  [/\b(modifier|procedure code|diagnosis|cpt|hcpcs|icd|revenue code|units)\b/i, 'coding'],
  [/\b(not (a )?covered|non.?covered|exclu\w+|benefit (maximum|limit))/i, 'non-covered'],
];

/** The category a payer's own wording suggests, or null. Texts are cut at 500 characters: they are hostile input. */
export function categoryFromWords(text: string | null): DenialCategory | null {
  if (text === null) return null;
  const cut = text.slice(0, 500);
  return hints.find(([words]) => words.test(cut))?.[1] ?? null;
}
