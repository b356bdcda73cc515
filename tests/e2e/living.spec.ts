import type { Page } from '@playwright/test';
import { expect, test } from './extension.ts';
import { claimDetail, claimPage, ferreira, servePages, vanterpool } from './living-pages.ts';
import { cardOf, choosePayer, expectRead, heldReadings, openCard, openDemoPractice, pillOf } from './portal-card.ts';

/** Text of an element of the portal page, changed as its own script would. */
async function write(page: Page, id: string, text: string): Promise<void> {
  await page.evaluate(([to, words]) => { const element = document.getElementById(to); if (element !== null) element.textContent = words; }, [id, text] as const);
}

test.describe('a page that lives', () => {
  test.beforeEach(async ({ extension }) => openDemoPractice(extension));

  test('values that come in while the card is open are offered one by one; what was typed stays, and the newer look is the evidence', async ({ extension, browserContext, portals }) => {
    await servePages(browserContext.current, { 'claim': claimPage(claimDetail({ ...vanterpool, 'Paid amount': '--', 'Allowed amount': '--' })) });
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/claim`);
    const card = await openCard(page);
    await card.getByLabel('Member ID').fill('MINE-77');
    await expect(card.getByText('The page says more by now')).toHaveCount(0);

    await write(page, 'claim-status', 'Denied');
    await write(page, 'paid-amount', '$0.00');
    await write(page, 'member-id', 'PMH0000001');
    await expect(card.getByText('The page says more by now')).toBeVisible();
    // Nothing moved by itself.
    await expect(card.getByLabel('Member ID')).toHaveValue('MINE-77');
    await expect(card.locator('[data-field="status"]')).toContainText('Pending');
    await expect(card.locator('[data-field="memberId"]')).toContainText('The page now says:PMH0000001');

    await card.locator('[data-field="status"]').getByRole('button', { name: 'Denied' }).click();
    await expect(card.locator('[data-field="status"]').getByRole('button', { name: /Denied/u }).first()).toBeVisible();
    await expect(card.getByLabel('Member ID')).toHaveValue('MINE-77');
    // The other one was not taken: it is still offered, and still not put in.
    await expect(card.locator('[data-field="paid"]')).toContainText('0.00');
    await expect(card.getByLabel('Paid', { exact: true })).toHaveValue('');

    await write(page, 'allowed-amount', '$181.25');
    await card.getByRole('button', { name: 'Take over what is new' }).click();
    await expect(card.getByLabel('Allowed')).toHaveValue('181.25');
    await expect(card.getByLabel('Member ID')).toHaveValue('MINE-77');
    await choosePayer(card, 'Cedar Valley Health');
    await card.getByRole('button', { name: 'Save to queue' }).click();
    await expect(card.getByRole('heading', { name: 'In your queue' })).toBeVisible();
    const popup = await extension.open('popup.html');
    await expect(popup.getByRole('option', { name: /VANTERPOOL/iu })).toHaveCount(1);
  });

  test('a page that turns into another claim: the card says so, and saving goes to the one that was read, by name', async ({ extension, browserContext, portals }) => {
    await servePages(browserContext.current, {
      claim: claimPage(`<section id="a">${claimDetail(vanterpool)}</section><section id="b" style="display:none">${claimDetail(ferreira)}</section>`, `<script>
        const show = () => { const b = location.pathname.endsWith('/2'); document.getElementById('a').style.display = b ? 'none' : ''; document.getElementById('b').style.display = b ? '' : 'none'; };
        addEventListener('popstate', show);
        globalThis.go = (path) => { history.pushState(null, '', path); show(); };
      </script>`),
    });
    const own = await extension.open('popup.html');
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/claim`);
    const card = await openCard(page);
    await choosePayer(card, 'Cedar Valley Health');
    await page.evaluate(() => (globalThis as unknown as { go(path: string): void }).go('/living/claim/2'));
    await expect(card.getByText('The page now shows another claim')).toBeVisible();
    await expect(card.getByRole('status').filter({ hasText: 'Saving goes to' })).toContainText('PM26-4471902');
    await card.getByRole('button', { name: 'Save PM26-4471902' }).click();
    await expect(card.getByRole('heading', { name: 'In your queue' })).toBeVisible();
    await expect(card.getByText('PM26-4471902')).toHaveCount(1);
    await card.getByRole('button', { name: 'Back to the page' }).click();
    await expectRead(own, 'FERREIRA');

    // The view that was left is still in the document, hidden: nothing of it is taken for the claim in front.
    const next = await openCard(page);
    await expect(next.getByLabel('Claim number')).toHaveValue('PM26-5580317');
    await expect(next.getByLabel('Patient', { exact: true })).toHaveValue(/FERREIRA/iu);
    await expect(next.getByText('New', { exact: true })).toBeVisible();
    // Back, without a load: the card says it, and goes over to what stands there.
    await page.goBack();
    await expect(next.getByText('The page now shows another claim')).toBeVisible();
    await next.getByRole('button', { name: 'Review what it shows now' }).click();
    await expect(next.getByLabel('Claim number')).toHaveValue('PM26-4471902');
    await expect(next.getByText('In your queue', { exact: true })).toBeVisible();
    await page.goForward();
    await expect(next.getByText('The page now shows another claim')).toBeVisible();
  });

  test('a cover over the claim, then a sign-in: the claim below it is not offered as fresh, the card says it is no longer shown', async ({ browserContext, portals }) => {
    await servePages(browserContext.current, { claim: claimPage(claimDetail(ferreira)) });
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/claim`);
    const card = await openCard(page);
    await choosePayer(card, 'Cedar Valley Health');
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<div id="cover" style="position:fixed;inset:0;background:#fff;z-index:10"><h1>Your session has ended</h1><p>Sign in to go on.</p></div>'));
    await expect(card.getByText('The page no longer shows this')).toBeVisible();
    await card.getByRole('button', { name: 'Close' }).click();
    await expect(pillOf(page)).toHaveCount(0);
    await page.evaluate(() => document.getElementById('cover')?.remove());
    await expect(pillOf(page)).toBeVisible();
  });

  test('two tabs of one portal are never mixed, whichever changes', async ({ extension, browserContext, portals }) => {
    await servePages(browserContext.current, { one: claimPage(claimDetail(vanterpool)), two: claimPage(claimDetail(ferreira)) });
    const own = await extension.open('popup.html');
    const [one, two] = [await browserContext.current.newPage(), await browserContext.current.newPage()];
    await Promise.all([one.goto(`${portals.origin}/living/one`), two.goto(`${portals.origin}/living/two`)]);
    await Promise.all([expectRead(own, 'VANTERPOOL'), expectRead(own, 'FERREIRA')]);
    for (const { inFront } of await heldReadings(own)) {
      const said = JSON.stringify(inFront);
      expect(said.includes('VANTERPOOL') && said.includes('FERREIRA')).toBe(false);
    }
    const [first, second] = [await openCard(one), await openCard(two)];
    await write(one, 'claim-status', 'Denied');
    await expect(first.getByText('The page says more by now')).toBeVisible();
    await expect(first.getByLabel('Claim number')).toHaveValue('PM26-4471902');
    await expect(second.getByLabel('Claim number')).toHaveValue('PM26-5580317');
    await expect(second.getByText('The page says more by now')).toHaveCount(0);
  });

  test('a page put back from the back/forward cache offers its claim again', async ({ extension, browserContext, portals }) => {
    await servePages(browserContext.current, { claim: claimPage(claimDetail(ferreira)) });
    const own = await extension.open('popup.html');
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/claim`);
    await expectRead(own, 'FERREIRA');
    // As the browser says it, which a driven browser does not do by itself: it keeps no such cache.
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await expect.poll(async () => (await heldReadings(own)).length).toBe(0);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expectRead(own, 'FERREIRA');
    await expect((await openCard(page)).getByLabel('Claim number')).toHaveValue('PM26-5580317');
  });

  test('by keyboard: Enter on the mark goes into the card, Ctrl+Enter saves there, Escape comes back', async ({ browserContext, portals }) => {
    await servePages(browserContext.current, { claim: claimPage(claimDetail(ferreira), '<input id="mine" aria-label="Find a member">') });
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/claim`);
    await pillOf(page).focus();
    await page.keyboard.press('Enter');
    const card = cardOf(page);
    await expect(card.getByRole('heading', { level: 1 })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('overturn-mark iframe.card')).toHaveCount(0);
    await expect(pillOf(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(card.getByRole('heading', { level: 1 })).toBeFocused();
    await choosePayer(card, 'Cedar Valley Health');
    await page.keyboard.press('Control+Enter');
    await expect(card.getByRole('heading', { name: 'In your queue' })).toBeFocused();
    await expect(card.getByText('PM26-5580317')).toBeVisible();
  });

  test('nothing of ours takes the focus from somebody who types in the portal', async ({ extension, browserContext, portals }) => {
    await servePages(browserContext.current, { claim: claimPage(claimDetail(vanterpool), '<input id="mine" aria-label="Find a member">') });
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/claim`);
    const card = await openCard(page);
    await page.locator('#mine').click();
    await page.keyboard.type('VAN');
    await write(page, 'claim-status', 'Denied');
    await expect(card.getByText('The page says more by now')).toBeVisible();
    await page.keyboard.type('TER');
    expect(await extension.command('vault:lock', {})).toMatchObject({ ok: true });
    await expect(page.locator('overturn-mark iframe.card')).toHaveCount(0);
    await page.bringToFront();
    await page.keyboard.type('POOL');
    await expect(page.locator('#mine')).toHaveValue('VANTERPOOL');
    await expect(page.locator('#mine')).toBeFocused();
  });
});
