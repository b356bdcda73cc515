import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import { fillPractice, openCaseOf, openPopup } from './filled-practice.ts';

test.beforeEach(async ({ extension }) => {
  await fillPractice(extension);
});

test('a denial from the queue: why, until when, from which rule, by keyboard alone', async ({ extension }) => {
  const popup = await openPopup(extension);
  await expect(popup.getByRole('option', { name: /HARGREAVE/u })).toBeVisible();
  await expectAccessible(popup);

  await openCaseOf(popup, 'hargr');
  await expect(popup.getByText('$980.00').first()).toBeVisible();
  await expect(popup.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await expect(popup.getByText('CO-50', { exact: true }).first()).toBeVisible();
  await expectAccessible(popup);

  // The date opens to where it comes from and how it was counted.
  const clock = popup.getByRole('button', { name: /appeal/iu }).first();
  await clock.focus();
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('Provider agreement, section 4.2').first()).toBeVisible();
});

test('a date from the library opens to its source and its counting', async ({ extension }) => {
  const popup = await openPopup(extension);
  await openCaseOf(popup, 'winslow');
  await popup.getByRole('button', { name: /redetermination|appeal/iu }).first().click();
  await expect(popup.getByRole('link', { name: /405\.942|redetermination/iu }).first()).toHaveAttribute('href', /^https:/u);
  await expect(popup.getByText(/Day 0 is/u).first()).toBeVisible();
});

test('search finds by claim number, account number and name, exact and by beginning', async ({ extension }) => {
  const popup = await openPopup(extension);
  for (const [text, name] of [['26H0041177', /LINDQVIST/u], ['26h00411', /LINDQVIST/u], ['JSF10276', /AUSTERLITZ/u], ['quint', /QUINTERO/u], ['HL26-88104', /FERREIRA/u]] as const) {
    await popup.keyboard.press('/');
    await popup.getByRole('searchbox').fill(text);
    await expect(popup.getByRole('option')).toHaveCount(1);
    await expect(popup.getByRole('option')).toContainText(name);
  }
  await popup.getByRole('searchbox').fill('zzzz');
  await expect(popup.getByText('Nothing found')).toBeVisible();
});

test('a call is logged by keyboard in seconds, and the finished note is copied', async ({ extension, browserContext }) => {
  await browserContext.current.grantPermissions(['clipboard-read', 'clipboard-write']);
  const popup = await openPopup(extension);
  await openCaseOf(popup, 'lindqvist');
  await popup.keyboard.press('c');
  await expect(popup.getByLabel('Representative')).toBeFocused();
  await expectAccessible(popup);
  await popup.keyboard.type('Dana K');
  await popup.keyboard.press('Tab');
  await popup.keyboard.type('in process');
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('Enter');
  await popup.getByLabel('Reference number').fill('CALL-77120');
  // What was typed survives the popup closing in the middle of a call, right after the last key.
  await popup.close({ runBeforeUnload: true });
  const again = await openPopup(extension);
  await openCaseOf(again, 'lindqvist');
  await again.keyboard.press('c');
  await expect(again.getByLabel('Representative')).toHaveValue('Dana K');
  await expect(again.getByLabel('Reference number')).toHaveValue('CALL-77120');
  await again.keyboard.press('Control+Enter');
  await expect(again.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await expect(again.getByText('CALL-77120').first()).toBeVisible();

  await again.keyboard.press('n');
  await expect(again.getByText('Status note copied').first()).toBeVisible();
  const note = await again.evaluate(() => navigator.clipboard.readText());
  expect(note).toContain('CALL-77120');
  expect(note).toContain('Dana K');
});

test('a call without a number needs the reason why', async ({ extension }) => {
  const popup = await openPopup(extension);
  await popup.keyboard.press('w');
  await expect(popup.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await expect(async () => {
    await popup.keyboard.press('c');
    await expect(popup.getByLabel('Representative')).toBeVisible({ timeout: 700 });
  }).toPass();
  await popup.getByLabel('Representative').fill('No name given');
  await popup.keyboard.press('Control+Enter');
  await expect(popup.getByRole('button', { name: 'Save call' })).toBeVisible();
  await expect(popup.locator('[aria-invalid=true], [data-invalid]').first()).toBeVisible();
});

test('the payer in front: its windows with their sources, and a note that stays', async ({ extension }) => {
  const popup = await openPopup(extension);
  await openCaseOf(popup, 'winslow');
  await popup.keyboard.press('o');
  await expect(popup.getByRole('heading', { name: 'Windows' })).toBeVisible();
  await popup.getByRole('button', { name: /Redetermination/iu }).first().click();
  await expect(popup.getByRole('link').first()).toHaveAttribute('href', /^https:/u);
  await popup.getByLabel('Add a note').fill('Fax line is quickest before nine.');
  await popup.getByRole('button', { name: 'Save note' }).click();
  await expect(popup.getByText('Fax line is quickest before nine.').first()).toBeVisible();
  await expectAccessible(popup);
});

test('the side panel is accessible', async ({ extension }) => {
  const panel = await extension.open('sidepanel.html');
  await expect(panel.getByRole('option').first()).toBeVisible();
  await expectAccessible(panel);
});

// Two pages a story: looked at in light and dark, five of them took a slow machine longer than a story may.
for (const routes of [['queue', 'payers'], ['portals', 'settings'], ['audit']]) {
  test(`the desk is accessible: ${routes.join(', ')}`, async ({ extension }) => {
    for (const route of routes) {
      const desk = await extension.open('desk.html', `#/${route}`);
      await expect(desk.getByRole('heading', { level: 1 })).toBeAttached();
      await desk.waitForFunction(() => document.querySelector('[aria-busy=true]') === null && document.getAnimations().every((one) => one.playState !== 'running'));
      await expectAccessible(desk);
      await desk.close();
    }
  });
}
