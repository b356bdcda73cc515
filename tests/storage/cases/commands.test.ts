import { describe, expect, test, vi } from 'vitest';
import { isoOfDay } from '../../../rules/calendar/calendar-day.ts';
import { isoToDayNumber, NO_DAY } from '../../../rules/domain/day-number.ts';
import { statusNote } from '../../../rules/notes/status-note.ts';
import { verifyAudit } from '../../../storage/audit.ts';
import { addNote, noteCopied } from '../../../storage/cases/add-note.ts';
import { answerCase } from '../../../storage/cases/answer-case.ts';
import { classifyCase } from '../../../storage/cases/classify-case.ts';
import { logContact } from '../../../storage/cases/log-contact.ts';
import { markViewed } from '../../../storage/cases/mark-viewed.ts';
import { overrideDeadline } from '../../../storage/cases/override-deadline.ts';
import { planCase } from '../../../storage/cases/plan-case.ts';
import { recordCase } from '../../../storage/cases/record-case.ts';
import { recordSubmission } from '../../../storage/cases/record-submission.ts';
import { redateOpenCases } from '../../../storage/cases/redate-open-cases.ts';
import { reopenCase } from '../../../storage/cases/reopen-case.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { snoozeCase } from '../../../storage/cases/snooze-case.ts';
import { auditPage } from '../../../storage/queries/audit-page.ts';
import { caseFile } from '../../../storage/queries/case-file.ts';
import { payerCard } from '../../../storage/queries/payer-card.ts';
import { queuePage } from '../../../storage/queries/queue-page.ts';
import { searchCases } from '../../../storage/queries/search-cases.ts';
import { tiles } from '../../../storage/queries/tiles.ts';
import type { CaseRow } from '../../../storage/schema/v1.ts';
import { savePayer } from '../../../storage/payers.ts';
import { AETNA, capture, COLLEAGUE, deniedFacts, NOW, openPractice, OWNER, TODAY } from './practice.ts';
import type { Practice } from './practice.ts';

const day = isoToDayNumber;

async function withCase(more: Parameters<typeof deniedFacts>[0] = {}, payerKey = 'aetna'): Promise<Practice & { id: string; row: () => Promise<CaseRow>; file: (today?: string) => Promise<NonNullable<Awaited<ReturnType<typeof caseFile>>>> }> {
  const practice = await openPractice();
  const saved = await saveCapture(practice.ctx, capture(deniedFacts(more), {}, payerKey), null, 'portal.example');
  const id = saved.ok ? saved.value.saved[0]?.caseId ?? '' : '';
  const row = async () => {
    const found = await practice.db.cases.get(id);
    if (found === undefined) throw new Error('no case');
    return found;
  };
  const file = async (today = TODAY) => {
    const found = await caseFile(practice.db, practice.vault, id, today);
    if (found === null) throw new Error('no case');
    return found;
  };
  return { ...practice, id, row, file };
}

const contact = { channel: 'phone' as const, numberDialled: '8005550100', representative: 'Dana R.', reference: 'CALL-889', noReferenceReason: null, outcome: 'in-process' as const, promise: 'Reprocessed within 30 days', promisedFor: '2026-04-09', note: '', startedAtMs: NOW, endedAtMs: NOW + 600_000, holdSeconds: 120 };

describe('the work on a case', () => {
  test('planning changes state, action, follow-up and owner, and the queues of both', async () => {
    const { db, ctx, at, id, row } = await withCase();
    expect(await planCase(at(1), { caseId: id, state: 'working', nextAction: 'appeal', followUpOn: '2026-03-20', ownerId: COLLEAGUE })).toEqual({ ok: true, value: {} });
    expect(await row()).toMatchObject({ state: 'working', nextAction: 'appeal', nextDay: day('2026-03-20'), nextKind: 'follow-up', ownerId: COLLEAGUE, rev: 2 });
    expect((await db.clocks.where('caseId').equals(id).toArray()).every(({ ownerId }) => ownerId === COLLEAGUE)).toBe(true);
    expect((await tiles(db, OWNER, day(TODAY))).openCases).toBe(0);
    expect((await tiles(db, COLLEAGUE, day(TODAY))).openCases).toBe(1);
    expect(await planCase(ctx, { caseId: id, ownerId: 'user-nobody' })).toMatchObject({ ok: false, error: { code: 'not-found', field: 'ownerId' } });
    expect(await planCase(ctx, { caseId: 'no-such-case', state: 'working' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await planCase(at(2), { caseId: id, ownerId: null, followUpOn: null });
    expect(await row()).toMatchObject({ ownerId: OWNER, followUpDay: NO_DAY, nextKind: 'reconsideration' });
  });

  test('snoozing hides a case until its day, never beyond the day it must be filed by', async () => {
    const { db, at, id, row } = await withCase();
    expect(await snoozeCase(at(1), { caseId: id, untilIso: '2026-09-30' })).toMatchObject({ ok: false, error: { field: 'untilIso' } });
    expect(await snoozeCase(at(1), { caseId: id, untilIso: TODAY })).toMatchObject({ ok: false });
    expect((await snoozeCase(at(1), { caseId: id, untilIso: '2026-03-15' })).ok).toBe(true);
    const total = async (on: string, showSnoozed = false) => (await queuePage(db, { ownerId: OWNER, sort: 'priority', showSnoozed }, day(on), 0, 9)).total;
    expect([await total(TODAY), await total(TODAY, true), await total('2026-03-14'), await total('2026-03-15')]).toEqual([0, 1, 0, 1]);
    expect((await queuePage(db, { ownerId: OWNER, sort: 'next-day' }, day(TODAY), 0, 9)).total).toBe(0);
    expect(await redateOpenCases(at(2, '2026-03-16'), { what: 'day' })).toMatchObject({ changed: 1 });
    expect((await row()).priority).toBeGreaterThan(0);
  });

  test('no later date is swallowed by a snooze, wherever it comes from', async () => {
    const early = '2026-03-20';
    const ways: [string, (practice: Practice & { id: string }) => Promise<unknown>][] = [
      ['a letter', ({ at, id }) => overrideDeadline(at(2), { caseId: id, action: 'reconsideration', date: early, reason: 'letter', evidence: '' })],
      ['a plan', ({ at, id }) => planCase(at(2), { caseId: id, followUpOn: early })],
      ['a call', ({ at, id }) => logContact(at(2), { caseIds: [id], contact, outcome: 'in-process', followUpOn: early, nextAction: 'check-status' })],
      ['an answer', ({ at, id }) => answerCase(at(2), { caseId: id, facts: { remittanceOn: '2025-09-21' } })],
      ["the payer's terms", async ({ at }) => {
        await savePayer({ ...at(2), userId: COLLEAGUE }, { ...AETNA, contractWindows: [{ action: 'reconsideration', value: 18, unit: 'calendar-days', startsFrom: 'remittance-date', evidence: 'Contract, section 4' }] });
        return redateOpenCases(at(2), { what: 'all', payerKey: 'aetna' });
      }],
    ];
    for (const [name, way] of ways) {
      const one = await withCase();
      expect((await snoozeCase(one.at(1), { caseId: one.id, untilIso: '2026-06-30' })).ok, name).toBe(true);
      await way(one);
      const row = await one.row();
      expect(row.nextDay, name).toBeLessThan(day('2026-04-01'));
      expect(row.snoozedUntilDay, name).toBe(Math.min(row.safeDay, row.followUpDay));
      expect(row.snoozedUntilDay, name).toBeGreaterThan(day(TODAY));
      expect((await one.file()).timeline.find(({ kind }) => kind === 'snooze-ended')?.detail, name).toContain('was 2026-06-30');
      const seen = await queuePage(one.db, { ownerId: OWNER, sort: 'priority' }, row.nextDay, 0, 9);
      expect(seen.total, name).toBe(1);
    }
  });

  test('a look at a snoozed claim that calls for work today wakes it', async () => {
    const { at, id, row, file } = await withCase();
    expect((await snoozeCase(at(1), { caseId: id, untilIso: '2026-06-30' })).ok).toBe(true);
    await saveCapture(at(2), capture(deniedFacts({ status: 'paid', paid: 45_000, adjustments: [], remittanceOn: '2026-03-09' })), null, 'portal.example');
    expect(await row()).toMatchObject({ nextKind: 'follow-up', nextDay: day(TODAY), snoozedUntilDay: NO_DAY });
    expect((await file()).timeline.some(({ kind }) => kind === 'snooze-ended')).toBe(true);
  });

  test('a case whose day has come or passed is not snoozed, whatever the last day is', async () => {
    const { at, id, row, db } = await withCase();
    await planCase(at(1), { caseId: id, followUpOn: '2026-03-12' });
    expect((await snoozeCase(at(2), { caseId: id, untilIso: '2026-03-12' })).ok).toBe(true);
    expect(await snoozeCase(at(3), { caseId: id, untilIso: '2026-03-13' })).toMatchObject({ ok: false, error: { field: 'untilIso' } });
    expect(await snoozeCase(at(4, '2026-03-12'), { caseId: id, untilIso: '2026-03-14' })).toMatchObject({ ok: false, error: { field: 'untilIso' } });
    await planCase(at(5), { caseId: id, followUpOn: TODAY });
    expect(await row()).toMatchObject({ snoozedUntilDay: NO_DAY });
    expect((await queuePage(db, { ownerId: OWNER, sort: 'priority' }, day(TODAY), 0, 9)).total).toBe(1);
    const between = await withCase();
    const { safeDay, dueDay } = await between.row();
    expect(dueDay).toBeGreaterThan(safeDay);
    const past = isoOfDay(safeDay + 1);
    expect(await snoozeCase(between.at(1, past), { caseId: between.id, untilIso: isoOfDay(dueDay + 30) })).toMatchObject({ ok: false, error: { field: 'untilIso' } });
    expect(await snoozeCase(between.at(1, past), { caseId: between.id, untilIso: isoOfDay(safeDay + 2) })).toMatchObject({ ok: false });
  });

  test('the answer to the one question gives the date', async () => {
    const practice = await openPractice();
    await savePayer(practice.ctx, { ...AETNA, key: 'aetna-x', name: 'Aetna X', lineOfBusiness: null, aliases: [] });
    const saved = await saveCapture(practice.ctx, capture(deniedFacts(), {}, 'aetna-x'), null, 'portal.example');
    const id = saved.ok ? saved.value.saved[0]?.caseId ?? '' : '';
    expect(await practice.db.cases.get(id)).toMatchObject({ undated: 'needs', safeDay: NO_DAY, nextKind: 'find-date' });
    expect((await tiles(practice.db, OWNER, day(TODAY))).undated).toBe(1);
    expect((await queuePage(practice.db, { ownerId: OWNER, sort: 'priority', due: 'undated' }, day(TODAY), 0, 9)).total).toBe(1);
    await answerCase(practice.at(1), { caseId: id, facts: { lineOfBusiness: 'commercial' } });
    expect(await practice.db.cases.get(id)).toMatchObject({ undated: '', safeDay: day('2026-08-28') });
    expect((await tiles(practice.db, OWNER, day(TODAY))).undated).toBe(0);
  });

  test('a person\'s classification and date beat the rule and are shown with their reason', async () => {
    const { at, id, row, file } = await withCase();
    await classifyCase(at(1), { caseId: id, category: 'medical-necessity', path: 'send-records', avoidable: 'no', reason: 'Rep said so' });
    await overrideDeadline(at(2), { caseId: id, action: 'appeal-level-1', date: '2026-04-15', reason: 'Printed on the letter', evidence: 'Letter of 3 March' });
    expect(await row()).toMatchObject({ category: 'medical-necessity', path: 'send-records', nextAction: 'send-records', dueDay: day('2026-04-15'), nextKind: 'appeal-level-1' });
    const opened = await file();
    expect(opened.explanation.overridden).toMatchObject({ reason: 'Rep said so', userName: 'Ada Fernhill' });
    expect(opened.clocks.find(({ action }) => action === 'appeal-level-1')).toMatchObject({ due: '2026-04-15', overriddenBy: { reason: 'Printed on the letter', userName: 'Ada Fernhill' } });
    expect(opened.timeline.at(-1)).toMatchObject({ kind: 'deadline-set', detail: 'Printed on the letter. Letter of 3 March' });
  });

  test('a submission needs a number or a reason, stops its clock and puts the follow-up in its place', async () => {
    const { db, vault, at, id, row, file } = await withCase();
    const request = { caseId: id, action: 'appeal-level-1' as const, on: TODAY, channel: 'fax' as const, confirmation: null, noConfirmationReason: null, followUpOn: '2026-04-10' };
    expect(await recordSubmission(at(1), request)).toMatchObject({ ok: false, error: { field: 'noConfirmationReason' } });
    expect((await recordSubmission(at(1), { ...request, confirmation: 'FX-4471' })).ok).toBe(true);
    expect(await row()).toMatchObject({ state: 'appeal-sent', nextAction: 'wait-for-payer', nextDay: day('2026-04-10'), nextKind: 'follow-up' });
    expect((await file()).clocks.find(({ action }) => action === 'appeal-level-1')?.kind).toBe('stopped');
    expect(await searchCases(db, vault, 'fx44', 5)).toHaveLength(1);
    expect(await db.clocks.where('caseId').equals(id).count()).toBe(0);
  });

  test('an upheld appeal opens the next level', async () => {
    const { at, id, row, file } = await withCase({}, 'cigna');
    await recordSubmission(at(1), { caseId: id, action: 'appeal-level-1', on: TODAY, channel: 'portal', confirmation: 'C1', noConfirmationReason: null, followUpOn: '2026-04-10' });
    await logContact(at(2, '2026-04-12'), { caseIds: [id], contact: { ...contact, outcome: 'appeal-upheld', answers: [{ key: 'decided-on', question: 'On which day was it decided?', kind: 'date', value: '2026-04-12' }] }, outcome: 'appeal-upheld', followUpOn: '2026-04-20', nextAction: 'appeal' });
    expect((await file('2026-04-12')).clocks.find(({ action }) => action === 'appeal-level-2')).toMatchObject({ kind: 'dated', raw: '2027-04-12' });
    // The patient's external review runs out before it: four months from the decision.
    expect(await row()).toMatchObject({ nextKind: 'follow-up', safeDay: day('2026-08-12') });
  });

  test('one call about several cases reaches each, is found by reference and rep, and sets the next day', async () => {
    const { db, vault, at, id } = await withCase();
    const other = await recordCase(at(1), { payerKey: 'aetna', source: 'form', pasted: null, claim: { index: -1, facts: deniedFacts({ claimControlNumber: 'E777', patientControlNumber: 'ACC-9', patientName: 'Oakes, Benno', memberId: 'Z81' }), references: [], edited: [], noReferenceIssued: false } });
    const second = other.ok ? other.value.caseId : '';
    const logged = await logContact(at(2), { caseIds: [id, second], contact, outcome: 'in-process', followUpOn: '2026-04-09', nextAction: 'check-status' });
    expect(logged.ok).toBe(true);
    for (const one of [id, second]) expect(await db.cases.get(one)).toMatchObject({ followUpDay: day('2026-04-09'), nextAction: 'check-status', state: 'working' });
    expect(await searchCases(db, vault, 'CALL-889', 5)).toHaveLength(2);
    expect(await searchCases(db, vault, 'dana', 5)).toHaveLength(2);
    expect(await logContact(at(3), { caseIds: [id, 'no-such-case'], contact, outcome: 'paid', followUpOn: '2026-04-09', nextAction: 'review' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await db.contacts.count()).toBe(1);
  });

  test('a resolved case leaves the queue, stays on file and can come back', async () => {
    const { db, vault, ctx, at, id, row } = await withCase();
    await resolveCase(at(1), { caseId: id, outcome: 'overturned', reason: 'Paid on appeal', recoveredCents: 45_000 });
    expect(await row()).toMatchObject({ open: 0, state: 'resolved' });
    expect(await tiles(db, OWNER, day(TODAY))).toEqual({ dueSoon: 0, overdue: 0, undated: 0, openCases: 0, openCents: 0 });
    expect((await queuePage(db, { ownerId: null, sort: 'priority', state: 'resolved' }, day(TODAY), 0, 9)).total).toBe(1);
    expect(await searchCases(db, vault, 'thistle', 5)).toHaveLength(1);
    expect((await db.clocks.where('caseId').equals(id).toArray()).every(({ open }) => open === 0)).toBe(true);
    expect(await resolveCase(at(2), { caseId: id, outcome: 'closed', reason: 'again', recoveredCents: null })).toMatchObject({ ok: false });
    await reopenCase(at(3), { caseId: id, reason: 'Taken back' });
    expect(await row()).toMatchObject({ open: 1, undated: '' });
    expect((await tiles(db, OWNER, day(TODAY))).openCents).toBe(45_000);
    expect((await auditPage(db, id, 0, 9)).rows.map(({ command }) => command)).toEqual(['case:reopen', 'case:resolve', 'capture:save']);
    expect(await verifyAudit(db, vault)).toMatchObject({ ok: true });
    expect(ctx.userId).toBe(OWNER);
  });

  test('looking is a row of the trail and touches nothing', async () => {
    const { db, at, id, row } = await withCase();
    const before = await row();
    expect((await markViewed(at(1), { caseId: id, revealed: ['memberId'] })).ok).toBe(true);
    expect(await row()).toEqual(before);
    expect((await auditPage(db, id, 0, 9)).rows[0]).toMatchObject({ command: 'case:viewed+memberId', userName: 'Ada Fernhill' });
  });

  test('the status note is one line of plain text, whatever a page or a rep put into the fields', async () => {
    const { at, id, file } = await withCase({ patientName: 'Mar\u202Egu\u200Berite', claimControlNumber: 'E26\u200B0612\u202E', payerName: 'Aetna' });
    await addNote(at(1), { caseId: id, text: 'Spoke to the office.' });
    await noteCopied(at(2), { caseId: id });
    await logContact(at(3), { caseIds: [id], contact: { ...contact, note: 'line one\nline two\u0007\u2028\u202Eend', reference: null, noReferenceReason: 'refused' }, outcome: 'in-process', followUpOn: '2026-04-09', nextAction: 'call-payer' });
    const note = statusNote(await file(), TODAY, 'Ada Fernhill');
    expect(note).toMatch(/^[\x20-\x7E]+$/u);
    expect(note).toContain('Called 03/10/2026, Dana R., no reference (refused): in process; Reprocessed within 30 days by 04/09/2026; line one line two end.');
    expect(note).toContain('Next: call payer, ');
    expect(note).toContain('follow up 04/09/2026.');
    expect(note.length).toBeLessThan(700);
  });
});

describe('dates over time', () => {
  test('a window that ends gives way to the next and the timeline says so; nothing else is touched', async () => {
    const { db, at, id, row } = await withCase({}, 'cigna');
    await overrideDeadline(at(1), { caseId: id, action: 'corrected-claim', date: '2026-03-20', reason: 'contract', evidence: '' });
    expect(await row()).toMatchObject({ nextKind: 'corrected-claim', safeDay: day('2026-03-20') });
    expect(await redateOpenCases(at(2, '2026-03-20'), { what: 'day' })).toEqual({ looked: 0, changed: 0, damaged: 0 });
    expect(await redateOpenCases(at(3, '2026-03-21'), { what: 'day' })).toMatchObject({ looked: 1, changed: 1 });
    expect(await row()).toMatchObject({ nextKind: 'appeal-level-1', safeDay: day('2026-08-28') });
    expect((await db.events.where('[caseId+atMs]').between([id, 0], [id, Infinity]).toArray()).filter(({ kind }) => kind === 'redated')).toHaveLength(1);
    expect(await redateOpenCases(at(4, '2026-03-21'), { what: 'day' })).toEqual({ looked: 0, changed: 0, damaged: 0 });
  });

  test('when a payer is set right all its cases are dated anew', async () => {
    const { ctx, at, row } = await withCase();
    expect(await redateOpenCases(at(1), { what: 'all' })).toMatchObject({ looked: 1, changed: 0 });
    await savePayer({ ...ctx, userId: COLLEAGUE }, { ...AETNA, contractWindows: [{ action: 'reconsideration', value: 30, unit: 'calendar-days', startsFrom: 'remittance-date', evidence: 'Contract, section 4' }] });
    expect(await redateOpenCases(at(2), { what: 'all', payerKey: 'aetna' })).toMatchObject({ changed: 1 });
    expect(await row()).toMatchObject({ dueDay: day('2026-04-01'), nextKind: 'reconsideration' });
  });

  test('a run over everything that is stopped goes on after its last batch, and seals nothing it does not change', async () => {
    const { db, vault, ctx, at } = await withCase();
    for (let n = 1; n < 7; n += 1) await saveCapture(ctx, capture(deniedFacts({ claimControlNumber: `E-70${n}`, patientControlNumber: `ACC-70${n}` })), null, 'portal.example');
    const seal = vi.spyOn(vault, 'seal');
    const before = await db.cases.toArray();
    const stopper = new AbortController();
    const putting = vi.spyOn(db.meta, 'put').mockImplementation(((row: { key: string; value: unknown }) => {
      if (row.key === 'redate-cursor') stopper.abort(); // the vault is locked while the first batch ends
      return db.table('meta').add({ ...row }).catch(() => db.table('meta').update(row.key, { value: row.value }));
    }) as typeof db.meta.put);
    expect(await redateOpenCases(at(1), { what: 'all', run: '2.0', batchCases: 3, signal: stopper.signal })).toMatchObject({ looked: 3, changed: 0 });
    putting.mockRestore();
    expect(await redateOpenCases(at(2), { what: 'all', run: '2.0', batchCases: 3 })).toMatchObject({ looked: 4, changed: 0 });
    expect(await redateOpenCases(at(3), { what: 'all', run: '3.0', batchCases: 3 })).toMatchObject({ looked: 7 });
    expect(await redateOpenCases(at(4), { what: 'all', run: '3.0', batchCases: 3, signal: AbortSignal.abort() })).toMatchObject({ looked: 0 });
    expect(seal).not.toHaveBeenCalled();
    expect(await db.cases.toArray()).toEqual(before);
  });

  test('a date that moves leaves what is sealed as it was', async () => {
    const { ctx, at, row, file } = await withCase();
    const before = await row();
    await savePayer({ ...ctx, userId: COLLEAGUE }, { ...AETNA, contractWindows: [{ action: 'reconsideration', value: 30, unit: 'calendar-days', startsFrom: 'remittance-date', evidence: 'Contract, section 4' }] });
    await redateOpenCases(at(1), { what: 'all', payerKey: 'aetna' });
    expect(await row()).toMatchObject({ sealed: before.sealed, blind: before.blind, touchedMs: before.touchedMs, rev: before.rev + 1 });
    expect((await file()).item.patientName).toBe('Thistlewood, Marguerite');
  });

  test('an overdue case stays in sight as overdue', async () => {
    const { db } = await withCase({ remittanceOn: '2025-06-02', serviceFrom: '2025-05-03', serviceTo: '2025-05-03' }, 'cigna');
    expect(await tiles(db, OWNER, day(TODAY))).toMatchObject({ overdue: 1, dueSoon: 0 });
    expect((await queuePage(db, { ownerId: OWNER, sort: 'priority', due: 'overdue' }, day(TODAY), 0, 9)).total).toBe(1);
  });

  test('what is known of a payer comes with its rules and notes', async () => {
    const { db, vault } = await openPractice();
    const card = await payerCard(db, vault, 'cigna');
    expect(card?.rules.map(({ id }) => id)).toContain('cigna-appeal');
    expect(await payerCard(db, vault, 'nobody')).toBeNull();
  });
});

describe('killed at any moment', () => {
  test('a change that is not acknowledged leaves everything as it was, and the trail holds', async () => {
    const { db, vault, at, id, row } = await withCase();
    for (const table of ['cases', 'clocks', 'events', 'audit'] as const) {
      const before = await row();
      const hook = (): void => { throw new Error('killed'); };
      const kind = table === 'cases' || table === 'clocks' ? 'updating' : 'creating';
      db.table(table).hook(kind as 'creating', hook);
      await expect(planCase(at(1), { caseId: id, state: 'working', followUpOn: '2026-03-19' }), table).rejects.toThrow();
      db.table(table).hook(kind as 'creating').unsubscribe(hook);
      expect(await row(), table).toEqual(before);
      expect((await tiles(db, OWNER, day(TODAY))).openCases).toBe(1);
      expect(await verifyAudit(db, vault)).toMatchObject({ ok: true });
    }
    expect((await planCase(at(2), { caseId: id, state: 'working', followUpOn: '2026-03-19' })).ok).toBe(true);
  });

  test('changes asked for at once all arrive, one after the other', async () => {
    const { db, vault, at, id, row, file } = await withCase();
    const asked = await Promise.all(Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? addNote(at(n), { caseId: id, text: `note ${n}` }) : planCase(at(n), { caseId: id, followUpOn: `2026-04-${String(n + 1).padStart(2, '0')}` }))));
    expect(asked.every(({ ok }) => ok)).toBe(true);
    expect((await row()).rev).toBe(13);
    expect((await file()).timeline.filter(({ kind }) => kind === 'note')).toHaveLength(6);
    expect(await verifyAudit(db, vault)).toMatchObject({ ok: true });
  });

  test('a damaged record does not take the queue with it', async () => {
    const { db, vault, id, ctx } = await withCase();
    await saveCapture(ctx, capture(deniedFacts({ claimControlNumber: 'E888', patientControlNumber: 'ACC-8' })), null, 'portal.example');
    await db.cases.update(id, { 'sealed.box': new Uint8Array([1, 2, 3]) });
    const page = await queuePage(db, { ownerId: OWNER, sort: 'priority' }, day(TODAY), 0, 9);
    expect(page.total).toBe(2);
    expect(await searchCases(db, vault, 'thistle', 9)).toHaveLength(1);
    expect(await addNote(ctx, { caseId: id, text: 'x' })).toMatchObject({ ok: false, error: { code: 'damaged-record' } });
    expect(await redateOpenCases(ctx, { what: 'all' })).toMatchObject({ damaged: 1 });
  });
});
