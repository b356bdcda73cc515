import { expect, test } from 'vitest';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import { planCase } from '../../storage/cases/plan-case.ts';
import { DEFAULT_SETTINGS } from '../../storage/settings.ts';
import { markTold } from '../../storage/telling.ts';
import { planNews } from '../../storage/telling-pass.ts';
import { seedCases } from '../bench/seed-cases.ts';
import { NOW, openPractice, OWNER, TODAY } from './cases/practice.ts';

const day = isoToDayNumber(TODAY);
const moment = (minute: number) => ({ day, minute });

test('after one look at everything a sweep looks only at what was written since, and misses none of it', async () => {
  const { db, vault, at } = await openPractice();
  await seedCases(db, vault, { cases: 60, owners: [OWNER], today: TODAY, nowMs: NOW });
  const [first = '', second = ''] = await db.cases.orderBy('id').primaryKeys();
  const digest = await planNews(db, OWNER, moment(9 * 60), DEFAULT_SETTINGS);
  expect(digest.telling?.isDigest).toBe(true);
  if (digest.telling !== null) await markTold(db, digest.telling, 1);
  await digest.done();

  const quiet = await planNews(db, OWNER, moment(9 * 60 + 1), DEFAULT_SETTINGS);
  expect(quiet.telling).toBeNull();
  await quiet.done();
  // Written behind the store's back, so no sweep of this day may come upon it: that is what "looks only at" means.
  await db.reminders.clear();
  expect((await planNews(db, OWNER, moment(9 * 60 + 2), DEFAULT_SETTINGS)).telling).toBeNull();

  await planCase(at(1), { caseId: first, followUpOn: TODAY });
  const news = await planNews(db, OWNER, moment(9 * 60 + 3), DEFAULT_SETTINGS);
  expect(new Set(news.telling?.due.map(({ caseId }) => caseId))).toEqual(new Set([first]));
  // Not told (the system shows no notifications): it stays to be told. What is written meanwhile is not lost either.
  expect((await planNews(db, OWNER, moment(9 * 60 + 4), DEFAULT_SETTINGS)).telling?.due.some(({ caseId }) => caseId === first)).toBe(true);
  await planCase(at(2), { caseId: second, followUpOn: TODAY });
  if (news.telling !== null) await markTold(db, news.telling, 2);
  await news.done();
  expect(new Set((await planNews(db, OWNER, moment(9 * 60 + 5), DEFAULT_SETTINGS)).telling?.due.map(({ caseId }) => caseId))).toEqual(new Set([second]));

  // Another day, and everything is looked at once more.
  const tomorrow = await planNews(db, OWNER, { day: day + 1, minute: 9 * 60 }, DEFAULT_SETTINGS);
  expect((tomorrow.telling?.due.length ?? 0)).toBeGreaterThan(2);
});
