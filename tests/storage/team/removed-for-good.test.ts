import { beforeEach, expect, test } from 'vitest';
import type { Appeal } from '../../../rules/domain/appeal.ts';
import { beginDocument, finishDocument, putDocumentPart, removeDocument } from '../../../storage/appeals/documents.ts';
import { editPacket } from '../../../storage/appeals/edit-packet.ts';
import { startAppeal } from '../../../storage/appeals/start-appeal.ts';
import { addNote } from '../../../storage/cases/add-note.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import type { Sealed } from '../../../storage/schema/v1.ts';
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

test('it stays where a colleague put it into the packet meanwhile: what is used is not removed', async () => {
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 3, withDocuments: true }), { minutes: 4 });
  await throwIf(removeDocument(ada.at(5), { documentId }));
  const appeal = await bo.ctx.db.appeals.get(appealId);
  const { parts } = (await bo.ctx.vault.open('appeals', appealId, appeal?.sealed as Sealed)) as Appeal;
  await throwIf(editPacket(bo.at(6), { appealId, rev: appeal?.rev ?? 0, edit: { kind: 'parts', parts: [...parts, { id: 'part-of-bo', kind: 'chart-notes', title: 'Chart', why: 'Shows the need', documentId }] } }));
  await takeIn(ada, await bundleOf(bo, [caseId], { minutes: 7, withDocuments: true }), { minutes: 8 });
  expect(await documentsOn(ada)).toEqual([1, 1]);
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 9, withDocuments: true }), { minutes: 10 });
  expect(await documentsOn(bo)).toEqual([1, 1]);
});
