import { expectAccessible } from './accessible.ts';
import { expect, PASSPHRASE, test } from './extension.ts';

test('a new user sets up by keyboard and lands on the desk, with nothing asked of the browser', async ({ extension }) => {
  const page = await extension.open('desk.html');
  await expect(page.getByRole('heading', { name: 'Set up in two minutes' })).toBeVisible();
  await expectAccessible(page);

  const next = page.getByRole('button', { name: 'Next' });
  await expect(next).toBeDisabled();
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.keyboard.type('Rosa Imbert');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Riverbend Billing');
  await page.keyboard.press('Tab');
  await page.keyboard.type('password1');
  await expect(page.getByText(/Strength: .*Take at least 12 characters/u)).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await expect(page.getByText(/Strength: (?:Strong|Very strong)/u)).toBeVisible();
  await page.getByLabel('Passphrase again').fill('something else entirely');
  await expect(next).toBeDisabled();
  await page.getByLabel('Passphrase again').fill(PASSPHRASE);
  await page.getByRole('checkbox').press('Space');
  await page.keyboard.press('Tab');
  await expect(next).toBeFocused();
  await page.keyboard.press('Enter');

  await page.getByRole('combobox', { name: 'Add a payer from the library' }).fill('aetna');
  await page.getByRole('option', { name: 'Aetna', exact: true }).click();
  await page.getByLabel('Or one that is not in it').fill('Cedar Valley Health');
  await page.keyboard.press('Enter');
  const cedar = page.getByRole('group', { name: 'Cedar Valley Health' });
  await cedar.getByLabel('Appeal window, days').fill('90');
  await expect(cedar.getByText('A date without a source is a guess')).toBeVisible();
  await expect(next).toBeDisabled();
  await cedar.getByLabel('Where that is written').fill('Provider agreement, section 4.2');
  await expectAccessible(page);
  await next.click();

  await expect(page.getByText('No permission is asked for now')).toBeVisible();
  await page.getByText('Availity Essentials').click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Start working' }).click();
  await expect(page.getByText('Drop remittance files here')).toBeVisible();

  const granted = await page.evaluate(() => (globalThis as unknown as { chrome: { permissions: { getAll(): Promise<{ origins?: string[] }> } } }).chrome.permissions.getAll());
  expect((granted.origins ?? []).filter((origin) => !/127\.0\.0\.1|localhost/u.test(origin))).toEqual([]);
});

test('a second practice cannot be made over the first', async ({ extension, practice }) => {
  expect(practice.userId).not.toBe('');
  const again = await extension.command('practice:create', { userName: 'Somebody', practiceName: 'Else', passphrase: PASSPHRASE, payers: [], portals: [], timeZone: 'America/New_York' });
  expect(again).toEqual({ ok: false, error: { code: 'vault-exists' } });
});
