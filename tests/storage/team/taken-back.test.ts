import { beforeEach, expect, test } from 'vitest';
import { addNote } from '../../../storage/cases/add-note.ts';
import { changeSubmission } from '../../../storage/cases/change-submission.ts';
import { openCase } from '../../../storage/cases/open-case.ts';
import { overrideDeadline } from '../../../storage/cases/override-deadline.ts';
import { recordLetter } from '../../../storage/cases/record-letter.ts';
import { recordSubmission } from '../../../storage/cases/record-submission.ts';
import { mergeCases, undoRegrouping } from '../../../storage/cases/regroup-cases.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { capture, deniedFacts, NOW } from '../cases/practice.ts';
import { bundleOf, computer, takeIn, throwIf } from './two-computers.ts';
import type { Computer } from './two-computers.ts';

/** What a person took back stays taken back when files are joined, on both computers. */
let ada: Computer;
let bo: Computer;

beforeEach(async () => {
  ada = await computer('ada', 'Ada Fernhill', 1);
  bo = await computer('bo', 'Bo Larkspur', 2);
});

async function aCase(number: string): Promise<string> {
  const saved = await throwIf(saveCapture(ada.ctx, capture(deniedFacts({ claimControlNumber: number, patientControlNumber: number })), null, 'portal.example'));
  return saved.saved[0]?.caseId ?? '';
}
async function sealedOn(on: Computer, caseId: string) {
  const row = await on.ctx.db.cases.get(caseId);
  if (row === undefined) throw new Error('no such case');
  return openCase(on.ctx.vault, row);
}

test('a date set by hand and a step sent that were taken back do not come back with the next file', async () => {
  const id = await aCase('E26061234500');
  await throwIf(overrideDeadline(ada.at(1), { caseId: id, action: 'appeal-level-1', date: '2026-06-30', reason: 'Printed in the letter', evidence: 'Letter of March 2' }));
  await throwIf(recordSubmission(ada.at(2), { caseId: id, action: 'records', on: '2026-03-09', channel: 'fax', confirmation: 'FAX-1', noConfirmationReason: null, followUpOn: '2026-03-20' }));
  await takeIn(bo, await bundleOf(ada, [id], { minutes: 3 }), { minutes: 4 });
  expect(await sealedOn(bo, id)).toMatchObject({ overrides: [{ date: '2026-06-30' }], submissions: [{ confirmation: 'FAX-1' }] });

  await throwIf(overrideDeadline(ada.at(5), { caseId: id, action: 'appeal-level-1', date: null, reason: 'Of another claim', evidence: '' }));
  await throwIf(changeSubmission(ada.at(6), { caseId: id, atMs: NOW + 2 * 60_000, change: { kind: 'taken-back', reason: 'The fax never went' } }));
  await throwIf(addNote(bo.at(7), { caseId: id, text: 'Asked for the supervisor' }));
  await takeIn(ada, await bundleOf(bo, [id], { minutes: 8 }), { minutes: 9 });
  expect(await sealedOn(ada, id)).toMatchObject({ overrides: [], submissions: [] });
  await takeIn(bo, await bundleOf(ada, [id], { minutes: 10 }), { minutes: 11 });
  expect(await sealedOn(bo, id)).toMatchObject({ overrides: [], submissions: [] });
});

test('what a merge had brought and its undoing took away again stays away', async () => {
  const [one, two] = [await aCase('E26061234500'), await aCase('E26061234511')];
  await throwIf(recordLetter(ada.at(1), { caseId: two, kind: 'records-request', on: '2026-03-05', receivedOn: null, lastDay: '2026-05-01', evidence: 'Letter' }));
  const { regroupingId } = await throwIf(mergeCases(ada.at(2), { caseId: one, otherId: two, reason: 'Same claim' }));
  await takeIn(bo, await bundleOf(ada, [one], { minutes: 3 }), { minutes: 4 });
  const letters = (await sealedOn(bo, one)).letters ?? [];
  expect(letters).toHaveLength(1);
  await throwIf(undoRegrouping(ada.at(5), { regroupingId }));
  expect((await sealedOn(ada, one)).letters ?? []).toEqual([]);
  await throwIf(addNote(bo.at(6), { caseId: one, text: 'Asked for the supervisor' }));
  await takeIn(ada, await bundleOf(bo, [one], { minutes: 7 }), { minutes: 8 });
  expect((await sealedOn(ada, one)).letters ?? []).toEqual([]);
});
