/** A Firefox of our own with the built extension in it, and how its pages are used: as a person does, by what stands on them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { findFirefox } from '../commands/find-browser.mjs';

export const PASSPHRASE = 'nine calm otters file on time';
const ADDON = 'overturn@overturn.example';
/** Fixed, so that the address of the extension's pages is known. */
const uuid = '6f1f5f0a-2a55-4b9e-9d5c-1f2b3c4d5e6f';
const built = path.resolve(import.meta.dirname, '../../.output/firefox-demo');
/** A slow machine shows a page late; nothing here depends on how late. */
export const SOON = 30_000;

type Answer = { ok: boolean; value?: unknown; error?: { code: string } };
export type Firefox = {
  browser: Browser; page: Page; downloads: string;
  ask: (command: string, request: unknown) => Promise<Answer | undefined>;
  /** Leads the one page of ours to another of our pages. */
  go: (file: string) => Promise<void>;
  close: () => Promise<void>;
};

/** `managed`: what an organization sets, as Firefox reads it: a managed storage manifest below a home folder of our own. */
export async function startFirefox(managed: object | null): Promise<Firefox> {
  const executablePath = process.env['OVERTURN_FIREFOX'] ?? findFirefox();
  if (executablePath === null) throw new Error('No Firefox found.');
  const [profile, home, downloads] = ['', 'home-', 'downloads-'].map((kind) => mkdtempSync(path.join(tmpdir(), `overturn-firefox-${kind}`))) as [string, string, string];
  if (managed !== null) {
    const folder = path.join(home, '.mozilla', 'managed-storage');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${ADDON}.json`), JSON.stringify({ name: ADDON, description: 'for this test', type: 'storage', data: managed }));
  }
  const browser = await puppeteer.launch({
    env: { ...process.env, HOME: home },
    browser: 'firefox', executablePath, headless: true, userDataDir: profile, defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: uuid }), 'datareporting.policy.dataSubmissionEnabled': false,
      'browser.download.folderList': 2, 'browser.download.dir': downloads, 'browser.download.useDownloadDir': true, 'browser.download.always_ask_before_handling_new_types': false, 'browser.download.alwaysOpenPanel': false,
    },
  });
  await browser.installExtension(built);
  // Firefox lets no test navigate to an extension's page; the desk opens by itself after the installation, and leads on from there.
  const page = await openedDesk(browser);
  await page.waitForSelector('main', { timeout: SOON });
  return {
    browser, page, downloads,
    ask: (command, request) => page.evaluate((name, body) => (globalThis as unknown as { browser: { runtime: { sendMessage(message: unknown): Promise<never> } } }).browser.runtime.sendMessage({ overturn: 1, command: name, request: body }), command, request),
    go: async (file) => {
      const mark = Math.random();
      await page.evaluate((value) => { (globalThis as { before?: number }).before = value; }, mark);
      await page.evaluate((name) => {
        if (location.pathname === `/${name.split('#')[0] ?? ''}`) {
          history.replaceState(null, '', name);
          location.reload();
        } else location.href = name;
      }, file).catch(() => undefined); // the answer is lost with the page that is left
      await page.waitForFunction((name, value) => (globalThis as { before?: number }).before !== value && location.href.includes(name) && document.querySelector('main') !== null && document.body.innerText.trim() !== '', { timeout: SOON }, file, mark);
    },
    close: async () => {
      await browser.close();
      for (const folder of [profile, home, downloads]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openedDesk(browser: Browser): Promise<Page> {
  for (let tries = 0; tries < 240; tries += 1) {
    for (const page of await browser.pages()) {
      // The address that the driver keeps stays about:blank for such a page; the page itself knows better.
      if ((await page.evaluate(() => location.protocol).catch(() => '')) === 'moz-extension:') return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the desk did not open after the installation');
}
