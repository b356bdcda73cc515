import type { BrowserContext, Page } from '@playwright/test';
import { EXERCISES, TRAINING_CLAIMS } from '../../rules/training/exercises.ts';
import type { TrainingLine } from '../../rules/training/exercises.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { expectAccessible, expectAccessibleAsShown } from './accessible.ts';
import { expect, PASSPHRASE, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { openCaseOf, openPopup } from './filled-practice.ts';

const heading = 'Close five practice denials in 30 minutes';

/** How many rows a table of one of our databases holds; null where there is no such database. */
async function rowsOf(page: Page, database: string, table: string): Promise<number | null> {
  return page.evaluate(async ([name, store]) => {
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return null;
    return new Promise<number>((resolve, reject) => {
      const opened = indexedDB.open(name);
      opened.onerror = () => reject(opened.error ?? new Error('not opened'));
      opened.onsuccess = () => {
        const asked = opened.result.transaction(store).objectStore(store).count();
        asked.onsuccess = () => { opened.result.close(); resolve(asked.result); };
      };
    });
  }, [database, table] as const);
}

/** Presses the mark on the practice portal, files the claim and goes back to the page. */
async function capture(portal: Page, payer: string | null): Promise<void> {
  await portal.bringToFront();
  await portal.locator('overturn-mark button.pill').click();
  const card = portal.frameLocator('overturn-mark iframe.card');
  await expect(card.getByRole('heading', { level: 1 })).toBeVisible();
  if (payer !== null) {
    await card.getByRole('button', { name: /File under/u }).click();
    await card.getByRole('option', { name: payer }).click();
  }
  await card.getByRole('button', { name: payer === null ? 'Update the claim' : 'Save to queue' }).click();
  await expect(card.getByRole('heading', { name: /In your queue|Brought up to date/u })).toBeVisible();
  await card.getByRole('button', { name: 'Back to the page' }).click();
}

async function opened(context: BrowserContext, press: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([context.waitForEvent('page'), press()]);
  return page;
}

async function chooseOfCase(popup: Page, entry: string): Promise<void> {
  await popup.getByRole('button', { name: 'More for this case' }).click();
  await popup.getByRole('menuitem', { name: entry }).click();
}

async function exercises(extension: Extension): Promise<Page> {
  const desk = await extension.open('desk.html', '#/training');
  await expect(desk.getByRole('heading', { name: heading })).toBeVisible();
  return desk;
}

test('from the welcome page to a closed practice denial, without a network, a permission or a real patient, and out again', async ({ extension, browserContext }) => {
  const desk = await extension.open('desk.html');
  const start = desk.getByRole('button', { name: 'Start practice mode' });
  await expect(start).toBeVisible();
  await expectAccessible(desk);
  await start.click();
  await expect(desk.getByRole('heading', { name: heading })).toBeVisible({ timeout: 20_000 });
  await expect(desk.getByRole('complementary', { name: 'Practice mode' })).toBeVisible();
  await expect(desk.getByText('0 of 5 closed')).toBeVisible();
  await expectAccessible(desk);

  const portal = await opened(browserContext.current, async () => desk.getByRole('button', { name: 'Open the portal page' }).first().click());
  await expect(portal.getByRole('heading', { name: 'Claim detail' })).toBeVisible();
  await expect(portal.locator('overturn-mark button.pill')).toContainText(/denied/iu);
  await portal.locator('overturn-mark button.pill').click();
  const frame = () => portal.frames().find((one) => one.url().includes('/review.html'));
  const card = portal.frameLocator('overturn-mark iframe.card');
  await expect(card.getByLabel('Claim number')).toHaveValue('OM2641180073');
  await expect(card.getByRole('complementary', { name: 'Practice mode' })).toBeVisible();
  const inCard = frame();
  if (inCard === undefined) throw new Error('The card has no frame.');
  await expectAccessibleAsShown(inCard);
  // The value is outlined on the page, as on a real portal.
  await card.getByLabel('Claim number').focus();
  await expect(portal.locator('overturn-mark .mask')).toBeVisible();
  await card.getByRole('button', { name: 'Close' }).click();
  await capture(portal, 'Osprey Mutual');
  await expect(desk.getByText('In your queue')).toBeVisible();

  const popup = await openPopup(extension);
  await expect(popup.getByRole('complementary', { name: 'Practice mode' })).toBeVisible();
  await openCaseOf(popup, 'abernathy');
  await expect(popup.getByText('CO-16', { exact: true }).first()).toBeVisible();
  await expectAccessible(popup);

  await portal.bringToFront();
  await portal.getByRole('link', { name: 'Show the page as it is three weeks later' }).click();
  await expect(portal.locator('overturn-mark button.pill')).toContainText(/paid/iu);
  await capture(portal, null);
  await popup.bringToFront();
  await expect(popup.getByRole('region', { name: 'What the portal said' }).getByText('Payer status: was Denied now Paid', { exact: true })).toBeVisible();
  await chooseOfCase(popup, 'Close the case');
  await popup.getByRole('button', { name: /How it ended|Outcome/u }).click();
  await popup.getByRole('option', { name: 'Paid after correction' }).click();
  await popup.getByRole('textbox', { name: /Why|Reason/u }).fill('Corrected claim paid');
  await popup.getByRole('button', { name: 'Close case' }).click();
  await expect(desk.getByText('1 of 5 closed')).toBeVisible();
  await expect(desk.getByText('Paid after correction').first()).toBeVisible();

  // Not one row of it stands in the practice's own database.
  for (const table of ['cases', 'observations', 'wraps', 'users', 'audit', 'drafts']) expect(await rowsOf(desk, 'overturn', table), table).toBe(0);
  expect(await rowsOf(desk, 'overturn-training', 'cases')).toBe(1);

  await desk.bringToFront();
  await desk.getByRole('button', { name: 'Leave practice mode' }).click();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Stay' }).click();
  await expect(desk.getByText('1 of 5 closed')).toBeVisible();
  await desk.getByRole('button', { name: 'Leave practice mode' }).click();
  await desk.getByRole('button', { name: 'Leave and delete it' }).click();
  await expect(desk.getByRole('heading', { name: 'Set up in two minutes' })).toBeVisible();
  await expect(desk.getByRole('complementary', { name: 'Practice mode' })).toHaveCount(0);
  await expect.poll(() => rowsOf(desk, 'overturn-training', 'cases')).toBeNull();
  await expect(portal.getByText('Practice mode is off')).toBeVisible();
});

test('with a practice of one\'s own: it is locked meanwhile, its portals are not read, and nothing of the one is in the other', async ({ extension, browserContext, practice, portals }) => {
  expect(practice.userId).not.toBe('');
  const real = await browserContext.current.newPage();
  await real.goto(`${portals.origin}/cedar-valley/claim/26H0041177`);
  await expect(real.locator('overturn-mark button.pill')).toContainText(/denied/iu);

  const desk = await extension.open('desk.html', '#/settings');
  await desk.getByRole('button', { name: 'Start practice mode' }).click();
  await expect(desk.getByRole('heading', { name: heading })).toBeVisible({ timeout: 20_000 });
  // The real portal says "locked", also when its page is loaded anew; the popup refuses to read it.
  await expect(real.locator('overturn-mark button.pill')).toContainText('locked');
  await real.reload();
  await expect(real.locator('overturn-mark button.pill')).toContainText('locked');
  expect(await extension.command('portal:granted', { origins: ['https://provider.example/*'] })).toMatchObject({ ok: false, error: { code: 'practice-mode' } });
  expect(await extension.command('portal:read-once', { tabId: 1 })).toMatchObject({ ok: false, error: { code: 'practice-mode' } });
  expect(await extension.command('vault:status', {})).toMatchObject({ ok: true, value: { state: 'unlocked', users: [{ name: 'Practice Biller' }] } });

  // Locked and opened again inside practice mode: its passphrase is told.
  await extension.command('vault:lock', {});
  await expect(desk.getByText('seven patient herons read the fine print')).toBeVisible();
  await desk.getByLabel('Passphrase').fill('seven patient herons read the fine print');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: heading })).toBeVisible({ timeout: 20_000 });
  await desk.close();

  // A browser that was closed comes back to the practice's own side, locked; what was begun is kept.
  await extension.restart();
  expect(await extension.command('vault:status', {})).toMatchObject({ ok: true, value: { state: 'locked', users: [{ name: 'Rosa Imbert' }] } });
  expect(await extension.command('vault:unlock', { userId: practice.userId, passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  const again = await extension.open('desk.html', '#/settings');
  expect(await rowsOf(again, 'overturn', 'users')).toBe(1);
  await again.getByRole('button', { name: 'Go on with practice mode' }).click();
  await expect(again.getByRole('heading', { name: heading })).toBeVisible({ timeout: 20_000 });
  const other = await exercises(extension);
  await again.getByRole('button', { name: 'Leave practice mode' }).click();
  await again.getByRole('button', { name: 'Leave and keep it' }).click();
  for (const page of [again, other]) await expect(page.getByRole('complementary', { name: 'Practice mode' })).toHaveCount(0);
  expect(await rowsOf(again, 'overturn-training', 'users')).toBe(1);
  expect(await extension.command('vault:unlock', { userId: practice.userId, passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  await again.goto(again.url().replace(/#.*/u, '#/settings'));
  await again.getByRole('button', { name: 'Delete its data' }).click();
  await expect(again.getByRole('button', { name: 'Start practice mode' })).toBeVisible();
  expect(await rowsOf(again, 'overturn-training', 'users')).toBeNull();
  expect(await rowsOf(again, 'overturn', 'users')).toBe(1);
});

declare const chrome: { storage: { session: { get(keys: null): Promise<Record<string, unknown>> } } };

test('every page of the practice portals is read right, today and three weeks later', async ({ extension, browserContext }) => {
  await extension.command('training:enter', {}).catch(() => undefined); // the page that asks is loaded anew by it, often before it hears the answer
  const desk = await exercises(extension);
  const portal = await browserContext.current.newPage();
  const readings = async () => desk.evaluate(async () => Object.entries(await chrome.storage.session.get(null)).filter(([key]) => key.startsWith('capture:')).map(([, capture]) => (capture as { reading: Reading }).reading));
  for (const { portal: id, claimNumber } of EXERCISES) {
    const claim = TRAINING_CLAIMS[id].find((one) => one.claimNumber === claimNumber);
    if (claim === undefined) throw new Error(claimNumber);
    for (const [address, state] of [['', claim.now], ...(claim.later === null ? [] : [['/later', claim.later] as const])] as const) {
      const total = (pick: (line: TrainingLine) => number) => state.lines.reduce((sum, line) => sum + pick(line), 0);
      await portal.goto(`chrome-extension://${extension.id}/training-portal.html#/${id}/claim/${claimNumber}${address}`);
      const wanted = {
        claimControlNumber: claimNumber, patientControlNumber: claim.accountNumber, patientName: claim.patient, memberId: claim.memberId, status: state.status.toLowerCase(), charge: total((line) => line.charge), paid: total((line) => line.paid),
        lines: state.lines.map((line) => [line.procedure, line.charge, line.paid, line.adjustments.map(({ code }) => code).join(), line.remarks.join()]),
      };
      await expect.poll(async () => (await readings()).map(({ claims: [one] }) => ({
        claimControlNumber: one?.claimControlNumber?.value, patientControlNumber: one?.patientControlNumber?.value, patientName: one?.patientName?.value, memberId: one?.memberId?.value, status: one?.status?.value, charge: one?.charge?.value,
        paid: one?.paid?.value, lines: one?.lines.map((line) => [line.procedure?.value, line.charge?.value, line.paid?.value, line.adjustments.map(({ groupCode, carc }) => `${groupCode ?? ''}-${carc}`).join(), line.rarcs.join()]),
      })), { timeout: 20_000, message: `${claimNumber}${address}` }).toContainEqual(wanted);
    }
  }
});
