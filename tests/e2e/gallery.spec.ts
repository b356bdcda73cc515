import { createServer } from 'vite';
import { chromium, expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { findChromium } from '../commands/find-browser.mjs';
import { expectAccessible, expectAccessibleAsShown } from './accessible.ts';

/** Every part of the interface in every state, without an extension around it: what a story never happens to meet is looked at here. */
test.describe.configure({ mode: 'serial' });

let browser: Browser;
let page: Page;
let address = '';
let close: () => Promise<void>;
const broken: string[] = [];
/** A theme changes colours alone: these states between them show all of them. */
const inAllColours = new Set(['queue/three-rows', 'case/overdue', 'call/filled', 'page/tab-claim', 'part/showing', 'part/fields', 'page/locked-two-people', 'page/keys', 'work/submission']);

test.beforeAll(async () => {
  const server = await createServer({ configFile: new URL('../components/vite.config.ts', import.meta.url).pathname });
  await server.listen();
  const where = server.httpServer?.address();
  if (where === null || where === undefined || typeof where === 'string') throw new Error('The gallery has no address.');
  address = `http://127.0.0.1:${where.port}/tests/components/gallery.html`;
  browser = await chromium.launch({ executablePath: process.env['OVERTURN_CHROMIUM'] ?? findChromium() ?? '', args: ['--no-sandbox'] });
  page = await (await browser.newContext({ viewport: { width: 400, height: 600 } })).newPage();
  page.on('pageerror', (error) => broken.push(error.name));
  close = async () => {
    await browser.close();
    await server.close();
  };
});
test.afterAll(async () => close());

async function names(): Promise<string[]> {
  await page.goto(address);
  await expect(page.getByRole('link').first()).toBeVisible();
  return page.getByRole('link').allTextContents();
}

async function show(name: string, theme: string): Promise<void> {
  await page.goto(`${address}?show=${name}&theme=${theme}`);
  await expect(page.locator('#root > *').first()).toBeAttached();
}

test('every state is accessible in light, dark and high contrast', async () => {
  test.setTimeout(240_000);
  const all = await names();
  expect(all.length).toBeGreaterThan(20);
  for (const name of all) {
    for (const theme of inAllColours.has(name) ? ['system', 'high-contrast'] : []) {
      await show(name, theme);
      await test.step(`${name}, ${theme}`, async () => expectAccessible(page));
    }
    if (inAllColours.has(name)) continue;
    await show(name, 'light');
    await test.step(`${name}, light`, async () => expectAccessibleAsShown(page));
  }
  expect(broken).toEqual([]);
});

test('nothing runs out of a page at 400 % zoom: 320 by 256', async () => {
  await page.setViewportSize({ width: 320, height: 256 });
  const wide: string[] = [];
  for (const name of await names()) {
    await show(name, 'light');
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(name);
  }
  await page.setViewportSize({ width: 400, height: 600 });
  expect(wide).toEqual([]);
});

test('of 3,000 rows only those in sight exist, and keys reach the last one', async () => {
  await show('queue/three-thousand-rows', 'light');
  const list = page.getByRole('listbox');
  await expect(list.getByRole('option').first()).toBeVisible();
  expect(await list.getByRole('option').count()).toBeLessThan(60);
  await list.focus();
  await page.keyboard.press('j');
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '2');
  await page.keyboard.press('End');
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '3000');
  await expect(list.getByRole('option', { selected: true })).toBeInViewport();
  expect(await list.getAttribute('aria-activedescendant')).toBe(await list.getByRole('option', { selected: true }).getAttribute('id'));
});

test('a hostile name is text: no markup, nothing turned around, nobody pushed aside', async () => {
  await show('queue/long-names', 'light');
  await expect(page.getByText('<b>Bold Mutual</b>')).toBeVisible();
  await expect(page.getByText('moc.live', { exact: true })).toBeVisible();
  await expect(page.getByText('$1,284,412.90').first()).toBeInViewport();
});
