import type { CaseAdjustment, ClaimFacts } from '../domain/denial-case.ts';

const MONEY: ReadonlySet<string> = new Set(['charge', 'allowed', 'paid', 'patientResponsibility']);

/** `$1,234.50` of integer cents. */
export function moneyText(cents: number): string {
  const size = Math.abs(cents);
  const dollars = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/gu, ',');
  return `${cents < 0 ? '-' : ''}$${dollars}.${String(size % 100).padStart(2, '0')}`;
}

/** `CO-197` of an adjustment; the bare reason where no group was shown. */
export function adjustmentText({ groupCode, carc }: Pick<CaseAdjustment, 'groupCode' | 'carc'>): string {
  return groupCode === null ? carc : `${groupCode}-${carc}`;
}

/** The value of a fact as a person reads it in a list of changes; null where there is none. At most 300 characters. */
export function factText(field: keyof ClaimFacts, facts: ClaimFacts): string | null {
  const value = facts[field];
  if (value === null || value === undefined) return null;
  const text = plainText(field, value, facts);
  return text === '' ? null : text.slice(0, 300);
}

function plainText(field: keyof ClaimFacts, value: NonNullable<ClaimFacts[keyof ClaimFacts]>, facts: ClaimFacts): string {
  if (typeof value === 'number') return MONEY.has(field) ? moneyText(value) : String(value);
  if (typeof value === 'string') return value;
  switch (field) {
    case 'adjustments': return facts.adjustments.map((one) => (one.cents === null ? adjustmentText(one) : `${adjustmentText(one)} ${moneyText(one.cents)}`)).join(', ');
    case 'rarcs': return facts.rarcs.join(', ');
    case 'payerCodes': return facts.payerCodes.map(({ code }) => code).join(', ');
    case 'statusCodes': return facts.statusCodes.map(({ category, status }) => (status === null ? category : `${category}:${status}`)).join(', ');
    case 'lines': return facts.lines.map((line) => [line.procedure ?? `line ${line.line}`, line.paid === null ? '' : `paid ${moneyText(line.paid)}`, line.adjustments.map(adjustmentText).join(' '), line.rarcs.join(' ')].filter((part) => part !== '').join(' ')).join('; ');
    default: return '';
  }
}
