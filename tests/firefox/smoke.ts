/**
 * Firefox: installs the built extension, opens its pages, makes a practice, locks and unlocks. Exits with 1 at the first thing that is not so.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Page } from 'puppeteer-core';
import { findFirefox } from '../commands/find-browser.mjs';

const PASSPHRASE = 'nine calm otters file on time';
const executablePath = process.env['OVERTURN_FIREFOX'] ?? findFirefox();
if (executablePath === null) throw new Error('No Firefox found.');
const built = path.resolve(import.meta.dirname, '../../.output/firefox-demo');
const profile = mkdtempSync(path.join(tmpdir(), 'overturn-firefox-'));
/** Fixed, so that the address of the extension's pages is known. */
const uuid = '6f1f5f0a-2a55-4b9e-9d5c-1f2b3c4d5e6f';

/** What an organization sets, as Firefox reads it: a managed storage manifest below a home folder of our own. */
const home = mkdtempSync(path.join(tmpdir(), 'overturn-firefox-home-'));
const managed = path.join(home, '.mozilla', 'managed-storage');
mkdirSync(managed, { recursive: true });
writeFileSync(path.join(managed, 'overturn@overturn.example.json'), JSON.stringify({ name: 'overturn@overturn.example', description: 'for this test', type: 'storage', data: { exportsAllowed: ['trail'], idleMinutes: 10, portalsDenied: ['not a host'] } }));

const browser = await puppeteer.launch({
  env: { ...process.env, HOME: home },
  browser: 'firefox', executablePath, headless: true, userDataDir: profile,
  extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ 'overturn@overturn.example': uuid }), 'datareporting.policy.dataSubmissionEnabled': false },
});
try {
  await browser.installExtension(built);
  // Firefox lets no test navigate to an extension's page; the desk opens by itself after the installation, and leads on from there.
  const page = await openedDesk();
  const go = async (file: string): Promise<void> => {
    await page.evaluate((name) => {
      location.href = name;
    }, file).catch(() => undefined); // the answer is lost with the page that is left
    await page.waitForFunction((name) => location.href.includes(name) && document.querySelector('main') !== null && document.body.innerText.trim() !== '', { timeout: 20_000 }, file);
  };
  await page.waitForSelector('main', { timeout: 20_000 });
  const ask = (command: string, request: unknown): Promise<{ ok: boolean; value?: unknown; error?: { code: string } } | undefined> =>
    page.evaluate((name, body) => (globalThis as unknown as { browser: { runtime: { sendMessage(message: unknown): Promise<never> } } }).browser.runtime.sendMessage({ overturn: 1, command: name, request: body }), command, request);
  const say = (text: string) => console.log(`  firefox: ${text}`);
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`not so: ${what}`);
    say(what);
  };
  must((await ask('vault:status', {}))?.ok === true, 'the background answers');
  const made = await ask('practice:create', {
    userName: 'Rosa Imbert', practiceName: 'Riverbend Billing', passphrase: PASSPHRASE, timeZone: 'America/New_York', portals: [],
    payers: [{ key: 'cedar-valley-health', name: 'Cedar Valley Health', libraryPayer: null, lineOfBusiness: 'commercial', state: 'IL', network: 'in', aliases: [] }],
  });
  must(made?.ok === true, 'a practice is made');
  const { userId } = made?.value as { userId: string };
  must((await ask('vault:lock', {}))?.ok === true, 'it locks');
  must((await ask('vault:unlock', { userId, passphrase: 'not the passphrase' }))?.error?.code === 'wrong-passphrase', 'a wrong passphrase is refused');
  await new Promise((resolve) => setTimeout(resolve, 3000));
  must((await ask('vault:unlock', { userId, passphrase: PASSPHRASE }))?.ok === true, 'the right one opens it');
  must((await ask('export:begin', { kind: 'everything', format: 'json', columns: [], rows: 1, reason: 'audit' }))?.error?.code === 'policy-forbids', "the organization's policy holds at the command");
  must((await ask('export:begin', { kind: 'trail', format: 'csv', columns: [], rows: 1, reason: null }))?.ok === true, 'what the policy allows is allowed');
  must((await ask('settings:save', { idleMinutes: 15 }))?.error?.code === 'policy-forbids', 'a setting looser than the policy is refused');
  await go('desk.html#/computer');
  await page.waitForFunction(() => document.body.innerText.includes('10 minutes at most') && document.body.innerText.includes('portalsDenied, 1st'), { timeout: 20_000 });
  say('the page says what the organization set, and what of it cannot be used');
  await go('popup.html');
  const text = await page.evaluate(() => document.body.innerText);
  must(text.trim().length > 0, 'the popup draws');
  for (const file of ['desk.html', 'sidepanel.html']) {
    await go(file);
    must((await page.evaluate(() => document.body.innerText)).trim().length > 0, `${file} draws`);
  }
} catch (error) {
  console.log(`  firefox: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  for (const folder of [profile, home]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function openedDesk(): Promise<Page> {
  for (let tries = 0; tries < 60; tries += 1) {
    for (const page of await browser.pages()) {
      // The address that the driver keeps stays about:blank for such a page; the page itself knows better.
      if ((await page.evaluate(() => location.protocol).catch(() => '')) === 'moz-extension:') return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the desk did not open after the installation');
}
