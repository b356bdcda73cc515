import { z } from 'zod';
import { authorizationRecord, coverageCheck } from '../domain/member-record.ts';
import type { AuthorizationRecord, CoverageCheck } from '../domain/member-record.ts';
import { MEMBER_FIELDS } from '../reading/member-reading.ts';
import type { MemberField, MemberReading } from '../reading/member-reading.ts';
import { shownDate, typedDate } from './typed-date.ts';

/** What stands in the fields of the card, as a person reads and types it. */
export type RecordTexts = Partial<Record<MemberField, string>>;
export type KeptRecordReview = { payerKey: string | null; texts: RecordTexts };
export type NewMemberRecord = Omit<CoverageCheck, 'byUser' | 'atMs' | 'evidence'> | Omit<AuthorizationRecord, 'byUser' | 'atMs' | 'evidence'>;

export const keptRecordReview = z.object({ payerKey: z.string().max(300).nullable(), texts: z.partialRecord(z.enum(MEMBER_FIELDS), z.string().max(300)) });

/** The fields of each kind of record, in the order in which a biller checks them. */
export const RECORD_FIELDS: Readonly<Record<MemberReading['kind'], readonly MemberField[]>> = {
  coverage: ['memberId', 'patientName', 'status', 'from', 'to', 'plan', 'order', 'otherPayer', 'asOf', 'reference'],
  authorization: ['memberId', 'patientName', 'number', 'status', 'from', 'to', 'codes', 'units', 'provider', 'place'],
};
const DATES: ReadonlySet<MemberField> = new Set(['from', 'to', 'asOf']);

/** What the page says as the card's first texts. */
export function textsOfReading({ kind, values }: MemberReading): RecordTexts {
  return Object.fromEntries(RECORD_FIELDS[kind].flatMap((field) => { const found = values[field]; return found === undefined ? [] : [[field, DATES.has(field) ? shownDate(found.value) : found.value]]; }));
}

/**
 * The record that the texts of the card come to, or the fields that have to be mended first. A coverage whose status nobody gave is
 * kept as not clear; an approval without an answer cannot be kept, since nothing could be matched against it.
 * @param today ISO date on which the page was looked at
 */
export function recordOfTexts(kind: MemberReading['kind'], texts: RecordTexts, today: string): { record: NewMemberRecord | null; faults: Partial<Record<MemberField, string>> } {
  const faults: Partial<Record<MemberField, string>> = {};
  const text = (field: MemberField): string | null => { const shown = texts[field]?.trim() ?? ''; return shown === '' ? null : shown; };
  const date = (field: MemberField): string | null => {
    const shown = text(field);
    const iso = shown === null ? null : typedDate(shown);
    if (shown !== null && iso === null) faults[field] = 'There is no such day.';
    return iso;
  };
  const [from, to, asOf] = [date('from'), date('to'), kind === 'coverage' ? date('asOf') : null];
  if (from !== null && to !== null && to < from) faults.to = 'Ends before it begins.';
  const memberId = text('memberId');
  if (memberId === null) faults.memberId = 'Give the member ID: by it the record is found again.';
  const how = { channel: 'portal-page' as const, note: asOf === null ? '' : `Asked for ${shownDate(asOf)}` };
  if (kind === 'coverage') {
    const made = coverageCheck.omit({ byUser: true, atMs: true, evidence: true }).safeParse({
      kind, memberId, patientName: text('patientName'), plan: text('plan'), from, to, status: text('status') ?? 'unclear', order: text('order') ?? 'unclear', otherPayer: text('otherPayer'), checkedOn: today, reference: text('reference'), ...how,
    });
    return { record: made.success && Object.keys(faults).length === 0 ? made.data : null, faults };
  }
  const units = text('units');
  const count = units === null ? null : Number(units);
  if (count !== null && (!Number.isFinite(count) || count < 0)) faults.units = 'Write a number.';
  if (text('number') === null) faults.number = 'Give the authorization number.';
  if (text('status') === null) faults.status = "Choose the payer's answer.";
  const codes = (text('codes') ?? '').toUpperCase().split(/[^A-Z0-9]+/u).filter((code) => code !== '');
  const made = authorizationRecord.omit({ byUser: true, atMs: true, evidence: true }).safeParse({
    kind, memberId, patientName: text('patientName'), number: text('number'), codes, units: count, from, to, provider: text('provider'), place: text('place'), status: text('status'), reference: null, ...how,
  });
  return { record: made.success && Object.keys(faults).length === 0 ? made.data : null, faults };
}
