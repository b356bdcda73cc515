import { describe, expect, test } from 'vitest';
import { changesFromChecks, correctionAnswer } from '../../../rules/corrections/correction-answer.ts';
import type { Correction } from '../../../rules/domain/correction.ts';
import { blankFacts } from '../../../rules/work/blank-facts.ts';
import type { FilingView } from '../../../rules/work/filing-proof.ts';
import { mismatchList } from '../../../rules/work/mismatch-list.ts';

const step = (state: Correction['steps'][number]['state'], on: string, atMs: number): Correction['steps'][number] => ({ state, on, channel: 'edi', confirmation: 'C-1', noConfirmationReason: null, newClaimNumber: null, paidCents: null, note: '', byUser: 'user-example-1', atMs });
const sent = { kind: 'replacement' as const, originalClaimNumber: 'E2606-1001', steps: [step('sent', '2026-05-01', 1000)] };
const denied = { ...blankFacts(), claimControlNumber: 'E2606-1001', status: 'denied' as const, remittanceOn: '2026-03-20' };
const paid = { ...denied, status: 'paid' as const, paid: 1, remittanceOn: '2026-05-20' };
const look = (source: string, atMs: number) => ({ source, atMs });
const filing = (more: Partial<FilingView>): FilingView => ({ step: 'accepted', on: '2026-05-02', by: null, patientControlNumber: null, claimControlNumber: null, patientName: null, memberId: null, serviceFrom: null, serviceTo: null, charge: null, replaces: null, frequency: null, statusCodes: [], message: null, references: [], diagnoses: [], lines: [], id: 'f', atMs: 0, isSure: true, ...more });

describe('what answers a correction', () => {
  test('a remittance of later date that pays: paid, with the money and the new number', () => {
    expect(correctionAnswer(sent, { ...paid, claimControlNumber: 'E2606-2002', paid: 12_000 }, [look('remittance', 2000)], [])).toEqual({ state: 'paid', on: '2026-05-20', newClaimNumber: 'E2606-2002', paidCents: 12_000, from: 'remittance' });
  });
  test('a part of it paid is paid with that part', () => expect(correctionAnswer(sent, { ...paid, status: 'partially-denied', paid: 500 }, [look('portal', 2000)], [])).toMatchObject({ state: 'paid', paidCents: 500, from: 'portal' }));
  test('a decision of later date against it: denied again', () => expect(correctionAnswer(sent, { ...denied, remittanceOn: '2026-05-20' }, [look('remittance', 2000)], [])).toMatchObject({ state: 'denied' }));
  test('the denial that was corrected, looked at once more, is no answer', () => expect(correctionAnswer(sent, denied, [look('portal', 2000)], [])).toBeNull());
  test('what was seen before it was sent is no answer', () => expect(correctionAnswer(sent, paid, [look('remittance', 500)], [])).toBeNull());
  test('taken in by the payer under a new number: accepted; the old claim’s own acceptance is not it', () => {
    expect(correctionAnswer(sent, denied, [], [filing({ claimControlNumber: 'E2606-2002' })])).toMatchObject({ state: 'accepted', newClaimNumber: 'E2606-2002', from: 'acceptance' });
    expect(correctionAnswer(sent, denied, [], [filing({ claimControlNumber: 'E2606-1001' })])).toBeNull();
    expect(correctionAnswer(sent, denied, [], [filing({ step: 'rejected', replaces: 'E26061001' })])).toMatchObject({ state: 'rejected' });
    expect(correctionAnswer(sent, denied, [], [filing({ claimControlNumber: 'E2606-2002', isSure: false })])).toBeNull();
  });
  test('a void is answered by a reversal alone', () => {
    expect(correctionAnswer({ ...sent, kind: 'void' }, paid, [look('remittance', 2000)], [])).toBeNull();
    expect(correctionAnswer({ ...sent, kind: 'void' }, { ...paid, status: 'reversed' }, [look('remittance', 2000)], [])).toMatchObject({ state: 'voided' });
  });
  test('one that is not sent, or that has ended, waits for nothing', () => {
    expect(correctionAnswer({ ...sent, steps: [] }, paid, [look('remittance', 2000)], [])).toBeNull();
    expect(correctionAnswer({ ...sent, steps: [...sent.steps, step('paid', '2026-05-20', 3000)] }, paid, [look('remittance', 4000)], [])).toBeNull();
  });
});

test('what changed is begun with what differs from the claim as it was sent, and with nothing that only one source shows', () => {
  const checks = mismatchList({ sent: { 'member-id': 'JHP-881240', units: '97110 × 4', name: 'Ada Testperson' }, record: { 'member-id': 'JHP-881204', name: 'TESTPERSON, ADA', plan: 'PPO' }, portal: { units: '97110 × 3' }, remittance: { dates: '2026-03-02' } });
  expect(changesFromChecks(checks)).toEqual([{ field: 'member-id', was: 'JHP-881240', now: 'JHP-881204', why: '' }, { field: 'units', was: '97110 × 4', now: '97110 × 3', why: '' }]);
});
