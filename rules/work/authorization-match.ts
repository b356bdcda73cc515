import type { AuthorizationRecord, MemberRecord } from '../domain/member-record.ts';
import type { ClaimFacts } from '../domain/denial-case.ts';
import { mismatchList } from './mismatch-list.ts';
import { plainNumber } from './same-claim.ts';

/** Letters and digits alone: `PA-77 12` and `pa7712` are one number, however short. */
const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toUpperCase();

export type AuthorizationFault = { what: 'number' | 'member' | 'code' | 'units' | 'dates' | 'provider' | 'place' | 'status'; approved: string; billed: string };

/**
 * Lays an approval beside what was billed and names each mismatch. Where either side does not show a value nothing is said of it.
 * @param billedNumber the authorization number on the claim, null where no source shows one
 */
export function authorizationFaults(record: AuthorizationRecord, facts: ClaimFacts, billedNumber: string | null = null): AuthorizationFault[] {
  const faults: AuthorizationFault[] = [];
  const add = (what: AuthorizationFault['what'], approved: string, billed: string): number => faults.push({ what, approved, billed });
  if (record.status !== 'approved' && record.status !== 'partly') add('status', record.status, 'billed as approved');
  if (billedNumber !== null && bare(billedNumber) !== bare(record.number)) add('number', record.number, billedNumber);
  const [mine, theirs] = [plainNumber(record.memberId), plainNumber(facts.memberId)];
  if (mine !== null && theirs !== null && mine !== theirs) add('member', record.memberId, facts.memberId ?? '');
  const codes = new Set(record.codes.map((code) => code.toUpperCase()));
  const lines = facts.lines.filter(({ procedure }) => procedure !== null);
  const strangers = lines.filter(({ procedure }) => codes.size > 0 && !codes.has((procedure ?? '').toUpperCase()));
  if (strangers.length > 0) add('code', [...codes].join(', '), strangers.map(({ procedure }) => procedure).join(', '));
  const billed = lines.filter((line) => codes.size === 0 || codes.has((line.procedure ?? '').toUpperCase()));
  if (record.units !== null && billed.length > 0 && billed.every(({ units }) => units !== null)) {
    const units = billed.reduce((sum, line) => sum + (line.units ?? 0), 0);
    if (units > record.units) add('units', String(record.units), String(units));
  }
  const [first, last] = [facts.serviceFrom, facts.serviceTo ?? facts.serviceFrom];
  if (first !== null && last !== null && ((record.from !== null && first < record.from) || (record.to !== null && last > record.to))) add('dates', `${record.from ?? 'open'} to ${record.to ?? 'open'}`, first === last ? first : `${first} to ${last}`);
  const compared = mismatchList({ record: { provider: record.provider, place: record.place }, sent: { provider: facts.provider, place: facts.location ?? null } });
  for (const what of ['provider', 'place'] as const) if (compared.find((row) => row.what === what)?.verdict === 'differs') add(what, record[what] ?? '', (what === 'provider' ? facts.provider : facts.location) ?? '');
  return faults;
}

/** The authorization number a claim carries, from the newest reference that is called so; null where none is. */
export function billedAuthorization(references: readonly { label: string; value: string }[]): string | null {
  return [...references].reverse().find(({ label }) => /auth|pre-?cert|approval/iu.test(label))?.value ?? null;
}

export type MatchedApproval = { record: AuthorizationRecord; faults: AuthorizationFault[] };

/**
 * The approval that comes closest to a claim, with what does not fit; null where none is kept. One with the number that was billed goes
 * first, then one that was given, then the one with the fewest faults; of equals the newest (records come newest first).
 */
export function matchedApproval(records: readonly MemberRecord[], facts: ClaimFacts, billedNumber: string | null): MatchedApproval | null {
  const weight = ({ faults }: MatchedApproval): number => faults.reduce((sum, { what }) => sum + (what === 'number' ? 100 : what === 'status' ? 50 : what === 'dates' || what === 'code' ? 10 : 1), 0);
  return records.flatMap((record): MatchedApproval[] => (record.kind === 'authorization' ? [{ record, faults: authorizationFaults(record, facts, billedNumber) }] : [])).sort((a, b) => weight(a) - weight(b))[0] ?? null;
}

/** Whether a letter may lean on an approval: it was given, to this member, for these days and services, under the number that was billed. */
export function isApprovalOfClaim({ faults }: MatchedApproval): boolean {
  return !faults.some(({ what }) => what === 'status' || what === 'member' || what === 'number' || what === 'dates' || what === 'code');
}
