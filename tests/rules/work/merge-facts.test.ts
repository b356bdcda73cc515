import { expect, test } from 'vitest';
import { blankFacts } from '../../../rules/work/blank-facts.ts';
import { mergeFacts } from '../../../rules/work/merge-facts.ts';

const line = (carc: string) => ({ line: 1, procedure: '97110', modifiers: [], units: 1, charge: 100, allowed: null, paid: 0, status: null, serviceFrom: null, serviceTo: null, adjustments: [{ groupCode: 'CO' as const, carc, cents: 100 }], rarcs: [], payerCodes: [] });
const known = { ...blankFacts(), claimControlNumber: 'A1', charge: 10_000, paid: 0, status: 'denied' as const, remittanceOn: '2026-03-02', adjustments: [{ groupCode: 'CO' as const, carc: '197', cents: 10_000 }], rarcs: ['N706'], lines: [line('197')] };

test('what a look does not show is not taken away', () => {
  const { facts, changes } = mergeFacts(known, { ...blankFacts(), claimControlNumber: 'A1', memberId: 'M7' });
  expect(facts).toEqual({ ...known, memberId: 'M7' });
  expect(changes).toEqual([{ field: 'memberId', was: null, now: 'M7' }]);
});

test('codes and lines change together, so that no mixture of two looks arises', () => {
  const { facts } = mergeFacts(known, { ...blankFacts(), lines: [line('50')] });
  expect(facts.lines[0]?.adjustments[0]?.carc).toBe('50');
  expect(facts.adjustments).toEqual([]);
  expect(facts.rarcs).toEqual([]);
});

test('a remittance without any code clears the old ones, a list row does not', () => {
  const seen = { ...blankFacts(), status: 'paid' as const, paid: 10_000, remittanceOn: '2026-04-02' };
  expect(mergeFacts(known, seen, { complete: true }).facts.adjustments).toEqual([]);
  expect(mergeFacts(known, seen).facts.adjustments).toEqual(known.adjustments);
});

test('a person\'s word stays; the difference names both sides and carries the value', () => {
  const { facts, changes, differences } = mergeFacts(known, { ...blankFacts(), charge: 12_345, paid: 5 }, { edited: ['charge'] });
  expect(facts).toMatchObject({ charge: 10_000, paid: 5 });
  expect(changes.map(({ field }) => field)).toEqual(['paid']);
  expect(differences).toEqual([{ field: 'charge', was: '$100.00', now: '$123.45', value: 12_345 }]);
  expect(mergeFacts(known, { ...blankFacts(), charge: 12_345 }, { edited: ['charge'], confirmed: ['charge'] }).facts.charge).toBe(12_345);
});

test('an older remittance fills gaps only', () => {
  const { facts, older } = mergeFacts(known, { ...blankFacts(), remittanceOn: '2026-01-02', status: 'paid', charge: 1, memberId: 'M7', lines: [line('45')] }, { complete: true });
  expect(older).toBe(true);
  expect(facts).toEqual({ ...known, memberId: 'M7' });
});

test('merging the same look twice changes nothing more', () => {
  const seen = { ...blankFacts(), charge: 11_000, rarcs: ['M15'], paymentNumber: 'E7' };
  const once = mergeFacts(known, seen);
  expect(mergeFacts(once.facts, seen).changes).toEqual([]);
});
