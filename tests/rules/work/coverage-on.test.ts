import { expect, test } from 'vitest';
import type { CoverageCheck } from '../../../rules/domain/member-record.ts';
import { coverageOn } from '../../../rules/work/coverage-on.ts';

const check = (more: Partial<CoverageCheck>): CoverageCheck => ({ kind: 'coverage', memberId: 'JHP-881204', patientName: null, plan: null, from: null, to: null, status: 'active', order: 'unclear', otherPayer: null, checkedOn: '2026-05-01', channel: 'phone', reference: null, note: '', byUser: 'user-example-1', atMs: 0, ...more });
const days = { serviceFrom: '2026-03-02', serviceTo: '2026-03-04' };

test.each([
  ['active since before the service, no end', { from: '2026-01-01' }, 'active'],
  ['active, no end, but looked up before the service', { from: '2026-01-01', checkedOn: '2026-02-20' }, 'unclear'],
  ['ended after the service', { from: '2026-01-01', to: '2026-03-31', status: 'inactive' as const }, 'active'],
  ['ended before the service', { from: '2025-01-01', to: '2026-02-28', status: 'inactive' as const }, 'not-active'],
  ['begun after the service', { from: '2026-04-01' }, 'not-active'],
  ['ended between the first and the last day', { from: '2026-01-01', to: '2026-03-03' }, 'unclear'],
  ['active today, no first day given', {}, 'unclear'],
  ['not active, no days given', { status: 'inactive' as const }, 'unclear'],
])('%s', (_what, more, kind) => expect(coverageOn([check(more)], days)?.kind).toBe(kind));

test('the newest check that says something of the days counts; without days of service nothing does', () => {
  const [silent, telling] = [check({ checkedOn: '2026-06-01' }), check({ from: '2026-01-01', checkedOn: '2026-05-01' })];
  expect(coverageOn([silent, telling], days)?.check.checkedOn).toBe('2026-05-01');
  expect(coverageOn([telling], { serviceFrom: null, serviceTo: null })?.kind).toBe('unclear');
  expect(coverageOn([], days)).toBeNull();
});
