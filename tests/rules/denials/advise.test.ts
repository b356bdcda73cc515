import { describe, expect, test } from 'vitest';
import type { GradedProof } from '../../../rules/appeals/filing-proofs.ts';
import { advise } from '../../../rules/denials/advise.ts';
import { correctionWindow } from '../../../rules/denials/correction-window.ts';
import type { AdviceInput } from '../../../rules/denials/advise.ts';
import type { AuthorizationRecord, CoverageCheck } from '../../../rules/domain/member-record.ts';
import type { RootCause } from '../../../rules/domain/root-cause.ts';
import { blankFacts } from '../../../rules/work/blank-facts.ts';
import type { ClockView } from '../../../rules/work/case-file.ts';

/** Every expected path was worked out by hand from the case as it is described. */
const clock = (action: string, daysLeft: number, more: Partial<ClockView> = {}): ClockView => ({
  action, name: action, kind: 'dated', raw: '2026-06-01', due: '2026-06-01', safe: '2026-06-01', daysLeft, rule: `rule-${action}`, version: 1, confidence: 'high', source: { title: 'Provider manual', url: '' }, steps: [], warnings: [], needs: [], why: null, conflict: [], overriddenBy: null, letterOn: null, ...more,
});
const line = { line: 1, procedure: '97110', modifiers: [], units: 4, charge: null, allowed: null, paid: null, status: null, serviceFrom: null, serviceTo: null, adjustments: [], rarcs: [], payerCodes: [] };
const facts = { ...blankFacts(), memberId: 'JHP-881204', serviceFrom: '2026-03-02', serviceTo: '2026-03-02', lines: [line] };
const how = { channel: 'portal-page' as const, reference: null, note: '', byUser: 'user-example-1', atMs: 0 };
const approval: AuthorizationRecord = { kind: 'authorization', memberId: 'JHP-881204', patientName: null, number: 'A-7712', codes: ['97110'], units: 12, from: '2026-03-01', to: '2026-06-01', provider: null, place: null, status: 'approved', ...how };
const coverage: CoverageCheck = { kind: 'coverage', memberId: 'JHP-881204', patientName: null, plan: null, from: '2026-01-01', to: null, status: 'active', order: 'unclear', otherPayer: null, checkedOn: '2026-05-01', ...how };
const proof = (grade: GradedProof['grade']): GradedProof => ({ id: 'p', kind: 'payer-acceptance-277ca', on: '2026-03-05', reference: '', grade, why: '', isLate: false, from: 'file', documentId: null });
const cause = (category: RootCause['category'], subReason: string): RootCause => ({ category, subReason, origin: 'billing', avoidable: 'yes', ruleAvoidable: 'yes', overrideReason: null, answers: [], note: '', byUser: 'user-example-1', atMs: 0 });
const asked = (category: string, path: string, more: Partial<AdviceInput> = {}): AdviceInput => ({
  explanation: { path, pathReason: 'The codes say so.', category, isRejection: false, appealable: true, appealReason: 'The payer judged the service.', overridden: null, alternatives: [] }, clocks: [], facts, rootCause: null, records: [], billedNumber: null, proofs: [], chance: { own: { won: 0, lost: 0 }, category: { won: 0, lost: 0 } }, ...more,
});

test('with nothing but codes the codes decide, and say by which rule and until when', () => {
  const advice = advise(asked('coding', 'correct-and-resubmit', { clocks: [clock('appeal-level-1', 9), clock('corrected-claim', 40)] }));
  expect(advice).toMatchObject({ path: 'correct-and-resubmit', because: 'The codes say so.', window: { name: 'corrected-claim', daysLeft: 40, workBy: null, rule: 'rule-corrected-claim', source: { title: 'Provider manual' } } });
});

test('proof in hand and a payer that says there is no appeal: a call with the proof, never an appeal beside "cannot be appealed"', () => {
  const told = asked('timely-filing', 'call-payer', { proofs: [proof('counts')] });
  const advice = advise({ ...told, explanation: { ...told.explanation, appealable: false, appealReason: 'The payer says that there is no appeal (N211).' }, clocks: [clock('appeal-level-1', 70)] });
  expect(advice).toMatchObject({ path: 'call-payer', window: null, because: expect.stringMatching(/N211.*proof that the payer had the claim in time/u) as string });
  expect(advice.others.map(({ path }) => path)).not.toContain('appeal');
  const byCode = asked('timely-filing', 'appeal');
  expect(advise({ ...byCode, explanation: { ...byCode.explanation, pathReason: 'Appeal with proof of filing.', appealable: false, appealReason: 'No appeal (N211).' } })).toMatchObject({ path: 'call-payer', because: 'No appeal (N211). Ask which way is open all the same (reprocessing, a dispute under the contract), and have the proof ready.' });
  const coded = asked('coding', 'correct-and-resubmit');
  const closed = advise({ ...coded, explanation: { ...coded.explanation, appealable: false, appealReason: 'No appeal (MA44).', alternatives: [{ path: 'appeal', because: 'Could be appealed.' }] } });
  expect(closed.others.map(({ path }) => path)).toEqual(['call-payer']);
});

test('where the day to work to is ahead of the last one, both are told with one count', () => {
  const told = advise(asked('coding', 'correct-and-resubmit', { clocks: [clock('corrected-claim', 40, { due: '2026-06-01', safe: '2026-05-29' })] }));
  expect(told.window).toMatchObject({ due: '2026-06-01', daysLeft: 40, workBy: { on: '2026-05-29', daysLeft: 37 } });
  expect(advise(asked('coding', 'correct-and-resubmit', { clocks: [clock('corrected-claim', 2, { due: '2026-06-01', safe: '2026-05-29' })] })).window).toMatchObject({ daysLeft: 2, workBy: null });
});

describe('approved yet denied', () => {
  const path = (records: AuthorizationRecord[], billedNumber: string | null) => advise(asked('prior-authorization', 'call-payer', { records, billedNumber }));
  test('the approval fits and its number was billed: appeal with it', () => expect(path([approval], 'A-7712').path).toBe('appeal'));
  test('the approval fits and no number is on the claim: correct it', () => expect(path([approval], null)).toMatchObject({ path: 'correct-and-resubmit', because: expect.stringContaining('A-7712') as string }));
  test('another number was billed: correct it', () => expect(path([approval], 'A-9999').path).toBe('correct-and-resubmit'));
  test('other units and days than approved: call, and name both', () => expect(path([{ ...approval, units: 3, to: '2026-03-01' }], 'A-7712')).toMatchObject({ path: 'call-payer', because: expect.stringContaining('the units and the dates') as string }));
  test('approval of another member number: correct one of the two', () => expect(path([{ ...approval, memberId: 'JHP-881240' }], null).path).toBe('correct-and-resubmit'));
  test('approval refused: appeal; not decided yet: call', () => {
    expect(path([{ ...approval, status: 'denied' }], null).path).toBe('appeal');
    expect(path([{ ...approval, status: 'pending' }], null).path).toBe('call-payer');
  });
  test('none kept: the codes decide', () => expect(path([], null)).toMatchObject({ path: 'call-payer', because: 'The codes say so.' }));
});

describe('coverage', () => {
  const path = (category: string, more: Partial<CoverageCheck>) => advise(asked(category, 'correct-and-resubmit', { records: [{ ...coverage, ...more }] }));
  test('in force on the day: ask for reprocessing', () => expect(path('eligibility', {})).toMatchObject({ path: 'call-payer', because: expect.stringContaining('2026-05-01') as string }));
  test('ended before, another payer known: bill it', () => expect(path('eligibility', { to: '2026-02-01', otherPayer: 'Bluewater' })).toMatchObject({ path: 'bill-other-payer', because: expect.stringContaining('Bluewater') as string }));
  test('ended before, nobody else known: ask', () => expect(path('eligibility', { to: '2026-02-01' }).path).toBe('call-payer'));
  test('this payer pays second: the other goes first', () => expect(path('coordination-of-benefits', { order: 'secondary', otherPayer: 'Bluewater' }).path).toBe('bill-other-payer'));
  test('a coding denial is not about coverage', () => expect(path('coding', { to: '2026-02-01', otherPayer: 'Bluewater' }).path).toBe('correct-and-resubmit'));
});

test.each([['counts', 'appeal'], ['supports', 'appeal'], ['weak', 'call-payer'], ['does-not-count', 'call-payer']] as const)('filed too late, best proof %s: %s', (grade, path) => {
  expect(advise(asked('timely-filing', 'write-off', { proofs: [proof(grade)] })).path).toBe(path);
});
test('filed too late and no proof at all: as the codes say', () => expect(advise(asked('timely-filing', 'write-off')).path).toBe('write-off'));

test.each([
  ['prior-authorization', 'number-missing', 'correct-and-resubmit'], ['coordination-of-benefits', 'order-wrong', 'bill-other-payer'], ['documentation', 'incomplete', 'send-records'], ['coding', 'payer-error', 'appeal'],
  ['prior-authorization', 'not-asked', 'call-payer'], ['patient-responsibility', 'share-as-due', 'bill-patient'], ['contractual', 'agreed', 'write-off'],
] as const)('root cause %s, %s: %s, with the cause named', (category, subReason, path) => {
  const advice = advise(asked(category, 'wait-for-payer', { rootCause: cause(category, subReason) }));
  expect(advice).toMatchObject({ path, because: expect.stringMatching(/^Found on this claim: /u) as string });
  expect(advice.others.map((one) => one.path)).toEqual(['wait-for-payer']);
});

test('a record speaks before a root cause, a person before both', () => {
  const input = asked('prior-authorization', 'write-off', { records: [approval], billedNumber: 'A-7712', rootCause: cause('prior-authorization', 'not-asked') });
  expect(advise(input).grounds.map(({ from }) => from)).toEqual(['approval', 'root-cause', 'codes']);
  expect(advise({ ...input, explanation: { ...input.explanation, overridden: { reason: 'Agreed with the lead.', userName: 'Ada', atMs: 0 } } })).toMatchObject({ path: 'write-off', because: 'Agreed with the lead.', grounds: [{ from: 'person' }] });
});

describe('windows', () => {
  test('the correction window has ended, the appeal is open: appeal, and it says why', () => {
    expect(advise(asked('coding', 'correct-and-resubmit', { clocks: [clock('corrected-claim', -2), clock('appeal-level-1', 30)] }))).toMatchObject({ path: 'appeal', because: 'corrected-claim ended on 2026-06-01. It is still open.', window: { daysLeft: 30 }, others: [{ path: 'correct-and-resubmit' }] });
  });
  test('of several ways to appeal the one that ends first', () => expect(advise(asked('medical-necessity', 'appeal', { clocks: [clock('appeal-level-1', 60), clock('peer-to-peer', 5), clock('reconsideration', -1)] })).window).toMatchObject({ name: 'peer-to-peer', daysLeft: 5 }));
  test('everything has ended: ask for good cause before it is written off', () => expect(advise(asked('coding', 'correct-and-resubmit', { clocks: [clock('corrected-claim', -2), clock('appeal-level-1', -1)] }))).toMatchObject({ path: 'call-payer', window: null }));
  test('today is in time', () => expect(advise(asked('coding', 'correct-and-resubmit', { clocks: [clock('corrected-claim', 0)] })).path).toBe('correct-and-resubmit'));
  test('a rejection goes by the first filing limit', () => {
    const input = asked('claim-data', 'correct-and-resubmit', { clocks: [clock('timely-filing', 20)] });
    expect(advise({ ...input, explanation: { ...input.explanation, isRejection: true } }).window?.name).toBe('timely-filing');
  });
});

test("whether the day of a corrected claim is known is told apart from the appeal's day", () => {
  const appeal = clock('appeal-level-1', 40);
  expect(correctionWindow([appeal], false)).toBe('not-known');
  expect(correctionWindow([appeal, clock('corrected-claim', 0, { kind: 'unknown' })], false)).toBe('not-known');
  expect(correctionWindow([appeal, clock('corrected-claim', 0, { kind: 'needs' })], false)).toBe('needs');
  expect(correctionWindow([appeal, clock('corrected-claim', 9)], false)).toBe('known');
  expect(correctionWindow([clock('corrected-claim', 9)], true)).toBe('not-known');
  expect(advise(asked('coding', 'correct-and-resubmit', { clocks: [appeal] })).window).toBeNull();
});

test('a lost level leads to the next one with its own day, never back to the one that was decided; with none open, to a call', () => {
  const submissions = [{ action: 'appeal-level-1' as const, on: '2026-03-01', channel: 'portal' as const, confirmation: 'A-1', noConfirmationReason: null, byUser: 'user-example-1', atMs: 0, decision: { outcome: 'upheld' as const, on: '2026-04-02' } }];
  const lost = advise(asked('medical-necessity', 'appeal', { submissions, clocks: [clock('reconsideration', 3), clock('appeal-level-1', 5), clock('appeal-level-2', 60)] }));
  expect(lost).toMatchObject({ path: 'appeal', because: 'The payer decided the appeal, level 1 on 2026-04-02: upheld. What comes next: appeal-level-2.', window: { name: 'appeal-level-2', daysLeft: 60 }, grounds: [{ from: 'decision' }, { from: 'codes' }] });
  expect(advise(asked('medical-necessity', 'appeal', { submissions, clocks: [clock('reconsideration', 3), clock('appeal-level-2', 0, { kind: 'not-open' })] }))).toMatchObject({ path: 'call-payer', window: null });
  const [first] = submissions;
  if (first !== undefined) expect(advise(asked('medical-necessity', 'appeal', { submissions: [first, { ...first, action: 'appeal-level-2' as const, decision: { outcome: 'overturned' as const, on: '2026-05-01' } }] })).because).toBe('The codes say so.');
});

test('own closed claims that were hardly ever paid open the way to write it off, and never take it', () => {
  const advice = advise(asked('medical-necessity', 'appeal', { chance: { own: { won: 1, lost: 11 }, category: { won: 5, lost: 20 } } }));
  expect(advice.path).toBe('appeal');
  expect(advice.others.map((one) => one.path)).toEqual(['write-off']);
  expect(advice.grounds.at(-1)).toEqual({ from: 'own-cases', words: '1 of 12 closed claims of this payer and kind were paid.' });
  expect(advise(asked('medical-necessity', 'appeal', { chance: { own: { won: 0, lost: 9 }, category: { won: 0, lost: 9 } } })).others).toEqual([]);
});
