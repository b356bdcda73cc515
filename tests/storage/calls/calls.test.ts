import { describe, expect, test } from 'vitest';
import { SHIPPED_QUESTION_LISTS } from '../../../rules/calls/question-list.ts';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import { callerCardUsed, setBirthDate } from '../../../storage/calls/caller-card.ts';
import { markPosted, notesOfCase, unpostedNotes } from '../../../storage/calls/case-notes.ts';
import { promiseCounts, promisesOfCase, settlePromise } from '../../../storage/calls/promises.ts';
import { readWorkTexts, saveWorkText, workTextHistory } from '../../../storage/calls/work-texts.ts';
import { logContact } from '../../../storage/cases/log-contact.ts';
import { openCase } from '../../../storage/cases/open-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { beginCorrection, changeCorrection, checkStatusFirst, stepCorrection } from '../../../storage/corrections/change-correction.ts';
import { mergeDraftFields, readDraft } from '../../../storage/drafts.ts';
import { correctionsOfCase, correctionsUnderWay } from '../../../storage/queries/corrections.ts';
import { contactsByReference, holdMapOf } from '../../../storage/queries/calls.ts';
import { capture, deniedFacts, NOW, openPractice, OWNER, TODAY } from '../cases/practice.ts';

const day = isoToDayNumber;

async function withCases(...numbers: string[]) {
  const practice = await openPractice();
  const ids: string[] = [];
  for (const number of numbers) {
    const saved = await saveCapture(practice.at(ids.length), capture(deniedFacts({ claimControlNumber: number, patientControlNumber: `A-${number}` }), {}, 'aetna'), null, 'portal.example');
    ids.push(saved.ok ? saved.value.saved[0]?.caseId ?? '' : '');
  }
  return { ...practice, ids, id: ids[0] ?? '' };
}

const contact = { channel: 'phone' as const, numberDialled: '8005550100', representative: 'Dana R.', reference: 'CALL-889', noReferenceReason: null, outcome: 'in-process' as const, promise: 'Reprocessed', promisedFor: '2026-04-09', note: '', startedAtMs: NOW, endedAtMs: NOW + 900_000, holdSeconds: 600, talkSeconds: 300 };
const log = { contact, outcome: 'in-process' as const, followUpOn: '2026-04-10', nextAction: 'check-status' as const };

describe('a call about several claims', () => {
  test('gives each claim its own outcome, day, promise and note, under one reference', async () => {
    const { db, vault, ctx, ids } = await withCases('CL-0001', 'CL-0002');
    const [one = '', two = ''] = ids;
    const claims = [{ caseId: two, outcome: 'paid' as const, followUpOn: '2026-03-20', nextAction: 'review' as const, answers: [], note: '', promise: '', promisedFor: null, reference: 'SUB-77' }];
    const done = await logContact(ctx, { ...log, caseIds: ids, contact: { ...contact, claims }, callId: 'call-0001-abc', notes: ids.map((caseId) => ({ caseId, text: `Note of ${caseId}`, formatId: 'paragraph', formatVersion: 0 })) });
    expect(done).toEqual({ ok: true, value: { contactId: 'call-0001-abc' } });
    expect([(await db.cases.get(one))?.nextAction, (await db.cases.get(two))?.nextAction]).toEqual(['check-status', 'review']);
    expect([(await db.cases.get(one))?.followUpDay, (await db.cases.get(two))?.followUpDay]).toEqual([day('2026-04-10'), day('2026-03-20')]);
    expect([(await promisesOfCase(db, vault, one)).map(({ text, dueDay, state }) => [text, dueDay, state]), await promisesOfCase(db, vault, two)]).toEqual([[['Reprocessed', day('2026-04-09'), 'open']], []]);
    expect((await notesOfCase(db, vault, two)).map(({ text, state }) => [text, state])).toEqual([[`Note of ${two}`, 'unposted']]);
    // Every claim of the call is found by its number, and by the number one claim got.
    for (const typed of ['CALL-889', 'call889', 'SUB-77']) expect((await contactsByReference(db, vault, typed))[0]?.claims.map(({ id }) => id).sort(), typed).toEqual([...ids].sort());
    expect(await contactsByReference(db, vault, 'CALL-000')).toEqual([]);
  });
  test('sent once more after the worker was killed before it answered, it is the same contact; with other words it is not taken silently', async () => {
    const { db, ctx, at, id } = await withCases('CL-0001');
    const request = { ...log, caseIds: [id], callId: 'call-0003-abc' };
    expect(await logContact(ctx, request)).toEqual({ ok: true, value: { contactId: 'call-0003-abc' } });
    expect(await logContact(at(1), { ...request, contact: { ...contact, endedAtMs: NOW + 999_000, holdSeconds: 700 } })).toEqual({ ok: true, value: { contactId: 'call-0003-abc' } });
    expect(await logContact(at(2), { ...request, contact: { ...contact, note: 'Typed since' } })).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
    expect([await db.contacts.count(), await db.promises.count()]).toEqual([1, 1]);
  });
  test('saved from two windows is one contact', async () => {
    const { db, ctx, id } = await withCases('CL-0001');
    const request = { ...log, caseIds: [id], callId: 'call-0002-abc' };
    const [first, second] = await Promise.all([logContact(ctx, request), logContact(ctx, request)]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(await db.contacts.count()).toBe(1);
    expect(await db.promises.count()).toBe(1);
  });
  test('times the wait of calls to that payer', async () => {
    const { db, vault, ctx, id } = await withCases('CL-0001');
    await logContact(ctx, { ...log, caseIds: [id] });
    expect(await holdMapOf(db, vault, 'aetna', NOW + 1000, 'America/New_York')).toMatchObject({ n: 1, medianHoldSeconds: 600, cells: [], best: null });
    expect((await holdMapOf(db, vault, 'other', NOW + 1000, 'America/New_York')).n).toBe(0);
  });
});

describe('a promise', () => {
  test('is counted as kept or broken by what a person says, on the next call or without one', async () => {
    const { db, vault, ctx, at, id } = await withCases('CL-0001');
    await logContact(ctx, { ...log, caseIds: [id] });
    const [made] = await promisesOfCase(db, vault, id);
    const promiseId = made?.id ?? '';
    expect(await promiseCounts(db, day('2026-04-20'))).toEqual([{ payerKey: 'aetna', open: 0, past: 1, kept: 0, broken: 0 }]);
    await logContact(at(1), { ...log, caseIds: [id], contact: { ...contact, reference: 'CALL-890', promisedFor: null, promise: '' }, promises: [{ promiseId, state: 'broken', how: 'Still pends' }] });
    expect(await promiseCounts(db, day('2026-04-20'))).toEqual([{ payerKey: 'aetna', open: 0, past: 0, kept: 0, broken: 1 }]);
    expect(await settlePromise(at(2), { promiseId, state: 'kept', how: '' })).toEqual({ ok: true, value: {} });
    expect((await promiseCounts(db, day('2026-04-20')))[0]).toMatchObject({ kept: 1, broken: 0 });
    expect(await settlePromise(at(3), { promiseId: 'promise-nobody', state: 'kept', how: '' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('notes to post', () => {
  test('wait in a list until they are posted; their text is never changed', async () => {
    const { db, vault, ctx, at, ids, id } = await withCases('CL-0001', 'CL-0002');
    await logContact(ctx, { ...log, caseIds: ids, notes: ids.map((caseId) => ({ caseId, text: 'Words', formatId: 'lines', formatVersion: 0 })) });
    const before = await unpostedNotes(db, vault, null, 10);
    expect([before.total, before.notes.map(({ text }) => text)]).toEqual([2, ['Words', 'Words']]);
    const [first] = await notesOfCase(db, vault, id);
    expect(await markPosted(at(1), { noteIds: [first?.id ?? ''], state: 'posted' })).toEqual({ ok: true, value: {} });
    expect((await unpostedNotes(db, vault, OWNER, 10)).total).toBe(1);
    expect((await notesOfCase(db, vault, id))[0]).toMatchObject({ text: 'Words', state: 'posted', postedBy: OWNER });
    await markPosted(at(2), { noteIds: [first?.id ?? ''], state: 'unposted' });
    expect((await unpostedNotes(db, vault, null, 10)).total).toBe(2);
    expect((await unpostedNotes(db, vault, 'somebody-else', 10)).total).toBe(0);
  });
});

describe('texts of the practice', () => {
  test('are kept version by version, and nobody overwrites what somebody else changed meanwhile', async () => {
    const { db, vault, ctx } = await openPractice();
    const [shipped] = SHIPPED_QUESTION_LISTS;
    if (shipped === undefined) throw new Error('no lists');
    const key = `questions:${shipped.id}`;
    expect(await saveWorkText(ctx, { key, base: 0, body: { ...shipped, title: 'Ours' }, reason: 'Shorter' })).toEqual({ ok: true, value: { n: 1 } });
    expect(await saveWorkText(ctx, { key, base: 0, body: { ...shipped, title: 'Theirs' }, reason: '' })).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
    expect((await readWorkTexts(db, vault)).questions.find(({ value }) => value.id === shipped.id)).toMatchObject({ n: 1, value: { title: 'Ours' } });
    await saveWorkText(ctx, { key, base: 1, body: null, reason: 'Back' });
    expect((await readWorkTexts(db, vault)).questions.find(({ value }) => value.id === shipped.id)).toMatchObject({ n: 2, isShipped: true });
    expect((await workTextHistory(db, vault, key)).map(({ n, reason }) => [n, reason])).toEqual([[2, 'Back'], [1, 'Shorter']]);
    expect(await saveWorkText(ctx, { key: 'questions:another', base: 0, body: shipped, reason: '' })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });
});

describe('the caller card', () => {
  test('leaves a row of the trail for each field shown or copied, without its value', async () => {
    const { db, vault, ctx, at, id } = await withCases('CL-0001');
    await setBirthDate(ctx, { caseId: id, birthDate: '1957-03-09' });
    await callerCardUsed(at(1), { caseId: id, field: 'birth-date', how: 'copied' });
    const rows = await db.audit.where('[subject+seq]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).toArray();
    expect(rows.map(({ command }) => command)).toEqual(expect.arrayContaining(['case:birth-date', 'caller-card:copied+birth-date']));
    expect(JSON.stringify(await db.audit.toArray())).not.toContain('1957');
    const row = await db.cases.get(id);
    expect(row === undefined ? null : (await openCase(vault, row)).patientBirthDate).toBe('1957-03-09');
    expect(await setBirthDate(at(2), { caseId: id, birthDate: '2099-01-01' })).toMatchObject({ ok: false });
  });
});

describe('a draft written in two windows at the same time', () => {
  test('keeps the fields of both', async () => {
    const { db, vault, ctx } = await openPractice();
    await Promise.all([mergeDraftFields(ctx, 'contact:case-1', { representative: { was: '', now: 'Dana' } }), mergeDraftFields(ctx, 'contact:case-1', { reference: { was: '', now: 'R-1' }, note: { was: '', now: 'from here' } }), mergeDraftFields(ctx, 'contact:case-1', { note: { was: '', now: 'from there' } })]);
    expect((await readDraft(db, vault, ctx.userId, 'contact:case-1'))?.value).toEqual({ representative: 'Dana', reference: 'R-1', note: 'from there', typedElsewhere: ['from here'] });
  });
});

describe('a corrected claim', () => {
  const words = { kind: 'replacement' as const, originalClaimNumber: 'CL-0001', changes: [{ field: 'authorization-number' as const, was: '', now: 'AU-1', why: 'Left off' }], reason: '', records: [], requestReference: null };
  const sent = { state: 'sent' as const, on: TODAY, channel: 'edi' as const, confirmation: 'B-77', noConfirmationReason: null, newClaimNumber: null, paidCents: null, note: '', followUpOn: '2026-04-01', duplicateReason: null, lateReason: null };
  const begun = async () => {
    const practice = await withCases('CL-0001');
    const reply = await beginCorrection(practice.ctx, { caseId: practice.id, ...words });
    return { ...practice, correctionId: reply.ok ? reply.value.correctionId : '' };
  };

  test('goes out only after the payer\'s status was looked at, ends the clock, and is followed until it pays', async () => {
    const { db, vault, at, id, correctionId } = await begun();
    expect(await stepCorrection(at(1), { correctionId, rev: 1, ...sent })).toMatchObject({ ok: false, error: { field: 'duplicateReason' } });
    expect(await checkStatusFirst(at(2), { correctionId, check: { on: TODAY, how: 'portal', outcome: 'denied', reference: null } })).toEqual({ ok: true, value: {} });
    expect(await stepCorrection(at(3), { correctionId, rev: 1, ...sent })).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
    expect(await stepCorrection(at(4), { correctionId, rev: 2, ...sent, confirmation: null })).toMatchObject({ ok: false, error: { field: 'noConfirmationReason' } });
    expect(await stepCorrection(at(5), { correctionId, rev: 2, ...sent })).toEqual({ ok: true, value: {} });
    expect(await db.cases.get(id)).toMatchObject({ state: 'correction-sent', nextAction: 'wait-for-payer', followUpDay: day('2026-04-01') });
    expect((await correctionsUnderWay(db, vault, 10)).corrections.map(({ correction }) => correction.state)).toEqual(['sent']);
    // What went out is a fact.
    expect(await changeCorrection(at(6), { correctionId, rev: 3, ...words, changes: [] })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(await stepCorrection(at(7), { correctionId, rev: 3, ...sent, state: 'paid', channel: null, confirmation: null, paidCents: 48_000, newClaimNumber: 'CL-0001-R', followUpOn: null })).toEqual({ ok: true, value: {} });
    expect(await correctionsOfCase(db, vault, id)).toMatchObject([{ state: 'paid', open: 0, paidCents: 48_000, sentDay: day(TODAY), content: { steps: [{ state: 'sent' }, { state: 'paid' }] } }]);
    expect(await stepCorrection(at(8), { correctionId, rev: 4, ...sent, state: 'voided' })).toMatchObject({ ok: false, error: { field: 'state' } });
  });
  test('is stopped where the same service is in process or on its way, and goes on with a reason', async () => {
    const { ctx, at, id, correctionId } = await begun();
    // The same patient, day and procedure under another number, which the payer has in process.
    await saveCapture(at(1), capture(deniedFacts({ claimControlNumber: 'CL-9999', patientControlNumber: 'A-9', status: 'pending' }), {}, 'aetna'), null, 'portal.example');
    await checkStatusFirst(at(2), { correctionId, check: { on: TODAY, how: 'phone', outcome: 'denied', reference: 'R-5' } });
    expect(await stepCorrection(at(3), { correctionId, rev: 2, ...sent })).toMatchObject({ ok: false, error: { field: 'duplicateReason' } });
    expect(await stepCorrection(at(4), { correctionId, rev: 2, ...sent, duplicateReason: 'The other one is a different line' })).toEqual({ ok: true, value: {} });
    const second = await beginCorrection(ctx, { caseId: id, ...words });
    const other = second.ok ? second.value.correctionId : '';
    await checkStatusFirst(at(5), { correctionId: other, check: { on: TODAY, how: 'phone', outcome: 'denied', reference: null } });
    expect(await stepCorrection(at(6), { correctionId: other, rev: 2, ...sent })).toMatchObject({ ok: false, error: { field: 'duplicateReason' } });
  });
  test('of records needs no status check and stops the records clock', async () => {
    const { db, ctx, at, id } = await withCases('CL-0001');
    const reply = await beginCorrection(ctx, { caseId: id, ...words, kind: 'records', originalClaimNumber: null, changes: [], records: [{ name: 'Operative report', isEnclosed: true, pages: 4 }] });
    const correctionId = reply.ok ? reply.value.correctionId : '';
    expect(await stepCorrection(at(1), { correctionId, rev: 1, ...sent, channel: 'fax' })).toEqual({ ok: true, value: {} });
    expect(await db.cases.get(id)).toMatchObject({ state: 'records-sent' });
  });
});
