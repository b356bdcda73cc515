import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, launch, PASSPHRASE, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { fillPractice } from './filled-practice.ts';
import { picture } from './picture.ts';

const FILE_PASSPHRASE = 'twelve paper boats at dusk';

async function saveBackup(extension: Extension, testInfo: TestInfo): Promise<string> {
  const desk = await extension.open('desk.html', '#/backup');
  await expect(desk.getByText('No backup was made yet')).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'backup-first');
  await desk.getByText('A passphrase for this file').click();
  await desk.getByLabel('Passphrase for this file', { exact: true }).fill('short');
  await desk.getByLabel('The same again').fill('short');
  await desk.getByRole('button', { name: 'Save a backup' }).click();
  await expect(desk.getByText('too easy to guess')).toBeVisible();
  await desk.getByLabel('Passphrase for this file', { exact: true }).fill(FILE_PASSPHRASE);
  await desk.getByLabel('The same again').fill(FILE_PASSPHRASE);
  const downloading = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Save a backup' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^overturn-backup-\d{4}-\d\d-\d\d-[0-9a-f]{4}\.overturn$/u);
  const file = path.join(testInfo.outputDir, 'saved.overturn');
  await download.saveAs(file);
  await expect(desk.getByText(/rows went to/u)).toBeVisible();
  await expect(desk.getByText(/Last backup:/u)).toBeVisible();
  await picture(desk, 'backup-saved');
  await desk.close();
  return file;
}

async function choose(page: Page, file: string, passphrase: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByLabel('Passphrase of this backup').fill(passphrase);
  await page.getByRole('button', { name: 'Check the backup' }).click();
}

async function caseCount(extension: Extension): Promise<number> {
  const popup = await extension.open('popup.html');
  await popup.getByRole('option').first().waitFor();
  const text = await popup.locator('p[role=status]').filter({ hasText: 'in the queue' }).textContent();
  await popup.close();
  return Number.parseInt(text ?? '', 10);
}

test('a backup is saved, checked, restored on a fresh profile, and its people sign in there', async ({ extension, browserContext }, testInfo) => {
  test.setTimeout(300_000);
  const userId = await fillPractice(extension);
  const before = await caseCount(extension);
  expect(before).toBeGreaterThan(5);
  const file = await saveBackup(extension, testInfo);
  const text = readFileSync(file).toString('latin1');
  expect(text).not.toMatch(/lindqvist|clearpath|Rosa Imbert/iu);

  // Another profile, where nothing was set up.
  const other = await launch(testInfo.outputPath('fresh-profile'));
  const page = await other.newPage();
  await page.goto(`chrome-extension://${extension.id}/desk.html`);
  await page.getByRole('button', { name: 'Restore from a backup instead' }).click();
  await expect(page.getByRole('heading', { name: 'Restore from a backup' })).toBeVisible();
  await expectAccessible(page);
  await choose(page, file, 'not the passphrase of it');
  await expect(page.getByText('That is not the passphrase of this backup')).toBeVisible();
  await page.getByLabel('Passphrase of this backup').fill(FILE_PASSPHRASE);
  await page.getByRole('button', { name: 'Check the backup' }).click();
  await expect(page.getByText('This backup is whole')).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'restore-checked');
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await expect(page.getByText(/Restored from the backup of/u)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'restore-unlock');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
  await page.goto(`chrome-extension://${extension.id}/popup.html`);
  await page.getByRole('option').first().waitFor();
  await expect(page.locator('p[role=status]').filter({ hasText: `${before} in the queue` })).toHaveCount(1);
  // A browser that is closed and opened again finds the restored practice, not an empty one.
  await other.close();
  const again = await launch(testInfo.outputPath('fresh-profile'));
  const reopened = await again.newPage();
  await reopened.goto(`chrome-extension://${extension.id}/desk.html#/audit`);
  await reopened.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await reopened.getByRole('button', { name: 'Unlock' }).click();
  await expect(reopened.getByRole('cell', { name: 'Restored a backup' })).toBeVisible();
  await reopened.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(reopened.getByText(/rows stand as they were written/u)).toBeVisible();
  await again.close();
  expect(userId).not.toBe('');
  expect(browserContext.current.pages().length).toBeGreaterThan(0);
});

test('a damaged backup is said to be so with the place, and restoring over a practice saves the present state first', async ({ extension }, testInfo) => {
  test.setTimeout(300_000);
  const userId = await fillPractice(extension);
  const before = await caseCount(extension);
  const file = await saveBackup(extension, testInfo);
  const bytes = readFileSync(file);
  const spot = Math.floor(bytes.length * 0.6);
  bytes[spot] = (bytes[spot] ?? 0) ^ 1;
  const broken = testInfo.outputPath('broken.overturn');
  writeFileSync(broken, bytes);
  const cut = testInfo.outputPath('cut.overturn');
  writeFileSync(cut, readFileSync(file).subarray(0, bytes.length - 400));

  const desk = await extension.open('desk.html', '#/backup');
  const elsewhere = await extension.open('desk.html', '#/settings');
  await expect(elsewhere.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  // What is no backup is said to be none before anybody types a passphrase.
  const other = testInfo.outputPath('list.overturn');
  writeFileSync(other, 'Not a backup at all');
  await desk.locator('input[type=file]').first().setInputFiles(other);
  await expect(desk.getByText('This file is not a backup of Overturn.')).toBeVisible();
  await expect(desk.getByLabel('Passphrase of this backup')).toBeHidden();
  for (const damaged of [broken, cut]) {
    await choose(desk, damaged, FILE_PASSPHRASE);
    await expect(desk.getByText(/This backup is damaged.*Bytes .* of the file/u)).toBeVisible();
    await desk.getByRole('button', { name: 'Another file' }).click();
  }
  // Work done after the backup, which the restore takes away again.
  const cases = await extension.command('case:record', { payerKey: 'cedar-valley-health', source: 'form', pasted: null, claim: { index: -1, facts: blank(), references: [], edited: [], noReferenceIssued: false } });
  if (!cases.ok) throw new Error(cases.error.code);
  expect(await caseCount(extension)).toBe(before + 1);

  await choose(desk, file, FILE_PASSPHRASE);
  await expect(desk.getByText('This backup is whole')).toBeVisible();
  await expect(desk.getByText(/sealed records open/u)).toBeVisible();
  await desk.getByRole('button', { name: 'Replace what is here with it' }).click();
  const replace = desk.getByRole('button', { name: 'Replace', exact: true });
  await expect(replace).toBeDisabled();
  await desk.getByLabel('Type REPLACE').fill('REPLACE');
  await desk.getByLabel('Your passphrase now').fill('wrong wrong wrong');
  await replace.click();
  await expect(desk.getByText('That is not the passphrase. Try again.')).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'backup-replace');
  await desk.getByLabel('Your passphrase now').fill(PASSPHRASE);
  const downloading = desk.waitForEvent('download');
  await replace.click();
  const safety = testInfo.outputPath('before.overturn');
  await (await downloading).saveAs(safety);
  await expect(desk.getByText(/Restored from the backup of/u)).toBeVisible();
  await expect(elsewhere.getByText(/Restored from the backup of/u), 'the other window follows').toBeVisible();

  // It can be put back until somebody signs in.
  await desk.getByRole('button', { name: 'Put back what was here before' }).click();
  await expect(desk.getByText(/Restored from the backup of/u)).toHaveCount(0);
  await expect(desk.getByRole('heading', { name: 'Overturn is locked' })).toBeVisible();
  const unlock = await extension.command('vault:unlock', { userId, passphrase: PASSPHRASE });
  expect(unlock.ok).toBe(true);
  expect(await caseCount(extension)).toBe(before + 1);

  // The state saved first opens with the user's own passphrase and has the later work in it.
  const check = await extension.open('desk.html', '#/backup');
  await choose(check, safety, PASSPHRASE);
  await expect(check.getByText('This backup is whole')).toBeVisible();
  await expect(check.locator('dl').getByText(String(before + 1), { exact: true }).first()).toBeVisible();
  await picture(check, 'backup-checked');
});

test('a biller makes no backup: refused at the command, with a row in the trail', async ({ extension, practice }) => {
  const desk = await extension.open('desk.html', '#/audit');
  await desk.evaluate(async (id) => new Promise<void>((resolve) => {
    const open = indexedDB.open('overturn');
    open.onsuccess = () => {
      const transaction = open.result.transaction('users', 'readwrite');
      const get = transaction.objectStore('users').get(id) as IDBRequest<Record<string, unknown>>;
      get.onsuccess = () => transaction.objectStore('users').put({ ...get.result, role: 'biller' });
      transaction.oncomplete = () => { open.result.close(); resolve(); };
    };
  }), practice.userId);
  expect(await extension.command('backup:begin', { lock: 'user', passphrase: PASSPHRASE, why: 'person' })).toEqual({ ok: false, error: { code: 'role-forbids' } });
  await desk.reload();
  await expect(desk.getByRole('row', { name: /Began a backup.*Refused: role/u })).toBeVisible();
  await desk.goto(desk.url().replace('#/audit', '#/backup'));
  await expect(desk.getByText('A lead saves the backups of this practice.')).toBeVisible();
});

function blank() {
  return {
    payerName: 'Cedar Valley Health', claimControlNumber: 'ZZ-LATER-1', patientControlNumber: null, patientName: null, memberId: null, provider: null, serviceFrom: null, serviceTo: null, receivedOn: null, finalizedOn: null, remittanceOn: '2026-11-20',
    paymentOn: null, noticeReceivedOn: null, charge: 10_000, allowed: null, paid: 0, patientResponsibility: null, paymentNumber: null, status: 'denied' as const, statusCodes: [], adjustments: [], rarcs: [], payerCodes: [], lines: [],
    claimType: null, network: null, lineOfBusiness: null, state: null, mac: null,
  };
}
