import { readFile } from 'node:fs/promises';
import { expectAccessible } from './accessible.ts';
import { ALWAYS_TOLD, isTold } from './always-told.ts';
import { expect, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { caseIds, fillPractice, openPopup } from './filled-practice.ts';

const always = ALWAYS_TOLD;
const today = () => Temporal.Now.plainDateISO();
const isHoliday = !isTold();

type Notified = Record<string, unknown>;
const notifications = async (extension: Extension): Promise<Notified> => (await extension.worker()).evaluate(async () => (globalThis as unknown as { chrome: { notifications: { getAll(): Promise<Notified> } } }).chrome.notifications.getAll());

test('the morning card says how the day stands, leads to what it names, and stays away once put away', async ({ extension }) => {
  await fillPractice(extension);
  const [a = '', b = '', c = ''] = await caseIds(extension);
  expect((await extension.command('case:plan', { caseId: a, followUpOn: today().toString() })).ok).toBe(true);
  expect((await extension.command('case:plan', { caseId: b, followUpOn: today().add({ days: 3 }).toString() })).ok).toBe(true);
  // Snoozed until tomorrow, then for whoever takes it.
  expect((await extension.command('case:snooze', { caseId: c, untilIso: today().add({ days: 1 }).toString(), backTo: 'pool' })).ok).toBe(true);
  expect((await extension.command('settings:save', always)).ok).toBe(true);
  expect((await extension.command('reminder:sweep', {})).ok).toBe(true);

  const popup = await openPopup(extension);
  const card = popup.getByRole('region', { name: 'Your day' });
  if (isHoliday) {
    await expect(card).toHaveCount(0);
    return;
  }
  await expect(card).toContainText('1 due today');
  await expect(card).toContainText('due within 7 days');
  expect(Object.keys(await notifications(extension))).toEqual(['deadline-reminder']);
  await expectAccessible(popup);
  await popup.screenshot({ path: 'test-results/morning-card.png' });
  // One line over the rows; opened it leads on.
  await card.getByRole('button', { name: /^Your day/u }).click();
  await card.getByRole('button', { name: 'Show due' }).click();
  await expect(popup.getByRole('button', { name: /^Due in 7 days/u })).toHaveAttribute('aria-pressed', 'true');
  await popup.getByRole('button', { name: /open cases/u }).click();
  await card.getByRole('button', { name: 'Put away until tomorrow' }).click();
  await expect(card).toHaveCount(0);
  await popup.close();
  const again = await openPopup(extension);
  await expect(again.getByRole('option').first()).toBeVisible();
  await expect(again.getByRole('region', { name: 'Your day' })).toHaveCount(0);

  // The pool is a queue of its own; a case is taken from it in one step.
  await again.keyboard.press('f');
  await again.getByRole('button', { name: /Owner/u }).click();
  await again.getByRole('option', { name: 'The pool' }).click();
  await again.getByText('Show snoozed').click();
  await again.keyboard.press('f');
  await expect(again.getByRole('heading', { name: 'The pool' })).toBeVisible();
  await expect(again.getByRole('option')).toHaveCount(1);
  await again.keyboard.press('w');
  await again.getByRole('button', { name: 'More for this case' }).click();
  await again.getByRole('menuitem', { name: 'Take it' }).click();
  await expect(again.getByText('It is yours now.')).toBeVisible();
  await again.getByRole('button', { name: 'More for this case' }).click();
  await again.getByRole('menuitem', { name: 'Give it to the pool' }).click();
  await expect(again.getByText('In the pool: whoever takes it works it.')).toBeVisible();
});

test('while it is quiet nothing is told; what came up is told with the next digest', async ({ extension }) => {
  await fillPractice(extension);
  const [a = ''] = await caseIds(extension);
  const now = Temporal.Now.zonedDateTimeISO();
  const minute = now.hour * 60 + now.minute;
  // Quiet from an hour ago to an hour ahead.
  expect((await extension.command('settings:save', { ...always, timeZone: now.timeZoneId, quietHours: { from: (minute + 1380) % 1440, to: (minute + 60) % 1440 } })).ok).toBe(true);
  expect((await extension.command('case:plan', { caseId: a, followUpOn: now.toPlainDate().toString() })).ok).toBe(true);
  expect((await extension.command('reminder:sweep', {})).ok).toBe(true);
  expect(await notifications(extension)).toEqual({});
  expect((await extension.command('settings:save', always)).ok).toBe(true);
  expect((await extension.command('reminder:sweep', {})).ok).toBe(true);
  expect(Object.keys(await notifications(extension))).toEqual(isHoliday ? [] : ['deadline-reminder']);
});

test('settings decide when reminders come, and the calendar file holds counts alone', async ({ extension }) => {
  await fillPractice(extension);
  const desk = await extension.open('desk.html', '#/settings');
  await desk.getByText('Sat', { exact: true }).click();
  await desk.getByRole('button', { name: /Morning digest at/u }).click();
  await desk.getByRole('option', { name: '9:00 AM' }).click();
  await desk.reload();
  await expect(desk.getByRole('checkbox', { name: 'Sat' })).toBeChecked();
  await expect(desk.getByRole('button', { name: /Morning digest at/u })).toContainText('9:00 AM');
  await expectAccessible(desk);
  await desk.screenshot({ path: 'test-results/reminder-settings.png', fullPage: true });

  const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: 'Save calendar file' }).click()]);
  expect(download.suggestedFilename()).toBe('overturn-calendar.ics');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/u);
  expect(text).toMatch(/SUMMARY:Overturn: \d+ claims? due/u);
  // The whole file is made of these lines: nothing of a patient, a payer or an amount fits in.
  const known = /^(?:BEGIN|END):V(?:CALENDAR|EVENT)$|^VERSION:2\.0$|^PRODID:-\/\/Overturn\/\/Deadlines\/\/EN$|^CALSCALE:GREGORIAN$|^UID:\d{8}-[\w-]+@overturn\.invalid$|^DTSTAMP:\d{8}T\d{6}Z$|^DT(?:START|END);VALUE=DATE:\d{8}$|^SUMMARY:Overturn: (?:\d+ claims? due)?(?:\\, )?(?:\d+ follow-ups?)?(?:\\, )?(?:\d+ dates? to find)?$|^TRANSP:TRANSPARENT$/u;
  expect(text.replaceAll('\r\n ', '').trimEnd().split('\r\n').filter((line) => !known.test(line))).toEqual([]);
  await desk.goto(desk.url().replace('#/settings', '#/audit'));
  await expect(desk.getByRole('cell', { name: 'Exported the calendar of dates', exact: true })).toBeVisible();
});
