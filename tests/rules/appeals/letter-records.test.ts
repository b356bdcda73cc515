import { describe, expect, test } from 'vitest';
import { letterFacts } from '../../../rules/appeals/letter-facts.ts';
import type { LetterInput } from '../../../rules/appeals/letter-facts.ts';
import { BLANK_DETAILS } from '../../../rules/calls/work-text.ts';
import type { PracticeDetails } from '../../../rules/calls/work-text.ts';
import type { SealedCase } from '../../../rules/domain/denial-case.ts';
import type { AuthorizationRecord, CoverageCheck } from '../../../rules/domain/member-record.ts';
import { blankFacts } from '../../../rules/work/blank-facts.ts';

const how = { channel: 'portal-page' as const, reference: null, note: '', byUser: 'user-example-1', atMs: 0 };
const approval: AuthorizationRecord = { kind: 'authorization', memberId: 'JHP-881204', patientName: null, number: 'A-7712', codes: ['97110'], units: 12, from: '2026-03-01', to: '2026-06-01', provider: null, place: null, status: 'approved', ...how, evidence: { host: 'portal.example', seenMs: 0, values: [] } };
const coverage: CoverageCheck = { kind: 'coverage', memberId: 'JHP-881204', patientName: null, plan: null, from: '2026-01-01', to: null, status: 'active', order: 'unclear', otherPayer: null, checkedOn: '2026-05-01', ...how, channel: 'phone', reference: 'REF-1' };
const input = (more: Partial<LetterInput>, references: SealedCase['references'] = [], provider: string | null = null): LetterInput => ({
  appeal: { letterDate: '2026-06-01', signer: '', signerTitle: '', request: 'pay-in-full', requestedCents: null, typedFacts: [], payerNumber: null }, level: 'appeal-level-1',
  file: { clocks: [], filings: [], contacts: [], explanation: { summary: '', category: 'other', originStep: 'undecided', avoidable: 'undecided', path: 'appeal', pathReason: '', appealable: true, appealReason: '', isRejection: false, codes: [], steps: [], overridden: null }, sealed: { facts: { ...blankFacts(), provider, memberId: 'JHP-881204', serviceFrom: '2026-03-02', serviceTo: '2026-03-02' }, references, classification: null, overrides: [], submissions: [], resolution: null }, deniedCents: 0, payerName: 'Payer' },
  sources: {}, practiceName: '', address: null, previous: null, ...more,
});

describe('a letter leans on what is kept of the member', () => {
  test('number, dates and services of the approval that fits, with where they were read', () => {
    const facts = letterFacts(input({ records: [approval] }));
    expect(['authorization-number', 'authorization-dates', 'approved-services'].map((field) => facts.get(field as 'authorization-number'))).toEqual([
      { value: 'A-7712', source: 'Authorization read from portal.example' }, { value: '03/01/2026 to 06/01/2026', source: 'Authorization read from portal.example' }, { value: '97110, 12 units', source: 'Authorization read from portal.example' },
    ]);
  });
  test('nothing of an approval that was refused, is of another member, or bears another number than was billed', () => {
    for (const other of [{ ...approval, status: 'denied' as const }, { ...approval, memberId: 'JHP-000000' }]) expect(letterFacts(input({ records: [other] })).has('authorization-dates')).toBe(false);
    const facts = letterFacts(input({ records: [approval] }, [{ label: 'Authorization', value: 'A-9999', atMs: 0 }]));
    expect([facts.get('authorization-number')?.value, facts.has('authorization-dates')]).toEqual(['A-9999', false]);
  });
  test('coverage of the days of service; a check that does not cover them says nothing', () => {
    expect(letterFacts(input({ records: [coverage] })).get('coverage-dates')).toEqual({ value: '01/01/2026 with no end given', source: 'Coverage check kept by hand (phone), reference REF-1' });
    expect(letterFacts(input({ records: [{ ...coverage, from: '2026-04-01' }] })).has('coverage-dates')).toBe(false);
  });
});

describe('the practice’s own details', () => {
  const details: PracticeDetails = { ...BLANK_DETAILS, address: '410 Juniper Street', phone: '3035550100', identities: [{ label: 'Okonjo, Tessa', npi: '1234567893', taxId: '840000000' }] };
  const second = { label: 'Quist, Lena', npi: '1245319599', taxId: '840000001' };
  test('of one billing provider', () => {
    const facts = letterFacts(input({ practice: details }));
    expect((['practice-address', 'practice-phone', 'npi', 'tax-id'] as const).map((field) => facts.get(field)?.value)).toEqual(['410 Juniper Street', '3035550100', '1234567893', '840000000']);
  });
  test('of several the one of the claim’s name; where that is not plain, a blank', () => {
    const practice = { ...details, identities: [...details.identities, second] };
    expect(letterFacts(input({ practice }, [], 'Dr Lena Quist')).get('npi')?.value).toBe('1245319599');
    expect(letterFacts(input({ practice }, [], 'Somebody Else')).has('npi')).toBe(false);
  });
  test('nothing where nothing is kept', () => expect(letterFacts(input({ practice: BLANK_DETAILS })).has('practice-phone')).toBe(false));
});
