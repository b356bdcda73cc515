import { expectAccessible } from './accessible.ts';
import { expect, PASSPHRASE, test } from './extension.ts';
import { picture } from './picture.ts';

const NEXT = 'eight slow barges upriver';

test('a recovery key is asked for until there is one, printed, typed back, and opens the practice when the passphrase is forgotten', async ({ extension, practice }) => {
  test.setTimeout(240_000);
  const desk = await extension.open('desk.html', '#/import');
  await expect(desk.getByText('No recovery key yet')).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'recovery-reminder');
  await desk.getByRole('button', { name: 'Later' }).click();
  await expect(desk.getByText('No recovery key yet')).toHaveCount(0);

  await desk.goto(desk.url().replace('#/import', '#/settings'));
  const section = desk.getByRole('region', { name: 'Recovery' });
  await section.getByRole('button', { name: 'Make a recovery key' }).click();
  const key = (await section.getByLabel('Recovery key').textContent()) ?? '';
  expect(key).toMatch(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/u);
  await expectAccessible(desk);
  await picture(desk, 'recovery-key');

  // The sheet is on paper only: what is printed holds the key and nothing else of the page.
  await desk.evaluate(() => {
    window.print = () => { document.body.dataset['printed'] = document.querySelector('.only-printed')?.textContent ?? ''; };
  });
  await section.getByRole('button', { name: 'Print the sheet' }).click();
  expect(await desk.evaluate(() => document.body.dataset['printed'])).toContain(key);
  await expect(desk.locator('.only-printed')).toHaveCount(0);

  await section.getByRole('button', { name: 'I have it on paper' }).click();
  const set = section.getByRole('button', { name: 'Put it in force' });
  const typed = section.getByLabel('Type the key from the paper');
  await typed.fill(`${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`);
  await expect(section.getByText('One of the signs is not as on the paper')).toBeVisible();
  await expect(set).toBeDisabled();
  await typed.fill(key.toLowerCase().replaceAll('-', ' '));
  await section.getByLabel('Your passphrase', { exact: true }).fill(PASSPHRASE);
  await expectAccessible(desk);
  await set.click();
  await expect(section.getByText('The recovery key is in force')).toBeVisible();
  await expect(section.getByText('A recovery key is in force')).toBeVisible();

  await desk.getByRole('button', { name: 'Lock', exact: true }).click();
  await desk.getByRole('button', { name: 'Use the recovery key' }).click();
  await expectAccessible(desk);
  await picture(desk, 'recovery-use');
  await desk.getByLabel('Recovery key').fill(key);
  await desk.getByLabel('New passphrase', { exact: true }).fill(NEXT);
  await desk.getByLabel('New passphrase again').fill(NEXT);
  await desk.getByRole('button', { name: 'Set and unlock' }).click();
  await expect(desk.getByText('The recovery key was used')).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'recovery-notice');
  const popup = await extension.open('popup.html');
  await popup.setViewportSize({ width: 400, height: 600 });
  await expect(popup.getByText('The recovery key was used')).toBeVisible();
  await expectAccessible(popup);
  await picture(popup, 'recovery-notice-popup');
  await popup.getByRole('button', { name: 'I have read this' }).click();
  await expect(popup.getByText('The recovery key was used')).toHaveCount(0);
  await expect(desk.getByText('The recovery key was used')).toHaveCount(0);

  expect((await extension.command('vault:lock', {})).ok).toBe(true);
  expect(await extension.command('vault:unlock', { userId: practice.userId, passphrase: PASSPHRASE })).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
  expect((await extension.command('vault:unlock', { userId: practice.userId, passphrase: NEXT })).ok).toBe(true);
  await desk.goto(desk.url().replace('#/settings', '#/audit'));
  for (const command of ['Made a recovery key', 'Opened with the recovery key', 'Read that the recovery key was used']) await expect(desk.getByRole('cell', { name: command }).first()).toBeVisible();
  await desk.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(desk.getByText(/rows stand as they were written/u)).toBeVisible();
});

test('everything is deleted after as many wrong passphrases as a lead set, and not before', async ({ extension, practice }) => {
  test.setTimeout(240_000);
  const desk = await extension.open('desk.html', '#/settings');
  const section = desk.getByRole('region', { name: 'Recovery' });
  await section.getByRole('button', { name: /Delete everything here/u }).click();
  await desk.getByRole('option', { name: 'After 10 wrong tries in a row' }).click();
  await expect(section.getByText('Anybody at the keyboard could cause it')).toBeVisible();
  await section.getByLabel('Your passphrase', { exact: true }).fill(PASSPHRASE);
  await expectAccessible(desk);
  await picture(desk, 'recovery-wipe');
  await section.getByRole('button', { name: 'Set it' }).click();
  await expect(section.getByText('Deleted after 10 wrong tries')).toBeAttached();
  await desk.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(desk.getByRole('heading', { name: 'Overturn is locked' })).toBeVisible();

  // Nine tries are behind us, and their waiting time is over.
  await desk.evaluate(async () => new Promise<void>((resolve) => {
    const open = indexedDB.open('overturn');
    open.onsuccess = () => {
      const transaction = open.result.transaction('wraps', 'readwrite');
      const all = transaction.objectStore('wraps').getAll() as IDBRequest<Record<string, unknown>[]>;
      all.onsuccess = () => { for (const row of all.result) transaction.objectStore('wraps').put({ ...row, failures: 9, blockedUntilMs: 0 }); };
      transaction.oncomplete = () => { open.result.close(); resolve(); };
    };
  }));
  expect(practice.userId).not.toBe('');
  await desk.getByLabel('Passphrase', { exact: true }).fill('not the passphrase');
  await desk.getByRole('button', { name: 'Unlock' }).click();
  await expect(desk.getByRole('heading', { name: 'Set up in two minutes' })).toBeVisible();
  const left = await desk.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(left.filter((name) => name !== 'overturn' && name !== '__dbnames')).toEqual([]);
  const rows = await desk.evaluate(async () => new Promise<number>((resolve) => {
    const open = indexedDB.open('overturn');
    open.onsuccess = () => {
      const count = open.result.transaction('audit').objectStore('audit').count();
      count.onsuccess = () => { open.result.close(); resolve(count.result); };
    };
  }));
  expect(rows).toBe(0);
});
