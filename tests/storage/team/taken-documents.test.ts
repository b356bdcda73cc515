import { beforeEach, expect, test } from 'vitest';
import { beginDocument, finishDocument, putDocumentPart } from '../../../storage/appeals/documents.ts';
import { startAppeal } from '../../../storage/appeals/start-appeal.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { readWholeCase } from '../../../storage/team/read-document.ts';
import { takePart } from '../../../storage/team/take-bundle.ts';
import { capture, deniedFacts } from '../cases/practice.ts';
import { bundleOf, computer, takeIn, throwIf } from './two-computers.ts';
import type { Computer } from './two-computers.ts';

let ada: Computer;
let bo: Computer;
let caseId = '';
let appealId = '';

beforeEach(async () => {
  ada = await computer('ada', 'Ada Fernhill', 1);
  bo = await computer('bo', 'Bo Larkspur', 2);
  caseId = (await throwIf(saveCapture(ada.ctx, capture(deniedFacts()), null, 'portal.example'))).saved[0]?.caseId ?? '';
  ({ appealId } = await throwIf(startAppeal(ada.at(1), { caseId, level: 'appeal-level-1' })));
});

async function begun(text: string): Promise<{ documentId: string; data: string }> {
  const bytes = new TextEncoder().encode(text);
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
  const { documentId } = await throwIf(beginDocument(ada.at(2), { appealId, name: 'chart.pdf', type: 'application/pdf', bytes: bytes.length, pages: 1, sha256 }));
  return { documentId, data: bytes.toBase64() };
}

test('a document that is only half here does not travel, and no file puts pieces into it', async () => {
  const half = await begun('%PDF-1.4 half');
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 3 }), { minutes: 4 });
  expect(await bo.ctx.db.documents.count()).toBe(0);
  expect(await takePart({ ...ada.at(5), userId: 'user-cy-0001' }, { documentId: half.documentId, n: 0, data: half.data })).toMatchObject({ error: { code: 'bad-request' } });
  expect(await ada.ctx.db.documentParts.count()).toBe(0);
  // Once it is whole it goes along, keeps its place there, and from there on.
  await throwIf(putDocumentPart(ada.at(6), { documentId: half.documentId, n: 0, data: half.data }));
  await throwIf(finishDocument(ada.at(6), { documentId: half.documentId }));
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 7 }), { minutes: 8 });
  expect((await readWholeCase(bo.ctx, caseId))?.additions.has(`document/${half.documentId}`)).toBe(true);
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 9, withDocuments: true }), { minutes: 10 });
  expect((await bo.ctx.db.documents.get(half.documentId))?.done).toBe(1);
});

test('what says it is a PDF and is none is not taken in', async () => {
  const { documentId, data } = await begun('<html>no chart</html>');
  await throwIf(putDocumentPart(ada.at(3), { documentId, n: 0, data }));
  await ada.ctx.db.documents.update(documentId, { done: 1 }); // a sender that checks nothing
  await expect(takeIn(bo, await bundleOf(ada, [caseId], { minutes: 4, withDocuments: true }), { minutes: 5 })).rejects.toThrow('bad-request type');
  expect((await bo.ctx.db.documents.get(documentId))?.done).toBe(0);
});
