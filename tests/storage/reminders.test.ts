import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import { openDatabase } from '../../storage/db.ts';
import type { OverturnDatabase } from '../../storage/db.ts';
import { countDue, findDueReminders, markReminded } from '../../storage/reminders.ts';
import type { CaseRow } from '../../storage/schema/v1.ts';

const example = (JSON.parse(readFileSync(new URL('./examples/v001.json', import.meta.url), 'utf8')) as { tables: { cases: CaseRow[] } }).tables.cases[0];
const today = 20_800;
let db: OverturnDatabase;
beforeEach(async () => {
  db = await openDatabase(`reminders-${crypto.randomUUID()}`);
});
afterEach(async () => db.delete());

async function add(id: string, nextDay: number, more: Partial<CaseRow> = {}): Promise<void> {
  if (example === undefined) throw new Error('no example');
  const row: CaseRow = { ...example, id, ownerId: 'me', open: 1, nextDay, safeDay: nextDay, followUpDay: NO_DAY, snoozedUntilDay: NO_DAY, ...more };
  if (row.snoozedUntilDay > today && row.snoozedUntilDay < NO_DAY) row.priority = -row.snoozedUntilDay; // as priorityOf does
  await db.cases.add(row);
  if (nextDay < NO_DAY && row.nextKind !== 'follow-up') {
    await db.clocks.add({ id: `${id}:appeal-level-1`, caseId: id, ownerId: row.ownerId, open: row.open, action: 'appeal-level-1', rawDay: nextDay, dueDay: nextDay, safeDay: nextDay, ruleId: 'r', ruleVersion: 1, confidence: 'high', overridden: 0 });
  }
}

test('the badge counts my open cases that are late or due within seven days', async () => {
  await add('late-1', today - 1);
  await add('late-2', today - 300);
  await add('today', today);
  await add('week', today + 7);
  await add('later', today + 8);
  await add('undated', NO_DAY);
  await add('hers', today, { ownerId: 'she' });
  await add('closed', today, { open: 0 });
  await add('snoozed', today + 1, { snoozedUntilDay: today + 1 });
  await add('snoozed-late', today - 1, { snoozedUntilDay: today + 1 });
  await add('snooze-over', today + 2, { snoozedUntilDay: today });
  expect(await countDue(db, 'me', today)).toMatchObject({ overdue: 2, dueSoon: 3 });
  expect(await countDue(db, 'nobody', today)).toEqual({ overdue: 0, dueSoon: 0, snoozed: [] });
  expect(await countDue(db, null, today)).toMatchObject({ overdue: 2, dueSoon: 4 });
});

test('a reminder that was told is not told again, and a worker that died before marking tells it again', async () => {
  await add('soon', today + 3);
  await add('call', today, { nextKind: 'follow-up', followUpDay: today });
  const due = await findDueReminders(db, ['me'], today);
  expect(due.map((reminder) => [reminder.caseId, reminder.daysLeft])).toEqual([['soon', 3], ['call', 0]]);
  expect(await findDueReminders(db, ['me'], today)).toEqual(due);
  await markReminded(db, due, 1);
  expect(await findDueReminders(db, ['me'], today)).toEqual([]);
  expect(await findDueReminders(db, ['me'], today + 2)).toMatchObject([{ caseId: 'soon', daysLeft: 1 }]);
});

test('up to the safe day that day is told, after it the last day', async () => {
  await add('soon', today + 1);
  await db.clocks.update('soon:appeal-level-1', { safeDay: today + 1, dueDay: today + 4 });
  const first = await findDueReminders(db, ['me'], today);
  expect(first.map((reminder) => reminder.daysLeft)).toEqual([1]);
  await markReminded(db, first, 1);
  const onTheDay = await findDueReminders(db, ['me'], today + 1);
  expect(onTheDay.map((reminder) => reminder.daysLeft)).toEqual([0]);
  await markReminded(db, onTheDay, 2);
  const seen: [number, number[]][] = [];
  for (let sweep = today + 2; sweep <= today + 6; sweep += 1) {
    const due = await findDueReminders(db, ['me'], sweep);
    await markReminded(db, due, sweep);
    seen.push([sweep - today, due.map((reminder) => reminder.daysLeft)]);
  }
  expect(seen).toEqual([[2, [2]], [3, [1]], [4, [0]], [5, []], [6, []]]);
});
