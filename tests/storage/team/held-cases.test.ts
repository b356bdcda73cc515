import { expect, test } from 'vitest';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { importRemittance } from '../../../storage/imports/import-remittance.ts';
import { addNote } from '../../../storage/cases/add-note.ts';
import { listNoResponses } from '../../../storage/queue/no-response.ts';
import { heldCases, holdCase } from '../../../storage/retention/legal-hold.ts';
import { readWholeCase } from '../../../storage/team/read-document.ts';
import { ownFile } from '../imports/file-of.ts';
import { capture, deniedFacts } from '../cases/practice.ts';
import { bundleOf, computer, takeIn, throwIf } from './two-computers.ts';

test('a legal hold that comes in a file, or is ended by one, stands in the list that the purge goes by', async () => {
  const [ada, bo] = [await computer('ada', 'Ada Fernhill', 1), await computer('bo', 'Bo Larkspur', 2)];
  const id = (await throwIf(saveCapture(ada.ctx, capture(deniedFacts()), null, 'portal.example'))).saved[0]?.caseId ?? '';
  await throwIf(holdCase(ada.at(1), { caseId: id, on: true, reason: 'Subpoena' }));
  await takeIn(bo, await bundleOf(ada, [id], { minutes: 2 }), { minutes: 3 });
  expect([...(await heldCases(bo.ctx.db))]).toEqual([id]);
  await throwIf(holdCase(bo.at(4), { caseId: id, on: false, reason: 'Settled' }));
  await takeIn(ada, await bundleOf(bo, [id], { minutes: 5 }), { minutes: 6 });
  expect([...(await heldCases(ada.ctx.db))]).toEqual([]);
});

test('a claim that nobody answered stays one on the other computer, and when it came back', async () => {
  const [ada, bo] = [await computer('ada', 'Ada Fernhill', 1), await computer('bo', 'Bo Larkspur', 2)];
  await importRemittance(ada.ctx, ownFile('submitted-claims.edi'));
  await listNoResponses({ ...ada.at(1), today: '2026-03-25' });
  const ids = await ada.ctx.db.cases.toCollection().primaryKeys();
  await takeIn(bo, await bundleOf(ada, ids, { minutes: 2 }), { minutes: 3 });
  expect((await bo.ctx.db.cases.toArray()).map(({ workKind }) => workKind)).toEqual(['no-response', 'no-response']);
  expect((await readWholeCase(bo.ctx, ids[0] ?? ''))?.fields.sealed.unanswered).toMatchObject({ sentOn: '2026-02-18', answerDueOn: '2026-03-20' });
  await throwIf(addNote(bo.at(4), { caseId: ids[0] ?? '', text: 'called' }));
  await takeIn(ada, await bundleOf(bo, ids, { minutes: 5 }), { minutes: 6 });
  expect((await ada.ctx.db.cases.toArray()).map(({ workKind }) => workKind)).toEqual(['no-response', 'no-response']);
});
