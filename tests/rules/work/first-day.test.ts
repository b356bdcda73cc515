import { expect, test } from 'vitest';
import { isoToDayNumber, NO_DAY } from '../../../rules/domain/day-number.ts';
import type { PracticePayer } from '../../../rules/domain/practice.ts';
import { blankClaim, blankReading } from '../../../rules/reading/blank-reading.ts';
import type { ReadingClaim } from '../../../rules/reading/reading.ts';
import { firstDayOfReading } from '../../../rules/work/first-day.ts';

const payer: PracticePayer = {
  key: 'cedar-valley-health', name: 'Cedar Valley Health', libraryPayer: null, lineOfBusiness: 'commercial', state: 'IA', network: 'in', aliases: [],
  contractWindows: [{ action: 'appeal-level-1', value: 90, unit: 'calendar-days', startsFrom: 'remittance-date', evidence: 'Provider agreement, section 4.2' }],
};
const today = Temporal.PlainDate.from('2026-11-02');
const found = <T>(value: T) => ({ value, raw: String(value), label: null, confidence: 'certain' as const });
const claim = (remittanceOn: string | null, more: Partial<ReadingClaim> = {}): ReadingClaim => ({
  ...blankClaim(), claimControlNumber: found('VX2026Q7719034'), status: found('denied' as const), charge: found(24_000), paid: found(0),
  remittanceOn: remittanceOn === null ? null : found(remittanceOn), adjustments: [{ groupCode: 'CO', carc: '50', cents: 24_000 }], ...more,
});
const first = (...claims: ReadingClaim[]) => firstDayOfReading({ ...blankReading('p'), kind: 'claim-detail', claims }, payer, today);

test('a denied claim nobody saved yet has the day it will have once saved, never later than the contract\'s last day', () => {
  const day = first(claim('2026-10-01'));
  expect(day).toBeLessThanOrEqual(isoToDayNumber('2026-12-30'));
  expect(day).toBeGreaterThan(isoToDayNumber('2026-12-01'));
});

test('of several the earliest counts', () => expect(first(claim('2026-10-20'), claim('2026-10-01'))).toBe(first(claim('2026-10-01'))));

test('no date, no payment refused, no claims: no day', () => {
  expect(first(claim(null))).toBe(NO_DAY);
  expect(first()).toBe(NO_DAY);
});
