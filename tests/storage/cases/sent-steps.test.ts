import { describe, expect, test } from 'vitest';
import type { CommandRequest } from '../../../rules/protocol/commands.ts';
import { changeSubmission } from '../../../storage/cases/change-submission.ts';
import { logContact } from '../../../storage/cases/log-contact.ts';
import { recordSubmission } from '../../../storage/cases/record-submission.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { caseFile } from '../../../storage/queries/case-file.ts';
import { workView } from '../../../storage/queries/work-view.ts';
import { capture, deniedFacts, openPractice, TODAY } from './practice.ts';

async function withCase(payerKey = 'aetna') {
  const practice = await openPractice();
  const saved = await saveCapture(practice.ctx, capture(deniedFacts({ serviceFrom: '2026-01-20', remittanceOn: '2026-02-10', adjustments: [{ groupCode: 'CO', carc: '97', cents: 45_000 }] }), {}, payerKey), null, 'portal.example');
  const id = saved.ok ? saved.value.saved[0]?.caseId ?? '' : '';
  const file = async (today = TODAY) => {
    const found = await caseFile(practice.db, practice.vault, id, today);
    if (found === null) throw new Error('no case');
    return found;
  };
  const sent = (more: Partial<CommandRequest<'case:record-submission'>> = {}): CommandRequest<'case:record-submission'> => ({
    caseId: id, action: 'reconsideration', on: '2026-02-20', channel: 'portal', confirmation: 'R-1', noConfirmationReason: null, followUpOn: '2026-04-10', ...more,
  });
  const told = (outcome: 'appeal-upheld', decidedOn: string | null): CommandRequest<'contact:log'> => ({
    caseIds: [id], outcome, followUpOn: '2026-04-20', nextAction: 'appeal',
    contact: {
      channel: 'phone', numberDialled: '', representative: 'Kay', reference: 'C-1', noReferenceReason: null, outcome, promise: '', promisedFor: null, note: '', startedAtMs: practice.ctx.nowMs, endedAtMs: null, holdSeconds: null,
      ...(decidedOn === null ? {} : { answers: [{ key: 'decided-on', question: 'On which day was it decided?', kind: 'date', value: decidedOn }] }),
    },
  });
  const clock = async (action: string) => (await file()).clocks.find((one) => one.action === action);
  return { ...practice, id, file, sent, told, clock };
}

describe('a step recorded as sent', () => {
  test('is refused for a day to come, and for one before the service', async () => {
    const { at, sent, file } = await withCase();
    expect(await recordSubmission(at(1), sent({ on: '2026-03-11' }))).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'on' } });
    expect(await recordSubmission(at(1), sent({ on: '2020-01-01' }))).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'on' } });
    expect((await file()).sealed.submissions).toEqual([]);
  });

  test('can be taken back with a reason: its clock runs again, the history says what had been recorded', async () => {
    const { at, id, sent, file, clock } = await withCase();
    const before = await clock('reconsideration');
    expect(before).toMatchObject({ kind: 'dated' });
    await recordSubmission(at(1), sent());
    expect(await clock('reconsideration')).toMatchObject({ kind: 'stopped' });
    const step = (await file()).sealed.submissions[0];
    expect((await changeSubmission(at(2), { caseId: id, atMs: step?.atMs ?? 0, change: { kind: 'taken-back', reason: 'The upload failed' } })).ok).toBe(true);
    expect(await clock('reconsideration')).toEqual(before);
    const seen = await file();
    expect(seen.item).toMatchObject({ state: 'working', nextAction: 'review' });
    expect(seen.timeline.at(-1)).toMatchObject({ title: 'Reconsideration taken back: not sent as recorded', detail: 'The upload failed; recorded as sent on 2026-02-20 by portal; confirmation R-1' });
    expect(await changeSubmission(at(3), { caseId: id, atMs: step?.atMs ?? 0, change: { kind: 'taken-back', reason: 'again' } })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('a decision told on the phone', () => {
  test('without its day asks for the day; the day of the call is never taken for it', async () => {
    const { at, id, sent, told, file, clock } = await withCase();
    await recordSubmission(at(1), sent());
    await logContact(at(2), told('appeal-upheld', null));
    expect((await file()).sealed.submissions[0]?.decision).toEqual({ outcome: 'upheld', on: null });
    expect(await clock('appeal-level-1')).toMatchObject({ kind: 'needs', due: null });
    const atMs = (await file()).sealed.submissions[0]?.atMs ?? 0;
    for (const on of ['2026-02-19', '2026-03-11']) expect(await changeSubmission(at(3), { caseId: id, atMs, change: { kind: 'decided', on } })).toMatchObject({ ok: false, error: { field: 'on' } });
    expect((await changeSubmission(at(4), { caseId: id, atMs, change: { kind: 'decided', on: '2026-03-02' } })).ok).toBe(true);
    expect(await clock('appeal-level-1')).toMatchObject({ kind: 'dated', raw: '2026-05-01' });
  });

  test.each([['2026-03-02', '2026-03-02'], ['2026-02-01', null], ['2026-03-11', null], ['soon', null]])('with the day %s is kept as %s', async (value, kept) => {
    const { at, sent, told, file } = await withCase();
    await recordSubmission(at(1), sent());
    await logContact(at(2), told('appeal-upheld', value));
    expect((await file()).sealed.submissions[0]?.decision).toEqual({ outcome: 'upheld', on: kept });
  });

  test('ends the waiting: the case is worked again, and the advice speaks of the decision and of the next level', async () => {
    const { at, sent, told, file, db, vault } = await withCase();
    await recordSubmission(at(1), sent());
    expect((await file()).item.state).toBe('appeal-sent');
    await logContact(at(2), told('appeal-upheld', '2026-03-02'));
    const seen = await file();
    expect(seen.item.state).toBe('working');
    expect((await workView(db, vault, seen)).advice).toMatchObject({ path: 'appeal', because: 'The payer decided the reconsideration on 2026-03-02: upheld. What comes next: appeal, level 1.', window: { name: 'Appeal, level 1' } });
  });

  test('a second call that names the day completes the first', async () => {
    const { at, sent, told, file } = await withCase();
    await recordSubmission(at(1), sent());
    await logContact(at(2), told('appeal-upheld', null));
    await logContact(at(3), told('appeal-upheld', '2026-03-04'));
    expect((await file()).sealed.submissions.map(({ decision }) => decision)).toEqual([{ outcome: 'upheld', on: '2026-03-04' }]);
  });
});

describe('steps that open when another is decided', () => {
  test('an appeal counted from the decision of a reconsideration is not lost before that decision', async () => {
    const { at, sent, told, clock } = await withCase();
    expect(await clock('appeal-level-1')).toMatchObject({ kind: 'not-open', due: null, why: 'Opens when the payer has decided the reconsideration.' });
    await recordSubmission(at(1), sent());
    expect(await clock('appeal-level-1')).toMatchObject({ kind: 'not-open' });
    await logContact(at(2), told('appeal-upheld', '2026-03-02'));
    expect(await clock('appeal-level-1')).toMatchObject({ kind: 'dated', raw: '2026-05-01' });
  });

  test('external review waits for the appeal, and is said to be the patient\'s right', async () => {
    const { at, sent, told, clock } = await withCase();
    await recordSubmission(at(1), sent());
    await logContact(at(2), told('appeal-upheld', '2026-02-25'));
    expect(await clock('external-review')).toMatchObject({ kind: 'not-open' });
    await recordSubmission(at(3), sent({ action: 'appeal-level-1', on: '2026-03-01', confirmation: 'A-1' }));
    await logContact(at(4), told('appeal-upheld', '2026-03-09'));
    const review = await clock('external-review');
    expect(review).toMatchObject({ kind: 'dated' });
    expect(review?.warnings).toContain('The rule gives this right to the patient. Use it as their representative, with their written consent.');
  });
});

describe('taking back one of two steps', () => {
  test('leaves the case waiting for the one that is still out, and the day to look again', async () => {
    const { at, id, sent, file } = await withCase();
    await recordSubmission(at(1), sent({ action: 'appeal-level-1', confirmation: 'A-1', followUpOn: '2026-04-20' }));
    await recordSubmission(at(2), sent({ action: 'records', confirmation: 'D-1', followUpOn: '2026-04-20' }));
    const step = (await file()).sealed.submissions.find(({ action }) => action === 'records');
    const { followUpDay } = (await file()).item;
    expect((await changeSubmission(at(3), { caseId: id, atMs: step?.atMs ?? 0, change: { kind: 'taken-back', reason: 'Wrong claim' } })).ok).toBe(true);
    expect((await file()).item).toMatchObject({ state: 'appeal-sent', nextAction: 'wait-for-payer', followUpDay });
  });
});
