import type { Page } from '@playwright/test';
import { expect, test } from './extension.ts';
import { servePages } from './living-pages.ts';
import { choosePayer, expectRead, heldReadings, openCard, openDemoPractice, pillOf } from './portal-card.ts';

const marksOf = (page: Page) => page.locator('overturn-mark .row');

const scrollGrid = (page: Page, top: number) => page.locator('.ag-body').evaluate((element, to) => { element.scrollTop = to; }, top);

/** A plain list in the page's own flow, whose rows a script of the page can change. */
function listPage(count: number, status = 'Denied'): string {
  const rows = Array.from({ length: count }, (_, at) => `<tr><td><a href="#">LP26-${String(700100 + at)}</a></td><td>VANTERPOOL, OTTOLINE</td><td>PMH4471223</td><td>04/07/2026</td><td>$${240 + at}.00</td><td>$0.00</td><td id="status-${at}">${status}</td><td><button>View</button></td></tr>`).join('');
  return `<!doctype html><html lang="en"><head><title>Cedar Valley Health</title><style>body{font:14px system-ui;margin:20px 90px}td,th{padding:8px;text-align:left;border-bottom:1px solid #ddd}table{border-collapse:collapse;width:100%}</style></head>
<body><h1>Claims</h1><p>Payer: Cedar Valley Health</p><p>${count} claims</p><table><thead><tr><th>Claim number</th><th>Patient</th><th>Member ID</th><th>Date of service</th><th>Billed amount</th><th>Paid amount</th><th>Claim status</th><th>Action</th></tr></thead><tbody>${rows}</tbody></table></body></html>`;
}

test.describe('a list of claims', () => {
  test.beforeEach(async ({ extension }) => openDemoPractice(extension));

  test('a grid that draws only what is in view: rows count once they were seen, all of them are saved by one press', async ({ extension, browserContext, portals }) => {
    const own = await extension.open('popup.html');
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/summit-ridge/claims`);
    await expect(pillOf(page)).toBeVisible();
    const inFront = async () => (await heldReadings(own)).find((one) => one.inFront !== null)?.inFront?.reading;
    const total = Number((await page.locator('[role=grid]').getAttribute('aria-rowcount'))) - 1;
    // Ten rows fit; the grid draws two more ahead, which nobody has seen.
    const first = (await inFront())?.claims.length ?? 0;
    expect(first).toBe(10);
    await expect(pillOf(page)).toContainText('10 claims');

    for (let top = 350; top < total * 42; top += 350) {
      await scrollGrid(page, top);
      // As a person does who reads them: on when the last one in view was taken in.
      await expectRead(own, (await page.locator('.ag-pinned-left .ag-row').allInnerTexts()).at(-5) ?? '');
    }
    await expect.poll(async () => (await inFront())?.claims.length).toBe(total);
    const all = await inFront();
    expect(all).toMatchObject({ seen: { rows: total, of: total } });
    const numbers = (all?.claims ?? []).map((claim) => claim.claimControlNumber?.value);
    expect(new Set(numbers).size).toBe(total);

    const before = await page.evaluate(() => document.body.innerHTML);
    await page.bringToFront();
    const card = await openCard(page);
    await expect(card.getByText(`${total} of ${total} rows seen`)).toBeVisible();
    await choosePayer(card, 'Summit Ridge');
    await card.getByRole('button', { name: 'All', exact: true }).click();
    await card.getByRole('button', { name: `Save ${total} claims` }).click();
    await expect(card.getByRole('heading', { name: `${total} new, 0 brought up to date` })).toBeVisible({ timeout: 30_000 });
    await card.getByRole('button', { name: 'Back to the page' }).click();
    // Each row in view has its mark; not a node of the portal was touched for it.
    await expect.poll(() => marksOf(page).count()).toBeGreaterThanOrEqual(8);
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
  });

  test('a list that is filtered is another list: what was seen of the old one is not carried into it', async ({ extension, browserContext, portals }) => {
    await servePages(browserContext.current, { list: listPage(12) });
    const own = await extension.open('popup.html');
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/list`);
    await expectRead(own, 'LP26-700111');
    await page.evaluate(() => { for (const row of [...document.querySelectorAll('tbody tr')].slice(3)) row.remove(); });
    await expect.poll(async () => (await heldReadings(own)).flatMap(({ inFront }) => inFront?.reading.claims ?? []).length).toBe(3);
  });

  test('rows in the queue are marked with their days; a row of which the page says something else is marked as changed and offered as such', async ({ extension, browserContext, portals }) => {
    await servePages(browserContext.current, { list: listPage(6) });
    const own = await extension.open('popup.html');
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/list`);
    await expectRead(own, 'LP26-700105');
    await expect(marksOf(page)).toHaveCount(0);
    const card = await openCard(page);
    await choosePayer(card, 'Cedar Valley Health');
    for (const number of ['700100', '700102', '700104']) await card.getByRole('checkbox', { name: new RegExp(number, 'u') }).check();
    await card.getByRole('button', { name: 'Save 3 claims' }).click();
    await expect(card.getByRole('heading', { name: '3 new, 0 brought up to date' })).toBeVisible();
    await card.getByRole('button', { name: 'Back to the page' }).click();
    await expect(marksOf(page)).toHaveCount(3);
    // Beside the row it is about, and over nothing of the portal's.
    const rows = await page.locator('tbody tr').evaluateAll((all) => all.map((row) => row.getBoundingClientRect().toJSON() as DOMRect));
    const marks = await marksOf(page).evaluateAll((all) => all.map((mark) => ({ box: mark.getBoundingClientRect().toJSON() as DOMRect, words: mark.textContent ?? '', spoken: mark.getAttribute('aria-label') ?? '' })));
    [0, 2, 4].forEach((row, at) => {
      const middle = (marks[at]?.box.top ?? 0) + (marks[at]?.box.height ?? 0) / 2;
      expect(middle).toBeGreaterThan(rows[row]?.top ?? 0);
      expect(middle).toBeLessThan(rows[row]?.bottom ?? 0);
      expect(marks[at]?.box.right ?? 999).toBeLessThanOrEqual(rows[row]?.left ?? 0);
    });
    for (const { words, spoken } of marks) {
      expect(words).toMatch(/^(?:\d+ d(?: over)?|today|in queue)$/u);
      expect(spoken).not.toMatch(/VANTERPOOL|LP26|PMH/iu);
    }

    await page.evaluate(() => { const cell = document.getElementById('status-2'); if (cell !== null) cell.textContent = 'Paid'; });
    await expect(marksOf(page).nth(1)).toContainText('≠');
    await expect(marksOf(page).nth(0)).not.toContainText('≠');
    await marksOf(page).nth(1).click();
    const again = page.frameLocator('overturn-mark iframe.card');
    await expect(again.getByText('In your queue, 1 changed')).toBeVisible();
    await expect(again.getByText('Status: Denied → Paid')).toBeVisible();
    await choosePayer(again, 'Cedar Valley Health');
    await again.getByRole('button', { name: 'All', exact: true }).click();
    await again.getByRole('button', { name: 'Save 6 claims' }).click();
    await expect(again.getByRole('heading', { name: '3 new, 3 brought up to date' })).toBeVisible();
    await again.getByRole('button', { name: 'Back to the page' }).click();
    await expect(marksOf(page)).toHaveCount(6);
    // Locked, nothing is said about any row.
    expect(await extension.command('vault:lock', {})).toMatchObject({ ok: true });
    await page.bringToFront();
    await expect(marksOf(page)).toHaveCount(0);
  });

  test('marks follow the page: gone while a dialog lies over the rows, beside them again after scrolling', async ({ extension, browserContext, portals }) => {
    await servePages(browserContext.current, { list: listPage(60) });
    const own = await extension.open('popup.html');
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/list`);
    await expectRead(own, 'LP26-700159');
    const card = await openCard(page);
    await choosePayer(card, 'Cedar Valley Health');
    await card.getByRole('button', { name: 'All', exact: true }).click();
    await card.getByRole('button', { name: 'Save 60 claims' }).click();
    await expect(card.getByRole('heading', { name: '60 new, 0 brought up to date' })).toBeVisible({ timeout: 30_000 });
    await card.getByRole('button', { name: 'Back to the page' }).click();
    await expect.poll(() => marksOf(page).count()).toBeGreaterThan(10);
    await page.evaluate(() => scrollTo(0, 900));
    const offset = () => page.evaluate(() => {
      const root = [...document.querySelectorAll('overturn-mark')].map((one) => one.shadowRoot).find((one) => one?.querySelector('.row') !== null);
      const middles = [...(root?.querySelectorAll('.row') ?? [])].map((mark) => mark.getBoundingClientRect().top + mark.getBoundingClientRect().height / 2);
      const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.getBoundingClientRect());
      return middles.length === 0 ? 999 : Math.max(...middles.map((middle) => Math.min(...rows.map((row) => Math.abs((row.top + row.bottom) / 2 - middle)))));
    });
    await expect.poll(offset).toBeLessThan(6);
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<div id="over" role="dialog" aria-modal="true" style="position:fixed;inset:0;background:rgba(0,0,0,.4);z-index:5"><p style="background:#fff;margin:80px">Choose a month</p></div>'));
    await expect(marksOf(page)).toHaveCount(0);
    await page.evaluate(() => document.getElementById('over')?.remove());
    await expect.poll(() => marksOf(page).count()).toBeGreaterThan(10);
  });
});
