import { expect, test } from 'vitest';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { savePayer } from '../../../storage/payers.ts';
import { lookAtBundle } from '../../../storage/team/look-at-bundle.ts';
import { AETNA, capture, deniedFacts } from '../cases/practice.ts';
import { bundleOf, computer, takeIn, throwIf, WORDS } from './two-computers.ts';

const WINDOW = { action: 'appeal-level-1' as const, value: 9, unit: 'calendar-days' as const, startsFrom: 'remittance-date' as const, evidence: 'Contract, page 4' };

test('a file says which cases rest on a window of the contract that is not known here, and takes no window over', async () => {
  const [ada, bo] = [await computer('ada', 'Ada Fernhill', 1), await computer('bo', 'Bo Larkspur', 2)];
  await savePayer(ada.ctx, { ...AETNA, contractWindows: [WINDOW] });
  const id = (await throwIf(saveCapture(ada.ctx, capture(deniedFacts()), null, 'portal.example'))).saved[0]?.caseId ?? '';
  const file = await bundleOf(ada, [id], { minutes: 1 });
  const look = async () => (await lookAtBundle({ ...bo.ctx }, file, WORDS)).foreignWindows;
  expect(await look()).toMatchObject([{ payerName: AETNA.name, cases: 1, windows: [WINDOW] }]);
  await takeIn(bo, file, { minutes: 2 });
  expect((await bo.ctx.db.payers.get(AETNA.key))?.contractWindows ?? [], 'what moves dates is entered on purpose').toEqual([]);

  await savePayer(bo.ctx, { ...AETNA, contractWindows: [{ ...WINDOW, value: 12 }] });
  expect(await look(), 'another length for the same step').toHaveLength(1);
  await savePayer(bo.ctx, { ...AETNA, contractWindows: [{ ...WINDOW, evidence: 'Our own copy' }] });
  expect(await look(), 'the same window is known here').toEqual([]);
});
