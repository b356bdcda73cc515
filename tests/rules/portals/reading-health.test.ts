import { expect, test } from 'vitest';
import { healthOfReading } from '../../../rules/portals/health/reading-health.ts';
import { blankClaim, blankLine, blankReading } from '../../../rules/reading/blank-reading.ts';
import type { Found, Reading } from '../../../rules/reading/reading.ts';

const found = <T>(value: T): Found<T> => ({ value, raw: String(value), label: 'Label', confidence: 'certain' });

function page(change: (reading: Reading) => void = () => undefined): Reading {
  const reading: Reading = { ...blankReading('portal'), kind: 'claim-detail', claims: [{ ...blankClaim(), claimControlNumber: found('26H0041177'), status: found('denied' as const), patientName: found('LINDQVIST, ODA'), serviceFrom: found('2026-03-02'), charge: found(41200), paid: found(0) }] };
  change(reading);
  return reading;
}

test('a page that was read whole has nothing missing', () => {
  expect(healthOfReading(page())).toMatchObject({ kind: 'claim-detail', missing: [], fallen: [] });
});

test('a page without a claim tests nothing', () => {
  expect(healthOfReading(blankReading('portal'))).toBeNull();
});

test('a page the map knew and nobody could read is a fallen page', () => {
  const health = healthOfReading({ ...blankReading('portal'), map: { id: 'm', version: 1, page: 'claim-detail', fell: ['page'], doubtful: [] } });
  expect(health).toEqual({ kind: 'claim-detail', good: [], missing: ['page'], fallen: ['page'] });
});

test('a page that only the labels left of its map make known is missing, and not yet fallen', () => {
  const health = healthOfReading({ ...blankReading('portal'), map: { id: 'm', version: 1, page: 'claim-detail', fell: [], doubtful: ['page'] } });
  expect(health).toEqual({ kind: 'claim-detail', good: [], missing: ['page'], fallen: [] });
});

test('what fell from the map is missing even where the general reader stepped in', () => {
  const health = healthOfReading(page((reading) => { reading.map = { id: 'm', version: 1, page: 'claim-detail', fell: ['charge'], doubtful: ['status'] }; }));
  expect(health?.missing).toEqual(['charge', 'status']);
  expect(health?.fallen).toEqual(['charge']);
  expect(health?.good).not.toContain('charge');
});

test('lines that do not add up to the claim are a missing sum', () => {
  const line = (charge: number) => ({ ...blankLine(1), charge: found(charge) });
  expect(healthOfReading(page((reading) => { for (const claim of reading.claims) claim.lines = [line(41200)]; }))?.good).toContain('sums');
  expect(healthOfReading(page((reading) => { for (const claim of reading.claims) claim.lines = [line(100)]; }))?.missing).toContain('sums');
});

test('in a list a column counts as read where most rows have it', () => {
  const row = (withCharge: boolean) => ({ ...blankClaim(), claimControlNumber: found('26H0041177'), charge: withCharge ? found(100) : null });
  expect(healthOfReading({ ...blankReading('p'), kind: 'claim-list', claims: [row(true), row(true), row(false)] })?.good).toContain('charge');
  expect(healthOfReading({ ...blankReading('p'), kind: 'claim-list', claims: [row(false), row(false), row(true)] })?.missing).toContain('charge');
});
