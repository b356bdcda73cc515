import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { MIGRATION_STEPS } from '../../storage/migrations/steps.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import { fillPractice, openCaseOf, openPopup } from './filled-practice.ts';
import { cardOf, openCard, pillOf } from './portal-card.ts';
import { picture } from './picture.ts';
import { demoPractice } from '../tour/demo-practice.ts';

const dexieSource = readFileSync(new URL('../../node_modules/dexie/dist/dexie.min.js', import.meta.url), 'utf8');
const { passphrase } = demoPractice();
const COPY = 'overturn-before-update.overturn';

/** Puts the practice back into the form the version before the newest kept it in, as somebody's computer holds it on the day of an update. */
async function asBeforeTheUpdate(page: Page): Promise<number> {
  await page.evaluate(`{ const module = undefined; const exports = undefined; ${dexieSource}\n }`);
  return page.evaluate(async (steps) => {
    type Table = { name: string; toArray(): Promise<unknown[]>; bulkPut(rows: unknown[]): Promise<unknown>; put(row: unknown): Promise<unknown> };
    type Database = { version(n: number): { stores(tables: Record<string, string>): void }; open(): Promise<unknown>; table(name: string): Table; tables: Table[]; close(): void };
    const Dexie = (globalThis as unknown as { Dexie: (new (name: string) => Database) & { delete(name: string): Promise<void> } }).Dexie;
    const now = new Dexie('overturn');
    await now.open();
    const held = new Map(await Promise.all(now.tables.map(async (table) => [table.name, await table.toArray()] as const)));
    now.close();
    await Dexie.delete('overturn');
    const before = new Dexie('overturn');
    for (const { version, tables } of steps) before.version(version).stores(tables);
    await before.open();
    let rows = 0;
    for (const table of before.tables) {
      const own = held.get(table.name) ?? [];
      await table.bulkPut(own);
      rows += table.name === 'wraps' ? 0 : own.length;
    }
    await before.table('meta').put({ key: 'schema', value: steps.at(-1)?.version });
    before.close();
    return rows;
  }, MIGRATION_STEPS.slice(0, -1).map(({ version, tables }) => ({ version, tables: tables as Record<string, string> })));
}

test('an update that changes how records are stored keeps what was before: a lead is told, saves it as a file that opens, and deletes it', async ({ extension, browserContext }, testInfo) => {
  test.setTimeout(240_000);
  await fillPractice(extension);
  expect((await extension.command('vault:lock', {})).ok).toBe(true);
  const bare = await browserContext.current.newPage();
  await bare.goto(`chrome-extension://${extension.id}/icon/16.png`);
  for (const page of browserContext.current.pages()) if (page !== bare) await page.close();
  await extension.killWorker();
  const rows = await asBeforeTheUpdate(bare);
  expect(rows).toBeGreaterThan(100);

  // Opened again: upgraded, and nothing of the practice is missing.
  const desk = await extension.open('desk.html', '#/backup');
  await desk.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await desk.getByRole('button', { name: 'Unlock' }).click();
  const section = desk.getByRole('region', { name: 'Before the last update' });
  await expect(section).toBeVisible();
  await expect(section).toContainText(`${rows.toLocaleString('en-US')} rows as they were before it`);
  await expectAccessible(desk);
  await picture(desk, 'before-update');
  const popup = await extension.open('popup.html');
  await expect(popup.locator('p[role=status]').filter({ hasText: '19 in the queue' })).toHaveCount(1);
  await popup.close();

  // Who purges is told that the copy still holds what goes.
  await desk.goto(`chrome-extension://${extension.id}/desk.html#/keeping`);
  await expect(desk.getByText('A copy of before the last update is kept')).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'keeping-with-copy');
  await desk.goto(`chrome-extension://${extension.id}/desk.html#/backup`);

  // Saved as a file: it opens, holds the rows of then, and every record in it.
  await section.getByLabel('Your passphrase locks the file').fill(passphrase);
  const downloading = desk.waitForEvent('download');
  await section.getByRole('button', { name: 'Save what was before the update' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^overturn-before-update-\d{4}-\d\d-\d\d-[0-9a-f]{4}\.overturn$/u);
  const file = testInfo.outputPath('before.overturn');
  await download.saveAs(file);
  await expect(section.getByText(/It went to/u)).toBeVisible();
  await desk.locator('input[type=file]').setInputFiles(file);
  await desk.getByLabel('Passphrase of this backup').fill(passphrase);
  await desk.getByRole('button', { name: 'Check the backup' }).click();
  await expect(desk.getByText('This backup is whole')).toBeVisible({ timeout: 30_000 });

  await section.getByRole('button', { name: 'Delete it now' }).click();
  await expect(section).toBeHidden();
  await desk.goto(`chrome-extension://${extension.id}/desk.html#/keeping`);
  await expect(desk.getByRole('heading', { name: 'Legal hold' })).toBeVisible();
  await expect(desk.getByText('A copy of before the last update is kept')).toHaveCount(0);
  expect((await desk.evaluate(async () => indexedDB.databases())).map(({ name }) => name)).not.toContain(COPY);
  await desk.goto(`chrome-extension://${extension.id}/desk.html#/audit`);
  await expect(desk.getByRole('cell', { name: 'Deleted the copy of before an update' })).toBeVisible();
  await expect(desk.getByRole('cell', { name: 'Changed how records are stored, after an update' })).toBeVisible();
});

test('an update in the middle of the work: the portal page is left alone and says what to do, and what was half typed is there again', async ({ extension, browserContext, portals }) => {
  test.setTimeout(180_000);
  await fillPractice(extension);
  const portal = await browserContext.current.newPage();
  const faults: string[] = [];
  portal.on('pageerror', (error) => faults.push(error.message));
  await portal.goto(`${portals.origin}/prairie-mutual/coverage`);
  const card = await openCard(portal);
  await card.getByLabel('Other payer').fill('Bluewater Community Plan');
  await card.getByRole('button', { name: 'Close' }).click();
  await expect(portal.locator('overturn-mark iframe.card')).toHaveCount(0);
  // The biller has typed something into the portal as well; that is the portal's and hers.
  await portal.evaluate(() => { document.body.insertAdjacentHTML('beforeend', '<textarea id="own">'); });
  await portal.locator('#own').fill('half a message to the payer');
  const popup = await openPopup(extension);
  await openCaseOf(popup, 'lindqvist');
  await popup.getByRole('button', { name: 'More for this case' }).click();
  await popup.getByRole('menuitem', { name: 'Add a note' }).click();
  await popup.getByLabel('Note', { exact: true }).fill('Left word with the supervisor');
  await expect.poll(() => keptDrafts(popup)).toBeGreaterThanOrEqual(2);

  // An unpacked extension is loaded anew only where the developer's switch is on.
  const settings = await browserContext.current.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(async () => (globalThis as unknown as { chrome: { developerPrivate: { updateProfileConfiguration(update: object): Promise<void> } } }).chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  await settings.evaluate(async (id) => (globalThis as unknown as { chrome: { developerPrivate: { reload(id: string, options: object): Promise<void> } } }).chrome.developerPrivate.reload(id, { failQuietly: true }), extension.id);
  await expect.poll(() => popup.isClosed()).toBe(true); // the browser closes the pages of what it replaces

  // The script of before the update says so at the next press, opens nothing, and neither reloads nor empties the page.
  await portal.bringToFront();
  await pillOf(portal).click();
  await expect(pillOf(portal)).toContainText('Overturn was updated: reload this page');
  await expect(portal.locator('overturn-mark iframe.card')).toHaveCount(0);
  await expect(portal.locator('#own')).toHaveValue('half a message to the payer');
  expect(faults).toEqual([]);

  const again = await browserContext.current.newPage();
  await expect(async () => { await again.goto(`chrome-extension://${extension.id}/popup.html`); }).toPass({ timeout: 30_000 });
  await again.setViewportSize({ width: 400, height: 600 });
  await expect(again.getByText('Overturn is locked')).toBeVisible();
  await again.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await again.getByRole('button', { name: 'Unlock' }).click();
  await again.getByRole('option').first().waitFor();
  await openCaseOf(again, 'lindqvist');
  await again.getByRole('button', { name: 'More for this case' }).click();
  await again.getByRole('menuitem', { name: 'Add a note' }).click();
  await expect(again.getByLabel('Note', { exact: true })).toHaveValue('Left word with the supervisor');

  await portal.bringToFront();
  await portal.reload();
  const anew = await openCard(portal);
  await expect(anew.getByLabel('Other payer')).toHaveValue('Bluewater Community Plan');
  await expect(cardOf(portal).getByRole('heading', { name: 'Coverage check on this page' })).toBeVisible();
});

async function keptDrafts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('overturn');
      asked.onsuccess = () => resolve(asked.result);
    });
    const count = await new Promise<number>((resolve) => {
      const asked = db.transaction('drafts').objectStore('drafts').count();
      asked.onsuccess = () => resolve(asked.result);
    });
    db.close();
    return count;
  });
}
