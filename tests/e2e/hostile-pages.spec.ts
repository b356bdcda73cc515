import type { Page } from '@playwright/test';
import { readerBundle } from '../read-page.ts';
import { expect, test } from './extension.ts';
import { claimDetail, claimPage, ferreira, servePages, vanterpool } from './living-pages.ts';
import { expectRead, heldReadings, openCard, openDemoPractice } from './portal-card.ts';

declare const globalThis: { OverturnReader: { pieces(rows: number): number[] }; hacked?: number };

/** No piece of a reading may hold the page up for longer. The shortest of several readings counts: what else the machine does only adds. */
const LONGEST_PIECE_MS = 50;
const READINGS = 6;

/** The longest piece between two pauses of the shipped reader on the page as it stands, with as many rows of a list as the extension reads. */
async function longestPiece(page: Page): Promise<number> {
  await page.evaluate(`${await readerBundle()}\n;0`);
  const longest: number[] = [];
  for (let at = 0; at < READINGS; at += 1) longest.push(await page.evaluate(() => Math.max(...globalThis.OverturnReader.pieces(500))));
  return Math.min(...longest);
}

/** Milliseconds until the page answers: it has one thread, and ours runs on it. */
async function answersIn(page: Page): Promise<number> {
  const asked = performance.now();
  await page.evaluate(() => document.title);
  return performance.now() - asked;
}

async function expectAtEase(page: Page, name: string): Promise<void> {
  const piece = await longestPiece(page);
  test.info().annotations.push({ type: name, description: `longest piece ${piece.toFixed(1)} ms` });
  expect(piece).toBeLessThan(LONGEST_PIECE_MS);
  expect(await answersIn(page)).toBeLessThan(2000);
}

/** Texts that make a careless pattern try every way to part them. */
const TRAPS = [
  'a'.repeat(20_000), '1,'.repeat(10_000), '('.repeat(8000), `Claim ${'number '.repeat(4000)}`, 'Claim number: '.repeat(3000), '- '.repeat(9000), `${'0'.repeat(15_000)}x`, `Paid ${'$ '.repeat(8000)}`,
  `${'within 1 '.repeat(3000)}days`, '/'.repeat(9000), 'A B '.repeat(5000), `F2:${'1:'.repeat(6000)}`, 'CO-45, '.repeat(3000), '\u00a0'.repeat(9000), 'a.b@'.repeat(4000),
];

test.describe('pages that would break a reader', () => {
  test.beforeEach(async ({ extension }) => openDemoPractice(extension));

  test('a cell of 100 kB beside a claim, and texts that trap patterns: the claim is read, and nothing else of them', async ({ extension, browserContext, portals }) => {
    const cells = ['Lorem claim 26H0041177 paid $12.00 denied '.repeat(2400), ...TRAPS].map((text) => `<tr><td>${text}</td><td>x</td></tr>`).join('');
    await servePages(browserContext.current, { traps: claimPage(`${claimDetail(ferreira)}<h2>Attachments</h2><table style="table-layout:fixed;width:600px;overflow:hidden">${cells}</table>`) });
    const own = await extension.open('popup.html');
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/traps`);
    await expectRead(own, 'FERREIRA', 40_000);
    const card = await openCard(page);
    await expect(card.getByLabel('Claim number')).toHaveValue('PM26-5580317');
    expect(JSON.stringify(await heldReadings(own)).length).toBeLessThan(40_000);
    await expectAtEase(page, '100 kB cell and traps');
  });

  test('names that look like markup and scripts are text on the card', async ({ extension, browserContext, portals }) => {
    const name = '&lt;b onclick&gt;VANTERPOOL&lt;/b&gt;, OTTOLINE';
    const account = '&lt;img src=x onerror=&quot;globalThis.hacked=1&quot;&gt;';
    await servePages(browserContext.current, { markup: claimPage(claimDetail({ ...vanterpool, 'Patient name': name, 'Patient account number': account, 'Payer name': '&lt;svg/onload&gt; Pinemont Health' })) });
    const own = await extension.open('popup.html');
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/markup`);
    await expectRead(own, 'PM26-4471902');
    const card = await openCard(page);
    const frame = page.frames().find((one) => one.url().includes('review.html'));
    const found = await frame?.evaluate(() => ({ hacked: globalThis.hacked, images: document.querySelectorAll('img[src="x"],[onerror],[onclick],svg[onload]').length, named: [...document.querySelectorAll('b')].some((bold) => bold.textContent === 'VANTERPOOL') }));
    expect(found).toEqual({ hacked: undefined, images: 0, named: false });
    await expect(card.getByLabel('Patient', { exact: true })).toHaveValue('<b onclick>VANTERPOOL</b>, OTTOLINE');
    // Nor does anything of ours become part of the page.
    expect(await page.evaluate(() => [globalThis.hacked, document.querySelectorAll('img').length])).toEqual([undefined, 0]);
  });

  test('a window that the portal opens without a way back reads its own claim, and neither page is given the other\'s', async ({ extension, browserContext, portals }) => {
    await servePages(browserContext.current, {
      first: claimPage(claimDetail(vanterpool), `<button id="open" onclick="window.open('/living/second', '_blank', 'noopener')">Open</button>`),
      second: claimPage(claimDetail(ferreira)),
    });
    const own = await extension.open('popup.html');
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/first`);
    await expectRead(own, 'VANTERPOOL');
    const [second] = await Promise.all([browserContext.current.waitForEvent('page'), page.locator('#open').click()]);
    await expectRead(own, 'FERREIRA');
    const held = (await heldReadings(own)).flatMap(({ tabId, inFront }) => (inFront === null ? [] : [{ tabId, claims: inFront.reading.claims.map((claim) => claim.patientName?.value) }]));
    expect(held.map(({ claims }) => claims).sort()).toEqual([['FERREIRA, IDALINA'], ['VANTERPOOL, OTTOLINE']]);
    expect(new Set(held.map(({ tabId }) => tabId)).size).toBe(2);
    const there = await openCard(second);
    await expect(there.getByLabel('Claim number')).toHaveValue('PM26-5580317');
    await page.bringToFront();
    const here = await openCard(page);
    await expect(here.getByLabel('Claim number')).toHaveValue('PM26-4471902');
  });
});
