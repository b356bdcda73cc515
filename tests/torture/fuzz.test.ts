import { expect, test } from 'vitest';
import { doors } from './doors.ts';
import { fuzz } from './fuzz.ts';

/** A slice of `npm run fuzz`. */
test('no door throws, hangs, pollutes a prototype or lets a formula out, whatever is damaged', async () => {
  const rows = await fuzz(await doors(), { seed: 1, cases: 120 });
  expect(rows.flatMap(({ door, faults }) => faults.map((fault) => `${door}: ${fault}`))).toEqual([]);
  // A door that refuses everything, or takes everything, was not tried.
  for (const { door, taken, refused } of rows.filter(({ door }) => door !== 'cells of an export' && door !== 'evidence files' && door !== 'backups' && door !== 'hand-over files' && door !== 'clear columns of the store')) expect(Math.min(taken, refused), door).toBeGreaterThan(0);
}, 120_000);
