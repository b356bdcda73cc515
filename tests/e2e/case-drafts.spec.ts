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
