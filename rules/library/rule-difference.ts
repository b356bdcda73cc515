import type { PayerRule } from '../payers/payer-rule.ts';

/** One field that two versions of an entry have differently; a value that is not there is null. */
export type FieldDifference = { field: string; was: string | null; now: string | null };

/** Fields of a rule that cannot move a date: how it is told, and when it was looked at. */
const WORDS_ONLY: ReadonlySet<string> = new Set(['version', 'notes', 'source', 'asOf', 'actionName', 'equivalent']);

/** What the parts of a value that is several things are called by people; a name that is missing here is a word already. */
const PART_NAMES: Readonly<Record<string, string>> = {
  label: 'for', path: 'keys to press', to: 'goes to', channel: 'by', note: 'remark', url: 'address', lastDayNonBusiness: 'a closed last day moves to', holidayCalendar: 'holidays', authority: 'only by',
  claimType: 'claim type', payerOrder: 'payer order', disputeKind: 'dispute about', filingException: 'late filing because of', reopeningReason: 'reopening for', correctionKind: 'correction', claimKind: 'claim', serviceMonthDay: 'service on',
};
const partName = (name: string): string => (Object.hasOwn(PART_NAMES, name) ? PART_NAMES[name] ?? name : name);

/** A value as one line of text, the same for the same value whatever the order of its keys. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((part) => textOf(part) ?? '').join('; ');
  if (typeof value === 'object') {
    // A window is one thing, however many keys it is kept in.
    if ('value' in value && 'unit' in value) return `${textOf(value.value) ?? ''} ${(textOf(value.unit) ?? '').replaceAll('-', ' ')}`;
    const parts = Object.entries(value).filter(([, part]) => textOf(part) !== null).sort(([left], [right]) => (left < right ? -1 : 1));
    return parts.length === 0 ? null : parts.map(([name, part]) => `${partName(name)}: ${textOf(part) ?? ''}`).join(', ');
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** What two versions of an entry have differently, field by field, in the order in which the fields stand. */
export function fieldDifferences(was: object | null, now: object | null): FieldDifference[] {
  const before = (was ?? {}) as Record<string, unknown>;
  const after = (now ?? {}) as Record<string, unknown>;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [left, right] = [textOf(before[field]), textOf(after[field])];
    return left === right ? [] : [{ field, was: left, now: right }];
  });
}

/** Whether a rule still names the source it named before. A window that changed since then does not stand in that source. */
export function namesSameSource(left: PayerRule, right: PayerRule): boolean {
  return left.source.title === right.source.title && left.source.url === right.source.url && left.source.citation === right.source.citation;
}

/** Whether two versions of a rule give the same dates for every claim: nothing differs but words and the day of the last look. */
export function datesAlike(left: PayerRule, right: PayerRule): boolean {
  return fieldDifferences(left, right).every(({ field }) => WORDS_ONLY.has(field));
}
