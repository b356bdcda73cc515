import { expect, test } from 'vitest';
import { startAppeal } from '../../../storage/appeals/start-appeal.ts';
import { logContact } from '../../../storage/cases/log-contact.ts';
import { beginCorrection } from '../../../storage/corrections/change-correction.ts';
import { verifyAudit } from '../../../storage/audit.ts';
import { addNote } from '../../../storage/cases/add-note.ts';
import { answerCase } from '../../../storage/cases/answer-case.ts';
import { openLooks, verdictOf } from '../../../storage/evidence/case-evidence.ts';
import { openCase } from '../../../storage/cases/open-case.ts';
import { redateOpenCases } from '../../../storage/cases/redate-open-cases.ts';
import { markSensitive } from '../../../storage/cases/mark-sensitive.ts';
import { holdCase } from '../../../storage/retention/legal-hold.ts';
import { keepApart, mergeCases, splitCase, undoRegrouping } from '../../../storage/cases/regroup-cases.ts';
import { reopenCase } from '../../../storage/cases/reopen-case.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { planCase } from '../../../storage/cases/plan-case.ts';
import { savePracticeCalendar } from '../../../storage/practice-calendar.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { twinsOfCase } from '../../../storage/queries/twins-of-case.ts';
import { capture, COLLEAGUE, deniedFacts, openPractice } from './practice.ts';
import type { Practice } from './practice.ts';

const sealedOf = async (practice: Practice, id: string) => {
  const row = await practice.db.cases.get(id);
  if (row === undefined) throw new Error('no case');
  return { row, sealed: await openCase(practice.vault, row) };
};

/** The same visit under two numbers of the payer: alike, and nothing settles it. */
async function twoCases(practice: Practice): Promise<[string, string]> {
  const one = await saveCapture(practice.ctx, capture(deniedFacts()), null, 'portal.example');
  const two = await saveCapture(practice.at(1), capture(deniedFacts({ claimControlNumber: 'E26069999900', provider: 'Halvorsen' }), { references: [{ label: 'Call', value: 'REF-9' }] }), null, 'portal.example');
  if (!one.ok || !two.ok) throw new Error('not saved');
  return [one.value.saved[0]?.caseId ?? '', two.value.saved[0]?.caseId ?? ''];
}

test('two cases of one claim: the doubt is shown, merged by hand, found under both numbers, and taken back', async () => {
  const practice = await openPractice();
  const [keep, other] = await twoCases(practice);
  expect((await twinsOfCase(practice.db, practice.vault, keep))?.twins.map(({ item, why }) => [item.id, why])).toEqual([[other, 'Account number and day agree, the payer has two numbers.']]);
  const merged = await mergeCases(practice.at(2), { caseId: keep, otherId: other, reason: 'Corrected claim of the same visit' });
  expect(merged.ok).toBe(true);
  const after = await sealedOf(practice, keep);
  expect(after.sealed.facts).toMatchObject({ claimControlNumber: 'E26061234500', provider: 'Halvorsen' });
  expect(after.sealed.references.map(({ value }) => value)).toContain('REF-9');
  expect((await sealedOf(practice, other)).row.open).toBe(0);
  expect(await reopenCase(practice.ctx, { caseId: other, reason: 'by mistake' })).toMatchObject({ ok: false });
  expect((await twinsOfCase(practice.db, practice.vault, keep))?.twins).toEqual([]);
  // A look under the other number is a look at this claim now.
  const seen = await saveCapture(practice.at(3), capture(deniedFacts({ claimControlNumber: 'E26069999900', memberId: null, status: 'pending' })), null, 'portal.example');
  expect(seen.ok && seen.value.saved[0]).toMatchObject({ caseId: keep, isNew: false });
  expect(await mergeCases(practice.at(4), { caseId: keep, otherId: other, reason: '' })).toMatchObject({ ok: false });

  await addNote(practice.at(5), { caseId: keep, text: 'Written after the merge' });
  await answerCase(practice.at(6), { caseId: keep, facts: { state: 'OH' } });
  const regrouping = merged.ok ? merged.value.regroupingId : '';
  expect(await undoRegrouping(practice.at(7), { regroupingId: regrouping })).toEqual({ ok: true, value: {} });
  const back = await sealedOf(practice, keep);
  expect(back.sealed.facts).toMatchObject({ provider: null, state: 'OH' });
  expect(back.sealed.references.map(({ value }) => value)).not.toContain('REF-9');
  const again = await sealedOf(practice, other);
  expect([again.row.open, again.sealed.facts.claimControlNumber, again.sealed.resolution]).toEqual([1, 'E26069999900', null]);
  // They were told apart by a person: not asked again.
  expect((await twinsOfCase(practice.db, practice.vault, keep))?.twins).toEqual([]);
  expect(await undoRegrouping(practice.at(8), { regroupingId: regrouping })).toMatchObject({ ok: false });
  expect(verdictOf(practice.vault, await openLooks(practice.db, practice.vault, keep), null)).toMatchObject({ whole: true });
  expect((await verifyAudit(practice.db, practice.vault)).ok).toBe(true);
});

test('a person can say that two alike are two', async () => {
  const practice = await openPractice();
  const [keep, other] = await twoCases(practice);
  await keepApart(practice.at(2), { caseId: keep, otherId: other });
  for (const id of [keep, other]) expect((await twinsOfCase(practice.db, practice.vault, id))?.twins).toEqual([]);
});

test('a look that was of another claim becomes a case of its own, and that is taken back', async () => {
  const practice = await openPractice();
  const first = await saveCapture(practice.ctx, capture(deniedFacts()), null, 'portal.example');
  const id = first.ok ? first.value.saved[0]?.caseId ?? '' : '';
  await saveCapture(practice.at(1), capture(deniedFacts({ charge: 99_000, paid: 0, provider: 'Somebody else', adjustments: [{ groupCode: 'CO', carc: '16', cents: 99_000 }] })), null, 'portal.example');
  expect((await sealedOf(practice, id)).sealed.facts.charge).toBe(99_000);
  const looks = await practice.db.observations.where('[caseId+n]').between([id, 0], [id, 99]).toArray();
  expect(await splitCase(practice.at(2), { caseId: id, observationIds: looks.map((look) => look.id), reason: 'all' })).toMatchObject({ ok: false });
  const split = await splitCase(practice.at(2), { caseId: id, observationIds: [looks[1]?.id ?? ''], reason: 'The other visit' });
  const fresh = split.ok ? split.value.caseId : '';
  expect((await sealedOf(practice, id)).sealed.facts).toMatchObject({ charge: 45_000, provider: null, adjustments: [{ groupCode: 'CO', carc: '197', cents: 45_000 }] });
  expect((await sealedOf(practice, fresh)).sealed.facts).toMatchObject({ charge: 99_000, adjustments: [{ groupCode: 'CO', carc: '16', cents: 99_000 }] });
  expect(verdictOf(practice.vault, await openLooks(practice.db, practice.vault, fresh), null)).toMatchObject({ whole: true });
  expect((await twinsOfCase(practice.db, practice.vault, id))?.twins).toEqual([]);
  const [row] = await practice.db.regroupings.toArray();
  await undoRegrouping(practice.at(3), { regroupingId: row?.id ?? '' });
  expect((await sealedOf(practice, id)).sealed.facts.charge).toBe(99_000);
  expect((await sealedOf(practice, fresh)).row.open).toBe(0);
});

test("merging and splitting date by the practice's own calendar, as everything else does", async () => {
  const practice = await openPractice();
  await savePracticeCalendar(practice.ctx, { was: { closedDays: [], pauses: [], mailDays: null }, now: { closedDays: [], pauses: [{ from: '2026-03-05', to: '2026-04-05', reason: 'Flood', source: 'Order 12', state: null }], mailDays: null } });
  const [keep, other] = await twoCases(practice);
  await saveCapture(practice.at(2), capture(deniedFacts({ provider: 'Somebody else' })), null, 'portal.example');
  await mergeCases(practice.at(3), { caseId: keep, otherId: other, reason: '' });
  const looks = await practice.db.observations.where('[caseId+n]').between([keep, 0], [keep, 99]).toArray();
  expect((await splitCase(practice.at(4), { caseId: keep, observationIds: [looks[1]?.id ?? ''], reason: '' })).ok).toBe(true);
  expect(await redateOpenCases(practice.at(5), { what: 'all' })).toMatchObject({ looked: 2, changed: 0 });
});

test('a closed case that takes in an open one is worked again, and is closed as it was when that is taken back', async () => {
  const practice = await openPractice();
  const [keep, other] = await twoCases(practice);
  await resolveCase(practice.at(2), { caseId: keep, outcome: 'paid', reason: 'Paid in March', recoveredCents: 45_000 });
  await planCase(practice.at(2), { caseId: other, followUpOn: '2026-03-20', state: 'working' });
  const merged = await mergeCases(practice.at(3), { caseId: keep, otherId: other, reason: '' });
  const now = await sealedOf(practice, keep);
  expect([now.row.open, now.row.state, now.sealed.resolution]).toEqual([1, 'working', null]);
  expect(now.row.followUpDay).toBe((await practice.db.cases.get(keep))?.nextDay);
  await undoRegrouping(practice.at(4), { regroupingId: merged.ok ? merged.value.regroupingId : '' });
  const back = await sealedOf(practice, keep);
  expect([back.row.open, back.row.state, back.sealed.resolution]).toMatchObject([0, 'resolved', { outcome: 'paid', recoveredCents: 45_000 }]);
});

test('how a case had ended is not lost by merging it into another', async () => {
  const practice = await openPractice();
  const [keep, other] = await twoCases(practice);
  await resolveCase(practice.at(2), { caseId: other, outcome: 'written-off', reason: 'Too late', recoveredCents: null });
  const merged = await mergeCases(practice.at(3), { caseId: keep, otherId: other, reason: 'One visit' });
  expect((await sealedOf(practice, other)).sealed.resolution).toMatchObject({ outcome: 'written-off', reason: 'Too late' });
  await undoRegrouping(practice.at(4), { regroupingId: merged.ok ? merged.value.regroupingId : '' });
  expect((await sealedOf(practice, other)).sealed.resolution).toMatchObject({ outcome: 'written-off', reason: 'Too late' });
});

test('the earlier day to look again of two merged cases holds', async () => {
  const practice = await openPractice();
  const [keep, other] = await twoCases(practice);
  await planCase(practice.at(2), { caseId: other, followUpOn: '2026-03-12' });
  await mergeCases(practice.at(3), { caseId: keep, otherId: other, reason: '' });
  expect(await practice.db.cases.get(keep)).toMatchObject({ nextKind: 'follow-up' });
});

test('a look that is split off keeps the moment and the user of whoever saw it', async () => {
  const practice = await openPractice();
  const first = await saveCapture(practice.ctx, capture(deniedFacts()), null, 'portal.example');
  const id = first.ok ? first.value.saved[0]?.caseId ?? '' : '';
  await saveCapture(practice.at(1), capture(deniedFacts({ charge: 99_000 })), null, 'portal.example');
  const looks = await practice.db.observations.where('[caseId+n]').between([id, 0], [id, 99]).toArray();
  const split = await splitCase({ ...practice.at(60 * 24 * 30), userId: COLLEAGUE }, { caseId: id, observationIds: [looks[1]?.id ?? ''], reason: '' });
  const [moved] = await practice.db.observations.where('[caseId+n]').between([split.ok ? split.value.caseId : '', 0], [split.ok ? split.value.caseId : '', 99]).toArray();
  expect(moved).toMatchObject({ n: 1, atMs: practice.at(1).nowMs, userId: practice.ctx.userId });
});

test('appeals, corrections, notes and calls come along with a merge, and go back with it', async () => {
  const practice = await openPractice();
  const { db } = practice;
  const [keep, other] = await twoCases(practice);
  const contact = { channel: 'phone' as const, numberDialled: '', representative: 'Dana R.', reference: 'CALL-1', noReferenceReason: null, outcome: 'in-process' as const, promise: 'Reprocessed', promisedFor: '2026-04-09', note: '', startedAtMs: 0, endedAtMs: 1, holdSeconds: null };
  await logContact(practice.at(2), { caseIds: [other], contact, outcome: 'in-process', followUpOn: '2026-04-10', nextAction: 'check-status', notes: [{ caseId: other, text: 'Note', formatId: 'paragraph', formatVersion: 0 }] });
  expect((await beginCorrection(practice.at(3), { caseId: other, kind: 'replacement', originalClaimNumber: 'E26069999900', changes: [], reason: '', records: [], requestReference: null })).ok).toBe(true);
  const begun = await startAppeal(practice.at(4), { caseId: other, level: 'appeal-level-1' });
  expect(begun.ok).toBe(true);
  const filed = async (id: string) => [await db.promises.where('caseId').equals(id).count(), await db.caseNotes.where('caseId').equals(id).count(), await db.corrections.where('caseId').equals(id).count(), await db.appeals.where('caseId').equals(id).count(), await db.contacts.where('caseIds').equals(id).count()];
  expect([await filed(keep), await filed(other)]).toEqual([[0, 0, 0, 0, 0], [1, 1, 1, 1, 1]]);
  const merged = await mergeCases(practice.at(5), { caseId: keep, otherId: other, reason: '' });
  if (!merged.ok) throw new Error(merged.error.code);
  // One call, found at both; everything else is worked at the case that is left.
  expect([await filed(keep), await filed(other)]).toEqual([[1, 1, 1, 1, 1], [0, 0, 0, 0, 1]]);
  expect((await undoRegrouping(practice.at(6), { regroupingId: merged.value.regroupingId })).ok).toBe(true);
  expect([await filed(keep), await filed(other)]).toEqual([[0, 0, 0, 0, 0], [1, 1, 1, 1, 1]]);
});

test('a call that was about both cases is about the kept one before, during and after a merge that is taken back', async () => {
  const practice = await openPractice();
  const [keep, other] = await twoCases(practice);
  const contact = { channel: 'phone' as const, numberDialled: '', representative: 'Dana R.', reference: 'CALL-1', noReferenceReason: null, outcome: 'in-process' as const, promise: '', promisedFor: null, note: '', startedAtMs: 0, endedAtMs: 1, holdSeconds: null };
  await logContact(practice.at(2), { caseIds: [keep, other], contact, outcome: 'in-process', followUpOn: '2026-04-10', nextAction: 'check-status' });
  const about = async () => (await practice.db.contacts.toArray()).map(({ caseIds }) => [...caseIds].sort());
  const before = await about();
  const merged = await mergeCases(practice.at(3), { caseId: keep, otherId: other, reason: 'Same visit' });
  await undoRegrouping(practice.at(4), { regroupingId: merged.ok ? merged.value.regroupingId : '' });
  expect(await about()).toEqual(before);
});

test('a mark that keeps a case from leaving comes along; under a legal hold nothing is merged or split off', async () => {
  const practice = await openPractice();
  const [keep, other] = await twoCases(practice);
  expect((await markSensitive(practice.at(2), { caseId: other, kind: 'substance-use', reason: 'Program under part 2' })).ok).toBe(true);
  expect((await holdCase(practice.at(3), { caseId: other, on: true, reason: 'Subpoena' })).ok).toBe(true);
  expect(await mergeCases(practice.at(4), { caseId: keep, otherId: other, reason: 'Same visit' })).toMatchObject({ ok: false, error: { code: 'on-hold' } });
  expect(await splitCase(practice.at(4), { caseId: other, observationIds: ['any'], reason: 'Another claim' })).toMatchObject({ ok: false, error: { code: 'on-hold' } });
  await holdCase(practice.at(5), { caseId: other, on: false, reason: 'Withdrawn' });
  expect((await mergeCases(practice.at(6), { caseId: keep, otherId: other, reason: 'Same visit' })).ok).toBe(true);
  expect((await sealedOf(practice, keep)).sealed.sensitive).toMatchObject({ kind: 'substance-use' });
});
