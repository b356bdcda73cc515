import type { Locator, Page } from '@playwright/test';
import { expect, test } from './extension.ts';
import { fillPractice, openCaseOf, openPopup } from './filled-practice.ts';
import { picture } from './picture.ts';

/** How thick the line around something is, and its colour: where the system gives the colours, lines alone say what is chosen. */
const lineOf = (what: Locator) => what.evaluate((one) => { const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one); return outlineStyle === 'none' ? 'none' : `${outlineWidth} ${outlineColor}`; });
const LINE = /^[2-9](?:\.\d+)?px /u;

async function inSystemColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
}

test('in the system\'s own colours (high contrast) what is chosen, focused and current has a line around it, and nothing moves', async ({ extension }) => {
  await fillPractice(extension);
  const popup = await openPopup(extension);
  await inSystemColours(popup);
  const chosen = popup.getByRole('option', { selected: true });
  await expect.poll(() => lineOf(chosen)).toMatch(LINE);
  expect(await lineOf(popup.getByRole('option', { selected: false }).first())).toBe('none');
  await expect.poll(() => lineOf(popup.getByRole('button', { name: /open cases/u }))).toMatch(LINE); // the tile in use
  await picture(popup, 'own-colours-queue', false);

  await openCaseOf(popup, 'lindqvist');
  // State in words and with an edge, not by a tint alone.
  const chip = popup.getByText('Payer: Denied').locator('..');
  expect(await chip.evaluate((one) => getComputedStyle(one).borderTopWidth)).not.toBe('0px');
  await popup.getByRole('button', { name: /^Log call/u }).focus();
  await popup.keyboard.press('Tab');
  await expect.poll(() => lineOf(popup.locator(':focus'))).toMatch(LINE);

  await popup.keyboard.press('Control+k');
  await popup.keyboard.type('snooze');
  await expect(popup.getByRole('searchbox', { name: 'Search cases and commands' })).toHaveValue('snooze');
  await expect(popup.getByRole('menuitem')).toHaveCount(1);
  await expect(popup.getByRole('menuitem', { name: /Snooze/u })).toBeVisible();
  await popup.keyboard.press('ArrowDown');
  await expect.poll(() => lineOf(popup.getByRole('menuitem', { name: /Snooze/u }))).toMatch(LINE);
  await picture(popup, 'own-colours-palette', false);
  await popup.keyboard.press('Escape');

  await popup.keyboard.press('c');
  await expect(popup.getByLabel('Representative')).toBeFocused();
  await expect.poll(() => lineOf(popup.getByLabel('Representative'))).toMatch(LINE);
  await picture(popup, 'own-colours-call', false);

  const desk = await extension.open('desk.html', '#/queue');
  await desk.getByRole('option').first().waitFor();
  await inSystemColours(desk);
  await expect.poll(() => lineOf(desk.getByRole('link', { name: 'Queue', exact: true }))).toMatch(LINE);
  expect(await lineOf(desk.getByRole('link', { name: 'Appeals', exact: true }))).toBe('none');
  const seconds = await desk.evaluate(() => [...document.querySelectorAll('*')].flatMap((one) => getComputedStyle(one).transitionDuration.split(',').map(Number.parseFloat)));
  expect(Math.max(...seconds)).toBeLessThan(0.001);
  await picture(desk, 'own-colours-desk', false);
});

test('the palette is sound at every letter: nothing points at a row that is gone, and Enter takes the first that fits', async ({ extension }) => {
  await fillPractice(extension);
  const popup = await openPopup(extension);
  await popup.keyboard.press('Control+k');
  await popup.keyboard.type('hargr');
  const box = popup.getByRole('searchbox', { name: 'Search cases and commands' });
  await expect(box).toHaveValue('hargr'); // none of it went to the page below
  await expect(popup.getByRole('menuitem', { name: /HARGREAVE/u })).toBeVisible();
  const pointsAtNothing = () => box.evaluate((one) => ['aria-activedescendant', 'aria-controls'].flatMap((name) => { const id = one.getAttribute(name); return id === null || document.getElementById(id) !== null ? [] : [name]; }));
  expect(await pointsAtNothing()).toEqual([]);
  await popup.keyboard.press('ArrowDown');
  expect(await pointsAtNothing()).toEqual([]);
  await popup.keyboard.type('zz');
  await expect(popup.getByText('Nothing found.', { exact: false }).first()).toBeVisible();
  expect(await pointsAtNothing()).toEqual([]);
  await popup.keyboard.press('Backspace');
  await popup.keyboard.press('Backspace');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await expect(popup.getByText(/HARGREAVE/u).first()).toBeVisible();
});
