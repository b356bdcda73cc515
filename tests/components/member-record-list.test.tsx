import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MemberRecordList } from '../../components/work/MemberRecordList.tsx';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import type { AuthorizationRecord } from '../../rules/domain/member-record.ts';
import { blankFacts } from '../../rules/work/blank-facts.ts';

const facts = { ...blankFacts(), memberId: 'JHP881204', serviceFrom: '2026-09-02', serviceTo: '2026-09-02' };
const approval: AuthorizationRecord = { kind: 'authorization', memberId: 'JHP881204', patientName: null, number: 'A-1', codes: [], units: null, from: '2026-09-01', to: '2026-09-20', provider: null, place: null, status: 'approved', channel: 'phone', reference: null, note: '', byUser: 'user-example-1', atMs: 0 };
const shown = (record: AuthorizationRecord, today: string): string => renderToStaticMarkup(<MemberRecordList covered={new Set()} records={[{ id: 'one', record, atMs: 0 }]} facts={facts} today={isoToDayNumber(today)} />);

test('an approval that ends within two weeks says in how many days, and not before', () => {
  expect(shown(approval, '2026-09-10')).toContain('Ends in 10 days.');
  expect(shown(approval, '2026-09-01')).not.toContain('Ends in');
});

test('one that had ended before the service is held against the claim', () => {
  expect(shown({ ...approval, from: '2026-07-01', to: '2026-08-31' }, '2026-09-10')).toMatch(/approved 07\/01\/2026 to 08\/31\/2026, billed 09\/02\/2026/u);
});
