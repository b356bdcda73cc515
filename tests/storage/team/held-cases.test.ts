import { expect, test } from 'vitest';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { heldCases, holdCase } from '../../../storage/retention/legal-hold.ts';
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
