import { expect, test } from 'vitest';
import type { AuthorizationRecord } from '../../../rules/domain/member-record.ts';
import type { ClaimFacts } from '../../../rules/domain/denial-case.ts';
import { authorizationFaults } from '../../../rules/work/authorization-match.ts';
import { blankFacts } from '../../../rules/work/blank-facts.ts';

const line = (procedure: string, units: number) => ({ line: 1, procedure, modifiers: [], units, charge: null, allowed: null, paid: null, status: null, serviceFrom: null, serviceTo: null, adjustments: [], rarcs: [], payerCodes: [] });
const facts: ClaimFacts = { ...blankFacts(), memberId: 'JHP-881204', provider: 'SORREL, AMIT', location: 'North clinic', serviceFrom: '2026-09-02', serviceTo: '2026-09-02', lines: [line('97110', 4)] };
const approval: AuthorizationRecord = { kind: 'authorization', memberId: 'JHP881204', patientName: null, number: 'A-1', codes: ['97110'], units: 12, from: '2026-09-01', to: '2026-12-30', provider: 'Dr Amit Sorrel', place: 'north clinic', status: 'approved', channel: 'phone', reference: null, note: '', byUser: 'user-example-1', atMs: 0 };

test('an approval of exactly what was billed has no fault', () => expect(authorizationFaults(approval, facts)).toEqual([]));

test.each([
  ['member', { memberId: 'JHP881240' }], ['code', { codes: ['97112'] }], ['units', { units: 3 }], ['dates', { to: '2026-09-01' }], ['provider', { provider: 'Lena Quist' }], ['place', { place: 'South clinic' }], ['status', { status: 'pending' as const }],
])('a mismatch of %s is named, and nothing else', (what, change) => {
  expect(authorizationFaults({ ...approval, ...change }, facts).map((fault) => fault.what)).toEqual([what]);
});

test('what the approval does not say is not held against the claim', () => {
  expect(authorizationFaults({ ...approval, codes: [], units: null, from: null, to: null, provider: null, place: null }, facts)).toEqual([]);
});
