import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from '../../../commands/find-browser.mjs';
import { readPage } from '../../../read-page.ts';

/** When a page counts as still: with late content, and with spinners that never stop. */
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const executablePath = findChromium();
  browser = await chromium.launch({ args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], ...(executablePath === null ? {} : { executablePath }) });
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
});

const claim = '<dl><dt>Claim number</dt><dd>26H0099120</dd><dt>Patient name</dt><dd>Odalys Brennick</dd><dt>Claim status</dt><dd>Denied</dd><dt>Billed amount</dt><dd>$240.00</dd></dl>';
const spinner = '<div aria-busy="true" style="width:40px;height:40px">...</div>';

async function timed(body: string): Promise<{ claims: (string | undefined)[]; paid: (number | undefined)[]; seconds: number }> {
  await page.setContent(`<!doctype html><title>Claim</title><h1>Claim detail</h1>${body}`);
  const from = performance.now();
  const reading = await readPage(page);
  return { claims: reading.claims.map((one) => one.claimControlNumber?.value), paid: reading.claims.map((one) => one.paid?.value), seconds: (performance.now() - from) / 1000 };
}

it('a spinner that never stops does not hold up the claim beside it, nor a page without one, for the whole time', async () => {
  const beside = await timed(`${claim}${spinner}`);
  expect(beside.claims).toEqual(['26H0099120']);
  expect(beside.seconds).toBeLessThan(5.5);
  const alone = await timed(spinner);
  expect(alone.claims).toEqual([]);
  expect(alone.seconds).toBeLessThan(7.5);
}, 30_000);

it('an announcement is believed: what comes two seconds later belongs to the claim', async () => {
  const late = await timed(`${claim}<div id="late" aria-busy="true" style="height:40px">...</div><script>setTimeout(() => { const slot = document.getElementById('late'); slot.removeAttribute('aria-busy'); slot.innerHTML = '<dl><dt>Paid amount</dt><dd>$12.50</dd></dl>'; }, 2000)</script>`);
  expect(late.paid).toEqual([1250]);
}, 30_000);
