import { expect, test } from 'vitest';
import type { AuthorizationRecord } from '../../../rules/domain/member-record.ts';
import type { ClaimFacts } from '../../../rules/domain/denial-case.ts';
import { authorizationFaults, billedAuthorization, matchedApproval } from '../../../rules/work/authorization-match.ts';
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

test('another number on the claim than that of the approval is named; none on the claim is not', () => {
  expect(authorizationFaults(approval, facts, 'A-2')).toEqual([{ what: 'number', approved: 'A-1', billed: 'A-2' }]);
  expect(authorizationFaults(approval, facts, 'a1')).toEqual([]);
  expect(authorizationFaults(approval, facts, null)).toEqual([]);
});

test('of several approvals the one that was billed is matched, else the one that comes closest', () => {
  const other = { ...approval, number: 'A-2', units: 3 };
  expect(matchedApproval([approval, other], facts, 'A-2')).toEqual({ record: other, faults: [{ what: 'units', approved: '3', billed: '4' }] });
  expect(matchedApproval([other, approval], facts, null)).toEqual({ record: approval, faults: [] });
  expect(matchedApproval([], facts, null)).toBeNull();
});

test('the number of an approval is taken from the newest reference that is called so', () => {
  expect(billedAuthorization([{ label: 'Prior Auth #', value: 'A-1' }, { label: 'Authorization', value: 'A-9' }, { label: 'Call', value: '77' }])).toBe('A-9');
  expect(billedAuthorization([{ label: 'Reference', value: '77' }])).toBeNull();
});
