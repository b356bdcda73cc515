import path from 'node:path';
import { expectAccessible } from './accessible.ts';
import { expect, PASSPHRASE, test } from './extension.ts';
import { fillPractice } from './filled-practice.ts';

const SHOTS = process.env['OVERTURN_SHOTS'];

test('a billing company adds a client: set up apart, opened by its own passphrase, and nothing of the first one is in it', async ({ extension }) => {
  test.setTimeout(240_000);
  await fillPractice(extension);
  const desk = await extension.open('desk.html', '#/people');
  const shot = async (name: string): Promise<void> => { if (SHOTS !== undefined) await desk.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: true }); };
  await expect(desk.getByRole('heading', { name: 'People' })).toBeVisible();
  await expect(desk.getByLabel('New client'), 'out of the way where there is one practice').toBeHidden();
  await desk.getByRole('button', { name: 'Several clients' }).click();
  await desk.getByLabel('New client').fill('Lakeside Speech and Occupational Therapy Associates');
  await desk.getByRole('button', { name: 'Add client' }).click();
  await expect(desk.getByText(/was added\. Switch to it/u)).toBeVisible();
  await expectAccessible(desk);
  await shot('clients-list');

  // Switching locks, and what is there is an empty profile with a way back.
  await desk.getByRole('button', { name: 'Switch to Lakeside Speech and Occupational Therapy Associates' }).click();
  await expect(desk.getByRole('button', { name: /Client/u })).toBeVisible();
  await expect(desk.getByRole('heading', { name: 'People' })).toBeHidden();
  await expectAccessible(desk);
  await shot('clients-empty');
  expect(await extension.command('practice:create', { userName: 'Bo Larkspur', practiceName: 'Lakeside Therapy', passphrase: 'eleven loud geese never queue', payers: [], portals: [], timeZone: 'UTC' })).toMatchObject({ ok: true });
  await desk.goto(`chrome-extension://${extension.id}/desk.html#/queue`);
  await expect(desk.getByText(/queue is empty|Nothing here|No claims/iu).first()).toBeVisible();
  await extension.command('vault:lock', {});
  await expect(desk.getByRole('heading', { name: 'Overturn is locked' })).toBeVisible();
  await expect(desk.getByText('Bo Larkspur').first()).toBeVisible();
  await expectAccessible(desk);
  await shot('clients-locked');

  // Back: the first practice with its people and its 19 cases; the other's passphrase opens nothing.
  await desk.getByRole('button', { name: /Client/u }).click();
  await desk.getByRole('option').filter({ hasNotText: 'Lakeside' }).click();
  await expect(desk.getByText('Bo Larkspur')).toHaveCount(0);
  await desk.getByLabel('Passphrase', { exact: true }).fill('eleven loud geese never queue');
  await desk.getByRole('button', { name: 'Unlock' }).click();
  await expect(desk.getByText(/not the passphrase/u)).toBeVisible();
  await desk.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await desk.getByRole('button', { name: 'Unlock' }).click();
  await expect(desk.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
  const popup = await extension.open('popup.html');
  await popup.getByRole('option').first().waitFor();
  await expect(popup.locator('p[role=status]').filter({ hasText: '19 in the queue' })).toHaveCount(1);
});
