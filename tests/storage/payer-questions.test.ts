import { expect, test } from 'vitest';
import { saveCapture } from '../../storage/cases/save-capture.ts';
import { redateOpenCases } from '../../storage/cases/redate-open-cases.ts';
import { savePayer } from '../../storage/payers.ts';
import { payersToAsk } from '../../storage/queries/payer-questions.ts';
import type { CaseRow } from '../../storage/schema/v1.ts';
import { capture, deniedFacts, openPractice } from './cases/practice.ts';

const LAKESHORE = { key: 'lakeshore', name: 'Lakeshore Community Plan', libraryPayer: null, lineOfBusiness: null, state: null, network: null, aliases: [] };

test('many undated claims of one unknown payer are one question, and one answer dates them all', async () => {
  const practice = await openPractice();
  await savePayer(practice.ctx, LAKESHORE);
  for (let n = 0; n < 7; n += 1) await saveCapture(practice.at(n), capture(deniedFacts({ claimControlNumber: `L-${n}00042${n}`, patientControlNumber: `P-${n}7781` }), {}, 'lakeshore'), null, 'portal.example');
  await saveCapture(practice.at(8), capture(deniedFacts(), {}, 'cigna'), null, 'portal.example');
  expect(await payersToAsk(practice.db)).toEqual([{ payer: LAKESHORE, openCases: 7 }]);
  await savePayer(practice.at(9), { ...LAKESHORE, libraryPayer: 'Cigna Healthcare', lineOfBusiness: 'commercial' });
  expect(await redateOpenCases(practice.at(10), { what: 'all', payerKey: 'lakeshore' })).toMatchObject({ changed: 7 });
  expect(await payersToAsk(practice.db)).toEqual([]);
});

test('costs the same with a hundred thousand open cases: keys are counted, no case is read', async () => {
  const practice = await openPractice();
  await savePayer(practice.ctx, LAKESHORE);
  await saveCapture(practice.at(1), capture(deniedFacts(), {}, 'lakeshore'), null, 'portal.example');
  const [row] = await practice.db.cases.toArray();
  if (row === undefined) throw new Error('no case');
  const many = Array.from({ length: 100_000 }, (_, n): CaseRow => ({ ...row, id: `c${String(n)}`, blind: [], payerKey: n % 4 === 0 ? 'lakeshore' : `payer-${String(n % 7)}`, undated: n % 2 === 0 ? 'unknown-payer' : '' }));
  await practice.db.cases.bulkAdd(many);
  let read = 0;
  practice.db.cases.hook('reading', (found: CaseRow) => { read += 1; return found; });
  expect(await payersToAsk(practice.db)).toEqual([{ payer: LAKESHORE, openCases: 25_001 }]);
  expect(read).toBe(0);
}, 120_000);
