import { expect, test } from 'vitest';
import type { Letter } from '../../../rules/domain/denial-case.ts';
import { lettersInForce } from '../../../rules/deadlines/letter-clocks.ts';

const letter = (kind: Letter['kind'], on: string, more: Partial<Letter> = {}): Letter => ({ kind, on, receivedOn: null, lastDay: null, evidence: '', answeredOn: null, byUser: 'u', atMs: 0, ...more });
const days = (letters: readonly Letter[]) => lettersInForce(letters).map(({ kind, on }) => `${kind} ${on}`);

test('each demand for money that waits counts; a request for records comes again in the place of the one before', () => {
  expect(days([letter('refund-request', '2026-03-02'), letter('refund-request', '2026-02-20'), letter('records-request', '2026-02-01'), letter('records-request', '2026-02-25')]))
    .toEqual(['refund-request 2026-02-20', 'records-request 2026-02-25', 'refund-request 2026-03-02']);
});

test('an answered demand gives way to one that waits; where none waits the newest is shown', () => {
  const answered = { answeredOn: '2026-03-05' };
  expect(days([letter('recoupment-demand', '2026-02-20', answered), letter('recoupment-demand', '2026-03-02')])).toEqual(['recoupment-demand 2026-03-02']);
  expect(days([letter('recoupment-demand', '2026-02-20'), letter('recoupment-demand', '2026-03-02', answered)])).toEqual(['recoupment-demand 2026-02-20', 'recoupment-demand 2026-03-02']);
  expect(days([letter('refund-request', '2026-02-20', answered), letter('refund-request', '2026-03-02', answered)])).toEqual(['refund-request 2026-03-02']);
});

test('a demand recorded twice for one day is one, as typed last', () => {
  const last = letter('refund-request', '2026-03-02', { lastDay: '2026-04-03', atMs: 2 });
  expect(lettersInForce([last, letter('refund-request', '2026-03-02', { lastDay: '2026-04-30', atMs: 1 })])).toEqual([last]);
});
