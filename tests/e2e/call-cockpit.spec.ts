import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, PASSPHRASE, test } from './extension.ts';
import { fillPractice, openCaseOf, openPopup } from './filled-practice.ts';

/** The side panel at its usual width. */
async function openPanel(extension: Parameters<typeof fillPractice>[0]): Promise<Page> {
  const panel = await extension.open('sidepanel.html');
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.getByRole('option').first().waitFor();
  return panel;
}

async function openCall(panel: Page): Promise<void> {
  await panel.keyboard.press('c');
  await expect(panel.getByLabel('Representative')).toBeFocused();
}

async function choose(panel: Page, outcome: string): Promise<void> {
  const box = panel.getByRole('combobox', { name: 'What came of it' });
  await box.fill(outcome);
  await panel.getByRole('listbox').getByRole('option').first().waitFor(); // a key before the list is there goes to the box
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('listbox')).toHaveCount(0);
}


test('tab, worker and browser killed in the middle of a call: the draft is there, and the timer ran on', async ({ extension }) => {
  const userId = await fillPractice(extension);
  const panel = await openPanel(extension);
  await openCaseOf(panel, 'lindqvist');
  await openCall(panel);
  // One key, also while typing: waiting, then talk.
  await panel.keyboard.press('F8');
  await expect(panel.getByText('On hold', { exact: true })).toBeVisible();
  await panel.keyboard.type('Dana K');
  await panel.keyboard.press('F8');
  await expect(panel.getByText('Talking', { exact: true })).toBeVisible();
  await choose(panel, 'in process');
  await panel.getByRole('textbox', { name: 'Which number did you give it?' }).fill('26H-778');
  await panel.getByLabel('Reference number').fill('CALL-77120');
  await expectAccessible(panel);

  await panel.close({ runBeforeUnload: true }); // the tab
  await extension.killWorker(); // the worker
  const again = await extension.open('sidepanel.html'); // the panel keeps its place: the call is in front
  await expect(again.getByLabel('Representative')).toHaveValue('Dana K', { timeout: 30_000 });
  await expect(again.getByText('Talking', { exact: true })).toBeVisible();
  await again.close();
  await extension.restart(); // the browser
  expect((await extension.command('vault:unlock', { userId, passphrase: PASSPHRASE })).ok).toBe(true);
  const next = await openPanel(extension);
  await openCaseOf(next, 'lindqvist');
  await openCall(next);
  await expect(next.getByLabel('Representative')).toHaveValue('Dana K');
  await expect(next.getByLabel('Reference number')).toHaveValue('CALL-77120');
  await expect(next.getByRole('textbox', { name: 'Which number did you give it?' })).toHaveValue('26H-778');
  await expect(next.getByText('Talking', { exact: true })).toBeVisible();

  // Hung up: the note stands within a second, in the practice's template.
  const began = Date.now();
  await next.keyboard.press('F8');
  await expect(next.locator('[data-note-part]')).toContainText('ref CALL-77120');
  expect(Date.now() - began).toBeLessThan(1000);
  await expect(next.getByText('Wrap-up', { exact: true })).toBeVisible();
  await expect(next.locator('[data-note-part]')).toContainText('26H-778');
  await next.keyboard.press('Control+Enter');
  await expect(next.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await expect(next.getByText('CALL-77120').first()).toBeVisible();
});

test('two windows write the same call at once, and neither loses a word; saved in one, it is not saved twice', async ({ extension }) => {
  await fillPractice(extension);
  const panel = await openPanel(extension);
  const popup = await openPopup(extension);
  for (const page of [panel, popup]) { await openCaseOf(page, 'lindqvist'); await openCall(page); }
  await Promise.all([panel.getByLabel('Representative').fill('Dana K'), popup.getByLabel('Reference number').fill('CALL-1')]);
  await choose(panel, 'in process');
  await expect(popup.getByLabel('Representative')).toHaveValue('Dana K');
  await expect(panel.getByLabel('Reference number')).toHaveValue('CALL-1');
  // Both in the same field: the later words stand there, the earlier ones beside it.
  await Promise.all([panel.getByLabel('Note', { exact: true }).fill('Pends for the op report'), popup.getByLabel('Note', { exact: true }).fill('Asked for a supervisor')]);
  await expect.poll(async () => {
    const text = `${await panel.getByLabel('Note', { exact: true }).inputValue()} ${await panel.getByText('Also typed in another window').locator('..').textContent().catch(() => '') ?? ''}`;
    return text.includes('Pends for the op report') && text.includes('Asked for a supervisor');
  }).toBe(true);
  await panel.keyboard.press('Control+Enter');
  await expect(panel.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await expect(popup.getByText('Saved in another window')).toBeVisible();
});

test('the caller card is covered, copies without stray blanks in the form asked for, and leaves its rows in the trail', async ({ extension, browserContext }) => {
  await browserContext.current.grantPermissions(['clipboard-read', 'clipboard-write']);
  await fillPractice(extension);
  expect((await extension.command('work-text:save', { key: 'practice-details', base: 0, reason: '', body: { identities: [{ label: 'Main', npi: '1234567893', taxId: '123456789' }], noteFormatId: 'short-capitals', clearClipboardSeconds: 10 } })).ok).toBe(true);
  const panel = await openPanel(extension);
  await openCaseOf(panel, 'lindqvist');
  await openCall(panel);
  await panel.getByRole('button', { name: 'Caller card' }).click();
  await expect(panel.getByText('1234567893')).toBeVisible();
  await expect(panel.getByText('12-3456789')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Other forms of Tax ID' }).click();
  await panel.getByRole('menuitem', { name: /Digits only/u }).click();
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe('123456789');
  await panel.getByLabel('Add the birth date').fill('3/9/1957');
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await panel.getByRole('button', { name: 'Show Birth date' }).click();
  await expect(panel.getByText('03/09/1957')).toBeVisible();
  await expectAccessible(panel);
  // The time after which a copied number is taken away again; here it may be read, so it is known to be ours.
  await panel.bringToFront();
  await expect.poll(() => panel.evaluate(() => navigator.clipboard.readText()), { timeout: 20_000 }).toBe(' ');
  const desk = await extension.open('desk.html', '#/audit');
  await expect(desk.getByText('Copied from the caller card: tax id').first()).toBeVisible();
  await expect(desk.getByText('1957')).toHaveCount(0);
});

test('several claims in one call, with the payer\'s limit counted down, each with its own outcome and note', async ({ extension }) => {
  await fillPractice(extension);
  const panel = await openPanel(extension);
  await openCaseOf(panel, 'lindqvist');
  await openCall(panel);
  await panel.getByLabel('Representative').fill('Dana K');
  await choose(panel, 'in process');
  await panel.getByRole('button', { name: 'Add a claim to this call' }).click();
  await panel.getByRole('combobox', { name: 'Add a claim of this payer' }).focus();
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Enter');
  const claims = panel.getByRole('region', { name: 'Claims in this call' });
  await expect(claims.getByRole('listitem')).toHaveCount(2);
  await expect(panel.getByRole('combobox', { name: 'What came of it' })).toHaveValue('');
  await panel.getByLabel('Reference number').fill('MULTI-4410');
  await panel.keyboard.press('Control+Enter');
  await expect(panel.getByText('Say for each claim what came of it.')).toBeVisible();
  await choose(panel, 'paid');
  await panel.getByRole('textbox', { name: 'Which check or transfer number?' }).fill('EFT-9');
  await expectAccessible(panel);
  await panel.keyboard.press('Control+Enter');
  await expect(panel.getByText('Call saved for 2 claims.', { exact: false })).toBeVisible();
  await panel.keyboard.press('/');
  await panel.getByRole('searchbox').fill('MULTI-4410');
  await expect(panel.getByRole('option')).toHaveCount(2);
});
