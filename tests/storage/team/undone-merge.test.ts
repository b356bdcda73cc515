import { beforeEach, expect, test } from 'vitest';
import { addNote } from '../../../storage/cases/add-note.ts';
import { logContact } from '../../../storage/cases/log-contact.ts';
import { openCase } from '../../../storage/cases/open-case.ts';
import { recordLetter } from '../../../storage/cases/record-letter.ts';
import { recordSubmission } from '../../../storage/cases/record-submission.ts';
import { mergeCases, undoRegrouping } from '../../../storage/cases/regroup-cases.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { casesToDecide } from '../../../storage/team/decide-choice.ts';
import { capture, deniedFacts } from '../cases/practice.ts';
import { bundleOf, computer, takeIn, throwIf } from './two-computers.ts';
import type { Computer } from './two-computers.ts';

/**
 * A merge that was taken back stays taken back, also where another computer holds the case as it was in between: restored from a
 * backup of then, it shares no history of writings with this one.
 */
let ada: Computer;
let bo: Computer;
let one = '';
let two = '';
let regroupingId = '';

/** Another computer with the same rows, as after restoring a backup there. */
async function restoredFrom(from: Computer, name: string, seed: number): Promise<Computer> {
  const made = await computer(name, 'Bo Larkspur', seed);
  for (const table of from.ctx.db.tables) {
    if (table.name === 'meta') continue;
    await made.ctx.db.table(table.name).clear();
    await made.ctx.db.table(table.name).bulkPut(await table.toArray());
  }
  await made.ctx.db.meta.put({ key: 'pack-key', value: (await from.ctx.db.meta.get('pack-key'))?.value });
  const id = `user-${name}-000${seed}`;
  await made.ctx.db.users.put({ id, name: 'Bo Larkspur', role: 'lead', createdMs: seed });
  const ctx = { ...made.ctx, vault: from.ctx.vault, userId: id };
  return { name, ctx, at: (minutes) => ({ ...from.at(minutes), db: ctx.db, userId: id }) };
}

async function sealedOn(on: Computer, caseId: string) {
  const row = await on.ctx.db.cases.get(caseId);
  if (row === undefined) throw new Error('no such case');
  return { row, sealed: await openCase(on.ctx.vault, row) };
}

const CALL = { channel: 'phone' as const, numberDialled: '', representative: 'Wilhelmine', reference: '9911', noReferenceReason: null, outcome: 'denied' as const, promise: '', promisedFor: null, note: 'Asked about the second claim', startedAtMs: 1, endedAtMs: 2, holdSeconds: null };

beforeEach(async () => {
  ada = await computer('ada', 'Ada Fernhill', 1);
  const save = async (number: string, more: object) => (await throwIf(saveCapture(ada.ctx, capture(deniedFacts({ claimControlNumber: number, patientControlNumber: number, ...more })), null, 'portal.example'))).saved[0]?.caseId ?? '';
  one = await save('E26061234500', { provider: null, group: null });
  two = await save('E26061234511', { provider: 'Dr. Iris Falkenrath' });
  await throwIf(recordLetter(ada.at(1), { caseId: two, kind: 'records-request', on: '2026-03-05', receivedOn: null, lastDay: '2026-05-01', evidence: 'Letter' }));
  await throwIf(recordSubmission(ada.at(1), { caseId: two, action: 'records', on: '2026-03-09', channel: 'fax', confirmation: 'FAX-1', noConfirmationReason: null, followUpOn: '2026-03-20' }));
  await throwIf(logContact(ada.at(1), { caseIds: [two], contact: CALL, outcome: 'denied', followUpOn: '2026-03-20', nextAction: 'check-status' }));
  ({ regroupingId } = await throwIf(mergeCases(ada.at(2), { caseId: one, otherId: two, reason: 'Same claim' })));
  bo = await restoredFrom(ada, 'bo', 2);
  await throwIf(undoRegrouping(ada.at(3), { regroupingId }));
  await throwIf(addNote(bo.at(4), { caseId: one, text: 'Asked for the supervisor' }));
});

async function isApart(on: Computer, why: string): Promise<void> {
  const [first, second] = [await sealedOn(on, one), await sealedOn(on, two)];
  expect({ provider: first.sealed.facts.provider, letters: first.sealed.letters ?? [], submissions: first.sealed.submissions, alsoNumbers: first.sealed.alsoNumbers ?? [] }, why).toEqual({ provider: null, letters: [], submissions: [], alsoNumbers: [] });
  expect((await on.ctx.db.contacts.where('caseIds').equals(one).count()), `${why}: calls of the first`).toBe(0);
  expect((await on.ctx.db.contacts.where('caseIds').equals(two).count()), `${why}: calls of the second`).toBe(1);
  expect({ open: second.row.open, into: second.sealed.mergedInto ?? null, letters: second.sealed.letters?.length }, why).toEqual({ open: 1, into: null, letters: 1 });
  expect((await casesToDecide(on.ctx.db, on.ctx.vault, 10)).total, `${why}: questions`).toBe(0);
}

test('the other computer’s file comes first', async () => {
  await takeIn(ada, await bundleOf(bo, [one, two], { minutes: 5 }), { minutes: 6 });
  await isApart(ada, 'here');
  await takeIn(bo, await bundleOf(ada, [one, two], { minutes: 7 }), { minutes: 8 });
  await isApart(bo, 'there');
});

test('our file comes first, and old ones come again, in any order', async () => {
  const fromBo = await bundleOf(bo, [two, one], { minutes: 5 });
  const fromAda = await bundleOf(ada, [two, one], { minutes: 6 });
  await takeIn(bo, fromAda, { minutes: 7 });
  await isApart(bo, 'there');
  await takeIn(ada, fromBo, { minutes: 8 });
  await isApart(ada, 'here');
  await takeIn(bo, fromBo, { minutes: 9 });
  await takeIn(bo, fromAda, { minutes: 9 });
  await isApart(bo, 'there, with its own old file');
  const cy = await computer('cy', 'Cy Marchetti', 3);
  await takeIn(cy, fromBo, { minutes: 10 });
  await takeIn(cy, fromAda, { minutes: 11 });
  await isApart(cy, 'at a third');
});

test('what somebody typed since, and a merge that is made again, count', async () => {
  await takeIn(bo, await bundleOf(ada, [one, two], { minutes: 5 }), { minutes: 6 });
  await throwIf(mergeCases(bo.at(7), { caseId: one, otherId: two, reason: 'The same after all' }));
  await takeIn(ada, await bundleOf(bo, [one, two], { minutes: 8 }), { minutes: 9 });
  const first = await sealedOn(ada, one);
  expect(first.sealed.facts.provider).toBe('Dr. Iris Falkenrath');
  expect(first.sealed.letters).toHaveLength(1);
  expect((await sealedOn(ada, two)).sealed.mergedInto).toBe(one);
});

test('a merge that is made again on the same computer keeps the call, there and everywhere', async () => {
  await takeIn(bo, await bundleOf(ada, [one, two], { minutes: 5 }), { minutes: 6 });
  await isApart(bo, 'there');
  const again = (await throwIf(mergeCases(ada.at(7), { caseId: one, otherId: two, reason: 'The same after all' }))).regroupingId;
  const callsOf = async (on: Computer): Promise<number> => on.ctx.db.contacts.where('caseIds').equals(one).count();
  expect(await callsOf(ada)).toBe(1);
  await takeIn(bo, await bundleOf(ada, [one, two], { minutes: 8 }), { minutes: 9 });
  expect(await callsOf(bo), 'there').toBe(1);
  await throwIf(addNote(bo.at(10), { caseId: one, text: 'Asked again' }));
  const cy = await computer('cy', 'Cy Marchetti', 3);
  const fromBo = await bundleOf(bo, [one, two], { minutes: 11 });
  for (const on of [ada, cy]) await takeIn(on, fromBo, { minutes: 12 });
  expect([await callsOf(ada), await callsOf(cy)], 'back here, and at a third').toEqual([1, 1]);

  // And what is undone once more is apart once more.
  await throwIf(undoRegrouping(ada.at(13), { regroupingId: again }));
  await takeIn(bo, await bundleOf(ada, [one, two], { minutes: 14 }), { minutes: 15 });
  await isApart(bo, 'undone again');
});

test('a call that is about no other case here stays, without coming back where it was taken away', async () => {
  const cy = await computer('cy', 'Cy Marchetti', 3);
  await takeIn(cy, await bundleOf(bo, [one], { minutes: 5 }), { minutes: 6 });
  await takeIn(cy, await bundleOf(ada, [one], { minutes: 7 }), { minutes: 8 });
  expect(await cy.ctx.db.contacts.where('caseIds').equals(one).count()).toBe(1);
  await throwIf(addNote(cy.at(9), { caseId: one, text: 'Asked for the supervisor' }));
  await takeIn(ada, await bundleOf(cy, [one], { minutes: 10 }), { minutes: 11 });
  await isApart(ada, 'here');
});
