import { expect, test } from 'vitest';
import { shareOut } from '../../../rules/queue/share-out.ts';
import type { ShareCase, Sharer } from '../../../rules/queue/share-out.ts';

const one = (id: string, payerKey: string, category: string, ownerId = 'pool'): ShareCase => ({ id, ownerId, payerKey, category, cents: 10_000, minutes: 20 });
const ana: Sharer = { id: 'ana', skills: ['coding'], payerKeys: ['aetna'], pools: [], minutes: 100 };
const bo: Sharer = { id: 'bo', skills: ['coding', 'timely-filing'], payerKeys: [], pools: ['pool-therapy'], minutes: 0 };

test('by skill a case goes to who can do it and has least to do, and what nobody can do is left', () => {
  const plan = shareOut([one('1', 'aetna', 'coding'), one('2', 'cigna', 'timely-filing'), one('3', 'cigna', 'network')], [ana, bo], 'skill');
  expect(plan).toEqual({ steps: [{ caseId: '1', toId: 'bo', fits: ['skill'] }, { caseId: '2', toId: 'bo', fits: ['skill'] }], left: ['3'] });
});

test('by payer and by pool nothing else counts', () => {
  expect(shareOut([one('1', 'aetna', 'timely-filing'), one('2', 'cigna', 'coding')], [ana, bo], 'payer')).toEqual({ steps: [{ caseId: '1', toId: 'ana', fits: ['payer'] }], left: ['2'] });
  expect(shareOut([one('1', 'aetna', 'coding', 'pool-therapy'), one('2', 'aetna', 'coding')], [ana, bo], 'pool')).toEqual({ steps: [{ caseId: '1', toId: 'bo', fits: ['pool'] }], left: ['2'] });
});

test('the best fit counts all three: two fits beat less work', () => {
  expect(shareOut([one('1', 'aetna', 'coding')], [ana, bo], 'fit').steps).toEqual([{ caseId: '1', toId: 'ana', fits: ['skill', 'payer'] }]);
});

test('by load alone the work evens out, minute by minute', () => {
  const cases = Array.from({ length: 9 }, (_, n) => one(String(n), 'cigna', 'network'));
  const { steps, left } = shareOut(cases, [ana, bo], 'load');
  // bo starts 100 minutes behind: five cases of 20 minutes bring both to the same, then they take turns.
  expect(steps.filter(({ toId }) => toId === 'bo')).toHaveLength(7);
  expect(left).toEqual([]);
});

test('nobody is given what they have already', () => {
  expect(shareOut([one('1', 'aetna', 'coding', 'ana')], [ana], 'load')).toEqual({ steps: [], left: ['1'] });
});
