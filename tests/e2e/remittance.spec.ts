import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { demoRemittance } from '../portals/demo-remittance.ts';
import { generate835 } from '../remittances/generate-835.ts';
import { demoPractice } from '../tour/demo-practice.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import type { Extension } from './extension.ts';

async function openDesk(extension: Extension): Promise<Page> {
  const made = await extension.command('practice:create', demoPractice());
  if (!made.ok) throw new Error(made.error.code);
  const desk = await extension.open('desk.html', '#/import');
  await expect(desk.getByText('Drop remittance files here')).toBeVisible();
  return desk;
}

const drop = (desk: Page, name: string, content: string | Buffer) => desk.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
const figure = (desk: Page, file: string, name: string) => desk.getByRole('region', { name: file }).locator('div').filter({ has: desk.getByText(name, { exact: true }) }).locator('dd').first();
const casesIn = (desk: Page): Promise<number> => desk.evaluate(async () => {
  const open = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('overturn');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('not opened'));
  });
  const count = await new Promise<number>((resolve) => {
    const request = open.transaction('cases').objectStore('cases').count();
    request.onsuccess = () => resolve(request.result);
  });
  open.close();
  return count;
});
const today = Temporal.Now.plainDateISO().toString();

test('a remittance fills the queue; the same file again changes nothing', async ({ extension }) => {
  const desk = await openDesk(extension);
  await drop(desk, 'clearpath.835', demoRemittance(today));
  await expect(figure(desk, 'clearpath.835', 'Claims read')).toHaveText('25');
  await expect(figure(desk, 'clearpath.835', 'Denied')).toHaveText('15');
  await expect(figure(desk, 'clearpath.835', 'Partly denied')).toHaveText('4');
  await expect(figure(desk, 'clearpath.835', 'New in the queue')).toHaveText('19');
  await expectAccessible(desk);
  await drop(desk, 'clearpath.835', demoRemittance(today));
  await expect(desk.getByText('This very file was read before')).toBeVisible();
  // The same claims under another envelope: known by what they are, not by the file.
  await drop(desk, 'again.835', demoRemittance(today).replaceAll('000004471', '000009981'));
  await expect(figure(desk, 'again.835', 'Known before')).toHaveText('25');
  expect(await casesIn(desk)).toBe(19);
});

test('what is no remittance is said to be none, and nothing is written', async ({ extension }) => {
  const desk = await openDesk(extension);
  await drop(desk, 'holiday.txt', 'Dear team, the office is closed on Friday.\n'.repeat(200));
  await expect(desk.getByText('This is not an X12 remittance')).toBeVisible();
  await drop(desk, 'empty.835', '');
  await expect(desk.getByText('The file is empty')).toBeVisible();
  await drop(desk, 'picture.835', Buffer.alloc(3_000_000, 0x9f));
  await expect(desk.getByText('picture.835')).toBeVisible();
  expect(await casesIn(desk)).toBe(0);
});

test('a truncated file gives what is sound, with the place where it ends', async ({ extension }) => {
  const desk = await openDesk(extension);
  const whole = demoRemittance(today);
  await drop(desk, 'cut.835', whole.slice(0, Math.floor(whole.length * 0.6)));
  await expect(figure(desk, 'cut.835', 'Claims read')).not.toHaveText('0');
  await expect(desk.getByText(/places? not understood/u)).toBeVisible();
  const first = await casesIn(desk);
  expect(first).toBeGreaterThan(0);
  await drop(desk, 'whole.835', whole);
  await expect(figure(desk, 'whole.835', 'Claims read')).toHaveText('25');
  expect(await casesIn(desk)).toBe(19);
});

test('wrong separators and a hostile name are data, not markup', async ({ extension }) => {
  const desk = await openDesk(extension);
  const hostile = demoRemittance(today).replace('LINDQVIST', '<IMG SRC=X ONERROR=ALERT(1)>').replaceAll('*', '|').replaceAll('~\n', '!');
  await drop(desk, 'odd.835', hostile);
  await expect(figure(desk, 'odd.835', 'Claims read')).toHaveText('25');
  const popup = await extension.open('popup.html');
  await expect(popup.getByRole('option').first()).toBeVisible();
  expect(await popup.locator('img').count()).toBe(0);
});

test('an import that is killed in the middle goes on where it stopped when the file is dropped again', async ({ extension }, info) => {
  test.setTimeout(180_000);
  let desk = await openDesk(extension);
  const file = path.join(info.outputDir, 'large.835');
  mkdirSync(info.outputDir, { recursive: true });
  writeFileSync(file, [...generate835({ claims: 6000, seed: 7 })].join(''));
  await desk.locator('input[type=file]').setInputFiles(file);
  await expect.poll(() => casesIn(desk), { timeout: 60_000 }).toBeGreaterThan(200);
  await desk.close();
  desk = await extension.open('desk.html', '#/import');
  await expect(desk.getByText('Not finished: drop the file again to go on')).toBeVisible();
  const half = await casesIn(desk);
  await desk.locator('input[type=file]').setInputFiles(file);
  // It goes on being read while one works elsewhere, and says so there.
  const reading = desk.getByRole('progressbar', { name: 'Reading a remittance' });
  await desk.getByRole('link', { name: 'Queue', exact: true }).click();
  await expect(reading).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('link', { name: 'Numbers', exact: true }).click();
  await expect(reading).toHaveCount(0, { timeout: 120_000 });
  await desk.getByRole('link', { name: 'Remittances', exact: true }).click();
  await expect(figure(desk, 'large.835', 'Claims read')).toHaveText('6,000', { timeout: 120_000 });
  await expect(desk.getByText(/^Read(, with gaps)?$/u)).toBeVisible({ timeout: 120_000 });
  const all = await casesIn(desk);
  expect(all).toBeGreaterThan(half);
  await drop(desk, 'large.835', readFileSync(file)); // the browser tells nobody when the very same path is chosen twice in a row
  await expect(desk.getByText('This very file was read before')).toBeVisible({ timeout: 60_000 });
  expect(await casesIn(desk)).toBe(all);
});
