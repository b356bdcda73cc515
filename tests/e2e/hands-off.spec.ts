import { demoPractice } from '../tour/demo-practice.ts';
import { expect, test } from './extension.ts';
import { openPopup } from './filled-practice.ts';

/** Every portal of the register whose terms forbid tools, by a host of its own. */
const HANDS_OFF = ['www.noridianmedicareportal.com', 'www.ngsconnex.com', 'mycgsportal.com', 'www.onlineproviderservices.com', 'thespot.fcso.com', 'www.novitasphere.com', 'www.wpsgha.com'];

test('on the portal of a Medicare contractor nothing of ours ever runs', async ({ extension, browserContext, portals }) => {
  const made = await extension.command('practice:create', demoPractice());
  expect(made.ok).toBe(true);
  const html = await (await fetch(`${portals.origin}/heartland-mac/claim`)).text();
  for (const host of HANDS_OFF) {
    // The permission is refused before it is asked of the browser, also where somebody would grant it.
    expect(await extension.command('portal:granted', { origins: [`https://${host}/*`] })).toMatchObject({ ok: false, error: { code: 'portal-hands-off' } });
  }
  const registered = await (await extension.worker()).evaluate(() => (globalThis as unknown as { chrome: { scripting: { getRegisteredContentScripts(): Promise<{ matches: string[]; excludeMatches?: string[] }[]> } } }).chrome.scripting.getRegisteredContentScripts());
  for (const script of registered) {
    expect(script.matches.filter((match) => !/127\.0\.0\.1|localhost/u.test(match))).toEqual([]);
    expect(script.excludeMatches?.length ?? 0).toBeGreaterThan(5);
  }
  const page = await browserContext.current.newPage();
  await page.route('https://www.noridianmedicareportal.com/**', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('https://www.noridianmedicareportal.com/claim');
  await page.waitForTimeout(2500);
  expect(await page.locator('overturn-mark').count()).toBe(0);
  const tabId = await (await extension.worker()).evaluate(async () => {
    const tabs = await (globalThis as unknown as { chrome: { tabs: { query(q: object): Promise<{ id: number; active: boolean }[]> } } }).chrome.tabs.query({});
    return tabs.at(-1)?.id ?? -1;
  });
  const once = await extension.command('portal:read-once', { tabId });
  expect(once.ok).toBe(false);
  expect(await page.evaluate(() => Object.keys(globalThis).filter((key) => /overturn/iu.test(key)))).toEqual([]);
});

test('what cannot be read there is pasted, reviewed and saved like any other claim', async ({ extension }) => {
  await extension.command('practice:create', demoPractice());
  const popup = await openPopup(extension);
  await popup.getByRole('button', { name: 'Enter a claim by hand' }).click();
  const box = popup.getByLabel('Copied page');
  await expect(box).toBeFocused();
  await box.fill('Claim Status Details\nClaim Control Number\t1126089351480\nBeneficiary Name\tWINSLOW, EDITH\nMedicare Number\t1EG4-TE5-MK73\nDate of Service\t08/23/2026\nClaim Status\tProcessed\nTotal Billed Amount\t$52.00\nTotal Paid Amount\t$0.00\nFinalized Date\t09/25/2026\n');
  await popup.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(popup.getByLabel('Claim number')).toHaveValue('1126089351480');
  await expect(popup.getByLabel('Patient', { exact: true })).toHaveValue('WINSLOW, EDITH');
  await popup.getByRole('button', { name: /File under/u }).click();
  await popup.getByRole('option', { name: 'Heartland Medicare Services' }).click();
  await popup.getByRole('button', { name: /^Save/u }).click();
  await expect(popup.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await expect(popup.getByText('WINSLOW, EDITH').first()).toBeVisible();
});
