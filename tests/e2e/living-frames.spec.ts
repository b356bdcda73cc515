import { expect, test } from './extension.ts';
import { claimDetail, claimPage, ferreira, servePages, vanterpool } from './living-pages.ts';
import { choosePayer, expectRead, heldReadings, openCard, openDemoPractice, pillOf } from './portal-card.ts';

const frame = (src: string) => `<iframe src="${src}" style="width:1000px;height:420px;border:1px solid #888"></iframe>`;
const other = (origin: string) => origin.replace('127.0.0.1', 'localhost');
const numberOnly = { 'Claim number': 'PM26-4471902', 'Date of service': '04/07/2026', 'Billed amount': '$240.00', 'Claim status': 'Denied', 'Paid amount': '$0.00' };
const around = (name: string, member: string, src: string) => `<!doctype html><html lang="en"><body style="font:15px system-ui"><dl><dt>Patient name</dt><dd>${name}</dd><dt>Member ID</dt><dd>${member}</dd></dl>${frame(src)}</body></html>`;

test.describe('frames in frames', () => {
  test.beforeEach(async ({ extension }) => openDemoPractice(extension));

  test('the patient in the frame around belongs to the claim inside it, and never that of a frame beside it', async ({ extension, browserContext, portals }) => {
    const { origin } = portals;
    // Two frames of another origin; only the second holds the claim, in a frame of its own of the first origin. Both name a patient.
    await servePages(browserContext.current, {
      shell: claimPage(`<h1>Workspace</h1>${frame(`${other(origin)}/living/left`)}${frame(`${other(origin)}/living/right`)}`),
      left: `<!doctype html><html lang="en"><body><dl><dt>Patient name</dt><dd>QUILLFEATHER, ROSAMUND</dd><dt>Member ID</dt><dd>PMH9990001</dd></dl></body></html>`,
      right: around('VANTERPOOL, OTTOLINE', 'PMH4471223', `${origin}/living/claim`),
      claim: claimPage(claimDetail(numberOnly)),
    });
    const own = await extension.open('popup.html');
    const page = await browserContext.current.newPage();
    await page.goto(`${origin}/living/shell`);
    await expectRead(own, 'VANTERPOOL');
    const card = await openCard(page);
    await expect(card.getByLabel('Claim number')).toHaveValue('PM26-4471902');
    await expect(card.getByLabel('Patient', { exact: true })).toHaveValue(/VANTERPOOL/iu);
    expect(JSON.stringify((await heldReadings(own)).map(({ inFront }) => inFront))).not.toContain('QUILLFEATHER');
    // The value stands in one frame and is outlined there; the patient in the frame around it.
    await card.getByLabel('Claim number').focus();
    const inner = page.frameLocator('iframe >> nth=1').frameLocator('iframe');
    await expect(inner.locator('overturn-mark .mask')).toBeVisible();
    await card.getByLabel('Patient', { exact: true }).focus();
    await expect(page.frameLocator('iframe >> nth=1').locator('overturn-mark .mask')).toBeVisible();
    await expect(inner.locator('overturn-mark .mask')).toHaveCount(0);
  });

  test('a value that stands in several frames is outlined in the one it was read from', async ({ browserContext, portals }) => {
    await servePages(browserContext.current, {
      shell: claimPage(`<h1>Workspace</h1><p>Last viewed PM26-5580317</p>${frame('/living/note')}${frame('/living/claim')}`),
      note: '<!doctype html><html lang="en"><body><p>You asked about PM26-5580317 on Monday.</p></body></html>',
      claim: claimPage(claimDetail(ferreira)),
    });
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/shell`);
    const card = await openCard(page);
    await card.getByLabel('Claim number').focus();
    await expect(page.frameLocator('iframe >> nth=1').locator('overturn-mark .mask')).toBeVisible();
    await expect(page.frameLocator('iframe >> nth=0').locator('overturn-mark .mask')).toHaveCount(0);
    await expect(page.locator('overturn-mark .mask')).toHaveCount(0);
  });

  test('the press reads every frame anew: a value that came in the moment before is on the card', async ({ browserContext, portals }) => {
    await servePages(browserContext.current, { shell: claimPage(`<h1>Workspace</h1>${frame('/living/claim')}`), claim: claimPage(claimDetail({ ...vanterpool, 'Claim status': 'Finalized - Paid', 'Paid amount': '--' })) });
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/shell`);
    await expect(pillOf(page)).toBeVisible();
    // In one turn, so that no look of ours can come between.
    await page.evaluate(() => {
      const inside = document.querySelector('iframe')?.contentDocument;
      const cell = inside?.getElementById('paid-amount');
      if (cell !== null && cell !== undefined) cell.textContent = '$17.25';
      document.querySelector('overturn-mark')?.shadowRoot?.querySelector<HTMLButtonElement>('button.pill')?.click();
    });
    const card = page.frameLocator('overturn-mark iframe.card');
    await expect(card.getByRole('textbox', { name: 'Paid', exact: true })).toHaveValue('17.25');
  });

  test('a window the portal opens as about:blank and writes itself is read, and saved as a claim of that portal', async ({ extension, browserContext, portals }) => {
    await servePages(browserContext.current, { opener: claimPage('<h1>Remittance</h1><button id="print">Print</button>') });
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/opener`);
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((body) => {
        const opened = window.open('about:blank', '', 'width=900,height=700');
        opened?.document.body.append(opened.document.createRange().createContextualFragment(body));
      }, claimPage(claimDetail(ferreira))),
    ]);
    expect(popup.url()).toBe('about:blank');
    const card = await openCard(popup);
    await expect(card.getByLabel('Claim number')).toHaveValue('PM26-5580317');
    await choosePayer(card, 'Cedar Valley Health');
    await card.getByRole('button', { name: 'Save to queue' }).click();
    await expect(card.getByRole('heading', { name: 'In your queue' })).toBeVisible();
    const own = await extension.open('popup.html');
    await expect(own.getByRole('option', { name: /FERREIRA/iu })).toHaveCount(1);
  });
});
