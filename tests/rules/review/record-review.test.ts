import { expect, test } from 'vitest';
import type { MemberReading } from '../../../rules/reading/member-reading.ts';
import { recordOfTexts, textsOfReading } from '../../../rules/review/record-review.ts';

const found = (value: string, raw = value) => ({ value, raw, label: 'Label', confidence: 'certain' as const });
const coverage: MemberReading = { kind: 'coverage', values: { memberId: found('JHP-881204'), status: found('active', 'Active'), from: found('2026-01-01', '01/01/2026'), asOf: found('2026-04-02', '04/02/2026') } };
const approval: MemberReading = { kind: 'authorization', values: { memberId: found('JHP-881204'), number: found('A-7712'), status: found('approved', 'Approved'), codes: found('97110 97140'), units: found('12') } };

test('what the page says is what is kept, and nothing that it does not say', () => {
  expect(recordOfTexts('coverage', textsOfReading(coverage), '2026-05-01')).toEqual({
    faults: {}, record: { kind: 'coverage', memberId: 'JHP-881204', patientName: null, plan: null, from: '2026-01-01', to: null, status: 'active', order: 'unclear', otherPayer: null, checkedOn: '2026-05-01', channel: 'portal-page', reference: null, note: 'Asked for 04/02/2026' },
  });
  expect(recordOfTexts('authorization', textsOfReading(approval), '2026-05-01').record).toMatchObject({ number: 'A-7712', status: 'approved', codes: ['97110', '97140'], units: 12, from: null, to: null, note: '' });
});

test.each([
  ['memberId', { memberId: ' ' }], ['number', { number: '' }], ['status', { status: '' }], ['units', { units: 'twelve' }], ['to', { from: '04/02/2026', to: '04/01/2026' }], ['from', { from: '02/30/2026' }],
])('%s has to be mended before an approval is kept', (field, typed) => {
  const { record, faults } = recordOfTexts('authorization', { ...textsOfReading(approval), ...typed }, '2026-05-01');
  expect(record).toBeNull();
  expect(Object.keys(faults)).toEqual([field]);
});
