import { expect, test } from 'vitest';
import { saveSettings } from '../../storage/settings.ts';
import { openPractice } from './cases/practice.ts';

test('the trail says what a setting was and is; one that did not change is named only', async () => {
  const { db, at } = await openPractice();
  await saveSettings(at(1), { idleMinutes: 60, notifications: true });
  await saveSettings(at(2), { idleMinutes: 60 });
  expect((await db.audit.toArray()).filter(({ command }) => command === 'settings:save').map(({ subject }) => subject)).toEqual(['{"idleMinutes":[15,60]}', 'idleMinutes']);
});
