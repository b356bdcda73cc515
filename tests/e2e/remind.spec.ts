import { expect, PASSPHRASE, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { caseIds, fillPractice, openPopup } from './filled-practice.ts';

const badgeOf = async (extension: Extension): Promise<string> => (await extension.worker()).evaluate(() => (globalThis as unknown as { chrome: { action: { getBadgeText(details: object): Promise<string> } } }).chrome.action.getBadgeText({}));
const titleOf = async (extension: Extension): Promise<string> => (await extension.worker()).evaluate(() => (globalThis as unknown as { chrome: { action: { getTitle(details: object): Promise<string> } } }).chrome.action.getTitle({}));
const in2Days = Temporal.Now.plainDateISO().add({ days: 2 }).toString();

test('the badge counts what is due within a week, in words too, and goes on while locked and after a restart', async ({ extension }) => {
  const userId = await fillPractice(extension);
  await expect.poll(() => badgeOf(extension)).toBe('');

  const popup = await openPopup(extension);
  await expect(popup.getByRole('option').first()).toBeVisible();
  const ids = await caseIds(extension);
  for (const caseId of ids.slice(0, 3)) expect((await extension.command('case:plan', { caseId, followUpOn: in2Days })).ok).toBe(true);
  await expect.poll(() => badgeOf(extension)).toBe('3');
  expect(await titleOf(extension)).toMatch(/3/u);

  expect((await extension.command('vault:lock', {})).ok).toBe(true);
  await expect.poll(() => badgeOf(extension)).toBe('3');

  await extension.killWorker();
  await extension.restart();
  await expect.poll(() => badgeOf(extension), { timeout: 20_000 }).toBe('3');
  expect((await extension.command('vault:unlock', { userId, passphrase: PASSPHRASE })).ok).toBe(true);

  // Snoozed work is not pressing work, and nothing is snoozed beyond its day.
  const first = ids[0] ?? '';
  expect((await extension.command('case:snooze', { caseId: first, untilIso: Temporal.Now.plainDateISO().add({ days: 20 }).toString() })).ok).toBe(false);
  expect((await extension.command('case:snooze', { caseId: first, untilIso: in2Days })).ok).toBe(true);
  await expect.poll(() => badgeOf(extension)).toBe('2');
});

test('one alarm, made once, however often the worker dies', async ({ extension }) => {
  await fillPractice(extension);
  const alarms = async () => (await extension.worker()).evaluate(async () => (await (globalThis as unknown as { chrome: { alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]> } } }).chrome.alarms.getAll()).map(({ name, scheduledTime }) => `${name} ${scheduledTime}`));
  const before = await alarms();
  expect(before).toHaveLength(1);
  await extension.killWorker();
  await extension.command('vault:status', {});
  expect(await alarms()).toEqual(before);
});
