import type { Page } from '@playwright/test';
import { expect, PASSPHRASE, test } from './extension.ts';
import { fillPractice, openCaseOf, openPopup } from './filled-practice.ts';

const TYPED = 'Left word with the supervisor';
const openNote = async (popup: Page) => {
  await popup.getByRole('button', { name: 'More for this case' }).click();
  await popup.getByRole('menuitem', { name: 'Add a note' }).click();
};

test('a note half typed is there again after Escape, after a lock and in a new popup, and gone once saved', async ({ extension }) => {
  const userId = await fillPractice(extension);
  const popup = await openPopup(extension);
  await openCaseOf(popup, 'lindqvist');
  await openNote(popup);
  await popup.getByLabel('Note', { exact: true }).fill(TYPED);
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('dialog')).toHaveCount(0);
  await openNote(popup);
  await expect(popup.getByLabel('Note', { exact: true })).toHaveValue(TYPED);

  await popup.getByLabel('Note', { exact: true }).fill(`${TYPED}, twice`);
  await popup.waitForTimeout(600); // longer than the pause after which it is kept
  expect((await extension.command('vault:lock', {})).ok).toBe(true);
  await expect(popup.getByText('Overturn is locked')).toBeVisible();
  await popup.close();
  expect((await extension.command('vault:unlock', { userId, passphrase: PASSPHRASE })).ok).toBe(true);
  const again = await openPopup(extension);
  await openCaseOf(again, 'lindqvist');
  await openNote(again);
  await expect(again.getByLabel('Note', { exact: true })).toHaveValue(`${TYPED}, twice`);

  await again.getByRole('button', { name: 'Add note' }).click();
  await expect(again.getByRole('dialog')).toHaveCount(0);
  await openNote(again);
  await expect(again.getByLabel('Note', { exact: true })).toHaveValue('');
});

test('a contract window half typed is there again after another page was looked at, and is not in force before it is saved', async ({ extension, practice }) => {
  expect(practice.userId).not.toBe('');
  const desk = await extension.open('desk.html', '#/payers');
  const payer = desk.getByRole('group', { name: 'Cedar Valley Health' });
  await payer.getByLabel('Appeal window, days').fill('90');
  await expect(desk.getByText('Not saved yet; kept while you look elsewhere.')).toBeVisible();
  await desk.getByRole('link', { name: 'Queue', exact: true }).click();
  await expect(desk.getByRole('heading', { name: 'Payers' })).toHaveCount(0);
  await desk.goto(`chrome-extension://${extension.id}/desk.html#/payers`);
  await expect(payer.getByLabel('Appeal window, days')).toHaveValue('90');
  await expect(desk.getByRole('button', { name: 'Save', exact: true }), 'nobody said where it is written').toBeDisabled();
  await payer.getByLabel('Where that is written').fill('Provider agreement, section 4.2');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByText('Saved.')).toBeVisible();
  await expect(desk.getByText('Not saved yet; kept while you look elsewhere.')).toHaveCount(0);
  await desk.reload();
  await expect(payer.getByLabel('Where that is written')).toHaveValue('Provider agreement, section 4.2');
  await desk.screenshot({ path: 'test-results/payers.png' });
});
