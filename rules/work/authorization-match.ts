import type { AuthorizationRecord } from '../domain/member-record.ts';
import type { ClaimFacts } from '../domain/denial-case.ts';
import { mismatchList } from './mismatch-list.ts';
import { plainNumber } from './same-claim.ts';

export type AuthorizationFault = { what: 'member' | 'code' | 'units' | 'dates' | 'provider' | 'place' | 'status'; approved: string; billed: string };

/** Lays an approval beside what was billed and names each mismatch. Where either side does not show a value nothing is said of it. */
export function authorizationFaults(record: AuthorizationRecord, facts: ClaimFacts): AuthorizationFault[] {
  const faults: AuthorizationFault[] = [];
  const add = (what: AuthorizationFault['what'], approved: string, billed: string): number => faults.push({ what, approved, billed });
  if (record.status !== 'approved' && record.status !== 'partly') add('status', record.status, 'billed as approved');
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
