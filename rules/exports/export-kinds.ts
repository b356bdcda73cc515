import type { Role } from '../domain/vocabulary.ts';

/** What leaves the store as a file, and who may take it: an auditor the trail and nothing else, all of it only a lead. */
export const EXPORT_KINDS = ['cases', 'posting', 'everything', 'trail'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
export const EXPORT_ROLES: Readonly<Record<ExportKind, readonly Role[]>> = { cases: ['biller', 'lead'], posting: ['biller', 'lead'], everything: ['lead'], trail: ['biller', 'lead', 'auditor'] };

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Why something with names or numbers of people leaves; a closed list, because it stands readable in the audit trail. */
export const EXPORT_REASONS = ['posting', 'payer-request', 'patient-request', 'other-system', 'audit', 'legal-request', 'other'] as const;
export type ExportReason = (typeof EXPORT_REASONS)[number];

/** Columns of a list of cases. Those of the second list name a person or a claim. */
export const PLAIN_COLUMNS = ['payer', 'reason', 'state', 'next-action', 'next-date', 'last-safe-day', 'due-date', 'denied', 'charge', 'paid', 'owner', 'payer-status', 'path', 'last-touched'] as const;
export const IDENTIFYING_COLUMNS = ['patient', 'account', 'claim', 'member', 'service-date', 'provider'] as const;
export type ExportColumn = (typeof PLAIN_COLUMNS)[number] | (typeof IDENTIFYING_COLUMNS)[number];
export const EXPORT_COLUMNS: readonly ExportColumn[] = [...PLAIN_COLUMNS, ...IDENTIFYING_COLUMNS];
/** The fewest that are of use: nothing in them tells of a person. */
export const FIRST_COLUMNS: readonly ExportColumn[] = ['payer', 'reason', 'state', 'next-action', 'next-date', 'denied'];

export function isIdentifying(column: ExportColumn): boolean {
  return (IDENTIFYING_COLUMNS as readonly string[]).includes(column);
}

/** Whether an export names people or claims, so that its reason must be said. */
export function namesPeople(kind: ExportKind, columns: readonly ExportColumn[]): boolean {
  return kind === 'posting' || kind === 'everything' || (kind === 'cases' && columns.some(isIdentifying));
}
