import { expect, test } from './extension.ts';
import { claimDetail, claimPage, ferreira, servePages } from './living-pages.ts';
import { openCard, openDemoPractice, pillOf } from './portal-card.ts';

const COUNTDOWN = '<div id="idle" role="dialog" aria-modal="true" style="position:fixed;top:20px;left:20px;background:#fff;padding:12px;border:1px solid #888"><h2>Are you still there?</h2><p>For your privacy your session ends in <b>60</b> seconds.</p><button id="stay">Stay signed in</button><button id="out">Sign out</button></div>';

test('a portal that counts down: the mark and the card say so, what was typed is kept, and not a thing of the session is touched', async ({ extension, browserContext, portals }) => {
  await openDemoPractice(extension);
  await servePages(browserContext.current, { claim: claimPage(claimDetail(ferreira)), out: '<!doctype html><title>Sign in</title><p>Your session has ended.</p>' });
  const page = await browserContext.current.newPage();
  await page.goto(`${portals.origin}/living/claim`);
  const card = await openCard(page);
  const asked: string[] = [];
  page.on('request', (request) => { if (request.url().startsWith('http')) asked.push(request.url()); });
  await page.evaluate((dialog) => {
    document.body.insertAdjacentHTML('beforeend', dialog);
    const heard: string[] = [];
    (globalThis as unknown as { heard: string[] }).heard = heard;
    for (const kind of ['click', 'pointerdown', 'keydown', 'focusin', 'mousemove', 'scroll']) document.addEventListener(kind, (event) => { if ((event.target as Element | null)?.localName !== 'overturn-mark') heard.push(kind); }, true);
  }, COUNTDOWN);
  await expect(pillOf(page)).toContainText('Portal signs you out in 60 s');
  await expect(card.getByText('The portal said it signs you out in 60 seconds')).toBeVisible();
  await card.getByLabel('Member ID').fill('TYPED-IN-TIME');
  expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
  expect(asked).toEqual([]);

  // The portal goes away with the card in it; the next look at the claim has what was typed.
  await page.goto(`${portals.origin}/living/out`);
  await expect(pillOf(page)).toHaveCount(0);
  await page.goto(`${portals.origin}/living/claim`);
  await expect(pillOf(page)).not.toContainText('signs you out');
  const again = await openCard(page);
  await expect(again.getByLabel('Member ID')).toHaveValue('TYPED-IN-TIME');
  await expect(again.getByText('signs you out')).toHaveCount(0);

  // Somebody who pressed the portal's own button: the mark says what it said before.
  await page.evaluate((dialog) => document.body.insertAdjacentHTML('beforeend', dialog), COUNTDOWN);
  await expect(pillOf(page)).toContainText('signs you out');
  await page.evaluate(() => document.getElementById('idle')?.remove());
  await expect(pillOf(page)).not.toContainText('signs you out');
});
