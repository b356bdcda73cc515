import { expect, test } from './extension.ts';
import { pressWhileBusy } from './fast-hand.ts';
import { fillPractice, openCaseOf, openPopup } from './filled-practice.ts';

test.beforeEach(async ({ extension }) => {
  await fillPractice(extension);
});

test('keys that come before a form stands are played into it, in their order, and none acts on the page before', async ({ extension, browserContext }) => {
  const popup = await openPopup(extension);
  const pages = browserContext.current.pages().length;
  // Found, opened, call begun, name typed: `d` would open the desk, `u` lock, `r` read the tab.
  await pressWhileBusy(popup, '/hargr<Enter>cDura Duru');
  await expect(popup.getByLabel('Representative')).toHaveValue('Dura Duru');
  await expect(popup.getByText(/HARGREAVE/u).first()).toBeVisible();
  expect(browserContext.current.pages()).toHaveLength(pages);

  // A note typed and saved before its form is there, then the next case and its note.
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await pressWhileBusy(popup, 'mdull word<Control+Enter>');
  await expect(popup.getByRole('dialog')).toHaveCount(0);
  await expect(popup.getByText('dull word').first()).toBeAttached();
});

test('Escape empties the search, then leaves it, and the keys of the queue act again', async ({ extension }) => {
  const popup = await openPopup(extension);
  await popup.keyboard.press('/');
  const search = popup.getByRole('searchbox');
  await search.pressSequentially('hargr');
  await popup.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await expect(search).toBeFocused();
  await popup.keyboard.press('Escape');
  await expect(search).not.toBeFocused();
  await popup.keyboard.press('w');
  await expect(popup.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await expect(search).toHaveCount(0);
});

test('in a box that is found by typing, a key acts on what was typed before it, however fast it comes', async ({ extension }) => {
  const popup = await openPopup(extension);
  await openCaseOf(popup, 'lindqvist');
  await popup.keyboard.press('c');
  const outcome = popup.getByRole('combobox', { name: 'What came of it' });
  for (const [keys, shown] of [['denied<ArrowDown><Enter>', 'Denied, confirmed'], ['set to<Enter>', 'Set to pay'], ['office<Tab>', 'Office closed'], ['in pro<ArrowDown><ArrowDown><Enter>', 'In process, past the usual time']] as const) {
    await outcome.focus();
    await popup.keyboard.press('Control+A');
    await pressWhileBusy(popup, keys);
    await expect(outcome).toHaveValue(shown);
    await outcome.focus();
  }
  // Saving at once goes to what is still missing, and the next letters go there.
  await popup.keyboard.press('Control+Enter');
  await popup.keyboard.type('CALL-9');
  await expect(popup.getByLabel('Reference number')).toHaveValue('CALL-9');
  await pressWhileBusy(popup, '<Control+Enter>m');
  await expect(popup.getByRole('dialog', { name: 'Add a note' })).toBeVisible();
});
