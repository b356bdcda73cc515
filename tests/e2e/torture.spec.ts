import { expect, test } from '@playwright/test';
import { seeded } from '../portals/generate/random.ts';
import { killInMigration } from '../torture/migration.ts';
import { torture } from '../torture/torture.ts';

/** A slice of `npm run torture`, with a seed of its own on each day of the month: over time many are tried. */
const seed = 100 + Temporal.Now.plainDateISO().day;

test('killed again and again, nothing acknowledged is lost or doubled, the trail holds and the button is right', async () => {
  test.setTimeout(240_000);
  const { rows, unnoticed } = await torture({ seed, kills: 30 });
  expect(rows.flatMap((row) => row.broken)).toEqual([]);
  expect(unnoticed, 'what was harmed on purpose').toEqual([]);
});

test('an upgrade of the database that is cut off is done over, and no row is lost', async () => {
  test.setTimeout(120_000);
  const random = seeded(seed);
  for (let n = 0; n < 2; n += 1) expect(await killInMigration(random)).toMatchObject({ broken: [] });
});
