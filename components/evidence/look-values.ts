import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { EvidenceContent } from '../../rules/evidence/evidence-entry.ts';
import { factText } from '../../rules/work/fact-text.ts';
import { maskedValue } from '../denial/masked-value.ts';
import { claimStatusWords } from '../words/case-words.ts';
import { usDates } from '../words/day-words.ts';
import { factWords } from '../words/fact-words.ts';

/** Facts that name a person or are a number of one: covered until somebody asks for them with a reason. */
const IDENTIFIERS: ReadonlySet<string> = new Set(['patientName', 'memberId', 'patientControlNumber', 'claimControlNumber']);
const ORDER: readonly (keyof ClaimFacts)[] = [
  'payerName', 'claimControlNumber', 'patientControlNumber', 'patientName', 'memberId', 'provider', 'serviceFrom', 'serviceTo', 'receivedOn', 'finalizedOn', 'remittanceOn', 'paymentOn', 'status', 'charge', 'allowed',
  'paid', 'patientResponsibility', 'paymentNumber', 'statusCodes', 'adjustments', 'rarcs', 'payerCodes',
];

export const isIdentifier = (field: string) => IDENTIFIERS.has(field);

/** A covered identifier: the end of a number, the initials of a name. */
function covered(field: string, text: string): string {
  return field === 'patientName' ? text.split(/\s+/u).filter((word) => word !== '').map((word) => `${Array.from(word)[0] ?? ''}••`).join(' ') : maskedValue(text);
}

/** A text of a field as it may be shown. */
export function shownText(field: string, text: string, isCovered: boolean): string {
  if (isCovered && isIdentifier(field)) return covered(field, text);
  return field === 'status' ? claimStatusWords(text) : usDates(text);
}

/** One value of a look: what was kept, what stood on the page and beside which label, and whether a person typed it. */
export type LookValue = { field: string; name: string; value: string; raw: string | null; label: string | null; isTyped: boolean; isDerived: boolean };

/** The values of a look in a fixed order, covered where asked. Facts without a value are left out; service lines are apart. */
export function lookValues(content: EvidenceContent, isCovered: boolean): LookValue[] {
  return ORDER.flatMap((field): LookValue[] => {
    const text = factText(field, content.facts);
    if (text === null) return [];
    const seen = foundOf(content.reading, field);
    return [{
      field, name: factWords(field), value: shownText(field, text, isCovered), raw: seen === null ? null : isCovered && isIdentifier(field) ? covered(field, seen.raw) : seen.raw, label: seen?.label ?? null,
      isTyped: content.edited.includes(field), isDerived: seen?.derived === true,
    }];
  });
}

function foundOf(reading: EvidenceContent['reading'], field: string): { raw: string; label: string | null; derived?: true | undefined } | null {
  const value: unknown = reading === null ? null : (reading as Readonly<Record<string, unknown>>)[field];
  if (typeof value !== 'object' || value === null || !('raw' in value)) return null;
  return value as { raw: string; label: string | null; derived?: true };
}
