/**
 * Stories in Firefox: a biller's morning, from the file of a remittance to a backup, on the built extension and the demo portals.
 * What Chromium's stories prove in depth is walked through here once, because the browser beneath is another one.
 */
import { createRequire } from 'node:module';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { demoPractice } from '../tour/demo-practice.ts';
import { demoRemittance } from '../portals/demo-remittance.ts';
import { denials835 } from '../remittances/denials-835.ts';
import { servePortals } from '../portals/serve.ts';
import { PASSPHRASE, SOON, startFirefox } from './in-firefox.ts';
import { fill, gone, part, press, see } from './page-parts.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const portals = await servePortals();
const { browser, page, ask, go, downloads, close } = await startFirefox(null);

/** No violation of WCAG 2.2 A or AA on the page as it stands. */
async function expectAccessible(what: string): Promise<void> {
  await page.evaluate(`{ const module = undefined; const exports = undefined; ${axeSource}\n }`);
  const broken = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } };
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ') ?? ''}`);
  });
  if (broken.length > 0) throw new Error(`${what}: ${broken.join('; ')}`);
}

/** The file a press saved, whole. */
async function saved(ending: RegExp): Promise<string> {
  for (let tries = 0; tries < SOON / 100; tries += 1) {
    const name = readdirSync(downloads).find((one) => ending.test(one));
    if (name !== undefined && !readdirSync(downloads).some((one) => one.endsWith('.part')) && statSync(path.join(downloads, name)).size > 0) return path.join(downloads, name);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no file was saved: ${ending.source}`);
}

const openCase = async (name: string): Promise<void> => {
  await go('popup.html');
  await part(page, 'option', '');
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  await page.waitForFunction((wanted) => [...document.querySelectorAll<HTMLElement>('[role=option]')].every((row) => row.innerText.toLowerCase().includes(wanted)), { timeout: SOON }, name);
  await page.keyboard.press('Enter');
  await see(page, 'Why it was denied');
};

/** The card in a frame of the portal, once it shows the claims. */
async function cardIn(portal: Page): Promise<Frame> {
  for (let tries = 0; tries < SOON / 200; tries += 1) {
    for (const frame of portal.frames()) if (await frame.evaluate(() => location.protocol === 'moz-extension:' && document.querySelector('h1') !== null).catch(() => false)) return frame;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('no card on the portal');
}

/** Keys of all rows of a table, read past the product. */
const keysOf = async (table: string): Promise<string[]> => page.evaluate(async (name) => {
  const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
  const db = await done(indexedDB.open('overturn'));
  const keys = await done(db.transaction(name).objectStore(name).getAllKeys());
  db.close();
  return keys.map(String);
}, table);

/** Drops a file on the page of ours that stands. */
const drop = async (file: string): Promise<void> => {
  const input = await page.waitForSelector('input[type=file]', { timeout: SOON });
  await (input as unknown as { uploadFile(name: string): Promise<void> }).uploadFile(file);
};

let lead = '';
const stories: [string, () => Promise<void>][] = [
  ['a remittance is dropped on the desk and fills the queue', async () => {
    const made = await ask('practice:create', demoPractice());
    if (made?.ok !== true) throw new Error('the practice was not made');
    lead = (made.value as { userId: string }).userId;
    await go('desk.html#/import');
    const file = path.join(downloads, 'clearpath.835');
    writeFileSync(file, demoRemittance(Temporal.Now.plainDateISO().toString()));
    await drop(file);
    await see(page, 'New in the queue');
    await expectAccessible('the import');
  }],
  ['the queue is worked by keys, and a case says why and until when', async () => {
    await go('popup.html');
    await see(page, '19 in the queue');
    await expectAccessible('the queue');
    await openCase('lindqvist');
    await see(page, 'Clocks');
    await expectAccessible('a case');
  }],
  ['a call is logged by keys and stands on the case', async () => {
    await page.keyboard.press('c');
    await part(page, 'field', 'Representative');
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement && (document.activeElement.labels?.[0]?.innerText ?? '').startsWith('Representative'), { timeout: SOON });
    await page.keyboard.type('Dana K');
    await page.keyboard.press('Tab');
    await page.keyboard.type('in process');
    await part(page, 'option', 'In process');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await fill(page, 'Reference number', 'CALL-77120');
    await expectAccessible('the call');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await see(page, 'Why it was denied');
    await see(page, 'CALL-77120');
  }],
  ['a note half typed is there again once its page was gone, and stands on the case once saved', async () => {
    await page.keyboard.press('m');
    await fill(page, 'Note', 'Left word with the supervisor');
    for (let tries = 0; !(await keysOf('drafts')).some((key) => key.includes('note')); tries += 1) {
      if (tries === 300) throw new Error('no draft was kept');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await openCase('lindqvist');
    await page.keyboard.press('m');
    const field = await part(page, 'field', 'Note');
    await page.waitForFunction((one) => (one as HTMLTextAreaElement).value === 'Left word with the supervisor', { timeout: SOON }, field);
    await expectAccessible('a note');
    await press(page, 'button', 'Add note');
    await see(page, 'Left word with the supervisor');
  }],
  ['an appeal is begun, and its letter says what is still missing', async () => {
    const begun = await ask('appeal:start', { caseId: (await keysOf('cases'))[0], level: 'appeal-level-1' });
    if (begun?.ok !== true) throw new Error(`the appeal was not begun: ${begun?.error?.code ?? 'no answer'}`);
    await go(`desk.html#/appeals/${(begun.value as { appealId: string }).appealId}`);
    await see(page, 'Before it is ready');
    await page.waitForSelector('article[aria-label="Letter"]', { timeout: SOON });
    await expectAccessible('the packet');
  }],
  ['a claim on a portal is captured by the mark and the card, with what the portal showed', async () => {
    const portal = await browser.newPage();
    await portal.goto(`${portals.origin}/cedar-valley/remittance/0087741250`);
    const pill = await portal.waitForSelector('overturn-mark >>> button.pill', { timeout: SOON });
    if (pill === null) throw new Error('no mark on the portal');
    if (/LINDQVIST|26H00/iu.test(await pill.evaluate((one) => one.textContent ?? ''))) throw new Error('the mark names a person or a claim');
    await pill.click();
    const card = await cardIn(portal);
    await press(card, 'checkbox', 'Choose 26H0041902');
    await press(card, 'button', 'File under');
    await press(card, 'option', 'Cedar Valley Health');
    await press(card, 'button', 'Save 1 claim');
    await see(card, 'In your queue');
    await portal.close();
  }],
  ['it locks, refuses a wrong passphrase and opens with the right one', async () => {
    await go('desk.html#/queue');
    await press(page, 'button', 'Lock');
    await see(page, 'Overturn is locked');
    await gone(page, 'Northgate Choice');
    await expectAccessible('the lock');
    await fill(page, 'Passphrase', 'not it at all');
    await press(page, 'button', 'Unlock');
    await see(page, 'not the passphrase');
    await (await part(page, 'field', 'Passphrase')).evaluate((field) => (field as HTMLInputElement).select());
    await fill(page, 'Passphrase', PASSPHRASE);
    await press(page, 'button', 'Unlock');
    await part(page, 'button', 'Lock');
  }],
  ['the trail tells it all, and its chain holds', async () => {
    await go('desk.html#/audit');
    await see(page, 'Wrong passphrase');
    await press(page, 'button', 'Verify the chain');
    await see(page, 'rows stand as they were written');
    await expectAccessible('the trail');
  }],
  ['a backup is saved as a file in which nobody is named', async () => {
    await go('desk.html#/backup');
    await fill(page, 'Your passphrase', PASSPHRASE);
    await press(page, 'button', 'Save a backup');
    await see(page, 'rows went to');
    const text = readFileSync(await saved(/^overturn-backup-.*\.overturn$/u)).toString('latin1');
    if (!text.startsWith('OVERTURN BACKUP') || /lindqvist|Rosa Imbert/iu.test(text)) throw new Error('the backup is no backup, or names somebody');
  }],
  ['that backup is read back and found whole', async () => {
    await drop(await saved(/^overturn-backup-.*\.overturn$/u));
    await fill(page, 'Passphrase of this backup', PASSPHRASE);
    await press(page, 'button', 'Check the backup');
    await see(page, 'This backup is whole');
    await expectAccessible('the backup');
  }],
  ['a hand-over file is written, and looked at where it came from it changes nothing', async () => {
    await go('desk.html#/handover');
    await press(page, 'checkbox', 'All ');
    await fill(page, 'Passphrase for this file', 'seven grey herons wade slowly');
    await fill(page, 'The same again', 'seven grey herons wade slowly');
    await press(page, 'button', 'Save the hand-over file');
    await see(page, 'The cases stay here as well');
    const file = await saved(/\.overturn-handover$/u);
    await drop(file);
    await fill(page, 'Passphrase of this file', 'seven grey herons wade slowly');
    await press(page, 'button', 'Look at it');
    await see(page, "With this practice's own key");
    await see(page, /0 new here, 0 that join/u);
    await expectAccessible('the hand-over');
  }],
  ['a legal hold is set and ended, and what this browser lacks is said', async () => {
    await go('desk.html#/keeping');
    await fill(page, 'Why', 'Payer audit');
    await press(page, 'button', 'Hold everything');
    await see(page, 'On hold: nothing is purged');
    await fill(page, 'Why it ends', 'Audit closed');
    await press(page, 'button', 'End the hold');
    await see(page, 'The hold has ended');
    await go('desk.html#/computer');
    await see(page, 'Nothing is set by an organization');
    await see(page, 'It does not tell when the screen is locked');
    await see(page, 'It does not tell when a portal page lays something over the review card');
    await see(page, 'It has no side panel');
  }],
  ['a colleague takes the chair with two keys, and has to choose a passphrase of her own', async () => {
    const first = 'handed over on paper 9';
    if ((await ask('person:add', { name: 'Wilhelmina Okafor', role: 'biller', passphrase: first }))?.ok !== true) throw new Error('she was not added');
    await go('desk.html#/people');
    await see(page, 'Wilhelmina Okafor');
    await expectAccessible('the people');
    await page.keyboard.press('u');
    await see(page, 'Overturn is locked');
    await page.keyboard.down('Alt');
    await page.keyboard.press('2');
    await page.keyboard.up('Alt');
    await fill(page, 'Passphrase', first);
    await page.keyboard.press('Enter');
    await see(page, 'Choose your own passphrase');
    if ((await ask('case:add-note', { caseId: 'aaaaaaaa', text: 'x' }))?.error?.code !== 'own-passphrase-first') throw new Error('the first passphrase opens more than a form');
    await ask('vault:lock', {});
    if ((await ask('vault:unlock', { userId: lead, passphrase: PASSPHRASE }))?.ok !== true) throw new Error('the lead does not come back in');
  }],
  ['a file of 3,000 denials goes into the queue', async () => {
    await go('desk.html#/import');
    const file = path.join(downloads, 'large.835');
    const day = Temporal.Now.plainDateISO().subtract({ days: 9 }).toString();
    writeFileSync(file, denials835([{ day, payer: 'Cedar Valley Health', payerId: '71001', groupCode: 'CO', carc: '197', procedure: '97110', chargeCents: 18_000, claims: 3000 }]));
    await drop(file);
    // Thousands of claims are read, sealed and dated one by one; how long that takes is a bench's business.
    await page.waitForFunction(() => [...document.querySelectorAll<HTMLElement>('section')].some((one) => (one.getAttribute('aria-label') ?? document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.innerText ?? '').includes('large.835') && one.innerText.includes('New in the queue')), { timeout: 6 * SOON });
    await go('popup.html');
    await see(page, '3,019 open');
  }],
];

let done = 0;
let at = '';
try {
  for (const [name, story] of stories) {
    at = name;
    const started = Date.now();
    await story();
    done += 1;
    console.log(`  firefox: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
} catch (error) {
  console.log(`  firefox: NOT SO: ${at}: ${error instanceof Error ? error.message : String(error)}`);
  if (process.env['OVERTURN_PICTURES'] !== undefined) await page.screenshot({ path: path.join(process.env['OVERTURN_PICTURES'], 'firefox-stopped.png') }).catch(() => undefined);
  process.exitCode = 1;
} finally {
  await close();
  await portals.close();
}
console.log(`  firefox: ${done} of ${stories.length} stories`);
