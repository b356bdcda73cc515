import type { Page } from '@playwright/test';
import { eobPdf, hostilePdf, lockedPdf, scannedPdf } from '../pdf/eob.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import { openDemoPractice } from './portal-card.ts';

test.beforeEach(async ({ extension }) => openDemoPractice(extension));

const drop = async (desk: Page, name: string, buffer: Buffer): Promise<void> => desk.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer });

test('an EOB as PDF is read by its layout into the review card, and saved as a case with its text as proof', async ({ extension }) => {
  const desk = await extension.open('desk.html', '#/documents');
  await expect(desk.getByRole('heading', { name: 'PDF', level: 1 })).toBeVisible();
  await expectAccessible(desk);
  const asked: string[] = [];
  desk.on('request', (request) => { if (!/^(?:chrome-extension|blob|data):/u.test(request.url())) asked.push(request.url()); });
  await drop(desk, 'eob.pdf', await eobPdf());
  await expect(desk.getByLabel('Patient', { exact: true }).first()).toHaveValue('LINDQVIST, MAREN');
  await expect(desk.getByLabel('Claim number', { exact: true }).first()).toHaveValue('26H0099120');
  // Both lines of the table are there; which cell stands in which column is in tests/rules/documents.
  await expect(desk.getByRole('listitem').filter({ hasText: 'Line 2' })).toContainText('CO-197');
  await expectAccessible(desk);
  await desk.screenshot({ path: 'test-results/pdf-card.png' });
  await desk.emulateMedia({ colorScheme: 'dark' });
  await desk.screenshot({ path: 'test-results/pdf-card-dark.png' });
  await desk.emulateMedia({ colorScheme: null });

  // What was begun is still there after the page is loaded anew.
  await desk.reload();
  await desk.getByRole('button', { name: 'Go on with it' }).click();
  await expect(desk.getByLabel('Claim number', { exact: true }).first()).toHaveValue('26H0099120');
  await desk.getByRole('button', { name: /File under/u }).click();
  await desk.getByRole('option', { name: 'Cedar Valley Health' }).click();
  await desk.getByRole('button', { name: 'Save to queue' }).click();
  await expect(desk.getByText('Claim saved as a new case.')).toBeVisible();
  const popup = await extension.open('popup.html');
  await popup.getByRole('option').first().click();
  await expect(popup.getByText(/LINDQVIST/u).first()).toBeVisible();
  expect(asked).toEqual([]);
});

test('a scan, a locked, a damaged and a foreign file each get a clear word, and a hostile one does nothing', async ({ extension }) => {
  const desk = await extension.open('desk.html', '#/documents');
  const errors: string[] = [];
  desk.on('dialog', (dialog) => { errors.push(dialog.message()); void dialog.dismiss(); });
  await drop(desk, 'scan.pdf', await scannedPdf());
  await expect(desk.getByText('scan.pdf: This PDF is a picture')).toBeVisible();
  await drop(desk, 'locked.pdf', await lockedPdf());
  await expect(desk.getByText('locked.pdf: This PDF is locked with a password')).toBeVisible();
  await drop(desk, 'half.pdf', Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >>'));
  await expect(desk.getByText('half.pdf: This PDF is damaged')).toBeVisible();
  await desk.screenshot({ path: 'test-results/pdf-problem.png' });
  await drop(desk, 'list.csv', Buffer.from('claim;patient\n1;2'));
  await expect(desk.getByText('list.csv: This is not a PDF')).toBeVisible();
  await desk.getByRole('button', { name: 'Put away' }).click();
  await drop(desk, 'hostile.pdf', await hostilePdf());
  await expect(desk.getByLabel('Claim number', { exact: true }).first()).toHaveValue('26H0099120');
  await expect(desk.locator('img[src=x]')).toHaveCount(0);
  expect(errors).toEqual([]);
});
