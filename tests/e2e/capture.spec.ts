import { expectAccessibleAsShown } from './accessible.ts';
import { expect, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { choosePayer, expectRead, openCard, openDemoPractice, pillOf } from './portal-card.ts';

declare const chrome: { storage: { session: { get(keys: null): Promise<Record<string, unknown>> } } };

/** Waits until the background has been told of a value, as a person waits until the page has come to rest. */
async function expectTold(extension: Extension, value: string): Promise<void> {
  const own = await extension.open('popup.html');
  await expectRead(own, value);
  await own.close();
}

test.describe('a claim on the portal', () => {
  test.beforeEach(async ({ extension }) => openDemoPractice(extension));

  test('a remittance viewer made of layout tables: every value with its evidence, saved once, compared the second time', async ({ extension, browserContext, portals }) => {
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/cedar-valley/remittance/0087741250`);
    await expect(pillOf(page)).toBeVisible();
    // Never a person or a number of a claim where the portal's scripts could see it.
    await expect(pillOf(page)).not.toContainText(/LINDQVIST|26H00/iu);

    const card = await openCard(page);
    await choosePayer(card, 'Cedar Valley Health');
    const row = card.getByRole('button', { name: /26H0041177/u });
    await row.click();
    await expect(card.getByLabel('Patient', { exact: true }).first()).toHaveValue(/LINDQVIST/iu);
    await card.getByRole('checkbox', { name: /26H0041177/u }).check({ force: true });
    await card.getByRole('button', { name: 'Save 1 claim' }).click();
    await expect(card.getByRole('heading', { name: 'In your queue' })).toBeVisible();
    await card.getByRole('button', { name: 'Back to the page' }).click();
    await expect(page.locator('overturn-mark iframe.card')).toHaveCount(0);

    const again = await openCard(page);
    await expect(again.getByText('In your queue', { exact: true })).toBeVisible();

    const popup = await extension.open('popup.html');
    await popup.setViewportSize({ width: 400, height: 600 });
    await expect(popup.getByRole('option', { name: /LINDQVIST/iu })).toHaveCount(1);
  });

  test('an app in a frame that fills its cards late: nothing is offered before it stands still', async ({ extension, browserContext, portals }) => {
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/harborlight/shell`);
    const app = page.locator('iframe').first().contentFrame();
    await app.getByText('HL26-88104-2207').first().click();
    await expect(pillOf(page)).toBeVisible({ timeout: 15_000 });
    await expect(pillOf(page)).toContainText(/denied/iu);
    await app.getByText('Line Items').waitFor();
    await expectTold(extension, 'FERREIRA');
    await page.bringToFront();
    const card = await openCard(page);
    await expect(card.getByLabel('Claim number')).toHaveValue('HL26-88104-2207');
    await expect(card.getByLabel('Patient', { exact: true })).toHaveValue(/FERREIRA/iu);
    // The value stands in the frame, and is outlined there.
    await card.getByLabel('Claim number').focus();
    await expect(app.locator('overturn-mark .mask')).toBeVisible();
    // The card answers to a person, so what a person changes is marked as theirs and kept when the card is closed.
    await card.getByLabel('Account number').fill('JSF-MINE-1');
    await expect(card.getByText('Changed by you')).toBeVisible();
    // At once: what was typed a moment ago is kept when the card goes away, too.
    await card.getByRole('button', { name: 'Close' }).click();
    await expect(page.locator('overturn-mark iframe.card')).toHaveCount(0);
    await expect(app.locator('overturn-mark .mask')).toHaveCount(0);
    const again = await openCard(page);
    await expect(again.getByLabel('Account number')).toHaveValue('JSF-MINE-1');
  });

  test('a results grid under a policy that allows nothing: the card still opens, denied rows are chosen at once', async ({ browserContext, portals }) => {
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/prairie-mutual/claims`);
    const card = await openCard(page);
    await choosePayer(card, 'Prairie Mutual');
    await card.getByRole('button', { name: 'Choose denied' }).click();
    const save = card.getByRole('button', { name: /^Save \d+ claim/u });
    await expect(save).toBeEnabled();
    await save.click();
    await expect(card.getByRole('heading', { name: /new, 0 brought up to date|In your queue/u })).toBeVisible();
  });

  test('pointing at a field outlines its place on the page, in a layer of our own', async ({ browserContext, portals }) => {
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/summit-ridge/claims`);
    await pillOf(page).waitFor();
    const before = await page.evaluate(() => document.body.innerHTML);
    const card = await openCard(page);
    await card.getByRole('button', { name: /SR0092208814/u }).click();
    await card.getByLabel('Claim number').first().focus();
    await expect(page.locator('overturn-mark .mask')).toBeVisible();
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
  });

  test('a page that refuses frames: the pill says so and the next press goes to the side panel', async ({ browserContext, portals }) => {
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/redwood/claim`);
    await pillOf(page).click();
    await expect(pillOf(page)).toContainText('side panel', { timeout: 10_000 });
  });

  test('locking takes the card off the portal page, and no name of a patient stays on any page of ours', async ({ extension, browserContext, portals }) => {
    const own = [await extension.open('popup.html'), await extension.open('sidepanel.html'), await extension.open('desk.html')];
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/summit-ridge/claims`);
    const card = await openCard(page);
    await choosePayer(card, 'Summit Ridge');
    await card.getByRole('button', { name: 'All', exact: true }).click();
    await card.getByRole('button', { name: /SR0092208814/u }).click();
    const name = await card.getByLabel('Patient', { exact: true }).first().inputValue();
    expect(name.length).toBeGreaterThan(3);
    expect(await extension.command('vault:lock', {})).toMatchObject({ ok: true });
    await expect(pillOf(page)).toContainText('locked');
    await expect.poll(() => page.frames().filter((one) => one.url().includes('/review.html')).length).toBe(0);
    for (const one of own) await expect.poll(() => one.content()).not.toContain(name);
  });

  test('pages that are no claims: nothing is offered', async ({ extension, browserContext, portals }) => {
    const own = await extension.open('popup.html');
    const session = () => own.evaluate(async () => {
      const all = Object.entries(await chrome.storage.session.get(null));
      return { pages: all.filter(([key]) => key.startsWith('tab:')).map(([, tab]) => (tab as { topPageId: string | null }).topPageId ?? ''), offers: all.filter(([key]) => key.startsWith('capture:')).length };
    });
    const page = await browserContext.current.newPage();
    let before = '';
    for (const path of ['/', '/cedar-valley/home', '/cedar-valley/help', '/cedar-valley/login']) {
      await page.goto(`${portals.origin}${path}`);
      // Every page is told of once it was read, one without a claim too.
      await expect.poll(async () => (await session()).pages.filter((id) => id !== '' && id !== before).length, { message: path }).toBe(1);
      const { pages, offers } = await session();
      expect(offers, path).toBe(0);
      await expect(pillOf(page), path).toHaveCount(0);
      before = pages[0] ?? '';
    }
  });

  test('the card is accessible, with everything opened', async ({ browserContext, portals }) => {
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/summit-ridge/claims`);
    const card = await openCard(page);
    await card.getByRole('button', { name: /SR0092208814/u }).click();
    await card.getByRole('button', { name: /Not found on the page/u }).first().click();
    const frame = page.frames().find((one) => one.url().includes('/review.html'));
    if (frame === undefined) throw new Error('no card');
    await expectAccessibleAsShown(frame);
  });
});
