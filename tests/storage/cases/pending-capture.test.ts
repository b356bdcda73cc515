import { expect, test } from 'vitest';
import { blankClaim, blankReading } from '../../../rules/reading/blank-reading.ts';
import type { Reading } from '../../../rules/reading/reading.ts';
import { knownCases } from '../../../storage/cases/pending-capture.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { capture, deniedFacts, openPractice } from './practice.ts';

const found = <T>(value: T) => ({ value, raw: String(value), label: null, confidence: 'certain' as const });

function pageOf(number: string, payer: string | null): Reading {
  return { ...blankReading('portal.example'), kind: 'claim-detail', payer: payer === null ? null : found(payer), claims: [{ ...blankClaim(), claimControlNumber: found(number), serviceFrom: found('2026-02-03') }] };
}

test('a claim in the queue is known again on a page that does not name its payer', async () => {
  const { ctx } = await openPractice();
  await saveCapture(ctx, capture(deniedFacts()), null, 'portal.example');
  expect(await knownCases(ctx, pageOf('E26061234500', null), null)).toMatchObject([{ index: 0 }]);
  expect(await knownCases(ctx, pageOf('E26061234500', 'Aetna'), null)).toMatchObject([{ index: 0 }]);
  expect(await knownCases(ctx, pageOf('E26069999999', null), null)).toEqual([]);
});
