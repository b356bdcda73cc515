import type { Page } from '@playwright/test';
import { expect, test } from './extension.ts';
import { fillPractice, openCaseOf, openPopup } from './filled-practice.ts';

const WHO = 'lindqvist';

/** A form of the case from its menu. */
async function openForm(page: Page, name: string, dialog: string): Promise<void> {
  await page.getByRole('button', { name: 'More for this case' }).click();
  await page.getByRole('menuitem', { name }).click();
  await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
}
const save = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole('dialog').getByRole('button', { name: new RegExp(label, 'u') }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

test('a case worked in popup, side panel and desk at the same time loses nothing: every word, step and choice is there in all three', async ({ extension }) => {
  test.setTimeout(150_000);
  await fillPractice(extension);
  const popup = await openPopup(extension);
  const panel = await extension.open('sidepanel.html');
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.getByRole('option').first().waitFor();
  const desk = await extension.open('desk.html', '#/queue');
  await desk.getByRole('option').first().waitFor();
  const pages = [popup, panel, desk];
  for (const page of pages) await openCaseOf(page, WHO);

  // Three forms open on one case, each begun before any of the others is saved.
  await openForm(popup, 'Add a note', 'Add a note');
  await popup.getByLabel('Note', { exact: true }).fill('Op report is with the surgeon.');
  await openForm(panel, 'Record what was sent', 'Record what was sent');
  await panel.getByLabel('Confirmation number').fill('PORTAL-5511');
  await openForm(desk, 'Plan next step', 'Plan next step');
  await choose(desk, 'Next', 'Call payer');

  // Saved at once.
  await Promise.all([save(popup, 'Add note'), save(panel, 'Save'), save(desk, 'Save plan')]);
  for (const page of pages) await expect(page.getByRole('dialog')).toHaveCount(0);

  // The same field half typed in two places: neither is dropped, the later one does not take the earlier one's text away from who sees it.
  await openForm(popup, 'Add a note', 'Add a note');
  await popup.getByLabel('Note', { exact: true }).fill('Second look: records are complete.');
  await openForm(panel, 'Add a note', 'Add a note');
  await panel.getByLabel('Note', { exact: true }).fill('Third look: fax went through.');
  await Promise.all([save(popup, 'Add note'), save(panel, 'Add note')]);
  for (const page of pages) {
    await expect(page.getByRole('dialog')).toHaveCount(0);
    for (const words of ['Op report is with the surgeon.', 'Second look: records are complete.', 'Third look: fax went through.', 'PORTAL-5511']) await expect(page.getByText(words).first()).toBeAttached();
    await expect(page.getByText('Work planned').first()).toBeAttached();
  }

  // Two plans for one step: the later is told of the earlier before it takes its place.
  await openForm(popup, 'Plan next step', 'Plan next step');
  await openForm(desk, 'Plan next step', 'Plan next step');
  await choose(popup, 'Next', 'Check status');
  await save(popup, 'Save plan');
  await expect(desk.getByRole('dialog').getByText('Planned meanwhile, in another window or by a colleague')).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);

  // A call begun in the panel goes on at the desk, and its end is heard of everywhere.
  await panel.keyboard.press('c');
  await panel.getByLabel('Representative').fill('Dana K');
  await desk.getByRole('region', { name: 'Case', exact: true }).getByRole('button', { name: /^Log call/u }).click();
  await expect(desk.getByLabel('Representative')).toHaveValue('Dana K');
  await desk.getByLabel('Reference number').fill('CALL-3001');
  await expect(panel.getByLabel('Reference number')).toHaveValue('CALL-3001');
  const outcome = desk.getByRole('combobox', { name: 'What came of it' });
  await outcome.fill('in process');
  await desk.getByRole('listbox').getByRole('option').first().waitFor();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await expect(outcome).toHaveValue(/In process/u);
  await expect(panel.getByRole('combobox', { name: 'What came of it' })).toHaveValue(/In process/u);
  await desk.getByRole('button', { name: 'Save call' }).click();
  await expect(panel.getByText('Saved in another window')).toBeVisible();
  await expect(popup.getByText('CALL-3001').first()).toBeAttached();

  // Closed in one, closed in all; nothing that was written is gone with it.
  await openForm(popup, 'Close the case', 'Close the case');
  await choose(popup, 'How it ended', 'Written off');
  await popup.getByRole('dialog').getByLabel('Reason', { exact: true }).fill('Below what a second level costs');
  await save(popup, 'Close case');
  await expect(popup.getByRole('dialog')).toHaveCount(0);
  for (const page of [popup, desk]) await expect(page.getByText('Written off').first()).toBeAttached();
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
  for (const page of pages) for (const words of ['Op report is with the surgeon.', 'Third look: fax went through.', 'CALL-3001', 'PORTAL-5511', 'Below what a second level costs']) await expect(page.getByText(words).first()).toBeAttached();
});
