import { expect, test } from 'vitest';
import { editPacket } from '../../../storage/appeals/edit-packet.ts';
import { openAppeal } from '../../../storage/appeals/open-appeal.ts';
import { startAppeal } from '../../../storage/appeals/start-appeal.ts';
import { settlePromise } from '../../../storage/calls/promises.ts';
import { addNote } from '../../../storage/cases/add-note.ts';
import { logContact } from '../../../storage/cases/log-contact.ts';
import { mergeCases } from '../../../storage/cases/regroup-cases.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { capture, deniedFacts } from '../cases/practice.ts';
import { bundleOf, computer, takeIn, throwIf } from './two-computers.ts';

test('a file of a case that was merged here leaves its appeal and promise where the merge put them, as they were worked on since', async () => {
  const [ada, bo] = [await computer('ada', 'Ada Fernhill', 1), await computer('bo', 'Bo Larkspur', 2)];
  const make = async (number: string): Promise<string> => (await throwIf(saveCapture(ada.ctx, capture(deniedFacts({ claimControlNumber: number, patientControlNumber: number })), null, 'portal.example'))).saved[0]?.caseId ?? '';
  const [kept, gone] = [await make('E26061234500'), await make('E26061234511')];
  const { appealId } = await throwIf(startAppeal(ada.at(1), { caseId: gone, level: 'appeal-level-1' }));
  await throwIf(logContact(ada.at(2), {
    caseIds: [gone], outcome: 'in-process', followUpOn: '2026-03-20', nextAction: 'check-status',
    contact: { channel: 'phone', numberDialled: '800 555 0100', representative: 'Perpetua', reference: 'R1', noReferenceReason: null, outcome: 'in-process', promise: 'will pay', promisedFor: '2026-03-18', note: '', startedAtMs: 1, endedAtMs: 2, holdSeconds: 3 },
  }));
  await takeIn(bo, await bundleOf(ada, [gone], { minutes: 3 }), { minutes: 4 });

  await throwIf(mergeCases(ada.at(5), { caseId: kept, otherId: gone, reason: 'Same claim' }));
  await throwIf(editPacket(ada.at(6), { appealId, rev: (await ada.ctx.db.appeals.get(appealId))?.rev ?? 0, edit: { kind: 'about', signer: 'Dr. Hartwell' } }));
  const promiseId = (await ada.ctx.db.promises.toArray())[0]?.id ?? '';
  await throwIf(settlePromise(ada.at(7), { promiseId, state: 'kept', how: 'Paid' }));

  await throwIf(addNote(bo.at(8), { caseId: gone, text: 'Asked for the supervisor' }));
  const file = await bundleOf(bo, [gone], { minutes: 9 });
  expect(await takeIn(ada, file, { minutes: 10 })).toMatchObject({ merged: 1 });
  const row = await ada.ctx.db.appeals.get(appealId);
  expect(row?.caseId).toBe(kept);
  if (row !== undefined) expect((await openAppeal(ada.ctx.vault, row)).signer).toBe('Dr. Hartwell');
  expect(await ada.ctx.db.promises.get(promiseId)).toMatchObject({ caseId: kept, state: 'kept' });
  expect((await ada.ctx.db.events.where('[caseId+atMs]').between([gone, -Infinity], [gone, Infinity]).count())).toBeGreaterThan(0);
  expect(await takeIn(ada, file, { minutes: 11 }), 'the same again changes nothing').toMatchObject({ same: 1 });

  // And what moved away is not emptied on the computer where it still belongs to that case.
  const facts = async (): Promise<number> => {
    const there = await bo.ctx.db.appeals.get(appealId);
    return there === undefined ? -1 : (await openAppeal(bo.ctx.vault, there)).typedFacts.length;
  };
  const before = await facts();
  await takeIn(bo, await bundleOf(ada, [gone, kept], { minutes: 12 }), { minutes: 13 });
  expect(await facts()).toBe(before);
  expect((await bo.ctx.db.appeals.get(appealId))?.caseId).toBe(gone);
});

test('a look or a line of the timeline that is here under another case does not stop the file', async () => {
  const [ada, bo] = [await computer('ada', 'Ada Fernhill', 1), await computer('bo', 'Bo Larkspur', 2)];
  const id = (await throwIf(saveCapture(ada.ctx, capture(deniedFacts()), null, 'portal.example'))).saved[0]?.caseId ?? '';
  const file = await bundleOf(ada, [id], { minutes: 1 });
  const [look] = await ada.ctx.db.observations.toArray();
  const [event] = await ada.ctx.db.events.toArray();
  if (look === undefined || event === undefined) throw new Error('a capture makes both');
  await bo.ctx.db.observations.add({ ...look, caseId: 'case-elsewhere' });
  await bo.ctx.db.events.add({ ...event, caseId: 'case-elsewhere' });
  expect(await takeIn(bo, file, { minutes: 2 })).toMatchObject({ fresh: 1 });
  expect((await bo.ctx.db.observations.get(look.id))?.caseId).toBe('case-elsewhere');
  expect((await bo.ctx.db.events.get(event.id))?.caseId).toBe('case-elsewhere');
});
