import { expect, test } from 'vitest';
import { trailPage } from '../../../storage/queries/trail-page.ts';
import type { TrailFilter } from '../../../storage/queries/trail-page.ts';
import { commitChange } from '../../../storage/write.ts';
import { openPractice } from '../cases/practice.ts';

const all: TrailFilter = { userId: null, kind: null, subject: null, fromMs: null, toMs: null };

test('the trail is found by person, kind, case and days, page by page, and no row twice', async () => {
  const { db, ctx } = await openPractice();
  const before = (await trailPage(db, all, null, 10_000)).rows.length;
  for (let n = 0; n < 250; n += 1) {
    const entry = { command: n % 5 === 0 ? 'case:viewed+memberId' : n % 2 === 0 ? 'case:plan' : 'case:viewed', subject: n % 10 === 0 ? 'case-a' : 'case-b', outcome: n % 50 === 0 ? 'role-forbids' : 'done' };
    await commitChange({ ...ctx, userId: n % 3 === 0 ? 'user-1' : 'user-2', nowMs: 1000 + n }, entry, [], () => Promise.resolve());
  }
  const count = async (more: Partial<TrailFilter>): Promise<number> => (await trailPage(db, { ...all, ...more }, null, 10_000)).rows.length;
  expect(await count({})).toBe(250 + before);
  expect(await count({ userId: 'user-1' })).toBe(84);
  expect(await count({ subject: 'case-a' })).toBe(25);
  expect(await count({ kind: 'refused' })).toBe(5);
  expect(await count({ kind: 'revealed' })).toBe(45);
  expect(await count({ fromMs: 1000, toMs: 1010 })).toBe(10);
  expect(await count({ subject: 'case-a', userId: 'user-1', kind: 'revealed' })).toBe(7);
  const seen: number[] = [];
  for (let at: number | null = null; ;) {
    const page: Awaited<ReturnType<typeof trailPage>> = await trailPage(db, { ...all, subject: 'case-b' }, at, 40);
    seen.push(...page.rows.map(({ seq }) => seq));
    if (page.nextBefore === null) break;
    at = page.nextBefore;
  }
  expect(seen).toHaveLength(225);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  await db.delete();
});
