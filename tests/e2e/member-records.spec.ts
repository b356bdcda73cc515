import { expectAccessible, expectAccessibleAsShown } from './accessible.ts';
import { expect, test } from './extension.ts';
import { cardOf, choosePayer, expectRead, openCard, openDemoPractice, pillOf } from './portal-card.ts';

test.describe('what a portal shows of a member', () => {
  test.beforeEach(async ({ extension }) => openDemoPractice(extension));

  test('a coverage check and an approval are kept from their pages, are no claims, and stand at the claim with what does not fit', async ({ extension, browserContext, portals }, info) => {
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/prairie-mutual/claim/PM2604418830`);
    const claim = await openCard(page);
    await choosePayer(claim, 'Prairie Mutual');
    await claim.getByRole('button', { name: 'Save to queue' }).click();
    await expect(claim.getByRole('heading', { name: 'In your queue' })).toBeVisible();

    await page.goto(`${portals.origin}/prairie-mutual/coverage`);
    // A word for the page, and nobody's name or number where the portal's scripts could see it.
    await expect(pillOf(page)).toHaveText(/coverage/u);
    const coverage = await openCard(page);
    await expect(coverage.getByRole('heading', { name: 'Coverage check on this page' })).toBeVisible();
    await expect(coverage.getByLabel('Member ID')).toHaveValue('W220918845');
    await expect(coverage.locator('[data-field=status] q')).toHaveText('Active');
    // What is typed is kept when the card goes away before it was saved.
    await coverage.getByLabel('Other payer').fill('Bluewater Community Plan');
    await coverage.getByRole('button', { name: 'Close' }).click();
    await expect(page.locator('overturn-mark iframe.card')).toHaveCount(0);
    await page.reload();
    const again = await openCard(page);
    await expect(again.getByLabel('Other payer')).toHaveValue('Bluewater Community Plan');
    await page.screenshot({ path: info.outputPath('coverage.png') });
    const frame = page.frames().find((one) => one.url().includes('review.html'));
    if (frame === undefined) throw new Error('the card has no frame');
    await expectAccessibleAsShown(frame);
    await again.getByLabel('Other payer').press('Control+Enter');
    await expect(again.getByRole('heading', { name: 'Kept the coverage check' })).toBeVisible();
    await again.getByRole('button', { name: 'Back to the page' }).click();

    await page.goto(`${portals.origin}/prairie-mutual/authorization/AU-77120`);
    await expect(pillOf(page)).toHaveText(/authorization/u);
    const approval = await openCard(page);
    await expect(approval.getByLabel('Authorization number')).toHaveValue('AU-77120');
    await expect(approval.getByLabel('Codes')).toHaveValue('97110');
    await choosePayer(approval, 'Prairie Mutual');
    await approval.getByRole('button', { name: 'Keep this authorization' }).click();
    await expect(approval.getByRole('heading', { name: 'Kept the authorization' })).toBeVisible();

    const popup = await extension.open('popup.html');
    await popup.setViewportSize({ width: 400, height: 600 });
    // Two pages about the member, one claim.
    await expect(popup.getByRole('option')).toHaveCount(1);
    await popup.getByRole('option', { name: /HOLLOWAY/iu }).click();
    const records = popup.getByRole('region', { name: 'Coverage and authorizations' });
    await records.scrollIntoViewIfNeeded();
    await expect(records.getByText(/Coverage active, 01\/01\/2025 to open, Prairie Household PPO, other payer Bluewater Community Plan/u)).toBeVisible();
    await expect(records.getByText(/Outside the dates/u)).toBeVisible();
    await records.getByRole('button', { name: 'What the page said' }).first().click();
    await expect(records.getByText('Authorized dates').first()).toBeVisible();
    await popup.screenshot({ path: info.outputPath('case.png') });
    await expectAccessible(popup);
  });

  test('a list of several approvals and a claim page are offered as what they are', async ({ extension, browserContext, portals }) => {
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/prairie-mutual/authorization/AU-77120`);
    await expect(pillOf(page)).toHaveText(/authorization/u);
    // Which of several approvals is meant nobody can say: nothing is offered.
    await page.goto(`${portals.origin}/prairie-mutual/authorizations`);
    await page.getByText('AU-77391').waitFor();
    await page.goto(`${portals.origin}/prairie-mutual/claim/PM2604418830`);
    await expect(pillOf(page)).toHaveText(/denied/u);
    const own = await extension.open('popup.html');
    await expectRead(own, 'PM2604418830');
    await page.bringToFront();
    await pillOf(page).click();
    await expect(cardOf(page).getByRole('heading', { name: 'Claim on this page' })).toBeVisible();
  });
});
