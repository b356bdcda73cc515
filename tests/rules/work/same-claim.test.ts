import { expect, test } from 'vitest';
import { blankFacts } from '../../../rules/work/blank-facts.ts';
import { plainNumber, sameClaim } from '../../../rules/work/same-claim.ts';
import type { ClaimIdentity } from '../../../rules/work/same-claim.ts';

const base: ClaimIdentity['facts'] = { ...blankFacts(), claimControlNumber: 'E2606-12345', patientControlNumber: 'ACC 77120', patientName: 'Thistlewood, Marguerite', memberId: 'W998877665', serviceFrom: '2026-02-03', charge: 45_000 };
const claim = (facts: Partial<ClaimIdentity['facts']> = {}, more: Partial<ClaimIdentity> = {}): ClaimIdentity => ({ payer: 'aetna', library: 'Aetna', facts: { ...base, ...facts }, ...more });

test.each<[string, ClaimIdentity, ClaimIdentity, string]>([
  ['the same number in another spelling', claim(), claim({ claimControlNumber: 'e260612345', patientName: 'MARGUERITE THISTLEWOOD' }), 'same'],
  ['the number alone, as on a list', claim(), claim({ patientControlNumber: null, charge: null, memberId: null }), 'same'],
  ['the number, another person', claim(), claim({ patientName: 'Oakes, Benno', memberId: 'Z1' }), 'doubtful'],
  ['the number at another payer', claim(), claim({ patientControlNumber: null }, { payer: 'cigna', library: 'Cigna Healthcare' }), 'doubtful'],
  ['the number, account, day and charge under another spelling of the payer', claim(), claim({}, { payer: 'aetna-life', library: null }), 'same'],
  ['two keys of one library payer', claim(), claim({}, { payer: 'aetna-2' }), 'same'],
  ['no number: account, day and charge', claim({ claimControlNumber: null }), claim(), 'same'],
  ['no number: account and day, no charge', claim({ claimControlNumber: null }), claim({ charge: null }), 'doubtful'],
  ['no number: same account, another day', claim({ claimControlNumber: null }), claim({ serviceFrom: '2026-02-10' }), 'different'],
  ['no number: same account, another person', claim({ claimControlNumber: null }), claim({ patientName: 'Oakes, Benno', memberId: null }), 'different'],
  ['two numbers, one account and day', claim(), claim({ claimControlNumber: 'E26069999' }), 'doubtful'],
  ['two numbers, one named as replaced', claim(), claim({ claimControlNumber: 'E26069999' }, { replaces: ['E260612345'] }), 'same'],
  ['the secondary payer of the same visit', claim(), claim({ claimControlNumber: 'C1' }, { payer: 'cigna', library: 'Cigna Healthcare' }), 'different'],
  ['nothing but a name in common', claim(), claim({ claimControlNumber: 'X1234', patientControlNumber: 'Y1234' }), 'different'],
  ['masked member and name say nothing', claim(), claim({ patientName: 'T*** M***', memberId: '*****7665' }), 'same'],
  ['no number on either side: person, day and charge', claim({ claimControlNumber: null, patientControlNumber: null }), claim(), 'same'],
  ['no number on one side: no charge', claim({ claimControlNumber: null, patientControlNumber: null, charge: null }), claim(), 'doubtful'],
  ['no number on one side: a sibling', claim({ claimControlNumber: null, patientControlNumber: null, memberId: null, patientName: 'Thistlewood, Benno' }), claim(), 'different'],
  ['no number on one side: another day', claim({ claimControlNumber: null, patientControlNumber: null, serviceFrom: '2026-02-04' }), claim(), 'different'],
  ['no number on one side, another payer', claim({ claimControlNumber: null, patientControlNumber: null }), claim({}, { payer: 'cigna', library: 'Cigna Healthcare' }), 'different'],
  ['no payer named: account, day, charge and person', claim({ claimControlNumber: null }, { payer: '', library: null }), claim(), 'same'],
  ['no payer named: account alone', claim({ claimControlNumber: null, charge: null }, { payer: '', library: null }), claim(), 'doubtful'],
])('%s', (_name, one, other, verdict) => {
  expect(sameClaim(one, other).verdict).toBe(verdict);
  expect(sameClaim(other, one).verdict).toBe(verdict);
});

test('a number that tells nothing is none', () => {
  for (const value of [null, '', '--', '0', '0000', '12', '***4521', 'XXXXX4521', '••••7665']) expect(plainNumber(value), String(value)).toBeNull();
  expect(plainNumber(' 20-26/03 ')).toBe('202603');
});
