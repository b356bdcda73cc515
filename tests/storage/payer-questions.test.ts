import { expect, test } from 'vitest';
import { saveCapture } from '../../storage/cases/save-capture.ts';
import { redateOpenCases } from '../../storage/cases/redate-open-cases.ts';
import { savePayer } from '../../storage/payers.ts';
import { payersToAsk } from '../../storage/queries/payer-questions.ts';
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
