import { beforeEach, expect, test } from 'vitest';
import type { Appeal, PacketPart } from '../../../rules/domain/appeal.ts';
import { beginDocument, finishDocument, putDocumentPart, removeDocument } from '../../../storage/appeals/documents.ts';
import { editPacket } from '../../../storage/appeals/edit-packet.ts';
import { startAppeal } from '../../../storage/appeals/start-appeal.ts';
import { addNote } from '../../../storage/cases/add-note.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { holdCase } from '../../../storage/retention/legal-hold.ts';
import type { Sealed } from '../../../storage/schema/v1.ts';
import { casesToDecide, decideChoice } from '../../../storage/team/decide-choice.ts';
import { capture, deniedFacts } from '../cases/practice.ts';
import { bundleOf, computer, takeIn, throwIf } from './two-computers.ts';
import type { Computer } from './two-computers.ts';

/** A document that somebody removed for good stays removed, whichever computer's file comes when. */
let ada: Computer;
let bo: Computer;
let caseId = '';
let appealId = '';
let documentId = '';

beforeEach(async () => {
  ada = await computer('ada', 'Ada Fernhill', 1);
  bo = await computer('bo', 'Bo Larkspur', 2);
  caseId = (await throwIf(saveCapture(ada.ctx, capture(deniedFacts()), null, 'portal.example'))).saved[0]?.caseId ?? '';
  ({ appealId } = await throwIf(startAppeal(ada.at(1), { caseId, level: 'appeal-level-1' })));
  const bytes = new TextEncoder().encode('%PDF-1.4 chart of somebody else');
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
  ({ documentId } = await throwIf(beginDocument(ada.at(2), { appealId, name: 'chart.pdf', type: 'application/pdf', bytes: bytes.length, pages: 1, sha256 })));
  await throwIf(putDocumentPart(ada.at(2), { documentId, n: 0, data: bytes.toBase64() }));
  await throwIf(finishDocument(ada.at(2), { documentId }));
});

const documentsOn = async (on: Computer): Promise<[number, number]> => [await on.ctx.db.documents.count(), await on.ctx.db.documentParts.count()];

test('it does not come back from a file that was made before, nor from a colleague who still had it, and goes there as well', async () => {
  const old = await bundleOf(ada, [caseId], { minutes: 3, withDocuments: true });
  await takeIn(bo, old, { minutes: 4 });
  expect(await documentsOn(bo)).toEqual([1, 1]);
  await throwIf(removeDocument(ada.at(5), { documentId }));
  await throwIf(addNote(bo.at(6), { caseId, text: 'Asked for the supervisor' }));
  const fromBo = await bundleOf(bo, [caseId], { minutes: 7, withDocuments: true });
  await takeIn(ada, fromBo, { minutes: 8 });
  expect(await documentsOn(ada), 'from a colleague').toEqual([0, 0]);
  expect(await takeIn(ada, fromBo, { minutes: 9 }), 'the same file again').toMatchObject({ same: 1 });
  await takeIn(ada, old, { minutes: 10 });
  expect(await documentsOn(ada), 'from an own old file').toEqual([0, 0]);

  const fromAda = await bundleOf(ada, [caseId], { minutes: 11, withDocuments: true });
  await takeIn(bo, fromAda, { minutes: 12 });
  expect(await documentsOn(bo), 'at the colleague').toEqual([0, 0]);
  await takeIn(bo, old, { minutes: 13 });
  expect(await documentsOn(bo), 'at the colleague, from the old file').toEqual([0, 0]);

  // A third computer that hears of both in the wrong order.
  const cy = await computer('cy', 'Cy Marchetti', 3);
  await takeIn(cy, fromAda, { minutes: 14 });
  await takeIn(cy, old, { minutes: 15 });
  await takeIn(cy, fromBo, { minutes: 16 });
  expect(await documentsOn(cy), 'at a third').toEqual([0, 0]);
});

async function addPart(on: Computer, minutes: number, part: PacketPart): Promise<void> {
  const appeal = await on.ctx.db.appeals.get(appealId);
  const { parts } = (await on.ctx.vault.open('appeals', appealId, appeal?.sealed as Sealed)) as Appeal;
  await throwIf(editPacket(on.at(minutes), { appealId, rev: appeal?.rev ?? 0, edit: { kind: 'parts', parts: [...parts, part] } }));
}

test('it stays where a colleague put it into the packet meanwhile: what is used is not removed', async () => {
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 3, withDocuments: true }), { minutes: 4 });
  await throwIf(removeDocument(ada.at(5), { documentId }));
  await addPart(bo, 6, { id: 'part-of-bo', kind: 'chart-notes', title: 'Chart', why: 'Shows the need', documentId });
  await takeIn(ada, await bundleOf(bo, [caseId], { minutes: 7, withDocuments: true }), { minutes: 8 });
  expect(await documentsOn(ada)).toEqual([1, 1]);
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 9, withDocuments: true }), { minutes: 10 });
  expect(await documentsOn(bo)).toEqual([1, 1]);
});

test('it stays while it is open which of two packets holds, where one of them names it, and after that one was taken', async () => {
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 3, withDocuments: true }), { minutes: 4 });
  await throwIf(removeDocument(ada.at(5), { documentId }));
  await addPart(bo, 6, { id: 'part-of-bo', kind: 'chart-notes', title: 'Chart', why: 'Shows the need', documentId });
  await addPart(ada, 7, { id: 'part-of-ada', kind: 'orders', title: 'Order', why: 'Signed', documentId: null });
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 8, withDocuments: true }), { minutes: 9 });
  const waiting = (await casesToDecide(bo.ctx.db, bo.ctx.vault, 10)).cases[0]?.choices[0];
  expect(waiting?.path).toBe(`appeal/${appealId}/parts`);
  expect(await documentsOn(bo)).toEqual([1, 1]);
  const own = waiting?.choice.find(({ value }) => JSON.stringify(value).includes(documentId));
  await throwIf(decideChoice(bo.at(10), { caseId, path: waiting?.path ?? '', dot: [own?.dot[0] ?? '', own?.dot[1] ?? 0] }));
  expect(await documentsOn(bo), 'decided for').toEqual([1, 1]);
  await takeIn(ada, await bundleOf(bo, [caseId], { minutes: 11, withDocuments: true }), { minutes: 12 });
  expect(await documentsOn(ada), 'where it had been removed').toEqual([1, 1]);
});

const removals = async (on: Computer): Promise<string[]> => (await on.ctx.db.audit.toArray()).filter(({ command }) => command === 'document:remove').map(({ subject }) => subject ?? '');

test('where a file takes it away the trail names it', async () => {
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 3, withDocuments: true }), { minutes: 4 });
  await throwIf(removeDocument(ada.at(5), { documentId }));
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 6, withDocuments: true }), { minutes: 7 });
  expect(await documentsOn(bo)).toEqual([0, 0]);
  expect(await removals(bo)).toEqual([documentId]);
});

test('on a case under legal hold no file takes it away, and what is held here does not go back where it was removed', async () => {
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 3, withDocuments: true }), { minutes: 4 });
  await throwIf(holdCase(bo.at(5), { caseId, on: true, reason: 'Subpoena' }));
  await throwIf(removeDocument(ada.at(6), { documentId }));
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 7, withDocuments: true }), { minutes: 8 });
  expect(await documentsOn(bo)).toEqual([1, 1]);
  expect(await removals(bo)).toEqual([]);
  await takeIn(ada, await bundleOf(bo, [caseId], { minutes: 9, withDocuments: true }), { minutes: 10 });
  expect(await documentsOn(ada)).toEqual([0, 0]);

  await throwIf(holdCase(bo.at(11), { caseId, on: false, reason: 'Settled' }));
  await throwIf(addNote(ada.at(12), { caseId, text: 'Asked for the supervisor' }));
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 13, withDocuments: true }), { minutes: 14 });
  expect(await documentsOn(bo), 'once the hold is over').toEqual([0, 0]);
  expect(await removals(bo)).toEqual([documentId]);
});
